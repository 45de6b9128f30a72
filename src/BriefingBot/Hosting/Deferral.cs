using BriefingBot.Discord.Interactions;
using BriefingBot.Surfaces.Discord;

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
        InteractionType.Command => InteractionResponse.Later(InteractionAnswers.IsPrivate(interaction)),
        InteractionType.Modal => InteractionResponse.Later(ephemeral: false),
        InteractionType.Component => new InteractionResponse(InteractionResponseType.DeferredUpdate),
        _ => null,
    };
}
