using System.Globalization;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Commands;

/// <summary>
/// A command with the values of its options, checked: what <see cref="CommandRouter"/> answers. Made by <see cref="Check"/> only.
/// </summary>
internal sealed record CommandRequest
{
    /// <summary>A longer name is not repeated in a sentence that says what is missing.</summary>
    private const int LongestRepeated = 80;

    private readonly IReadOnlyDictionary<string, string> _values;

    private CommandRequest(CommandDescription command, IReadOnlyDictionary<string, string> values)
    {
        Command = command;
        _values = values;
    }

    public CommandDescription Command { get; }

    /// <summary>Which page is asked for, from 0.</summary>
    public int Page { get; init; }

    /// <summary>Who asks, by the name that the surface has for them and nobody else shares; null where it does not tell people apart.</summary>
    public string? Person { get; init; }

    /// <summary>Whether whoever asks manages the place where they ask: has Manage Server on Discord, or sits at the bot's own terminal.</summary>
    public bool Manages { get; init; }

    /// <summary>Where it is asked; null where nothing is known of that.</summary>
    public AskedAt? At { get; init; }

    /// <summary>What the reader of the line wants said with the answer.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether <see cref="Notes"/> concern nobody but whoever asks.</summary>
    public bool IsPersonal { get; init; }

    public bool Private => IsPersonal || Command.IsPrivate || this["private"] is "true";

    public QuotationKind? Kind => KindNames.Find(this["kind"]);

    public DateOnly? From => Day("from");

    public DateOnly? To => Day("to");

    public string? Speaker => this["speaker"];

    /// <summary>Equal for requests that ask the same, whoever asks.</summary>
    public string Question => string.Join(
        '|', [Command.Name, $"{Page}", .. Command.Options.Where(option => this[option.Name] is not null).Select(Written)]);

    /// <summary>The value of the option called <paramref name="option"/>; null when it was not given.</summary>
    public string? this[string option] => _values.GetValueOrDefault(option);

    /// <summary>The value of the command's text option, empty when not given.</summary>
    public string Text => Command.TextOption is { } option ? this[option.Name] ?? "" : "";

    /// <summary>
    /// Checks values against the catalogue: required ones present, lengths, days, choices. Names of options are the catalogue's.
    /// </summary>
    public static CommandReading Check(CommandDescription command, IReadOnlyDictionary<string, string> given)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in command.Options)
        {
            if (!given.TryGetValue(option.Name, out var value) || string.IsNullOrWhiteSpace(value))
            {
                if (option.Required || given.ContainsKey(option.Name))
                {
                    return CommandReading.Wrong(command.Name, Missing(command, option, given));
                }

                continue;
            }

            if (Normalize(option, value.Trim()) is not { } normal)
            {
                return CommandReading.Wrong(command.Name, Refusal(option, value.Trim()));
            }

            values[option.Name] = normal;
        }

        if (command.NeedsOneOf.Count > 0 && !command.NeedsOneOf.Any(values.ContainsKey))
        {
            return CommandReading.Wrong(command.Name, $"/{command.Name} needs at least one of {Wording.All(command.NeedsOneOf)}.");
        }

        var request = new CommandRequest(command, values);
        return request is { From: { } from, To: { } to } && from > to
            ? CommandReading.Wrong(command.Name, $"No day is from {from:yyyy-MM-dd} and up to {to:yyyy-MM-dd}: “from” comes first.")
            : CommandReading.Right(request);
    }

    /// <summary>With its length, so that no value can read like two.</summary>
    private string Written(OptionDescription option) => $"{option.Name} {this[option.Name]!.Length} {this[option.Name]}";

    private static string Missing(CommandDescription command, OptionDescription option, IReadOnlyDictionary<string, string> given)
    {
        if (option.Type != OptionType.Text)
        {
            return $"“{option.Name}:” needs a value.";
        }

        // A speaker alone is a question too, only to another command.
        var all = given.GetValueOrDefault("speaker")?.Trim() is { Length: > 0 and <= LongestRepeated } speaker
            ? $" All that is quoted of {speaker}: /{CommandCatalog.Quotes.Name} speaker:{speaker}" : "";
        return $"Say what to look for: /{command.Name} {option.Name}:…{all}";
    }

    private static string? Normalize(OptionDescription option, string value) => value.Length > option.MaxLength ? null : option.Type switch
    {
        OptionType.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null,
        OptionType.Choice => option.Choices.FirstOrDefault(choice =>
            choice.Value.Equals(value, StringComparison.OrdinalIgnoreCase)
            || choice.Label.Equals(value, StringComparison.OrdinalIgnoreCase))?.Value,
        OptionType.Boolean => Truth(value),
        OptionType.Time => TimesOfDay.Read(value) is { } time ? TimesOfDay.Written(time) : null,
        OptionType.Zone => TimeZones.Find(value)?.Id,
        OptionType.Channel => value.Length <= 20 && value.All(char.IsAsciiDigit) ? value : null,
        OptionType.Subscription => long.TryParse(value.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? $"{id}" : null,
        _ => value,
    };

    private static string? Truth(string value) =>
        value.ToLowerInvariant() switch
        {
            "true" or "yes" or "on" or "1" => "true",
            "false" or "no" or "off" or "0" => "false",
            _ => null,
        };

    private static string Refusal(OptionDescription option, string value)
    {
        if (option.Type is OptionType.Text or OptionType.Speaker)
        {
            return $"“{option.Name}” takes at most {option.MaxLength} characters; this has {value.Length}.";
        }

        var allowed = option.Type switch
        {
            OptionType.Date => "a day such as 2019-03-04",
            OptionType.Boolean => "true or false",
            OptionType.Time => "an hour such as 08:30",
            OptionType.Zone => TimeZones.Near(value) is { } near ? $"a time zone; did you mean {near}?" : "a time zone such as Europe/Zurich, or a large city in it",
            OptionType.Channel => "a channel of this server",
            OptionType.Subscription => $"a number that /{CommandCatalog.BriefingList.Name} shows",
            _ => Wording.Either([.. option.Choices.Select(choice => choice.Value)]),
        };
        return allowed.EndsWith('?') ? $"“{Wording.Shortened(value, 40)}” is not {allowed}" : $"“{option.Name}” is {allowed}, not “{Wording.Shortened(value, 40)}”.";
    }

    private DateOnly? Day(string option) =>
        this[option] is { } value ? DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
