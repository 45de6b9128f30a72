using System.Buffers;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>Pairs quotation marks.</summary>
internal static class QuotationMarks
{
    private static readonly SearchValues<char> MarksAndLineEnds = SearchValues.Create("\n“”\"„«»'’");

    /// <summary>
    /// The stretches between quotation marks, double (“ ”, ", „ “, « », two single ones) and single, marks included, in text order. A double
    /// mark left open runs to the end of its paragraph: so do quotations of several paragraphs. A nickname within a name is none.
    /// </summary>
    public static IReadOnlyList<TextSpan> Find(string text)
    {
        var doubles = Doubles(text);
        doubles.RemoveAll(marked => Nicknames.IsOne(text, marked));
        return SingleMarks.With(text, doubles);
    }

    private static List<TextSpan> Doubles(string text)
    {
        var found = new List<TextSpan>();
        var (opened, depth, nested, line) = (-1, 0, false, -1);
        for (var i = 0; i <= text.Length; i++)
        {
            i = text.AsSpan(i).IndexOfAny(MarksAndLineEnds) is var next and >= 0 ? i + next : text.Length;
            var c = i < text.Length ? text[i] : '\n';
            if (c == '\n')
            {
                if (opened >= 0)
                {
                    found.Add(TextSpan.Between(opened, opened + text.AsSpan(opened, i - opened).TrimEnd().Length));
                }

                (opened, depth, nested) = (-1, 0, false);
                continue;
            }

            if (c == '“' && i > line)
            {
                (nested, line) = NestsFrom(text, i);
            }

            c = opened >= 0 && IsTurned(text, i) ? '”' : c;

            var length = c is '“' or '”' or '"' or '„' or '«' or '»' ? 1
                : c is '\'' or '’' && i + 1 < text.Length && text[i + 1] == c && !EndsInner(text, i) ? 2 : 0;
            if (length == 0)
            {
                continue;
            }

            depth += nested && c == '“' && opened >= 0 ? 1 : 0;
            if (opened < 0 && c != '”')
            {
                opened = i;
            }
            else if (depth > 0 && c == '”')
            {
                depth--;
            }
            else if (opened >= 0 && (c != '“' || text[opened] == '„'))
            {
                found.Add(TextSpan.Between(opened, i + length));
                opened = -1;
            }

            i += length - 1;
        }

        return found;
    }

    /// <summary>
    /// Whether “ and ” balance from the position to the end of its line, one pair within another; and where the line ends. Else the first
    /// mark that closes ends a stretch: a mark was left out, and the rest of the line must not hang on it.
    /// </summary>
    private static (bool Nests, int LineEnd) NestsFrom(string text, int position)
    {
        var end = text.IndexOf('\n', position) is var found and >= 0 ? found : text.Length;
        var (depth, deepest) = (0, 0);
        for (var i = position; i < end; i++)
        {
            var c = text[i];
            depth += c == '“' && !IsTurned(text, i) ? 1 : c is '“' or '”' ? -1 : 0;
            deepest = Math.Max(deepest, depth);
            if (depth < 0)
            {
                return (false, end);
            }
        }

        return (depth == 0 && deepest > 1, end);
    }

    /// <summary>“Nobody,“ she said: a mark that opens where one must close, right behind a word and with nothing behind itself.</summary>
    private static bool IsTurned(string text, int position) =>
        text[position] == '“' && position > 0 && !char.IsWhiteSpace(text[position - 1]) && text[position - 1] is not ('(' or '[' or '-' or '–' or '—' or '"' or '“' or '‘')
        && (position + 1 == text.Length || char.IsWhiteSpace(text[position + 1]) || text[position + 1] is ',' or '.' or ';');

    /// <summary>Three single marks in a row that close: the first ends a quotation within, the other two the outer one.</summary>
    internal static bool EndsInner(string text, int position) =>
        position + 2 < text.Length && text[position + 1] == text[position] && text[position + 2] == text[position]
        && position > 0 && !char.IsWhiteSpace(text[position - 1]) && text[position - 1] != text[position];
}
