using System.IO.Compression;
using System.Text;
using BriefingBot.Discord.Gateway;
using BriefingBot.Tests.Fakes;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Discord.Gateway;

/// <summary>Pace of identifying, budget of sends, addresses, buffers and inflating, each alone.</summary>
public class GatewayPartsTests
{
    private static readonly GatewayOptions Options = new() { Token = "t", UserAgent = "u" };

    [Fact]
    public async Task Shards_of_one_key_identify_five_seconds_apart_and_of_different_keys_at_once()
    {
        var time = new WatchedTime();
        var pace = new IdentifyPace(time);
        var began = time.GetUtcNow();

        await pace.TakeTurnAsync(0, 2, CancellationToken.None);
        await pace.TakeTurnAsync(1, 2, CancellationToken.None);
        var third = pace.TakeTurnAsync(2, 2, CancellationToken.None);
        var fifth = pace.TakeTurnAsync(4, 2, CancellationToken.None);
        Assert.False(third.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(third.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.25));
        await third;
        Assert.False(fifth.IsCompleted);
        time.Advance(IdentifyPace.Apart);
        await fifth;

        Assert.Equal(TimeSpan.FromSeconds(10.5), time.GetUtcNow() - began);
    }

    [Fact]
    public async Task A_turn_that_is_not_used_goes_to_the_next()
    {
        var time = new WatchedTime();
        var pace = new IdentifyPace(time);
        using var stop = new CancellationTokenSource();
        await pace.TakeTurnAsync(0, 1, CancellationToken.None);
        var second = pace.TakeTurnAsync(1, 1, stop.Token);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        var third = pace.TakeTurnAsync(2, 1, CancellationToken.None);
        time.Advance(IdentifyPace.Apart);

        await third.WaitAsync(FakeGateway.Patience);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_concurrency_that_makes_no_sense_counts_as_one(int concurrency)
    {
        var pace = new IdentifyPace(new WatchedTime());

        await pace.TakeTurnAsync(0, concurrency, CancellationToken.None);

        Assert.False(pace.TakeTurnAsync(5, concurrency, CancellationToken.None).IsCompleted);
    }

    /// <summary>However many shards ask whenever: no two turns of a key within five seconds, and nobody waits longer than needed.</summary>
    [Fact]
    public void Turns_of_a_key_are_never_closer_than_five_seconds() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 8]).Array[1, 40].Sample(asked =>
        {
            var time = new FakeTimeProvider();
            var pace = new IdentifyPace(time);
            var turns = new Dictionary<int, TimeSpan>();
            var now = TimeSpan.Zero;
            foreach (var (key, seconds) in asked)
            {
                var (turn, wait) = pace.Reserve(key);
                var expected = turns.TryGetValue(key, out var last) && last + IdentifyPace.Apart > now ? last + IdentifyPace.Apart : now;

                Assert.Equal((expected, expected - now), (turn, wait));
                turns[key] = turn;
                time.Advance(TimeSpan.FromSeconds(seconds));
                now += TimeSpan.FromSeconds(seconds);
            }
        });

    [Fact]
    public void Sends_that_can_be_left_out_leave_room_for_heartbeats_within_every_minute()
    {
        var time = new FakeTimeProvider();
        var budget = new SendBudget(time);
        var sent = 0;
        for (; budget.HasRoom(); sent++)
        {
            budget.Take();
        }

        Assert.Equal(SendBudget.Limit - SendBudget.Kept, sent);
        time.Advance(TimeSpan.FromSeconds(60));
        Assert.False(budget.HasRoom());
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(budget.HasRoom());
    }

    [Theory]
    [InlineData("wss://gateway.discord.gg", false, "wss://gateway.discord.gg/?v=10&encoding=json")]
    [InlineData("wss://gateway.discord.gg/", true, "wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream")]
    [InlineData("wss://a.gg/path?v=6&x=1&encoding=etf&compress=zstd-stream", false, "wss://a.gg/path?v=10&encoding=json&x=1")]
    [InlineData("ws://127.0.0.1:8080", false, "ws://127.0.0.1:8080/?v=10&encoding=json")]
    public void Addresses_carry_version_and_encoding(string url, bool compress, string address) =>
        Assert.Equal(address, GatewayAddress.Of(url, Options with { Compress = compress })?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("gateway.discord.gg")]
    [InlineData("https://gateway.discord.gg")]
    [InlineData("wss://")]
    public void What_is_no_address_of_a_websocket_is_none(string? url) => Assert.Null(GatewayAddress.Of(url, Options));

    [Theory]
    [InlineData("wss://b", "wss://a", true)]
    [InlineData("ws://b", "wss://a", false)]
    [InlineData("ws://b", "ws://a", true)]
    [InlineData("wss://b", "ws://a", true)]
    [InlineData("http://b", "ws://a", false)]
    public void A_session_is_not_resumed_in_the_clear_when_it_began_encrypted(string url, string first, bool taken) =>
        Assert.Equal(taken, GatewayAddress.ToResume(url, new Uri(first), Options) is not null);

    [Fact]
    public void A_buffer_holds_what_was_written_up_to_its_limit() =>
        Gen.Select(Gen.Int[1, 30_000].Array[0, 12], Gen.Int[1, 60_000]).Sample((sizes, limit) =>
        {
            using var buffer = new MessageBuffer(limit);
            var expected = new List<byte>();
            foreach (var size in sizes)
            {
                for (var rest = size; rest > 0;)
                {
                    var room = buffer.Room();
                    Assert.True(room.Length > 0);
                    var count = Math.Min(rest, room.Length);
                    room.Span[..count].Fill((byte)expected.Count);
                    expected.AddRange(room[..count].ToArray());
                    buffer.Advance(count);
                    rest -= count;
                }
            }

            Assert.Equal(expected.Count > limit, buffer.IsOverfull);
            Assert.True(buffer.IsOverfull || buffer.Written.Span.SequenceEqual(expected.ToArray()));
            buffer.Clear();
            Assert.True(buffer.Written.IsEmpty && !buffer.IsOverfull);
        });

    [Fact]
    public void Messages_of_one_compressed_stream_come_out_as_they_went_in() => Gen.String[0, 50_000].Array[1, 8].Sample(
        messages =>
        {
            using var sent = new MemoryStream();
            using var zlib = new ZLibStream(sent, CompressionLevel.Fastest, leaveOpen: true);
            using var inflater = new ZlibInflater();
            using var buffer = new MessageBuffer(1 << 24);
            foreach (var message in messages.Select(Encoding.UTF8.GetBytes).Where(bytes => bytes.Length > 0))
            {
                sent.SetLength(0);
                zlib.Write(message);
                zlib.Flush();
                buffer.Clear();

                Assert.True(ZlibInflater.EndsMessage(sent.ToArray()));
                inflater.Inflate(sent.ToArray(), buffer);
                Assert.True(buffer.Written.Span.SequenceEqual(message));
            }
        },
        iter: 50);

    [Fact]
    public void What_is_no_compressed_stream_is_called_so()
    {
        using var inflater = new ZlibInflater();
        using var buffer = new MessageBuffer(1000);

        Assert.Throws<InvalidDataException>(() => inflater.Inflate("no zlib at all"u8.ToArray(), buffer));
    }
}
