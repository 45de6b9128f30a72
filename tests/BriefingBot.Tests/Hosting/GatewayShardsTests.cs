using BriefingBot.Configuration;
using BriefingBot.Discord.Gateway;
using BriefingBot.Hosting;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Hosting;

/// <summary>Several connections of one process, on real sockets, over a restart.</summary>
public sealed class GatewayShardsTests : IDisposable
{
    private readonly FakeGateway _gateway = new();
    private readonly StoryOnDisk _disk = new();
    private int _asked;

    public void Dispose()
    {
        _gateway.Dispose();
        _disk.Dispose();
    }

    [Fact]
    public async Task As_many_shards_as_Discord_recommends_connect_answer_and_go_on_after_a_restart()
    {
        using (var stop = new CancellationTokenSource())
        {
            var shards = Shards(ShardRange.Auto);
            var taken = TakeAsync(shards, stop.Token);
            var connections = new[] { await BeginsAsync(), await BeginsAsync() };
            Assert.Equal([0, 1], connections.Select(each => each.Shard).Order());
            foreach (var (shard, connection) in connections)
            {
                await connection.SendAsync(GatewayPayloads.Interaction(100 + shard, 2));
                await connection.SettleAsync();
            }

            Assert.Equal([true, true], shards.Health().Select(health => health.Ready));
            await stop.CancelAsync();
            var codes = await Task.WhenAll(connections.Select(each => each.Connection.ExpectCloseAsync()));
            var ids = await taken;
            Assert.Equal([4000, 4000], codes);
            Assert.Equal([100UL, 101UL], ids.Order());
        }

        using (var stop = new CancellationTokenSource())
        {
            var asked = _asked;
            var taken = TakeAsync(Shards(new ShardRange(0, 1, 2)), stop.Token);
            var resumed = new List<string?>();
            for (var i = 0; i < 2; i++)
            {
                var connection = await _gateway.AcceptAsync();
                await connection.SendAsync(GatewayPayloads.Hello());
                var resume = await connection.ExpectAsync(6);
                Assert.Equal(2, resume.GetProperty("seq").GetInt64());
                resumed.Add(resume.GetProperty("session_id").GetString());
                await connection.SendAsync(GatewayPayloads.Interaction(200 + i, 3));
                await connection.SendAsync(GatewayPayloads.Resumed(4));
                await connection.SettleAsync();
            }

            Assert.Equal(["session-0", "session-1"], resumed.Order());
            Assert.Equal(asked, _asked);
            await stop.CancelAsync();
            var ids = await taken;
            Assert.Equal([200UL, 201UL], ids.Order());
        }
    }

    [Fact]
    public async Task One_shard_that_Discord_refuses_for_good_ends_the_others()
    {
        using var stop = new CancellationTokenSource();
        var taken = TakeAsync(Shards(new ShardRange(0, 1, 2)), stop.Token);
        var (_, first) = await BeginsAsync();
        var (_, second) = await BeginsAsync();
        await first.CloseAsync(4010);
        await second.ExpectCloseAsync();
        Assert.Contains("4010", (await Assert.ThrowsAsync<DiscordRefusedException>(() => taken)).Message, StringComparison.Ordinal);
    }

    private async Task<(int Shard, FakeConnection Connection)> BeginsAsync()
    {
        var connection = await _gateway.AcceptAsync();
        await connection.SendAsync(GatewayPayloads.Hello());
        var shard = (await connection.ExpectAsync(2)).GetProperty("shard");
        Assert.Equal(2, shard[1].GetInt32());
        await connection.SendAsync(GatewayPayloads.Ready($"session-{shard[0].GetInt32()}", _gateway.Url));
        return (shard[0].GetInt32(), connection);
    }

    private static async Task<List<ulong>> TakeAsync(GatewayShards shards, CancellationToken stop)
    {
        var taken = new List<ulong>();
        await foreach (var (interaction, _) in shards.InteractionsAsync(stop))
        {
            taken.Add(interaction.Id.Value);
        }

        return taken;
    }

    private GatewayShards Shards(ShardRange range) => new(
        new DiscordOptions { Token = "a-secret-word", Shards = range },
        "DiscordBot (https://briefingbot.example, 1)",
        _ =>
        {
            Interlocked.Increment(ref _asked);
            return Task.FromResult(new GatewayBot
            {
                Url = _gateway.Url,
                Shards = 2,
                SessionStartLimit = new SessionStartLimit { Total = 1000, Remaining = 999, ResetAfter = 0, MaxConcurrency = 2 },
            });
        },
        new KeptSessions(_disk.Index, "a-secret-word", TimeProvider.System, NullLogger<KeptSessions>.Instance),
        TimeProvider.System,
        () => 0.5,
        NullLoggerFactory.Instance);
}
