namespace BriefingBot.Commands;

/// <summary>Where the options of a typed command stand: a name of the command's own, a colon, and what follows to the next.</summary>
internal sealed class OptionScan
{
    private readonly CommandDescription _command;
    private readonly string _text;
    private readonly List<(OptionDescription Option, int NameStart, int ValueStart)> _marks = [];
    private readonly List<string> _notes = [];

    private OptionScan(CommandDescription command, string text)
    {
        _command = command;
        _text = text;
    }

    /// <summary>What stands before the first option.</summary>
    public string Leading => _text[..(_marks.Count > 0 ? _marks[0].NameStart : _text.Length)];

    /// <summary>The options in the order typed, each with everything up to the next.</summary>
    public IEnumerable<(OptionDescription Option, string Given)> Given => _marks.Select((mark, i) =>
        (mark.Option, _text[mark.ValueStart..(i + 1 < _marks.Count ? _marks[i + 1].NameStart : _text.Length)]));

    public IReadOnlyList<string> Notes => _notes;

    /// <summary>One sentence about an option that the command does not have; null when all is well.</summary>
    public string? Problem { get; private set; }

    public static OptionScan Of(CommandDescription command, string text)
    {
        var scan = new OptionScan(command, text);
        scan.Run();
        return scan;
    }

    private void Run()
    {
        var position = 0;
        while (position < _text.Length && Problem is null)
        {
            // Inside a quoted phrase nothing is an option.
            var phrase = QuotedPhrase.LengthAt(_text, position);
            if (phrase > 0)
            {
                position += phrase;
            }
            else if (NameAt(position) is { } name)
            {
                position = Name(position, name);
                continue;
            }

            while (position < _text.Length && !char.IsWhiteSpace(_text[position]))
            {
                position++;
            }

            while (position < _text.Length && char.IsWhiteSpace(_text[position]))
            {
                position++;
            }
        }
    }

    /// <summary>Takes in the name at <paramref name="position"/>; answers where reading goes on.</summary>
    private int Name(int position, string name)
    {
        var value = position + name.Length + 1;
        if (_command.Option(name) is { } option)
        {
            _marks.Add((option, position, value));
            while (value < _text.Length && char.IsWhiteSpace(_text[value]))
            {
                value++;
            }

            return value;
        }

        // A colon at the end of a word, and the one of a web address, is ordinary writing.
        if (value < _text.Length && !char.IsWhiteSpace(_text[value]) && _text[value] != '/')
        {
            JudgeUnknown(name);
        }

        while (value < _text.Length && !char.IsWhiteSpace(_text[value]))
        {
            value++;
        }

        return value;
    }

    private void JudgeUnknown(string name)
    {
        if (_command.TextOption is { QueryLanguage: true } && name.ToLowerInvariant() is "speaker" or "kind")
        {
            return;
        }

        var near = name.Length > 2 ? NearestName.Find(name, _command.Options.Select(option => option.Name)) : null;
        var elsewhere = CommandCatalog.Commands.Any(command => command.Option(name) is not null);
        if (near is not null)
        {
            Problem = $"/{_command.Name} has no option “{name}”. Did you mean “{near}:”?";
        }
        else if (elsewhere || _command.TextOption is null)
        {
            Problem = $"/{_command.Name} has no option “{name}”; it has {Wording.All([.. _command.Options.Select(option => option.Name)])}.";
        }
        else
        {
            _notes.Add($"“{name}:” is no option of /{_command.Name}; it was read as words.");
        }
    }

    private string? NameAt(int start)
    {
        var end = start;
        while (end < _text.Length && end - start < 32 && (char.IsAsciiLetter(_text[end]) || _text[end] == '-'))
        {
            end++;
        }

        return end > start && end < _text.Length && _text[end] == ':' && _text[start] != '-' ? _text[start..end] : null;
    }
}
