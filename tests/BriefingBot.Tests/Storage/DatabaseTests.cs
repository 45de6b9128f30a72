using BriefingBot.Configuration;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Tests.Storage;

/// <summary>The database as a file: how it is made, brought up to date, and refused.</summary>
public sealed class DatabaseTests : IDisposable
{
    private readonly TemporaryDatabase _stored = new(TimeSpan.FromSeconds(1));

    public void Dispose() => _stored.Dispose();

    public static TheoryData<int> Versions => [.. Enumerable.Range(0, Migrations.Latest + 1)];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_version_is_brought_to_the_shape_that_a_new_database_has(int version)
    {
        using (new Database(_stored.Path, version: version).Open())
        {
        }

        Assert.Equal(version, VersionOf(_stored.Path));
        var migrated = ShapeOf(_stored.Database);
        Assert.Equal(Migrations.Latest, VersionOf(_stored.Path));
        Assert.Equal(ShapeOf(new Database(_stored.Path + ".new")), migrated);
    }

    [Theory]
    [InlineData(13, 13, "The disk is full, or the database has no room left")]
    [InlineData(10, 4874, "The disk is full, or the database has no room left")]
    [InlineData(5, 517, "The database is locked by another program")]
    [InlineData(11, 11, "The database refuses to be read or written (11/11)")]
    public void What_SQLite_refuses_is_told_in_words(int code, int extended, string words) =>
        Assert.Equal(words, DatabaseTrouble.Of(new SqliteException("refused", code, extended)));

    [Fact]
    public void Writers_need_not_wait_for_readers_and_what_is_owned_goes_with_its_owner()
    {
        using var connection = _stored.Database.Open();
        Assert.Equal("wal", connection.One("PRAGMA journal_mode", row => row.GetString(0)));
        Assert.Equal(1, connection.One("PRAGMA foreign_keys", row => row.GetInt32(0)));
    }

    [Fact]
    public void A_database_of_a_later_program_is_refused_in_one_line_and_left_alone()
    {
        using (var connection = _stored.Database.Open())
        {
            connection.Execute("PRAGMA user_version = 1000");
        }

        var refused = Assert.Throws<ConfigurationException>(() => new Database(_stored.Path).Open());
        var line = Assert.Single(refused.Problems);
        Assert.StartsWith($"Storage:Path: “{_stored.Path}”: it is of version 1000", line, StringComparison.Ordinal);
        Assert.Equal(1000, VersionOf(_stored.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_path_where_no_database_can_be_is_refused_in_one_line(bool isFolder)
    {
        if (isFolder)
        {
            Directory.CreateDirectory(_stored.Path);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_stored.Path)!);
            File.WriteAllText(_stored.Path, string.Concat(Enumerable.Repeat("The herring is blue. ", 100)));
        }

        var refused = Assert.Throws<ConfigurationException>(() => _stored.Database.Open());
        Assert.StartsWith("Storage:Path: ", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Processes_that_start_together_migrate_once()
    {
        var starting = Enumerable.Range(0, 8).Select(_ => Task.Run(() => new Database(_stored.Path).Read(connection => connection.One("SELECT count(*) FROM subscription", row => row.GetInt32(0)))));
        Assert.All(await Task.WhenAll(starting), count => Assert.Equal(0, count));
        Assert.Equal(Migrations.Latest, VersionOf(_stored.Path));
    }

    [Fact]
    public void What_a_failed_step_wrote_is_undone()
    {
        _stored.Add(TemporaryDatabase.ByMessage("5"));
        Assert.Throws<SqliteException>(() => _stored.Database.Write(connection =>
            connection.Execute("DELETE FROM subscription") + connection.Execute("DELETE FROM no_such_table")));
        Assert.Equal(1, _stored.Count("subscription"));
    }

    private static int VersionOf(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        return connection.One("PRAGMA user_version", row => row.GetInt32(0));
    }

    private static List<string> ShapeOf(Database database) => database.Read(connection =>
        connection.All("SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1", row => row.GetString(0)));
}
