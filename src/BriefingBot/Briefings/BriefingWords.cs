using BriefingBot.Commands;
using BriefingBot.Search;

namespace BriefingBot.Briefings;

/// <summary>Turns of phrase of briefings.</summary>
internal static class BriefingWords
{
    /// <summary>What is repeated of a claim that was shown before.</summary>
    private const int LongestClaim = 100;

    private const int ListedArticles = 5;

    /// <summary>“ about “missiles”, by Stoltenberg”; empty for the whole story.</summary>
    public static string Narrowed(BriefingOrder order) =>
        (order.About is { } about ? $" about {Wording.Quoted(about)}" : "") + (order.Speaker is { } speaker ? $"{(order.About is null ? "" : ",")} by {speaker}" : "");

    /// <summary>“about “missiles”, by Stoltenberg · ”; empty for the whole story.</summary>
    public static string Subject(BriefingOrder order) => Narrowed(order) is { Length: > 0 } narrowed ? narrowed.TrimStart() + " · " : "";

    /// <summary>“31 statements”; passages where some quote nobody.</summary>
    public static string Count(BriefingSubject subject, int number) => Wording.Count(number, subject.QuotesOnly ? "statement" : "passage");

    /// <summary>“12 of 31 statements”.</summary>
    public static string Progress(BriefingSubject subject, int told) => FormattableString.Invariant($"{told:#,0} of {Count(subject, subject.Statements)}");

    /// <summary>“New since 4 March 2019”, with how many there are when not all of them are shown.</summary>
    public static string New(BriefingOrder order, int count, BriefingSubject subject) =>
        $"New since {Wording.Day(order.LastDelivered!.Value, order.Zone)}: {Count(subject, count)}";

    /// <summary>When it was due, where it is late.</summary>
    public static IReadOnlyList<ReplyLine> Late(BriefingOrder order) => order.LateSince is not { } due ? []
        : [new("This briefing is late. It was due:", Wording.Moment(due, order.Zone)) { Moment = due }];

    /// <summary>What stands above an answer right below its claim.</summary>
    public static string? Above(BriefingSubject subject, int passage, List<int> chosen) =>
        subject.Answers.ClaimOf(passage) is var (claim, denies) && chosen.Contains(claim) ? denies ? "The denial:" : "The answer:" : null;

    /// <summary>Who else speaks in the passage, and to what it belongs that was shown before.</summary>
    public static string? Below(BriefingSubject subject, int passage, List<int> chosen, HashSet<int> shown)
    {
        string?[] sentences =
        [
            subject.Passages[passage].Others,
            subject.Answers.ClaimOf(passage) is var (claim, denies) && !chosen.Contains(claim) && shown.Contains(claim)
                ? $"{(denies ? "Denies" : "Answers")} what was shown before: {Short(subject.Passages[claim].Passage)}" : null,
            subject.Answers.AnswerTo(passage) is { } answer && !chosen.Contains(answer) && shown.Contains(answer)
                ? $"Answered in what was shown before: {Short(subject.Passages[answer].Passage)}" : null,
        ];
        var text = string.Join(' ', sentences.OfType<string>());
        return text.Length == 0 ? null : text;
    }

    /// <summary>The articles that the new passages come from need no further word; the others that came are named.</summary>
    public static IReadOnlyList<string> NewArticles(StoryEdition story, StoryLog log, BriefingOrder order, IReadOnlyList<Passage> fresh)
    {
        if (order.LastDelivered is not { } since || order.About is not null || order.Speaker is not null)
        {
            return [];
        }

        var told = fresh.Select(passage => passage.Article.Id).ToHashSet(StringComparer.Ordinal);
        var came = log.ArticlesSince(since).Where(article => article.Since > since && article.Gone is null && !told.Contains(article.Id)).ToList();
        var named = came.Take(ListedArticles).Select(article => $"“{Wording.OnOneLine(article.Title)}”").ToList();
        return came.Count == 0 ? []
            : came.Count > ListedArticles ? [$"New in the story, too: {Wording.All([.. named, Wording.Count(came.Count - ListedArticles, "more article")])}."]
            : [$"New in the story, too: {Wording.All(named)}."];
    }

    private static string Short(Passage passage) =>
        $"{PassageFormatter.Who(passage)}, {Wording.Quoted(Wording.Shortened(Wording.OnOneLine(passage.Quotation?.Text ?? passage.Text), LongestClaim))}";
}
