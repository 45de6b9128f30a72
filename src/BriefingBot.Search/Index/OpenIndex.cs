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

    public T Read<T>(Func<StorySearcher, T> read)
    {
        var searcher = (StorySearcher)Searchers.Acquire();
        try
        {
            return read(searcher);
        }
        finally
        {
            Searchers.Release(searcher);
        }
    }

    /// <summary>Commits nothing: what was not committed is not to survive.</summary>
    public void Close() => Discard();

    /// <summary>Lets go of everything, also where the files make that fail half-way.</summary>
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

    [SuppressMessage("Design", "CA1031", Justification = "Damaged files may throw anything, and nothing is lost by not hearing of it: the index is let go.")]
    private static void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (IndexFolder.IsDamage(error))
        {
            // The articles are the truth.
        }
    }

    private sealed class StorySearchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new StorySearcher(reader);
    }
}
