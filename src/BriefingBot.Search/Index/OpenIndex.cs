using System.Diagnostics.CodeAnalysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Directory = Lucene.Net.Store.Directory;

namespace BriefingBot.Search.Index;

/// <summary>An index while it is open: its writer, where this process writes, and the searchers of its states.</summary>
internal sealed class OpenIndex
{
    private readonly Directory _directory;

    public OpenIndex(Directory directory, IndexWriter? writer, string birth)
    {
        (_directory, Writer, Birth) = (directory, writer, birth);
        Searchers = writer is null ? new SearcherManager(directory, new StorySearchers()) : new SearcherManager(writer, true, new StorySearchers());
    }

    public IndexWriter? Writer { get; }

    public SearcherManager Searchers { get; }

    public string Birth { get; }

    /// <summary>False when this index has been let go of meanwhile: then nothing was read.</summary>
    public bool TryRead<T>(Func<StorySearcher, T> read, ref T result)
    {
        if (Acquire() is not { } searcher)
        {
            return false;
        }

        try
        {
            result = read(searcher);
            return true;
        }
        finally
        {
            Searchers.Release(searcher);
        }
    }

    /// <summary>
    /// Lets go of everything, also where the files make that fail half-way. Commits nothing: what was not committed is not to survive.
    /// Whoever still reads keeps its reader until it has done.
    /// </summary>
    public void Discard()
    {
        Quietly(Searchers.Dispose);
        if (Writer is not null)
        {
            // Not Dispose, which would merge and commit, and leaks its files when that fails.
            Quietly(Writer.Rollback);
        }

        Quietly(_directory.Dispose);
    }

    /// <summary>
    /// Tells damaged files from a fault of ours by reading them all: a fault that one query brings out must not empty the index. Slow, and
    /// only after something has failed.
    /// </summary>
    [SuppressMessage("Design", "CA1031", Justification = "Lucene trusts its files: reading damaged ones throws nearly anything.")]
    public bool IsDamaged()
    {
        try
        {
            var read = false;
            TryRead(searcher => searcher.IsIntact(), ref read);
            return false;
        }
        catch (Exception error) when (IndexFolder.IsDamage(error) || IndexFolder.MayBeDamage(error))
        {
            return true;
        }
    }

    private StorySearcher? Acquire()
    {
        try
        {
            return (StorySearcher)Searchers.Acquire();
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Damaged files may throw anything, and nothing is lost by not hearing of it: the index is let go.")]
    private static void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The articles are the truth.
        }
    }

    private sealed class StorySearchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new StorySearcher(reader);
    }
}
