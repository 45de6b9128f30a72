namespace BriefingBot.Commands;

/// <summary>
/// Reads a typed line such as <c>/who-said cornerstone speaker:Jens Stoltenberg</c>. The slash may be left out; options are
/// <c>name:value</c> in any order. A text option runs to the next option; any other takes one word, a quoted phrase, or as many words as
/// name somebody in the story; words left over belong to the text option. Only names of the command's own options count: any other
/// colon is text. Never throws.
/// </summary>
/// <param name="namesSomebody">Whether these words, in this order, are a name in the story.</param>
internal sealed class CommandLineReader(Func<string, bool> namesSomebody)
{
    /// <summary>Longer lines are refused unread: no command has that much to say.</summary>
    public const int LongestLine = 4000;

    private const int LongestName = 8;

    /// <summary>“at 8:30 pm”.</summary>
    private const int LongestTime = 3;

    public CommandReading Read(string line)
    {
        var typed = line.Trim();
        var body = typed.StartsWith('/') ? typed[1..] : typed;
        var end = 0;
        while (end < body.Length && !char.IsWhiteSpace(body[end]))
        {
            end++;
        }

        var name = Wording.Shortened(body[..end], 40);
        if (typed.Length > LongestLine)
        {
            return CommandReading.Wrong(name, $"A command has at most {LongestLine:#,0} characters; this has {typed.Length:#,0}.");
        }

        if (CommandCatalog.FindGroup(body[..end]) is { } group)
        {
            end = EndOfWord(body, end);
            name = $"{group.Name} {Wording.Shortened(body[group.Name.Length..end].Trim(), 40)}".TrimEnd();
        }

        if (CommandCatalog.Find(OnOneSpace(body[..end])) is not { } command)
        {
            return CommandReading.Wrong(name, UnknownCommand(name, body));
        }

        var scan = OptionScan.Of(command, body[end..]);
        return scan.Problem is { } problem ? CommandReading.Wrong(command.Name, problem) : Assign(command, scan);
    }

    /// <summary>One line from the words of a command line, whose shell has taken the quotation marks off.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(word =>
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var whole = colon > 0 && word.Any(char.IsWhiteSpace) && !word.Contains('"', StringComparison.Ordinal)
            && CommandCatalog.Commands.Any(command => command.Option(word[..colon]) is { Type: not OptionType.Text });
        return whole ? $"{word[..(colon + 1)]}\"{word[(colon + 1)..].Trim()}\"" : word;
    }));

    /// <summary>The end of the next word after <paramref name="start"/>.</summary>
    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return end;
    }

    private static string OnOneSpace(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string UnknownCommand(string name, string body)
    {
        if (name.Length == 0)
        {
            return "Say a command, such as /help.";
        }

        var first = name.Split(' ')[0];
        if (CommandCatalog.FindGroup(first) is { } group)
        {
            var own = CommandCatalog.Commands.Where(command => command.Group == group.Name).Select(command => command.OwnName).ToList();
            return NearestName.Find(name[first.Length..].Trim(), own) is { } nearest
                ? $"There is no command “{name}”. Did you mean /{group.Name} {nearest}?"
                : $"Say what about it: /{group.Name} {Wording.Either(own)}.";
        }

        if (CommandCatalog.Commands.FirstOrDefault(command => command.Group is not null && command.OwnName.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } grouped)
        {
            return $"There is no command “{name}”. Did you mean /{grouped.Name}?";
        }

        var words = body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var names = CommandCatalog.Commands.Select(command => command.Name).ToList();
        var near = NearestName.Find(name, names)
            ?? (words.Length > 1 ? NearestName.Find($"{words[0]}-{words[1]}", names) : null);
        return near is not null
            ? $"There is no command “{name}”. Did you mean /{near}?"
            : $"There is no command “{name}”: /ask takes a question in plain words, and /help lists what can be asked.";
    }

    private CommandReading Assign(CommandDescription command, OptionScan scan)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = new List<string> { First(command, scan, scan.Leading, values) };
        foreach (var (option, given) in scan.Given)
        {
            if (option.Type == OptionType.Text)
            {
                text.Add(given);
                continue;
            }

            var (value, left) = Take(option, given);
            if (!values.TryAdd(option.Name, value))
            {
                return CommandReading.Wrong(command.Name, $"“{option.Name}:” is given twice.");
            }

            text.Add(First(command, scan, left, values));
        }

        var words = string.Join(' ', text.Select(piece => piece.Trim()).Where(piece => piece.Length > 0));
        if (words.Length > 0)
        {
            if (command.TextOption is not { } option)
            {
                return CommandReading.Wrong(command.Name, $"/{command.Name} takes no words: “{Wording.Shortened(words, 40)}”.");
            }

            values[option.Name] = words;
        }

        var reading = CommandRequest.Check(command, values);
        return reading.IsRight && scan.Notes.Count > 0 ? CommandReading.Right(reading.Request with { Notes = scan.Notes }) : reading;
    }

    /// <summary>What is left of words without a name, when the first is the value of the option that needs none.</summary>
    private static string First(CommandDescription command, OptionScan scan, string words, Dictionary<string, string> values)
    {
        var text = words.TrimStart();
        if (command.Options.FirstOrDefault(option => option.ComesFirst) is not { } first || values.ContainsKey(first.Name)
            || scan.Given.Any(given => given.Option == first) || WordEnds(text, LongestTime) is not [var one, ..] ends)
        {
            return words;
        }

        // Words that are not meant for its value belong to the text option, where the command has one.
        var end = first.Type != OptionType.Time ? one
            : ends.Where(each => TimesOfDay.Read(text[..each]) is not null || TimesOfDay.IsMeant(text[..each])).LastOrDefault(command.TextOption is null ? one : 0);
        if (end > 0)
        {
            values[first.Name] = text[..end];
        }

        return text[end..];
    }

    /// <summary>The value at the beginning of <paramref name="given"/>, and what is left over.</summary>
    private (string Value, string Left) Take(OptionDescription option, string given)
    {
        var text = given.TrimStart();
        if (QuotedPhrase.LengthAt(text, 0) is var length and > 1)
        {
            return (text[1..(length - 1)], text[length..]);
        }

        var ends = WordEnds(text, option.Type switch { OptionType.Speaker or OptionType.Zone => LongestName, OptionType.Time => LongestTime, _ => 1 });
        for (var words = ends.Count; words > 1; words--)
        {
            if (IsValue(option, text[..ends[words - 1]]))
            {
                return (text[..ends[words - 1]], text[ends[words - 1]..]);
            }
        }

        return ends.Count == 0 ? ("", "") : (text[..ends[0]], text[ends[0]..]);
    }

    /// <summary>Whether several words together are one value.</summary>
    private bool IsValue(OptionDescription option, string words) => option.Type switch
    {
        OptionType.Zone => TimeZones.Find(words) is not null,
        OptionType.Time => TimesOfDay.Read(words) is not null,
        _ => namesSomebody(words),
    };

    private static List<int> WordEnds(string text, int most)
    {
        var ends = new List<int>();
        for (var i = 0; i < text.Length && ends.Count < most; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])))
            {
                ends.Add(i + 1);
            }
        }

        return ends;
    }
}
