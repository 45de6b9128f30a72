using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace BriefingBot.Discord.Model;

/// <summary>A message as Discord sends it; only what this transport's users need. Discord's document: resources/message, Message Object.</summary>
public sealed record Message
{
    public Snowflake Id { get; init; }

    public Snowflake ChannelId { get; init; }

    public string? Content { get; init; }

    public MessageFlags? Flags { get; init; }

    public User? Author { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>What a message is called on of a person's: embeds hold the text of many bots.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Of a forwarded message, which has no content of its own: what was forwarded. Discord's document: Message Snapshot Object.</summary>
    public IReadOnlyList<MessageSnapshot>? MessageSnapshots { get; init; }

    /// <summary>Of a bot's answer: what it answers. Null when the message answers nobody.</summary>
    public InteractionMetadata? InteractionMetadata { get; init; }
}

/// <summary>A message as it was when it was forwarded; without author and id.</summary>
public sealed record MessageSnapshot
{
    public Message? Message { get; init; }
}

/// <summary>The part of it that tells who asked. Discord's document: resources/message, Message Interaction Metadata Object.</summary>
public sealed record InteractionMetadata
{
    public User? User { get; init; }
}

/// <summary>The part of an embed that people read.</summary>
public sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }
}

/// <summary>Discord's document: resources/user, User Object.</summary>
public sealed record User
{
    public Snowflake Id { get; init; }

    public string? Username { get; init; }
}

/// <summary>A user in a server. Discord's document: resources/guild, Guild Member Object.</summary>
public sealed record Member
{
    public User? User { get; init; }

    /// <summary>Ids of the member's roles, without the one that everybody has.</summary>
    public IReadOnlyList<Snowflake>? Roles { get; init; }

    /// <summary>All permissions in the channel, the channel's own rules included, as a number in a string; see <see cref="Permissions"/>.</summary>
    public string? Permissions { get; init; }
}

/// <summary>Discord's document: resources/message, Message Flags.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "Discord's own name.")]
public enum MessageFlags : long
{
    None = 0,

    SuppressEmbeds = 1 << 2,

    /// <summary>Only whoever caused the interaction sees it.</summary>
    Ephemeral = 1 << 6,

    /// <summary>No push notification.</summary>
    SuppressNotifications = 1 << 12,

    /// <summary>Made of components only: no content, no embeds. Must stand in every body that carries components, edits too.</summary>
    ComponentsV2 = 1 << 15,
}

/// <summary>
/// A message to be sent, edited, or answered with. Discord's document: resources/message, Create Message. Its limits: all text displays
/// together 4,000 characters, 40 components in all.
/// </summary>
public sealed record MessageBody
{
    public MessageFlags? Flags { get; init; }

    public string? Content { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Nobody, always: no text from an article or a person may ping anyone.</summary>
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.Nobody;

    /// <summary>Up to 25 characters; with <see cref="EnforceNonce"/> a message sent twice within minutes is posted once. Create Message only.</summary>
    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }
}

/// <summary>Whom a message may ping.</summary>
public sealed record AllowedMentions(IReadOnlyList<string> Parse)
{
    public static readonly AllowedMentions Nobody = new([]);
}

/// <summary>An application. Discord's document: resources/application.</summary>
public sealed record Application
{
    public Snowflake Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The public key of its web requests, 64 hexadecimal digits.</summary>
    public string? VerifyKey { get; init; }

    /// <summary>Where Discord sends interactions; while one is set the Gateway gets none.</summary>
    public string? InteractionsEndpointUrl { get; init; }

    /// <summary>About how many servers it is in.</summary>
    public int? ApproximateGuildCount { get; init; }
}

/// <summary>What Discord says when it refuses. Discord's document: reference, Error Messages.</summary>
public sealed record ErrorBody
{
    public int? Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Of a 429: seconds.</summary>
    public double? RetryAfter { get; init; }

    public bool? Global { get; init; }

    /// <summary>Of a body that Discord cannot accept: a tree along its fields with what is wrong with each.</summary>
    public JsonElement? Errors { get; init; }
}
