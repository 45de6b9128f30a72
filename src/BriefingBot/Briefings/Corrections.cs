using BriefingBot.Commands;

namespace BriefingBot.Briefings;

/// <summary>What was shown to a subscription and has changed or left the story since: a reader who remembers it should know.</summary>
/// <param name="Sentences">Of what is gone since the last briefing, one each.</param>
/// <param name="Changed">Identities of what came in the place of what was shown, and was not shown yet.</param>
internal sealed record Corrections(IReadOnlyList<string> Sentences, IReadOnlyList<string> Changed)
{
    private const int Listed = 4;

    /// <summary>None before the first briefing.</summary>
    public static Corrections Of(StoryLog log, BriefingOrder order)
    {
        if (order.LastDelivered is not { } since)
        {
            return new Corrections([], []);
        }

        var changed = log.Replacing(order.Shown);
        var replaced = changed.SelectMany(change => change.Replaced).ToHashSet(StringComparer.Ordinal);
        return new Corrections(Gone(log, order.Shown, since, replaced), [.. changed.Select(change => change.Statement.Identity)]);
    }

    private static List<string> Gone(StoryLog log, IReadOnlySet<string> shown, DateTimeOffset since, HashSet<string> replaced)
    {
        // What is found otherwise in an article that reads as before is no correction.
        var edited = log.ArticlesSince(since).Where(article => article.Gone > since || article.Changed > since)
            .ToDictionary(article => article.Id, StringComparer.Ordinal);
        var gone = edited.Count == 0 ? []
            : shown.Where(identity => !replaced.Contains(identity)).Select(log.Find).OfType<LoggedStatement>()
                .Where(statement => statement.Gone > since && edited.ContainsKey(statement.Article))
                .OrderBy(statement => statement.Title, StringComparer.Ordinal).ThenBy(statement => statement.Identity, StringComparer.Ordinal).ToList();
        var sentences = gone.GroupBy(statement => (statement.Title, edited[statement.Article].Gone)).Select(article =>
        {
            var speakers = article.Select(statement => statement.Speaker).OfType<string>().Distinct().ToList();
            var what = speakers.Count == 0 ? "a passage" : $"what {Wording.All(speakers)} said";
            var title = $"“{Wording.OnOneLine(article.Key.Title)}”";
            return article.Key.Gone is not null
                ? $"Withdrawn since it was shown to you: {title}, and with it {what}."
                : $"Changed since it was shown to you: {title} no longer reports {what} in the same words.";
        }).ToList();
        return sentences.Count <= Listed ? sentences : [.. sentences.Take(Listed), $"So it is with {Wording.Count(sentences.Count - Listed, "more article")}."];
    }
}
