using Microsoft.Extensions.Logging;

namespace BriefingBot.Indexing;

/// <summary>
/// Tells that something happened below a folder, when the system can tell: a hint that spares waiting for the next poll. Nothing depends
/// on it: events get lost, queues overflow, network folders send none, and a folder that is replaced takes its watch along.
/// </summary>
internal sealed partial class FolderWatch : IDisposable
{
    private readonly string _path;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _signal = new(0, 1);
    private FileSystemWatcher? _watcher;
    private bool _told;

    /// <param name="path">May be missing now.</param>
    /// <param name="logger">Told once when there are no events.</param>
    public FolderWatch(string path, ILogger logger)
    {
        _path = path;
        _logger = logger;
    }

    /// <summary>Begins watching, or begins anew.</summary>
    public void Renew()
    {
        _watcher?.Dispose();
        _watcher = null;
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(_path)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size
                    | NotifyFilters.Attributes,
            };
            watcher.Created += (_, _) => Signal();
            watcher.Changed += (_, _) => Signal();
            watcher.Deleted += (_, _) => Signal();
            watcher.Renamed += (_, _) => Signal();
            watcher.Error += (_, _) => Signal();
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
        }
        catch (Exception none) when (none is IOException or ArgumentException or PlatformNotSupportedException or UnauthorizedAccessException)
        {
            watcher?.Dispose();
            if (!_told)
            {
                _told = true;
                LogPollingOnly(_path);
            }
        }
    }

    /// <summary>Waits for an event, at most for <paramref name="longest"/>; true when there was one.</summary>
    public async Task<bool> WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await using var timer = time.CreateTimer(_ => Cancel(ended), null, longest, Timeout.InfiniteTimeSpan);
        try
        {
            await _signal.WaitAsync(ended.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _signal.Dispose();
    }

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The event came in the same moment.
        }
    }

    private void Signal()
    {
        try
        {
            _signal.Release();
        }
        catch (Exception known) when (known is SemaphoreFullException or ObjectDisposedException)
        {
            // Already told, or no longer asked.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No file events for {Path}: changes are found by looking, every Story:PollInterval.")]
    private partial void LogPollingOnly(string path);
}
