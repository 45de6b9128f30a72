using BriefingBot.Discord.Gateway;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Discord.Gateway;

/// <summary>Conversations as events/gateway describes them under Disconnecting and Resuming.</summary>
public class GatewayReconnectTests
{
    [Fact]
    public async Task Reconnect_resumes_at_the_sessions_own_address_and_replayed_events_are_told_once()
    {
        using var elsewhere = new FakeGateway();
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync(resumeUrl: elsewhere.Url + "/own?x=1");
        await discord.SendAsync(GatewayPayloads.Interaction(5, 2));
        await bot.TellsAsync(5);

        await discord.SendAsync(GatewayPayloads.Reconnect);
        Assert.Equal(4000, await discord.ExpectCloseAsync());
        await bot.Time.PassAsync(0.625);

        var resumed = await elsewhere.AcceptAsync();
        Assert.Equal(("/own?v=10&encoding=json&x=1", "DiscordBot (https://example.org, 1.0)"), (resumed.Target, resumed.Headers["user-agent"]));
        await resumed.SendAsync(GatewayPayloads.Hello());
        Assert.Equal(2, (await resumed.ExpectAsync(6)).GetProperty("seq").GetInt64());
        await resumed.SendAsync(GatewayPayloads.Interaction(5, 2));
        await resumed.SendAsync(GatewayPayloads.Interaction(6, 3));
        await resumed.SendAsync(GatewayPayloads.Interaction(6, 3));
        await resumed.SendAsync(GatewayPayloads.Resumed(4));
        await resumed.SendAsync(GatewayPayloads.Interaction(7, 5));

        await bot.TellsAsync(6);
        Assert.Equal("RESUMED", (await bot.ToldAsync()).Name);
        await bot.TellsAsync(7);
        Assert.Equal((1, true), (bot.Asked, bot.Discord.IsIdle));
        Assert.True(bot.Client.Health is { Ready: true, Resumes: 1, Reconnects: 1, Identifies: 1, Session: "one" });
        resumed.Cut();
    }

    [Fact]
    public async Task Reconnect_may_come_in_place_of_hello()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.Discord.AcceptAsync();
        await discord.SendAsync(GatewayPayloads.Reconnect);

        await discord.ExpectCloseAsync();
        await bot.Time.PassAsync(0.625);
        await bot.BecomesReadyAsync();
    }

    [Fact]
    public async Task An_invalid_session_that_may_be_resumed_is_resumed()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        await discord.SendAsync(GatewayPayloads.InvalidSession(true));

        Assert.Equal(4000, await discord.ExpectCloseAsync());
        await bot.Time.PassAsync(0.625);
        await bot.ResumesAsync(1);
        Assert.Equal(1, bot.Asked);
    }

    [Theory]
    [InlineData("""{"op":9,"d":false}""")]
    [InlineData("""{"op":9,"d":null}""")]
    [InlineData("""{"op":9}""")]
    public async Task After_an_invalid_session_it_waits_asks_and_identifies_anew(string invalid)
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();
        bot.Time.Advance(TimeSpan.FromSeconds(7));

        await discord.SendAsync(invalid);

        await discord.ExpectCloseAsync();
        await bot.Time.PassAsync(3);
        await bot.BecomesReadyAsync("two");
        Assert.Equal(2, bot.Asked);
        Assert.True(bot.Client.Health is { Identifies: 2, Resumes: 0, Session: "two" });
    }

    [Fact]
    public async Task A_session_that_is_invalid_when_resuming_is_begun_anew_with_its_own_numbers()
    {
        await using var bot = new GatewayConversation();
        var first = await bot.BecomesReadyAsync();
        await first.SendAsync(GatewayPayloads.Interaction(5, 40));
        await bot.TellsAsync(5);
        first.Cut(reset: true);
        await bot.Time.PassAsync(0.625);
        var second = await bot.ResumesAsync(40);
        await second.SendAsync(GatewayPayloads.InvalidSession(false));
        await second.ExpectCloseAsync();

        await bot.Time.PassAsync(3);
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        var third = await bot.BecomesReadyAsync("two");
        await third.SendAsync(GatewayPayloads.Interaction(6, 2));

        await bot.TellsAsync(6);
    }

    [Theory]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(1012)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(4999)]
    public async Task After_these_codes_the_session_goes_on(int code)
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        await discord.CloseAsync(code);

        await bot.Time.PassAsync(0.625);
        await bot.ResumesAsync(1);
        Assert.Equal(1, bot.Asked);
    }

    [Fact]
    public async Task A_farewell_without_a_code_loses_no_session()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        await discord.CloseAsync(null);

        await bot.Time.PassAsync(0.625);
        await bot.ResumesAsync(1);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(4003)]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task After_these_codes_a_session_is_begun_anew(int code)
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();
        bot.Time.Advance(TimeSpan.FromSeconds(7));

        await discord.CloseAsync(code);

        await bot.Time.PassAsync(0.625);
        await bot.BecomesReadyAsync("two");
        Assert.Equal(2, bot.Asked);
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task After_these_codes_it_gives_up_once_it_has_told_what_came_before(int code)
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();
        await discord.SendAsync(GatewayPayloads.Interaction(5, 2));

        await discord.CloseAsync(code);

        await bot.TellsAsync(5);
        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(bot.EndAsync);
        Assert.Equal(code, refused.Code.Code);
        Assert.Contains(CloseCode.Of(code).Meaning, refused.Message, StringComparison.Ordinal);
        Assert.False(bot.Client.Health.Connected);
        Assert.Null(bot.Client.Session);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_cut_in_the_middle_of_a_frame_is_resumed_before_it(bool reset)
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();
        await discord.CutInMidFrameAsync(GatewayPayloads.Interaction(5, 2), reset);

        await bot.Time.PassAsync(0.625);
        var resumed = await bot.ResumesAsync(1);
        await resumed.SendAsync(GatewayPayloads.Interaction(5, 2));

        await bot.TellsAsync(5);
    }

    [Fact]
    public async Task What_arrives_after_leaving_is_left_to_the_replay()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();
        await discord.SendAsync(GatewayPayloads.Reconnect);
        await discord.SendAsync(GatewayPayloads.Interaction(5, 2));
        await discord.ExpectCloseAsync();

        await bot.Time.PassAsync(0.625);
        var resumed = await bot.ResumesAsync(1);
        await resumed.SendAsync(GatewayPayloads.Interaction(5, 2));

        await bot.TellsAsync(5);
        Assert.True(bot.IsQuiet);
    }

    [Fact]
    public async Task Without_a_session_id_in_ready_a_new_session_follows()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.Discord.AcceptAsync();
        await discord.SendAsync(GatewayPayloads.Hello());
        await discord.ExpectAsync(2);
        await discord.SendAsync("""{"op":0,"t":"READY","s":1,"d":{"session_id":null}}""");
        Assert.Equal("READY", (await bot.ToldAsync()).Name);
        bot.Time.Advance(TimeSpan.FromSeconds(7));

        discord.Cut();

        await bot.Time.PassAsync(0.625);
        await bot.BecomesReadyAsync("two");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nowhere")]
    [InlineData("https://example.org")]
    public async Task Without_an_address_to_resume_at_the_first_one_serves(string address)
    {
        await using var bot = new GatewayConversation();
        (await bot.BecomesReadyAsync(resumeUrl: address)).Cut();

        await bot.Time.PassAsync(0.625);

        await bot.ResumesAsync(1);
    }

    [Fact]
    public async Task A_session_whose_own_address_does_not_answer_is_resumed_at_the_first_one()
    {
        using var elsewhere = new FakeGateway();
        await using var bot = new GatewayConversation();
        (await bot.BecomesReadyAsync(resumeUrl: elsewhere.Url)).Cut();
        foreach (var wait in (double[])[0.625, 1.25, 2.5])
        {
            await bot.Time.PassAsync(wait);
            await elsewhere.RefuseAsync();
        }

        await bot.Time.PassAsync(5);

        await bot.ResumesAsync(1);
        Assert.Equal(1, bot.Asked);
    }

    [Fact]
    public async Task Waits_grow_while_nothing_succeeds_and_begin_anew_after_resumed()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();
        foreach (var wait in (double[])[0.625, 1.25, 2.5, 5, 10, 20, 40, 75])
        {
            discord.Cut();
            await bot.Time.PassAsync(wait);
            discord = await bot.ResumesAsync(1);
        }

        await discord.SendAsync(GatewayPayloads.Resumed(2));
        Assert.Equal("RESUMED", (await bot.ToldAsync()).Name);
        discord.Cut();

        await bot.Time.PassAsync(0.625);
        await bot.ResumesAsync(2);
    }

    [Fact]
    public async Task A_ready_in_answer_to_a_resume_is_a_new_session()
    {
        await using var bot = new GatewayConversation();
        var first = await bot.BecomesReadyAsync();
        await first.SendAsync(GatewayPayloads.Interaction(5, 40));
        await bot.TellsAsync(5);
        first.Cut();
        await bot.Time.PassAsync(0.625);
        var second = await bot.ResumesAsync(40);

        await second.SendAsync(GatewayPayloads.Ready("two", bot.Discord.Url));
        await second.SendAsync(GatewayPayloads.Interaction(6, 2));

        Assert.Equal("READY", (await bot.ToldAsync()).Name);
        await bot.TellsAsync(6);
        Assert.Equal("two", bot.Client.Health.Session);
    }
}
