using System.Net;
using BriefingBot.Configuration;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Hosting;
using BriefingBot.Indexing;
using BriefingBot.Tests.Fakes;
using BriefingBot.Verbs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Hosting;

/// <summary>The service with a real story and a Discord of functions: how it starts, answers, and ends.</summary>
public sealed class BotServiceTests : IDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private readonly StoryOnDisk _disk = new();
    private readonly StringWriter _error = new();
    private readonly CancellationTokenSource _stop = new();

    public BotServiceTests() => _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");

    public void Dispose()
    {
        _stop.Dispose();
        _error.Dispose();
        _disk.Dispose();
    }

    [Fact]
    public async Task It_registers_answers_and_ends_with_0_when_it_is_asked_to()
    {
        var discord = new FakeLink();
        using var workplace = FakeLink.Workplace(_disk, _error);
        var running = RunVerb.RunAsync(workplace, discord.Link, _stop.Token);
        Assert.Equal("registered with 42", await discord.Sent.Reader.ReadAsync().AsTask().WaitAsync(Generous));
        discord.Use("story");
        Assert.StartsWith("story: ", await discord.Sent.Reader.ReadAsync().AsTask().WaitAsync(Generous), StringComparison.Ordinal);

        await _stop.CancelAsync();
        Assert.Equal(0, await running.WaitAsync(Generous));
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task An_answer_in_hand_is_finished_before_it_ends()
    {
        var discord = new FakeLink();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var link = discord.Link with
        {
            Register = (_, _) => Task.CompletedTask,
            Respond = async (_, _, _) =>
            {
                asked.SetResult();
                await answer.Task;
                discord.Sent.Writer.TryWrite("taken");
            },
        };
        using var workplace = FakeLink.Workplace(_disk, _error);
        var running = RunVerb.RunAsync(workplace, link, _stop.Token);
        discord.Use("story");
        await asked.Task.WaitAsync(Generous);
        await _stop.CancelAsync();
        Assert.False(running.IsCompleted);
        answer.SetResult();
        Assert.Equal(0, await running.WaitAsync(Generous));
        Assert.True(discord.Sent.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_database_that_is_none_ends_it_before_Discord_is_asked_for_anything()
    {
        await using var discord = new FakeDiscordRest();
        using var workplace = FakeLink.Workplace(_disk, _error, ("Discord:ApiBaseUrl", discord.BaseUrl.ToString()));
        await File.WriteAllTextAsync(Path.Combine(_disk.Root, "bot.db"), new string('x', 4096));
        var unusable = await Assert.ThrowsAsync<ConfigurationException>(() => RunVerb.RunAsync(workplace, _stop.Token));
        Assert.Contains("Storage:Path", unusable.Message, StringComparison.Ordinal);
        Assert.Empty(discord.Requests);
    }

    [Fact]
    public async Task What_Discord_refuses_for_good_ends_it_with_3_and_one_line()
    {
        var link = new FakeLink().Link with { Gateway = new GatewayLink(_ => Refusing(), () => []) };
        using var workplace = FakeLink.Workplace(_disk, _error);
        Assert.Equal(3, await RunVerb.RunAsync(workplace, link, _stop.Token).WaitAsync(Generous));
        Assert.Equal($"Discord refuses the connection.{Environment.NewLine}", _error.ToString());
    }

    [Fact]
    public async Task A_token_that_is_refused_when_registering_ends_it_with_3()
    {
        var link = new FakeLink().Link with
        {
            Application = _ => throw new DiscordApiException("GET /applications/@me was refused.", HttpStatusCode.Unauthorized),
        };
        using var workplace = FakeLink.Workplace(_disk, _error);
        Assert.Equal(3, await RunVerb.RunAsync(workplace, link, _stop.Token).WaitAsync(Generous));
        Assert.StartsWith("Discord refuses the token", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_a_part_ends_it_with_another_code_than_0()
    {
        var link = new FakeLink().Link with { Gateway = new GatewayLink(_ => throw new InvalidOperationException("a fault"), () => []) };
        using var workplace = FakeLink.Workplace(_disk, _error);
        Assert.Equal(1, await RunVerb.RunAsync(workplace, link, _stop.Token).WaitAsync(Generous));
        Assert.Contains("a fault", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_the_story_is_open_and_up_to_date_the_index_is_not_ready()
    {
        using var open = new ManualResetEventSlim();
        using var workplace = FakeLink.Workplace(_disk, _error);
        using var story = new ServedStory(
            () =>
            {
                open.Wait(Generous);
                return workplace.OpenStory();
            },
            NullLogger<ServedStory>.Instance);
        var running = story.RunAsync(_stop.Token);
        Assert.Equal(new Condition("index", false, "being opened") { Starting = true }, story.Condition);
        story.Report(new IndexProgress(3, 9));
        open.Set();
        var opened = await story.Opened.WaitAsync(Generous);
        await story.UpToDate.WaitAsync(Generous);
        Assert.Equal(new Condition("index", true, "open and up to date"), story.Condition);
        Assert.Single(opened.Index.Story().Articles);
        await _stop.CancelAsync();
        await running;
    }

    [Fact]
    public void How_far_it_is_is_told_in_files()
    {
        using var story = new ServedStory(() => throw new InvalidOperationException(), NullLogger<ServedStory>.Instance);
        Assert.Equal(default(IndexProgress), story.Progress);
        story.Report(new IndexProgress(3, 9));
        Assert.Equal(new IndexProgress(3, 9), story.Progress);
    }

    [Fact]
    public async Task Commands_are_registered_once_Discord_can_be_reached()
    {
        var time = new FakeTimeProvider();
        var attempts = 0;
        var link = new FakeLink().Link with
        {
            Register = (_, _) => ++attempts < 3 ? throw new DiscordApiException("PUT was not answered in time.") : Task.CompletedTask,
        };
        var registering = new Registration(link, new Snowflake(1), time, () => 0, NullLogger<Registration>.Instance).RunAsync(_stop.Token);
        Assert.Equal(1, attempts);
        while (!registering.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }

        await registering;
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task A_registration_that_is_refused_for_good_is_not_tried_again_and_stops_nothing()
    {
        var attempts = 0;
        var link = new FakeLink().Link with
        {
            Register = (_, _) => throw new DiscordApiException($"PUT was refused {++attempts}.", HttpStatusCode.Forbidden, 50001),
        };
        await new Registration(link, new Snowflake(1), new FakeTimeProvider(), () => 0, NullLogger<Registration>.Instance).RunAsync(_stop.Token);
        Assert.Equal(1, attempts);
    }

    [Theory]
    [InlineData("", false, "not connected yet")]
    [InlineData("1", true, "ready")]
    [InlineData("0", false, "not ready")]
    [InlineData("101", false, "2 of 3 shards ready")]
    [InlineData("111", true, "3 of 3 shards ready")]
    public void The_Gateway_is_ready_when_every_shard_is(string shards, bool ready, string says) => Assert.Equal(
        new Condition("gateway", ready, says), Readiness.Gateway([.. shards.Select((shard, i) => new ShardHealth(i, shard == '1', true, 0))]));

    [Fact]
    public void A_connection_that_is_still_being_made_is_a_start_and_later_a_fault()
    {
        Assert.Equal(new Condition("gateway", false, "not connected yet") { Starting = true }, Readiness.Gateway([], isStart: true));
        Assert.Equal(new Condition("gateway", false, "not ready") { Starting = true }, Readiness.Gateway([new ShardHealth(0, false, true, 0)], isStart: true));
        Assert.Equal(new Condition("heartbeat", false, "not connected yet"), Readiness.Heartbeat([], isStart: false));
        Assert.Equal(new Condition("gateway", true, "ready"), Readiness.Gateway([new ShardHealth(0, true, true, 0)], isStart: true));
    }

    private static async IAsyncEnumerable<ReceivedInteraction> Refusing()
    {
        await Task.FromException(new DiscordRefusedException("Discord refuses the connection."));
        yield break;
    }
}
