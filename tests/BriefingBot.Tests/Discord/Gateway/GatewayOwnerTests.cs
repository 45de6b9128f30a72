using BriefingBot.Discord.Gateway;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Discord.Gateway;

/// <summary>What the owner does: reading slowly, stopping, going on in another process.</summary>
public class GatewayOwnerTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(41.25);

    [Fact]
    public async Task A_slow_owner_loses_nothing_and_does_not_stop_the_heart()
    {
        var pause = new TaskCompletionSource();
        await using var bot = new GatewayConversation(options => options with { QueueLength = 2 }, pause: () => pause.Task);
        var discord = await bot.BecomesReadyAsync();
        for (var i = 2; i < 12; i++)
        {
            await discord.SendAsync(GatewayPayloads.Interaction(i, i));
        }

        // READY with the owner, two in the queue, one in the reader's hand, the others unread.
        await bot.LoggedAsync("wait for their owner");
        bot.Time.Advance(TimeSpan.FromSeconds(20.625));
        await discord.ExpectAsync(1);
        await discord.SendAsync(GatewayPayloads.Acknowledged);
        for (var beats = 0; beats < 3; beats++)
        {
            bot.Time.Advance(Interval);
            Assert.Equal(4, (await discord.ExpectAsync(1)).GetInt64());
        }

        Assert.True(bot.Client.Health.Ready);
        pause.SetResult();
        await bot.TellsAsync(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        Assert.True(bot.IsQuiet);
    }

    [Fact]
    public async Task A_stop_ends_the_session_and_tells_what_has_arrived()
    {
        var pause = new TaskCompletionSource();
        await using var bot = new GatewayConversation(options => options with { QueueLength = 1 }, pause: () => pause.Task);
        var discord = await bot.BecomesReadyAsync();
        await discord.SendAsync(GatewayPayloads.Interaction(2, 2));
        await discord.SendAsync(GatewayPayloads.Interaction(3, 3));
        await bot.LoggedAsync("wait for their owner");
        await bot.StopAsync();

        Assert.Equal(1000, await discord.ExpectCloseAsync());
        pause.SetResult();
        await bot.EndAsync();

        await bot.TellsAsync(2, 3);
        Assert.True(bot.Client.Health is { Connected: false, Ready: false });
        Assert.Null(bot.Client.Session);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_a_silent_peer()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        await bot.StopAsync();
        Assert.Equal(1000, await discord.ExpectCloseAsync(answer: false));
        await bot.Time.PassAsync(0.5);

        await bot.EndAsync();
    }

    [Fact]
    public async Task A_stop_interrupts_every_wait()
    {
        await using (var asking = new GatewayConversation(ask: (_, _) => new TaskCompletionSource<GatewayBot>().Task))
        {
            await asking.Time.WaitedForAsync(due => due == TimeSpan.FromSeconds(90));
            await asking.StopAsync();
            await asking.EndAsync();
        }

        await using (var resting = new GatewayConversation(ask: (_, _) => throw new HttpRequestException("no")))
        {
            await resting.Time.WaitedForAsync(due => due == TimeSpan.FromSeconds(0.625));
            await resting.StopAsync();
            await resting.EndAsync();
        }

        await using var greeted = new GatewayConversation();
        var discord = await greeted.Discord.AcceptAsync();
        await greeted.StopAsync();
        discord.Cut();
        await greeted.EndAsync();
    }

    [Fact]
    public async Task An_owner_who_breaks_off_ends_the_connection()
    {
        using var discord = new FakeGateway();
        var time = new WatchedTime();
        var client = new GatewayClient(
            new GatewayOptions { Token = "t", UserAgent = "u", QueueLength = 1 },
            _ => GatewayConversation.Answer(discord, 1),
            new IdentifyPace(time),
            time,
            () => 0.5,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<GatewayClient>.Instance);
        var owner = Task.Run(async () =>
        {
            await foreach (var told in client.RunAsync(CancellationToken.None))
            {
                Assert.Equal("READY", told.Name);
                break;
            }
        });
        var connection = await discord.AcceptAsync();
        await connection.SendAsync(GatewayPayloads.Hello());
        await connection.ExpectAsync(2);
        await connection.SendAsync(GatewayPayloads.Ready("one", discord.Url));
        await connection.ExpectCloseAsync();

        await owner.WaitAsync(FakeGateway.Patience);
    }

    [Fact]
    public async Task A_kept_session_goes_on_in_another_process_after_the_last_event_dealt_with()
    {
        GatewaySession? kept;
        await using (var bot = new GatewayConversation(options => options with { KeepSession = true }))
        {
            var discord = await bot.BecomesReadyAsync();
            await discord.SendAsync(GatewayPayloads.Interaction(5, 2));
            await bot.TellsAsync(5);
            await bot.StopAsync();
            Assert.Equal(4000, await discord.ExpectCloseAsync());
            await bot.EndAsync();
            kept = bot.Client.Session;
            Assert.Equal(new GatewaySession("one", bot.Discord.Url + "/resume", 2), kept);
        }

        using var elsewhere = new FakeGateway();
        await using var next = new GatewayConversation(options => options with { Session = kept! with { Address = elsewhere.Url } });
        var resumed = await elsewhere.AcceptAsync();
        await resumed.SendAsync(GatewayPayloads.Hello());
        Assert.Equal(2, (await resumed.ExpectAsync(6)).GetProperty("seq").GetInt64());
        await resumed.SendAsync(GatewayPayloads.Interaction(6, 3));
        await next.TellsAsync(6);
        Assert.Equal(0, next.Asked);
        resumed.Cut();
    }

    [Fact]
    public async Task Logs_hold_no_secret()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync("session-secret");
        await discord.SendAsync(GatewayPayloads.Interaction(5, 2));
        await bot.TellsAsync(5);
        discord.Cut();
        await bot.Time.PassAsync(0.625);
        discord = await bot.ResumesAsync(2, "session-secret");
        await discord.CloseAsync(4004);
        await Assert.ThrowsAsync<GatewayRefusedException>(bot.EndAsync);

        Assert.NotEmpty(bot.Log);
        Assert.DoesNotContain(bot.Log, line => line.Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log, line => line.Contains("token-5", StringComparison.Ordinal));
    }
}
