namespace BriefingBot.Discord.Model;

/// <summary>A channel, a thread or a conversation with one person. Discord's document: resources/channel, Channel Object.</summary>
public sealed record Channel
{
    public Snowflake Id { get; init; }

    /// <summary>A <see cref="ChannelType"/>; other numbers are to be expected.</summary>
    public int? Type { get; init; }

    /// <summary>Null outside servers.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>Null in a conversation with one person.</summary>
    public string? Name { get; init; }

    /// <summary>Of a thread: the channel that it belongs to.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>Of a thread: who began it.</summary>
    public Snowflake? OwnerId { get; init; }

    /// <summary>What it allows and denies beside the server's roles. A thread has those of its channel.</summary>
    public IReadOnlyList<PermissionOverwrite>? PermissionOverwrites { get; init; }
}

/// <summary>What a channel allows and denies to a role or a member. Discord's document: resources/channel, Overwrite Object.</summary>
/// <param name="Id">Of the role (the server's own id means everybody) or of the member.</param>
/// <param name="Type">0 for a role, 1 for a member.</param>
/// <param name="Allow">Permissions, as a number in a string.</param>
/// <param name="Deny">Permissions, as a number in a string.</param>
public sealed record PermissionOverwrite(Snowflake Id, int Type, string Allow, string Deny);

/// <summary>Discord's document: resources/channel, Channel Types.</summary>
public enum ChannelType
{
    Text = 0,

    DirectMessage = 1,

    Voice = 2,

    GroupMessage = 3,

    Category = 4,

    Announcement = 5,

    AnnouncementThread = 10,

    PublicThread = 11,

    PrivateThread = 12,

    Stage = 13,

    Directory = 14,

    Forum = 15,

    Media = 16,
}

/// <summary>Asks for the conversation with one person. Discord's document: resources/user, Create DM.</summary>
public sealed record DirectMessageRequest(Snowflake RecipientId);

/// <summary>
/// Begins a post in a forum, with its first message. Discord's document: resources/channel, Start Thread in Forum or Media Channel. It knows no
/// nonce.
/// </summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Message">Without a nonce.</param>
public sealed record PostRequest(string Name, MessageBody Message)
{
    /// <summary>Minutes without a message after which it is put away: 60, 1440, 4320 or 10080. Writing into it takes it out again.</summary>
    public int? AutoArchiveDuration { get; init; }
}

/// <summary>Threads of a server. Discord's document: resources/guild, List Active Guild Threads.</summary>
public sealed record ThreadList(IReadOnlyList<Channel>? Threads);
