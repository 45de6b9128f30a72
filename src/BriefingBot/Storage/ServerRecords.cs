using BriefingBot.Briefings;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage;

/// <summary>Which servers the bot has left, and which nothing has been heard of.</summary>
internal sealed class ServerRecords(Database database)
{
    /// <summary>Some servers to which nothing was sent, and which refused nothing, since then: whether the bot is still there is not known.</summary>
    public IReadOnlyList<string> Quiet(DateTimeOffset since, int count) => database.Read(connection => connection.All(
        """
        SELECT guild FROM subscription s WHERE surface = 'discord' AND guild IS NOT NULL AND since < @since AND guild NOT IN (SELECT guild FROM left_server)
        GROUP BY guild
        HAVING NOT max(EXISTS (SELECT 1 FROM delivery WHERE subscription = s.id AND state IN ('Sent', 'Rejected') AND settled_at >= @since))
        ORDER BY random() LIMIT @count
        """,
        row => row.GetString(0), ("@since", Sql.Stored(since)), ("@count", count)));

    /// <summary>Servers that the bot was found to have left, with the moment.</summary>
    public IReadOnlyList<(string Guild, DateTimeOffset At)> Left() => database.Read(connection =>
        connection.All("SELECT guild, at FROM left_server ORDER BY at", row => (row.GetString(0), row.Moment("at")!.Value)));

    /// <summary>Notes that the bot is not there any more, and pauses what goes there; what was noted or paused before stays.</summary>
    public void Leave(string guild, DateTimeOffset now) => database.Write(connection => Left(connection, guild, now));

    /// <summary>The bot is there again: what was paused for that goes on.</summary>
    public void Return(string guild) => database.Write(connection => Return(connection, guild));

    /// <summary>Forgets all that belongs to a server.</summary>
    /// <returns>How many subscriptions that were.</returns>
    public int Forget(string guild) => database.Erase(connection =>
    {
        connection.Execute("DELETE FROM left_server WHERE guild = @guild", ("@guild", guild));
        return connection.Execute("DELETE FROM subscription WHERE guild = @guild", ("@guild", guild));
    });

    internal static int Return(SqliteConnection connection, string guild) =>
        connection.Execute("DELETE FROM left_server WHERE guild = @guild", ("@guild", guild)) == 0 ? 0 : connection.Execute(
            "UPDATE subscription SET pause = NULL, pause_at = NULL, pause_detail = NULL, owner_told = 0 WHERE guild = @guild AND pause = @reason",
            ("@guild", guild), ("@reason", nameof(PauseReason.LeftServer)));

    /// <returns>How many subscriptions have been paused.</returns>
    internal static int Left(SqliteConnection connection, string guild, DateTimeOffset now)
    {
        connection.Execute("INSERT INTO left_server (guild, at) VALUES (@guild, @now) ON CONFLICT DO NOTHING", ("@guild", guild), ("@now", Sql.Stored(now)));
        return connection.Execute(
            "UPDATE subscription SET pause = @reason, pause_at = @now, pause_detail = @detail, owner_told = 0 WHERE guild = @guild AND pause IS NULL",
            ("@guild", guild), ("@reason", nameof(PauseReason.LeftServer)), ("@now", Sql.Stored(now)), ("@detail", PauseWords.LeftServer));
    }
}
