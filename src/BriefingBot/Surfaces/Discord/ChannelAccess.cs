using System.Globalization;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Surfaces.Discord;

/// <summary>What Discord tells of a channel.</summary>
/// <param name="IsGone">Whether there is none such any more.</param>
/// <param name="Lacking">Names of the permissions that a briefing needs there and the bot lacks.</param>
internal sealed record ChannelFinding(bool IsGone, IReadOnlyList<string> Lacking)
{
    public static readonly ChannelFinding Gone = new(true, []);

    public static ChannelFinding Lacks(IReadOnlyList<string> permissions) => new(false, permissions);
}

/// <summary>
/// What the bot may do in a channel, worked out from roles and the channel's own rules, as nobody tells it outside of an interaction. Discord's
/// document: topics/permissions.
/// </summary>
internal sealed class ChannelAccess(DiscordRest rest)
{
    /// <summary>Without it nothing else is told.</summary>
    private const string ViewChannel = "View Channel";

    private const int UnknownChannel = 10003;

    private const ulong Administrator = 1UL << 3;
    private const ulong View = 1UL << 10;
    private const ulong Send = 1UL << 11;
    private const ulong History = 1UL << 16;
    private const ulong SendInThreads = 1UL << 38;
    private const ulong All = ulong.MaxValue;

    private Task<User>? _self;

    /// <summary>Names of the permissions that a briefing needs there and the bot lacks, as Discord's settings call them.</summary>
    /// <exception cref="DiscordApiException">The channel cannot be asked for: it is gone, or the bot does not see it.</exception>
    public async Task<IReadOnlyList<string>> MissingAsync(Snowflake channel, CancellationToken stop)
    {
        var (place, permissions) = await PermissionsAsync(channel, stop);
        return permissions is { } known ? Missing((ChannelType?)place.Type, known) : [];
    }

    /// <summary>The same as an answer; null when there is none, within <paramref name="limit"/> or at all.</summary>
    public async Task<ChannelFinding?> FindAsync(string channel, CancellationToken limit)
    {
        try
        {
            return Snowflake.TryParse(channel, out var id) ? ChannelFinding.Lacks(await MissingAsync(id, limit)) : null;
        }
        catch (DiscordApiException refused) when (refused.IsFinal)
        {
            return refused.Code == UnknownChannel ? ChannelFinding.Gone : ChannelFinding.Lacks([ViewChannel]);
        }
        catch (Exception unknown) when (unknown is DiscordApiException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Whether the bot may read what was written there before; true outside of servers.</summary>
    /// <exception cref="DiscordApiException">The channel cannot be asked for.</exception>
    public async Task<bool> ReadsHistoryAsync(Snowflake channel, CancellationToken stop) =>
        (await PermissionsAsync(channel, stop)).Permissions is not { } known || (known & (View | History)) == (View | History);

    /// <summary>Whether it belongs to another channel, whose rules it has: a forum's post is one too.</summary>
    public static bool IsThread(ChannelType? type) => type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;

    /// <summary>Names of what is lacking in a channel of this type.</summary>
    /// <param name="type">Of the channel.</param>
    /// <param name="permissions">All that the bot has there, the channel's own rules included, as <c>app_permissions</c> tells them.</param>
    public static IReadOnlyList<string> Missing(ChannelType? type, ulong permissions)
    {
        if ((permissions & Administrator) != 0)
        {
            return [];
        }

        var isThread = IsThread(type);
        var isForum = type is ChannelType.Forum or ChannelType.Media;
        var needed = new List<(ulong Permission, string Name)> { (View, ViewChannel), (History, "Read Message History") };
        if (!isThread)
        {
            needed.Insert(1, (Send, isForum ? "Create Posts" : "Send Messages"));
        }

        if (isThread || isForum)
        {
            needed.Insert(1, (SendInThreads, isForum ? "Send Messages in Posts" : "Send Messages in Threads"));
        }

        return [.. needed.Where(each => (permissions & each.Permission) == 0).Select(each => each.Name)];
    }

    private async Task<(Channel Place, ulong? Permissions)> PermissionsAsync(Snowflake channel, CancellationToken stop)
    {
        var place = await rest.GetChannelAsync(channel, stop);
        if (place.GuildId is not { } server)
        {
            return (place, null);
        }

        var rules = IsThread((ChannelType?)place.Type) && place.ParentId is { } parent ? await rest.GetChannelAsync(parent, stop) : place;
        var self = await SelfAsync(stop);
        var member = await rest.GetMemberAsync(server, self.Id, stop);
        var guild = await rest.GetGuildAsync(server, stop);
        return (place, Permissions(guild, self.Id, member.Roles ?? [], rules.PermissionOverwrites ?? []));
    }

    /// <summary>The server's roles first, then what the channel says of everybody, of the member's roles together, and of the member.</summary>
    internal static ulong Permissions(Guild guild, Snowflake self, IReadOnlyList<Snowflake> roles, IReadOnlyList<PermissionOverwrite> overwrites)
    {
        var held = (guild.Roles ?? []).Where(role => role.Id == guild.Id || roles.Contains(role.Id)).Aggregate(0UL, (sum, role) => sum | Number(role.Permissions));
        if ((held & Administrator) != 0)
        {
            return All;
        }

        held = Under(held, overwrites.Where(each => each.Type == 0 && each.Id == guild.Id));
        held = Under(held, overwrites.Where(each => each.Type == 0 && each.Id != guild.Id && roles.Contains(each.Id)));
        return Under(held, overwrites.Where(each => each.Type == 1 && each.Id == self));
    }

    private static ulong Under(ulong held, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate((Allow: 0UL, Deny: 0UL), (sum, each) => (sum.Allow | Number(each.Allow), sum.Deny | Number(each.Deny)));
        return (held & ~deny) | allow;
    }

    private static ulong Number(string? permissions) =>
        ulong.TryParse(permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Who the bot is does not change; an answer that failed is asked for again.</summary>
    private Task<User> SelfAsync(CancellationToken stop) => _self is { IsFaulted: false, IsCanceled: false } known ? known : _self = rest.GetCurrentUserAsync(stop);
}
