using BriefingBot.Discord.Interactions;

namespace BriefingBot.Hosting;

/// <summary>
/// How an interaction is put off when its answer takes long. Discord's document: interactions/receiving-and-responding, Interaction Callback
/// Type.
/// </summary>
internal static class Deferral
{
    /// <summary>
    /// A command's answer is a new message, private where that was asked for: it cannot be made private afterwards. A button changes the message
    /// that it stands on. Autocomplete cannot be put off: null.
    /// </summary>
    public static InteractionResponse? Of(Interaction interaction) => interaction.Type switch
    {
        InteractionType.Command or InteractionType.Modal => InteractionResponse.Later(AsksForPrivacy(interaction.Data?.Options)),
        InteractionType.Component => new InteractionResponse(InteractionResponseType.DeferredUpdate),
        _ => null,
    };

    private static bool AsksForPrivacy(IReadOnlyList<InteractionOption>? options) =>
        options?.Any(option => (option.Name == "private" && option.Text == "true") || AsksForPrivacy(option.Options)) == true;
}
