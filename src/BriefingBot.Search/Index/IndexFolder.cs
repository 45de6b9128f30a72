using System.Globalization;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace BriefingBot.Search.Index;

/// <summary>
/// The folder that an index lies in: who may write it, whether what lies there can be used, and how it is made anew. Lucene's own write
/// lock is shared between processes on Linux, so an exclusively opened <c>FOLDER.lock</c> beside it decides; the operating system
/// frees it with the process.
/// </summary>
internal sealed class IndexFolder : IDisposable
{
    private const string SchemaKey = "schema", AnalysisKey = "analysis", OriginKey = "origin", BirthKey = "birth";

    private static readonly int MadeByLucene = new IOException().HResult;

    /// <summary>How a file that another process has locked is reported: EWOULDBLOCK of Linux and of macOS, Windows' sharing violation.</summary>
    private static readonly int[] HeldElsewhere = [11, 35, unchecked((int)0x80070020)];

    private readonly string _path;
    private readonly string _origin;
    private readonly TimeProvider _time;
    private FileStream? _lock;

    private IndexFolder(string path, string origin, TimeProvider time) => (_path, _origin, _time) = (path, origin, time);

    public bool CanWrite => _lock is not null;

    /// <summary>Tells one making of the index from the next, also to processes that only read.</summary>
    public string Birth { get; private set; } = "";

    /// <param name="path">Made when missing.</param>
    /// <param name="origin">As of <see cref="SentenceIndex.Open"/>.</param>
    /// <param name="time">For the birth.</param>
    /// <param name="write">Whether to ask for the right to write.</param>
    public static IndexFolder Open(string path, string origin, TimeProvider time, bool write)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        System.IO.Directory.CreateDirectory(path);
        var folder = new IndexFolder(path, origin, time);
        if (write)
        {
            folder.TryLock();
        }

        return folder;
    }

    /// <summary>Takes the right to write unless another process has it; whether this one has it now.</summary>
    /// <exception cref="IOException">What the machine refuses: a full disk, one that is read-only.</exception>
    public bool TryLock()
    {
        try
        {
            _lock ??= new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (HeldElsewhere.Contains(error.HResult))
        {
            // Another process writes: this one reads along.
        }

        return CanWrite;
    }

    /// <summary>Whether another process has the right to write.</summary>
    public bool IsWrittenElsewhere()
    {
        if (CanWrite)
        {
            return false;
        }

        var elsewhere = !TryLock();
        Unlock();
        return elsewhere;
    }

    /// <summary>Gives the right to write back.</summary>
    public void Unlock()
    {
        _lock?.Dispose();
        _lock = null;
    }

    public Directory Directory() => new IndexDirectory(_path);

    /// <summary>A writer on what lies in the folder if that is sound and ours, else on an empty index.</summary>
    public (IndexWriter Writer, Directory Directory) OpenWriter()
    {
        var directory = Directory();
        try
        {
            if (IsSound(directory))
            {
                return (Writer(directory, OpenMode.APPEND), directory);
            }
        }
        catch (Exception error) when (IsDamage(error) || MayBeDamage(error))
        {
            // Nothing but these files was read: made anew below.
        }

        directory.Dispose();
        return Recreate();
    }

    /// <summary>Deletes the index in the folder, and nothing else there, and begins a new one, committed empty.</summary>
    public (IndexWriter Writer, Directory Directory) Recreate()
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(_path).Where(file => IndexDirectory.IsOwn(Path.GetFileName(file))))
        {
            File.Delete(file);
        }

        // Readers of the old files notice by this that names like _0 now mean something else.
        Birth = $"{_time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture)}-{Environment.ProcessId}";
        var directory = Directory();
        var writer = Writer(directory, OpenMode.CREATE);
        Commit(writer);
        return (writer, directory);
    }

    public void Commit(IndexWriter writer)
    {
        writer.SetCommitData(new Dictionary<string, string>
        {
            [SchemaKey] = SentenceFields.Schema,
            [AnalysisKey] = SentenceFields.Analysis,
            [OriginKey] = _origin,
            [BirthKey] = Birth,
        });
        writer.Commit();
    }

    /// <summary>The birth of the index that lies in the folder now; null when there is none, or one of other articles or another version.</summary>
    public string? BirthIn(Directory directory)
    {
        if (!DirectoryReader.IndexExists(directory))
        {
            return null;
        }

        var infos = new SegmentInfos();
        infos.Read(directory);
        return BirthOf(infos.UserData);
    }

    /// <summary>Whether this can come from nothing but files that are damaged, of another format, or gone.</summary>
    public static bool IsDamage(Exception error) =>
        error is CorruptIndexException or EndOfStreamException or FileNotFoundException or DirectoryNotFoundException
        || (error.InnerException is { } inner && IsDamage(inner));

    /// <summary>
    /// Whether damaged files may have brought this about, or else a fault of ours: Lucene trusts its files, so nearly anything. Not what
    /// the machine refuses, such as space on a full disk: no rebuilding mends that. Its errors carry its own number, where those that
    /// Lucene makes (“checksum failed”) carry .NET's.
    /// </summary>
    public static bool MayBeDamage(Exception error) =>
        error is IOException ? error.HResult == MadeByLucene
        : error is not (OutOfMemoryException or OperationCanceledException or ObjectDisposedException or UnauthorizedAccessException);

    public void Dispose() => Unlock();

    private bool IsSound(Directory directory)
    {
        if (!DirectoryReader.IndexExists(directory))
        {
            return false;
        }

        using var reader = DirectoryReader.Open(directory);
        if (BirthOf(reader.IndexCommit.UserData) is not { } birth)
        {
            return false;
        }

        Birth = birth;
        return new StorySearcher(reader).IsIntact();
    }

    /// <summary>Null when the index that says this is not ours.</summary>
    private string? BirthOf(IDictionary<string, string> data) =>
        data.TryGetValue(SchemaKey, out var schema) && schema == SentenceFields.Schema
        && data.TryGetValue(AnalysisKey, out var analysis) && analysis == SentenceFields.Analysis
        && data.TryGetValue(OriginKey, out var origin) && origin == _origin
        && data.TryGetValue(BirthKey, out var birth) ? birth : null;

    private static IndexWriter Writer(Directory directory, OpenMode mode) =>
        new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
        {
            OpenMode = mode,
            Similarity = SentenceSimilarity.Create(),
            RAMBufferSizeMB = 64,
            // In the thread that writes: a merge that meets damage then throws to us, where a thread of its own would end the process.
            MergeScheduler = new SerialMergeScheduler(),
        });
}
