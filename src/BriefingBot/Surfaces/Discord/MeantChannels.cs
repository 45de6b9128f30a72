using System.Globalization;
using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;

namespace BriefingBot.Surfaces.Discord;

/// <summary>Where something is asked on Discord, and whether a briefing could be sent to the channel that is meant.</summary>
/// <param name="find">
/// Asks Discord about a channel, for the case that the interaction does not tell what the bot may do there; null for no answer.
/// </param>
internal sealed class MeantChannels(Func<string, ChannelFinding?>? find)
{
    /// <summary>Types of channels that briefings are sent to. Discord takes no media channels in such a list.</summary>
    public static readonly IReadOnlyList<ChannelType> Types =
    [
        ChannelType.Text, ChannelType.Voice, ChannelType.Announcement, ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread,
        ChannelType.Stage, ChannelType.Forum,
    ];

    /// <summary>Key of a server in an interaction's authorising owners.</summary>
    private const string ByServer = "0";

    /// <summary>The place; where a briefing is to be subscribed to, also the channel that is meant; where one is to go on, what is in its way.</summary>
    public AskedAt Of(Interaction interaction)
    {
        var place = new BriefingPlace(BriefingPlace.Discord, interaction.GuildId?.ToString(), interaction.GuildId is null ? null : interaction.ChannelId?.ToString());
        var at = new AskedAt(place)
        {
            Parent = ChannelAccess.IsThread((ChannelType?)interaction.Channel?.Type) && interaction.Channel?.ParentId is { } parent
                ? place with { Channel = parent.ToString() } : null,
        };
        var command = interaction.Type == InteractionType.Command ? InteractionCommand.Find(interaction.Data) : null;
        return command == CommandCatalog.BriefingSubscribe && interaction.GuildId is not null ? at with { Channel = Meant(interaction) }
            : command == CommandCatalog.BriefingResume ? at with { ProblemIn = meant => ProblemIn(interaction, meant) }
            : at;
    }

    private string? ProblemIn(Interaction interaction, BriefingPlace place)
    {
        const string again = "resume it";
        const string gone = "set up a briefing in another, and end this one with /briefing unsubscribe";
        return place.Channel is not { } channel ? null
            : place.Guild == interaction.GuildId?.ToString() && channel == interaction.ChannelId?.ToString()
                ? NoMember(interaction) ?? Problem(channel, interaction.Channel?.Name, interaction.Channel?.Type, interaction.AppPermissions, again, gone)
            : Problem(channel, null, null, null, again, gone);
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
        return new MeantChannel(id, name, NoMember(interaction) ?? Problem(id, name, type, permissions, "subscribe", "choose another"));
    }

    private static string? NoMember(Interaction interaction) =>
        interaction.AuthorizingIntegrationOwners is { Count: > 0 } owners && !owners.ContainsKey(ByServer)
            ? $"The bot is not a member of this server, so it cannot write here: invite it, or use /{CommandCatalog.BriefingMe.Name}." : null;

    /// <param name="id">The channel's.</param>
    /// <param name="name">Null where it is not known.</param>
    /// <param name="type">Null where it is not known.</param>
    /// <param name="permissions">What the bot has there; null to ask.</param>
    /// <param name="again">What to do once it is mended.</param>
    /// <param name="gone">What to do when the channel is there no more.</param>
    private string? Problem(string id, string? name, int? type, string? permissions, string again, string gone)
    {
        if ((ChannelType?)type is { } known && !Types.Contains(known))
        {
            return $"No briefing can be sent {(name is null ? "there" : $"to #{name}")}: choose a text channel, a thread or a forum.";
        }

        var found = ulong.TryParse(permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var held)
            ? ChannelFinding.Lacks(ChannelAccess.Missing((ChannelType?)type, held)) : find?.Invoke(id);
        return found switch
        {
            { IsGone: true } => $"That channel is gone: {gone}.",
            { Lacking: { Count: > 0 } lacking } => $"The bot lacks {Wording.All(lacking)} {(name is null ? "there" : $"in #{name}")}: give it "
                + $"{(lacking.Count == 1 ? "that permission" : "those permissions")} in the channel’s settings, then {again} again.",
            _ => null,
        };
    }
}
