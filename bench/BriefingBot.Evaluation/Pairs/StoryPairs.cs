using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Evaluation.Pairs;

/// <summary>The pairs that the shipped code finds in articles, taken for one story.</summary>
internal static class StoryPairs
{
    /// <param name="articles">With what is attributed in them.</param>
    /// <param name="folder">For the index; made when missing, and the caller's to delete.</param>
    public static IReadOnlyList<AnsweredClaim> Of(IEnumerable<(Article Article, ArticleAnalysis Analysis)> articles, string folder)
    {
        using var index = Indexed(articles, folder);
        return index.Pairs.Pairs;
    }

    /// <summary>An index of articles with what is attributed in them, for the caller to dispose.</summary>
    /// <inheritdoc cref="Of"/>
    public static SentenceIndex Indexed(IEnumerable<(Article Article, ArticleAnalysis Analysis)> articles, string folder)
    {
        var index = SentenceIndex.Open(folder, folder, TimeProvider.System);
        foreach (var each in articles)
        {
            index.Replace(new IndexedFile(each.Article.Id, ""), [each]);
        }

        index.Refresh();
        return index;
    }
}
