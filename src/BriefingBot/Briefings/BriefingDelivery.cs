using System.Collections.Concurrent;
using BriefingBot.Storage;
using BriefingBot.Surfaces;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Briefings;

/// <summary>
/// Delivers one slot of one subscription: claims it, composes, stores, sends, and notes what was shown. Whenever the process ends in between, the
/// ledger tells the next one how far it was; what may have been sent is looked for where it would stand before it is sent again.
/// </summary>
/// <param name="ledger">Who does what, and what became of it.</param>
/// <param name="store">For what was shown.</param>
/// <param name="compose">Null when there is nothing to say.</param>
/// <param name="sink">Where to.</param>
/// <param name="notices">Tell of pauses.</param>
/// <param name="options">The grace time.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Learns ids and reasons, never a text.</param>
internal sealed partial class BriefingDelivery(
    DeliveryLedger ledger, SubscriptionStore store, Func<Subscription, BriefingOrder, ComposedBriefing?> compose, IMessageSink sink,
    PauseNotices notices, BriefingOptions options, TimeProvider time, ILogger<BriefingDelivery> log)
{
    /// <summary>Later than this, a briefing says that it is late.</summary>
    public static readonly TimeSpan Punctual = TimeSpan.FromMinutes(10);

    private const string Unread =
        "Whether it arrived could not be read back, so it counts as sent. Give the bot “Read Message History” there, and it can tell.";

    private static readonly TimeSpan[] Pauses = [.. new[] { 0.5, 1, 2, 5, 10, 20, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes))];

    private readonly ConcurrentDictionary<(long, DateOnly), HeldClaim> _inHand = new();

    /// <summary>Keeps claims that wait for a rate limit from being taken for a dead process's.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The database is full or locked; whoever takes over looks first whether it was sent.</exception>
    public void Renew()
    {
        var inHand = _inHand.Values.ToList();
        if (inHand.Count == 0)
        {
            return;
        }

        var now = HeldClaim.At(time);
        var ours = ledger.Renew([.. inHand.Select(held => held.Claim)]).ToHashSet();
        foreach (var held in inHand.Where(held => ours.Contains(held.Claim)))
        {
            held.Renewed(now);
        }
    }

    /// <summary>Delivers what nobody has claimed yet; does nothing when somebody has.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The database is full or locked. Nothing is lost: it is delivered later.</exception>
    public async Task DeliverAsync(Subscription subscription, BriefingSlot slot, CancellationToken stop)
    {
        if (time.GetUtcNow() - slot.Due <= options.Grace && ledger.TryClaim(subscription, slot) is { } claim)
        {
            await CarryOutAsync(claim, stop);
        }
    }

    /// <summary>
    /// Goes on with what was claimed before and not settled, unless this very process is at it (a clock that jumps ends every lease); gives it up
    /// when the grace time is over.
    /// </summary>
    /// <inheritdoc cref="DeliverAsync" path="/exception"/>
    public async Task GoOnAsync(long subscription, BriefingSlot slot, CancellationToken stop)
    {
        if (time.GetUtcNow() - slot.Due > options.Grace)
        {
            ledger.GiveUp(subscription, slot.Day);
            LogGivenUp(subscription, slot.Day);
        }
        else if (!_inHand.ContainsKey((subscription, slot.Day)) && ledger.TakeOver(subscription, slot.Day) is { } claim)
        {
            await CarryOutAsync(claim, stop);
        }
    }

    private async Task CarryOutAsync(Claim claim, CancellationToken stop)
    {
        var key = (claim.Subscription.Id, claim.Slot.Day);
        var held = _inHand[key] = new HeldClaim(claim, ledger, time);
        try
        {
            LogClaimed(claim.Subscription.Id, claim.Slot.Day, claim.Attempts);
            await AttemptAsync(held, stop);
        }
        catch (DeliveryException failed)
        {
            await SettleAsync(claim, failed, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            ledger.Release(claim);
            throw;
        }
        catch (Exception fault) when (fault is not Microsoft.Data.Sqlite.SqliteException)
        {
            // A fault in composing concerns one briefing, and must not end those of everybody else.
            LogFault(claim.Subscription.Id, claim.Slot.Day, fault.GetType().Name);
            ledger.Failed(claim, $"A fault of this program ({fault.GetType().Name}) prevented it.", NextAttempt(claim, null), null);
        }
        finally
        {
            _inHand.TryRemove(key, out _);
        }
    }

    private async Task AttemptAsync(HeldClaim held, CancellationToken stop)
    {
        var claim = held.Claim;
        if (claim.Slot.Day < claim.Subscription.SnoozedUntil)
        {
            ledger.Skipped(claim);
        }
        else if (claim.Stored is { } stored)
        {
            await SendAsync(held, stored, mayHaveArrived: claim.InDoubt, stop);
        }
        else if (Compose(claim) is not { } composed)
        {
            ledger.Silent(claim);
            LogSilent(claim.Subscription.Id, claim.Slot.Day);
        }
        else if (ledger.Store(claim, composed))
        {
            LogStored(claim.Subscription.Id, claim.Slot.Day, composed.Parts.Count);
            await SendAsync(held, composed, mayHaveArrived: false, stop);
        }
    }

    private StoredBriefing? Compose(Claim claim)
    {
        var subscription = claim.Subscription;
        var now = time.GetUtcNow();
        var late = now - claim.Slot.Due > Punctual ? claim.Slot.Due : (DateTimeOffset?)null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(subscription.Zone);
        var order = new BriefingOrder(
            subscription.About, subscription.Speaker, store.Shown(subscription.Id), claim.LastComposed, claim.SaidAllShown, subscription.Again, late, now, zone);
        return compose(subscription, order) is { } briefing
            ? new StoredBriefing(sink.Render(briefing.Reply, subscription, claim.Slot.Day), briefing.Shown, briefing.SaysAllShown, briefing.StartsOver, now)
            : null;
    }

    private async Task SendAsync(HeldClaim held, StoredBriefing briefing, bool mayHaveArrived, CancellationToken stop)
    {
        var claim = held.Claim;
        var (subscription, slot, parts) = (claim.Subscription, claim.Slot.Day, new DeliveredParts(claim, briefing));
        if (mayHaveArrived && !await FindAsync(claim, briefing, parts, stop))
        {
            ledger.Sent(claim, briefing, parts.Messages, parts.Conversation, Unread);
            LogUnread(subscription.Id, slot);
            return;
        }

        foreach (var part in parts.Missing.ToList())
        {
            if (!held.Renew() || await sink.SendAsync(subscription, parts.Conversation, briefing.Parts[part], parts.Marks[part], held.IsOurs, stop) is not { } sent)
            {
                // Another process has it, or somebody has just stopped it.
                ledger.Skipped(claim);
                return;
            }

            parts.Add(part, sent);
            LogPartSent(subscription.Id, slot, part + 1, parts.Marks.Count);
            if (parts.Missing.Any())
            {
                ledger.PartSent(claim, parts.Messages, parts.Conversation);
            }
        }

        ledger.Sent(claim, briefing, parts.Messages, parts.Conversation);
        LogSent(subscription.Id, slot, (time.GetUtcNow() - claim.Slot.Due).TotalSeconds);
    }

    /// <summary>Looks for parts that an earlier attempt may have sent; false when nobody can tell.</summary>
    private async Task<bool> FindAsync(Claim claim, StoredBriefing briefing, DeliveredParts parts, CancellationToken stop)
    {
        if (await sink.FindAsync(claim.Subscription, parts.Conversation, parts.Marks, briefing.ComposedAt, stop) is not { } found)
        {
            return false;
        }

        parts.Add(found);
        ledger.PartSent(claim, parts.Messages, parts.Conversation);
        return true;
    }

    private async Task SettleAsync(Claim claim, DeliveryException failed, CancellationToken stop)
    {
        if (!failed.IsFinal)
        {
            var again = NextAttempt(claim, failed.RetryAfter);
            ledger.Failed(claim, failed.Message, again, failed.MayHaveArrived);
            LogFailed(claim.Subscription.Id, claim.Slot.Day, failed.Message, again);
            return;
        }

        LogRejected(claim.Subscription.Id, claim.Slot.Day, failed.Message);
        if (!ledger.Rejected(claim, failed.Message, failed.Pause) || failed.Pause is not { } reason)
        {
            return;
        }

        await (reason == PauseReason.LeftServer
            ? notices.TellOfServerAsync(claim.Subscription.Place.Guild!, stop)
            : notices.TellAsync(claim.Subscription, reason, failed.Message, stop));
    }

    private DateTimeOffset NextAttempt(Claim claim, TimeSpan? wait)
    {
        var pause = Pauses[Math.Min(claim.Attempts, Pauses.Length) - 1];
        return time.GetUtcNow() + (wait > pause ? wait.Value : pause);
    }

    [LoggerMessage(LogLevel.Debug, "Briefing {Slot:yyyy-MM-dd} of subscription {Subscription} is claimed, attempt {Attempt}.")]
    private partial void LogClaimed(long subscription, DateOnly slot, int attempt);

    [LoggerMessage(LogLevel.Debug, "Briefing {Slot:yyyy-MM-dd} of subscription {Subscription} is stored with {Parts} parts.")]
    private partial void LogStored(long subscription, DateOnly slot, int parts);

    [LoggerMessage(LogLevel.Debug, "Part {Part} of {Parts} of briefing {Slot:yyyy-MM-dd} of subscription {Subscription} is sent.")]
    private partial void LogPartSent(long subscription, DateOnly slot, int part, int parts);

    [LoggerMessage(LogLevel.Debug, "Briefing {Slot:yyyy-MM-dd} of subscription {Subscription} is sent, {Late:F0} s after its time.")]
    private partial void LogSent(long subscription, DateOnly slot, double late);

    [LoggerMessage(LogLevel.Debug, "Briefing {Slot:yyyy-MM-dd} of subscription {Subscription} has nothing to say.")]
    private partial void LogSilent(long subscription, DateOnly slot);

    [LoggerMessage(LogLevel.Warning, "Briefing {Slot:yyyy-MM-dd} of subscription {Subscription} counts as sent: whether it arrived before cannot be read back.")]
    private partial void LogUnread(long subscription, DateOnly slot);

    [LoggerMessage(LogLevel.Warning, "Briefing {Slot:yyyy-MM-dd} of subscription {Subscription} did not go through: {Why} Tried again at {Again:u}.")]
    private partial void LogFailed(long subscription, DateOnly slot, string why, DateTimeOffset again);

    [LoggerMessage(LogLevel.Warning, "Briefing {Slot:yyyy-MM-dd} of subscription {Subscription} is refused: {Why}")]
    private partial void LogRejected(long subscription, DateOnly slot, string why);

    [LoggerMessage(LogLevel.Error, "Briefing {Slot:yyyy-MM-dd} of subscription {Subscription} met a fault of this program: {Fault}. Tried again later.")]
    private partial void LogFault(long subscription, DateOnly slot, string fault);

    [LoggerMessage(LogLevel.Error, "Briefing {Slot:yyyy-MM-dd} of subscription {Subscription} could not be sent in time, and is given up.")]
    private partial void LogGivenUp(long subscription, DateOnly slot);
}
