namespace BriefingBot.Commands;

/// <summary>A command as every surface offers it. Names and descriptions stay within Discord's limits (32 and 100 characters).</summary>
/// <param name="Name">Lower case letters and hyphens, 1 to 32; of one in a group the group's name, a space, and its own.</param>
/// <param name="Description">One line, 1 to 100 characters.</param>
/// <param name="Options">Required ones first, as Discord asks.</param>
internal sealed record CommandDescription(string Name, string Description, params IReadOnlyList<OptionDescription> Options)
{
    /// <summary>The option that words without a name belong to; null when the command takes none.</summary>
    public OptionDescription? TextOption => Options.FirstOrDefault(option => option.Type == OptionType.Text);

    /// <summary>Options of which at least one must be given; empty when the command can do without.</summary>
    public IReadOnlyList<string> NeedsOneOf { get; init; } = [];

    /// <summary>The group that it belongs to; null for a command of its own.</summary>
    public string? Group => Name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? Name[..space] : null;

    /// <summary>Its name within its group.</summary>
    public string OwnName => Name[(Name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether only whoever uses it sees the answer.</summary>
    public bool IsPrivate { get; init; }

    public OptionDescription? Option(string name) =>
        Options.FirstOrDefault(option => option.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>One option of a command.</summary>
internal sealed record OptionDescription(string Name, string Description, OptionType Type)
{
    public bool Required { get; init; }

    /// <summary>The largest number of UTF-16 code units.</summary>
    public int MaxLength { get; init; } = 100;

    /// <summary>The only values, of an option of type <see cref="OptionType.Choice"/>.</summary>
    public IReadOnlyList<OptionChoice> Choices { get; init; } = [];

    /// <summary>Whether the text is read in the small query language, which knows <c>speaker:</c> and <c>kind:</c> itself.</summary>
    public bool QueryLanguage { get; init; }

    /// <summary>Whether the first word of a typed line is its value, where it can be: “/briefing me 08:30”.</summary>
    public bool ComesFirst { get; init; }

    /// <summary>What is offered while it is typed.</summary>
    public Suggestion Suggests { get; init; }
}

/// <summary>A value that may be chosen.</summary>
/// <param name="Value">What is typed and stored.</param>
/// <param name="Label">What is shown where values are picked from a list.</param>
internal sealed record OptionChoice(string Value, string Label);

/// <summary>What of the story in hand is offered while an option is typed.</summary>
internal enum Suggestion
{
    None,

    /// <summary>People and bodies that the story quotes.</summary>
    Speakers,

    /// <summary>Everybody whom the story names as a speaker, also those of whom it quotes nothing.</summary>
    Names,

    /// <summary>Words that somebody said.</summary>
    Phrases,

    /// <summary>Time zones.</summary>
    Zones,

    /// <summary>The daily briefings that whoever asks may change.</summary>
    Subscriptions,
}

/// <summary>Commands under one name: none is used without its own name behind it.</summary>
/// <param name="Name">Lower case letters and hyphens, 1 to 32.</param>
/// <param name="Description">One line, 1 to 100 characters.</param>
internal sealed record CommandGroup(string Name, string Description);

/// <summary>A command that is not typed but chosen on somebody's message, where a surface has such: it answers as another command does.</summary>
/// <param name="Name">1 to 32 characters; capitals and spaces are allowed.</param>
/// <param name="Answers">The command that answers.</param>
/// <param name="Option">The option of that command which takes the message's words.</param>
internal sealed record MessageCommandDescription(string Name, CommandDescription Answers, string Option);

/// <summary>What an option's value is.</summary>
internal enum OptionType
{
    /// <summary>Any words; at most one option of a command is of this type.</summary>
    Text,

    /// <summary>The name of a person or body, or a part of it.</summary>
    Speaker,

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    Date,

    Choice,

    Boolean,

    /// <summary>A time of day, <c>HH:mm</c>.</summary>
    Time,

    /// <summary>A time zone's IANA name; a city of one is understood.</summary>
    Zone,

    /// <summary>A channel, where the surface has such: its id.</summary>
    Channel,

    /// <summary>The number of a subscription.</summary>
    Subscription,
}
