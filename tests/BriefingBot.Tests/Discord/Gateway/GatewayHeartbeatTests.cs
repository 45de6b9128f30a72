using System.Text.Json;
using BriefingBot.Discord.Gateway;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Discord.Gateway;

/// <summary>Heartbeats, and noticing that a connection is deaf.</summary>
public class GatewayHeartbeatTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(41.25);

    [Fact]
    public async Task The_first_heartbeat_comes_after_a_random_part_of_the_interval_and_then_one_each_interval()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        bot.Time.Advance(TimeSpan.FromSeconds(20.5));
        await discord.SettleAsync();
        for (var sequence = 1; sequence < 4; sequence++)
        {
            bot.Time.Advance(sequence == 1 ? TimeSpan.FromSeconds(0.125) : Interval);
            Assert.Equal(sequence, (await discord.ExpectAsync(1)).GetInt64());
            await discord.SendAsync(GatewayPayloads.Acknowledged);
            var now = bot.Time.GetUtcNow();
            await bot.HealthAsync(health => health.LastAcknowledged == now);
            await discord.SendAsync(GatewayPayloads.Interaction(sequence, sequence + 1));
            await bot.TellsAsync((ulong)sequence);
        }

        Assert.Equal((Interval, TimeSpan.Zero), (bot.Client.Health.HeartbeatInterval, bot.Client.Health.Latency));
    }

    [Fact]
    public async Task Before_the_first_event_a_heartbeat_carries_null()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.Discord.AcceptAsync();
        await discord.SendAsync(GatewayPayloads.Hello());
        await discord.ExpectAsync(2);

        await discord.SendAsync(GatewayPayloads.BeatRequest);

        Assert.Equal(JsonValueKind.Null, (await discord.ExpectAsync(1)).ValueKind);
    }

    [Fact]
    public async Task A_heartbeat_that_is_asked_for_comes_at_once_and_is_not_missed_at_the_next()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        await discord.SendAsync(GatewayPayloads.BeatRequest);
        await discord.ExpectAsync(1);
        bot.Time.Advance(TimeSpan.FromSeconds(20.625));

        await discord.ExpectAsync(1);
        Assert.True(bot.Client.Health.Ready);
    }

    [Fact]
    public async Task Requests_without_end_are_not_answered_beyond_the_limit_of_sends()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        for (var i = 0; i < 300; i++)
        {
            await discord.SendAsync(GatewayPayloads.BeatRequest);
        }

        await discord.SendAsync(GatewayPayloads.Interaction(5, 2));
        await bot.TellsAsync(5);

        // Identify has been counted; the clock's own heartbeat has still room.
        for (var i = 1; i < SendBudget.Limit - SendBudget.Kept; i++)
        {
            Assert.Equal(1, (await discord.ExpectAsync(1)).GetInt64());
        }

        bot.Time.Advance(TimeSpan.FromSeconds(20.625));
        Assert.Equal(2, (await discord.ExpectAsync(1)).GetInt64());
    }

    [Fact]
    public async Task A_missing_acknowledgement_ends_the_connection_whatever_else_arrives_and_the_session_goes_on()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        bot.Time.Advance(TimeSpan.FromSeconds(20.625));
        await discord.ExpectAsync(1);
        await discord.SendAsync(GatewayPayloads.Interaction(5, 2));
        await bot.TellsAsync(5);
        await discord.SettleAsync();
        bot.Time.Advance(Interval);

        Assert.Equal(4000, await discord.ExpectCloseAsync());
        await bot.Time.PassAsync(0.625);
        await bot.ResumesAsync(2);
        Assert.Equal(1, bot.Asked);
    }

    [Fact]
    public async Task A_zombie_that_does_not_even_answer_the_farewell_holds_nothing_up()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();
        bot.Time.Advance(TimeSpan.FromSeconds(20.625));
        await discord.ExpectAsync(1);
        bot.Time.Advance(Interval);
        Assert.Equal(4000, await discord.ExpectCloseAsync(answer: false));

        await bot.Time.PassAsync(0.625);

        await bot.ResumesAsync(1);
    }

    [Theory]
    [InlineData("""{"op":10,"d":{}}""")]
    [InlineData("""{"op":10}""")]
    [InlineData("""{"op":10,"d":null}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":-1}}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":"soon"}}""")]
    public async Task A_hello_without_an_interval_means_the_usual_one(string hello)
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.Discord.AcceptAsync();
        await discord.SendAsync(hello);
        await discord.ExpectAsync(2);

        bot.Time.Advance(TimeSpan.FromSeconds(20.625));

        await discord.ExpectAsync(1);
    }

    [Fact]
    public async Task A_second_hello_changes_nothing()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        await discord.SendAsync(GatewayPayloads.Hello(1_000));
        await discord.SendAsync(GatewayPayloads.Interaction(5, 2));
        await bot.TellsAsync(5);
        bot.Time.Advance(TimeSpan.FromSeconds(20.625));

        await discord.ExpectAsync(1);
        Assert.True(bot.Client.Health is { Ready: true, Identifies: 1 });
    }

    [Fact]
    public async Task A_connection_without_hello_in_time_is_left()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.Discord.AcceptAsync();

        await bot.Time.PassAsync(10);

        await discord.ExpectCloseAsync();
        await bot.Time.PassAsync(0.625);
        await bot.BecomesReadyAsync();
        Assert.Equal(2, bot.Asked);
    }

    [Fact]
    public async Task A_server_that_takes_tcp_but_never_answers_is_left()
    {
        await using var bot = new GatewayConversation(ask: (discord, times) => times == 1
            ? Task.FromResult(new GatewayBot { Url = $"ws://127.0.0.1:{Silent.Port}" }) : GatewayConversation.Answer(discord, times));

        await bot.Time.PassAsync(15);
        await bot.Time.PassAsync(0.625);

        await bot.BecomesReadyAsync();
    }

    [Fact]
    public async Task A_connection_without_ready_in_time_is_left()
    {
        await using var bot = new GatewayConversation(options => options with { ReadyLimit = TimeSpan.FromSeconds(17) });
        var discord = await bot.Discord.AcceptAsync();
        await discord.SendAsync(GatewayPayloads.Hello());
        await discord.ExpectAsync(2);

        await bot.Time.PassAsync(17);

        await discord.ExpectCloseAsync();
        await bot.Time.PassAsync(0.625);
        await bot.BecomesReadyAsync();
    }

    [Fact]
    public async Task A_connection_without_resumed_in_time_is_left_but_replayed_events_lengthen_it()
    {
        await using var bot = new GatewayConversation(options => options with { ResumedLimit = TimeSpan.FromSeconds(17) });
        (await bot.BecomesReadyAsync()).Cut();
        await bot.Time.PassAsync(0.625);
        var discord = await bot.ResumesAsync(1);

        bot.Time.Advance(TimeSpan.FromSeconds(16));
        await discord.SendAsync(GatewayPayloads.Interaction(5, 2));
        await bot.TellsAsync(5);
        bot.Time.Advance(TimeSpan.FromSeconds(16));
        Assert.True(bot.Client.Health.Connected);
        bot.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(4000, await discord.ExpectCloseAsync());
        await bot.Time.PassAsync(1.25);
        await bot.ResumesAsync(2);
    }

    [Fact]
    public async Task Silence_alone_is_not_deafness()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        for (var beats = 0; beats < 100; beats++)
        {
            bot.Time.Advance(beats == 0 ? TimeSpan.FromSeconds(20.625) : Interval);
            await discord.ExpectAsync(1);
            await discord.SendAsync(GatewayPayloads.Acknowledged);
            var now = bot.Time.GetUtcNow();
            await bot.HealthAsync(health => health.LastAcknowledged == now);
        }

        Assert.True(bot.Client.Health is { Ready: true, Reconnects: 0 });
    }

    /// <summary>A socket that is never accepted from: TCP connects, nothing answers.</summary>
    private static readonly FakeGateway Silent = new();
}
