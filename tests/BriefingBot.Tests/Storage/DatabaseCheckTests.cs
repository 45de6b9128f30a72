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
