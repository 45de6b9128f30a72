using System.Runtime.InteropServices;
using BriefingBot.Search.Index;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace BriefingBot.Search.Ranking;

/// <summary>
/// Gathers the hits of a query by statement, so that a thousand repetitions are one hit and the total counts statements. Of each
/// statement it keeps the hit that comes first in <see cref="Compare"/>.
/// </summary>
internal sealed class HitCollector(StorySearcher searcher, PassageOrder order) : ICollector
{
    private readonly Dictionary<long, int> _byStatement = [];
    private readonly List<Group> _groups = [];
    private SegmentView? _view;
    private Scorer? _scorer;
    private int _leaf = -1;

    /// <summary>The number of different statements.</summary>
    public int Count => _groups.Count;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        _leaf = context.Ord;
        _view = searcher.View(_leaf);
    }

    public void Collect(int doc)
    {
        var score = order == PassageOrder.Relevance ? _scorer!.GetScore() : 0;
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(_byStatement, _view!.Rows[doc].Statement, out var known);
        if (!known)
        {
            index = _groups.Count;
            _groups.Add(new Group(_leaf, doc, score, null));
            return;
        }

        var group = _groups[index];
        var others = group.Others ?? [];
        if (Compare(_leaf, doc, score, group.Leaf, group.Document, group.Score) < 0)
        {
            others.Add((group.Leaf, group.Document));
            _groups[index] = new Group(_leaf, doc, score, others);
        }
        else
        {
            others.Add((_leaf, doc));
            _groups[index] = group with { Others = others };
        }
    }

    /// <summary>The first <paramref name="count"/> hits in order.</summary>
    public List<Hit> Best(int count)
    {
        var groups = _groups;
        if (count < groups.Count && order == PassageOrder.Relevance)
        {
            // Scores first, all ties at the border kept: only what may come first is compared at length.
            var scores = groups.ConvertAll(group => group.Score);
            scores.Sort();
            var least = scores[^count];
            groups = groups.FindAll(group => group.Score >= least);
        }

        groups.Sort((a, b) => Compare(a.Leaf, a.Document, a.Score, b.Leaf, b.Document, b.Score));
        return groups.Take(count).Select(g => new Hit(g.Leaf, g.Document, g.Score) { Others = g.Others ?? [] }).ToList();
    }

    private int Compare(int leafA, int docA, float scoreA, int leafB, int docB, float scoreB) =>
        scoreA != scoreB ? scoreB.CompareTo(scoreA) : Places.Compare(searcher, leafA, docA, leafB, docB, order);

    private readonly record struct Group(int Leaf, int Document, float Score, List<(int, int)>? Others);
}

/// <summary>The order of passages that score alike.</summary>
internal static class Places
{
    /// <summary>By date (newest first unless the oldest are asked for), then article, then place: the same in every layout of segments.</summary>
    public static int Compare(StorySearcher searcher, int leafA, int docA, int leafB, int docB, PassageOrder order)
    {
        var a = searcher.View(leafA);
        var b = searcher.View(leafB);
        var articleA = a.Articles[a.ArticleOf[docA]].Article.Source;
        var articleB = b.Articles[b.ArticleOf[docB]].Article.Source;
        if (!ReferenceEquals(articleA, articleB))
        {
            var byDate = CompareDates(articleA, articleB, order == PassageOrder.OldestFirst);
            byDate = byDate != 0 ? byDate : string.CompareOrdinal(articleA.Id, articleB.Id);
            if (byDate != 0)
            {
                return byDate;
            }
        }

        var byPlace = a.Rows[docA].Ordinal.CompareTo(b.Rows[docB].Ordinal);
        return byPlace != 0 ? byPlace : docA.CompareTo(docB);
    }

    private static int CompareDates(PassageSource a, PassageSource b, bool oldestFirst)
    {
        if (a.Published is null != b.Published is null)
        {
            return a.Published is null ? 1 : -1;
        }

        var byDate = a.Published is { } day ? day.CompareTo(b.Published!.Value) : a.Added.CompareTo(b.Added);
        return oldestFirst ? byDate : -byDate;
    }
}
