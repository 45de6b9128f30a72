using BriefingBot.Commands;
using BriefingBot.Search;

namespace BriefingBot.Briefings;

/// <summary>Turns of phrase of briefings.</summary>
internal static class BriefingWords
{
    /// <summary>What is repeated of a claim that was shown before.</summary>
    private const int LongestClaim = 100;

    private const int ListedArticles = 5;

    /// <summary>Above what was shown in other words before.</summary>
    public const string Corrected = "Corrected since it was shown to you";

    /// <summary>Above what is neither that nor new.</summary>
    public const string NotShown = "Not shown before";

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

    /// <summary>Where a round has ended and begins again.</summary>
    public static string StartsOver(BriefingSubject subject) =>
        Wording.Sentence($"{All(subject)} {(subject.Statements == 1 ? "has" : "have")} been shown; this starts over.");

    /// <summary>“12 of 31 statements”.</summary>
    public static string Progress(BriefingChoice choice)
    {
        var told = choice.Told.Where(place => place < choice.Subject.Own).Sum(place => choice.Subject.Passages[place].Statements.Count);
        return FormattableString.Invariant($"{told:#,0} of {Count(choice.Subject, choice.Subject.Statements)}");
    }

    /// <summary>“New since 4 March 2019: 2 statements”; of the subject's own, as <see cref="Progress"/> counts them.</summary>
    public static string New(BriefingOrder order, IEnumerable<int> news, BriefingSubject subject)
    {
        var own = news.Where(place => place < subject.Own).Sum(place => subject.Passages[place].Statements.Count);
        return $"New since {Wording.Day(order.LastDelivered!.Value, order.Zone)}{(own == 0 ? "" : $": {Count(subject, own)}")}";
    }

    /// <summary>When it was due, where it is late.</summary>
    public static IReadOnlyList<ReplyLine> Late(BriefingOrder order) => order.LateSince is not { } due ? []
        : [new("This briefing is late. It was due:", Wording.Moment(due, order.Zone)) { Moment = due }];

    /// <summary>What stands above an answer right below its claim.</summary>
    public static string? Above(BriefingChoice choice, int at) => at == 0 ? null
        : ClaimsOf(choice, at).Where(claim => claim.Passage == choice.Passages[at - 1].Place)
            .Select(claim => claim.Denies ? "The denial:" : "The answer:").FirstOrDefault();

    /// <summary>Who else speaks in the passage, and to what it belongs that does not stand beside it.</summary>
    public static string? Below(BriefingChoice choice, int at, ClaimsAndAnswers pairs)
    {
        var (subject, chosen) = (choice.Subject, choice.Passages[at]);
        List<string?> sentences = [chosen.Passage.Others];
        foreach (var (claim, denies) in ClaimsOf(choice, at).Where(claim => at == 0 || claim.Passage != choice.Passages[at - 1].Place))
        {
            var where = choice.Passages.Take(at).Any(each => each.Place == claim) ? "stands above" : choice.WasShown(claim) ? "was shown before" : null;
            sentences.Add(where is null ? null : $"{(denies ? "Denies" : "Answers")} what {where}: {Short(subject.Passages[claim].Passage)}");
        }

        sentences.AddRange(chosen.Place is { } place
            ? subject.Pairs.AnswersTo(place).Where(choice.WasShown)
                .Select(answer => $"{Answered(subject.Pairs.ClaimsOf(answer).Any(claim => claim.Passage == place && claim.Denies))} in what was shown before: "
                    + Short(subject.Passages[answer].Passage))
            : chosen.Passage.Identities.SelectMany(pairs.AnswersTo).Select(pair => $"{Answered(pair.Denies)} by {Short(pair.Answer.Passage)}"));
        return string.Join(' ', sentences.OfType<string>()) is { Length: > 0 } text ? text : null;
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

    private static string Answered(bool denies) => denies ? "Denied" : "Answered";

    private static IReadOnlyList<(int Passage, bool Denies)> ClaimsOf(BriefingChoice choice, int at) =>
        choice.Passages[at].Place is { } place ? choice.Subject.Pairs.ClaimsOf(place) : [];

    private static string Short(Passage passage) =>
        $"{PassageFormatter.Who(passage)}, {Wording.Quoted(Wording.Shortened(Wording.OnOneLine(PairWords.Said(passage)), LongestClaim))}";
}
