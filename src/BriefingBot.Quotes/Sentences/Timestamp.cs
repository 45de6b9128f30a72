namespace BriefingBot.Quotes.Sentences;

/// <summary>
/// The time of day before an entry of a live report: “10.07 The hall is full”, “3:40pm – …”. It is no part of the entry's first sentence.
/// </summary>
internal static class Timestamp
{
    private static readonly string[] Halves = ["am", "pm", "a.m.", "p.m."];

    private static readonly string[] Zones = ["GMT", "BST", "UTC", "CEST", "CET", "EST", "EDT", "PST", "PDT", "ET", "PT", "CT"];

    /// <summary>The end of the time that stands at <paramref name="start"/>, where a sentence follows on its line; <paramref name="start"/> itself when none does.</summary>
    public static int EndAt(ReadOnlySpan<char> text, int start)
    {
        var digits = DigitsAt(text, start);
        var minutes = start + digits + 1;
        if (digits is not (1 or 2) || minutes >= text.Length || text[minutes - 1] is not (':' or '.') || DigitsAt(text, minutes) != 2
            || int.Parse(text.Slice(start, digits)) > 24 || text[minutes] > '5')
        {
            return start;
        }

        var end = Behind(text, Behind(text, minutes + 2, Halves, StringComparison.OrdinalIgnoreCase), Zones, StringComparison.Ordinal);
        end = end < text.Length && text[end] == ':' ? end + 1 : end;
        var next = SkipSpaces(text, end);
        if (next + 1 < text.Length && text[next] is '-' or '–' or '—' && next > end && text[next + 1] == ' ')
        {
            end = next + 1;
            next = SkipSpaces(text, end);
        }

        return next > end && next < text.Length && (char.IsUpper(text[next]) || Characters.IsOpener(text[next])) ? end : start;
    }

    private static int DigitsAt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 3 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - at;
    }

    /// <summary>Behind one of the words, with or without a space before it; as given where none stands there.</summary>
    private static int Behind(ReadOnlySpan<char> text, int at, string[] words, StringComparison comparison)
    {
        var start = SkipSpaces(text, at);
        foreach (var word in words)
        {
            var end = start + word.Length;
            if (text[start..].StartsWith(word, comparison) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return end;
            }
        }

        return at;
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\u00A0' or '\u202F')
        {
            at++;
        }

        return at;
    }
}
