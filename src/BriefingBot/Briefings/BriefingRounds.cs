using System.Collections.Concurrent;
using BriefingBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Briefings;

/// <summary>
/// Delivers what is due at a time of day, to all who want it then: a page of subscriptions after the other, so many at once and no more, in an order
/// that lets no server wait for another's many. What is due is told by the clock, never by what woke it: so a jump of the clock, or a machine that
/// slept for days, leads to one briefing each, and to none that is older than the grace time.
/// </summary>
/// <param name="due">Who wants what when.</param>
/// <param name="ledger">For what was not settled.</param>
/// <param name="delivery">Delivers one.</param>
/// <param name="ready">Whether anything can be composed yet; until then nothing is claimed.</param>
/// <param name="options">The grace time.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Learns times, never a text.</param>
internal sealed partial class BriefingRounds(
    DueSubscriptions due, DeliveryLedger ledger, BriefingDelivery delivery, Func<bool> ready, BriefingOptions options, TimeProvider time,
    ILogger<BriefingRounds> log) : IDisposable
{
    /// <summary>
    /// Deliveries under way at once: at 50 requests a second, which is all that Discord takes, enough for answers that take a second.
    /// </summary>
    public const int AtOnce = 64;

    private const int PageSize = 256;

    /// <summary>
    /// Who subscribes right before a time may have that stored right after it has been seen to: so long afterwards it is looked once more.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    /// <summary>What is due is tried again every minute: whatever was refused longer ago has been seen to by another process.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Composing and the database may take one core of two: whoever answers people needs threads too, and would wait behind all that is due.
    /// </summary>
    private readonly TaskFactory _threads = new(
        new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Math.Max(1, Environment.ProcessorCount / 2)).ConcurrentScheduler);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly ConcurrentDictionary<BriefingTime, DateOnly> _done = new();
    private readonly ConcurrentDictionary<BriefingTime, bool> _running = new();
    private volatile Refusal? _refusal;
    private int _goingOn;

    /// <summary>What the database refuses, in one sentence; null when it takes everything, or when nothing was asked of it for a while.</summary>
    public string? Trouble => _refusal is var (says, since) && time.GetUtcNow() - since < Remembered ? says : null;

    /// <summary>What holds the database up at this moment, before it refuses; null when nothing has for longer than is ordinary.</summary>
    public string? HeldUp => ledger.Waiting >= Database.LongestOrdinaryWait ? $"{DatabaseTrouble.Locked}: briefings wait until that is over." : null;

    /// <summary>Deliveries that are being carried out; at most <see cref="AtOnce"/>.</summary>
    public int UnderWay => AtOnce - _places.CurrentCount;

    /// <summary>Delivers the slot that was due last at this time of day, unless that has been done. Twice at once, one does nothing.</summary>
    /// <param name="at">Which time.</param>
    /// <param name="stop">Begins nothing more.</param>
    /// <param name="abort">Breaks off what is under way.</param>
    public async Task DeliverAsync(BriefingTime at, CancellationToken stop, CancellationToken abort)
    {
        if (!ready() || !TimeZoneInfo.TryFindSystemTimeZoneById(at.Zone, out var zone))
        {
            return;
        }

        var begun = time.GetUtcNow();
        var slot = BriefingSlot.LastDue(at.Time, zone, begun);
        if (begun - slot.Due > options.Grace || IsDone(at, slot) || !_running.TryAdd(at, true))
        {
            return;
        }

        try
        {
            if (await DeliverAsync(at, slot, stop, abort) && begun - slot.Due >= Settling)
            {
                _done[at] = slot.Day;
            }
        }
        finally
        {
            _running.TryRemove(at, out _);
        }
    }

    /// <summary>Goes on with what was begun by a process that ended, or failed and is worth another attempt. Twice at once, one does nothing.</summary>
    /// <param name="stop">Begins nothing more.</param>
    /// <param name="abort">Breaks off what is under way.</param>
    public async Task GoOnAsync(CancellationToken stop, CancellationToken abort)
    {
        if (!ready() || Interlocked.Exchange(ref _goingOn, 1) == 1)
        {
            return;
        }

        try
        {
            IReadOnlyList<(long Subscription, DateOnly Slot, DateTimeOffset Due)>? open;
            do
            {
                open = Guarded(() => ledger.Open(due.Surface, PageSize));
                await AllAsync((open ?? []).Select(each => (Func<Task>)(
                    () => delivery.GoOnAsync(each.Subscription, new BriefingSlot(each.Slot, each.Due), abort))), stop, abort);
            }
            while (open is { Count: PageSize } && Trouble is null);
        }
        finally
        {
            Volatile.Write(ref _goingOn, 0);
        }
    }

    public void Dispose() => _places.Dispose();

    /// <summary>An earlier day than the one done is of a clock that was set back: then the ledger tells.</summary>
    private bool IsDone(BriefingTime at, BriefingSlot slot) => _done.TryGetValue(at, out var day) && day == slot.Day;

    /// <returns>Whether everybody was seen to; false when the database refused something, and it is to be tried again.</returns>
    private async Task<bool> DeliverAsync(BriefingTime at, BriefingSlot slot, CancellationToken stop, CancellationToken abort)
    {
        var count = 0;
        var complete = await AllAsync(
            EverybodyOf(at, slot).Select(each =>
            {
                count++;
                return (Func<Task>)(() => delivery.DeliverAsync(each, slot, abort));
            }),
            stop,
            abort);
        if (count > 0)
        {
            LogRound(at.Time, at.Zone, slot.Day, count, (time.GetUtcNow() - slot.Due).TotalSeconds);
        }

        return complete;
    }

    /// <exception cref="SqliteException">The next page cannot be read.</exception>
    private IEnumerable<Subscription> EverybodyOf(BriefingTime at, BriefingSlot slot)
    {
        DueSubscription? last = null;
        IReadOnlyList<DueSubscription> page;
        do
        {
            page = due.Page(at, slot, last, PageSize);
            foreach (var each in page)
            {
                yield return each.Subscription;
            }

            last = page is [.., var end] ? end : last;
        }
        while (page.Count == PageSize);
    }

    /// <summary>Runs all, so many at once; what has begun is waited for, whatever ends the others.</summary>
    /// <returns>Whether all went through; what the database refuses ends it.</returns>
    private async Task<bool> AllAsync(IEnumerable<Func<Task>> deliveries, CancellationToken stop, CancellationToken abort)
    {
        var running = new List<Task<bool>>();
        var complete = true;
        try
        {
            foreach (var deliver in deliveries)
            {
                await _places.WaitAsync(stop);
                running.Add(InPlaceAsync(deliver, abort));
                complete = running.TrueForAll(task => !task.IsCompletedSuccessfully || task.Result);
                running.RemoveAll(task => task.IsCompletedSuccessfully);
                if (!complete)
                {
                    break;
                }
            }
        }
        catch (SqliteException refused)
        {
            Refused(refused);
            complete = false;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            complete = false;
        }

        return (await Task.WhenAll(running)).All(settled => settled) && complete;
    }

    /// <summary>Runs one delivery in a place that is already taken, and gives the place back.</summary>
    private async Task<bool> InPlaceAsync(Func<Task> deliver, CancellationToken abort)
    {
        try
        {
            await _threads.StartNew(deliver, abort).Unwrap();
            _refusal = null;
            return true;
        }
        catch (SqliteException refused)
        {
            Refused(refused);
            return false;
        }
        finally
        {
            _places.Release();
        }
    }

    private T? Guarded<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (SqliteException refused)
        {
            Refused(refused);
            return null;
        }
    }

    /// <summary>A full disk or a database that somebody locks: said once, until it is over.</summary>
    private void Refused(SqliteException refused)
    {
        var trouble = $"{DatabaseTrouble.Of(refused)}: briefings wait until that is over.";
        if (Trouble != trouble)
        {
            LogTrouble(trouble);
        }

        _refusal = new Refusal(trouble, time.GetUtcNow());
    }

    private sealed record Refusal(string Says, DateTimeOffset At);

    [LoggerMessage(LogLevel.Information, "Briefings of {Time:HH:mm} {Zone} for {Slot:yyyy-MM-dd}: {Count} seen to, {Late:F0} s after their time.")]
    private partial void LogRound(TimeOnly time, string zone, DateOnly slot, int count, double late);

    [LoggerMessage(LogLevel.Error, "{Trouble} Nothing is lost.")]
    private partial void LogTrouble(string trouble);
}
