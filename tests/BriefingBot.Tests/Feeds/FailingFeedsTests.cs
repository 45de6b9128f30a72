using BriefingBot.Commands;
using BriefingBot.Feeds;
using BriefingBot.Storage;
using BriefingBot.Tests.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Feeds;

/// <summary>Feeds that fail, as whoever may mend them learns in the conversation.</summary>
public sealed class FailingFeedsTests : IDisposable
{
    private readonly TemporaryStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public async Task Story_tells_of_them_in_one_line_to_whoever_manages_the_place_and_to_nobody_else()
    {
        await using var scene = await FeedScene.BuildAsync();
        _story.Add("ferry", "The ferry sank.", "2019-03-04");
        var options = scene.Options("/good", "/bad?key=secret", "/worse", "/worst");
        scene.Site.SetFeed("/good");
        await scene.AskAsync("/good", options);
        Assert.Empty(Told(options, scene.Stored.Database, manages: true));
        scene.Site.Set("/bad", "no", status: 500);
        await scene.AskAsync("/bad?key=secret", options);
        Assert.Equal([$"1 of 4 feeds fails: {scene.Site.At("/bad")}?…, it answered with 500"], Told(options, scene.Stored.Database, manages: true));
        Assert.Empty(Told(options, scene.Stored.Database, manages: false));
        foreach (var path in new[] { "/worse", "/worst" })
        {
            scene.Site.Set(path, "<html></html>");
            await scene.AskAsync(path, options);
        }

        Assert.StartsWith("3 of 4 feeds fail: ", Assert.Single(Told(options, scene.Stored.Database, manages: true)), StringComparison.Ordinal);
        Assert.EndsWith("; and 1 more", Assert.Single(Told(options, scene.Stored.Database, manages: true)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_without_articles_tells_of_them_too()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.Set("/bad", "no", status: 500);
        await scene.AskAsync("/bad");
        Assert.Single(Told(scene.Options("/bad"), scene.Stored.Database, manages: true));
    }

    [Fact]
    public async Task A_database_that_is_none_keeps_nobody_from_the_story()
    {
        await using var scene = await FeedScene.BuildAsync();
        _story.Add("ferry", "The ferry sank.", "2019-03-04");
        var path = Path.Combine(scene.Disk.Root, "none.db");
        await File.WriteAllTextAsync(path, new string('x', 4096));
        Assert.Empty(Told(scene.Options("/bad"), new Database(path), manages: true));
        Assert.Empty(Told(scene.Options("/bad"), new Database(path + ".missing"), manages: true));
        Assert.False(File.Exists(path + ".missing"));
    }

    private IEnumerable<string> Told(FeedOptions options, Database database, bool manages)
    {
        var router = new CommandRouter(
            _story.Index, null, TimeZoneInfo.Utc, NullLogger<CommandRouter>.Instance, failingFeeds: new FailingFeeds(options, database, _story.Time).Line);
        var reply = router.Answer(CommandRequest.Check(CommandCatalog.Story, new Dictionary<string, string>()).Request! with { Manages = manages });
        Assert.False(reply.Failed);
        return reply.Sections.SelectMany(section => section.Lines).Where(line => line.Label == "Feeds").Select(line => line.Text);
    }
}
