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
}

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
