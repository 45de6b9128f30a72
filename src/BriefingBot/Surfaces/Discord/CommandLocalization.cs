using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BriefingBot.Commands;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// Reads the files of languages beside the program, <c>Localization/LOCALE.json</c>, and checks them against the catalogue and Discord's
/// rules. What is wrong is left out and named; the rest is used. Discord's document: interactions/application-commands, Localization.
/// </summary>
internal sealed partial class CommandLocalization
{
    private const int LongestName = 32;
    private const int LongestDescription = 100;

    private readonly string _file;
    private readonly List<string> _problems;

    private CommandLocalization(string file, List<string> problems) => (_file, _problems) = (file, problems);

    /// <summary>Where the languages that ship with the program are.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "Localization");

    /// <summary>The languages of a folder by locale, and one sentence for each thing that is wrong. Never throws.</summary>
    public static (IReadOnlyList<CommandLanguage> Languages, IReadOnlyList<string> Problems) Load(string folder)
    {
        var (languages, problems) = (new List<CommandLanguage>(), new List<string>());
        foreach (var path in Files(folder, problems))
        {
            if (new CommandLocalization(Path.GetFileName(path), problems).Read(path) is { } language)
            {
                languages.Add(language);
            }
        }

        return (languages, problems);
    }

    /// <summary>A language from the text of its file; null when it is of no use at all.</summary>
    public static CommandLanguage? Read(string file, string json, List<string> problems) => new CommandLocalization(file, problems).Parse(json);

    private static List<string> Files(string folder, List<string> problems)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{folder}: the languages of the commands cannot be read; they are shown in English.");
            return [];
        }
    }

    private CommandLanguage? Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return Wrong<CommandLanguage>($"cannot be read: {unreadable.Message}");
        }
    }

    private CommandLanguage? Parse(string json)
    {
        var locale = Path.GetFileNameWithoutExtension(_file);
        if (!CommandLanguage.Locales.Contains(locale))
        {
            return Wrong<CommandLanguage>($"“{locale}” is no language of Discord's; the file's name is one of {string.Join(", ", CommandLanguage.Locales)}.");
        }

        try
        {
            var read = JsonSerializer.Deserialize(json, CommandLanguageJson.Default.DictionaryStringCommandWords);
            return read is null ? Wrong<CommandLanguage>("holds no commands.") : new CommandLanguage(locale, Checked(read));
        }
        catch (JsonException malformed)
        {
            return Wrong<CommandLanguage>($"is not as such a file is written: {malformed.Message}");
        }
    }

    private Dictionary<string, CommandWords> Checked(Dictionary<string, CommandWords> read)
    {
        var right = new Dictionary<string, CommandWords>(StringComparer.Ordinal);
        var typed = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (name, words) in read)
        {
            var command = CommandCatalog.Commands.FirstOrDefault(command => command.Name == name);
            var isGroup = CommandCatalog.Groups.Any(group => group.Name == name);
            if (words is null || (command is null && !isGroup && CommandCatalog.MessageCommands.All(other => other.Name != name)))
            {
                Wrong<object>(words is null ? $"{name}: holds nothing." : $"there is no command “{name}”.");
                continue;
            }

            right[name] = command is null && !isGroup
                ? new CommandWords { Name = Text($"{name}: name", words.Name, LongestName) }
                : Checked(command ?? new CommandDescription(name, ""), words, others: Siblings(command, name, typed));
        }

        return right;
    }

    /// <summary>Names that stand beside this one: of commands and groups, or of a group's commands.</summary>
    private static (IEnumerable<string> Defaults, HashSet<string> Given) Siblings(CommandDescription? command, string name, Dictionary<string, HashSet<string>> given)
    {
        if (!given.TryGetValue(command?.Group ?? "", out var names))
        {
            given[command?.Group ?? ""] = names = new HashSet<string>(StringComparer.Ordinal);
        }

        return command?.Group is { } group
            ? Others(CommandCatalog.Commands.Where(other => other.Group == group).Select(other => other.OwnName), command.OwnName, names)
            : Others(CommandCatalog.Commands.Where(other => other.Group is null).Select(other => other.Name).Concat(CommandCatalog.Groups.Select(other => other.Name)), name, names);
    }

    private CommandWords Checked(CommandDescription command, CommandWords words, (IEnumerable<string> Defaults, HashSet<string> Given) others)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        var options = new Dictionary<string, OptionWords>(StringComparer.Ordinal);
        foreach (var (name, option) in words.Options ?? new Dictionary<string, OptionWords>())
        {
            if (command.Options.FirstOrDefault(known => known.Name == name) is not { } known || option is null)
            {
                Wrong<object>($"{command.Name}: there is no option “{name}”.");
                continue;
            }

            options[name] = Checked(
                $"{command.Name}.{name}", known, option, Others(command.Options.Select(other => other.Name), name, given));
        }

        return new CommandWords
        {
            Name = Name($"{command.Name}: name", words.Name, others),
            Description = Text($"{command.Name}: description", words.Description, LongestDescription),
            Options = options,
        };
    }

    private OptionWords Checked(string place, OptionDescription known, OptionWords words, (IEnumerable<string> Defaults, HashSet<string> Given) others)
    {
        var choices = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (value, label) in words.Choices ?? new Dictionary<string, string>())
        {
            if (known.Choices.All(choice => choice.Value != value))
            {
                Wrong<object>($"{place}: there is no choice “{value}”.");
            }
            else if (Text($"{place}: {value}", label, LongestDescription) is { } right)
            {
                choices[value] = right;
            }
        }

        return new OptionWords
        {
            Name = Name($"{place}: name", words.Name, others),
            Description = Text($"{place}: description", words.Description, LongestDescription),
            Choices = choices,
        };
    }

    /// <summary>A name must differ from the catalogue's other names, and from those of the language that were given before it.</summary>
    private static (IEnumerable<string> Defaults, HashSet<string> Given) Others(IEnumerable<string> names, string own, HashSet<string> given) =>
        (names.Where(name => name != own), given);

    private string? Name(string place, string? name, (IEnumerable<string> Defaults, HashSet<string> Given) others)
    {
        if (name is null)
        {
            return null;
        }

        if (!TypedName().IsMatch(name) || name.Any(letter => char.ToLowerInvariant(letter) != letter))
        {
            return Wrong<string>($"{place}: “{name}” is not allowed; 1 to {LongestName} lower case letters, digits, hyphens and underscores are.");
        }

        return others.Defaults.Contains(name) || !others.Given.Add(name) ? Wrong<string>($"{place}: “{name}” is taken already.") : name;
    }

    private string? Text(string place, string? text, int longest) => text is null ? null
        : string.IsNullOrWhiteSpace(text) || text.Length > longest
            ? Wrong<string>($"{place}: has {text.Length} characters; 1 to {longest} are allowed.") : text;

    private T? Wrong<T>(string problem)
        where T : class
    {
        _problems.Add($"Localization/{_file}: {problem}");
        return null;
    }

    /// <summary>Discord's rule for what is typed. Its document: Application Command Naming.</summary>
    [GeneratedRegex(@"\A[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypedName();
}
