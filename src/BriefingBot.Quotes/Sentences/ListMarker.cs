namespace BriefingBot.Quotes.Sentences;

/// <summary>The number or letter of a list's item: “1.”, “2)”, “3.)”, “a.”, “B)”.</summary>
/// <param name="Value">The number, or the letter's code.</param>
/// <param name="IsLetter">A letter, not a number.</param>
/// <param name="Sign">What follows it, <c>.</c>, <c>)</c> or both (then <c>&amp;</c>).</param>
internal readonly record struct ListMarker(int Value, bool IsLetter, char Sign)
{
    private const int MostDigits = 3;

    /// <summary>What the next item begins with.</summary>
    public ListMarker Next => this with { Value = Value + 1 };

    /// <summary>The marker at <paramref name="position"/>, or null; <paramref name="end"/> is the position after it.</summary>
    public static ListMarker? Read(ReadOnlySpan<char> text, int position, out int end)
    {
        end = position;
        var at = position;
        var value = 0;
        while (at < text.Length && at - position < MostDigits && char.IsAsciiDigit(text[at]))
        {
            value = (value * 10) + (text[at++] - '0');
        }

        var isLetter = at == position && at < text.Length && char.IsAsciiLetter(text[at]);
        value = isLetter ? text[at++] : value;
        var sign = SignAt(text, at);
        // “A. Smith” is a name.
        if (at == position || sign == '\0' || (isLetter && sign == '.' && char.IsAsciiLetterUpper((char)value)))
        {
            return null;
        }

        at += sign == '&' ? 2 : 1;
        if (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            return null;
        }

        end = at;
        return new ListMarker(value, isLetter, sign);
    }

    /// <summary>
    /// Where this marker begins if the character at <paramref name="position"/> is its sign, a word went before it since
    /// <paramref name="sentenceStart"/> and a capital follows; else 0.
    /// </summary>
    public int EndsAt(ReadOnlySpan<char> text, int position, int sentenceStart)
    {
        var start = position - 1;
        while (start > sentenceStart && position - start < MostDigits && char.IsAsciiLetterOrDigit(text[start]) && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        if (start <= sentenceStart || !char.IsWhiteSpace(text[start - 1]) || Read(text, start, out var end) != this || end <= position)
        {
            return 0;
        }

        while (end < text.Length && text[end] == ' ' && end < position + 4)
        {
            end++;
        }

        return end < text.Length && Characters.IsCapital(text[end]) ? start : 0;
    }

    private static char SignAt(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
        {
            return '\0';
        }

        return text[at] switch
        {
            ')' => ')',
            '.' => at + 1 < text.Length && text[at + 1] == ')' ? '&' : '.',
            _ => '\0',
        };
    }
}
