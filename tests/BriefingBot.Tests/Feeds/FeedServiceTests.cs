using System.Net;
using System.Text.Json;
using BriefingBot.Feeds;
using BriefingBot.Hosting;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;
using BriefingBot.Tests.Hosting;
using BriefingBot.Verbs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Feeds;

/// <summary>Feeds while a process runs, is killed, or runs beside another; and what an operator is told.</summary>
public sealed class FeedServiceTests
{
    [Fact]
    public async Task Each_feed_is_asked_when_it_is_due_and_one_that_fails_stops_no_other()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/good", ("1", "Herring", "/herring"));
        scene.Site.SetArticle("/herring", "Herring");
        scene.Site.Set("/bad", "<rss>");
        using var stop = new CancellationTokenSource();
        var parts = scene.Join(scene.Options("/bad", "/good", "/none"));
        var running = parts.Service.RunAsync(stop.Token);
        var start = scene.Time.GetUtcNow();
        await UntilAsync(() => Polls(scene, "/good") == start && Failures(scene, "/bad") == 1 && Failures(scene, "/none") == 1);
        await UntilAsync(() => parts.Service.State == (true, "asking 3 feeds, 2 of them failing"));
        Assert.Single(scene.Files);

        scene.Time.Advance(FeedOptions.DefaultInterval);
        await UntilAsync(() => Polls(scene, "/good") == start + FeedOptions.DefaultInterval);
        Assert.Equal((2, 1), (scene.Site.Count("/good"), scene.Site.Count("/bad")));

        scene.Site.SetFeed("/bad");
        scene.Time.Advance(FeedOptions.DefaultInterval);
        await UntilAsync(() => Polls(scene, "/bad") == start + (2 * FeedOptions.DefaultInterval));
        await stop.CancelAsync();
        await running.WaitAsync(FeedScene.Generous);
    }

    [Fact]
    public async Task A_start_waits_for_what_is_due_and_asks_no_feed_that_has_gone()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed");
        scene.Site.Set("/gone", "no", status: 410);
        var options = scene.Options("/feed", "/gone");
        await RunAsync(scene, options, () => Polls(scene, "/feed") is not null && Failures(scene, "/gone") == 1);
        scene.Time.Advance(TimeSpan.FromMinutes(10));
        await RunAsync(scene, options, () => true);
        Assert.Equal((1, 1), (scene.Site.Count("/feed"), scene.Site.Count("/gone")));
        scene.Time.Advance(TimeSpan.FromDays(30));
        await RunAsync(scene, options, () => scene.Site.Count("/feed") == 2);
        Assert.Equal(1, scene.Site.Count("/gone"));
        await RunAsync(scene, scene.Options("/feed"), () => scene.Stored.Count("feed") == 1);
        await RunAsync(scene, options, () => scene.Site.Count("/gone") == 2);
    }

    [Fact]
    public async Task Of_two_processes_one_asks_and_the_other_takes_over_when_it_is_killed()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed");
        scene.Disk.Write("feeds/127.0.0.1/.77-half.part", "half a fi");
        using var stop = new CancellationTokenSource();
        var dead = scene.Join(scene.Options("/feed"), "dead");
        Assert.True(dead.Store.TryHold());
        var parts = scene.Join(scene.Options("/feed"), "alive");
        var running = parts.Service.RunAsync(stop.Token);
        await UntilAsync(() => parts.Service.State == (true, "another process asks the feeds"));
        Assert.Empty(scene.Site.Requests);
        for (var passed = TimeSpan.Zero; passed < FeedStore.Lease + FeedService.Look; passed += FeedService.Look)
        {
            scene.Time.Advance(FeedService.Look);
        }

        await UntilAsync(() => Polls(scene, "/feed") is not null);
        Assert.Empty(scene.Files);
        await stop.CancelAsync();
        await running.WaitAsync(FeedScene.Generous);
        Assert.True(dead.Store.TryHold());
    }

    [Fact]
    public async Task Other_keywords_find_other_items_of_an_answer_that_has_not_changed()
    {
        await using var scene = await FeedScene.BuildAsync();
        var text = scene.Site.FeedOf(("1", "Herring", "/herring"), ("2", "Cod", "/cod"));
        scene.Site.SetArticle("/herring", "Herring");
        scene.Site.SetArticle("/cod", "Cod");
        scene.Site.Set("/feed", http =>
        {
            http.Response.Headers.ETag = "\"1\"";
            http.Response.StatusCode = http.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            return http.Response.StatusCode == 304 ? Task.CompletedTask : http.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)).AsTask();
        });
        await RunAsync(scene, scene.Options("/feed") with { Keywords = ["herring"] }, () => Polls(scene, "/feed") is not null);
        Assert.Contains("herring", Assert.Single(scene.Files), StringComparison.Ordinal);
        scene.Time.Advance(FeedOptions.DefaultInterval);
        await RunAsync(scene, scene.Options("/feed") with { Keywords = ["cod"] }, () => scene.Files.Count == 2);
    }

    [Fact]
    public async Task A_database_that_is_locked_makes_feeds_wait_and_a_wrong_clock_holds_up_nothing_for_good()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed");
        var ahead = scene.Join(scene.Options("/feed"), "ahead");
        scene.Time.Advance(TimeSpan.FromDays(1000));
        Assert.True(ahead.Store.TryHold());
        await ahead.Poll.AskAsync(scene.Site.At("/feed"), default);
        var back = new FakeTimeProvider(TemporaryDatabase.Noon);
        using var parts = FeedParts.Join(
            scene.Options("/feed"), new Database(scene.Stored.Path, TimeSpan.FromSeconds(1)), scene.Disk.Articles, 1000, "back", TimeSpan.Zero, back,
            NullLoggerFactory.Instance);
        using var stop = new CancellationTokenSource();
        Task running;
        using (var other = scene.Stored.Database.Open())
        {
            using var transaction = other.BeginTransaction(deferred: false);
            running = Task.Run(() => parts.Service.RunAsync(stop.Token));
            await UntilAsync(() => !parts.Service.State.Ok);
            Assert.Equal("The database is locked by another program: feeds wait", parts.Service.State.Says);
        }

        back.Advance(FeedService.Look);
        await UntilAsync(() => Polls(scene, "/feed") < TemporaryDatabase.Noon.AddDays(900));
        await stop.CancelAsync();
        await running.WaitAsync(FeedScene.Generous);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_while_it_runs_holds_up_no_feed()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed");
        var time = new ClockSetAhead { Ahead = TimeSpan.FromDays(3) };
        using var parts = FeedParts.Join(
            scene.Options("/feed"), new Database(scene.Stored.Path), scene.Disk.Articles, 1000, "one", TimeSpan.Zero, time, NullLoggerFactory.Instance);
        using var stop = new CancellationTokenSource();
        var begun = time.Running.GetUtcNow();
        var running = Task.Run(() => parts.Service.RunAsync(stop.Token));
        await UntilAsync(() => Polls(scene, "/feed") > TemporaryDatabase.Noon.AddDays(2));
        time.Ahead = TimeSpan.Zero;
        await UntilAsync(() =>
        {
            // Who looks may not wait for the timer yet.
            time.Running.Advance(TimeSpan.FromSeconds(1));
            return Polls(scene, "/feed") < TemporaryDatabase.Noon.AddDays(2);
        });
        await stop.CancelAsync();
        await running.WaitAsync(FeedScene.Generous);
        // Once by each clock, and once more for each interval that the test has let pass.
        Assert.InRange(scene.Site.Count("/feed"), 2, 2 + (int)((time.Running.GetUtcNow() - begun) / FeedOptions.ShortestInterval));
    }

    [Theory]
    [InlineData("is about to be written", 0)]
    [InlineData("brought an article", 1)]
    public async Task A_process_killed_around_the_writing_of_a_file_leaves_one_whole_file_and_no_second(string step, int there)
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed", ("1", "Herring", "/herring"));
        scene.Site.SetArticle("/herring", "Herring");
        using (var child = FeedingProcess.Start(scene.Stored.Path, scene.Disk.Articles, scene.Site.At("/feed"), TimeSpan.Zero, step))
        {
            await DeliveringProcess.StandsAsync(child);
            child.Kill();
            await child.WaitForExitAsync().WaitAsync(FeedScene.Generous);
        }

        Assert.Equal(there, scene.Files.Count);
        // What the source changed meanwhile replaces what was written, and is no operator's word.
        scene.Site.SetFeed("/feed", ("1", "Herring, later and with another title", "/herring"));
        for (var i = 1; i <= 2; i++)
        {
            using var next = FeedingProcess.Start(scene.Stored.Path, scene.Disk.Articles, scene.Site.At("/feed"), i * FeedStore.Lease * 2);
            await next.WaitForExitAsync().WaitAsync(FeedScene.Generous * 2);
            Assert.Equal(0, next.ExitCode);
            Assert.Contains("later and with another title", scene.Read(Assert.Single(scene.Files)), StringComparison.Ordinal);
            Assert.EndsWith("knows the sea well.\n", scene.Read(scene.Files[0]), StringComparison.Ordinal);
        }

        Assert.Equal(1, scene.Stored.Count("feed_item"));
    }

    [Fact]
    public async Task Status_names_what_is_wrong_with_a_feed_and_when_it_is_asked_again()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/good", ("1", "Herring", "/herring"));
        scene.Site.SetArticle("/herring", "Herring");
        scene.Site.Set("/bad", "no", status: 500);
        await scene.AskAsync("/good", scene.Options("/good", "/bad"));
        for (var i = 0; i < 3; i++)
        {
            await scene.AskAsync("/bad");
        }

        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] settings =
        [
            .. scene.Disk.Arguments, $"--Storage:Path={scene.Stored.Path}", "--Http:Url=http://127.0.0.1:9", $"--Story:Feeds={scene.Site.At("/good")} {scene.Site.At("/bad?key=secret")} {scene.Site.At("/bad")}",
        ];
        Assert.Equal(1, await Program.RunAsync(["status", "--format", "json", .. settings], output, error, default));
        using var status = JsonDocument.Parse(output.ToString());
        var feeds = status.RootElement.GetProperty("feeds");
        Assert.Equal((scene.Site.At("/good").AbsoluteUri, 1), (feeds[0].GetProperty("address").GetString(), feeds[0].GetProperty("articles").GetInt32()));
        Assert.EndsWith("/bad?…", feeds[1].GetProperty("address").GetString(), StringComparison.Ordinal);
        Assert.Equal(("it answered with 500", 3), (feeds[2].GetProperty("lastError").GetString(), feeds[2].GetProperty("failures").GetInt32()));
        Assert.Equal(scene.Time.GetUtcNow().AddHours(2), feeds[2].GetProperty("nextAttempt").GetDateTimeOffset());
        output.GetStringBuilder().Clear();
        Assert.Equal(1, await Program.RunAsync(["status", .. settings], output, error, default));
        Assert.Contains("Feeds            3 feeds, 1 of them failing", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"The feed {scene.Site.At("/bad")} fails: it answered with 500. It is asked again at 2026-03-02 14:00 UTC.", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_tries_each_feed_once_and_takes_nothing()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/good", ("1", "Herring", "/herring"), ("2", "Cod", "/cod"));
        scene.Site.Set("/bad", "<html></html>");
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var workplace = FakeLink.Workplace(
            scene.Disk, error, ("Story:Feeds", $"{scene.Site.At("/good")} {scene.Site.At("/bad")} http://10.1.2.3/feed"), ("Story:FeedNetworks", "127.0.0.0/8"), ("Story:Keywords", "herrings"));
        Assert.Equal(1, await DoctorVerb.RunAsync(workplace, (_, _, _) => new FakeLink().Link, output, default));
        Assert.Contains($"{scene.Site.At("/good")}: 2 items, 1 of them of this story", output.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{scene.Site.At("/bad")}: it is neither RSS nor Atom.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("http://10.1.2.3/feed: its address is not public; if it may be reached, name its network in Story:FeedNetworks.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal((2, 0), (scene.Site.Requests.Count, scene.Files.Count));
        Assert.False(File.Exists(Path.Combine(scene.Disk.Root, "bot.db")));
    }

    [Fact]
    public async Task A_running_bot_that_only_fetches_needs_no_token_and_its_readiness_tells_of_feeds()
    {
        await using var scene = await FeedScene.BuildAsync();
        scene.Site.SetFeed("/feed", ("1", "Herring", "/herring"));
        scene.Site.SetArticle("/herring", "Herring");
        using var error = new StringWriter();
        using var stop = new CancellationTokenSource();
        var port = FreePort();
        using var workplace = FakeLink.Workplace(
            scene.Disk, error, ("Run:Roles", "Feeds"), ("Discord:Token", ""), ("Http:Url", $"http://127.0.0.1:{port}"),
            ("Story:Feeds", scene.Site.At("/feed").ToString()), ("Story:FeedNetworks", "127.0.0.0/8"));
        var running = RunVerb.RunAsync(workplace, stop.Token);
        await UntilAsync(() => scene.Files.Count == 1 || running.IsCompleted);
        Assert.False(running.IsCompleted, $"{error} {running.Exception}");
        IReadOnlyList<Condition> conditions = [];
        using var limit = new CancellationTokenSource(FeedScene.Generous);
        while (conditions.Count == 0 && !limit.IsCancellationRequested)
        {
            conditions = (await Readiness.AskAsync(new Uri($"http://127.0.0.1:{port}/readyz"), default))?.Conditions ?? [];
        }

        Assert.Contains(new Condition("feeds", true, "asking 1 feed"), conditions);
        await stop.CancelAsync();
        Assert.Equal(0, await running.WaitAsync(FeedScene.Generous));
        Assert.Equal("", error.ToString());
    }

    private static int FreePort()
    {
        using var socket = ListeningSocket.Open(new BriefingBot.Configuration.HttpOptions("http://127.0.0.1:0", new IPEndPoint(IPAddress.Loopback, 0)));
        return socket.EndPoint.Port;
    }

    private static DateTimeOffset? Polls(FeedScene scene, string path) => State(scene, path)?.Polled;

    private static int Failures(FeedScene scene, string path) => State(scene, path)?.Failures ?? 0;

    private static FeedState? State(FeedScene scene, string path) =>
        scene.Stored.Database.Exists ? new FeedStore(scene.Stored.Database, "test", scene.Time).Feed(scene.Site.At(path)) : null;

    /// <summary>A process from its start until <paramref name="holds"/>, and its end.</summary>
    private static async Task RunAsync(FeedScene scene, FeedOptions options, Func<bool> holds)
    {
        using var stop = new CancellationTokenSource();
        var service = scene.Join(options).Service;
        var running = service.RunAsync(stop.Token);
        await UntilAsync(() => service.State.Says.StartsWith("asking", StringComparison.Ordinal) && holds());
        await stop.CancelAsync();
        await running.WaitAsync(FeedScene.Generous);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(FeedScene.Generous);
        while (!holds())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>What the clock shows may be wrong and set right; what time has passed is known all the same.</summary>
    private sealed class ClockSetAhead : TimeProvider
    {
        public FakeTimeProvider Running { get; } = new(TemporaryDatabase.Noon);

        public TimeSpan Ahead { get; set; }

        public override long TimestampFrequency => Running.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => Running.GetUtcNow() + Ahead;

        public override long GetTimestamp() => Running.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            Running.CreateTimer(callback, state, dueTime, period);
    }
}
