using BriefingBot.Feeds;
using BriefingBot.Indexing;
using BriefingBot.Storage;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.Tests.Feeds;

/// <summary>A feed asked again and again: each item is an article once, whatever happens between.</summary>
public sealed class FeedPollTests
{
    [Fact]
    public async Task A_new_item_becomes_a_file_that_the_program_reads_as_any_other()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed", ("1", "Herring: is \"blue\"", "/herring?utm_source=rss"));
        scene.Site.SetArticle("/herring", "Herring is blue");
        var state = await scene.AskAsync("/feed");
        Assert.Equal((null, 0, scene.Time.GetUtcNow() + FeedOptions.DefaultInterval), (state.Error, state.Failures, state.Next));
        var file = Assert.Single(scene.Files);
        Assert.Matches("^feeds/127\\.0\\.0\\.1/2026-03-02-herring-is-blue-[0-9a-f]{12}\\.txt$", file);
        var listed = Assert.Single(new ArticleFolder(scene.Disk.Articles, 1_000_000).List());
        var article = Assert.Single(ArticleFile.Read(listed)!.Articles);
        Assert.Equal(
            ("Herring: is \"blue\"", "Example News", scene.Site.At("/herring").AbsoluteUri, new DateOnly(2026, 3, 2)),
            (article.Title, article.Source, article.Url, article.Published!.Value));
        Assert.Contains("said Anna Keller", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Menu", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_item_is_never_taken_twice_and_its_page_is_not_asked_for_again()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed", ("1", "Herring", "/herring"), ("1", "Herring again", "/other"));
        scene.Site.SetArticle("/herring", "Herring");
        for (var i = 0; i < 3; i++)
        {
            Assert.Null((await scene.AskAsync("/feed")).Error);
        }

        Assert.Equal((1, 1, 0, 3), (scene.Files.Count, scene.Site.Count("/herring"), scene.Site.Count("/other"), scene.Site.Count("/feed")));
    }

    [Fact]
    public async Task An_edited_item_replaces_its_file_and_one_that_has_left_the_feed_changes_nothing()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed", ("1", "Herring", "/herring"));
        scene.Site.SetArticle("/herring", "Herring");
        await scene.AskAsync("/feed");
        var file = Assert.Single(scene.Files);
        scene.Site.SetFeed("/feed", ("1", "Herring, corrected", "/herring"));
        scene.Site.SetArticle("/herring", "Herring corrected");
        await scene.AskAsync("/feed");
        Assert.Equal(file, Assert.Single(scene.Files));
        Assert.Contains("Herring corrected", scene.Read(file), StringComparison.Ordinal);
        scene.Site.SetFeed("/feed");
        Assert.Null((await scene.AskAsync("/feed")).Error);
        Assert.Equal(file, Assert.Single(scene.Files));
    }

    [Fact]
    public async Task A_file_that_an_operator_deleted_comes_back_only_when_the_item_says_something_new()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed", ("1", "Herring", "/herring"));
        scene.Site.SetArticle("/herring", "Herring");
        await scene.AskAsync("/feed");
        File.Delete(scene.Disk.PathOf(Assert.Single(scene.Files)));
        await scene.AskAsync("/feed");
        Assert.Empty(scene.Files);
        scene.Site.SetFeed("/feed", ("1", "Herring, corrected", "/herring"));
        await scene.AskAsync("/feed");
        Assert.Contains("Herring, corrected", scene.Read(Assert.Single(scene.Files)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_an_operator_changed_is_left_alone()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed", ("1", "Herring", "/herring"));
        scene.Site.SetArticle("/herring", "Herring");
        await scene.AskAsync("/feed");
        var file = Assert.Single(scene.Files);
        scene.Disk.Write(file, "My own words about it.");
        scene.Site.SetFeed("/feed", ("1", "Herring, corrected", "/herring"));
        await scene.AskAsync("/feed");
        Assert.Equal("My own words about it.", scene.Read(file));
    }

    [Fact]
    public async Task Only_items_with_a_keyword_come_into_the_story()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed", ("1", "Herrings are counted", null), ("2", "Treaty signed", "/treaty"), ("3", "Cherringdale votes", "/vote"));
        scene.Site.SetArticle("/treaty", "Treaty");
        scene.Site.SetArticle("/vote", "Vote");
        await scene.AskAsync("/feed", scene.Options("/feed") with { Keywords = ["herring", "treaties"] });
        Assert.Contains("treaty-signed", Assert.Single(scene.Files), StringComparison.Ordinal);
        Assert.Equal(0, scene.Site.Count("/vote"));
    }

    [Fact]
    public async Task Items_that_take_too_long_leave_others_their_turn_and_go_on_with_the_next()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed", [.. Enumerable.Range(1, 20).Select(i => ($"{i}", $"Title {i}", (string?)$"/page{i}"))]);
        var parts = scene.Join(scene.Options("/feed"));
        for (var i = 1; i <= 20; i++)
        {
            var words = $"Herring {i}";
            scene.Site.Set($"/page{i}", async http =>
            {
                scene.Time.Advance(TimeSpan.FromSeconds(29));
                parts.Store.TryHold();
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync($"<html><body><article>{string.Concat(Enumerable.Repeat($"<p>{words} is blue and has always been so, said Anna Keller, who knows the sea.</p>", 9))}</article></body></html>");
            });
        }

        Assert.False((await scene.AskAsync("/feed")).Complete);
        Assert.Equal(11, scene.Files.Count);
        Assert.True((await scene.AskAsync("/feed")).Complete);
        Assert.Equal(20, scene.Files.Count);
    }

    [Fact]
    public async Task The_same_article_in_two_feeds_is_one_file()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/a", ("1", "Herring", "/herring"));
        scene.Site.SetFeed("/b", ("other", "Herring", "/herring"));
        scene.Site.SetArticle("/herring", "Herring");
        await scene.AskAsync("/a", scene.Options("/a", "/b"));
        await scene.AskAsync("/b");
        Assert.Single(scene.Files);
    }

    [Fact]
    public async Task What_has_not_changed_is_answered_by_not_modified()
    {
        await using var scene = await FeedScene.BuildAsync();
        var text = scene.Site.FeedOf(("1", "Herring", "/herring"));
        scene.Site.SetArticle("/herring", "Herring");
        scene.Site.Set("/feed", async http =>
        {
            http.Response.Headers.ETag = "W/\"odd, 'tag'\"";
            http.Response.Headers.LastModified = "Mon, 02 Mar 2026 09:00:00 GMT";
            if (http.Request.Headers.IfNoneMatch == "W/\"odd, 'tag'\"")
            {
                http.Response.StatusCode = 304;
                return;
            }

            await http.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
        });
        await scene.AskAsync("/feed");
        var state = await scene.AskAsync("/feed");
        Assert.Equal(((string?)null, "Mon, 02 Mar 2026 09:00:00 GMT"), (state.Error, scene.Site.Requests[^1].IfModifiedSince));
        Assert.Equal("W/\"odd, 'tag'\"", scene.Site.Requests[^1].IfNoneMatch);
        Assert.Single(scene.Files);
    }

    [Fact]
    public async Task A_page_that_cannot_be_had_now_is_tried_again_and_the_feed_asked_for_in_full_until_then()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.Set("/feed", scene.Site.FeedOf(("1", "Herring", "/herring")), headers: ("ETag", "\"1\""));
        scene.Site.Set("/herring", "busy", status: 503);
        Assert.Null((await scene.AskAsync("/feed")).Error);
        Assert.Empty(scene.Files);
        scene.Site.SetArticle("/herring", "Herring");
        await scene.AskAsync("/feed");
        Assert.Null(scene.Site.Requests.Last(request => request.Path == "/feed").IfNoneMatch);
        Assert.Single(scene.Files);
        await scene.AskAsync("/feed");
        Assert.Equal("\"1\"", scene.Site.Requests[^1].IfNoneMatch);
    }

    [Theory]
    [InlineData(404, 1)]
    [InlineData(503, FeedItems.MaxTries)]
    public async Task Where_there_is_no_page_the_text_in_the_feed_is_taken(int status, int requests)
    {
        await using var scene = await FeedScene.BuildAsync();
        var own = string.Join(' ', Enumerable.Repeat("The herring is blue, she said.", 20));
        scene.Site.Set("/feed", $"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>urn:1</id><title>Herring</title><link href='{scene.Site.At("/herring")}'/><content type='html'>&lt;p&gt;{own}&lt;/p&gt;</content></entry></feed>");
        scene.Site.Set("/herring", "no", status: status);
        for (var i = 0; i < requests; i++)
        {
            Assert.Empty(scene.Files);
            await scene.AskAsync("/feed");
        }

        Assert.Contains(own, scene.Read(Assert.Single(scene.Files)), StringComparison.Ordinal);
        await scene.AskAsync("/feed");
        Assert.Equal(requests, scene.Site.Count("/herring"));
    }

    [Fact]
    public async Task A_feed_that_fails_is_asked_again_after_twice_as_long_each_time_up_to_a_day()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.Set("/feed", "no", status: 500);
        var waits = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            waits.Add(((await scene.AskAsync("/feed")).Next - scene.Time.GetUtcNow()).TotalMinutes);
        }

        Assert.Equal([30, 60, 120, 240, 480, 960, 1440, 1440, 1440], waits);
        scene.Site.SetFeed("/feed");
        var well = await scene.AskAsync("/feed");
        Assert.Equal((0, null, 15), (well.Failures, well.Error, (well.Next - scene.Time.GetUtcNow()).TotalMinutes));
    }

    [Fact]
    public async Task Retry_after_is_obeyed_as_seconds_and_as_a_date_and_gone_is_for_good()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.Set("/feed", "no", status: 429, headers: ("Retry-After", "7200"));
        Assert.Equal(scene.Time.GetUtcNow().AddHours(2), (await scene.AskAsync("/feed")).Next);
        scene.Site.Set("/feed", "no", status: 503, headers: ("Retry-After", scene.Time.GetUtcNow().AddDays(2).ToString("R")));
        Assert.Equal(scene.Time.GetUtcNow().AddDays(2), (await scene.AskAsync("/feed")).Next);
        scene.Site.Set("/feed", "no", status: 503, headers: ("Retry-After", "999999999"));
        Assert.Equal(scene.Time.GetUtcNow().AddDays(7), (await scene.AskAsync("/feed")).Next);
        scene.Site.Set("/feed", "no", status: 410);
        Assert.True((await scene.AskAsync("/feed")).Gone);
    }

    [Theory]
    [InlineData("<rss><channel><item>", "well-formed")]
    [InlineData("<!DOCTYPE a [<!ENTITY a0 \"ha\"><!ENTITY a1 \"&a0;&a0;\">]><rss><channel><title>&a1;</title></channel></rss>", "document type")]
    [InlineData("hello", "well-formed")]
    public async Task What_is_no_feed_is_told_and_kept_with_it(string text, string reason)
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.Set("/feed", text);
        Assert.Contains(reason, (await scene.AskAsync("/feed")).Error, StringComparison.Ordinal);
        var known = Assert.Single(new FeedStore(scene.Stored.Database, "status", scene.Time).Feeds().Values);
        Assert.Contains(reason, known.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_a_hostile_feed_leaves_the_folder_or_reaches_another_network()
    {
        await using var scene = await FeedScene.BuildAsync();
        var own = string.Join(' ', Enumerable.Repeat("The herring is blue, she said.", 20));
        string[] links = ["file:///etc/passwd", "http://169.254.169.254/latest/meta-data/", "http://[::1]:1/", "javascript:alert(1)", "//10.0.0.1/x", ""];
        var items = string.Concat(links.Select((link, i) =>
            $"<item><guid>../../../../tmp/evil{i}</guid><title>..\\..\\/etc/&lt;script&gt;alert({i})&lt;/script&gt;passwd {i}</title><link>{link}</link><pubDate>Mon, 02 Mar 2099 09:00:00 GMT</pubDate><description>&lt;p&gt;{own} {own} {i}&lt;/p&gt;</description></item>"));
        scene.Site.Set("/feed", $"<rss><channel><title>../..</title>{items}</channel></rss>");
        Assert.Null((await scene.AskAsync("/feed")).Error);
        Assert.Equal(links.Length, scene.Files.Count);
        Assert.All(scene.Files, file => Assert.Matches("^feeds/127\\.0\\.0\\.1/2026-03-02-etc-passwd-\\d-[0-9a-f]{12}\\.txt$", file));
        Assert.All(scene.Files, file => Assert.DoesNotContain("script", scene.Read(file), StringComparison.Ordinal));
        Assert.All(scene.Files, file => Assert.DoesNotContain("2099", scene.Read(file), StringComparison.Ordinal));
        Assert.Equal(["/feed"], scene.Site.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task An_article_that_the_folder_would_not_take_is_not_written()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Join(scene.Options("/feed"), maxBytes: 3000);
        var own = string.Join(' ', Enumerable.Repeat("The herring is blue, she said.", 200));
        scene.Site.Set("/feed", $"<rss><channel><item><guid>1</guid><title>Long</title><description>{own}</description></item></channel></rss>");
        Assert.Null((await scene.AskAsync("/feed")).Error);
        Assert.Empty(scene.Files);
    }

    [Fact]
    public async Task A_folder_that_takes_nothing_fails_the_feed_and_loses_nothing()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed", ("1", "Herring", "/herring"));
        scene.Site.SetArticle("/herring", "Herring");
        scene.Disk.Write("feeds", "a file where the folder should be");
        Assert.Contains("cannot be written", (await scene.AskAsync("/feed")).Error, StringComparison.Ordinal);
        File.Delete(scene.Disk.PathOf("feeds"));
        Assert.Null((await scene.AskAsync("/feed")).Error);
        Assert.Single(scene.Files);
    }

    [Fact]
    public async Task A_database_that_is_gone_makes_no_second_file()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed", ("1", "Herring", "/herring"));
        scene.Site.SetArticle("/herring", "Herring");
        await scene.AskAsync("/feed");
        var file = Assert.Single(scene.Files);
        scene.Stored.Database.Write(connection => connection.Execute("DELETE FROM feed_item"));
        scene.Time.Advance(TimeSpan.FromDays(3));
        scene.Site.SetFeed("/feed", ("1", "Another title", "/herring"));
        await scene.AskAsync("/feed");
        Assert.Equal(file, Assert.Single(scene.Files));
    }

    [Fact]
    public async Task Who_has_lost_the_lease_writes_nothing_more()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed", ("1", "Herring", "/herring"));
        scene.Site.SetArticle("/herring", "Herring");
        var one = scene.Join(scene.Options("/feed"));
        var two = scene.Join(scene.Options("/feed"), "two");
        Assert.True(one.Store.TryHold());
        Assert.False(two.Store.TryHold());
        scene.Time.Advance(FeedStore.Lease);
        Assert.True(two.Store.TryHold());
        await Assert.ThrowsAsync<LeaseLostException>(() => one.Poll.AskAsync(scene.Site.At("/feed"), default));
        Assert.Empty(scene.Files);
        Assert.False(one.Store.TryHold());
        two.Store.Release();
        Assert.True(one.Store.TryHold());
    }
}
