namespace BriefingBot.Quotes.Quotations;

/// <summary>Entries of a live report, whose hour is a sentence by itself (<see cref="Sentences.Timestamp"/>): no part of what is said, nor of who says it.</summary>
internal static class Entries
{
    /// <summary>In tokens: “10:07 a.m. GMT:”.</summary>
    private const int LongestHour = 5;

    /// <summary>The run without the hour that it begins with.</summary>
    public static TokenRun WithoutHour(Reading text, TokenRun run)
    {
        if (run.IsEmpty || !text.Is(run.First, WordClass.Number) || text.Stretch(run.First) >= 0)
        {
            return run;
        }

        var hour = text.SentenceRun(text.Sentence(run.First));
        return hour.End < run.End && hour.End - hour.First <= LongestHour && !text.Is(hour.End - 1, WordClass.Stop) && text.Paragraph(hour.End) == text.Paragraph(hour.First)
            ? run with { First = hour.End } : run;
    }
}
