namespace BriefingBot.Configuration;

/// <summary>
/// <c>chat [--options] [COMMAND…]</c>: from its first word on everything is the command, also what looks like an option of the program.
/// </summary>
internal static class FreeText
{
    private const string Verb = "chat";

    /// <summary>Whether <paramref name="words"/> already hold a word of the command.</summary>
    public static bool HasBegun(IReadOnlyList<string> words) => Start(words) < words.Count;

    /// <summary>The words with <c>--</c> before the command, after which the parser takes all as they are.</summary>
    public static IReadOnlyList<string> Marked(IReadOnlyList<string> words)
    {
        var start = Start(words);
        return start < words.Count && words[start] != "--" ? [.. words.Take(start), "--", .. words.Skip(start)] : words;
    }

    /// <summary>Where the command begins; the end when there is none, or for another verb.</summary>
    private static int Start(IReadOnlyList<string> words)
    {
        if (words.Count == 0 || words[0] != Verb)
        {
            return words.Count;
        }

        var at = 1;
        while (at < words.Count && words[at].StartsWith('-') && words[at] != "--")
        {
            // All options of chat take a value, except the one for help.
            at += words[at].Contains('=', StringComparison.Ordinal) || words[at] is "--help" or "-h" or "-?" ? 1 : 2;
        }

        return Math.Min(at, words.Count);
    }
}
