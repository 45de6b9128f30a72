using System.Collections.Concurrent;
using BriefingBot.Commands;
using BriefingBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Feeds;

/// <summary>
/// Feeds while a process runs: whoever holds the lease asks each when it is due, some at once; the others wait to take over. A fault or a full database
/// stops nothing for good.
/// </summary>
/// <param name="options">Which feeds.</param>
/// <param name="store">The lease, and when each is due.</param>
/// <param name="poll">Asks one.</param>
/// <param name="files">Cleared of what was left half written.</param>
/// <param name="time">The clock.</param>
/// <param name="logs">For all parts.</param>
internal sealed partial class FeedService(FeedOptions options, FeedStore store, FeedPoll poll, FeedFiles files, TimeProvider time, ILoggerFactory logs)
{
    /// <summary>How often the lease is asked for and renewed.</summary>
    public static readonly TimeSpan Look = FeedStore.Lease / 4;

    private const int AtOnce = 4;

    private readonly ILogger<FeedService> _log = logs.CreateLogger<FeedService>();
    private readonly ConcurrentDictionary<Uri, string> _failing = new();
    private volatile string _says = "not started yet";
    private volatile bool _ok = true;

    /// <summary>Whether feeds are asked, by this process or another, and in words. A feed that fails is no fault of the bot.</summary>
    public (bool Ok, string Says) State => store.Waiting >= Database.LongestOrdinaryWait ? (false, $"{DatabaseTrouble.Locked}: feeds wait")
        : (_ok, _failing.IsEmpty || !_ok ? _says : $"{_says}, {_failing.Count} of them failing");

    /// <summary>Runs until <paramref name="stop"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Look, time);
        await using var ending = stop.Register(store.Hurry);
        try
        {
            do
            {
                if (TryHold())
                {
                    await AskWhileHeldAsync(timer, stop);
                }
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    /// <summary>Until another process has the lease; then nothing more is begun, and what is under way ends.</summary>
    private async Task AskWhileHeldAsync(PeriodicTimer timer, CancellationToken stop)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var places = new SemaphoreSlim(AtOnce);
        var running = new ConcurrentDictionary<Uri, Task>();
        FeedScheduler? scheduler = null;
        try
        {
            scheduler = await FeedScheduler.StartAsync(Begin, time, logs, held.Token);
            await PlanAsync(scheduler, atOnce: false, held.Token);
            for (var known = Clock(); await timer.WaitForNextTickAsync(held.Token) && TryHold(); known = Clock())
            {
                if (IsSetBack(known))
                {
                    await PlanAsync(scheduler, atOnce: true, held.Token);
                }
            }
        }
        catch (Exception refused) when (refused is SqliteException or LeaseLostException or IOException or UnauthorizedAccessException)
        {
            Trouble(refused);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The lease was lost while a feed was asked.
        }
        finally
        {
            await held.CancelAsync();
            if (scheduler is not null)
            {
                await scheduler.DisposeAsync();
            }

            await Task.WhenAll(running.Values);
            Release(stop);
        }

        void Begin(Uri feed)
        {
            // A feed with many new items takes longer than its interval: it is planned anew when it has ended.
            if (!held.IsCancellationRequested && running.GetValueOrDefault(feed) is null or { IsCompleted: true })
            {
                running[feed] = Task.Run(() => AskAsync(feed, scheduler, places, held), CancellationToken.None);
            }
        }
    }

    private (long Stamp, DateTimeOffset Now) Clock() => (time.GetTimestamp(), time.GetUtcNow());

    /// <summary>Whether the clock was set back by more than clocks are corrected by: what was planned would wait for as long.</summary>
    private bool IsSetBack((long Stamp, DateTimeOffset Now) known) =>
        known.Now + time.GetElapsedTime(known.Stamp) - time.GetUtcNow() > FeedOptions.ShortestInterval;

    private async Task PlanAsync(FeedScheduler scheduler, bool atOnce, CancellationToken stop)
    {
        files.Clear();
        store.Begin(options.Addresses);
        var known = store.Feeds();
        foreach (var feed in options.Addresses)
        {
            var state = known.GetValueOrDefault(feed.AbsoluteUri);
            Note(feed, state);
            if (state is not { Gone: true })
            {
                // A clock that was wrong for a while has left times that may never come.
                var now = time.GetUtcNow();
                await scheduler.PlanAsync(feed, !atOnce && state is { Next: var next } && next <= now + FeedPoll.LongestAsked ? next : now, stop);
            }
        }
    }

    /// <summary>Asks a feed and plans its next time. Nothing may leave here: the others go on.</summary>
    private async Task AskAsync(Uri feed, FeedScheduler? scheduler, SemaphoreSlim places, CancellationTokenSource held)
    {
        var entered = false;
        try
        {
            await places.WaitAsync(held.Token);
            entered = true;
            // A machine that slept for longer than the lease asks whether it still has it.
            if (!TryHold())
            {
                await held.CancelAsync();
                return;
            }

            var next = time.GetUtcNow() + options.Interval;
            try
            {
                var state = await poll.AskAsync(feed, held.Token);
                Note(feed, state);
                next = state.Gone ? DateTimeOffset.MaxValue : state.Next;
            }
            catch (SqliteException refused)
            {
                Trouble(refused);
            }
#pragma warning disable CA1031 // A fault of this program with one feed's text must not end the others; it is logged as one.
            catch (Exception fault) when (fault is not (OperationCanceledException or LeaseLostException))
            {
                LogFault(feed.IdnHost, fault);
            }
#pragma warning restore CA1031
            if (next < DateTimeOffset.MaxValue)
            {
                await scheduler!.PlanAsync(feed, next, held.Token);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or LeaseLostException or Quartz.SchedulerException)
        {
            await held.CancelAsync();
        }
        finally
        {
            if (entered)
            {
                places.Release();
            }
        }
    }

    private bool TryHold()
    {
        try
        {
            var held = store.TryHold();
            (_says, _ok) = (held ? $"asking {Wording.Count(options.Addresses.Count, "feed")}" : "another process asks the feeds", true);
            return held;
        }
        catch (SqliteException refused)
        {
            Trouble(refused);
            return false;
        }
    }

    private void Release(CancellationToken stop)
    {
        try
        {
            if (stop.IsCancellationRequested)
            {
                store.Release();
            }
        }
        catch (SqliteException)
        {
            // It ends by itself.
        }
    }

    private void Note(Uri feed, FeedState? state)
    {
        if (state?.Error is { } error)
        {
            _failing[feed] = error;
        }
        else
        {
            _failing.TryRemove(feed, out _);
        }
    }

    private void Trouble(Exception refused)
    {
        if (refused is LeaseLostException)
        {
            return;
        }

        _says = $"{(refused is SqliteException database ? DatabaseTrouble.Of(database) : "The articles folder cannot be written")}: feeds wait";
        _ok = false;
        LogTrouble(_says);
    }

    [LoggerMessage(LogLevel.Error, "Feeds: {Trouble}. Nothing is lost.")]
    private partial void LogTrouble(string trouble);

    [LoggerMessage(LogLevel.Error, "The feed at {Host} met a fault of this program. It is asked again.")]
    private partial void LogFault(string host, Exception fault);
}
