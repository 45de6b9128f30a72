using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Discord.Model;

/// <summary>
/// Reads a choice's value, which is a number where the option is one. Discord's document: interactions/application-commands, Application Command
/// Option Choice Structure.
/// </summary>
internal sealed class ChoiceValueConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => throw new JsonException("A choice's value is a text or a number."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
