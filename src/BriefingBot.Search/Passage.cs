using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Search;

/// <summary>One answer: a verbatim stretch of an article, whole sentences, with the quotation in it.</summary>
public sealed record Passage
{
    /// <summary>The passage's own identity: a short hash of its words (case, marks and white space folded). Survives re-indexing.</summary>
    public required string Id { get; init; }

    public required double Score { get; init; }

    public required PassageSource Article { get; init; }

    /// <summary>Number of the first sentence, from 1.</summary>
    public required int Sentence { get; init; }

    /// <summary>Where the passage stands in the article's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Exactly the article's text at <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The quotation; null for a sentence that quotes nobody.</summary>
    public QuotedStatement? Quotation { get; init; }

    public required PassageMatch Match { get; init; }

    /// <summary>What to emphasise, as spans of the article's text inside <see cref="Span"/>, in text order, apart from each other.</summary>
    public IReadOnlyList<TextSpan> Highlights { get; init; } = [];

    /// <summary>Why this passage was answered, as one sentence for the reader (attribution rule, or the words that matched).</summary>
    public required string Why { get; init; }

    /// <summary>The other places where the same statement stands, to the letter or nearly.</summary>
    public IReadOnlyList<Occurrence> Occurrences { get; init; } = [];
}

/// <summary>What a passage quotes, and who says it.</summary>
public sealed record QuotedStatement
{
    /// <summary>The article's text from the first to the last span.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<TextSpan> Spans { get; init; }

    public required QuotationKind Kind { get; init; }

    /// <inheritdoc cref="Quotation.IsTurn"/>
    public bool IsTurn { get; init; }

    /// <summary>Whether its sentence puts the question to which it is the answer: “Asked whether he knew, he answered …” answers no statement.</summary>
    public bool IsAskedFor { get; init; }

    /// <summary>The cue's words.</summary>
    public string? Cue { get; init; }

    /// <summary>The words by which the text names the source.</summary>
    public string? Mention { get; init; }

    /// <summary>The fullest name in the story, several joined as the text joins them; null when unknown or a document.</summary>
    public string? Speaker { get; init; }

    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>What the story says that the speaker is.</summary>
    public string? Role { get; init; }

    public required double Confidence { get; init; }
}

/// <summary>Where the same statement stands as well.</summary>
public sealed record Occurrence(PassageSource Article, int Sentence, TextSpan Span);

/// <summary>The article that a passage comes from.</summary>
public sealed record PassageSource(string Id, string Title)
{
    public string? Source { get; init; }

    public string? Url { get; init; }

    public string? Author { get; init; }

    public DateOnly? Published { get; init; }

    public DateTimeOffset Added { get; init; }

    /// <summary>All that is known of the article, its text apart.</summary>
    public static PassageSource Of(Article article) => new(article.Id, article.Title)
    {
        Source = article.Source,
        Url = article.Url,
        Author = article.Author,
        Published = article.Published,
        Added = article.Added,
    };
}

/// <summary>How the words asked for stand in the quotation.</summary>
public enum PassageMatch
{
    /// <summary>As asked, case, marks and white space apart.</summary>
    Exact,

    Words,
}
