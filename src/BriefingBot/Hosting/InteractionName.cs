using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;

namespace BriefingBot.Hosting;

/// <summary>What an interaction is called in the log and in figures: one of a few names, never a word of a person's.</summary>
internal static class InteractionName
{
    public static string Of(Interaction interaction) => interaction.Type switch
    {
        InteractionType.Ping => "ping",
        InteractionType.Command when interaction.Data?.Type is (int)ApplicationCommandType.Message => "message-command",
        InteractionType.Command => CommandCatalog.Find(interaction.Data?.Name ?? "")?.Name ?? "unknown",
        InteractionType.Component => "button",
        InteractionType.Autocomplete => "autocomplete",
        InteractionType.Modal => "form",
        _ => "unknown",
    };
}
