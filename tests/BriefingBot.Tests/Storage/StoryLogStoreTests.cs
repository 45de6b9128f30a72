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
        log.Note([("a", "First", "1"), ("b", "Second", "2")], [new("s1", "a", "Anna", ""), new("s2", "b", null, "")], NotThere, Monday);
        Open().Note([("a", "First", "1b"), ("c", "Third", "3")], [new("s3", "c", "Otto", "")], NotThere, Monday.AddDays(1));

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
        log.Note([("a", "First", "1")], [new("s1", "a", null, "")], NotThere, Monday);
        var other = new Database(path);
        other.Write(_ =>
        {
            log.Note([("a", "First", "1"), ("b", "Second", "2")], [new("s1", "a", null, ""), new("s2", "b", null, "")], NotThere, Monday.AddDays(1));
            return true;
        });
        Assert.True(log.IsNew("s2", Monday));

        log.Note([("a", "First", "1"), ("b", "Second", "2")], [new("s1", "a", null, ""), new("s2", "b", null, "")], NotThere, Monday.AddDays(2));
        Assert.Equal(Monday.AddDays(1), new StoryLogStore(other, NullLogger<StoryLogStore>.Instance).Log().Find("s2")!.Since);
    }

    [Fact]
    public void Before_the_first_subscription_nothing_is_stored_and_what_was_seen_is_stored_then()
    {
        var path = Path.Combine(_folder, "later.db");
        var database = new Database(path);
        var log = new StoryLogStore(database, NullLogger<StoryLogStore>.Instance).Log();
        log.Note([("a", "First", "1")], [new("s1", "a", null, "")], NotThere, Monday);
        Assert.False(database.Exists);

        database.Read(_ => true);
        log.Keep();
        Assert.NotNull(new StoryLogStore(database, NullLogger<StoryLogStore>.Instance).Log().Find("s1"));
    }

    [Fact]
    public void What_an_edited_article_says_in_place_of_what_it_said_is_known_though_it_was_edited_while_nothing_ran()
    {
        Open().Note([("a", "First", "1")], [new("s1", "a", "Anna", "All ferries wait outside the harbour"), new("s2", "a", "Anna", "Gulls sing")], NotThere, Monday);
        Open().Note(
            [("a", "First", "1b")],
            [new("s3", "a", "Anna", "Some ferries wait outside the harbour"), new("s2", "a", "Anna", "Gulls sing"), new("s4", "a", "Anna", "Crabs dance")],
            NotThere,
            Monday.AddDays(1));

        var replacing = Assert.Single(Open().Replacing(new HashSet<string> { "s1", "s2" }));
        Assert.Equal("s3", replacing.Statement.Identity);
        Assert.Equal(["s1"], replacing.Replaced);
        Assert.Empty(Open().Replacing(new HashSet<string> { "s1", "s2", "s3" }));
    }

    private static bool NotThere(string identity) => false;

    /// <summary>A log of a database that there is.</summary>
    private StoryLog Open()
    {
        var database = new Database(Path.Combine(_folder, "state.db"));
        database.Read(_ => true);
        return new StoryLogStore(database, NullLogger<StoryLogStore>.Instance).Log();
    }
}
