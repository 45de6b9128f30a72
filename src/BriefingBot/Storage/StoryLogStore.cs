using BriefingBot.Briefings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Storage;

/// <summary>Keeps the story's history: see <see cref="StoryLog"/>. Of what several processes saw first, the earlier moment stays.</summary>
internal sealed partial class StoryLogStore(Database database, ILogger<StoryLogStore> log)
{
    /// <summary>A log that is kept here.</summary>
    public StoryLog Log() => new(Read, TryWrite);

    private StoryHistory Read() => !database.Exists ? StoryHistory.Empty : database.Read(connection => new StoryHistory(
        connection.All("SELECT * FROM story_article", row => new LoggedArticle(
            row.Text("id")!, row.Text("title")!, row.Text("text")!, row.Moment("since")!.Value, row.Moment("changed"), row.Moment("gone"))
        {
            Statements = row.Text("statements")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
        }),
        connection.All("SELECT * FROM story_statement", row => new LoggedStatement(
            row.Text("identity")!, row.Text("article")!, row.Text("title")!, row.Text("speaker"), row.Moment("since")!.Value, row.Moment("gone"))
        {
            Words = WordSketch.Parse(row.Text("words")),
            Replaces = row.Text("replaces"),
        })));

    /// <summary>
    /// A full disk or a lock is no reason not to answer: what could not be kept is tried again. Before the first subscription nothing is stored.
    /// </summary>
    private bool TryWrite(StoryHistory changes)
    {
        if (!database.Exists)
        {
            return false;
        }

        try
        {
            return database.Write(connection => Write(connection, changes));
        }
        catch (SqliteException failed)
        {
            LogNotKept(failed.SqliteErrorCode);
            return false;
        }
    }

    private static bool Write(SqliteConnection connection, StoryHistory changes)
    {
        foreach (var article in changes.Articles)
        {
            connection.Execute(
                """
                INSERT INTO story_article (id, title, text, since, changed, gone, statements) VALUES (@id, @title, @text, @since, @changed, @gone, @statements)
                ON CONFLICT (id) DO UPDATE SET title = @title, text = @text, since = min(since, @since), changed = @changed, gone = @gone,
                  statements = @statements
                """,
                ("@id", article.Id), ("@title", article.Title), ("@text", article.Text), ("@since", Sql.Stored(article.Since)),
                ("@changed", Stored(article.Changed)), ("@gone", Stored(article.Gone)), ("@statements", string.Join(' ', article.Statements)));
        }

        foreach (var statement in changes.Statements)
        {
            connection.Execute(
                """
                INSERT INTO story_statement (identity, article, title, speaker, since, gone, words, replaces)
                VALUES (@identity, @article, @title, @speaker, @since, @gone, @words, @replaces)
                ON CONFLICT (identity) DO UPDATE SET article = @article, title = @title, speaker = @speaker, since = @since, gone = @gone,
                  words = @words, replaces = coalesce(@replaces, replaces)
                """,
                ("@identity", statement.Identity), ("@article", statement.Article), ("@title", statement.Title), ("@speaker", statement.Speaker),
                ("@since", Sql.Stored(statement.Since)), ("@gone", Stored(statement.Gone)), ("@words", statement.Words.IsUnknown ? null : statement.Words.ToString()),
                ("@replaces", statement.Replaces));
        }

        return true;
    }

    private static long? Stored(DateTimeOffset? moment) => moment is { } known ? Sql.Stored(known) : null;

    [LoggerMessage(LogLevel.Warning, "What came into the story could not be stored (SQLite error {Code}); it is tried again with the next change")]
    private partial void LogNotKept(int code);
}
