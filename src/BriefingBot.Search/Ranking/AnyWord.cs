using BriefingBot.Search.Index;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace BriefingBot.Search.Ranking;

/// <summary>
/// Finds documents by the words they hold, scored by Lucene's BM25, the best only. A common word stands in a tenth of a large story: once
/// enough documents are known, those that hold nothing but words too common to beat them are never looked at (“MaxScore”; Turtle and
/// Flood, “Query evaluation: strategies and optimizations”, 1995). Lucene's own disjunctions score every document.
/// </summary>
/// <remarks>Scores are sums in one order, so that they do not depend on what was skipped.</remarks>
internal sealed class AnyWord
{
    /// <summary>Scores are single floats, of which a few are added.</summary>
    private const double Rounding = 1e-4;

    private readonly StorySearcher _searcher;
    private readonly FixedBitSet?[]? _allowed;
    private readonly List<Asked> _asked = [];

    /// <param name="searcher">One state of the index.</param>
    /// <param name="words">The words asked for.</param>
    /// <param name="needed">Stems of which a document must hold one; the others only add to the score.</param>
    /// <param name="fields">Where the words may stand, each with what it counts.</param>
    /// <param name="allowed">By leaf, the documents that may be found; null for all.</param>
    public AnyWord(
        StorySearcher searcher, AskedWords words, IReadOnlySet<string> needed, IReadOnlyList<(string Field, float Weight)> fields, FixedBitSet?[]? allowed)
    {
        (_searcher, _allowed) = (searcher, allowed);
        var documents = searcher.IndexReader.MaxDoc;
        foreach (var word in words.Words)
        {
            foreach (var (field, weight) in fields)
            {
                var term = new Term(field, word.Stem);
                if (searcher.IndexReader.DocFreq(term) is var frequency and > 0)
                {
                    var query = new TermQuery(term) { Boost = weight };
                    var most = weight * SentenceSimilarity.Most(documents, frequency);
                    _asked.Add(new Asked(searcher.CreateNormalizedWeight(query), term, most, needed.Contains(word.Stem)));
                }
            }
        }

        _asked.Sort((a, b) => a.Needed != b.Needed ? a.Needed.CompareTo(b.Needed) : a.Most.CompareTo(b.Most));
    }

    /// <summary>Offers every document that may be among the best.</summary>
    public void Find(BestHits best)
    {
        for (var leaf = 0; leaf < _searcher.Leaves.Count; leaf++)
        {
            Find(leaf, best);
        }
    }

    /// <summary>Adds the statements of documents that hold a needed word, until there are <paramref name="most"/>.</summary>
    public void AddStatements(HashSet<long> statements, int most)
    {
        foreach (var asked in _asked.Where(asked => asked.Needed))
        {
            for (var leaf = 0; leaf < _searcher.Leaves.Count && statements.Count < most; leaf++)
            {
                var reader = _searcher.Leaves[leaf].AtomicReader;
                var rows = _searcher.View(leaf).Rows;
                var documents = reader.GetTermDocsEnum(asked.Term) ?? DocIdSetIterator.GetEmpty();
                while (statements.Count < most && documents.NextDoc() is var document && document != DocIdSetIterator.NO_MORE_DOCS)
                {
                    if (IsAllowed(leaf, document))
                    {
                        statements.Add(rows[document].Statement);
                    }
                }
            }
        }
    }

    private void Find(int leaf, BestHits best)
    {
        var context = _searcher.Leaves[leaf];
        var found = _asked.Select(asked => (Scorer: asked.Weight.GetScorer(context, context.AtomicReader.LiveDocs), asked.Most, asked.Needed))
            .Where(asked => asked.Scorer is not null).ToList();
        var run = new Run([.. found.Select(asked => asked.Scorer)], [.. found.Select(asked => asked.Most)], found.FindIndex(asked => asked.Needed));
        while (run.Next(best.Least) is var document && document != DocIdSetIterator.NO_MORE_DOCS)
        {
            if (IsAllowed(leaf, document) && run.Score(document, best.Least) is { } score && score >= best.Least)
            {
                best.Offer(leaf, document, score);
            }
        }
    }

    private bool IsAllowed(int leaf, int document) => _allowed is null || (_allowed[leaf]?.Get(document) ?? false);

    private sealed record Asked(Weight Weight, Term Term, double Most, bool Needed);

    /// <summary>
    /// One sweep over a leaf. The scorers are ordered by the most that each can add; those before <c>_leading</c> together cannot reach the
    /// least score that is worth it, so documents are taken from the others.
    /// </summary>
    private sealed class Run
    {
        private readonly Scorer[] _scorers;
        private readonly double[] _mostUpTo;
        private int _leading;
        private int _document = -1;

        public Run(Scorer[] scorers, double[] most, int firstNeeded)
        {
            _scorers = scorers;
            _mostUpTo = new double[scorers.Length];
            _leading = firstNeeded < 0 ? scorers.Length : firstNeeded;
            var sum = 0.0;
            for (var i = 0; i < scorers.Length; i++)
            {
                _mostUpTo[i] = sum += most[i];
            }
        }

        /// <summary>The next document that may score <paramref name="least"/>.</summary>
        public int Next(float least)
        {
            while (_leading < _scorers.Length && _mostUpTo[_leading] + Rounding < least)
            {
                _leading++;
            }

            var next = DocIdSetIterator.NO_MORE_DOCS;
            for (var i = _leading; i < _scorers.Length; i++)
            {
                var document = _scorers[i].DocID;
                next = Math.Min(next, document <= _document ? _scorers[i].NextDoc() : document);
            }

            return _document = next;
        }

        /// <summary>The document's score; null when it cannot reach <paramref name="least"/>.</summary>
        public float? Score(int document, float least)
        {
            var sum = 0.0;
            for (var i = _scorers.Length - 1; i >= 0; i--)
            {
                if (i < _leading)
                {
                    if (sum + _mostUpTo[i] + Rounding < least)
                    {
                        return null;
                    }

                    if (_scorers[i].DocID < document)
                    {
                        _scorers[i].Advance(document);
                    }
                }

                sum += _scorers[i].DocID == document ? _scorers[i].GetScore() : 0;
            }

            return (float)sum;
        }
    }
}
