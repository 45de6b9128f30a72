using BriefingBot.Briefings;

namespace BriefingBot.Storage;

/// <summary>When briefings are due, and for whom: read a page at a time, so that any number of subscriptions takes the same memory.</summary>
/// <param name="database">Where they are kept.</param>
/// <param name="surface">Which surface's.</param>
/// <param name="owner">Whose alone; null for everybody's.</param>
internal sealed class DueSubscriptions(Database database, string surface, string? owner = null)
{
    public string Surface => surface;

    /// <summary>Whether anything has been stored yet.</summary>
    public bool Any => database.Exists;

    /// <summary>Every time of day and zone at which some briefing is due.</summary>
    public IReadOnlyList<BriefingTime> Times() => database.Read(connection => connection.All(
        "SELECT DISTINCT time, zone FROM subscription WHERE surface = @surface AND (@owner IS NULL OR owner = @owner) ORDER BY time, zone",
        row => new BriefingTime(row.TimeOf("time"), row.Text("zone")!), ("@surface", surface), ("@owner", owner)));

    /// <summary>
    /// Subscriptions that have not had this slot yet: first one of every server, then the second ones, so that no server waits for another's many.
    /// Those that a person paused are left out; those that the bot paused are not, since it tries them daily.
    /// </summary>
    /// <param name="at">Their time and zone.</param>
    /// <param name="slot">Which.</param>
    /// <param name="after">The last of the page before.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<DueSubscription> Page(BriefingTime at, BriefingSlot slot, DueSubscription? after, int count) => database.Read(connection => connection.All(
        """
        SELECT * FROM subscription s
        WHERE surface = @surface AND time = @time AND zone = @zone AND (turn, id) > (@turn, @id) AND since <= @due
          AND (pause IS NULL OR pause <> 'ByPerson') AND (@owner IS NULL OR owner = @owner)
          AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.subscription = s.id AND d.slot = @slot)
        ORDER BY turn, id LIMIT @count
        """,
        row => new DueSubscription(SubscriptionStore.Row(row), row.Number("turn")!.Value),
        ("@surface", surface), ("@owner", owner), ("@time", Sql.Stored(at.Time)), ("@zone", at.Zone), ("@slot", Sql.Stored(slot.Day)), ("@due", Sql.Stored(slot.Due)),
        ("@turn", after?.Turn ?? -1), ("@id", after?.Subscription.Id ?? 0), ("@count", count)));
}

/// <summary>A time of day by the clocks of a zone.</summary>
internal sealed record BriefingTime(TimeOnly Time, string Zone);

/// <param name="Subscription">Which is due.</param>
/// <param name="Turn">How many its server had before it.</param>
internal sealed record DueSubscription(Subscription Subscription, long Turn);
