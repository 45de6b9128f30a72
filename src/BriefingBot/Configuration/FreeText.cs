namespace BriefingBot.Configuration;

/// <summary>
/// <c>chat [--options] [COMMAND…]</c>: from its first word on everything is the command, also what looks like an option of the program.
/// </summary>
internal static class FreeText
{
    private const string Verb = "chat";

    /// <summary>Whether <paramref name="words"/> already hold a word of the command.</summary>
    public static bool HasBegun(IReadOnlyList<string> words) => Start(words, []) < words.Count;

    /// <summary>The words with <c>--</c> before the command, after which the parser takes all as they are.</summary>
    public static IReadOnlyList<string> Marked(IReadOnlyList<string> words)
    {
        var start = Start(words, []);
        return start < words.Count && words[start] != "--" ? [.. words.Take(start), "--", .. words.Skip(start)] : words;
    }

    /// <summary>The options before the command: the parser would take one that it does not know for a word of the command.</summary>
    public static IReadOnlyList<string> OptionsBefore(IReadOnlyList<string> words)
    {
        var options = new List<string>();
        Start(words, options);
        return options;
    }

    /// <summary>Where the command begins; the end when there is none, or for another verb.</summary>
    private static int Start(IReadOnlyList<string> words, List<string> options)
    {
        if (words.Count == 0 || words[0] != Verb)
        {
            return words.Count;
        }

        var at = 1;
        while (at < words.Count && words[at].StartsWith('-') && words[at] != "--")
        {
            var name = words[at].Split('=', 2);
            options.Add(name[0]);
            // All options of chat take a value, except the one for help.
            at += name.Length == 2 || name[0] is "--help" or "-h" or "-?" ? 1 : 2;
        }

        return Math.Min(at, words.Count);
    }
}
