using BriefingBot.Briefings;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage;

/// <summary>What came of asking for a subscription.</summary>
internal enum SubscribeOutcome
{
    Made,

    /// <summary>There was one for the same place, subject and speaker: its time has been changed, and a pause is over.</summary>
    Changed,

    /// <summary>The server or the person has as many as allowed; nothing has changed.</summary>
    TooMany,
}

/// <param name="Outcome">What happened.</param>
/// <param name="Subscription">As it is now; null when there are too many.</param>
/// <param name="Most">How many the server or the person may have.</param>
internal sealed record SubscribeResult(SubscribeOutcome Outcome, Subscription? Subscription, int Most);

/// <summary>The subscriptions: the only truth about who gets a briefing, where and when. Safe for any number of threads and processes.</summary>
internal sealed class SubscriptionStore(Database database, BriefingOptions options, TimeProvider time)
{
    /// <summary>Raised after something about any subscription has changed in this process.</summary>
    public event Action? Changed;

    /// <summary>Makes a subscription, or changes the time of the one that the place already has for the same subject and speaker.</summary>
    public SubscribeResult Subscribe(NewSubscription wanted)
    {
        var personal = wanted.Place.Guild is null;
        var most = personal ? options.MaxPerPerson : options.MaxPerServer;
        var result = database.Write(connection =>
        {
            var siblings = personal ? Personal(connection, wanted) : OfGuild(connection, wanted.Place.Guild!);
            var same = siblings.FirstOrDefault(each => IsSame(each, wanted));
            if (same is null && siblings.Count >= most)
            {
                return new SubscribeResult(SubscribeOutcome.TooMany, null, most);
            }

            var id = same is null ? Insert(connection, wanted, siblings.Count) : Change(connection, same.Id, wanted);
            return new SubscribeResult(same is null ? SubscribeOutcome.Made : SubscribeOutcome.Changed, Find(connection, id), most);
        });
        if (result.Subscription is not null)
        {
            Changed?.Invoke();
        }

        return result;
    }

    /// <summary>True while nothing has ever been stored: a bot without briefings opens no database.</summary>
    public bool IsEmpty => !database.Exists;

    public Subscription? Find(long id) => database.Read(connection => Find(connection, id));

    /// <summary>All that this person set up, wherever they go.</summary>
    public IReadOnlyList<Subscription> OfOwner(string owner) => database.Read(connection => connection.All(
        "SELECT * FROM subscription WHERE owner = @owner AND owner <> '' ORDER BY id", Row, ("@owner", owner)));

    public IReadOnlyList<Subscription> OfGuild(string guild) => database.Read(connection => OfGuild(connection, guild));

    public void Pause(long id, Pause pause) => Update(
        "UPDATE subscription SET pause = @reason, pause_at = @at, pause_detail = @detail, owner_told = 0 WHERE id = @id",
        ("@id", id), ("@reason", pause.Reason.ToString()), ("@at", Sql.Stored(pause.At)), ("@detail", pause.Detail));

    /// <summary>Ends a pause and a snooze; what was due meanwhile stays away.</summary>
    public void Resume(long id) => Update(
        """
        UPDATE subscription SET pause = NULL, pause_at = NULL, pause_detail = NULL, owner_told = 0, snoozed_until = NULL, since = @now
        WHERE id = @id
        """,
        ("@id", id), ("@now", Sql.Stored(time.GetUtcNow())));

    /// <param name="id">Which.</param>
    /// <param name="until">The first local day that has a briefing again.</param>
    public void Snooze(long id, DateOnly until) =>
        Update("UPDATE subscription SET snoozed_until = @until WHERE id = @id", ("@id", id), ("@until", Sql.Stored(until)));

    /// <summary>Forgets it with all that was delivered.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(long id)
    {
        var removed = database.Erase(connection => connection.Execute("DELETE FROM subscription WHERE id = @id", ("@id", id)));
        Changed?.Invoke();
        return removed > 0;
    }

    /// <summary>Identities of the passages that it was shown in its current round.</summary>
    public IReadOnlySet<string> Shown(long id) => database.Read(connection =>
        connection.All("SELECT passage FROM shown WHERE subscription = @id", row => row.GetString(0), ("@id", id)).ToHashSet(StringComparer.Ordinal));

    /// <summary>How far a subscription is: what it was shown, when its last briefing was composed, and whether that said that all was shown.</summary>
    public (IReadOnlySet<string> Shown, DateTimeOffset? LastComposed, bool SaidAllShown) Progress(long id) =>
        database.Read(connection => connection.One(
            "SELECT last_composed, said_all_shown FROM subscription WHERE id = @id",
            row => (row.Moment("last_composed"), row.Truth("said_all_shown")), ("@id", id))) is var (last, all) ? (Shown(id), last, all) : (Shown(id), null, false);

    /// <summary>When its next briefings are due: without a day that had its briefing, or is snoozed.</summary>
    public IReadOnlyList<DateTimeOffset> Next(Subscription subscription, int count)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(subscription.Zone, out var zone))
        {
            return [];
        }

        var seenTo = database.Read(connection => connection.All(
            "SELECT slot FROM delivery WHERE subscription = @id", row => row.DayOf("slot")!.Value, ("@id", subscription.Id))).ToHashSet();
        return [.. BriefingSlot.Following(subscription.Time, zone, time.GetUtcNow())
            .Where(slot => slot.Due >= subscription.Since && !seenTo.Contains(slot.Day) && !(slot.Day < subscription.SnoozedUntil)).Take(count).Select(slot => slot.Due)];
    }

    /// <summary>Notes that the owner is being told of a pause, so that nobody else tells them.</summary>
    /// <returns>
    /// What they are to be told of: the subscription, and where the bot has left its server all others that they have there; nothing when they have
    /// been told before, or there is nobody to tell.
    /// </returns>
    public IReadOnlyList<Subscription> TryTell(long id) => database.Write(connection => connection.All(
        """
        UPDATE subscription SET owner_told = 1
        WHERE owner_told = 0 AND pause IS NOT NULL AND owner <> '' AND (id = @id OR (pause = 'LeftServer'
          AND (owner, guild) = (SELECT owner, guild FROM subscription WHERE id = @id AND pause = 'LeftServer')))
        RETURNING *
        """,
        Row, ("@id", id))).OrderBy(each => each.Id).ToList();

    /// <summary>Notes that telling did not reach the owner: it is for their next command.</summary>
    public void TellLater(IReadOnlyList<Subscription> paused)
    {
        database.Write(connection => paused.Sum(each => connection.Execute("UPDATE subscription SET owner_told = 2 WHERE id = @id", ("@id", each.Id))));
        Changed?.Invoke();
    }

    /// <summary>Whom <see cref="TakeUntold"/> has something for.</summary>
    public IReadOnlyList<string> Untold() => database.Read(connection => connection.All(
        "SELECT DISTINCT owner FROM subscription WHERE owner_told = 2 AND owner <> ''", row => row.GetString(0)));

    /// <summary>Paused subscriptions that this person could not be told of; each is given once.</summary>
    public IReadOnlyList<Subscription> TakeUntold(string owner) => database.Write(connection => connection.All(
        "UPDATE subscription SET owner_told = 1 WHERE owner = @owner AND owner <> '' AND owner_told = 2 RETURNING *", Row, ("@owner", owner)));

    /// <inheritdoc cref="Database.Hurry"/>
    public void Hurry() => database.Hurry();

    /// <summary>What is stored about a person goes: their own subscriptions altogether, from those of servers their name.</summary>
    /// <returns>How many subscriptions that concerned.</returns>
    public int Erase(string person)
    {
        if (person.Length == 0)
        {
            return 0;
        }

        var erased = database.Erase(connection =>
            connection.Execute("DELETE FROM subscription WHERE owner = @person AND guild IS NULL", ("@person", person))
            + connection.Execute("UPDATE subscription SET owner = '' WHERE owner = @person", ("@person", person)));
        Changed?.Invoke();
        return erased;
    }

    /// <summary>Reads a row of <c>subscription</c>.</summary>
    internal static Subscription Row(SqliteDataReader row) => new()
    {
        Id = row.Number("id")!.Value,
        Owner = row.Text("owner")!,
        Place = new BriefingPlace(row.Text("surface")!, row.Text("guild"), row.Text("channel")),
        Time = row.TimeOf("time"),
        Zone = row.Text("zone")!,
        About = row.Text("about"),
        Speaker = row.Text("speaker"),
        Quiet = row.Truth("quiet"),
        Again = row.Truth("again"),
        Since = row.Moment("since")!.Value,
        Pause = row.Text("pause") is { } reason
            ? new Pause(Enum.Parse<PauseReason>(reason), row.Moment("pause_at")!.Value, row.Text("pause_detail"))
            : null,
        SnoozedUntil = row.DayOf("snoozed_until"),
    };

    private static bool IsSame(Subscription each, NewSubscription wanted) => each.Place == wanted.Place
        && string.Equals(each.About, wanted.About, StringComparison.OrdinalIgnoreCase)
        && string.Equals(each.Speaker, wanted.Speaker, StringComparison.OrdinalIgnoreCase);

    private static List<Subscription> OfGuild(SqliteConnection connection, string guild) =>
        connection.All("SELECT * FROM subscription WHERE guild = @guild ORDER BY id", Row, ("@guild", guild));

    private static List<Subscription> Personal(SqliteConnection connection, NewSubscription wanted) => connection.All(
        "SELECT * FROM subscription WHERE owner = @owner AND guild IS NULL AND surface = @surface ORDER BY id",
        Row, ("@owner", wanted.Owner), ("@surface", wanted.Place.Surface));

    private static Subscription? Find(SqliteConnection connection, long id) =>
        connection.One("SELECT * FROM subscription WHERE id = @id", Row, ("@id", id));

    private long Insert(SqliteConnection connection, NewSubscription wanted, int turn) => connection.One(
        """
        INSERT INTO subscription (owner, surface, guild, channel, time, zone, about, speaker, quiet, again, since, turn)
        VALUES (@owner, @surface, @guild, @channel, @time, @zone, @about, @speaker, @quiet, @again, @now, @turn)
        RETURNING id
        """,
        row => row.GetInt64(0),
        [.. Values(wanted), ("@surface", wanted.Place.Surface), ("@guild", wanted.Place.Guild), ("@channel", wanted.Place.Channel),
            ("@about", wanted.About), ("@speaker", wanted.Speaker), ("@turn", turn)]);

    private long Change(SqliteConnection connection, long id, NewSubscription wanted)
    {
        connection.Execute(
            """
            UPDATE subscription SET owner = @owner, time = @time, zone = @zone, quiet = @quiet, again = @again, since = @now,
              pause = NULL, pause_at = NULL, pause_detail = NULL, owner_told = 0, snoozed_until = NULL
            WHERE id = @id
            """,
            [.. Values(wanted), ("@id", id)]);
        return id;
    }

    private (string Name, object? Value)[] Values(NewSubscription wanted) =>
    [
        ("@owner", wanted.Owner), ("@time", Sql.Stored(wanted.Time)), ("@zone", wanted.Zone), ("@quiet", wanted.Quiet), ("@again", wanted.Again),
        ("@now", Sql.Stored(time.GetUtcNow())),
    ];

    private int Update(string sql, params (string Name, object? Value)[] values)
    {
        var changed = database.Write(connection => connection.Execute(sql, values));
        Changed?.Invoke();
        return changed;
    }
}
