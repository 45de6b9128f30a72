namespace BriefingBot.Quotes.Quotations;

/// <summary>Words between a verb and what is said that tell how, where and to whom it was: no part of a content that begins with them.</summary>
internal static class ContentHeads
{
    /// <summary>In tokens, from the verb to “that”.</summary>
    private const int LongestCircumstance = 14;

    private const WordClass OfClauses = WordClass.Comma | WordClass.Mark | WordClass.Stop | WordClass.Dash | WordClass.Colon | WordClass.Subject | WordClass.Wh | WordClass.Be | WordClass.Auxiliary
        | WordClass.Conjunction | WordClass.Subordinator | WordClass.To | WordClass.Verb | WordClass.Ing;

    /// <summary>The content without a dateline, an adverb, or a circumstance before its “that”.</summary>
    public static TokenRun Mended(Reading text, Cue cue, TokenRun run)
    {
        if (run.First < cue.Verb)
        {
            var prose = Subjects.AfterDateline(text, text.SentenceRun(text.Sentence(run.First)));
            return run.First < prose && prose < run.End ? run with { First = prose } : run;
        }

        // “said privately | they would”, “wonders aloud | “which””.
        if (run.First == cue.Group.End && run.End - run.First > 1 && text.Text.Word(run.First) is "privately" or "publicly" or "aloud" or "repeatedly" or "bluntly" or "quietly" or "openly"
            && text.Is(run.First + 1, WordClass.Subject | WordClass.Mark | WordClass.That | WordClass.Determiner | WordClass.Possessive))
        {
            return run with { First = run.First + 1 };
        }

        // “replies; on | that night nobody could”: a point in time, and no “that” of a clause.
        if (text.IsWord(run.First, "that") && run.First > cue.Group.End && text.Is(run.First - 1, WordClass.Preposition) && run.End - run.First > 2
            && text.Text.Word(run.First + 1) is "night" or "day" or "morning" or "evening" or "afternoon" or "week" or "month" or "year" or "point" or "time" or "occasion")
        {
            return run with { First = run.First - 1 };
        }

        return BehindCircumstance(text, cue, run) is var first and >= 0 ? run with { First = first } : run;
    }

    /// <summary>“says | in a complaint to the ministry | that …”, “told | about 900 workers in the canteen | that …”, “apologised to | the panel | for …”; -1 where the content begins otherwise.</summary>
    private static int BehindCircumstance(Reading text, Cue cue, TokenRun run)
    {
        if (text.Verb(cue.Verb) is not { } verb)
        {
            return -1;
        }

        var complains = verb.Lemma is "apologise" or "apologize" or "complain";
        if ((complains || verb.Lemma is "write" or "say" or "explain" or "suggest" or "report" or "admit" or "confess" or "swear") && text.IsWord(run.First - 1, "to")
            && NounPhrases.StartingAt(text, run.First, run.End) is { IsEmpty: false } whom && whom.End + 1 < run.End
            && (text.IsWord(whom.End, "that") || (complains && (text.IsWord(whom.End, "for") || text.IsWord(whom.End, "about")))))
        {
            return whom.End;
        }

        var (opens, addressed) = (IsPlace(text, run.First), verb.Addresses && (text.Is(run.First, WordClass.Determiner | WordClass.Number) || text.Is(run.First + 1, WordClass.Number)));
        if (!(opens || addressed) || !(verb.Rate(Frame.That) >= 0.5 || SpeechNouns.Contains(text.Text.Word(run.First - 1)) || text.IsWord(run.First - 1, "confidence")))
        {
            return -1;
        }

        for (var i = run.First + 1; i + 2 < run.End && i - run.First < LongestCircumstance; i++)
        {
            if (text.IsWord(i, "that"))
            {
                return text.Is(i - 1, WordClass.Preposition) || (addressed && !HasPlace(text, run.First, i)) ? -1 : i;
            }

            if (text.Is(i, OfClauses) && !(text.IsWord(i, "to") && text.Is(i + 1, WordClass.Determiner | WordClass.Possessive | WordClass.Capital)))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsPlace(Reading text, int token) => text.Text.Word(token) is "in" or "on" or "at" or "during" or "outside" or "inside" or "from" && text.Is(token + 1, WordClass.Determiner | WordClass.Possessive | WordClass.Capital | WordClass.Number);

    private static bool HasPlace(Reading text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (IsPlace(text, i))
            {
                return true;
            }
        }

        return false;
    }
}
