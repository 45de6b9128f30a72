using BriefingBot.Search.Index;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace BriefingBot.Search.Ranking;

/// <summary>What may answer a query, first ranked cheaply: by BM25, or by date.</summary>
internal sealed class Candidates
{
    /// <summary>Of a question the share of its weight that words may have which alone make no passage count.</summary>
    private const double CommonWords = 0.5;

    private readonly StorySearcher _searcher;
    private readonly PassageOrder _order;
    private readonly Func<AnyWord>? _telling;
    private readonly AnyWord? _words;

    /// <summary>Set where there are no words to rank by.</summary>
    private readonly Query? _every;

    /// <param name="searcher">One state of the index.</param>
    /// <param name="query">Scope, filters, and whether weak hits are refused: then those that hold nothing but common words are left out.</param>
    /// <param name="read">Phrases and what is excluded.</param>
    /// <param name="asked">The words.</param>
    /// <param name="order">By relevance or date.</param>
    public Candidates(StorySearcher searcher, PassageQuery query, ReadQuery read, AskedWords asked, PassageOrder order)
    {
        (_searcher, _order) = (searcher, order);
        var quotations = query.Scope != PassageScope.Sentences;
        var filters = new QueryFilters(searcher);
        // A quotation of the commoner words alone is no answer; a sentence may be one, by what stands beside it.
        var needed = asked.Telling(quotations && query.RefuseWeak ? QuotationRanking.LeastAsAsked : 0);
        if (asked.Words.Count == 0 || read.Phrases.Count > 0 || order != PassageOrder.Relevance)
        {
            _every = filters.Build(query, read, asked, needed);
            return;
        }

        var allowed = filters.Filters(query, read) is { } filter ? Allowed(filter) : null;
        var words = new AnyWord(searcher, asked, needed, QueryFilters.Fields(query.Scope), allowed);
        _words = words;
        // Few questions have so many answers that they are counted.
        _telling = () => quotations ? words : new AnyWord(searcher, asked, asked.Telling(CommonWords), QueryFilters.Fields(query.Scope), allowed);
    }

    /// <summary>The first <paramref name="count"/> statements in order.</summary>
    public List<Hit> First(int count)
    {
        var best = new BestHits(_searcher, _order, count);
        if (_words is not null)
        {
            _words.Find(best);
        }
        else
        {
            _searcher.Search(_every!, new Offering(best, _order == PassageOrder.Relevance));
        }

        return best.InOrder();
    }

    /// <summary>The number of different statements that hold more than common words, whichever their place; no more than <paramref name="most"/>.</summary>
    public int CountStatements(int most)
    {
        var statements = new HashSet<long>();
        if (_telling is not null)
        {
            _telling().AddStatements(statements, most);
        }
        else
        {
            _searcher.Search(_every!, new Counting(_searcher, statements, most));
        }

        return statements.Count;
    }

    private FixedBitSet?[] Allowed(Query query)
    {
        var noting = new Noting(_searcher.Leaves.Count);
        _searcher.Search(query, noting);
        return noting.Found;
    }

    private sealed class Offering(BestHits best, bool scored) : ICollector
    {
        private Scorer? _scorer;
        private int _leaf;

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer) => _scorer = scorer;

        public void SetNextReader(AtomicReaderContext context) => _leaf = context.Ord;

        public void Collect(int doc) => best.Offer(_leaf, doc, scored ? _scorer!.GetScore() : 0);
    }

    private abstract class Unscored : ICollector
    {
        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
            // Nothing is scored.
        }

        public abstract void SetNextReader(AtomicReaderContext context);

        public abstract void Collect(int doc);
    }

    private sealed class Noting(int leaves) : Unscored
    {
        private FixedBitSet? _bits;

        public FixedBitSet?[] Found { get; } = new FixedBitSet?[leaves];

        public override void SetNextReader(AtomicReaderContext context) => Found[context.Ord] = _bits = new FixedBitSet(context.Reader.MaxDoc);

        public override void Collect(int doc) => _bits!.Set(doc);
    }

    private sealed class Counting(StorySearcher searcher, HashSet<long> statements, int most) : Unscored
    {
        private Row[] _rows = [];

        public override void SetNextReader(AtomicReaderContext context) => _rows = searcher.View(context.Ord).Rows;

        public override void Collect(int doc)
        {
            if (statements.Count < most)
            {
                statements.Add(_rows[doc].Statement);
            }
        }
    }
}
