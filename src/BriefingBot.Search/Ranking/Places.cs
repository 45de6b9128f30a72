using BriefingBot.Search.Index;

namespace BriefingBot.Search.Ranking;

/// <summary>The order of passages that score alike: by article, then place.</summary>
internal readonly struct Places(StorySearcher searcher, PassageOrder order = PassageOrder.Relevance)
{
    private readonly int[][] _ranks = searcher.Ranks(order == PassageOrder.OldestFirst);

    /// <summary>The place of a document's article among all.</summary>
    public int ArticleRank(int leaf, int document) => _ranks[leaf][searcher.View(leaf).ArticleOf[document]];

    public int Compare((int Leaf, int Document) a, (int Leaf, int Document) b)
    {
        var byArticle = ArticleRank(a.Leaf, a.Document).CompareTo(ArticleRank(b.Leaf, b.Document));
        return byArticle != 0 ? byArticle : CompareInArticle(a, b);
    }

    /// <summary>Of two documents of one article.</summary>
    public int CompareInArticle((int Leaf, int Document) a, (int Leaf, int Document) b)
    {
        var rows = searcher.View(a.Leaf).Rows;
        var byPlace = rows[a.Document].Ordinal.CompareTo(rows[b.Document].Ordinal);
        return byPlace != 0 ? byPlace : a.Document.CompareTo(b.Document);
    }
}
