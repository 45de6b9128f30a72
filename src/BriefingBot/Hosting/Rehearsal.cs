using System.Text.Json;
using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;

namespace BriefingBot.Hosting;

/// <summary>
/// Answers what nobody asked, once after the start and for nobody to see: the first person would otherwise wait half a second for the runtime to
/// compile what answers, and for the cast to be gathered.
/// </summary>
internal static class Rehearsal
{
    /// <param name="answer">As people's interactions are answered.</param>
    public static void Run(Func<Interaction, InteractionResponse?> answer)
    {
        var words = CommandCatalog.WhoSaid.TextOption!.Name;
        var offered = answer(Made(InteractionType.Autocomplete, words, "", focused: true))?.Choices ?? [];
        var asked = offered.Count > 0 ? offered[0].Value : "nothing";
        JsonSerializer.SerializeToUtf8Bytes(
            answer(Made(InteractionType.Command, words, asked, focused: false)) ?? InteractionResponse.Pong, WireJson.Wire.InteractionResponse);
    }

    /// <summary>Read as Discord's are, so that reading is rehearsed as well.</summary>
    private static Interaction Made(InteractionType type, string option, string value, bool focused)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteNumber("type", (int)type);
            writer.WriteStartObject("data");
            writer.WriteNumber("type", (int)ApplicationCommandType.ChatInput);
            writer.WriteString("name", CommandCatalog.WhoSaid.Name);
            writer.WriteStartArray("options");
            writer.WriteStartObject();
            writer.WriteString("name", option);
            writer.WriteNumber("type", (int)ApplicationCommandOptionType.Text);
            writer.WriteString("value", value);
            writer.WriteBoolean("focused", focused);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return JsonSerializer.Deserialize(json.ToArray(), WireJson.Wire.Interaction)!;
    }
}
