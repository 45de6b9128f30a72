using System.Text.Json;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// The outer members of a payload and where its data stands. What they hold is taken leniently: a member of an unexpected kind is as good
/// as missing. Discord's document: events/gateway-events, Payload Structure.
/// </summary>
/// <param name="Op">What it is for.</param>
/// <param name="Sequence">Of a dispatch.</param>
/// <param name="Name">Of a dispatch.</param>
/// <param name="DataStart">Where <c>d</c> begins in the message.</param>
/// <param name="DataLength">Its bytes; 0 when it is missing.</param>
internal readonly record struct GatewayPayload(Opcode Op, long? Sequence, string? Name, int DataStart, int DataLength)
{
    /// <summary>Reads over the message once; the data is passed over, so that an event nobody wants costs no more.</summary>
    /// <exception cref="JsonException">It is no JSON, or no object.</exception>
    public static GatewayPayload Read(ReadOnlySpan<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A payload is an object.");
        }

        var payload = new GatewayPayload(Opcode.None, null, null, 0, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            payload = payload.WithMember(ref reader);
        }

        // To the end: what follows the object makes it no JSON.
        reader.Read();
        return payload;
    }

    private GatewayPayload WithMember(ref Utf8JsonReader reader)
    {
        var member = reader.ValueTextEquals("d"u8) ? 'd' : reader.ValueTextEquals("op"u8) ? 'o' : reader.ValueTextEquals("s"u8) ? 's'
            : reader.ValueTextEquals("t"u8) ? 't' : ' ';
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        var read = member switch
        {
            'o' => this with { Op = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var op) ? (Opcode)op : Opcode.None },
            's' => this with { Sequence = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var sequence) ? sequence : null },
            't' => this with { Name = reader.TokenType == JsonTokenType.String ? NameIn(ref reader) : null },
            _ => this,
        };
        reader.Skip();
        return member == 'd' ? read with { DataStart = start, DataLength = (int)reader.BytesConsumed - start } : read;
    }

    /// <summary>The names that come all the time are not made anew each time.</summary>
    private static string? NameIn(ref Utf8JsonReader reader) => reader.ValueTextEquals("INTERACTION_CREATE"u8) ? GatewayEvent.InteractionName
        : reader.ValueTextEquals("RESUMED"u8) ? GatewayEvent.ResumedName : reader.GetString();

    public ReadOnlySpan<byte> DataIn(ReadOnlySpan<byte> message) => message.Slice(DataStart, DataLength);
}
