using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>A statement in one of the places where it stands.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Article">The id of the article.</param>
/// <param name="Passage">The sentences that hold it there.</param>
/// <param name="Start">Where its words begin there.</param>
internal sealed record StatementPlace(StoryStatement Statement, string Article, TextSpan Passage, int Start)
{
    private readonly IReadOnlyList<Word> _words = WordReader.Read(Statement.Passage.Quotation!.Text);

    /// <summary>The statement's own identity.</summary>
    public string Id => Statement.Passage.Id;

    public DateOnly? Day => Statement.Passage.Article.Published;

    public Party Party { get; } = Party.Of(Statement.Passage.Quotation!);

    /// <summary>Null for one that answers nothing.</summary>
    public AnswerReading? Answer { get; } = AnswerReading.Of(Statement.Passage);

    /// <summary>Whether it may be a claim: not what somebody did not say, or thought.</summary>
    public bool IsSaid { get; } = Cue.Of(Statement.Passage.Quotation!.Cue).IsSaid;

    /// <summary>Whether it stands in quotation marks, in part at least, or is a turn of a transcript.</summary>
    public bool IsQuoted => IsTurn || Statement.Passage.Quotation!.Kind != QuotationKind.Paraphrase;

    /// <summary>Whether only its place or a colon says who speaks.</summary>
    public bool IsTurn => Statement.Passage.Quotation!.Cue is null or ":";

    /// <summary>Whether it is a question.</summary>
    public bool Asks { get; } = Cue.Of(Statement.Passage.Quotation!.Cue).Asks || (Statement.Passage.Quotation.Cue is null or ":"
        ? Statement.Passage.Quotation.Text.Contains('?', StringComparison.Ordinal) : Statement.Passage.Quotation.Text.AsSpan().TrimEnd("”\"’' ").EndsWith("?"));

    /// <summary>“Adding”: said beside what was said before, rather than for it.</summary>
    public bool Adds { get; } = Cue.Of(Statement.Passage.Quotation!.Cue).Adds;

    /// <summary>What it speaks of, as stems.</summary>
    public IReadOnlySet<string> Matter { get; } = WordReader.Read(Statement.Passage.Quotation!.Text).Where(word => !word.Is(WordTraits.Stop))
        .Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>All places of a statement that quotes somebody.</summary>
    public static IEnumerable<StatementPlace> Of(StoryStatement statement)
    {
        var passage = statement.Passage;
        var place = new StatementPlace(statement, passage.Article.Id, passage.Span, passage.Quotation!.Spans[0].Start);
        return passage.Occurrences
            .Select(other => place with { Article = other.Article.Id, Passage = other.Span, Start = other.Span.Start }).Prepend(place);
    }

    /// <summary>Whether it speaks of somebody by name.</summary>
    public bool Names(Party party) => party.IsNamedIn(_words);

    /// <summary>Characters between the sentences of the two; 0 where they meet or overlap.</summary>
    public int From(StatementPlace earlier) => Math.Max(0, Passage.Start - earlier.Passage.End);
}
