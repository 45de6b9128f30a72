namespace BriefingBot.Quotes.Sentences;

/// <summary>
/// A full stop, question mark, exclamation mark or ellipsis with the quotation marks and brackets that close after it, and the question
/// whether it ends its sentence.
/// </summary>
internal readonly ref struct Stop
{
    /// <summary>How far back the word before a full stop is looked at; no abbreviation is longer.</summary>
    private const int LongestWord = 24;

    private Stop(int first, int runEnd, int end, int sentenceStart, StopKind kind)
    {
        First = first;
        RunEnd = runEnd;
        End = end;
        SentenceStart = sentenceStart;
        Kind = kind;
    }

    private enum StopKind : byte
    {
        FullStop,
        Mark,
        Ellipsis,
        Wide,
    }

    /// <summary>Where the first of the signs stands.</summary>
    public int First { get; }

    /// <summary>The position after the quotation marks and brackets that close with it.</summary>
    public int End { get; }

    private int RunEnd { get; }

    private int SentenceStart { get; }

    private StopKind Kind { get; }

    /// <summary>Reads the stop whose first sign stands at <paramref name="first"/>.</summary>
    public static Stop Read(ReadOnlySpan<char> text, int first, int sentenceStart)
    {
        var (runEnd, dots, kind) = ReadRun(text, first);
        var end = runEnd;
        // “. . . .” is an ellipsis, and with four dots the end of a sentence.
        while (kind is StopKind.FullStop or StopKind.Ellipsis && end + 1 < text.Length && text[end] is ' ' or '\u00A0' && text[end + 1] == '.'
            && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2])))
        {
            end += 2;
            dots++;
            while (end < text.Length && text[end] == '.')
            {
                end++;
                dots++;
            }
        }

        if (end > runEnd)
        {
            (runEnd, kind) = (end, dots > 3 ? StopKind.FullStop : StopKind.Ellipsis);
        }

        return new Stop(first, runEnd, CloserEnd(text, runEnd), sentenceStart, kind);
    }

    /// <summary>Whether this is a word's full stop and then an ellipsis that begins the next sentence: “over. … But”, “over. . . . But”.</summary>
    public bool LeavesEllipsis(ReadOnlySpan<char> text, int next)
    {
        if (text[First] != '.' || First == SentenceStart || char.IsWhiteSpace(text[First - 1]) || Characters.IsStop(text[First - 1])
            || First + 1 >= text.Length || !char.IsWhiteSpace(text[First + 1]) || Abbreviations.KindOf(WordBefore(text)) != AbbreviationKind.None)
        {
            return false;
        }

        return End == RunEnd && Kind != StopKind.Mark
            && (RunEnd > First + 1 ? char.IsLetter(text[next]) && RunEnd - First >= 5 : text[next] == '…');
    }

    /// <summary>Whether the sentence ends here when <paramref name="next"/> is the next visible character on the line.</summary>
    public bool EndsSentence(ReadOnlySpan<char> text, int next)
    {
        if (Kind == StopKind.Wide)
        {
            return true;
        }

        // “[...]” stands for words left out, wherever they stood.
        if (Kind == StopKind.Ellipsis && First > SentenceStart && text[First - 1] == '[')
        {
            return false;
        }

        if (next == End && !IsInvisibleGap(text))
        {
            return IsMissingSpace(text, next);
        }

        var word = next;
        while (word < text.Length && word - next < 4 && Characters.IsOpener(text[word]))
        {
            word++;
        }

        var first = word < text.Length ? text[word] : ' ';
        if (Characters.IsDash(text[next]))
        {
            var afterDash = next + 1;
            while (afterDash < text.Length && (text[afterDash] == ' ' || Characters.IsDash(text[afterDash])) && afterDash < next + 3)
            {
                afterDash++;
            }

            return Kind != StopKind.Ellipsis && !IsAbbreviation(text, afterDash) && afterDash < text.Length && Characters.IsCapital(text[afterDash]);
        }

        // A lower-case word goes on with the sentence, unless it stands in brackets or is written like a name (“eHow”) or an address.
        if (char.IsLower(first) && !IsLowerCaseName(text[word..]) && (word == next || text[next] is '\'' or '’' or '“' or '"' or '‘'))
        {
            return word > next && Kind == StopKind.FullStop && text[next] is '“' or '"' && !IsAbbreviation(text, word);
        }

        return Kind switch
        {
            StopKind.Mark => !(word == next && IsQuoted(text) && OpeningWords.AreAttribution(text, word)),
            StopKind.Ellipsis => EllipsisEnds(text, word),
            _ => !IsAbbreviation(text, word),
        };
    }

    private static (int End, int Dots, StopKind Kind) ReadRun(ReadOnlySpan<char> text, int first)
    {
        var end = first;
        var dots = 0;
        var kind = StopKind.FullStop;
        for (; end < text.Length && Characters.IsStop(text[end]); end++)
        {
            dots += text[end] switch { '.' => 1, '…' => 3, _ => 0 };
            if (text[end] is not ('.' or '…'))
            {
                kind = Characters.IsWideStop(text[end]) ? StopKind.Wide : StopKind.Mark;
            }
        }

        return (end, dots, kind == StopKind.FullStop && dots is 2 or 3 ? StopKind.Ellipsis : kind);
    }

    /// <summary>Passes over closing marks, and over notes' numbers in brackets.</summary>
    private static int CloserEnd(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length)
        {
            if (Characters.IsCloser(text[end]))
            {
                end++;
            }
            else if (text[end] == '[' && end + 2 < text.Length && char.IsAsciiDigit(text[end + 1]) && text.Slice(end, Math.Min(5, text.Length - end)).IndexOf(']') is var close and > 0)
            {
                end += close + 1;
            }
            else if (text[end] is ' ' or '\u00A0' or '\u2009' or '\u202F' && end + 1 < text.Length && text[end + 1] == '”')
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>The word before the stop without marks and brackets, at most the last <see cref="LongestWord"/> characters of it.</summary>
    private ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text)
    {
        var start = First;
        var limit = Math.Max(SentenceStart, First - LongestWord);
        while (start > limit && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '°' or '@'
            || (text[start - 1] is '\'' or '’' && start < First && start - 1 > limit && char.IsLetter(text[start - 2]))))
        {
            start--;
        }

        return text[start..First];
    }

    /// <summary>Whether the full stop belongs to an abbreviation or initial that the sentence goes on after.</summary>
    private bool IsAbbreviation(ReadOnlySpan<char> text, int nextWord)
    {
        if (Kind != StopKind.FullStop || RunEnd != First + 1)
        {
            return false;
        }

        var next = nextWord < text.Length ? text[nextWord] : ' ';
        return Abbreviations.KindOf(WordBefore(text)) switch
        {
            AbbreviationKind.BeforeName => true,
            AbbreviationKind.BeforeNumber => char.IsDigit(next),
            AbbreviationKind.Anywhere => !OpeningWords.BeginSentence(text, nextWord),
            _ => false,
        };
    }

    private bool EllipsisEnds(ReadOnlySpan<char> text, int word)
    {
        var opening = OpeningWords.BeginSentence(text, word);
        var isI = word < text.Length && text[word] == 'I' && (word + 1 == text.Length || !char.IsLetter(text[word + 1]));
        // With a space before it, words are left out (“we … Trump said”); without one, the speaker breaks off (“I thought… Well”).
        var spaced = First == SentenceStart || char.IsWhiteSpace(text[First - 1]);
        return !isI && (opening || !spaced || End > RunEnd);
    }

    private bool IsQuoted(ReadOnlySpan<char> text) => End > RunEnd && text[RunEnd..End].IndexOfAnyExcept(")]}") >= 0
        && Characters.IsClosingQuote(text[End - 1]);

    private bool IsInvisibleGap(ReadOnlySpan<char> text) => End > RunEnd && text[End - 1] is '\u200B' or '\uFEFF';

    /// <summary>“…the end.The next”: a word before, a capitalised word after that is neither an address nor a file.</summary>
    private bool IsMissingSpace(ReadOnlySpan<char> text, int next)
    {
        if (Kind == StopKind.Ellipsis || next + 1 >= text.Length || !char.IsUpper(text[next]) || !char.IsLower(text[next + 1])
            || (End > RunEnd && !Characters.IsClosingQuote(text[End - 1]) && text[End - 1] is not (')' or ']'))
            || (End > RunEnd && text[End - 1] is '"' or '\''))
        {
            return false;
        }

        var before = WordBefore(text);
        if (before.Length < 2 || !(char.IsLower(before[^1]) || char.IsDigit(before[^1])) || before.Contains('@')
            || (before.Contains('.') && !char.IsDigit(before[0])) || Abbreviations.Contains(before))
        {
            return false;
        }

        var wordStart = First - before.Length;
        if (wordStart > SentenceStart && !char.IsWhiteSpace(text[wordStart - 1]) && text[wordStart - 1] is '/' or ':' or '_' or '#' or '-')
        {
            return false;
        }

        var end = next;
        while (end < text.Length && end - next < LongestWord && char.IsLetter(text[end]))
        {
            end++;
        }

        return end == text.Length || char.IsWhiteSpace(text[end]) || text[end] is ',' or '\'' or '’'
            || (text[end] == '.' && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1])));
    }

    private static bool IsLowerCaseName(ReadOnlySpan<char> word)
    {
        var letters = 0;
        while (letters < word.Length && letters < LongestWord && char.IsLower(word[letters]))
        {
            letters++;
        }

        return (letters < word.Length && char.IsUpper(word[letters]))
            || word.StartsWith("http://", StringComparison.Ordinal) || word.StartsWith("https://", StringComparison.Ordinal);
    }
}
