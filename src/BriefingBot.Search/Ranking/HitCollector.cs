using System.Runtime.InteropServices;
using BriefingBot.Search.Index;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace BriefingBot.Search.Ranking;

/// <summary>
/// Notes the hits of a query, and folds the best of them by statement, so that a thousand repetitions are one hit and the total counts
/// statements. Of each statement it keeps the hit that comes first. A common word hits a tenth of a large story: what is done with
/// each hit is next to nothing, and only what may come first is looked at.
/// </summary>
internal sealed class HitCollector(StorySearcher searcher, PassageOrder order) : ICollector
{
    /// <summary>How many hits are looked at for each that is wanted, at first: repetitions are rarely more.</summary>
    private const int LookedAt = 3;

    private readonly List<Noted> _hits = [];
    private Scorer? _scorer;
    private int _leaf = -1;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => _leaf = context.Ord;

    public void Collect(int doc) => _hits.Add(new Noted(_leaf, doc, order == PassageOrder.Relevance ? _scorer!.GetScore() : 0));

    /// <summary>The number of different statements. Looks at every hit.</summary>
    public int CountStatements()
    {
        var statements = new HashSet<long>(_hits.Count);
        foreach (var hit in _hits)
        {
            statements.Add(StatementOf(hit));
        }

        return statements.Count;
    }

    /// <summary>Whether so many different statements score more than <paramref name="score"/>.</summary>
    public bool Holds(int count, double score)
    {
        var statements = new HashSet<long>();
        foreach (var hit in _hits)
        {
            if (hit.Score > score && statements.Add(StatementOf(hit)) && statements.Count == count)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first <paramref name="count"/> hits in order.</summary>
    public List<Hit> Best(int count)
    {
        var groups = new List<Group>();
        for (var most = (long)count * LookedAt; ; most *= LookedAt * LookedAt)
        {
            // Scores first, all ties at the border kept: only what may come first is compared at length.
            var every = order != PassageOrder.Relevance || most >= _hits.Count;
            groups = FoldFrom(every ? float.NegativeInfinity : Largest.Of(_hits.ConvertAll(hit => hit.Score), (int)most));
            if (every || groups.Count >= count)
            {
                break;
            }
        }

        groups.Sort((a, b) => Compare(a.Hit, b.Hit));
        return groups.Take(count).Select(g => new Hit(g.Hit.Leaf, g.Hit.Document, g.Hit.Score) { Others = g.Others ?? [] }).ToList();
    }

    /// <summary>The hits of at least this score, one for each statement.</summary>
    private List<Group> FoldFrom(float least)
    {
        var groups = new List<Group>();
        var byStatement = new Dictionary<long, int>();
        foreach (var hit in _hits)
        {
            if (hit.Score < least)
            {
                continue;
            }

            ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(byStatement, StatementOf(hit), out var known);
            if (!known)
            {
                index = groups.Count;
                groups.Add(new Group(hit, null));
                continue;
            }

            var (first, others) = groups[index];
            var (kept, other) = Compare(hit, first) < 0 ? (hit, first) : (first, hit);
            others ??= [];
            others.Add((other.Leaf, other.Document));
            groups[index] = new Group(kept, others);
        }

        return groups;
    }

    private long StatementOf(Noted hit) => searcher.View(hit.Leaf).Rows[hit.Document].Statement;

    private int Compare(Noted a, Noted b) =>
        a.Score != b.Score ? b.Score.CompareTo(a.Score) : Places.Compare(searcher, a.Leaf, a.Document, b.Leaf, b.Document, order);

    private readonly record struct Noted(int Leaf, int Document, float Score);

    private readonly record struct Group(Noted Hit, List<(int, int)>? Others);
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
