namespace BriefingBot.Commands;

/// <summary>A phrase between quotation marks in what somebody typed, straight or typographic.</summary>
internal static class QuotedPhrase
{
    /// <summary>
    /// The length, marks included, of the phrase that begins at <paramref name="start"/>; 0 when none begins there. Its closing mark is
    /// followed by white space or the end, so that inches and lone marks stay text.
    /// </summary>
    public static int LengthAt(string text, int start)
    {
        if (start >= text.Length || Closing(text[start]) is not { } closing)
        {
            return 0;
        }

        for (var i = start + 1; i < text.Length; i++)
        {
            if (closing.Contains(text[i], StringComparison.Ordinal) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])))
            {
                return i + 1 - start;
            }
        }

        return 0;
    }

    /// <summary>The text without the marks that enclose all of it, if any.</summary>
    public static string Unquoted(string text) => text.Length > 1 && LengthAt(text, 0) == text.Length ? text[1..^1].Trim() : text;

    private static string? Closing(char opening) => opening switch
    {
        '"' => "\"”",
        '“' => "”\"",
        '„' => "“”",
        '«' => "»",
        _ => null,
    };
}
