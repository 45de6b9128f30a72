using System.Text;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Discord.Gateway;

/// <summary>Messages in all the shapes that a network gives them, large ones, and compressed ones.</summary>
public class GatewayFramesTests
{
    private static readonly string Large = GatewayPayloads.Dispatch(
        "GUILD_CREATE", 2, $$"""{"members":[{{string.Join(',', Enumerable.Range(0, 50_000).Select(i => $$"""{"id":"{{i}}","nick":"Żółć 🦊 {{new string('x', 80)}}"}"""))}}]}""");

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Fragmented_messages_are_put_together(int size)
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        await discord.SendFragmentedAsync(GatewayPayloads.Interaction(5, 2), size);
        await discord.SendAsync(GatewayPayloads.Interaction(6, 3));

        await bot.TellsAsync(5, 6);
    }

    [Fact]
    public async Task A_message_that_trickles_in_is_waited_for()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        await discord.TrickleAsync(GatewayPayloads.Interaction(5, 2));

        await bot.TellsAsync(5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_event_of_five_megabytes_is_taken_and_what_follows_too(bool fragmented)
    {
        Assert.True(Encoding.UTF8.GetByteCount(Large) > 5_000_000);
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        await (fragmented ? discord.SendFragmentedAsync(Large, 10_000) : discord.SendAsync(Large));
        await discord.SendAsync(GatewayPayloads.Interaction(5, 3));

        Assert.Equal(("GUILD_CREATE", 2L), await NameOf(bot));
        await bot.TellsAsync(5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_beyond_the_limit_is_passed_over_and_the_connection_stays(bool compress)
    {
        await using var bot = new GatewayConversation(options => options with { Compress = compress, LongestMessage = 100_000 });
        var discord = await bot.Discord.AcceptAsync();
        Func<string, Task> send = compress ? payload => discord.SendCompressedAsync(payload) : discord.SendAsync;
        await send(GatewayPayloads.Hello());
        await discord.ExpectAsync(2);
        await send(GatewayPayloads.Ready("one", bot.Discord.Url));
        Assert.Equal("READY", (await bot.ToldAsync()).Name);

        await send(GatewayPayloads.Dispatch("GUILD_CREATE", 2, $"\"{new string('x', 300_000)}\""));
        await send(GatewayPayloads.Interaction(5, 3));

        await bot.TellsAsync(5);
        Assert.True(bot.Client.Health is { Ready: true, Unreadable: 1 });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_compressed_connection_has_one_stream_whose_messages_may_span_frames(int frames)
    {
        await using var bot = new GatewayConversation(options => options with { Compress = true });
        var discord = await bot.Discord.AcceptAsync();
        Assert.Equal("/?v=10&encoding=json&compress=zlib-stream", discord.Target);
        await discord.SendCompressedAsync(GatewayPayloads.Hello(), frames);
        await discord.ExpectAsync(2);
        await discord.SendCompressedAsync(GatewayPayloads.Ready("one", bot.Discord.Url), frames);
        Assert.Equal("READY", (await bot.ToldAsync()).Name);
        await discord.SendCompressedAsync(Large, frames);
        Assert.Equal(("GUILD_CREATE", 2L), await NameOf(bot));
        await discord.SendCompressedAsync(GatewayPayloads.Interaction(5, 3), frames);
        await bot.TellsAsync(5);

        // A new connection begins a new stream.
        discord.Cut();
        await bot.Time.PassAsync(0.625);
        var resumed = await bot.Discord.AcceptAsync();
        Assert.Equal("/?v=10&encoding=json&compress=zlib-stream", resumed.Target);
        await resumed.SendCompressedAsync(GatewayPayloads.Hello(), frames);
        Assert.Equal(3, (await resumed.ExpectAsync(6)).GetProperty("seq").GetInt64());
    }

    [Fact]
    public async Task A_compressed_stream_out_of_step_is_left_and_resumed()
    {
        await using var bot = new GatewayConversation(options => options with { Compress = true });
        var discord = await bot.Discord.AcceptAsync();
        await discord.SendCompressedAsync(GatewayPayloads.Hello());
        await discord.ExpectAsync(2);
        await discord.SendCompressedAsync(GatewayPayloads.Ready("one", bot.Discord.Url));
        Assert.Equal("READY", (await bot.ToldAsync()).Name);

        await discord.SendBytesAsync([0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0xFF, 0xFF], binary: true);

        Assert.Equal(4000, await discord.ExpectCloseAsync());
        await bot.Time.PassAsync(0.625);
        var resumed = await bot.Discord.AcceptAsync();
        await resumed.SendCompressedAsync(GatewayPayloads.Hello());
        Assert.Equal(1, (await resumed.ExpectAsync(6)).GetProperty("seq").GetInt64());
    }

    [Fact]
    public async Task Text_that_is_no_utf8_is_resumed_from()
    {
        await using var bot = new GatewayConversation();
        var discord = await bot.BecomesReadyAsync();

        await discord.SendBytesAsync([0x22, 0xC3, 0x28, 0x22], binary: false);

        await discord.ExpectCloseAsync();
        await bot.Time.PassAsync(0.625);
        await bot.ResumesAsync(1);
    }

    private static async Task<(string, long?)> NameOf(GatewayConversation bot)
    {
        var told = await bot.ToldAsync();
        return (told.Name, told.Sequence);
    }
}
