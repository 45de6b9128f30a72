namespace BriefingBot.Quotes.Quotations;

/// <summary>A source whose relative clause ends with names of places: “Bramble Foods, which has plants in Ghent, Belgium, and Pune, India, said …”.</summary>
internal static class RelativeClauses
{
    /// <summary>In tokens, back from the mention: a sentence may be without end.</summary>
    private const int Reach = 40;

    /// <summary>
    /// The mention, or where it is no more than the end of a relative clause before the cue – names behind a preposition – the one of whom the clause
    /// tells, with the clause.
    /// </summary>
    public static TokenRun WithAntecedent(Reading text, TokenRun mention, Cue cue)
    {
        var end = text.Is(mention.End - 1, WordClass.Comma) ? mention.End : mention.End + 1;
        if (mention.End > cue.Group.First || end != cue.Group.First || !text.Is(end - 1, WordClass.Comma) || !AreNames(text, mention))
        {
            return mention;
        }

        var floor = Math.Max(text.SentenceRun(text.Sentence(mention.First)).First, mention.First - Reach);
        var preposition = mention.First - 1;
        while (preposition > floor && IsOfNames(text, preposition))
        {
            preposition--;
        }

        return text.Is(preposition, WordClass.Preposition) && AntecedentOf(text, preposition, floor) is { IsEmpty: false } antecedent
            ? new TokenRun(antecedent.First, mention.End) : mention;
    }

    /// <summary>The phrase before “, which has …” at the head of its clause; empty where there is none.</summary>
    private static TokenRun AntecedentOf(Reading text, int last, int floor)
    {
        for (var i = last - 1; i > floor + 1 && !text.Is(i, WordClass.Stop | WordClass.Mark | WordClass.Dash | WordClass.Colon); i--)
        {
            if (text.IsWord(i, "which") || text.IsWord(i, "who"))
            {
                var found = text.Is(i - 1, WordClass.Comma) && IsVerb(text, i + 1) ? NounPhrases.EndingAt(text, i - 2, floor) : TokenRun.None;
                return found.First > floor && text.Is(found.First - 1, WordClass.Preposition) ? TokenRun.None : found;
            }
        }

        return TokenRun.None;
    }

    private static bool IsVerb(Reading text, int token) => text.Is(token, WordClass.Be | WordClass.Auxiliary | WordClass.Verb) || text.Verb(token) is not null
        || text.Text.Word(token) is [>= 'a' and <= 'z', .., 's'] or [>= 'a' and <= 'z', .., 'e', 'd'];

    private static bool AreNames(Reading text, TokenRun mention)
    {
        for (var i = mention.First; i < mention.End; i++)
        {
            if (!IsOfNames(text, i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOfNames(Reading text, int token) => text.Is(token, WordClass.Capital | WordClass.Comma) || text.IsWord(token, "and");
}
