using System.Runtime.InteropServices;
using BriefingBot.Search.Index;

namespace BriefingBot.Search.Ranking;

/// <summary>
/// The first statements of all hits offered, by score and place; a statement made twice counts once, where it comes first. It holds a fixed
/// number, however many there are: what cannot be among the first any more is turned away with one comparison.
/// </summary>
internal sealed class BestHits
{
    private readonly StorySearcher _searcher;
    private readonly Places _places;
    private readonly int _most;

    /// <summary>The last of those held comes out first. Holds hits, too, that a repetition has taken the place of.</summary>
    private readonly PriorityQueue<Offered, Offered> _last;
    private readonly Dictionary<long, Statement> _held = [];

    public BestHits(StorySearcher searcher, PassageOrder order, int most)
    {
        (_searcher, _places, _most) = (searcher, new Places(searcher, order), most);
        _last = new PriorityQueue<Offered, Offered>(Comparer<Offered>.Create((a, b) => Compare(b, a)));
    }

    /// <summary>A hit of a lower score would be turned away.</summary>
    public float Least { get; private set; } = float.NegativeInfinity;

    public void Offer(int leaf, int document, float score)
    {
        var hit = new Offered(leaf, document, score, _places.ArticleRank(leaf, document));
        if (_held.Count == _most && Compare(hit, _last.Peek()) > 0)
        {
            return;
        }

        ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(_held, StatementOf(hit), out var repeated);
        if (repeated)
        {
            var (first, other) = Compare(hit, held.First) < 0 ? (hit, held.First) : (held.First, hit);
            held.Others.Add((other.Leaf, other.Document));
            held = held with { First = first };
            if (first != hit)
            {
                return;
            }
        }
        else
        {
            held = new Statement(hit, []);
        }

        _last.Enqueue(hit, hit);
        Shorten();
    }

    /// <summary>All that are held, in order.</summary>
    public List<Hit> InOrder()
    {
        var statements = _held.Values.ToList();
        statements.Sort((a, b) => Compare(a.First, b.First));
        return statements.ConvertAll(held => new Hit(held.First.Leaf, held.First.Document, held.First.Score) { Others = held.Others });
    }

    private void Shorten()
    {
        if (_held.Count > _most)
        {
            _held.Remove(StatementOf(_last.Dequeue()));
        }

        while (_last.TryPeek(out var last, out _) && (!_held.TryGetValue(StatementOf(last), out var held) || held.First != last))
        {
            _last.Dequeue();
        }

        Least = _held.Count == _most ? _last.Peek().Score : Least;
    }

    private long StatementOf(Offered hit) => _searcher.View(hit.Leaf).Rows[hit.Document].Statement;

    private int Compare(Offered a, Offered b)
    {
        var byScore = b.Score.CompareTo(a.Score);
        var byArticle = byScore != 0 ? byScore : a.ArticleRank.CompareTo(b.ArticleRank);
        return byArticle != 0 ? byArticle : _places.CompareInArticle((a.Leaf, a.Document), (b.Leaf, b.Document));
    }

    private readonly record struct Offered(int Leaf, int Document, float Score, int ArticleRank);

    private readonly record struct Statement(Offered First, List<(int, int)> Others);
}
