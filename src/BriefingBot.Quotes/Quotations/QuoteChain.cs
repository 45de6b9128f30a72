namespace BriefingBot.Quotes.Quotations;

/// <summary>Quotations that run over several paragraphs: marks open at the head of each, and close only in the last.</summary>
internal static class QuoteChain
{
    /// <summary>The token after the last of the stretch and of those that go on from it.</summary>
    public static int End(Reading text, int stretch)
    {
        while (GoesOn(text, stretch))
        {
            stretch++;
        }

        return text.StretchRun(stretch).End;
    }

    /// <summary>The first stretch of those that lead up to this one.</summary>
    public static int First(Reading text, int stretch)
    {
        while (stretch > 0 && GoesOn(text, stretch - 1))
        {
            stretch--;
        }

        return stretch;
    }

    /// <summary>Whether the stretch is left open at its paragraph's end and the next paragraph opens the marks again.</summary>
    public static bool GoesOn(Reading text, int stretch)
    {
        var run = text.StretchRun(stretch);
        if (run.IsEmpty || stretch + 1 >= text.Stretches || run.End - run.First < 3 || IsClosed(text, run))
        {
            return false;
        }

        var next = text.StretchRun(stretch + 1);
        return next.First == run.End && text.FirstChar(next.First) == text.FirstChar(run.First)
            && text.Paragraph(next.First) == text.Paragraph(run.End - 1) + 1;
    }

    /// <summary>From the stretch on all that goes on from it, where it fills its paragraphs; null where other words stand beside it, or its marks stay open.</summary>
    public static TokenRun? WholeParagraphs(Reading text, int stretch)
    {
        var first = text.StretchRun(stretch).First;
        var end = End(text, stretch);
        var last = text.Is(end - 1, WordClass.Mark) && end < text.Count && text.Is(end, WordClass.Stop) ? end + 1 : end;
        var opens = first == 0 || text.Paragraph(first - 1) != text.Paragraph(first);
        var closes = last >= text.Count || text.Paragraph(last) != text.Paragraph(end - 1);
        return opens && closes && text.Is(end - 1, WordClass.Mark) && AreAlike(text.FirstChar(first), text.FirstChar(end - 1)) ? new TokenRun(first, end) : null;
    }

    /// <summary>Whether the second mark closes what the first one opens; of unlike ones an excerpt holds marks of its own.</summary>
    private static bool AreAlike(char opening, char closing) => opening switch
    {
        '“' or '„' => closing is '”' or '“',
        '«' => closing is '»',
        '‘' => closing is '’',
        _ => closing == opening,
    };

    private static bool IsClosed(Reading text, TokenRun run) => text.Is(run.End - 1, WordClass.Mark) && run.End - 1 > run.First;
}
