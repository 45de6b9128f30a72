using System.Buffers;
using System.Globalization;
using System.Text;

namespace BriefingBot.Surfaces;

/// <summary>
/// Text from an article or a person as a terminal may show it: nothing in it moves the cursor, colours, or turns the writing direction
/// of what stands around it. Letters, marks and zero-width joiners stay as they are.
/// </summary>
internal static class SafeText
{
    /// <summary>What most text is made of; it stays as it is.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', 0x7F - ' ').Concat(Enumerable.Range(0xA0, 0x500 - 0xA0)).Select(code => (char)code), '\n', '–', '—', '‘', '’', '“', '”', '…', '€']);

    /// <summary>
    /// Line ends of any kind become <c>\n</c>, tabs a space; controls become their picture (U+2400 …) or U+FFFD, as do lone surrogates;
    /// overrides and isolates of the writing direction are left out.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        var previous = '\0';
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' && previous == '\r')
            {
                previous = '\n';
                continue;
            }

            previous = rune.IsBmp ? (char)rune.Value : '\0';
            Append(safe, rune);
        }

        return safe.ToString();
    }

    /// <summary>The same on one line.</summary>
    public static string OnOneLine(string text) => Of(text).Replace('\n', ' ');

    private static void Append(StringBuilder safe, Rune rune)
    {
        switch (rune.Value)
        {
            case '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029:
                safe.Append('\n');
                break;
            case '\t':
                safe.Append(' ');
                break;
            case < 0x20:
                safe.Append((char)(0x2400 + rune.Value));
                break;
            case 0x7F:
                safe.Append('\u2421');
                break;
            case >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069:
                break;
            default:
                safe.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control ? "\uFFFD" : rune.ToString());
                break;
        }
    }
}
