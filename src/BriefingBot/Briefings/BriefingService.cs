using System.Collections.Concurrent;
using BriefingBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Briefings;

/// <summary>
/// Briefings while a process runs: what was missed is made up for at the start, triggers wake the rounds on the minute, and once a minute it is
/// looked whether anything changed, failed, or was left by a process that died. Nothing of it is loaded before the first subscription.
/// </summary>
/// <param name="store">Tells of changes in this process.</param>
/// <param name="due">Who wants what when.</param>
/// <param name="delivery">Delivers one.</param>
/// <param name="rounds">Deliver all of a time.</param>
/// <param name="left">Forgets what belongs to servers that the bot has left.</param>
/// <param name="time">The clock.</param>
/// <param name="logs">For all parts.</param>
internal sealed partial class BriefingService(
    SubscriptionStore store, DueSubscriptions due, BriefingDelivery delivery, BriefingRounds rounds, LeftServers left,
    TimeProvider time, ILoggerFactory logs)
{
    /// <summary>How often it is looked for what nothing woke for.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <summary>How long deliveries under way may take to finish after the stop.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly StrongState Unstarted = new("not started yet", false);

    private readonly ILogger<BriefingService> _log = logs.CreateLogger<BriefingService>();
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private DateTimeOffset? _swept;
    private volatile StrongState _state = Unstarted;

    /// <summary>Whether briefings go out, and in words.</summary>
    public (bool Ok, string Says) State => (rounds.Trouble ?? rounds.HeldUp) is { } trouble ? (false, trouble) : (_state.Ok, _state.Says);

    /// <summary>Whether it has been looked for what is due since the start.</summary>
    public bool HasLooked => _state != Unstarted;

    /// <summary>Runs until <paramref name="stop"/>, then finishes what is under way, as far as patience lasts.</summary>
    /// <exception cref="Configuration.ConfigurationException">The database cannot be opened.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        using var changed = new SemaphoreSlim(0);
        using var abort = new CancellationTokenSource();
        await using var scheduler = new BriefingScheduler(at => Begin(() => rounds.DeliverAsync(at, stop, abort.Token)), time, logs);
        store.Changed += Wake;
        await using var ending = stop.Register(store.Hurry);
        var renewing = RenewAsync(abort.Token);
        try
        {
            while (true)
            {
                await LookAsync(scheduler, stop, abort.Token);
                await WaitAsync(changed, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop.
        }
        finally
        {
            store.Changed -= Wake;
            await FinishAsync(abort);
            await renewing;
        }

        void Wake() => changed.Release();
    }

    /// <summary>Everything that is due or open, once. Apart from what needs the database, so that a bot without subscriptions never loads it.</summary>
    private Task LookAsync(BriefingScheduler scheduler, CancellationToken stop, CancellationToken abort)
    {
        if (due.Any)
        {
            return LookIntoAsync(scheduler, stop, abort);
        }

        _state = new("no subscriptions", true);
        return Task.CompletedTask;
    }

    private async Task LookIntoAsync(BriefingScheduler scheduler, CancellationToken stop, CancellationToken abort)
    {
        try
        {
            var times = due.Times();
            await scheduler.FollowAsync(times, stop);
            foreach (var at in times)
            {
                Begin(() => rounds.DeliverAsync(at, stop, abort));
            }

            Begin(() => rounds.GoOnAsync(stop, abort));
            Sweep(abort);
            _state = new(times.Count == 0 ? "no subscriptions" : $"waiting for {times.Count} {(times.Count == 1 ? "time" : "times")} of day", true);
        }
        catch (SqliteException refused)
        {
            var trouble = $"{DatabaseTrouble.Of(refused)}: briefings wait until that is over.";
            if (_state.Says != trouble)
            {
                LogUnread(trouble);
            }

            _state = new(trouble, false);
        }
    }

    /// <summary>Once a day.</summary>
    private void Sweep(CancellationToken abort)
    {
        if (_swept is not { } last || (time.GetUtcNow() - last).Duration() >= Day)
        {
            _swept = time.GetUtcNow();
            Begin(() => SweepAsync(abort));
        }
    }

    private async Task SweepAsync(CancellationToken abort)
    {
        try
        {
            await left.LookAsync(abort);
        }
        catch (SqliteException refused)
        {
            LogUnread($"{DatabaseTrouble.Of(refused)}: servers that the bot has left are looked for another day.");
        }
    }

    private void Begin(Func<Task> run)
    {
        var running = Task.Run(run, CancellationToken.None);
        _running.TryAdd(running, true);
        _ = running.ContinueWith(
            ended =>
            {
                _running.TryRemove(ended, out _);
                if (ended.Exception?.GetBaseException() is { } fault and not OperationCanceledException)
                {
                    LogFault(fault);
                }
            },
            TaskScheduler.Default);
    }

    /// <summary>Until something changed, or it is time to look.</summary>
    private async Task WaitAsync(SemaphoreSlim changed, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var change = changed.WaitAsync(limit.Token);
        await Task.WhenAny(change, Task.Delay(Look, time, limit.Token));
        await limit.CancelAsync();
        stop.ThrowIfCancellationRequested();
        while (changed.Wait(0, CancellationToken.None))
        {
            // Many changes are one reason to look.
        }
    }

    /// <summary>Keeps claims that wait for a rate limit from being taken for a dead process's.</summary>
    private async Task RenewAsync(CancellationToken abort)
    {
        using var timer = new PeriodicTimer(DeliveryLedger.Lease / 4, time);
        try
        {
            while (await timer.WaitForNextTickAsync(abort))
            {
                Renew();
            }
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            // The end.
        }
    }

    private void Renew()
    {
        try
        {
            delivery.Renew();
        }
        catch (SqliteException)
        {
            // The rounds tell of it; whoever takes over looks first whether it was sent.
        }
    }

    private async Task FinishAsync(CancellationTokenSource abort)
    {
        try
        {
            abort.CancelAfter(Patience);
            await Task.WhenAll(_running.Keys).WaitAsync(abort.Token);
        }
        catch (OperationCanceledException)
        {
            // What is not finished is taken up by whoever comes next.
        }
        finally
        {
            await abort.CancelAsync();
        }

        try
        {
            await Task.WhenAll(_running.Keys);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private sealed record StrongState(string Says, bool Ok);

    [LoggerMessage(LogLevel.Error, "{Trouble} Nothing is lost.")]
    private partial void LogUnread(string trouble);

    [LoggerMessage(LogLevel.Error, "A round of briefings met a fault of this program. It is tried again.")]
    private partial void LogFault(Exception fault);
}
