using System.Text.Json;
using BriefingBot.Discord.Model;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// Something that a person did: used a command, pressed a button, typed into an option. All but id and token may be missing. Discord's
/// document: interactions/receiving-and-responding, Interaction Structure.
/// </summary>
public sealed record Interaction
{
    public Snowflake Id { get; init; }

    public Snowflake ApplicationId { get; init; }

    public InteractionType Type { get; init; }

    /// <summary>Good for 15 minutes; a secret: whoever has it can answer.</summary>
    public string? Token { get; init; }

    public InteractionData? Data { get; init; }

    /// <summary>Null outside servers.</summary>
    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    /// <summary>The channel; only what is told of it here.</summary>
    public Channel? Channel { get; init; }

    /// <summary>On whose account the bot is here: key 0 a server that it is a member of, key 1 a person who installed it.</summary>
    public IReadOnlyDictionary<string, string>? AuthorizingIntegrationOwners { get; init; }

    /// <summary>In a server.</summary>
    public Member? Member { get; init; }

    /// <summary>Outside servers.</summary>
    public User? User { get; init; }

    /// <summary>Of a button: the message that it stands on.</summary>
    public Message? Message { get; init; }

    /// <summary>The person's language, such as <c>de</c> or <c>en-GB</c>.</summary>
    public string? Locale { get; init; }

    public string? GuildLocale { get; init; }

    /// <summary>What the bot may do in this channel, as a number in a string.</summary>
    public string? AppPermissions { get; init; }

    /// <summary>Who did it; null only when Discord leaves it out.</summary>
    public Snowflake? Person => Member?.User?.Id ?? User?.Id;
}

/// <summary>Other numbers than these are to be expected.</summary>
public enum InteractionType
{
    Ping = 1,

    Command = 2,

    Component = 3,

    Autocomplete = 4,

    Modal = 5,
}

/// <summary>What was used and with which values.</summary>
public sealed record InteractionData
{
    /// <summary>Of a command: its id.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>Of a command: its name, not localised.</summary>
    public string? Name { get; init; }

    /// <summary>Of a command: an <see cref="ApplicationCommandType"/>.</summary>
    public int? Type { get; init; }

    /// <summary>Of a server's own command: the server.</summary>
    public Snowflake? GuildId { get; init; }

    public IReadOnlyList<InteractionOption>? Options { get; init; }

    public ResolvedData? Resolved { get; init; }

    /// <summary>Of a command on a message: which.</summary>
    public Snowflake? TargetId { get; init; }

    /// <summary>Of a button.</summary>
    public string? CustomId { get; init; }
}

/// <summary>An option as it was filled in, or a subcommand.</summary>
public sealed record InteractionOption
{
    public string? Name { get; init; }

    /// <summary>An <see cref="ApplicationCommandOptionType"/>.</summary>
    public int Type { get; init; }

    /// <summary>A string, number or truth value; what was typed so far while <see cref="Focused"/>.</summary>
    public JsonElement? Value { get; init; }

    public bool? Focused { get; init; }

    /// <summary>Of a subcommand.</summary>
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>The value as text (<c>true</c> and <c>false</c> for truth values); empty when there is none.</summary>
    public string Text => Value is not { } value ? "" : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}

/// <summary>What ids among the options stand for, by id.</summary>
public sealed record ResolvedData
{
    public IReadOnlyDictionary<Snowflake, Message>? Messages { get; init; }

    public IReadOnlyDictionary<Snowflake, ResolvedChannel>? Channels { get; init; }
}

/// <summary>A channel that was chosen as an option's value.</summary>
public sealed record ResolvedChannel
{
    public string? Name { get; init; }

    /// <summary>A <see cref="ChannelType"/>.</summary>
    public int? Type { get; init; }

    /// <summary>What the bot may do there, as a number in a string.</summary>
    public string? AppPermissions { get; init; }
}
