using System.Numerics;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace BriefingBot.Search.Index;

/// <summary>
/// What ranking and listing need of one segment, in memory: read once when the segment first appears, shared by all later states of
/// the index, since a segment never changes but for deletions.
/// </summary>
internal sealed class SegmentView
{
    private static readonly ConditionalWeakTable<object, SegmentView> Seen = [];

    /// <summary>So many places for each statement: then one in eight that is sought in vain is looked up in Lucene's dictionary.</summary>
    private const int PlacesForEach = 8;

    /// <summary>One bit for each place that a statement's key leads to (a Bloom filter of one hash; Bloom 1970).</summary>
    private readonly ulong[] _statements;

    private SegmentView(AtomicReader reader)
    {
        var articleDocuments = Documents(reader, SentenceFields.ArticleType);
        Articles = [.. articleDocuments.Select(doc => (doc, StoredRecords.DecodeArticle(RecordOf(reader, doc))))];
        Files = [.. Documents(reader, SentenceFields.FileType).Select(doc => (doc, StoredRecords.DecodeFile(RecordOf(reader, doc))))];
        NewestFirst = InOrder(oldestFirst: false);
        OldestFirst = InOrder(oldestFirst: true);
        ArticleOf = new int[reader.MaxDoc];
        Rows = new Row[reader.MaxDoc];
        _statements = new ulong[BitOperations.RoundUpToPowerOf2((uint)reader.MaxDoc * PlacesForEach / 64 + 1)];
        var rows = reader.GetBinaryDocValues(SentenceFields.Row);
        var bytes = new BytesRef();
        var article = -1;
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            if (article + 1 < Articles.Count && Articles[article + 1].Document == doc)
            {
                article++;
            }

            ArticleOf[doc] = article;
            rows?.Get(doc, bytes);
            Rows[doc] = rows is not null && bytes.Length == Row.Size ? Row.Decode(bytes) : default;
            _statements[Place(Rows[doc].Statement) >> 6] |= 1UL << Place(Rows[doc].Statement);
        }
    }

    public IReadOnlyList<(int Document, ArticleRecord Article)> Articles { get; }

    public IReadOnlyList<(int Document, FileRecord File)> Files { get; }

    /// <summary>The numbers of <see cref="Articles"/> in the order of answers.</summary>
    public int[] NewestFirst { get; }

    public int[] OldestFirst { get; }

    /// <summary>By document: its article, as an index into <see cref="Articles"/>.</summary>
    public int[] ArticleOf { get; }

    /// <summary>By document: its statement's key and place.</summary>
    public Row[] Rows { get; }

    public static SegmentView Of(AtomicReader reader) => Seen.GetValue(reader.CoreCacheKey, _ => new SegmentView(reader));

    /// <summary>False: no document holds the statement; true: one may.</summary>
    public bool MayHold(long statement) => (_statements[Place(statement) >> 6] & (1UL << Place(statement))) != 0;

    private int Place(long statement) => (int)(statement & ((_statements.Length * 64L) - 1));

    private int[] InOrder(bool oldestFirst)
    {
        var order = Enumerable.Range(0, Articles.Count).ToArray();
        Array.Sort(order, (a, b) => ArticleOrder.Compare(Articles[a].Article.Source, Articles[b].Article.Source, oldestFirst));
        return order;
    }

    private static BytesRef RecordOf(AtomicReader reader, int doc) => reader.Document(doc).GetBinaryValue(SentenceFields.Record);

    private static List<int> Documents(AtomicReader reader, string type)
    {
        // Deleted ones too: a view outlives the deletions of the moment; who uses it looks at the live documents.
        var found = new List<int>();
        var documents = reader.GetTerms(SentenceFields.Type)?.GetEnumerator() is { } terms && terms.SeekExact(new BytesRef(type))
            ? terms.Docs(null, null, DocsFlags.NONE) : null;
        while (documents is not null && documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            found.Add(documents.DocID);
        }

        return found;
    }
}
