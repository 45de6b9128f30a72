using System.Buffers;
using System.Text.Json;

namespace BriefingBot.Hosting;

/// <summary>Something that must hold for the bot to answer.</summary>
/// <param name="Name">Its name in <c>/readyz</c>.</param>
/// <param name="Ok">Whether it holds.</param>
/// <param name="Says">How it is, in words.</param>
internal sealed record Condition(string Name, bool Ok, string Says)
{
    /// <summary>Whether it does not hold only because the bot has just been started: nobody needs to do anything but wait.</summary>
    public bool Starting { get; init; }
}

/// <summary>Whether the bot answers: every condition by its name.</summary>
internal sealed class Readiness(params IReadOnlyList<Func<Condition>> conditions)
{
    /// <summary>A bot that takes longer to tell is of no use to whoever asks it something else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A connection that takes longer to come about needs somebody's attention.</summary>
    public static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    public IReadOnlyList<Condition> Check() => [.. conditions.Select(condition => condition())];

    /// <summary>The Gateway: every shard of this process has a session.</summary>
    /// <param name="shards">All of this process.</param>
    /// <param name="isStart">Whether the process started less than <see cref="LongestStart"/> ago.</param>
    public static Condition Gateway(IReadOnlyList<ShardHealth> shards, bool isStart = false) => Of("gateway", shards, shard => shard.Ready, "ready", isStart);

    /// <summary>Discord acknowledged every shard's last heartbeat in time.</summary>
    /// <inheritdoc cref="Gateway" path="/param"/>
    public static Condition Heartbeat(IReadOnlyList<ShardHealth> shards, bool isStart = false) =>
        Of("heartbeat", shards, shard => shard.Acknowledged, "acknowledged in time", isStart);

    /// <summary><c>{"ready":…,"conditions":{"NAME":{"ok":…,"starting":true,"says":"…"},…}}</c>, as UTF-8; <c>starting</c> only where it is true.</summary>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<Condition> conditions)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBoolean("ready", conditions.All(condition => condition.Ok));
            json.WriteStartObject("conditions");
            foreach (var condition in conditions)
            {
                json.WriteStartObject(condition.Name);
                json.WriteBoolean("ok", condition.Ok);
                if (condition.Starting)
                {
                    json.WriteBoolean("starting", true);
                }

                json.WriteString("says", condition.Says);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>What <see cref="Write"/> wrote; empty when it is something else.</summary>
    public static IReadOnlyList<Condition> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("conditions", out var conditions)
                ? [.. conditions.EnumerateObject().Select(each => new Condition(
                    each.Name, each.Value.GetProperty("ok").GetBoolean(), each.Value.GetProperty("says").GetString() ?? "")
                {
                    Starting = each.Value.TryGetProperty("starting", out var starting) && starting.GetBoolean(),
                })]
                : [];
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Asks a running bot.</summary>
    /// <param name="address">Of its <c>/readyz</c>.</param>
    /// <param name="stop">Ends waiting.</param>
    /// <returns>Whether it is ready, and its conditions, none when what answers is no bot of this kind; null when nobody answers.</returns>
    public static async Task<(bool Ready, IReadOnlyList<Condition> Conditions)?> AskAsync(Uri address, CancellationToken stop)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(address, stop);
            return (answer.IsSuccessStatusCode, Read(await answer.Content.ReadAsStringAsync(stop)));
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is TaskCanceledException && !stop.IsCancellationRequested))
        {
            return null;
        }
    }

    private static Condition Of(string name, IReadOnlyList<ShardHealth> shards, Func<ShardHealth, bool> holds, string word, bool isStart)
    {
        var good = shards.Count(holds);
        var isGood = shards.Count > 0 && good == shards.Count;
        return new Condition(name, isGood, shards.Count switch
        {
            0 => "not connected yet",
            1 => good == 1 ? word : $"not {word}",
            _ => $"{good} of {shards.Count} shards {word}",
        })
        {
            Starting = isStart && !isGood,
        };
    }
}
