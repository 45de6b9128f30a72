using BriefingBot.Feeds;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage;

/// <summary>A feed and how asking it goes.</summary>
/// <param name="Address">As it is configured.</param>
/// <param name="Next">When it is asked next.</param>
internal sealed record FeedState(string Address, DateTimeOffset Next)
{
    /// <summary>Of its last answer, to ask whether there is another.</summary>
    public string? ETag { get; init; }

    /// <inheritdoc cref="ETag"/>
    public string? Modified { get; init; }

    /// <summary>Whether every item of that answer was settled.</summary>
    public bool Complete { get; init; }

    /// <summary>When it last answered as it should.</summary>
    public DateTimeOffset? Polled { get; init; }

    /// <summary>How often in a row it did not.</summary>
    public int Failures { get; init; }

    public string? Error { get; init; }

    /// <summary>It said that it has gone for good, and is not asked any more.</summary>
    public bool Gone { get; init; }
}

/// <summary>What became of an item.</summary>
/// <param name="Identity">See <see cref="FeedItem"/>.</param>
/// <param name="Feed">The address of the feed that brought it.</param>
/// <param name="Seen">The item's fingerprint.</param>
internal sealed record FeedItemState(string Identity, string Feed, string Seen)
{
    /// <summary>Nothing is to be done unless the item changes.</summary>
    public bool Settled { get; init; }

    /// <summary>How often its page could not be had.</summary>
    public int Tries { get; init; }

    /// <summary>Its file below the articles folder; null when it has none.</summary>
    public string? File { get; init; }

    /// <summary>A hash of what was about to be written.</summary>
    public string? Writing { get; init; }

    /// <summary>A hash of what was written.</summary>
    public string? Written { get; init; }

    /// <summary>A hash of its text.</summary>
    public string? Body { get; init; }
}

/// <summary>Another process has taken over: nothing more may be written.</summary>
internal sealed class LeaseLostException() : Exception("Another process asks the feeds now.");

/// <summary>
/// What is known of feeds and their items, and which process asks them: a lease that has to be renewed, so that a process that was killed holds up
/// nobody. Whoever has lost it writes nothing any more.
/// </summary>
/// <param name="database">Where all of it is kept.</param>
/// <param name="process">What this process is told from others by.</param>
/// <param name="time">The clock.</param>
internal sealed class FeedStore(Database database, string process, TimeProvider time)
{
    /// <summary>How long a process may keep silent.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const string Name = "feeds";

    /// <inheritdoc cref="Database.Waiting"/>
    public TimeSpan Waiting => database.Waiting;

    /// <summary>Takes the lease, or renews it; false when another process has it.</summary>
    public bool TryHold() => database.Write(connection => connection.Execute(
        """
        INSERT INTO feed_lease (name, holder, until) VALUES (@name, @holder, @until)
        ON CONFLICT (name) DO UPDATE SET holder = @holder, until = @until WHERE holder = @holder OR until <= @now OR until > @absurd
        """,
        ("@name", Name), ("@holder", process), ("@until", Sql.Stored(time.GetUtcNow() + Lease)), ("@now", Sql.Stored(time.GetUtcNow())),
        // Of a clock that was wrong: no process renews for longer than a lease.
        ("@absurd", Sql.Stored(time.GetUtcNow() + (2 * Lease))))) > 0;

    /// <inheritdoc cref="Database.Hurry"/>
    public void Hurry() => database.Hurry();

    /// <summary>Another process need not wait.</summary>
    public void Release() => database.Write(connection => connection.Execute(
        "DELETE FROM feed_lease WHERE name = @name AND holder = @holder", ("@name", Name), ("@holder", process)));

    /// <summary>Every feed that was ever asked and is still wanted, by its address.</summary>
    public IReadOnlyDictionary<string, FeedState> Feeds() => !database.Exists ? new Dictionary<string, FeedState>() : database.Read(connection =>
        connection.All("SELECT * FROM feed", StateOf).ToDictionary(state => state.Address, StringComparer.Ordinal));

    public FeedState? Feed(Uri address) => database.Read(connection =>
        connection.One("SELECT * FROM feed WHERE address = @address", StateOf, ("@address", address.AbsoluteUri)));

    /// <exception cref="LeaseLostException">Another process has taken over.</exception>
    public void Keep(FeedState state) => Write(connection => connection.Execute(
        """
        INSERT INTO feed (address, etag, modified, complete, polled_at, next_at, failures, error, gone)
        VALUES (@address, @etag, @modified, @complete, @polled, @next, @failures, @error, @gone)
        ON CONFLICT (address) DO UPDATE SET etag = @etag, modified = @modified, complete = @complete, polled_at = @polled, next_at = @next,
          failures = @failures, error = @error, gone = @gone
        """,
        ("@address", state.Address), ("@etag", state.ETag), ("@modified", state.Modified), ("@complete", state.Complete ? 1 : 0),
        ("@polled", state.Polled is { } polled ? Sql.Stored(polled) : null), ("@next", Sql.Stored(state.Next)), ("@failures", state.Failures),
        ("@error", state.Error), ("@gone", state.Gone ? 1 : 0)));

    /// <summary>
    /// Forgets feeds that are not wanted any more: one that comes back is asked as if it were new. What is known of its items stays. The others are asked
    /// in full once, since other keywords may want other items of the answer that is known.
    /// </summary>
    /// <inheritdoc cref="Keep(FeedState)" path="/exception"/>
    public void Begin(IReadOnlyCollection<Uri> wanted) => Write(connection =>
    {
        connection.Execute("UPDATE feed SET complete = 0");
        var addresses = wanted.Select(each => each.AbsoluteUri).ToHashSet(StringComparer.Ordinal);
        var gone = connection.All("SELECT address FROM feed", row => row.Text("address")!).Where(address => !addresses.Contains(address)).ToList();
        return gone.Sum(address => connection.Execute("DELETE FROM feed WHERE address = @address", ("@address", address)));
    });

    public FeedItemState? Item(string identity) => database.Read(connection => connection.One(
        "SELECT * FROM feed_item WHERE identity = @identity",
        row => new FeedItemState(row.Text("identity")!, row.Text("feed")!, row.Text("seen")!)
        {
            Settled = row.Truth("settled"),
            Tries = (int)row.Number("tries")!.Value,
            File = row.Text("file"),
            Writing = row.Text("writing"),
            Written = row.Text("written"),
            Body = row.Text("body"),
        },
        ("@identity", identity)));

    /// <inheritdoc cref="Keep(FeedState)" path="/exception"/>
    public void Keep(FeedItemState item) => Write(connection => connection.Execute(
        """
        INSERT INTO feed_item (identity, feed, seen, settled, tries, file, writing, written, body, at)
        VALUES (@identity, @feed, @seen, @settled, @tries, @file, @writing, @written, @body, @at)
        ON CONFLICT (identity) DO UPDATE SET feed = @feed, seen = @seen, settled = @settled, tries = @tries, file = @file, writing = @writing,
          written = @written, body = @body, at = @at
        """,
        ("@identity", item.Identity), ("@feed", item.Feed), ("@seen", item.Seen), ("@settled", item.Settled ? 1 : 0), ("@tries", item.Tries),
        ("@file", item.File), ("@writing", item.Writing), ("@written", item.Written), ("@body", item.Body), ("@at", Sql.Stored(time.GetUtcNow()))));

    /// <summary>Whether another item has brought this text already.</summary>
    public bool IsKnown(string body, string besides) => database.Read(connection => connection.One(
        "SELECT 1 FROM feed_item WHERE body = @body AND identity <> @besides AND file IS NOT NULL", row => row.GetInt64(0),
        ("@body", body), ("@besides", besides))) > 0;

    /// <summary>How many articles a feed has brought.</summary>
    public IReadOnlyDictionary<string, int> Articles() => !database.Exists ? new Dictionary<string, int>() : database.Read(connection => connection.All(
        "SELECT feed, count(*) AS articles FROM feed_item WHERE written IS NOT NULL GROUP BY feed",
        row => KeyValuePair.Create(row.Text("feed")!, (int)row.Number("articles")!.Value)).ToDictionary(StringComparer.Ordinal));

    private static FeedState StateOf(SqliteDataReader row) => new(row.Text("address")!, row.Moment("next_at")!.Value)
    {
        ETag = row.Text("etag"),
        Modified = row.Text("modified"),
        Complete = row.Truth("complete"),
        Polled = row.Moment("polled_at"),
        Failures = (int)row.Number("failures")!.Value,
        Error = row.Text("error"),
        Gone = row.Truth("gone"),
    };

    /// <summary>A process that stood still for longer than its lease must not undo what another has done.</summary>
    private void Write(Func<SqliteConnection, int> write) =>
        database.Write(connection => HolderIn(connection) == process ? write(connection) : throw new LeaseLostException());

    private string? HolderIn(SqliteConnection connection) => connection.One(
        "SELECT holder FROM feed_lease WHERE name = @name AND until > @now", row => row.GetString(0),
        ("@name", Name), ("@now", Sql.Stored(time.GetUtcNow())));
}
