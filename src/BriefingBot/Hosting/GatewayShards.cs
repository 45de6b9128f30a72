using System.Net;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BriefingBot.Configuration;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>The Gateway's connections of this process, one a shard. Discord's document: events/gateway, Sharding.</summary>
internal sealed partial class GatewayShards(
    DiscordOptions options,
    string userAgent,
    Func<CancellationToken, Task<GatewayBot>> ask,
    KeptSessions sessions,
    TimeProvider time,
    Func<double> random,
    ILoggerFactory logs)
{
    /// <summary>How many heartbeats may be due without an acknowledgement: one is always under way.</summary>
    private const int HeartbeatsInTime = 2;

    /// <summary>Close code, also of a refusal by the API.</summary>
    private const int TokenIsWrong = 4004;

    private readonly ILogger<GatewayShards> _log = logs.CreateLogger<GatewayShards>();
    private readonly IdentifyPace _pace = new(time);
    private volatile IReadOnlyList<Shard> _clients = [];

    public IReadOnlyList<ShardHealth> Health() => [.. _clients.Select(each => HealthOf(each.Id, each.Client.Health))];

    /// <summary>Connects every shard, and yields what people do on any of them, until <paramref name="stop"/>.</summary>
    /// <exception cref="DiscordRefusedException">Connecting again would change nothing.</exception>
    public async IAsyncEnumerable<ReceivedInteraction> InteractionsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        // How many shards are recommended stands in the answer that the first of them needs to connect.
        GatewayBot? first = options.Shards.Count is null ? await AskAsync(stop) : null;
        var shards = options.Shards.Of(first?.Shards ?? 1).ToList();
        sessions.ForgetOthers(shards[0].Count);
        _clients = [.. shards.Select(shard => new Shard(shard.Shard, shard.Count, ClientOf(shard.Shard, shard.Count, AskOnce)))];
        var told = _clients is [var only] ? InteractionsOf(only, stop) : TogetherAsync(stop);
        await foreach (var interaction in told.WithCancellation(CancellationToken.None))
        {
            yield return interaction;
        }

        Task<GatewayBot> AskOnce(CancellationToken cancellation) =>
            Interlocked.Exchange(ref first, null) is { } known ? Task.FromResult(known) : ask(cancellation);
    }

    private GatewayClient ClientOf(int shard, int count, Func<CancellationToken, Task<GatewayBot>> asking) => new(
        new GatewayOptions
        {
            Token = options.Token ?? "",
            UserAgent = userAgent,
            ShardId = shard,
            ShardCount = count,
            KeepSession = true,
            Session = sessions.Take(shard, count),
        },
        asking, _pace, time, random, logs.CreateLogger<GatewayClient>());

    private async Task<GatewayBot> AskAsync(CancellationToken stop)
    {
        foreach (var delay in ReconnectDelays.Sequence(random))
        {
            try
            {
                return await ask(stop);
            }
            catch (DiscordApiException refused) when (refused.Status == HttpStatusCode.Unauthorized)
            {
                throw Registration.TokenRefused(refused);
            }
            catch (DiscordApiException unreached)
            {
                LogUnreached(unreached.Message, delay.TotalSeconds);
            }

            await Task.Delay(delay, time, stop);
        }

        throw new InvalidOperationException("The delays have no end.");
    }

    private async IAsyncEnumerable<ReceivedInteraction> InteractionsOf(Shard shard, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var events = shard.Client.RunAsync(stop).GetAsyncEnumerator(CancellationToken.None);
        while (await NextAsync(events))
        {
            if (events.Current is { Interaction: { } interaction } told)
            {
                yield return new ReceivedInteraction(interaction, told.Received);
            }
        }

        if (shard.Client.Session is { } session)
        {
            sessions.Keep(shard.Id, shard.Count, session);
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<GatewayEvent> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (GatewayRefusedException refused)
        {
            throw refused.Code.Code == TokenIsWrong
                ? Registration.TokenRefused(refused)
                : new DiscordRefusedException($"{refused.Message} “doctor” helps to find out why.", refused);
        }
    }

    /// <summary>The shards side by side; the first that ends with a fault ends the others.</summary>
    private async IAsyncEnumerable<ReceivedInteraction> TogetherAsync([EnumeratorCancellation] CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var told = Channel.CreateBounded<ReceivedInteraction>(_clients.Count);
        var running = Task.WhenAll(_clients.Select(TellAsync));
        _ = running.ContinueWith(ended => told.Writer.TryComplete(ended.Exception?.GetBaseException()), TaskScheduler.Default);
        await foreach (var interaction in told.Reader.ReadAllAsync(CancellationToken.None))
        {
            yield return interaction;
        }

        async Task TellAsync(Shard shard)
        {
            try
            {
                await foreach (var interaction in InteractionsOf(shard, ending.Token))
                {
                    await told.Writer.WriteAsync(interaction, CancellationToken.None);
                }
            }
            catch
            {
                await ending.CancelAsync();
                throw;
            }
        }
    }

    private ShardHealth HealthOf(int shard, GatewayHealth health) => new(
        shard,
        health.Ready,
        health.Ready && (health is not { LastAcknowledged: { } last, HeartbeatInterval: { } interval } || time.GetUtcNow() - last <= interval * HeartbeatsInTime),
        health.Reconnects);

    /// <summary>One connection.</summary>
    private sealed record Shard(int Id, int Count, GatewayClient Client);

    [LoggerMessage(LogLevel.Warning, "The Gateway's address could not be asked for: {Why} Next attempt in {Seconds:F1} s.")]
    private partial void LogUnreached(string why, double seconds);
}
