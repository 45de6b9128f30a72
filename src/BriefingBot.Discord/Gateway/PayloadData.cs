using System.Text.Json;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// Reads the data of the payloads that this client understands. Members that are missing, null or of an unexpected kind are null: Discord
/// adds and changes members without notice.
/// </summary>
internal static class PayloadData
{
    /// <summary>Bytes of a session's id beyond which a Resume would come near the 4,096 that Discord takes; it cannot be resumed then.</summary>
    public const int LongestSessionId = 1000;

    /// <summary>How long one heartbeat is after another; null when it is missing or no positive number.</summary>
    public static TimeSpan? HeartbeatInterval(ReadOnlySpan<byte> data)
    {
        double? milliseconds = null;
        var reader = new Utf8JsonReader(data);
        while (NextMember(ref reader))
        {
            var wanted = reader.ValueTextEquals("heartbeat_interval"u8);
            reader.Read();
            if (wanted && reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number))
            {
                milliseconds = number;
            }

            reader.Skip();
        }

        // A timer takes 49 days at most; nothing from an hour on tells a dead connection from a living one.
        return milliseconds is > 0 ? TimeSpan.FromMilliseconds(Math.Min(milliseconds.Value, 3_600_000)) : null;
    }

    /// <summary>Whether the session may be resumed: only a plain <c>true</c> says so.</summary>
    public static bool IsResumable(ReadOnlySpan<byte> data) => data.SequenceEqual("true"u8);

    public static GatewayReady Ready(ReadOnlySpan<byte> data)
    {
        var ready = new GatewayReady(null, null, null);
        var reader = new Utf8JsonReader(data);
        while (NextMember(ref reader))
        {
            var member = reader.ValueTextEquals("session_id"u8) ? 1 : reader.ValueTextEquals("resume_gateway_url"u8) ? 2
                : reader.ValueTextEquals("application"u8) ? 3 : 0;
            reader.Read();
            ready = member switch
            {
                1 when reader.ValueSpan.Length is > 0 and <= LongestSessionId => ready with { SessionId = TextIn(ref reader) },
                2 => ready with { ResumeAddress = TextIn(ref reader) },
                3 => ready with { ApplicationId = IdIn(ref reader) },
                _ => ready,
            };
            reader.Skip();
        }

        return ready;
    }

    /// <summary>Null for one that cannot be answered.</summary>
    /// <param name="data">The interaction.</param>
    /// <param name="problem">What could not be read; null when all could.</param>
    public static Interaction? Interaction(ReadOnlySpan<byte> data, out string? problem)
    {
        problem = null;
        try
        {
            return JsonSerializer.Deserialize(data, WireJson.Wire.Interaction) is { Token: { Length: > 0 } } interaction && interaction.Id != default
                ? interaction : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            problem = (exception as JsonException)?.Path ?? exception.GetType().Name;
            return Rescued(data);
        }
    }

    /// <summary>What answering takes, of an interaction that cannot be read as a whole: its person should hear something.</summary>
    private static Interaction? Rescued(ReadOnlySpan<byte> data)
    {
        var interaction = new Interaction();
        var reader = new Utf8JsonReader(data);
        while (NextMember(ref reader))
        {
            var name = TextIn(ref reader);
            reader.Read();
            interaction = name switch
            {
                "id" => interaction with { Id = SnowflakeIn(ref reader) ?? default },
                "application_id" => interaction with { ApplicationId = SnowflakeIn(ref reader) ?? default },
                "type" when reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var type) =>
                    interaction with { Type = (InteractionType)type },
                "token" => interaction with { Token = TextIn(ref reader) },
                "locale" => interaction with { Locale = TextIn(ref reader) },
                "guild_locale" => interaction with { GuildLocale = TextIn(ref reader) },
                _ => interaction,
            };
            reader.Skip();
        }

        return interaction is { Token: { Length: > 0 } } && interaction.Id != default ? interaction : null;
    }

    /// <summary>Whether the reader stands on a member's name of the outermost object. Of data that is no object there is none.</summary>
    private static bool NextMember(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.None && !StartsObject(ref reader))
        {
            return false;
        }

        return reader.Read() && reader.TokenType == JsonTokenType.PropertyName;
    }

    private static bool StartsObject(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject;
        }
        catch (JsonException)
        {
            // No data at all.
            return false;
        }
    }

    private static Snowflake? IdIn(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        Snowflake? id = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = reader.ValueTextEquals("id"u8);
            reader.Read();
            id = wanted ? SnowflakeIn(ref reader) : id;
            reader.Skip();
        }

        return id;
    }

    private static Snowflake? SnowflakeIn(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when Snowflake.TryParse(TextIn(ref reader), out var id) => id,
        JsonTokenType.Number when reader.TryGetUInt64(out var number) => new Snowflake(number),
        _ => null,
    };

    private static string? TextIn(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // An escape for half a surrogate pair is JSON, but no text.
            return null;
        }
    }
}
