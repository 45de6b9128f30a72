namespace BriefingBot.Quotes.Quotations;

/// <summary>“…, although two trustees, who would not be named, said there was no appetite”: somebody else's statement behind the comma.</summary>
internal static class SourceBehindClause
{
    /// <summary>In tokens, of the clause that tells more of the source.</summary>
    private const int LongestRelative = 25;

    /// <summary>Whether a conjunction, a source with a relative clause between commas, and its verb of saying begin at the token.</summary>
    public static bool Follows(Reading text, int first, int end)
    {
        if (!text.Is(first, WordClass.Subordinator | WordClass.Conjunction))
        {
            return false;
        }

        var source = NounPhrases.StartingAt(text, first + 1, end);
        if (source.IsEmpty || !text.Is(source.End, WordClass.Comma) || !(text.IsWord(source.End + 1, "who") || text.IsWord(source.End + 1, "which")))
        {
            return false;
        }

        for (var i = source.End + 2; i < Math.Min(end, source.End + LongestRelative); i++)
        {
            if (text.Is(i, WordClass.Comma) && text.Verb(i + 1) is { } verb)
            {
                return text.Form(i + 1) is VerbForm.Past or VerbForm.Third && verb.Rate(Frame.Quote) >= 0.6;
            }
        }

        return false;
    }
}
