using System.Collections.Concurrent;
using Lucene.Net.Index;
using Directory = Lucene.Net.Store.Directory;

namespace BriefingBot.Search.Index;

/// <summary>
/// An index from its opening to its end: which process writes it and which read along, what damage is met, how it is made anew. What is in
/// it, <see cref="SentenceIndex"/> knows. Safe for any number of threads; errors are as there.
/// </summary>
internal sealed class IndexLife : IDisposable
{
    private readonly IndexFolder _folder;
    private readonly Lock _writing = new();
    private readonly ConcurrentDictionary<string, FileRecord> _files = new(StringComparer.Ordinal);
    private OpenIndex? _open;
    private bool _closed;

    private IndexLife(IndexFolder folder) => _folder = folder;

    /// <inheritdoc cref="SentenceIndex.CanWrite"/>
    public bool CanWrite => _folder.CanWrite;

    /// <inheritdoc cref="SentenceIndex.IsReadable"/>
    public bool IsReadable => _open is not null;

    /// <inheritdoc cref="SentenceIndex.Damage"/>
    public Exception? Damage { get; private set; }

    /// <summary>Where this process writes: every file of the index, by path.</summary>
    public IReadOnlyDictionary<string, FileRecord> Files => _files;

    /// <inheritdoc cref="SentenceIndex.Open"/>
    public static IndexLife Open(string folder, string origin, TimeProvider time, bool write)
    {
        var life = new IndexLife(IndexFolder.Open(folder, origin, time, write));
        try
        {
            if (life.CanWrite)
            {
                life.Begin(life._folder.OpenWriter());
            }
            else
            {
                life.Guarded(life.ReadAlong);
            }

            return life;
        }
        catch
        {
            life.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="SentenceIndex.IsWrittenElsewhere"/>
    public bool IsWrittenElsewhere()
    {
        lock (_writing)
        {
            return _folder.IsWrittenElsewhere();
        }
    }

    /// <inheritdoc cref="SentenceIndex.TryTakeOver"/>
    public bool TryTakeOver()
    {
        lock (_writing)
        {
            if (CanWrite || _closed || !_folder.TryLock())
            {
                return CanWrite;
            }

            var before = _open;
            try
            {
                Begin(_folder.OpenWriter());
            }
            catch
            {
                _folder.Unlock();
                throw;
            }

            before?.Discard();
            Damage = null;
            return true;
        }
    }

    /// <summary>Reads from the state that was refreshed last; <paramref name="nothing"/> where there is no index or it is damaged.</summary>
    public T Read<T>(Func<StorySearcher, T> read, T nothing)
    {
        var result = nothing;
        Guarded(() =>
        {
            // Another thread may open the index anew at any moment: then the new one is read.
            while (_open is { } open && !open.TryRead(read, ref result) && open != _open)
            {
            }
        });
        return result;
    }

    /// <summary>Writes into the index, and into its files by path, while nobody else does.</summary>
    /// <exception cref="InvalidOperationException">Another process writes.</exception>
    public void Write(Action<IndexWriter, ConcurrentDictionary<string, FileRecord>> write)
    {
        lock (_writing)
        {
            RequireWriting();
            ObjectDisposedException.ThrowIf(_closed, typeof(SentenceIndex));
            if (_open is null)
            {
                Begin(_folder.OpenWriter());
            }

            try
            {
                Guarded(() => write(_open!.Writer!, _files));
            }
            catch
            {
                // Lucene drops what it could not write: the last commit is where all that Files tells is there for certain.
                Interlocked.Exchange(ref _open, null)?.Discard();
                Begin(_folder.OpenWriter());
                throw;
            }
        }
    }

    /// <inheritdoc cref="SentenceIndex.Refresh"/>
    public void Refresh()
    {
        if (CanWrite)
        {
            Guarded(() => _open?.Searchers.MaybeRefreshBlocking());
        }
        else
        {
            Guarded(ReadAlong);
        }
    }

    /// <inheritdoc cref="SentenceIndex.Commit"/>
    public void Commit() => Write((writer, _) => _folder.Commit(writer));

    /// <inheritdoc cref="SentenceIndex.Recreate"/>
    public void Recreate()
    {
        lock (_writing)
        {
            RequireWriting();
            var before = Interlocked.Exchange(ref _open, null);
            before?.Discard();
            _files.Clear();
            Begin(_folder.Recreate());
            Damage = null;
        }
    }

    public void Dispose()
    {
        lock (_writing)
        {
            _closed = true;
            Interlocked.Exchange(ref _open, null)?.Discard();
            _folder.Dispose();
        }
    }

    private void RequireWriting()
    {
        if (!CanWrite)
        {
            throw new InvalidOperationException("Another process writes this index.");
        }
    }

    private void Begin((IndexWriter Writer, Directory Directory) opened)
    {
        var open = new OpenIndex(opened.Directory, opened.Writer, _folder.Birth);
        _open = open;
        IReadOnlyList<FileRecord> files = [];
        open.TryRead(searcher => searcher.Files, ref files);
        _files.Clear();
        foreach (var file in files)
        {
            _files[file.Path] = file;
        }
    }

    /// <summary>Follows the process that writes; an index made anew meanwhile is opened as another one.</summary>
    private void ReadAlong()
    {
        lock (_writing)
        {
            var directory = _folder.Directory();
            var birth = _folder.BirthIn(directory);
            if (birth is not null && birth == _open?.Birth)
            {
                directory.Dispose();
                _open.Searchers.MaybeRefreshBlocking();
                Damage = null;
                return;
            }

            var before = _open;
            _open = birth is null ? null : new OpenIndex(directory, null, birth);
            before?.Discard();
            Damage = null;
        }
    }

    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (IndexFolder.IsDamage(error) || (IndexFolder.MayBeDamage(error) && (_open?.IsDamaged() ?? false)))
        {
            Damage = error;
        }
    }
}
