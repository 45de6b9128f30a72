using BriefingBot.Briefings;
using BriefingBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Storage;

public sealed class StoryLogStoreTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2019, 3, 4, 8, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("briefingbot-log-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void What_came_changed_and_left_is_known_after_a_restart()
    {
        var log = Open();
        log.Note([("a", "First", "1"), ("b", "Second", "2")], [("s1", "a", "Anna"), ("s2", "b", null)], Monday);
        Open().Note([("a", "First", "1b"), ("c", "Third", "3")], [("s3", "c", "Otto")], Monday.AddDays(1));

        var later = Open();
        Assert.Equal(["First", "Second", "Third"], later.ArticlesSince(Monday).Select(article => article.Title));
        Assert.True(later.IsNew("s3", Monday));
        Assert.False(later.IsNew("s3", Monday.AddDays(1)));
        Assert.False(later.IsNew("s1", Monday.AddYears(-1)));
        Assert.Equal(Monday.AddDays(1), later.Find("s1")!.Gone);
        Assert.Empty(later.ArticlesSince(Monday.AddDays(1)));
    }

    [Fact]
    public void What_cannot_be_stored_is_stored_with_the_next_change()
    {
        var path = Path.Combine(_folder, "locked.db");
        new Database(path).Read(_ => true);
        var log = new StoryLogStore(new Database(path, TimeSpan.FromSeconds(1)), NullLogger<StoryLogStore>.Instance).Log();
        log.Note([("a", "First", "1")], [("s1", "a", null)], Monday);
        var other = new Database(path);
        other.Write(_ =>
        {
            log.Note([("a", "First", "1"), ("b", "Second", "2")], [("s1", "a", null), ("s2", "b", null)], Monday.AddDays(1));
            return true;
        });
        Assert.True(log.IsNew("s2", Monday));

        log.Note([("a", "First", "1"), ("b", "Second", "2")], [("s1", "a", null), ("s2", "b", null)], Monday.AddDays(2));
        Assert.Equal(Monday.AddDays(1), new StoryLogStore(other, NullLogger<StoryLogStore>.Instance).Log().Find("s2")!.Since);
    }

    [Fact]
    public void Before_the_first_subscription_nothing_is_stored_and_what_was_seen_is_stored_then()
    {
        var path = Path.Combine(_folder, "later.db");
        var database = new Database(path);
        var log = new StoryLogStore(database, NullLogger<StoryLogStore>.Instance).Log();
        log.Note([("a", "First", "1")], [("s1", "a", null)], Monday);
        Assert.False(database.Exists);

        database.Read(_ => true);
        log.Keep();
        Assert.NotNull(new StoryLogStore(database, NullLogger<StoryLogStore>.Instance).Log().Find("s1"));
    }

    /// <summary>A log of a database that there is.</summary>
    private StoryLog Open()
    {
        var database = new Database(Path.Combine(_folder, "state.db"));
        database.Read(_ => true);
        return new StoryLogStore(database, NullLogger<StoryLogStore>.Instance).Log();
    }
}
