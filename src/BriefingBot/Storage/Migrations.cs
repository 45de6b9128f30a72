using Microsoft.Data.Sqlite;

namespace BriefingBot.Storage;

/// <summary>
/// The database's shape, one step a version. Steps are only ever added, at the end: what stands here has run somewhere. Each is a transaction with
/// the number that says it is done, so that a process killed in the middle leaves the version before.
/// </summary>
internal static class Migrations
{
    /// <summary>
    /// Moments are milliseconds since 1970, days <c>yyyy-MM-dd</c>, times <c>HH:mm</c>. <c>turn</c> is how many subscriptions its server had before:
    /// all first ones go out before all second ones. <c>conversation</c> is what Discord opened for it: a person's direct messages, a forum's post.
    /// </summary>
    private const string Subscriptions =
        """
        CREATE TABLE subscription (
          id              INTEGER PRIMARY KEY AUTOINCREMENT,
          owner           TEXT    NOT NULL,
          surface         TEXT    NOT NULL,
          guild           TEXT,
          channel         TEXT,
          time            TEXT    NOT NULL,
          zone            TEXT    NOT NULL,
          about           TEXT,
          speaker         TEXT,
          quiet           INTEGER NOT NULL,
          again           INTEGER NOT NULL,
          since           INTEGER NOT NULL,
          pause           TEXT,
          pause_at        INTEGER,
          pause_detail    TEXT,
          owner_told      INTEGER NOT NULL DEFAULT 0,
          snoozed_until   TEXT,
          turn            INTEGER NOT NULL,
          conversation    TEXT,
          last_composed   INTEGER,
          said_all_shown  INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX subscription_due ON subscription (surface, time, zone, turn, id);
        CREATE INDEX subscription_owner ON subscription (owner);
        CREATE INDEX subscription_guild ON subscription (guild);

        CREATE TABLE delivery (
          subscription    INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
          slot            TEXT    NOT NULL,
          due             INTEGER NOT NULL,
          state           TEXT    NOT NULL,
          claimed_by      TEXT,
          claimed_at      INTEGER NOT NULL,
          free_at         INTEGER,
          attempts        INTEGER NOT NULL DEFAULT 0,
          composed_at     INTEGER,
          parts           TEXT,
          shown           TEXT,
          says_all_shown  INTEGER NOT NULL DEFAULT 0,
          starts_over     INTEGER NOT NULL DEFAULT 0,
          in_doubt        INTEGER NOT NULL DEFAULT 0,
          messages        TEXT,
          settled_at      INTEGER,
          error           TEXT,
          PRIMARY KEY (subscription, slot)
        ) WITHOUT ROWID;
        CREATE INDEX delivery_open ON delivery (free_at) WHERE free_at IS NOT NULL;

        CREATE TABLE shown (
          subscription    INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
          passage         TEXT    NOT NULL,
          PRIMARY KEY (subscription, passage)
        ) WITHOUT ROWID;

        CREATE TABLE left_server (
          guild           TEXT    PRIMARY KEY,
          at              INTEGER NOT NULL
        ) WITHOUT ROWID;
        """;

    /// <summary>When articles and statements came into the story, changed and left it: the index is made anew now and then, and cannot tell.</summary>
    private const string StoryLog =
        """
        CREATE TABLE story_article (
          id              TEXT    PRIMARY KEY,
          title           TEXT    NOT NULL,
          text            TEXT    NOT NULL,
          since           INTEGER NOT NULL,
          changed         INTEGER,
          gone            INTEGER
        ) WITHOUT ROWID;

        CREATE TABLE story_statement (
          identity        TEXT    PRIMARY KEY,
          article         TEXT    NOT NULL,
          title           TEXT    NOT NULL,
          speaker         TEXT,
          since           INTEGER NOT NULL,
          gone            INTEGER
        ) WITHOUT ROWID;
        """;

    /// <summary>
    /// <c>complete</c> says that every item of the feed was settled, so that “not modified” may be answered. <c>seen</c> is a hash of an item as the
    /// feed gave it; <c>writing</c> one of the file that was about to be written, <c>written</c> of the one that was, <c>body</c> of its text alone.
    /// </summary>
    private const string Feeds =
        """
        CREATE TABLE feed (
          address         TEXT    PRIMARY KEY,
          etag            TEXT,
          modified        TEXT,
          complete        INTEGER NOT NULL DEFAULT 0,
          polled_at       INTEGER,
          next_at         INTEGER NOT NULL,
          failures        INTEGER NOT NULL DEFAULT 0,
          error           TEXT,
          gone            INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;

        CREATE TABLE feed_item (
          identity        TEXT    PRIMARY KEY,
          feed            TEXT    NOT NULL,
          seen            TEXT    NOT NULL,
          settled         INTEGER NOT NULL,
          tries           INTEGER NOT NULL DEFAULT 0,
          file            TEXT,
          writing         TEXT,
          written         TEXT,
          body            TEXT,
          at              INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX feed_item_body ON feed_item (body);
        CREATE INDEX feed_item_feed ON feed_item (feed);

        CREATE TABLE feed_lease (
          name            TEXT    PRIMARY KEY,
          holder          TEXT    NOT NULL,
          until           INTEGER NOT NULL
        ) WITHOUT ROWID;
        """;

    /// <summary>What an edited article says now in place of what: <c>statements</c> are identities, <c>words</c> hashes.</summary>
    private const string StoryEdits =
        """
        ALTER TABLE story_article ADD COLUMN statements TEXT;
        ALTER TABLE story_statement ADD COLUMN words TEXT;
        ALTER TABLE story_statement ADD COLUMN replaces TEXT;
        """;

    private static readonly IReadOnlyList<string> Steps = [Subscriptions, StoryLog, Feeds, StoryEdits];

    /// <summary>What this program writes.</summary>
    public static int Latest => Steps.Count;

    /// <summary>Brings the database up to <paramref name="version"/>, from whatever it is at. Several processes may do so at once.</summary>
    /// <exception cref="NewerDatabaseException">A later program wrote it; nothing has been changed.</exception>
    public static void Run(SqliteConnection connection, int version)
    {
        for (var at = VersionOf(connection); at != version; at = VersionOf(connection))
        {
            if (at > version)
            {
                throw new NewerDatabaseException(at, version);
            }

            using var transaction = connection.BeginTransaction(deferred: false);
            // Another process may have been faster.
            if (VersionOf(connection) == at)
            {
                connection.Execute(Steps[at]);
                connection.Execute($"PRAGMA user_version = {at + 1}");
            }

            transaction.Commit();
        }
    }

    private static int VersionOf(SqliteConnection connection) => connection.One("PRAGMA user_version", row => row.GetInt32(0));
}

/// <summary>The database belongs to a later version of this program.</summary>
internal sealed class NewerDatabaseException(int found, int known)
    : Exception($"it is of version {found}, and this program knows version {known} at most; start the program that wrote it, or name another file")
{
    public int Found { get; } = found;
}
