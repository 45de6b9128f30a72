using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Discord.Model;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// The first answer to an interaction, of which there is exactly one, within three seconds. Discord's document:
/// interactions/receiving-and-responding, Interaction Response Structure.
/// </summary>
/// <param name="Type">Must fit the interaction: <see cref="InteractionResponseType.Choices"/> answers autocomplete and nothing else does.</param>
[JsonConverter(typeof(InteractionResponseConverter))]
public sealed record InteractionResponse(InteractionResponseType Type)
{
    /// <summary>The message; when deferring only its flags, of which Discord takes <see cref="MessageFlags.Ephemeral"/>.</summary>
    public MessageBody? Message { get; init; }

    /// <summary>For autocomplete, at most 25.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public static readonly InteractionResponse Pong = new(InteractionResponseType.Pong);

    /// <summary>A new message.</summary>
    public static InteractionResponse Say(MessageBody message) => new(InteractionResponseType.Message) { Message = message };

    /// <summary>The message that the button stands on, changed.</summary>
    public static InteractionResponse Update(MessageBody message) => new(InteractionResponseType.UpdateMessage) { Message = message };

    public static InteractionResponse Offer(IReadOnlyList<Choice> choices) => new(InteractionResponseType.Choices) { Choices = choices };

    /// <summary>Says that an answer will come, seen by all or by one.</summary>
    public static InteractionResponse Later(bool ephemeral) => new(InteractionResponseType.DeferredMessage)
    {
        Message = ephemeral ? new MessageBody { Flags = MessageFlags.Ephemeral } : null,
    };
}

public enum InteractionResponseType
{
    Pong = 1,

    Message = 4,

    DeferredMessage = 5,

    DeferredUpdate = 6,

    UpdateMessage = 7,

    Choices = 8,
}

/// <summary>Writes <c>{"type", "data"}</c>, where data is what the type carries.</summary>
internal sealed class InteractionResponseConverter : JsonConverter<InteractionResponse>
{
    public override InteractionResponse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Responses are written only.");

    public override void Write(Utf8JsonWriter writer, InteractionResponse value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("type"u8, (int)value.Type);
        switch (value.Type)
        {
            case InteractionResponseType.Choices:
                writer.WriteStartObject("data"u8);
                writer.WritePropertyName("choices"u8);
                JsonSerializer.Serialize(writer, value.Choices, WireJson.Wire.IReadOnlyListChoice);
                writer.WriteEndObject();
                break;
            case InteractionResponseType.DeferredMessage when value.Message?.Flags is { } flags:
                writer.WriteStartObject("data"u8);
                writer.WriteNumber("flags"u8, (int)(flags & MessageFlags.Ephemeral));
                writer.WriteEndObject();
                break;
            case InteractionResponseType.Message or InteractionResponseType.UpdateMessage when value.Message is { } message:
                writer.WritePropertyName("data"u8);
                JsonSerializer.Serialize(writer, message, WireJson.Wire.MessageBody);
                break;
        }

        writer.WriteEndObject();
    }
}
