using System.Buffers;
using System.Text.Json;

namespace BriefingBot.Discord.Gateway;

/// <summary>The three payloads that this client sends. Discord's document: events/gateway-events, Send Events.</summary>
internal sealed class SentPayloads
{
    /// <summary>More than these bytes, and Discord closes the connection (4002). Discord's document: events/gateway, Sending Events.</summary>
    public const int Longest = 4096;

    private readonly GatewayOptions _options;

    /// <exception cref="ArgumentException">The token is so long that Discord would take no payload with it.</exception>
    public SentPayloads(GatewayOptions options)
    {
        _options = options;
        Identify = Written(writer => WriteIdentify(writer, options));
        if (Identify.Length + PayloadData.LongestSessionId > Longest)
        {
            throw new ArgumentException("The token is too long to be one of Discord's.", nameof(options));
        }
    }

    public byte[] Identify { get; }

    /// <param name="session">Which session.</param>
    /// <param name="sequence">Number of the last event that was taken.</param>
    public byte[] Resume(GatewaySession session, long? sequence) => Written(writer =>
    {
        writer.WriteNumber("op"u8, (int)Opcode.Resume);
        writer.WriteStartObject("d"u8);
        writer.WriteString("token"u8, _options.Token);
        writer.WriteString("session_id"u8, session.Id);
        writer.WriteNumber("seq"u8, sequence ?? session.Sequence);
        writer.WriteEndObject();
    });

    /// <param name="sequence">Number of the last event; null before the first.</param>
    public static byte[] Heartbeat(long? sequence) => Written(writer =>
    {
        writer.WriteNumber("op"u8, (int)Opcode.Heartbeat);
        if (sequence is { } number)
        {
            writer.WriteNumber("d"u8, number);
        }
        else
        {
            writer.WriteNull("d"u8);
        }
    });

    private static void WriteIdentify(Utf8JsonWriter writer, GatewayOptions options)
    {
        writer.WriteNumber("op"u8, (int)Opcode.Identify);
        writer.WriteStartObject("d"u8);
        writer.WriteString("token"u8, options.Token);
        writer.WriteNumber("intents"u8, options.Intents);
        writer.WriteStartObject("properties"u8);
        writer.WriteString("os"u8, OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        writer.WriteString("browser"u8, options.Library);
        writer.WriteString("device"u8, options.Library);
        writer.WriteEndObject();
        writer.WriteStartArray("shard"u8);
        writer.WriteNumberValue(options.ShardId);
        writer.WriteNumberValue(options.ShardCount);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(bytes);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
