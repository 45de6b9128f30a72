using System.Text.Json;
using BriefingBot.Briefings;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage;

/// <summary>How far a delivery is. The names are stored.</summary>
internal enum DeliveryState
{
    /// <summary>A process is at it; if it died, another takes over.</summary>
    Claimed,

    Sent,

    /// <summary>It did not go through. Tried again until the grace time is over.</summary>
    Failed,

    /// <summary>Refused until somebody mends something.</summary>
    Rejected,

    /// <summary>There was nothing to say.</summary>
    Silent,

    /// <summary>Snoozed, or no longer wanted when it was about to be sent.</summary>
    Skipped,
}

/// <summary>A composed briefing as it is kept until it is sent.</summary>
/// <param name="Parts">The messages, in their surface's own form.</param>
/// <param name="Shown">The passages in it.</param>
/// <param name="SaysAllShown">See <see cref="ComposedBriefing"/>.</param>
/// <param name="StartsOver">See <see cref="ComposedBriefing"/>.</param>
/// <param name="ComposedAt">When; no part was sent before.</param>
internal sealed record StoredBriefing(
    IReadOnlyList<string> Parts, IReadOnlyList<string> Shown, bool SaysAllShown, bool StartsOver, DateTimeOffset ComposedAt);

/// <summary>A slot of a subscription that is this process's to deliver.</summary>
/// <param name="Subscription">As it was when claimed.</param>
/// <param name="Slot">Its day and when it was due.</param>
/// <param name="Attempts">From 1.</param>
/// <param name="Stored">What an earlier attempt composed; null before.</param>
/// <param name="Messages">What is known to have been sent, by part; shorter than the parts when nothing more is.</param>
/// <param name="InDoubt">Whether parts beside them may have been sent.</param>
/// <param name="Conversation">See <see cref="Surfaces.IMessageSink.SendAsync"/>.</param>
/// <param name="LastComposed">When the last briefing that was sent had been composed.</param>
/// <param name="SaidAllShown">Whether that one said that all has been shown.</param>
internal sealed record Claim(
    Subscription Subscription, BriefingSlot Slot, int Attempts, StoredBriefing? Stored, IReadOnlyList<string?> Messages, bool InDoubt,
    string? Conversation, DateTimeOffset? LastComposed, bool SaidAllShown);

/// <summary>
/// What became of every briefing: one row a subscription and local day. A claim is one insert, so that of any number of processes one delivers; each
/// later step is a transaction of its own, so that whoever takes over knows how far it was. Safe for any number of threads and processes.
/// </summary>
/// <param name="database">Where it is kept.</param>
/// <param name="process">What this process is told from others by.</param>
/// <param name="time">For leases.</param>
internal sealed class DeliveryLedger(Database database, string process, TimeProvider time)
{
    /// <summary>How long a claim is left to a process that does not renew it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>
    /// For how many briefings of a subscription it is kept what became of them; what was shown is kept apart. By number, since a clock that is far ahead
    /// for a while must not make today's be forgotten.
    /// </summary>
    public const int Kept = 60;

    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Default;

    /// <inheritdoc cref="Database.Waiting"/>
    public TimeSpan Waiting => database.Waiting;

    private long Now => Sql.Stored(time.GetUtcNow());

    private long LeaseEnd => Sql.Stored(time.GetUtcNow() + Lease);

    /// <summary>Claims a slot that nobody has claimed yet.</summary>
    /// <returns>Null when it was claimed before, or when the subscription is gone, changed to another time, paused by a person, or younger.</returns>
    public Claim? TryClaim(Subscription subscription, BriefingSlot slot) => database.Write(connection =>
    {
        var claimed = connection.Execute(
            """
            INSERT INTO delivery (subscription, slot, due, state, claimed_by, claimed_at, free_at, attempts)
            SELECT id, @slot, @due, 'Claimed', @process, @now, @lease, 1 FROM subscription
            WHERE id = @id AND time = @time AND zone = @zone AND since <= @due AND (pause IS NULL OR pause <> 'ByPerson')
            ON CONFLICT DO NOTHING
            """,
            [.. Key(subscription.Id, slot.Day), .. Holder(), ("@due", Sql.Stored(slot.Due)), ("@time", Sql.Stored(subscription.Time)), ("@zone", subscription.Zone)]);
        if (claimed == 0)
        {
            return null;
        }

        connection.Execute(
            """
            DELETE FROM delivery WHERE subscription = @id AND free_at IS NULL
              AND slot <= (SELECT slot FROM delivery WHERE subscription = @id ORDER BY slot DESC LIMIT 1 OFFSET @kept)
            """,
            ("@id", subscription.Id), ("@kept", Kept));
        return Read(connection, subscription.Id, slot.Day);
    });

    /// <summary>Claims a slot anew whose attempt failed, or whose process no longer renews its claim.</summary>
    /// <returns>Null when another process was faster, or it is settled.</returns>
    public Claim? TakeOver(long subscription, DateOnly slot) => database.Write(connection => connection.Execute(
        """
        UPDATE delivery SET state = 'Claimed', claimed_by = @process, free_at = @lease, attempts = attempts + 1
        WHERE subscription = @id AND slot = @slot AND free_at <= @now
        """,
        [.. Key(subscription, slot), .. Holder()]) > 0
            ? Read(connection, subscription, slot)
            : null);

    /// <summary>Slots that can be taken over now, the longest waiting first; at most <paramref name="count"/>.</summary>
    public IReadOnlyList<(long Subscription, DateOnly Slot, DateTimeOffset Due)> Open(string surface, int count) => database.Read(connection => connection.All(
        """
        SELECT d.subscription, d.slot, d.due FROM delivery d JOIN subscription s ON s.id = d.subscription
        WHERE d.free_at <= @now AND s.surface = @surface ORDER BY d.free_at, d.subscription LIMIT @count
        """,
        row => (row.GetInt64(0), row.DayOf("slot")!.Value, row.Moment("due")!.Value), ("@now", Now), ("@surface", surface), ("@count", count)));

    /// <summary>Keeps what is about to be sent. From now on it may have been.</summary>
    /// <returns>False when the claim is no longer this process's.</returns>
    public bool Store(Claim claim, StoredBriefing briefing) => Update(
        claim,
        "composed_at = @composed, parts = @parts, shown = @shown, says_all_shown = @all, starts_over = @over, in_doubt = 1, free_at = @lease",
        ("@composed", Sql.Stored(briefing.ComposedAt)), ("@parts", Listed(briefing.Parts)), ("@shown", Listed(briefing.Shown)),
        ("@all", briefing.SaysAllShown), ("@over", briefing.StartsOver));

    /// <summary>Renews the claim just before something is sent.</summary>
    /// <returns>False when it is no longer this process's, or when the subscription is gone or a person paused it.</returns>
    public bool Renew(Claim claim) => database.Write(connection => connection.Execute(
        """
        UPDATE delivery SET free_at = @lease, in_doubt = 1 WHERE subscription = @id AND slot = @slot AND claimed_by = @process AND state = 'Claimed'
          AND EXISTS (SELECT 1 FROM subscription WHERE id = @id AND (pause IS NULL OR pause <> 'ByPerson'))
        """,
        [.. Key(claim), .. Holder()]) > 0);

    /// <summary>Renews claims that take long.</summary>
    /// <returns>Those that are still this process's.</returns>
    public IReadOnlyList<Claim> Renew(IReadOnlyCollection<Claim> claims) => database.Write(connection =>
        claims.Where(claim => connection.Execute($"UPDATE delivery SET free_at = @lease WHERE {Mine}", [.. Key(claim), .. Holder()]) > 0).ToList());

    /// <summary>Notes a part that was sent while others are to follow.</summary>
    public void PartSent(Claim claim, IReadOnlyList<string?> messages, string? conversation) => database.Write(connection =>
    {
        Remember(connection, claim, conversation);
        return connection.Execute($"UPDATE delivery SET messages = @messages, free_at = @lease WHERE {Mine}", [.. Key(claim), .. Holder(), ("@messages", Listed(messages))]);
    });

    /// <summary>
    /// It has been sent: what it showed counts as shown, its text is forgotten, and a pause that was not a person's is over. True whoever holds
    /// the claim by now.
    /// </summary>
    /// <param name="claim">Which.</param>
    /// <param name="briefing">What was sent.</param>
    /// <param name="messages">Ids of its parts, as far as known.</param>
    /// <param name="conversation">See <see cref="Surfaces.IMessageSink.SendAsync"/>.</param>
    /// <param name="note">What an operator should know of it; null for nothing.</param>
    public void Sent(Claim claim, StoredBriefing briefing, IReadOnlyList<string?> messages, string? conversation, string? note = null) => database.Write(connection =>
    {
        var settled = connection.Execute(
            """
            UPDATE delivery SET state = 'Sent', free_at = NULL, parts = NULL, shown = NULL, in_doubt = 0, messages = @messages, settled_at = @now, error = @note
            WHERE subscription = @id AND slot = @slot AND free_at IS NOT NULL
            """,
            [.. Key(claim), ("@now", Now), ("@messages", Listed(messages)), ("@note", note)]);
        if (settled == 0)
        {
            return 0;
        }

        Remember(connection, claim, conversation);
        Cover(connection, claim, briefing);
        if (note is null && claim.Subscription.Place.Guild is { } guild)
        {
            ServerRecords.Return(connection, guild);
        }

        return connection.Execute(
            """
            UPDATE subscription SET last_composed = @composed, said_all_shown = @all,
              owner_told = CASE WHEN pause = 'ByPerson' OR @note IS NOT NULL THEN owner_told ELSE 0 END,
              pause_at = CASE WHEN pause = 'ByPerson' OR @note IS NOT NULL THEN pause_at END,
              pause_detail = CASE WHEN pause = 'ByPerson' OR @note IS NOT NULL THEN pause_detail END,
              pause = CASE WHEN pause = 'ByPerson' OR @note IS NOT NULL THEN pause END
            WHERE id = @id
            """,
            ("@id", claim.Subscription.Id), ("@composed", Sql.Stored(briefing.ComposedAt)), ("@all", briefing.SaysAllShown), ("@note", note));
    });

    /// <summary>It did not go through, and is tried again at <paramref name="again"/>; null for not at all.</summary>
    /// <param name="claim">Which.</param>
    /// <param name="error">Why, in one sentence.</param>
    /// <param name="again">When.</param>
    /// <param name="inDoubt">Whether parts may have been sent; null for what was known before.</param>
    public void Failed(Claim claim, string error, DateTimeOffset? again, bool? inDoubt) => Update(
        claim,
        "state = 'Failed', error = @error, free_at = @again, in_doubt = coalesce(@doubt, in_doubt), settled_at = CASE WHEN @again IS NULL THEN @now END",
        ("@error", error), ("@again", again is { } moment ? Sql.Stored(moment) : null), ("@doubt", inDoubt));

    /// <summary>It was refused, and the subscription is paused for it; with it all that go to its server, where the bot has left that.</summary>
    /// <param name="claim">Which.</param>
    /// <param name="error">Why, in one sentence.</param>
    /// <param name="pause">What to pause for; null for no pause. What is paused for the same stays so since when it was.</param>
    /// <returns>Whether anything was not paused before: whoever set it up is to be told.</returns>
    public bool Rejected(Claim claim, string error, PauseReason? pause) => database.Write(connection =>
    {
        var mine = connection.Execute(
            $"UPDATE delivery SET state = 'Rejected', error = @error, free_at = NULL, parts = NULL, shown = NULL, in_doubt = 0, settled_at = @now WHERE {Mine}",
            [.. Key(claim), .. Holder(), ("@error", error)]);
        if (mine == 0 || pause is not { } reason)
        {
            return false;
        }

        var ofServer = reason == PauseReason.LeftServer ? ServerRecords.Left(connection, claim.Subscription.Place.Guild!, time.GetUtcNow()) : 0;
        connection.Execute(
            "UPDATE subscription SET pause = @reason, pause_at = @now, pause_detail = @detail WHERE id = @id AND pause IS NOT NULL AND pause NOT IN ('ByPerson', @reason)",
            ("@id", claim.Subscription.Id), ("@reason", reason.ToString()), ("@now", Now), ("@detail", error));
        return connection.Execute(
            "UPDATE subscription SET pause = @reason, pause_at = @now, pause_detail = @detail, owner_told = 0 WHERE id = @id AND pause IS NULL",
            ("@id", claim.Subscription.Id), ("@reason", reason.ToString()), ("@now", Now), ("@detail", error)) + ofServer > 0;
    });

    /// <summary>There was nothing to say.</summary>
    public void Silent(Claim claim) => Update(claim, "state = 'Silent', free_at = NULL, error = NULL, settled_at = @now");

    /// <summary>It is no longer wanted; nothing happens when another process has it by now.</summary>
    public void Skipped(Claim claim) => Update(claim, "state = 'Skipped', free_at = NULL, parts = NULL, shown = NULL, in_doubt = 0, settled_at = @now");

    /// <summary>Gives the claim back, as it is: the process is about to end.</summary>
    public void Release(Claim claim) => Update(claim, "free_at = @now");

    /// <summary>What is called for an attempt at last: nothing is sent any more.</summary>
    public void GiveUp(long subscription, DateOnly slot) => database.Write(connection => connection.Execute(
        """
        UPDATE delivery SET state = 'Failed', free_at = NULL, parts = NULL, shown = NULL, in_doubt = 0, settled_at = @now,
          error = coalesce(error, 'The process that delivered it ended, and no other took over in time.')
        WHERE subscription = @id AND slot = @slot AND free_at <= @now
        """,
        [.. Key(subscription, slot), ("@now", Now)]));

    private const string Mine = "subscription = @id AND slot = @slot AND claimed_by = @process AND state = 'Claimed'";

    private static (string Name, object? Value)[] Key(Claim claim) => Key(claim.Subscription.Id, claim.Slot.Day);

    private static (string Name, object? Value)[] Key(long subscription, DateOnly slot) => [("@id", subscription), ("@slot", Sql.Stored(slot))];

    private static string Listed<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list, Json);

    private static List<T> Unlisted<T>(string? list) => list is null ? [] : JsonSerializer.Deserialize<List<T>>(list, Json)!;

    private static void Remember(SqliteConnection connection, Claim claim, string? conversation)
    {
        if (conversation is not null && conversation != claim.Conversation)
        {
            connection.Execute("UPDATE subscription SET conversation = @conversation WHERE id = @id", ("@id", claim.Subscription.Id), ("@conversation", conversation));
        }
    }

    private static void Cover(SqliteConnection connection, Claim claim, StoredBriefing briefing)
    {
        if (briefing.StartsOver)
        {
            connection.Execute("DELETE FROM shown WHERE subscription = @id", ("@id", claim.Subscription.Id));
        }

        foreach (var passage in briefing.Shown)
        {
            connection.Execute(
                "INSERT INTO shown (subscription, passage) VALUES (@id, @passage) ON CONFLICT DO NOTHING", ("@id", claim.Subscription.Id), ("@passage", passage));
        }
    }

    private static Claim? Read(SqliteConnection connection, long subscription, DateOnly slot) => connection.One(
        "SELECT s.*, d.* FROM delivery d JOIN subscription s ON s.id = d.subscription WHERE d.subscription = @id AND d.slot = @slot",
        row => new Claim(
            SubscriptionStore.Row(row),
            new BriefingSlot(slot, row.Moment("due")!.Value),
            (int)row.Number("attempts")!.Value,
            row.Text("parts") is { } parts
                ? new StoredBriefing(
                    Unlisted<string>(parts), Unlisted<string>(row.Text("shown")), row.Truth("says_all_shown"), row.Truth("starts_over"), row.Moment("composed_at")!.Value)
                : null,
            Unlisted<string?>(row.Text("messages")),
            row.Truth("in_doubt"),
            row.Text("conversation"),
            row.Moment("last_composed"),
            row.Truth("said_all_shown")),
        Key(subscription, slot));

    private (string Name, object? Value)[] Holder() => [("@process", process), ("@now", Now), ("@lease", LeaseEnd)];

    /// <summary>Changes the claim's row while it is this process's.</summary>
    private bool Update(Claim claim, string set, params (string Name, object? Value)[] values) => database.Write(connection =>
        connection.Execute($"UPDATE delivery SET {set} WHERE {Mine}", [.. Key(claim), .. Holder(), .. values]) > 0);
}
