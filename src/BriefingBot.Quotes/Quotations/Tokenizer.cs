using System.Buffers;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Sentences;

namespace BriefingBot.Quotes.Quotations;

/// <summary>Cuts sentences into tokens. Linear in the length of the text.</summary>
internal static class Tokenizer
{
    /// <summary>Below it, no character is a mark that belongs to the letter before it.</summary>
    private const char FirstCombining = '\u0300';

    private const int LongestDomain = 4;

    /// <summary>The tokens of all sentences in text order.</summary>
    public static Token[] Tokenize(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<TextSpan> quoted)
    {
        var tokens = new Tokens(16 + (text.Length / 5));
        var region = 0;
        for (var index = 0; index < sentences.Count; index++)
        {
            var (start, end) = (sentences[index].Span.Start, sentences[index].Span.End);
            for (var i = start; i < end;)
            {
                if (char.IsWhiteSpace(text[i]))
                {
                    i++;
                    continue;
                }

                while (region < quoted.Count && quoted[region].End <= i)
                {
                    region++;
                }

                var inside = region < quoted.Count && quoted[region].Start <= i;
                var (length, kind) = inside && IsSingleMark(text, i, quoted[region]) ? (1, TokenKind.QuotationMark) : TokenAt(text, i, end);
                tokens.Add(new Token(i, length, kind, index, inside));
                i += length;
            }
        }

        return tokens.ToArray();
    }

    /// <summary>Whether the first or the last character of a stretch between single marks stands here.</summary>
    private static bool IsSingleMark(string text, int at, TextSpan stretch) =>
        (at == stretch.Start || (at == stretch.End - 1 && IsApostrophe(text[at]))) && SingleMarks.Around(text, stretch);

    private static (int Length, TokenKind Kind) TokenAt(string text, int start, int end)
    {
        var c = text[start];
        if (c is '“' or '”' or '"' or '„' or '«' or '»')
        {
            return (1, TokenKind.QuotationMark);
        }

        if (IsApostrophe(c) && start + 1 < end && text[start + 1] == c && !QuotationMarks.EndsInner(text, start))
        {
            return (2, TokenKind.QuotationMark);
        }

        if (IsPossessive(text, start, end, out var possessive))
        {
            return (possessive, TokenKind.Word);
        }

        if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
        {
            return c == '$' && start + 1 < end && char.IsDigit(text[start + 1]) ? (WordEnd(text, start + 1, end) - start, TokenKind.Number)
                : (1, TokenKind.Punctuation);
        }

        var stop = WordEnd(text, start, end);
        return (stop - start, char.IsDigit(c) ? TokenKind.Number : TokenKind.Word);
    }

    private static int WordEnd(string text, int start, int end)
    {
        var i = start + 1;
        while (i < end)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)
                || (c >= FirstCombining && char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                i++;
            }
            else if (IsApostrophe(c) && i + 1 < end && char.IsLetter(text[i + 1]) && !IsPossessive(text, i, end, out _))
            {
                i += 2;
            }
            else if (c is '-' or '‑' or '&' or '@' or '_' && i + 1 < end && char.IsLetterOrDigit(text[i + 1]))
            {
                i += 2;
            }
            else if (c is '.' or ',' && i + 1 < end && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]))
            {
                i += 2;
            }
            else if (c == '.' && BelongsToWord(text, start, i, end))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    /// <summary>The full stop of “U.S.”, “J.” and “Mr.” is a part of the word, unless it ends the sentence after a longer word.</summary>
    private static bool BelongsToWord(string text, int start, int dot, int end)
    {
        if (dot - start == 1 && char.IsUpper(text[start]))
        {
            return true;
        }

        if (dot + 1 < end && char.IsLetter(text[dot + 1]) && (dot - start <= 2 || IsDomain(text, dot + 1, end)))
        {
            return true;
        }

        var inner = text.AsSpan(start, dot - start).IndexOf('.') >= 0;
        return inner ? dot - start <= 6 : dot + 1 < end && Abbreviations.Contains(text.AsSpan(start, dot - start));
    }

    /// <summary>“factcheck.org”: one word, and the name of a body.</summary>
    private static bool IsDomain(string text, int start, int end)
    {
        var stop = start;
        while (stop < end && stop - start <= LongestDomain && char.IsAsciiLetter(text[stop]))
        {
            stop++;
        }

        return text.AsSpan(start, stop - start) is "com" or "org" or "net" or "gov" or "edu" or "info" or "news";
    }

    private static bool IsPossessive(string text, int start, int end, out int length)
    {
        length = 2;
        return IsApostrophe(text[start]) && start + 1 < end && text[start + 1] is 's' or 'S'
            && (start + 2 >= end || !char.IsLetterOrDigit(text[start + 2]));
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    /// <summary>Tokens as they are read, in a borrowed array: how many there are is known only at the end.</summary>
    private struct Tokens(int expected)
    {
        private Token[] _buffer = ArrayPool<Token>.Shared.Rent(expected);
        private int _count;

        public void Add(Token token)
        {
            if (_count == _buffer.Length)
            {
                var larger = ArrayPool<Token>.Shared.Rent(2 * _count);
                _buffer.CopyTo(larger, 0);
                ArrayPool<Token>.Shared.Return(_buffer);
                _buffer = larger;
            }

            _buffer[_count++] = token;
        }

        /// <summary>All of them; gives the borrowed array back, so that nothing can be added after.</summary>
        public readonly Token[] ToArray()
        {
            var all = _buffer.AsSpan(0, _count).ToArray();
            ArrayPool<Token>.Shared.Return(_buffer);
            return all;
        }
    }
}
