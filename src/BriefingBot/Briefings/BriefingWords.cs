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

    /// <summary>“all 31 statements”, “the only statement”.</summary>
    public static string All(BriefingSubject subject) => subject.Statements == 1
        ? $"the only {(subject.QuotesOnly ? "statement" : "passage")}"
        : $"all {Count(subject, subject.Statements)}";

    public static string AllShown(BriefingSubject subject, BriefingOrder order) =>
        $"You have been shown {All(subject)}{Narrowed(order)}. The next briefing comes when there is news.";

    /// <summary>“12 of 31 statements”.</summary>
    public static string Progress(BriefingSubject subject, int told) => FormattableString.Invariant($"{told:#,0} of {Count(subject, subject.Statements)}");

    /// <summary>“New since 4 March 2019”, with how many there are when not all of them are shown.</summary>
    public static string New(BriefingOrder order, int count, BriefingSubject subject) =>
        $"New since {Wording.Day(order.LastDelivered!.Value, order.Zone)}: {Count(subject, count)}";

    /// <summary>When it was due, where it is late.</summary>
    public static IReadOnlyList<ReplyLine> Late(BriefingOrder order) => order.LateSince is not { } due ? []
        : [new("This briefing is late. It was due:", Wording.Moment(due, order.Zone)) { Moment = due }];

    /// <summary>What stands above an answer right below its claim.</summary>
    /// <param name="subject">Of the briefing.</param>
    /// <param name="chosen">Its passages.</param>
    /// <param name="at">Which of them.</param>
    public static string? Above(BriefingSubject subject, List<int> chosen, int at)
    {
        var above = at > 0 ? chosen[at - 1] : -1;
        return subject.Pairs.ClaimsOf(chosen[at]).Where(claim => claim.Passage == above)
            .Select(claim => claim.Denies ? "The denial:" : "The answer:").FirstOrDefault();
    }

    /// <summary>Who else speaks in the passage, and to what it belongs that does not stand right above it.</summary>
    public static string? Below(BriefingSubject subject, List<int> chosen, int at, HashSet<int> shown)
    {
        var above = at > 0 ? chosen[at - 1] : -1;
        var claims = subject.Pairs.ClaimsOf(chosen[at]).Where(claim => claim.Passage != above)
            .Select(claim => (claim.Passage, Verb: claim.Denies ? "Denies" : "Answers"))
            .Concat(subject.Pairs.AnswersTo(chosen[at]).Where(shown.Contains).Select(answer => (Passage: answer, Verb: "Answered in")));
        var sentences = claims.Select(claim => (claim.Passage, claim.Verb, Where: WhereOf(claim.Passage))).Where(claim => claim.Where is not null)
            .Select(claim => $"{claim.Verb} {claim.Where}: {Short(subject.Passages[claim.Passage].Passage)}");
        var text = string.Join(' ', sentences.Prepend(subject.Passages[chosen[at]].Others).OfType<string>());
        return text.Length == 0 ? null : text;

        string? WhereOf(int passage) =>
            chosen.IndexOf(passage, 0, at) >= 0 ? "what stands above" : shown.Contains(passage) ? "what was shown before" : null;
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
