using BriefingBot.Commands;

namespace BriefingBot.Briefings;

/// <summary>What was shown to a subscription and has left the story since its last briefing: a reader who remembers it should know.</summary>
internal static class Corrections
{
    private const int Listed = 4;

    /// <summary>One sentence each; none before the first briefing.</summary>
    public static IReadOnlyList<string> Of(StoryLog log, BriefingOrder order)
    {
        if (order.LastDelivered is not { } since)
        {
            return [];
        }

        var changes = log.ArticlesSince(since);
        var gone = changes.Count == 0 ? []
            : order.Shown.Select(log.Find).OfType<LoggedStatement>().Where(statement => statement.Gone > since)
                .OrderBy(statement => statement.Title, StringComparer.Ordinal).ThenBy(statement => statement.Identity, StringComparer.Ordinal).ToList();
        var withdrawn = changes.Where(article => article.Gone is not null).Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var sentences = gone.GroupBy(statement => (statement.Article, statement.Title, IsGone: withdrawn.Contains(statement.Article))).Select(article =>
        {
            var speakers = article.Select(statement => statement.Speaker).OfType<string>().Distinct().ToList();
            var what = speakers.Count == 0 ? "a passage" : $"what {Wording.All(speakers)} said";
            var title = $"“{Wording.OnOneLine(article.Key.Title)}”";
            return article.Key.IsGone
                ? $"Withdrawn since it was shown to you: {title}, and with it {what}."
                : $"Changed since it was shown to you: {title} no longer reports {what} in the same words.";
        }).ToList();
        return sentences.Count <= Listed ? sentences : [.. sentences.Take(Listed), $"So it is with {Wording.Count(sentences.Count - Listed, "more article")}."];
    }
}
