using System.Globalization;
using BriefingBot.Quotes.Articles;
using Lucene.Net.Analysis.Miscellaneous;

namespace BriefingBot.Search.Words;

/// <summary>
/// Reads a text's words, for the index and for what is asked of it alike. A word is a run of letters, digits and combining marks, with
/// apostrophes inside (“don't”), points inside an abbreviation (“U.S.”) and separators inside a number (“5,500”). A hyphen
/// separates. Characters of scripts that put no spaces between words are words of their own. Any text is good input.
/// </summary>
internal static class WordReader
{
    /// <summary>A longer run is cut: a megabyte without a space must not become one term.</summary>
    public const int LongestWord = 64;

    /// <summary>The words of <paramref name="text"/>, with spans counted in it.</summary>
    public static List<Word> Read(string text) => Read(text, new TextSpan(0, text.Length));

    /// <summary>The words that stand in <paramref name="range"/>, with spans counted from the beginning of the text.</summary>
    public static List<Word> Read(string text, TextSpan range)
    {
        var words = new List<Word>((range.Length / 6) + 1);
        var first = true;
        var position = range.Start;
        while (position < range.End)
        {
            var c = text[position];
            if (!IsWordStart(text, position, range.End))
            {
                first |= c is '.' or '!' or '?' or '\n' or '"' or '“' or '„' or '«';
                position++;
                continue;
            }

            var end = EndOf(text, position, range.End);
            var form = Form(text, position, end);
            if (form.Length > 0)
            {
                words.Add(Make(text, position, end, form, first, words, range));
                first = false;
            }

            position = end;
        }

        return words;
    }

    private static Word Make(string text, int start, int end, string form, bool first, List<Word> before, TextSpan range)
    {
        var traits = first ? WordTraits.First : WordTraits.None;
        traits |= char.IsUpper(text[start]) ? WordTraits.Capital : 0;
        traits |= StopWords.Common.Contains(form) && !IsAcronym(text, start, end) ? WordTraits.Stop : 0;
        traits |= HasDigit(form) || StopWords.Numbers.Contains(form) ? WordTraits.Number : 0;
        traits |= IsTime(form, traits) ? WordTraits.Time : 0;
        traits |= IsMoney(text, start, form, range) ? WordTraits.Money : 0;
        traits |= StopWords.Titles.Contains(form) ? WordTraits.Titled : 0;
        if (before.Count > 0)
        {
            var last = before[^1];
            traits |= StopWords.Placing.Contains(last.Form) || (last.Is(WordTraits.Placed) && (last.Form == "the" || last.Is(WordTraits.Capital)))
                ? WordTraits.Placed : 0;
            traits |= last.Is(WordTraits.Titled) && (traits & WordTraits.Capital) != 0 ? WordTraits.Titled : 0;
        }

        var hyphen = end + 1 < range.End && IsHyphen(text[end]) && IsWordStart(text, end + 1, range.End);
        return new Word(TextSpan.Between(start, end), form, Stems.Of(form), traits, hyphen);
    }

    private static bool IsAcronym(string text, int start, int end) =>
        end - start >= 2 && char.IsUpper(text[start]) && (char.IsUpper(text[start + 1]) || text[start + 1] == '.');

    private static bool IsTime(string form, WordTraits traits) =>
        (StopWords.Times.Contains(form) && ((traits & WordTraits.Capital) != 0 || !StopWords.TimeNeedsCapital(form)))
        || (form.Length == 4 && form[0] is '1' or '2' && form.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
        || (form.Length == 5 && form[4] == 's' && form[0] is '1' or '2' && HasDigit(form));

    private static bool IsMoney(string text, int start, string form, TextSpan range) =>
        StopWords.Currencies.Contains(form) || (start > range.Start && text[start - 1] is '$' or '€' or '£' or '¥');

    private static bool HasDigit(string form) => form.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    private static int EndOf(string text, int start, int limit)
    {
        if (IsUnspaced(text[start]))
        {
            return start + 1;
        }

        var position = start;
        while (position < limit && position - start < LongestWord && !IsUnspaced(text[position]))
        {
            if (IsInside(text, position, limit))
            {
                position += char.IsHighSurrogate(text[position]) ? 2 : 1;
            }
            else if (position > start && IsJoint(text, start, position, limit))
            {
                position++;
            }
            else
            {
                break;
            }
        }

        // Hidden characters at the end belong to nobody.
        while (position > start && HiddenCharacters.Contains(text[position - 1]))
        {
            position--;
        }

        return position < limit && text[position] == '.' && position - start >= 3 && text[position - 2] == '.' ? position + 1 : position;
    }

    /// <summary>An apostrophe between letters, a separator between digits, a point between single letters.</summary>
    private static bool IsJoint(string text, int start, int position, int limit)
    {
        if (position + 1 >= limit)
        {
            return false;
        }

        char before = text[position - 1], after = text[position + 1];
        return text[position] switch
        {
            '\'' or '’' or 'ʼ' or '＇' => char.IsLetter(before) && char.IsLetter(after),
            ',' => char.IsAsciiDigit(before) && position + 3 < limit && char.IsAsciiDigit(after)
                && char.IsAsciiDigit(text[position + 2]) && char.IsAsciiDigit(text[position + 3]),
            '.' => (char.IsAsciiDigit(before) && char.IsAsciiDigit(after))
                || (char.IsLetter(before) && char.IsLetter(after) && (position - 1 == start || text[position - 2] == '.')
                    && (position + 2 >= limit || !char.IsLetterOrDigit(text[position + 2]))),
            _ => false,
        };
    }

    /// <summary>The searched form; empty when the stretch is nothing but hidden characters and marks.</summary>
    private static string Form(string text, int start, int end)
    {
        Span<char> buffer = stackalloc char[(LongestWord + 4) * 2];
        var length = 0;
        var number = char.IsAsciiDigit(text[start]);
        for (var i = start; i < end && length < buffer.Length - 4; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                if ((c == '.' && !number) || c == ',')
                {
                    continue;
                }

                buffer[length++] = char.ToLowerInvariant(c);
            }
            else if (c is '’' or 'ʼ' or '＇')
            {
                buffer[length++] = '\'';
            }
            else if (!HiddenCharacters.Contains(c) && c is < '\u0300' or > '\u036F')
            {
                length += Fold(c, buffer[length..]);
            }
        }

        var form = buffer[..length];
        form = form.EndsWith("'s", StringComparison.Ordinal) ? form[..^2] : form;
        return form.Trim('\'').Trim('.').ToString();
    }

    private static int Fold(char c, Span<char> into)
    {
        if (char.IsSurrogate(c))
        {
            into[0] = c;
            return 1;
        }

        char[] folded = new char[4];
        var length = ASCIIFoldingFilter.FoldToASCII([c], 0, folded, 0, 1);
        for (var i = 0; i < length; i++)
        {
            into[i] = char.ToLowerInvariant(folded[i]);
        }

        return length;
    }

    private static bool IsWordStart(string text, int position, int limit) =>
        IsInside(text, position, limit) && !HiddenCharacters.Contains(text[position]);

    private static bool IsInside(string text, int position, int limit)
    {
        var c = text[position];
        if (c < 0x80)
        {
            return char.IsAsciiLetterOrDigit(c);
        }

        if (char.IsHighSurrogate(c))
        {
            return position + 1 < limit && char.IsLowSurrogate(text[position + 1])
                && IsWordCategory(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(c, text[position + 1])));
        }

        return HiddenCharacters.Contains(c) || IsWordCategory(char.GetUnicodeCategory(c));
    }

    private static bool IsWordCategory(UnicodeCategory category) => category is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
        or UnicodeCategory.OtherNumber;

    /// <summary>Chinese and Japanese characters: no spaces stand between their words.</summary>
    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';
}
