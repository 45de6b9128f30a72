using BriefingBot.Search;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Indexing;

/// <summary>
/// Keeps the index at what the folder holds while the program answers: a change is answered from within two seconds. Started by a host,
/// or by whoever holds it; <see cref="BackgroundService.ExecuteTask"/> fails when the index can no longer be written, and by nothing that
/// a file holds.
/// </summary>
internal sealed partial class IndexWorker(
    SentenceIndex index, ArticleFolder folder, IndexRun run, StoryOptions options, TimeProvider time, ILogger<IndexWorker> logger)
    : BackgroundService
{
    /// <summary>How long a file must have been left alone before it is read.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The least time between two looks at the folder: a thousand events are a few looks.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan VisibleAfter = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    /// <summary>So many files are taken over before the folder is looked at again.</summary>
    private const int Batch = 256;

    private readonly SettlingFiles _settling = new(Rest, Patience, time);
    private long? _uncommittedSince;
    private bool _missing;

    /// <summary>False to do without file events, as on a network folder.</summary>
    public bool UseEvents { get; init; } = true;

    /// <summary>Told on the worker's thread after each batch that is visible to answers.</summary>
    public event Action<IndexResult>? Applied;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var watch = new FolderWatch(folder.Root, logger);
        if (UseEvents)
        {
            watch.Renew();
        }

        try
        {
            var told = true;
            while (!stoppingToken.IsCancellationRequested)
            {
                var started = time.GetTimestamp();
                var applied = index.CanWrite || TakesOver() ? await LookAsync(stoppingToken) : ReadAlong();
                if (applied.Files > 0)
                {
                    if (!told && UseEvents)
                    {
                        // Looking found what no event told: the watch has gone stale, as after the folder was replaced.
                        watch.Renew();
                    }

                    told = false;
                }

                await Task.Delay(Pause, time, stoppingToken);
                told |= applied.Files == 0 && await watch.WaitAsync(Next(time.GetElapsedTime(started)), time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
        finally
        {
            Commit();
        }
    }

    private async Task<IndexResult> LookAsync(CancellationToken stop)
    {
        if (index.Damaged)
        {
            var rebuilt = await run.BringUpToDateAsync(null, stop);
            Applied?.Invoke(rebuilt);
            return rebuilt;
        }

        var settled = _settling.Sift(Changes());
        if (settled.Count > 0)
        {
            // One core is left to the answers.
            var degree = Math.Max(1, Environment.ProcessorCount - 1);
            _uncommittedSince = time.GetTimestamp();
            var result = await run.ApplyAsync([.. settled.Take(Batch)], degree, VisibleAfter, null, stop);
            _uncommittedSince = time.GetTimestamp();
            LogApplied(result.Read, result.Removed, result.Unreadable);
            Applied?.Invoke(result);
            return result;
        }

        if (_uncommittedSince is { } since && time.GetElapsedTime(since) >= Quiet)
        {
            Commit();
            index.PreparePairs();
        }

        return default;
    }

    private IReadOnlyList<ArticleChange> Changes()
    {
        try
        {
            // A folder that is being replaced is missing for a moment; one that stays missing is made again, and its articles are gone.
            if (!folder.Exists && !_missing)
            {
                _missing = true;
                LogFolderMissing(folder.Root);
                return [];
            }

            folder.Make();
            _missing = false;
            return folder.ChangesSince(index.Files);
        }
        catch (Exception unlisted) when (unlisted is IOException or UnauthorizedAccessException)
        {
            LogFolderClosed(folder.Root, unlisted.Message);
            return [];
        }
    }

    private bool TakesOver()
    {
        var writes = index.TryTakeOver();
        if (writes)
        {
            LogTakesOver(options.IndexPath);
        }

        return writes;
    }

    private IndexResult ReadAlong()
    {
        index.Refresh();
        return default;
    }

    private TimeSpan Next(TimeSpan looked)
    {
        // A folder so large that looking takes long is looked at less often, unless events tell.
        var next = TimeSpan.FromTicks(Math.Max(options.PollInterval.Ticks, looked.Ticks)) - Pause;
        if (_settling.NextLook is { } look && look < next)
        {
            next = look - Pause;
        }

        return next > TimeSpan.Zero ? next : TimeSpan.Zero;
    }

    private void Commit()
    {
        if (_uncommittedSince is not null)
        {
            index.Commit();
            _uncommittedSince = null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Index changed: {Read} files read, {Removed} removed, {Unreadable} unreadable.")]
    private partial void LogApplied(int read, int removed, int unreadable);

    [LoggerMessage(Level = LogLevel.Information, Message = "The process that wrote the index {Path} has ended: this one writes it now.")]
    private partial void LogTakesOver(string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The articles folder {Path} is missing; it is made again unless it comes back.")]
    private partial void LogFolderMissing(string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The articles folder {Path} cannot be listed now: {Error}")]
    private partial void LogFolderClosed(string path, string error);
}
