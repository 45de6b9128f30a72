using BriefingBot.Briefings;

namespace BriefingBot.Storage;

/// <summary>A subscription with what became of its last briefing.</summary>
/// <param name="Subscription">Which.</param>
/// <param name="Last">Null before the first.</param>
/// <param name="LastSent">When one was last sent; null when none was, or too long ago.</param>
internal sealed record DeliveryReport(Subscription Subscription, LastDelivery? Last, DateTimeOffset? LastSent);

/// <param name="Slot">The local day.</param>
/// <param name="State">How far it is.</param>
/// <param name="At">When it was settled, or claimed.</param>
/// <param name="Error">One sentence; null when there is nothing to tell.</param>
internal sealed record LastDelivery(DateOnly Slot, DeliveryState State, DateTimeOffset At, string? Error);

/// <summary>How deliveries go, for whoever runs the bot.</summary>
/// <param name="database">Where it is kept.</param>
/// <param name="time">The clock.</param>
internal sealed class DeliveryReports(Database database, TimeProvider time)
{
    /// <summary>No zone is further ahead: days after that are of a clock that was wrong for a while.</summary>
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromDays(1);

    /// <summary>All subscriptions, the oldest first; none where nothing was ever stored.</summary>
    public IReadOnlyList<DeliveryReport> All() => !database.Exists ? [] : database.Read(connection => connection.All(
        """
        SELECT s.*, d.slot AS last_slot, d.state AS last_state, coalesce(d.settled_at, d.claimed_at) AS last_at, d.error AS last_error,
          (SELECT max(settled_at) FROM delivery WHERE subscription = s.id AND state = 'Sent' AND slot <= @latest) AS last_sent
        FROM subscription s LEFT JOIN delivery d ON d.subscription = s.id AND d.slot = (SELECT max(slot) FROM delivery WHERE subscription = s.id AND slot <= @latest)
        ORDER BY s.id
        """,
        row => new DeliveryReport(
            SubscriptionStore.Row(row),
            row.DayOf("last_slot") is { } slot
                ? new LastDelivery(slot, Enum.Parse<DeliveryState>(row.Text("last_state")!), row.Moment("last_at")!.Value, row.Text("last_error"))
                : null,
            row.Moment("last_sent")),
        ("@latest", Sql.Stored(DateOnly.FromDateTime((time.GetUtcNow() + FurthestAhead).UtcDateTime)))));
}
