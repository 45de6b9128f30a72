using System.Threading.Channels;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Indexing;

/// <summary>How far a run is.</summary>
internal readonly record struct IndexProgress(int Done, int Total);

/// <summary>What a run did, in files.</summary>
/// <param name="Read">New or changed, with articles.</param>
/// <param name="Removed">Gone from the folder.</param>
/// <param name="Unreadable">Without an article that can be read.</param>
internal readonly record struct IndexResult(int Read, int Removed, int Unreadable)
{
    public int Files => Read + Removed + Unreadable;

    public static IndexResult operator +(IndexResult a, IndexResult b) =>
        new(a.Read + b.Read, a.Removed + b.Removed, a.Unreadable + b.Unreadable);
}

/// <summary>
/// Brings changes of the folder into the index: files are read and analysed side by side, and written one after another in the order of
/// their paths. One run at a time.
/// </summary>
internal sealed partial class IndexRun(
    SentenceIndex index, ArticleFolder folder, QuotationFinder finder, StoryOptions options, TimeProvider time, ILogger<IndexRun> logger)
{
    /// <summary>How long articles that were read may wait to be seen while others are being read and people are answered.</summary>
    private static readonly TimeSpan VisibleAfter = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Compares the whole folder with the index and takes over all differences, on every core; files that could not be read are tried once
    /// more. Does nothing where another process writes the index.
    /// </summary>
    /// <param name="progress">Told after each file.</param>
    /// <param name="stop">Ends the run between two files.</param>
    /// <param name="whileAnswering">Leaves a core to the answers, and makes articles visible on the way.</param>
    /// <exception cref="IOException">The folder cannot be listed, or the index cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As for <see cref="IOException"/>.</exception>
    public async Task<IndexResult> BringUpToDateAsync(IProgress<IndexProgress>? progress, CancellationToken stop, bool whileAnswering = false)
    {
        if (!index.CanWrite)
        {
            if (index.IsReadable)
            {
                LogReadingAlong(options.IndexPath);
            }
            else
            {
                LogNothingToRead(options.IndexPath);
            }

            return default;
        }

        var result = await TakeOverAllAsync(progress, whileAnswering, stop);
        if (!index.Damaged)
        {
            return result;
        }

        // The articles are the truth: what lies on the disk is thrown away and made anew, once.
        LogDamaged(options.IndexPath);
        index.Recreate();
        result = await TakeOverAllAsync(progress, whileAnswering, stop);
        return !index.Damaged ? result : throw new IOException(
            $"The index in {options.IndexPath} cannot be written: it was damaged again right after it had been made anew. Is the disk full?");
    }

    private async Task<IndexResult> TakeOverAllAsync(IProgress<IndexProgress>? progress, bool whileAnswering, CancellationToken stop)
    {
        // What made a file unreadable need not be in the file (an owner, a disk): its fingerprint then stays, so it is not trusted.
        var unreadable = index.Story().Unreadable.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var known = index.Files.Where(file => !unreadable.Contains(file.Key)).ToDictionary(StringComparer.Ordinal);
        var changes = folder.ChangesSince(known);
        unreadable.ExceptWith(changes.Select(change => change.Path));
        var all = changes.Concat(unreadable.Select(path => new ArticleChange(path, null))).ToList();
        try
        {
            // Where nobody is answered meanwhile: making articles visible costs about as much as writing them.
            return whileAnswering
                ? await ApplyAsync(all, Math.Max(1, Environment.ProcessorCount - 1), VisibleAfter, progress, stop)
                : await ApplyAsync(all, Environment.ProcessorCount, TimeSpan.MaxValue, progress, stop);
        }
        finally
        {
            // Also when stopped on the way: what was read need not be read again.
            if (all.Count > 0)
            {
                index.Commit();
            }
        }
    }

    /// <summary>Takes over <paramref name="changes"/> and makes them visible; committing is the caller's.</summary>
    /// <param name="changes">As the folder found them.</param>
    /// <param name="degree">How many files are analysed at once.</param>
    /// <param name="visibleAfter">How long articles may wait to be seen while others are still being read.</param>
    /// <param name="progress">Told after each file.</param>
    /// <param name="stop">What was begun is finished; the rest comes up again next time.</param>
    public async Task<IndexResult> ApplyAsync(
        IReadOnlyList<ArticleChange> changes, int degree, TimeSpan visibleAfter, IProgress<IndexProgress>? progress, CancellationToken stop)
    {
        var result = default(IndexResult);
        var done = 0;
        var refreshed = time.GetTimestamp();
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        // Bounded, so that a thousand articles are never in memory at once.
        var readings = Channel.CreateBounded<Task<Reading>>(degree);
        var reader = ReadAsync(changes, degree, readings.Writer, failed.Token);
        try
        {
            await foreach (var reading in readings.Reader.ReadAllAsync(CancellationToken.None))
            {
                result += Write(await reading);
                progress?.Report(new IndexProgress(++done, changes.Count));
                if (time.GetElapsedTime(refreshed) >= visibleAfter)
                {
                    index.Refresh();
                    refreshed = time.GetTimestamp();
                }
            }
        }
        finally
        {
            await failed.CancelAsync();
            await reader;
        }

        index.Refresh();
        stop.ThrowIfCancellationRequested();
        return result;
    }

    private async Task ReadAsync(IReadOnlyList<ArticleChange> changes, int degree, ChannelWriter<Task<Reading>> readings, CancellationToken stop)
    {
        using var free = new SemaphoreSlim(degree, degree);
        var begun = new List<Task>();
        try
        {
            foreach (var change in changes)
            {
                await free.WaitAsync(stop);
                var reading = Task.Run(() => Read(change), CancellationToken.None);
                begun.Add(reading.ContinueWith(_ => free.Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default));
                await readings.WriteAsync(reading, stop);
                begun.RemoveAll(task => task.IsCompleted);
            }
        }
        catch (OperationCanceledException)
        {
            // The caller tells its own caller.
        }
        finally
        {
            readings.Complete();
            await Task.WhenAll(begun);
        }
    }

    private Reading Read(ArticleChange change)
    {
        if (change.File is not { } file)
        {
            return new Reading(change, null, []);
        }

        try
        {
            var parsed = ArticleFile.Read(file);
            return new Reading(
                change, parsed, parsed is null ? [] : [.. parsed.Articles.Select(article => (article, finder.Analyze(article)))]);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A fault of ours, brought out by this file: the others are served.
            LogFault(file.Path, fault);
            return new Reading(change, ParsedFile.Unreadable(
                $"It could not be analysed ({fault.GetType().Name}), which is a fault of this program; please report it with the file."), []);
        }
    }

    private IndexResult Write(Reading reading)
    {
        var path = reading.Change.Path;
        if (reading.Change.File is not { } file)
        {
            index.Remove(path);
            return new IndexResult(0, 1, 0);
        }

        if (reading.Parsed is not { } parsed)
        {
            // It went or changed meanwhile: the next look at the folder tells.
            return default;
        }

        if (parsed.Reason is { } reason)
        {
            LogUnreadable(path, reason);
            index.MarkUnreadable(new UnreadableFile(path, reason, file.Fingerprint));
            return new IndexResult(0, 0, 1);
        }

        index.Replace(new IndexedFile(path, file.Fingerprint), reading.Articles);
        return new IndexResult(1, 0, 0);
    }

    private sealed record Reading(ArticleChange Change, ParsedFile? Parsed, IReadOnlyList<(Article, ArticleAnalysis)> Articles);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} cannot be read. {Reason}")]
    private partial void LogUnreadable(string path, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} could not be analysed.")]
    private partial void LogFault(string path, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index {Path} is damaged and is made anew from the articles.")]
    private partial void LogDamaged(string path);

    [LoggerMessage(Level = LogLevel.Information, Message = "Another process writes the index {Path}: this one reads along.")]
    private partial void LogReadingAlong(string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Another process writes the index {Path}, from other articles or by another version of "
        + "this program: nothing is answered from it. Give Story:IndexPath another folder.")]
    private partial void LogNothingToRead(string path);
}
