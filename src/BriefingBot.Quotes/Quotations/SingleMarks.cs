using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Quotation marks of one stroke, as headlines and British papers have them: ‘…’ and '…'. The mark that closes is also the apostrophe, so
/// that a stretch needs a mark that opens a word and, in its paragraph, one that ends a word. Linear.
/// </summary>
internal static class SingleMarks
{
    private const int NoMark = -1;
    private const int AnotherOpens = -2;
    private const int LongestVerb = 20;

    /// <summary>Whether the stretch is one of these: its first character is a single mark and no half of a double one.</summary>
    public static bool Around(string text, TextSpan stretch) => text[stretch.Start] is '‘' or '\'' && !IsTwin(text, stretch.Start);

    /// <summary>The tokens without the marks at their edges that hold no stretch, as in “star 'refuses' new deal”; empty where there is nothing else.</summary>
    public static TokenRun Trimmed(Reading text, TokenRun run)
    {
        var (first, end) = (run.First, run.End);
        while (first < end && IsStray(text, first))
        {
            first++;
        }

        // One that touches the word before it may be “the members’”.
        while (end - 1 > first && IsStray(text, end - 1) && text.Tokens[end - 1].Start > text.Tokens[end - 2].End)
        {
            end--;
        }

        return new TokenRun(first, end);
    }

    /// <summary>
    /// The stretches of <paramref name="doubles"/>, which are in text order, together with those between single marks that stand outside of
    /// them; a stretch between single marks takes in the double ones inside of it.
    /// </summary>
    public static IReadOnlyList<TextSpan> With(string text, List<TextSpan> doubles)
    {
        var singles = Find(text, doubles);
        if (singles.Count == 0)
        {
            return doubles;
        }

        var all = new List<TextSpan>(doubles.Count + singles.Count);
        var next = 0;
        foreach (var stretch in doubles)
        {
            while (next < singles.Count && singles[next].End <= stretch.Start)
            {
                all.Add(singles[next++]);
            }

            if (next >= singles.Count || singles[next].Start > stretch.Start)
            {
                all.Add(stretch);
            }
        }

        all.AddRange(singles[next..]);
        return all;
    }

    private static List<TextSpan> Find(string text, List<TextSpan> doubles)
    {
        var found = new List<TextSpan>();
        var (inner, unclosed) = (0, -1);
        for (var i = NextMark(text, 0); i < text.Length; i = NextMark(text, i + 1))
        {
            while (inner < doubles.Count && doubles[inner].End <= i)
            {
                inner++;
            }

            if (inner < doubles.Count && doubles[inner].Start <= i)
            {
                i = doubles[inner].End - 1;
            }
            else if (Opens(text, i) && i > unclosed && Close(text, i, doubles, inner) is var close)
            {
                // What no mark closes up to the line's end, no later one opens in that line either.
                unclosed = close == NoMark ? LineEnd(text, i) : unclosed;
                var end = close >= 0 ? close + 1 : close == NoMark && GoesOn(text, i) ? i + text.AsSpan(i, LineEnd(text, i) - i).TrimEnd().Length : -1;
                if (end > 0 && !IsVerb(text, i + 1, end - 1))
                {
                    found.Add(TextSpan.Between(i, end));
                    i = end - 1;
                }
            }
        }

        return found;
    }

    private static int NextMark(string text, int from) => from >= text.Length ? text.Length
        : text.AsSpan(from).IndexOfAny('‘', '\'') is var next and >= 0 ? from + next : text.Length;

    private static bool Opens(string text, int at)
    {
        if (IsTwin(text, at) || at + 1 >= text.Length || !(char.IsLetterOrDigit(text[at + 1]) || text[at + 1] is '“' or '"' or '$' or '£' or '€' or '…' or '['))
        {
            return false;
        }

        return (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–' or '-' or '/' or ':') && !IsShortened(text.AsSpan(at + 1));
    }

    /// <summary>“’em”, “’til”, “’n’”, “’90s”: letters are left out, whatever way the mark turns.</summary>
    private static bool IsShortened(ReadOnlySpan<char> after)
    {
        if (char.IsAsciiDigit(after[0]))
        {
            return after.Length > 1 && char.IsAsciiDigit(after[1]) && (after.Length == 2 || !char.IsLetterOrDigit(after[2]) || after[2] == 's')
                && !(after.Length > 3 && after[2] is ',' or '.' && char.IsLetterOrDigit(after[3]));
        }

        var length = 0;
        while (length < after.Length && length < 7 && char.IsLetter(after[length]))
        {
            length++;
        }

        return after[..length] is "em" or "til" or "till" or "n" or "tis" or "Tis" or "twas" or "Twas" or "cause" or "cos" or "bout" or "round" or "neath" or "tween";
    }

    /// <summary>
    /// The mark that closes what opens at <paramref name="open"/>, in its line. After an “s” and before a word it may be that of “members’
    /// money”: then a later one is taken, if one comes before the next that opens. <see cref="NoMark"/> when none follows in the line;
    /// <see cref="AnotherOpens"/> when another mark opens first, so that this was an apostrophe.
    /// </summary>
    private static int Close(string text, int open, List<TextSpan> doubles, int inner)
    {
        var owner = -1;
        for (var i = open + 1; i < text.Length && text[i] != '\n'; i++)
        {
            while (inner < doubles.Count && doubles[inner].End <= i)
            {
                inner++;
            }

            if (inner < doubles.Count && doubles[inner].Start <= i)
            {
                i = doubles[inner].End - 1;
                continue;
            }

            if (text[i] is '‘' or '\'' && Opens(text, i))
            {
                return owner >= 0 ? owner : AnotherOpens;
            }

            if (!Closes(text, i, text[open] == '‘' ? '’' : '\''))
            {
                continue;
            }

            if (text[i - 1] is not ('s' or 'S') || i + 2 >= text.Length || text[i + 1] != ' ' || !char.IsLetter(text[i + 2]))
            {
                return i;
            }

            owner = owner < 0 ? i : owner;
        }

        return owner >= 0 ? owner : NoMark;
    }

    private static bool Closes(string text, int at, char mark) => text[at] == mark && !IsTwin(text, at) && !char.IsWhiteSpace(text[at - 1])
        && (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1])) && !(text[at - 1] is 'n' && at > 1 && text[at - 2] is '\'' or '’' or '‘');

    /// <summary>A quotation of several paragraphs: the mark opens a paragraph that does not close it, and the next one opens it again.</summary>
    private static bool GoesOn(string text, int open)
    {
        var next = LineEnd(text, open);
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return (open == 0 || text[open - 1] == '\n') && next < text.Length && text[next] == text[open] && Opens(text, next);
    }

    /// <summary>“star 'refuses' deal”: a verb of saying in marks says how sure the paper is, and quotes nobody's words.</summary>
    private static bool IsVerb(string text, int first, int end) => end - first is > 1 and < LongestVerb
        && Lexicon.Find(text.AsSpan(first, end - first))?.Verb is not null;

    private static bool IsTwin(string text, int at) => (at > 0 && text[at - 1] == text[at]) || (at + 1 < text.Length && text[at + 1] == text[at]);

    private static int LineEnd(string text, int from) => text.IndexOf('\n', from) is var end and >= 0 ? end : text.Length;

    private static bool IsStray(Reading text, int token) => text.Tokens[token].Length == 1 && text.Is(token, WordClass.Sign | WordClass.Genitive)
        && text.FirstChar(token) is '\'' or '‘' or '’';
}
