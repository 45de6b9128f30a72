using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary>A passage in words, the same on every surface.</summary>
internal static class PassageFormatter
{
    /// <summary>“Jens Stoltenberg, NATO Secretary-General”; for an unknown speaker the text's own words; null when the passage quotes nobody.</summary>
    public static string? Who(Passage passage) => passage.Quotation switch
    {
        null => null,
        { Speaker: { } speaker, Role: { } role } => $"{speaker}, {role}",
        { Speaker: { } speaker } => speaker,
        { Mention: { } mention } => $"No named speaker: “{Wording.OnOneLine(mention)}”",
        _ => "Speaker unknown",
    };

    /// <summary>“partly quoted”; for a turn, whose words are the speaker's own, that it is word for word.</summary>
    public static string Kind(QuotedStatement quotation) => quotation.IsTurn ? "word for word, from a transcript" : Kind(quotation.Kind);

    public static string Kind(QuotationKind kind) => kind switch
    {
        QuotationKind.Direct => "word for word",
        QuotationKind.Partly => "partly quoted",
        _ => "paraphrase",
    };

    /// <summary>“partly quoted”, and where words were asked for that do not stand there so, “partly quoted · not in these words”.</summary>
    /// <param name="passage">One that quotes somebody.</param>
    /// <param name="reply">What it answers.</param>
    public static string KindAndMatch(Passage passage, Reply reply) =>
        Kind(passage.Quotation!) + (reply.Statement is not null && passage.Match != PassageMatch.Exact ? " · not in these words" : "");

    /// <summary>“4 March 2019”, or “added 4 March 2019” when the day of publication is not known.</summary>
    public static string Date(PassageSource article, TimeZoneInfo zone) => Date(article, moment => Wording.Day(moment, zone));

    /// <inheritdoc cref="Date(PassageSource, TimeZoneInfo)"/>
    /// <param name="article">Whose.</param>
    /// <param name="day">A moment's day as the surface shows it.</param>
    public static string Date(PassageSource article, Func<DateTimeOffset, string> day) =>
        article.Published is { } published ? Wording.Day(published) : $"added {day(article.Added)}";

    /// <summary>“Title · Publisher · 4 March 2019 · sentence 7”.</summary>
    public static string Source(Passage passage, TimeZoneInfo zone)
    {
        var article = passage.Article;
        string?[] parts = [Wording.OnOneLine(article.Title), article.Source, Date(article, zone), Sentence(passage)];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    /// <summary>“sentence 7”.</summary>
    public static string Sentence(Passage passage) => $"sentence {passage.Sentence}";

    /// <summary>“Occurs again in sentence 8, and in “Other title”, sentence 3.”; null when it does not.</summary>
    public static string? Occurrences(Passage passage)
    {
        const int listed = 4;
        if (passage.Occurrences.Count == 0)
        {
            return null;
        }

        var places = passage.Occurrences.Take(listed).Select(occurrence => occurrence.Article.Id == passage.Article.Id
            ? $"sentence {occurrence.Sentence}"
            : $"“{Wording.OnOneLine(occurrence.Article.Title)}”, sentence {occurrence.Sentence}");
        var more = passage.Occurrences.Count - listed;
        return $"Occurs again in {string.Join("; ", places)}{(more > 0 ? $" and {Wording.Count(more, "more place")}" : "")}.";
    }

    /// <summary>The statement's words, where it stands in several pieces joined by “…”; null when the passage quotes nobody.</summary>
    public static string? Statement(Passage passage) => passage.Quotation is not { } quotation ? null
        : string.Join(" … ", quotation.Spans.Where(passage.Span.Contains).Select(span => Slice(passage, span)));

    /// <summary>The passage cut where its emphasis changes; together exactly its text.</summary>
    public static IEnumerable<(string Text, Emphasis Emphasis)> Stretches(Passage passage)
    {
        var statement = passage.Quotation?.Spans ?? [];
        var cuts = passage.Highlights.Concat(statement)
            .SelectMany(span => new[] { span.Start, span.End })
            .Where(cut => cut > passage.Span.Start && cut < passage.Span.End)
            .Append(passage.Span.End)
            .Distinct().Order();
        var start = passage.Span.Start;
        foreach (var cut in cuts)
        {
            var emphasis = passage.Highlights.Any(span => span.Contains(start)) ? Emphasis.Hit
                : statement.Any(span => span.Contains(start)) ? Emphasis.Statement : Emphasis.None;
            yield return (Slice(passage, TextSpan.Between(start, cut)), emphasis);
            start = cut;
        }
    }

    private static string Slice(Passage passage, TextSpan span) => passage.Text.Substring(span.Start - passage.Span.Start, span.Length);
}

/// <summary>What a stretch of a passage is to stand out as.</summary>
internal enum Emphasis
{
    None,

    /// <summary>What somebody is reported to have said.</summary>
    Statement,

    /// <summary>What was asked for.</summary>
    Hit,
}
