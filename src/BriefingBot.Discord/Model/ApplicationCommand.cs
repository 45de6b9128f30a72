using System.Text.Json.Serialization;

namespace BriefingBot.Discord.Model;

/// <summary>
/// A command as it is registered, and as Discord lists it. Discord's document: interactions/application-commands, Application Command Object.
/// </summary>
public sealed record ApplicationCommand
{
    /// <summary>Given by Discord; null in what is registered.</summary>
    public Snowflake? Id { get; init; }

    public ApplicationCommandType? Type { get; init; }

    /// <summary>1 to 32 characters.</summary>
    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1 to 100 characters; empty for other types than <see cref="ApplicationCommandType.ChatInput"/>.</summary>
    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>At most 25, required ones first.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>Permissions as a number in a string; null for everybody.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>Where the command shows: servers 0, direct messages with the bot 1, other private channels 2. Not for a server's own commands.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }

    /// <summary>Installed to a server 0, to a user 1.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    /// <summary>Shown in age-restricted channels only; null for no.</summary>
    public bool? Nsfw { get; init; }

    /// <summary>Of the command that starts an activity: who answers it.</summary>
    public int? Handler { get; init; }
}

public enum ApplicationCommandType
{
    ChatInput = 1,

    User = 2,

    Message = 3,

    /// <summary>Starts an activity; Discord makes it itself, and refuses an overwrite that lacks it.</summary>
    EntryPoint = 4,
}

/// <summary>An option of a command, or a subcommand. Discord's document: Application Command Option Structure.</summary>
public sealed record ApplicationCommandOption
{
    public required ApplicationCommandOptionType Type { get; init; }

    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public required string Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    public bool? Autocomplete { get; init; }

    public int? MinLength { get; init; }

    /// <summary>1 to 6,000.</summary>
    public int? MaxLength { get; init; }

    /// <summary>At most 25; not with <see cref="Autocomplete"/>.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>Of a subcommand.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    public IReadOnlyList<int>? ChannelTypes { get; init; }
}

public enum ApplicationCommandOptionType
{
    Subcommand = 1,

    SubcommandGroup = 2,

    Text = 3,

    Whole = 4,

    Truth = 5,

    User = 6,

    Channel = 7,

    Role = 8,

    Mentionable = 9,

    Number = 10,

    Attachment = 11,
}

/// <summary>
/// A value to choose: name and value 1 to 100 characters. The value of a number's choice, which only other programs' commands have, is its text.
/// </summary>
public sealed record Choice(string Name, [property: JsonConverter(typeof(ChoiceValueConverter))] string Value)
{
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
}
