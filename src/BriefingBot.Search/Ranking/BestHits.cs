using BriefingBot.Search.Index;

namespace BriefingBot.Search.Ranking;

/// <summary>
/// The first of all hits offered, by score and place. It holds a fixed number, however many there are: what cannot be among the first
/// any more is turned away with one comparison.
/// </summary>
internal sealed class BestHits
{
    private readonly StorySearcher _searcher;
    private readonly Places _places;
    private readonly int _most;
    private readonly PriorityQueue<Offered, Offered> _held;
    private bool _turnedAway;

    public BestHits(StorySearcher searcher, PassageOrder order, int most)
    {
        (_searcher, _places, _most) = (searcher, new Places(searcher, order), most);
        _held = new PriorityQueue<Offered, Offered>(Comparer<Offered>.Create((a, b) => Compare(b, a)));
    }

    /// <summary>A hit of a lower score would be turned away.</summary>
    public float Least { get; private set; } = float.NegativeInfinity;

    public void Offer(int leaf, int document, float score)
    {
        var hit = new Offered(leaf, document, score, _places.ArticleRank(leaf, document));
        if (_held.Count < _most)
        {
            _held.Enqueue(hit, hit);
        }
        else
        {
            _turnedAway = true;
            if (Compare(hit, _held.Peek()) > 0)
            {
                return;
            }

            _held.DequeueEnqueue(hit, hit);
        }

        Least = _held.Count == _most ? _held.Peek().Score : Least;
    }

    /// <summary>
    /// The first <paramref name="count"/> in order, those of one statement folded into the first of them; fewer when no more were offered.
    /// Null when too many of those held are repetitions, and others were turned away.
    /// </summary>
    public List<Hit>? First(int count)
    {
        var held = _held.UnorderedItems.Select(item => item.Element).ToList();
        held.Sort(Compare);
        var hits = new List<Hit>();
        var byStatement = new Dictionary<long, List<(int, int)>>();
        foreach (var hit in held)
        {
            var statement = _searcher.View(hit.Leaf).Rows[hit.Document].Statement;
            if (byStatement.TryGetValue(statement, out var others))
            {
                others.Add((hit.Leaf, hit.Document));
            }
            else if (hits.Count < count)
            {
                byStatement[statement] = others = [];
                hits.Add(new Hit(hit.Leaf, hit.Document, hit.Score) { Others = others });
            }
        }

        return hits.Count < count && _turnedAway ? null : hits;
    }

    private int Compare(Offered a, Offered b)
    {
        var byScore = b.Score.CompareTo(a.Score);
        var byArticle = byScore != 0 ? byScore : a.ArticleRank.CompareTo(b.ArticleRank);
        return byArticle != 0 ? byArticle : _places.CompareInArticle((a.Leaf, a.Document), (b.Leaf, b.Document));
    }

    private readonly record struct Offered(int Leaf, int Document, float Score, int ArticleRank);
}
