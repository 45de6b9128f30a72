using System.Net;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Rest;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Discord.Gateway;

/// <summary>Conversations as events/gateway describes them: connecting, identifying, getting events.</summary>
public class GatewayHandshakeTests
{
    [Fact]
    public async Task A_session_begins_with_the_address_hello_identify_and_ready()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.Discord.AcceptAsync();
        Assert.Equal(("/?v=10&encoding=json", "DiscordBot (https://example.org, 1.0)", 1), (discord.Target, discord.Headers["user-agent"], bot.Asked));
        Assert.False((await bot.HealthAsync(health => health.Connected)).Ready);

        await discord.SendAsync(GatewayPayloads.Hello());
        var identify = await discord.ExpectAsync(2);
        Assert.Equal((GatewayConversation.Token, 0), (identify.GetProperty("token").GetString(), identify.GetProperty("intents").GetInt32()));

        await discord.SendAsync(GatewayPayloads.Ready("one", "wss://resume.example"));
        var ready = await bot.ToldAsync();
        Assert.Equal(("READY", 1L, 4711ul), (ready.Name, ready.Sequence, ready.Ready?.ApplicationId?.Value));
        var health = bot.Client.Health;
        Assert.Equal(
            (true, true, "one", 1L, 0L, 0L), (health.Connected, health.Ready, health.Session, health.Identifies, health.Resumes, health.Reconnects));
    }

    [Fact]
    public async Task Interactions_come_parsed_and_other_events_by_name()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        await discord.SendAsync(GatewayPayloads.Interaction(5, 2));
        await discord.SendAsync(GatewayPayloads.Dispatch("SOMETHING_NEW", 3, """{"id":[{}]}"""));
        await discord.SendAsync(GatewayPayloads.Interaction(6, 4));

        await bot.TellsAsync(5);
        Assert.Equal(new GatewayEvent("SOMETHING_NEW", 3, bot.Time.GetTimestamp()), await bot.ToldAsync());
        await bot.TellsAsync(6);
    }

    [Fact]
    public async Task Nothing_incomprehensible_ends_the_connection()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();
        string[] payloads =
        [
            "", "null", "[]", "garbage", """{"op":""", """{"op":12345,"d":{}}""", """{"op":null}""", "{}", """{"op":0}""", """{"op":0,"t":null,"s":null,"d":null}""",
            """{"op":11}""", """{"op":10,"d":null}""", """{"t":"INTERACTION_CREATE","op":0,"s":2,"d":null}""", new string('[', 5000),
            """{"t":"READY","op":0,"s":null,"d":null}""", """{"t":"RESUMED","op":0,"d":7}""",
        ];

        foreach (var payload in payloads)
        {
            await discord.SendAsync(payload);
        }

        await discord.SendBytesAsync([0xFF, 0x00, 0x7B], binary: true);
        await discord.PingAsync([1, 2, 3]);
        await discord.SendAsync(GatewayPayloads.Interaction(5, 3));

        Assert.Equal("READY", (await bot.ToldAsync()).Name);
        Assert.Equal("RESUMED", (await bot.ToldAsync()).Name);
        await bot.TellsAsync(5);
        Assert.Equal([1, 2, 3], await discord.ExpectPongAsync());
        Assert.True(bot.Client.Health is { Ready: true, Session: "one", Reconnects: 0, Unreadable: > 5 });
    }

    [Fact]
    public async Task An_interaction_with_an_unreadable_part_is_told_as_far_as_it_can_be_answered()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        await discord.SendAsync(GatewayPayloads.Dispatch("INTERACTION_CREATE", 2, """{"id":"5","token":"secret-word","type":2,"data":{"options":7}}"""));

        var interaction = (await bot.ToldAsync()).Interaction;
        Assert.Equal((5ul, "secret-word"), (interaction!.Id.Value, interaction.Token));
        Assert.DoesNotContain(bot.Log, line => line.Contains("secret", StringComparison.Ordinal));
        Assert.Contains(bot.Log, line => line.Contains("$.data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shards_of_a_process_identify_five_seconds_apart()
    {
        await using var first = new GatewayConversation();
        await first.BecomesReadyAsync();
        var shard = new GatewayClient(
            new GatewayOptions { Token = "t", UserAgent = "u", ShardId = 1, ShardCount = 2 },
            _ => GatewayConversation.Answer(first.Discord, 1),
            first.Pace,
            first.Time,
            () => 0.5,
            NullLogger<GatewayClient>.Instance);
        using var stop = new CancellationTokenSource();
        await using var events = shard.RunAsync(stop.Token).GetAsyncEnumerator(CancellationToken.None);
        var ready = events.MoveNextAsync().AsTask();

        var discord = await first.Discord.AcceptAsync();
        await discord.SendAsync(GatewayPayloads.Hello());
        await first.Time.PassAsync(5.25);
        var identify = await discord.ExpectAsync(2);
        Assert.Equal([1, 2], identify.GetProperty("shard").EnumerateArray().Select(number => number.GetInt32()));
        await discord.SendAsync(GatewayPayloads.Ready("two", first.Discord.Url));
        Assert.True(await ready.WaitAsync(FakeGateway.Patience));
        discord.Cut();
        await stop.CancelAsync();
    }

    [Fact]
    public async Task Without_sessions_left_it_waits_until_there_are_some_and_asks_again()
    {
        await using var bot = new GatewayConversation(ask: (discord, times) => Task.FromResult(new GatewayBot
        {
            Url = discord.Url,
            SessionStartLimit = new SessionStartLimit { Remaining = times == 1 ? 0 : 1000, ResetAfter = 3_600_000 },
        }));

        await bot.Time.PassAsync(3601);
        await bot.BecomesReadyAsync();

        Assert.Equal(2, bot.Asked);
    }

    [Fact]
    public async Task An_address_that_cannot_be_had_is_asked_for_again_after_longer_and_longer_waits()
    {
        await using var bot = new GatewayConversation(ask: (discord, times) => times switch
        {
            1 => throw new DiscordApiException("GET /gateway/bot: 502", HttpStatusCode.BadGateway),
            2 => throw new HttpRequestException("no such host"),
            3 => throw new InvalidCastException("a mistake in the bot"),
            4 => Task.FromResult(new GatewayBot()),
            5 => new TaskCompletionSource<GatewayBot>().Task,
            _ => GatewayConversation.Answer(discord, times),
        });

        await bot.Time.PassAsync(0.625);
        await bot.Time.PassAsync(1.25);
        await bot.Time.PassAsync(2.5);
        await bot.Time.PassAsync(5);
        await bot.Time.PassAsync(90);
        await bot.Time.PassAsync(10);
        await bot.BecomesReadyAsync();

        Assert.Equal(6, bot.Asked);
    }

    [Fact]
    public async Task A_token_that_is_refused_when_asking_is_the_end()
    {
        await using var bot = new GatewayConversation(ask: (_, _) => throw new DiscordApiException("GET /gateway/bot: 401", HttpStatusCode.Unauthorized));

        Assert.Equal(4004, (await Assert.ThrowsAsync<GatewayRefusedException>(bot.EndAsync)).Code.Code);
        Assert.True(bot.Discord.IsIdle);
    }

    [Fact]
    public async Task An_unreachable_gateway_is_tried_again_with_an_address_asked_for_anew()
    {
        await using var bot = new GatewayConversation();
        await bot.Discord.RefuseAsync();
        await bot.Time.PassAsync(0.625);
        (await bot.Discord.AcceptAsync("503 Service Unavailable")).Cut();
        await bot.Time.PassAsync(1.25);
        await bot.BecomesReadyAsync();

        Assert.Equal(3, bot.Asked);
        Assert.DoesNotContain(bot.Log, line => line.Contains(GatewayConversation.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_runs_once()
    {
        await using var bot = new GatewayConversation();

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await bot.Client.RunAsync(CancellationToken.None).GetAsyncEnumerator().MoveNextAsync());
    }
}
