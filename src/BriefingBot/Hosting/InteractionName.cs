using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Surfaces.Discord;

namespace BriefingBot.Hosting;

/// <summary>What an interaction is called in the log and in figures: one of a few names, never a word of a person's.</summary>
internal static class InteractionName
{
    public static string Of(Interaction interaction) => interaction.Type switch
    {
        InteractionType.Ping => "ping",
        InteractionType.Command when interaction.Data?.Type is (int)ApplicationCommandType.Message => "message-command",
        InteractionType.Command => InteractionCommand.Find(interaction.Data)?.Name ?? "unknown",
        InteractionType.Component => Button(interaction.Data?.CustomId ?? ""),
        InteractionType.Autocomplete => "autocomplete",
        InteractionType.Modal => "form",
        _ => "unknown",
    };

    private static string Button(string customId) => BriefingButtonId.Read(customId) is { } briefings ? briefings.Action switch
    {
        BriefingAction.Context => "button context",
        BriefingAction.More => "button more",
        BriefingAction.Snooze => "button snooze",
        BriefingAction.Stop => "button stop",
        BriefingAction.Preview => "button preview",
        _ => "button continued",
    }
        : ButtonIds.Read(customId)?.Action switch
        {
            ButtonAction.PreviousPage => "button previous page",
            ButtonAction.NextPage => "button next page",
            ButtonAction.Context => "button context",
            ButtonAction.Why => "button why",
            _ => "button",
        };
}
