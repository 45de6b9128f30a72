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

    private static bool IsClosed(Reading text, TokenRun run) => text.Is(run.End - 1, WordClass.Mark) && run.End - 1 > run.First;
}
