namespace BriefingBot.Quotes.Quotations;

/// <summary>What somebody else says of a content, behind its comma: no part of it.</summary>
internal static class OthersJudgements
{
    /// <summary>“…, allegations rejected by Washington”: somebody else's answer.</summary>
    public static bool IsRejected(Reading text, int noun) =>
        text.Tokens[Math.Min(noun, text.Count - 1)].Kind == TokenKind.Word && text.Verb(noun + 1) is not null
            && text.Form(noun + 1) is VerbForm.Past or VerbForm.Participle
        && text.IsWord(noun + 2, "by");

    /// <summary>“…, in what one rival called “a rout””, “…, what Keller called “a rout””.</summary>
    public static bool IsWhatCall(Reading text, int first)
    {
        var what = text.IsWord(first, "in") ? first + 1 : first;
        if (!text.IsWord(what, "what"))
        {
            return false;
        }

        var verb = NounPhrases.StartingAt(text, what + 1, Math.Min(text.Count, what + 12)).End;
        while (text.Is(verb, WordClass.Auxiliary | WordClass.Adverb))
        {
            verb++;
        }

        return verb > what + 1 && text.Verb(verb) is { Lemma: "call" or "describe" or "dub" or "term" or "say" } && text.Sentence(verb) == text.Sentence(what)
            && (text.Is(verb + 1, WordClass.Mark) || text.Is(verb + 2, WordClass.Mark) || text.Is(verb + 3, WordClass.Mark));
    }

    /// <summary>“…, which he called a “cornerstone””: a judgement of its own.</summary>
    public static bool IsRelativeCall(Reading text, int which) => IsWhatCall(text, which) ||
        (text.IsWord(which, "which") || text.IsWord(which, "whom")) && text.Is(which + 1, WordClass.Subject)
            && text.Verb(which + 2) is not null
        && (text.Is(which + 3, WordClass.Mark) || text.Is(which + 4, WordClass.Mark));
}
