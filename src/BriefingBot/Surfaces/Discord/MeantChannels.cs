using System.Globalization;
using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;

namespace BriefingBot.Surfaces.Discord;

/// <summary>Where something is asked on Discord, and whether a briefing could be sent to the channel that is meant.</summary>
/// <param name="missing">
/// Names the permissions that the bot lacks in a channel, for the case that the interaction does not tell what it has; null for no answer. May ask Discord.
/// </param>
internal sealed class MeantChannels(Func<string, IReadOnlyList<string>?>? missing)
{
    /// <summary>Types of channels that briefings are sent to. Discord takes no media channels in such a list.</summary>
    public static readonly IReadOnlyList<ChannelType> Types =
    [
        ChannelType.Text, ChannelType.Voice, ChannelType.Announcement, ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread,
        ChannelType.Stage, ChannelType.Forum,
    ];

    /// <summary>Key of a server in an interaction's authorising owners.</summary>
    private const string ByServer = "0";

    /// <summary>The place; where a briefing is to be subscribed to, also the channel that is meant.</summary>
    public AskedAt Of(Interaction interaction)
    {
        var at = new AskedAt(new BriefingPlace(BriefingPlace.Discord, interaction.GuildId?.ToString(), interaction.GuildId is null ? null : interaction.ChannelId?.ToString()));
        return interaction is { Type: InteractionType.Command, GuildId: not null } && InteractionCommand.Find(interaction.Data) == CommandCatalog.BriefingSubscribe
            ? at with { Channel = Meant(interaction) } : at;
    }

    private MeantChannel? Meant(Interaction interaction)
    {
        var chosen = InteractionCommand.Value(interaction.Data, "channel");
        var id = chosen ?? interaction.ChannelId?.ToString();
        if (id is null)
        {
            return null;
        }

        var (name, type, permissions) = chosen is null
            ? (interaction.Channel?.Name, interaction.Channel?.Type, interaction.AppPermissions)
            : Snowflake.TryParse(chosen, out var channel) && interaction.Data?.Resolved?.Channels?.GetValueOrDefault(channel) is { } resolved
                ? (resolved.Name, resolved.Type, resolved.AppPermissions) : default;
        return new MeantChannel(id, name, Problem(interaction, id, name, (ChannelType?)type, permissions));
    }

    private string? Problem(Interaction interaction, string id, string? name, ChannelType? type, string? permissions)
    {
        if (interaction.AuthorizingIntegrationOwners is { Count: > 0 } owners && !owners.ContainsKey(ByServer))
        {
            return $"The bot is not a member of this server, so it cannot write here: invite it, or use /{CommandCatalog.BriefingMe.Name}.";
        }

        var place = name is null ? "there" : $"in #{name}";
        if (type is { } known && !Types.Contains(known))
        {
            return $"No briefing can be sent {(name is null ? "there" : $"to #{name}")}: choose a text channel, a thread or a forum.";
        }

        var lacking = ulong.TryParse(permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var held) ? ChannelAccess.Missing(type, held) : missing?.Invoke(id);
        return lacking is { Count: > 0 }
            ? $"The bot lacks {Wording.All(lacking)} {place}: give it {(lacking.Count == 1 ? "that permission" : "those permissions")} in the channel’s settings, then subscribe again."
            : null;
    }
}
