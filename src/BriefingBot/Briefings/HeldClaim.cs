using BriefingBot.Storage;

namespace BriefingBot.Briefings;

/// <summary>
/// A claim that this process is at, and since when it is known to be. A process may stand still for longer than its lease: whoever goes on after that
/// asks the ledger before it sends, since another process may have sent meanwhile. Safe for any number of threads.
/// </summary>
/// <param name="claim">Which.</param>
/// <param name="ledger">Knows whose it is.</param>
/// <param name="time">The clock.</param>
internal sealed class HeldClaim(Claim claim, DeliveryLedger ledger, TimeProvider time)
{
    /// <summary>For so long nobody else takes a claim over for certain, also while a request is on its way.</summary>
    private static readonly TimeSpan Certain = DeliveryLedger.Lease / 2;

    private volatile Moment? _known;

    public Claim Claim => claim;

    /// <summary>Whether it is this process's, as far as the clock tells; by the ledger where it does not, and renewed then.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The ledger cannot be asked.</exception>
    public bool IsOurs() => IsCertain || Renew();

    /// <summary>Renews it: see <see cref="DeliveryLedger.Renew(Claim)"/>.</summary>
    /// <inheritdoc cref="IsOurs" path="/exception"/>
    public bool Renew()
    {
        var now = At(time);
        var isOurs = ledger.Renew(claim);
        _known = isOurs ? now : null;
        return isOurs;
    }

    /// <summary>It has been renewed with others.</summary>
    /// <param name="at">Before that was done.</param>
    public void Renewed(Moment at) => _known = at;

    /// <summary>Both clocks: one does not move while the machine sleeps, the other may be set.</summary>
    public static Moment At(TimeProvider time) => new(time.GetTimestamp(), time.GetUtcNow());

    private bool IsCertain => _known is var (stamp, clock) && time.GetElapsedTime(stamp) < Certain && (time.GetUtcNow() - clock).Duration() < Certain;

    internal sealed record Moment(long Stamp, DateTimeOffset Clock);
}
