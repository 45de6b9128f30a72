namespace BriefingBot.Quotes.Quotations;

/// <summary>“in Ms. Keller's words, “…””, “in his opinion, …”: a noun that makes what stands around it its owner's words.</summary>
/// <param name="First">The “in”.</param>
/// <param name="Mention">Whose they are.</param>
/// <param name="Noun">The noun's token, the phrase's last.</param>
internal readonly record struct OwnWords(int First, TokenRun Mention, int Noun)
{
    /// <summary>So many tokens stand at most between “in” and the noun.</summary>
    private const int Longest = 12;

    /// <summary>So many tokens stand at most between the phrase and the marks that it tells of: “in Keller's phrase, was “…””.</summary>
    private const int ToMarks = 5;

    /// <summary>“in the N of somebody” and “in somebody's N”.</summary>
    public static bool IsNoun(Reading text, int token) => token >= 0 && token < text.Count && (IsVerbatim(text, token) || IsOpinion(text, token)
        || text.Text.Word(token) is "telling" or "account");

    /// <summary>Whether the phrase that begins with the token is no object of the verb before it: “lost it in his account”.</summary>
    public static bool StandsApart(Reading text, int token) => token == text.SentenceRun(text.Sentence(token)).First
        || text.Is(token - 1, WordClass.Comma | WordClass.Mark | WordClass.Dash | WordClass.Conjunction);

    /// <summary>The phrase whose noun is the token; null where it is none, or is the narrator's own: “in my view”.</summary>
    public static OwnWords? At(Reading text, int noun)
    {
        if (!IsNoun(text, noun) || text.Stretch(noun) >= 0)
        {
            return null;
        }

        var floor = Math.Max(text.SentenceRun(text.Sentence(noun)).First, noun - Longest);
        var owner = noun - 1;
        while (owner > floor && noun - owner < 4 && !text.Is(owner, WordClass.Possessive | WordClass.Genitive | WordClass.Preposition | WordClass.Comma | WordClass.Stop))
        {
            owner--;
        }

        if (owner < noun - 1 && !IsVerbatim(text, noun) && !IsOpinion(text, noun) && !(owner == noun - 2 && text.IsWord(noun - 1, "own")))
        {
            // “in his bank account”.
            return null;
        }

        var mention = text.Is(owner, WordClass.Possessive) ? new TokenRun(owner, owner + 1)
            : text.Is(owner, WordClass.Genitive) && owner > floor ? NounPhrases.EndingAt(text, owner - 1, floor) : TokenRun.None;
        if (mention.IsEmpty || text.Text.Word(mention.First) is "my" or "My" or "our" or "Our" or "your" or "Your" or "whose")
        {
            return null;
        }

        // “in the judge's words”: the phrase's own “in” was taken for a part of nothing yet.
        mention = text.IsWord(mention.First, "in") ? mention with { First = mention.First + 1 } : mention;
        var first = mention.First - 1;
        return first >= floor && text.IsWord(first, "in") && StandsApart(text, first) ? new OwnWords(first, mention, noun) : null;
    }

    /// <summary>What is said around the phrase; null where nothing is, or where another verb of saying tells whose it is.</summary>
    public static Attribution? Find(Reading text, Cue cue, TokenRun sentence)
    {
        if (At(text, cue.Verb) is not { } phrase)
        {
            return null;
        }

        var contents = IsVerbatim(text, cue.Verb) && phrase.Marks(text, sentence) is { IsEmpty: false } marks ? [marks] : phrase.Around(text, sentence);
        return contents.Count == 0 || phrase.IsReported(text, sentence) ? null : new Attribution
        {
            Cue = cue,
            Frame = Frame.Before,
            Contents = contents,
            Mention = phrase.Mention,
            Rule = MentionRule.Possessor,
            Score = 0.8,
            Prevails = true,
        };
    }

    private static bool IsVerbatim(Reading text, int token) => text.Text.Word(token) is "words" or "phrase";

    private static bool IsOpinion(Reading text, int token) =>
        text.Text.Word(token) is "judgment" or "judgement" or "view" or "opinion" or "estimation" or "estimate" or "assessment" or "reckoning";

    /// <summary>The marks right behind the phrase.</summary>
    private TokenRun Marks(Reading text, TokenRun sentence)
    {
        for (var i = Noun + 1; i < Math.Min(sentence.End, Noun + 2 + ToMarks); i++)
        {
            if (text.Stretch(i) is var stretch and >= 0)
            {
                return text.StretchRun(stretch);
            }

            if (text.Is(i, WordClass.Comma | WordClass.Dash) && i > Noun + 1)
            {
                break;
            }
        }

        return TokenRun.None;
    }

    private List<TokenRun> Around(Reading text, TokenRun sentence)
    {
        var after = Noun + 1;
        var comma = text.Is(after, WordClass.Comma | WordClass.Colon | WordClass.Dash);
        var rest = after + (comma ? 1 : 0);
        var contents = new List<TokenRun>(2);
        var before = sentence.First;
        while (before < First && text.Is(before, WordClass.Conjunction))
        {
            before++;
        }

        var ahead = new TokenRun(before, text.Is(First - 1, WordClass.Comma | WordClass.Dash) ? First - 1 : First);
        // “In his estimate between 15 and 22 died”, but “in his account of the night”.
        var goesOn = comma || (ahead.IsEmpty && IsOpinion(text, Noun) && !text.Is(after, WordClass.Stop) && !text.IsWord(after, "of") && !text.IsWord(after, "on")
            && !text.IsWord(after, "for") && !text.IsWord(after, "about"));
        if (!ahead.IsEmpty && !text.Is(ahead.End - 1, WordClass.Conjunction))
        {
            if (!goesOn && after < sentence.End && !text.Is(after, WordClass.Stop))
            {
                return contents;
            }

            contents.Add(ahead);
        }

        if (goesOn && rest < sentence.End && ContentEnds.Find(text, rest, Frame.Before, sentence.End) is var end && end > rest)
        {
            contents.Add(new TokenRun(rest, end));
        }

        return contents;
    }

    /// <summary>“She called it, in her words, “a joke””, “Beck said the plan was, in Keller's words, “a joke””: the verb has what is said.</summary>
    private bool IsReported(Reading text, TokenRun sentence)
    {
        for (var i = sentence.First; i < First; i++)
        {
            if (text.Stretch(i) < 0 && text.Verb(i) is { } verb && text.Form(i) is not VerbForm.Base && Math.Max(verb.Rate(Frame.That), verb.Rate(Frame.Object)) >= 0.55)
            {
                return true;
            }
        }

        return false;
    }
}
