using System.Text.Json;
using BriefingBot.Discord.Model;

namespace BriefingBot.Discord.Interactions;

/// <summary>Reads an interaction from JSON. What does not look as it should costs the details, not the answer.</summary>
public static class InteractionReader
{
    /// <summary>
    /// The interaction, whole where it can be read. Where a member is of a type that Discord does not document, it holds only what a response
    /// needs: id, token, type, and who did it where. Null when even that is missing (no JSON object, no id, no type).
    /// </summary>
    public static Interaction? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return Answerable(JsonSerializer.Deserialize(json, WireJson.Wire.Interaction));
        }
        catch (JsonException)
        {
            return Outline(json);
        }
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static Interaction? Read(JsonElement json)
    {
        try
        {
            return Answerable(json.Deserialize(WireJson.Wire.Interaction));
        }
        catch (JsonException)
        {
            return Outline(json);
        }
    }

    private static Interaction? Answerable(Interaction? interaction) => interaction is { Id.Value: > 0, Type: not 0 } ? interaction : null;

    private static Interaction? Outline(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            return Outline(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Interaction? Outline(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("type"u8, out var type)
            || type.ValueKind != JsonValueKind.Number || !type.TryGetInt32(out var number))
        {
            return null;
        }

        var person = Id(Member(Member(json, "member"u8), "user"u8)) ?? Id(Member(json, "user"u8));
        return Answerable(new Interaction
        {
            Id = Id(json) ?? default,
            Type = (InteractionType)number,
            Token = Text(Member(json, "token"u8)),
            ApplicationId = Snowflake(Member(json, "application_id"u8)) ?? default,
            GuildId = Snowflake(Member(json, "guild_id"u8)),
            ChannelId = Snowflake(Member(json, "channel_id"u8)),
            User = person is { } who ? new User { Id = who } : null,
        });
    }

    private static JsonElement Member(JsonElement json, ReadOnlySpan<byte> name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    private static Snowflake? Id(JsonElement json) => Snowflake(Member(json, "id"u8));

    private static Snowflake? Snowflake(JsonElement json) => Model.Snowflake.TryParse(Text(json), out var id) ? id : null;

    private static string? Text(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            return null;
        }
    }
}
