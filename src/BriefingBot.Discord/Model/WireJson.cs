using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Interactions;

namespace BriefingBot.Discord.Model;

/// <summary>
/// How Discord's objects are written: snake_case, nothing that is null, letters of all scripts as they are. Reading ignores what it does not
/// know. Generated when compiling: no reflection at the start of the process, and no property that a trimmer could lose.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(IReadOnlyList<Choice>))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(List<ApplicationCommand>))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(List<Message>))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(DirectMessageRequest))]
[JsonSerializable(typeof(PostRequest))]
[JsonSerializable(typeof(ThreadList))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(User))]
public sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>As declared, and letters such as “ü” unescaped, as Discord counts and shows them: the one to use.</summary>
    public static WireJson Wire => Unescaped.Value;

    private static class Unescaped
    {
        public static readonly WireJson Value = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
