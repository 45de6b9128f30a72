namespace BriefingBot.Quotes.Quotations;

/// <summary>What follows a cue: the frame it opens, where the content begins, and who is addressed.</summary>
internal readonly record struct Complement(Frame Frame, int Start)
{
    private const int Reach = 28;

    public static readonly Complement None = new(Frame.Before, -1);

    public bool Exists => Start >= 0;

    /// <summary>Reads on from the verb group's end.</summary>
    public static Complement After(Reading text, Cue cue, int end)
    {
        var i = cue.Group.End;
        if (i < end && (text.IsWord(i, "out") || text.IsWord(i, "up") || text.IsWord(i, "back") || text.IsWord(i, "off")
            || text.IsWord(i, "down")))
        {
            i++;
        }

        i = EndOfTimes(text, SkipAdverbs(text, i, end), end);
        // “What he said was that …”.
        i += text.Is(i, WordClass.Be) && text.Is(i + 1, WordClass.That | WordClass.Mark | WordClass.Comma) ? 1 : 0;
        var verb = text.Verb(cue.Verb);
        if (verb is { Addresses: true } && cue.Use != CueUse.Passive)
        {
            var told = Addressees.End(text, verb, i, end);
            if (told >= 0)
            {
                return IsTopic(text, verb, told) && told + 1 < end ? new Complement(Frame.Preposition, told + 1) : Read(text, told, end, true);
            }
        }

        // “urged members to stay”: whom is no part of what; “urged caution” is.
        if (verb is { Lemma: "urge" or "implore" or "beg" or "exhort" or "beseech" } && cue.Use != CueUse.Passive
            && Addressees.End(text, verb, i, end) is var urged and >= 0 && text.Is(urged, WordClass.To))
        {
            return Read(text, urged, end, true);
        }

        var read = Read(text, i, end, false);
        return read.Frame is Frame.Object && read.Start == i && i > cue.Group.End && IsQuantity(text, i - 1) ? read with { Start = i - 1 } : read;
    }

    /// <summary>“forecast more rain”: before a noun it is a part of what was said.</summary>
    private static bool IsQuantity(Reading text, int token) => text.IsWord(token, "more") || text.IsWord(token, "less") || text.IsWord(token, "much")
        || text.IsWord(token, "almost") || text.IsWord(token, "all") || text.IsWord(token, "further");

    /// <summary>Behind “for the third time”, with the “about” or “of” that goes on from it; <paramref name="i"/> where it does not stand.</summary>
    public static int EndOfTimes(Reading text, int i, int end)
    {
        if (!text.IsWord(i, "for"))
        {
            return i;
        }

        var time = i + 2;
        while (time < Math.Min(end, i + 5) && !IsOrdinal(text, time - 1))
        {
            time++;
        }

        var goesOn = text.Is(time + 1, WordClass.That | WordClass.Wh | WordClass.To) || text.IsWord(time + 1, "about") || text.IsWord(time + 1, "of");
        return goesOn && time + 2 < end && text.IsWord(time, "time") && IsOrdinal(text, time - 1) ? time + (text.Is(time + 1, WordClass.Preposition) ? 2 : 1) : i;
    }

    /// <summary>“first”, “hundredth”, “100th”.</summary>
    private static bool IsOrdinal(Reading text, int token) => text.IsWord(token, "first") || text.IsWord(token, "second") || text.IsWord(token, "third")
        || text.IsWord(token, "last") || (text.Tokens[token].Kind is TokenKind.Word or TokenKind.Number && text.Text.Word(token).EndsWith("th", StringComparison.Ordinal));

    private static int SkipAdverbs(Reading text, int i, int end)
    {
        while (i < end && text.Is(i, WordClass.Adverb)
            && !text.Is(i, WordClass.Time | WordClass.Preposition | WordClass.Conjunction | WordClass.Subordinator))
        {
            i++;
        }

        return i;
    }

    /// <summary>“reminded them of …”, “told them about …”; “told a meeting of …” may go on with who met.</summary>
    private static bool IsTopic(Reading text, SpeechVerb verb, int preposition) =>
        text.IsWord(preposition, "about") || (text.IsWord(preposition, "of") && verb.Lemma is not "tell" and not "ask");

    private static Complement Read(Reading text, int i, int end, bool addressed)
    {
        if (i >= end)
        {
            return None;
        }

        if (text.Is(i, WordClass.That) && !IsDemonstrative(text, i))
        {
            return new Complement(Frame.That, i);
        }

        if (OpensQuote(text, i, end, out var quote))
        {
            return new Complement(Frame.Quote, quote);
        }

        if (text.Is(i, WordClass.Colon))
        {
            // “He declared:” may end a paragraph, with the words in the next.
            var opensNext = i + 1 == end && i + 1 < text.Count && text.Is(i + 1, WordClass.Mark) && text.Stretch(i + 1) is var next and >= 0
                && text.StretchRun(next).First == i + 1;
            return i + 1 < end || opensNext ? new Complement(Frame.Quote, i + 1) : None;
        }

        if (text.Is(i, WordClass.Wh))
        {
            return new Complement(Frame.Question, i);
        }

        if (text.Is(i, WordClass.To) && !text.Is(i + 1, WordClass.Determiner | WordClass.Possessive | WordClass.Capital | WordClass.Object)
            && i + 1 < end && !text.Is(i + 1, WordClass.Audience))
        {
            return new Complement(Frame.To, i);
        }

        if (text.Is(i, WordClass.Preposition | WordClass.To | WordClass.Time | WordClass.Comma | WordClass.Dash | WordClass.Subordinator | WordClass.Conjunction))
        {
            return Further(text, i, end, addressed);
        }

        if (EndOfTime(text, i, end) is var time and > 0)
        {
            return Read(text, time, end, addressed);
        }

        return text.Is(i, WordClass.Stop | WordClass.Mark | WordClass.Sign) ? None : new Complement(Frame.Object, i);
    }

    /// <summary>“one recent evening”, “the next morning” before a comma, a stop or “that”: when, and not what; -1 for all else.</summary>
    private static int EndOfTime(Reading text, int i, int end)
    {
        for (var j = i; j < Math.Min(end, i + 5); j++)
        {
            if (text.Is(j, WordClass.Time) && (j > i || text.Is(j, WordClass.Capital)))
            {
                return j + 1 >= end || text.Is(j + 1, WordClass.Comma | WordClass.Stop | WordClass.That | WordClass.Colon) ? j + 1 : -1;
            }

            if (j == i ? !text.Is(j, WordClass.Determiner | WordClass.Number) && !text.IsWord(j, "one") : text.Is(j, WordClass.Comma | WordClass.Stop | WordClass.Preposition | WordClass.Subject | WordClass.Be
                | WordClass.Auxiliary | WordClass.Verb))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsDemonstrative(Reading text, int that) =>
        text.Is(that + 1, WordClass.Stop | WordClass.Comma) && !text.Is(that + 2, WordClass.Subordinator | WordClass.Preposition);

    private static bool OpensQuote(Reading text, int i, int end, out int quote)
    {
        quote = i + (text.Is(i, WordClass.Comma | WordClass.Colon | WordClass.Dash) ? 1 : 0);
        return quote < end && text.Is(quote, WordClass.Mark) && text.Stretch(quote) is var s and >= 0 && text.StretchRun(s).First == quote;
    }

    /// <summary>“said in a statement on Friday that …”: goes past the circumstances to what was said.</summary>
    private static Complement Further(Reading text, int i, int end, bool addressed)
    {
        if (!addressed && text.Is(i, WordClass.Preposition | WordClass.To) && !IsCircumstance(text, i, end) && i + 1 < end)
        {
            return new Complement(Frame.Preposition, i + 1);
        }

        if (ClauseAfterTime(text, i, end) is var clause and >= 0)
        {
            return new Complement(Frame.Object, clause);
        }

        return BeyondCircumstances(text, i, end, addressed)
            ?? (addressed && (text.IsWord(i, "of") || text.IsWord(i, "about") || text.IsWord(i, "not")) && i + 1 < end
                ? new Complement(Frame.Preposition, i + 1) : None);
    }

    /// <summary>“said Monday the deal …”: where the words after the time begin; -1 when there is no time or none follow.</summary>
    private static int ClauseAfterTime(Reading text, int i, int end)
    {
        var after = i;
        while (after < end && text.Is(after, WordClass.Time))
        {
            after++;
        }

        return after > i && after < end && text.Is(after, WordClass.Subject | WordClass.Determiner | WordClass.Possessive | WordClass.Capital)
            && !text.Is(after, WordClass.That) ? after : -1;
    }

    /// <summary>The first sign within reach of what was said; null when the clause ends before.</summary>
    private static Complement? BeyondCircumstances(Reading text, int i, int end, bool addressed)
    {
        var limit = Math.Min(end, i + Reach);
        for (var j = i; j < limit; j++)
        {
            if (text.Is(j, WordClass.Colon) && j + 1 == end)
            {
                return Read(text, j, end, addressed);
            }

            if (addressed && text.Is(j, WordClass.Subject) && j > i)
            {
                return new Complement(Frame.Object, j);
            }

            if (text.Is(j, WordClass.Stop | WordClass.Subject) || (j > i + 1 && text.Verb(j) is not null
                && text.Is(j - 1, WordClass.Comma)))
            {
                break;
            }

            if (text.Is(j, WordClass.That) && j > i && !text.Is(j, WordClass.Capital))
            {
                return new Complement(Frame.That, j);
            }

            if ((j > i || text.Is(j, WordClass.Comma)) && text.Is(j, WordClass.Comma | WordClass.Colon)
                && OpensQuote(text, j, end, out var quote))
            {
                return new Complement(Frame.Quote, quote);
            }
        }

        return null;
    }

    /// <summary>“in an interview”, “during a rally”, “at a news conference”: when and where, not what.</summary>
    public static bool IsCircumstance(Reading text, int preposition, int end)
    {
        if (text.IsWord(preposition, "for") || text.IsWord(preposition, "of") || text.IsWord(preposition, "about")
            || text.IsWord(preposition, "against"))
        {
            return false;
        }

        if (text.IsWord(preposition, "on") || text.IsWord(preposition, "at") || text.IsWord(preposition, "to")
            || text.IsWord(preposition, "as")
            || text.IsWord(preposition, "with") || text.IsWord(preposition, "over") || text.IsWord(preposition, "into"))
        {
            for (var j = preposition + 1; j < Math.Min(end, preposition + 6)
                && !text.Is(j, WordClass.Stop | WordClass.Comma | WordClass.Preposition); j++)
            {
                if (text.Is(j, WordClass.Occasion | WordClass.Time | WordClass.Audience))
                {
                    return true;
                }
            }

            return false;
        }

        return true;
    }
}
