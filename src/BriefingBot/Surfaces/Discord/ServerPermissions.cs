using System.Globalization;
using BriefingBot.Discord.Model;

namespace BriefingBot.Surfaces.Discord;

/// <summary>What a person may do in a server. Discord's document: topics/permissions.</summary>
internal static class ServerPermissions
{
    private const ulong Administrator = 1 << 3;

    private const ulong ManageServer = 1 << 5;

    /// <summary>Whether <paramref name="member"/> may manage the server; nobody does outside of servers, or when Discord leaves it out.</summary>
    public static bool Manages(Member? member) =>
        ulong.TryParse(member?.Permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var permissions)
        && (permissions & (Administrator | ManageServer)) != 0;
}
