using BriefingBot.Commands;

namespace BriefingBot.Surfaces;

/// <summary>What may come next in a typed command: commands, the names of their options, choices, and people of the story.</summary>
/// <param name="speakers">Names in the story with a word that begins so; with an empty beginning, those who speak most.</param>
internal sealed class LineCompletion(Func<string, IReadOnlyList<string>> speakers)
{
    /// <summary>From where the text before the cursor may be replaced, and by what.</summary>
    public (int Start, IReadOnlyList<string> Choices) For(string before)
    {
        var indent = before.Length - before.TrimStart().Length;
        var space = before.IndexOf(' ', indent);
        // The name of a command in a group has two words.
        space = space > 0 && CommandCatalog.FindGroup(before[indent..space].TrimStart('/')) is not null ? before.IndexOf(' ', space + 1) : space;
        if (space < 0)
        {
            return (indent, Names(before[indent..]));
        }

        if (CommandCatalog.Find(before[indent..space].TrimStart('/')) is not { } command)
        {
            return (before.Length, []);
        }

        var (option, value) = Last(command, before, space + 1);
        var token = before.LastIndexOf(' ') + 1;
        if (option is { Type: not OptionType.Text })
        {
            var choices = Values(option, before[value..]);
            if (choices.Count > 0 || token <= value)
            {
                return (value, choices);
            }
        }

        var written = before[token..];
        if (option is null or { Type: OptionType.Text } && Subjects(command, before[value..]) is { Count: > 0 } subjects)
        {
            return (value, subjects);
        }

        return (token, OptionNames(command, before, written));
    }

    private static List<string> Names(string written)
    {
        var slash = written.StartsWith('/') ? "/" : "";
        var names = CommandCatalog.Commands.Select(command => command.Name);
        return [.. (slash.Length > 0 ? names : names.Concat(Conversation.FollowUps))
            .Where(name => name.StartsWith(written[slash.Length..], StringComparison.OrdinalIgnoreCase))
            .Select(name => slash + name)];
    }

    /// <summary>The last option that is named, and where its value begins; without one, where the command's own words begin.</summary>
    private static (OptionDescription? Option, int Value) Last(CommandDescription command, string before, int start)
    {
        (OptionDescription? Option, int Value) last = (null, start);
        foreach (var option in command.Options)
        {
            var name = $" {option.Name}:";
            var at = before.LastIndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && at + name.Length > last.Value)
            {
                last = (option, at + name.Length);
            }
        }

        return last;
    }

    private IReadOnlyList<string> Values(OptionDescription option, string written) => option.Type switch
    {
        OptionType.Speaker => speakers(written.TrimStart('"', ' ')),
        OptionType.Choice => Beginning(written, option.Choices.Select(choice => choice.Value)),
        OptionType.Boolean => Beginning(written, ["true", "false"]),
        OptionType.Zone => [.. TimeZones.Offer(written.Trim(), 12).Select(zone => zone.Id)],
        _ => [],
    };

    /// <summary>What the command's own words may be, where the story or the catalogue knows them.</summary>
    private IReadOnlyList<string> Subjects(CommandDescription command, string written) =>
        command == CommandCatalog.SpeakerCard ? speakers(written)
        : command == CommandCatalog.Help ? Beginning(written, CommandCatalog.Commands.Select(other => other.Name))
        : [];

    private static List<string> OptionNames(CommandDescription command, string before, string written) =>
        [.. command.Options
            .Where(option => !before.Contains($" {option.Name}:", StringComparison.OrdinalIgnoreCase))
            .Select(option => $"{option.Name}:")
            .Where(name => name.StartsWith(written, StringComparison.OrdinalIgnoreCase))];

    private static List<string> Beginning(string written, IEnumerable<string> values) =>
        [.. values.Where(value => value.StartsWith(written, StringComparison.OrdinalIgnoreCase))];
}
