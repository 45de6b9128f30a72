namespace BriefingBot.Quotes.Quotations;

/// <summary>Whether words before a parenthesis (“…, she said, …”) are a clause of their own.</summary>
internal static class Clauses
{
    /// <summary>Whether the run has a finite verb before its first comma and outside of relative clauses: “It could”, but not “The judge, who spoke”.</summary>
    public static bool IsComplete(Reading text, TokenRun run)
    {
        if (text.Is(run.First, WordClass.Subordinator | WordClass.Preposition | WordClass.Wh | WordClass.To | WordClass.Ing))
        {
            return false;
        }

        for (var i = run.First; i < run.End && !text.Is(i, WordClass.Comma); i++)
        {
            if (text.Is(i, WordClass.Wh | WordClass.That))
            {
                return GoesOn(text, i, run.End);
            }

            if (i > run.First && text.Stretch(i) < 0 && IsFinite(text, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“The nurses who work there | have left”: an auxiliary behind the relative clause's own verb.</summary>
    private static bool GoesOn(Reading text, int relative, int end)
    {
        if (!text.IsWord(relative, "who") && !text.IsWord(relative, "which") && !text.IsWord(relative, "that"))
        {
            return false;
        }

        for (var i = relative + 3; i < end && !text.Is(i, WordClass.Comma | WordClass.Wh | WordClass.That); i++)
        {
            if (text.Is(i, WordClass.Be | WordClass.Auxiliary) && !text.Is(i, WordClass.Subject) && !text.Is(i - 1, WordClass.Wh | WordClass.Conjunction | WordClass.Subject | WordClass.To | WordClass.Auxiliary | WordClass.Be))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the parenthesis behind the run stands between its subject and its verb, or its verb and what that needs: “It was, he said, late”, “The bill, he said, is dead”.</summary>
    /// <param name="text">The article.</param>
    /// <param name="front">What stands before the parenthesis.</param>
    /// <param name="rest">The first token behind it.</param>
    public static bool IsInterrupted(Reading text, TokenRun front, int rest)
    {
        if (front.IsEmpty || rest >= text.Count)
        {
            return false;
        }

        var last = front.End - 1;
        if (text.Is(last, WordClass.Be | WordClass.Auxiliary) && front.End - front.First > 1)
        {
            return true;
        }

        var verb = rest;
        while (text.Is(verb, WordClass.Adverb) && verb - rest < 3)
        {
            verb++;
        }

        return text.Is(verb, WordClass.Be | WordClass.Auxiliary | WordClass.Verb) && !text.Is(verb, WordClass.Subject)
            && !text.Is(front.First, WordClass.Adverb | WordClass.Time | WordClass.Preposition | WordClass.Subordinator | WordClass.Conjunction)
            && NounPhrases.EndingAt(text, last, front.First) == front;
    }

    private static bool IsFinite(Reading text, int token)
    {
        if (text.Is(token - 1, WordClass.Determiner | WordClass.Possessive | WordClass.Preposition | WordClass.To))
        {
            return false;
        }

        return text.Is(token, WordClass.Be | WordClass.Auxiliary | WordClass.Verb) || (text.Verb(token) is not null && text.Form(token) is VerbForm.Past or VerbForm.Third)
            || (text.Tokens[token].Kind == TokenKind.Word && text.Text.Word(token) is [>= 'a' and <= 'z', _, _, .., 'e', 'd']);
    }
}
