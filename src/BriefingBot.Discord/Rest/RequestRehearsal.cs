using System.Text;
using BriefingBot.Discord.Model;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// One request that nobody hears, with an answer that lies ready: what the first real one needs of the runtime is loaded meanwhile, on another core,
/// while a program still reads its settings. A sixth of the time from a start to READY.
/// </summary>
public static class RequestRehearsal
{
    private const string Body = """{"url":"wss://rehearsal.invalid","shards":1}""";

    private static readonly byte[] Response = Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");

    /// <summary>Asks nobody, and never fails.</summary>
    /// <returns>Whether the answer was read.</returns>
    public static async Task<bool> RunAsync()
    {
        var options = new DiscordRestOptions { Token = "rehearsal", BaseUrl = new Uri("http://rehearsal.invalid/api/v10") };
        using var exchange = new Exchange(options, TimeProvider.System, (_, _) => ValueTask.FromResult<Stream>(new Answered()));
        var answer = await exchange.TryAsync(Routes.GatewayBot, null, WireJson.Wire.GatewayBot, options.Timeout, CancellationToken.None).ConfigureAwait(false);
        return answer is { Ending: Ending.Done, Value.Shards: 1 };
    }

    /// <summary>A connection that takes everything.</summary>
    private sealed class Answered() : MemoryStream(Response, writable: false)
    {
        public override bool CanWrite => true;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
