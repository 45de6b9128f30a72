using BriefingBot.Configuration;
using BriefingBot.Storage;

namespace BriefingBot.Tests.Storage;

public sealed class DatabaseCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("briefingbot").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_database_that_can_be_made_is_not_made_and_leaves_nothing_behind()
    {
        new Database(Path.Combine(_folder, "state", "b.db")).Check();
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("")]
    [InlineData("SQLite format 3\0")]
    public void What_may_be_a_database_is_left_as_it_is(string beginning)
    {
        var path = Path.Combine(_folder, "b.db");
        File.WriteAllText(path, beginning.Length == 0 ? "" : beginning.PadRight(200, '\0'));
        new Database(path).Check();
        Assert.Equal([path], Directory.GetFiles(_folder));
        Assert.Equal(beginning.Length == 0 ? 0 : 200, new FileInfo(path).Length);
    }

    [Fact]
    public void A_file_that_is_no_database_is_told_before_anything_is_started()
    {
        var path = Path.Combine(_folder, "b.db");
        File.WriteAllText(path, new string('x', 4096));
        var unusable = Assert.Throws<ConfigurationException>(() => new Database(path).Check());
        Assert.Equal($"Storage:Path: “{path}”: it is no SQLite database; a path where a database is, or can be made, is allowed.", unusable.Message);
        File.WriteAllText(path, "SQLite");
        Assert.Throws<ConfigurationException>(() => new Database(path).Check());
    }

    [Fact]
    public void A_database_of_a_later_program_is_told_before_anything_is_started()
    {
        var path = Path.Combine(_folder, "b.db");
        new Database(path).Open().Dispose();
        new Database(path).Write(connection => connection.Execute($"PRAGMA user_version = {Migrations.Latest + 1}"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var unusable = Assert.Throws<ConfigurationException>(() => new Database(path).Check());
        Assert.Contains($"it is of version {Migrations.Latest + 1}", unusable.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file/b.db")]
    [InlineData("folder")]
    public void A_database_that_cannot_be_made_is_told_with_key_and_path(string path)
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        Directory.CreateDirectory(Path.Combine(_folder, "folder"));
        var full = Path.Combine(_folder, path);
        var unusable = Assert.Throws<ConfigurationException>(() => new Database(full).Check());
        Assert.StartsWith($"Storage:Path: “{full}”: ", unusable.Message, StringComparison.Ordinal);
    }
}
