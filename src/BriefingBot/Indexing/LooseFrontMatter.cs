namespace BriefingBot.Indexing;

/// <summary>
/// Front matter that is no YAML as a whole, taken apart by its lines: a headline with a colon or with quotation marks inside is how most
/// are broken, and the other keys are none the worse for it.
/// </summary>
internal static class LooseFrontMatter
{
    /// <summary>
    /// Each key with the lines that carry its value on: those indented or begun with a dash; comments and blank lines are left out. Null
    /// where a line belongs to no key.
    /// </summary>
    public static List<(string Key, string Lines)>? Split(string yaml)
    {
        var entries = new List<(string Key, string Lines)>();
        foreach (var line in yaml.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] is ' ' or '\t' or '-')
            {
                if (entries.Count == 0)
                {
                    return null;
                }

                entries[^1] = (entries[^1].Key, $"{entries[^1].Lines}\n{line}");
            }
            else if (KeyOf(line) is { } key)
            {
                entries.Add((key, line));
            }
            else
            {
                return null;
            }
        }

        return entries;
    }

    /// <summary>
    /// What stands after the key, as it stands there, lines that carry it on behind a space; null where a list or mapping begins that the line does not end, which
    /// nobody writes as a headline.
    /// </summary>
    public static string? Verbatim(string key, string lines)
    {
        var value = string.Join(' ', lines[(lines.IndexOf(':', key.Length) + 1)..].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var opensOnly = (value.StartsWith('[') && !value.Contains(']', StringComparison.Ordinal)) || (value.StartsWith('{') && !value.Contains('}', StringComparison.Ordinal));
        return opensOnly ? null : value;
    }

    private static string? KeyOf(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? "" : line[..colon].TrimEnd();
        var isKey = key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.') && (colon + 1 == line.Length || char.IsWhiteSpace(line[colon + 1]));
        return isKey ? key : null;
    }
}
