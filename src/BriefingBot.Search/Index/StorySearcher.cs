using BriefingBot.Quotes.Articles;
using BriefingBot.Search.Ranking;
using BriefingBot.Search.Speakers;
using BriefingBot.Search.Suggestions;
using BriefingBot.Search.Words;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace BriefingBot.Search.Index;

/// <summary>One state of the index with what is derived from it: the cast over the whole story, its articles and files.</summary>
internal sealed class StorySearcher : IndexSearcher
{
    private const int MostOffered = 100;

    private readonly List<SegmentView> _views;
    private readonly Lazy<List<ArticleRecord>> _articles;
    private readonly Lazy<List<FileRecord>> _files;
    private readonly Lazy<StoryCast> _cast;
    private readonly Lazy<int[][]> _newestFirst;
    private readonly Lazy<int[][]> _oldestFirst;
    private readonly Lazy<IReadOnlyList<RepeatedStatement>> _mostRepeated;
    private readonly Lazy<ClaimsAndAnswers> _pairs;

    public StorySearcher(IndexReader reader)
        : base(reader)
    {
        Similarity = SentenceSimilarity.Create();
        _views = [.. Leaves.Select(leaf => SegmentView.Of(leaf.AtomicReader))];
        // Only when asked: while a thousand articles come in, most states of the index are never asked for these.
        _articles = new(() => Live(view => view.Articles));
        _files = new(() => Live(view => view.Files));
        _cast = new(() => StoryCast.Of(Articles, GenderOf));
        _newestFirst = new(() => ArticleOrder.Ranks(_views, oldestFirst: false));
        _oldestFirst = new(() => ArticleOrder.Ranks(_views, oldestFirst: true));
        _mostRepeated = new(() => new PhraseSuggestions(this).MostRepeated(Quotations(), MostOffered));
        _pairs = new(() => ClaimsAndAnswers.In(
            new PassageSearch(this).Statements(PassageQuery.Everything),
            (article, number) => Sentences(article, number, number) is [var sentence] ? sentence.Text : null));
    }

    /// <summary>Nothing but itself: another state of the index has another.</summary>
    public object Edition { get; } = new();

    public IList<AtomicReaderContext> Leaves => IndexReader.Leaves;

    public IReadOnlyList<ArticleRecord> Articles => _articles.Value;

    public IReadOnlyList<FileRecord> Files => _files.Value;

    public StoryCast Cast => _cast.Value;

    /// <summary>The statements that stand in most places.</summary>
    public IReadOnlyList<RepeatedStatement> MostRepeated => _mostRepeated.Value;

    /// <summary>Which statement answers which. Reading them takes long; whoever asks meanwhile waits for it.</summary>
    public ClaimsAndAnswers Pairs => _pairs.Value;

    /// <summary>By leaf and article: its place in the order of all.</summary>
    public int[][] Ranks(bool oldestFirst) => oldestFirst ? _oldestFirst.Value : _newestFirst.Value;

    public SegmentView View(int leaf) => _views[leaf];

    /// <summary>The story of an index that holds nothing.</summary>
    public static StoryFacts NoFacts { get; } = FactsOf([], [], [], 0);

    /// <param name="changedTicks">When the index changed last, as far as this process knows: files that were taken out tell no time.</param>
    public StoryFacts Facts(long changedTicks) => FactsOf(Articles, Files, Cast.People, changedTicks);

    /// <summary>Reads every file and compares it with its checksum; true, or an exception that tells what is wrong.</summary>
    public bool IsIntact()
    {
        foreach (var leaf in Leaves)
        {
            leaf.AtomicReader.CheckIntegrity();
        }

        return true;
    }

    /// <summary>The sentences of an article numbered <paramref name="first"/> to <paramref name="last"/>, as far as they exist.</summary>
    public List<ContextSentence> Sentences(string articleId, int first, int last)
    {
        if (First(SentenceFields.Article, articleId) is not var (leaf, document))
        {
            return [];
        }

        var (from, to) = (Math.Max(1, first), Math.Min(last, ArticleOf(new Hit(leaf, document, 0)).Sentences));
        return [.. Enumerable.Range(from, Math.Max(0, to - from + 1)).Select(number => Statement(leaf, document + number))
            .Select(sentence => new ContextSentence(sentence.Sentence, sentence.Span, sentence.Text))];
    }

    /// <summary>The statement at a hit.</summary>
    public StatementRecord Statement(Hit hit) => Statement(hit.Leaf, hit.Document);

    public StatementRecord Statement(int leaf, int document) =>
        StoredRecords.DecodeStatement(Leaves[leaf].AtomicReader.Document(document).GetBinaryValue(SentenceFields.Record));

    public ArticleRecord ArticleOf(Hit hit) => _views[hit.Leaf].Articles[_views[hit.Leaf].ArticleOf[hit.Document]].Article;

    /// <summary>Where a statement stands in its article's text.</summary>
    public TextSpan SpanOf(int leaf, int document) =>
        Row.SpanIn((Leaves[leaf].AtomicReader.GetNumericDocValues(SentenceFields.Span) ?? DocValues.EMPTY_NUMERIC).Get(document));

    public Row RowOf(Hit hit) => _views[hit.Leaf].Rows[hit.Document];

    /// <summary>A reader of ranking words, for one search: it keeps the leaf's doc values at hand.</summary>
    /// <param name="field">One of the fields that hold hashed words.</param>
    public TokenSource Tokens(string field = SentenceFields.Tokens) => new(this, field);

    private static StoryFacts FactsOf(
        IReadOnlyList<ArticleRecord> articles, IReadOnlyList<FileRecord> files, IReadOnlyList<Person> people, long changedTicks)
    {
        var changed = Math.Max(files.Count > 0 ? files.Max(file => file.ChangedTicks) : 0, articles.Count > 0 ? changedTicks : 0);
        return new StoryFacts
        {
            Articles = [.. articles.Select(a => a.Source).OrderByDescending(s => s.Published ?? DateOnly.MinValue)
                .ThenByDescending(s => s.Added).ThenBy(s => s.Id, StringComparer.Ordinal)],
            Sentences = articles.Sum(a => a.Sentences),
            Quotations = articles.Sum(a => a.Statements.Count),
            Statements = articles.SelectMany(a => a.Statements).Select(s => s.Statement).Distinct().Count(),
            Speakers = [.. people.Where(p => p.Statements.Count > 0).Select(p => p.Member)],
            Unreadable = [.. files.Where(f => f.Reason is not null).OrderBy(f => f.Path, StringComparer.Ordinal)
                .Select(f => new UnreadableFile(f.Path, f.Reason!, f.Fingerprint))],
            LastIndexed = changed > 0 ? new DateTimeOffset(changed, TimeSpan.Zero) : null,
        };
    }

    private IEnumerable<(int Leaf, int Document)> Quotations()
    {
        for (var leaf = 0; leaf < Leaves.Count; leaf++)
        {
            var live = Leaves[leaf].AtomicReader.LiveDocs;
            var rows = _views[leaf].Rows;
            for (var document = 0; document < rows.Length; document++)
            {
                // Only a quotation points back to its first sentence.
                if (rows[document].Back > 0 && (live?.Get(document) ?? true))
                {
                    yield return (leaf, document);
                }
            }
        }
    }

    /// <summary>What the words by which the text names the speaker tell, in the statements under these names: “she”, “Mr Berg”.</summary>
    private int GenderOf(IReadOnlyList<string> names)
    {
        return Math.Sign(Mentions(Titles.MaleMentions) - Mentions(Titles.FemaleMentions));

        int Mentions(IReadOnlyList<string> words)
        {
            var statements = new TotalHitCountCollector();
            Search(new BooleanQuery { { Any(SentenceFields.Speaker, names), Occur.MUST }, { Any(SentenceFields.Mention, words), Occur.MUST } }, statements);
            return statements.TotalHits;
        }

        static BooleanQuery Any(string field, IReadOnlyList<string> words)
        {
            var any = new BooleanQuery(disableCoord: true);
            words.Take(BooleanQuery.MaxClauseCount).ToList().ForEach(word => any.Add(new TermQuery(new Term(field, word)), Occur.SHOULD));
            return any;
        }
    }

    private List<T> Live<T>(Func<SegmentView, IReadOnlyList<(int Document, T Record)>> records)
    {
        var all = new List<T>();
        for (var i = 0; i < Leaves.Count; i++)
        {
            var live = Leaves[i].AtomicReader.LiveDocs;
            all.AddRange(records(_views[i]).Where(record => live?.Get(record.Document) ?? true).Select(record => record.Record));
        }

        return all;
    }

    /// <summary>The leaf and document of the first document with a term; null when there is none.</summary>
    public (int Leaf, int Document)? First(string field, string value)
    {
        for (var leaf = 0; leaf < Leaves.Count; leaf++)
        {
            var reader = Leaves[leaf].AtomicReader;
            var documents = reader.GetTermDocsEnum(new Term(field, value));
            while (documents is not null && documents.NextDoc() is var doc && doc != DocIdSetIterator.NO_MORE_DOCS)
            {
                if (reader.LiveDocs?.Get(doc) ?? true)
                {
                    return (leaf, doc);
                }
            }
        }

        return null;
    }
}

/// <summary>Reads the hashed words of documents.</summary>
internal sealed class TokenSource(StorySearcher searcher, string field)
{
    private readonly BinaryDocValues?[] _values = new BinaryDocValues?[searcher.Leaves.Count];

    public TokenRun Of(int leaf, int document)
    {
        var values = _values[leaf] ??= searcher.Leaves[leaf].AtomicReader.GetBinaryDocValues(field);
        if (values is null)
        {
            return default;
        }

        // Lucene hands out bytes of their own for each call.
        var bytes = new BytesRef();
        values.Get(document, bytes);
        return new TokenRun(bytes.Bytes.AsMemory(bytes.Offset, bytes.Length));
    }
}

/// <summary>Looks up documents by the exact terms of one field, for one search: a leaf's dictionary is opened once.</summary>
internal sealed class TermLookup(StorySearcher searcher, string field)
{
    private readonly TermsEnum?[] _terms = new TermsEnum?[searcher.Leaves.Count];
    private DocsEnum? _documents;

    /// <summary>The live documents of a leaf with a term.</summary>
    public IEnumerable<int> Documents(int leaf, BytesRef term)
    {
        var reader = searcher.Leaves[leaf].AtomicReader;
        var terms = _terms[leaf] ??= reader.GetTerms(field)?.GetEnumerator();
        if (terms is null || !terms.SeekExact(term))
        {
            yield break;
        }

        _documents = terms.Docs(reader.LiveDocs, _documents, DocsFlags.NONE);
        while (_documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            yield return _documents.DocID;
        }
    }
}
