using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Discord.Model;

/// <summary>A snowflake as a string of digits; numbers are read too.</summary>
internal sealed class SnowflakeConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetUInt64(out var number) => new Snowflake(number),
        JsonTokenType.String or JsonTokenType.PropertyName when Snowflake.TryParse(reader.GetString(), out var snowflake) => snowflake,
        _ => throw new JsonException("An id is a number of up to 20 digits, as a string."),
    };

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override Snowflake ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);
}
