namespace BriefingBot.Quotes.Quotations;

/// <summary>A part of the third stage: where the content that begins after a cue ends.</summary>
internal static class ContentEnds
{
    /// <summary>“Asked by a reporter for the paper whether …”: no longer is what stands between.</summary>
    private const int LongestCircumstance = 20;

    /// <summary>The token after the content's last.</summary>
    /// <param name="text">The article.</param>
    /// <param name="start">The content's first token.</param>
    /// <param name="frame">The frame that the cue opened.</param>
    /// <param name="end">The token after the sentence's last.</param>
    public static int Find(Reading text, int start, Frame frame, int end)
    {
        if (text.Is(start, WordClass.Mark) && text.Stretch(start) is var opened and >= 0 && text.StretchRun(opened).First == start)
        {
            var close = QuoteChain.End(text, opened);
            if (EndsAfterMarks(text, close, end))
            {
                return close;
            }
        }

        var clause = false;
        var i = start;
        while (i < end || i == start)
        {
            var stretch = text.Stretch(i);
            if (stretch >= 0 && text.StretchRun(stretch).First == i)
            {
                i = QuoteChain.End(text, stretch);
                if (i >= end || ClosesStatement(text, i) || (frame is not Frame.Before && OuterVerbFollows(text, start, i)) || (frame is Frame.Object or Frame.Preposition && !clause
                    && text.Is(i - 2, WordClass.Comma)) || (frame is not Frame.Before && text.Is(i - 2, WordClass.Comma)
                    && (AnotherCueFollows(text, start, i, end) || AnotherSpeakerFollows(text, i, end))))
                {
                    return i;
                }

                continue;
            }

            if (i > start && Ends(text, i, start, frame, end, clause))
            {
                break;
            }

            clause |= text.Is(i, WordClass.Be | WordClass.Auxiliary | WordClass.Verb | WordClass.Subject | WordClass.That);
            i++;
        }

        return Trimmed(text, start, i);
    }

    /// <summary>Whether a stretch that ends before <paramref name="end"/> ends with a full stop or the like within its marks.</summary>
    public static bool ClosesStatement(Reading text, int end) => end >= 2 && text.Is(end - 1, WordClass.Mark)
        && text.Is(end - 2, WordClass.Stop);

    /// <summary>“He said, “We'll see,” when …”: the marks hold all of it.</summary>
    private static bool EndsAfterMarks(Reading text, int close, int end)
    {
        if (close >= end)
        {
            return true;
        }

        var inner = text.Is(close - 2, WordClass.Comma | WordClass.Stop);
        var more = text.Is(close, WordClass.Conjunction) && (text.Is(close + 1, WordClass.Mark) || text.Is(close + 2, WordClass.Mark));
        return !more && (inner || text.Is(close, WordClass.Dash | WordClass.Stop | WordClass.Conjunction | WordClass.Subordinator));
    }

    /// <summary>
    /// “… called the deal “a fire sale”, is wrong”: the comma closes what one before the content opened, since none within it did, and the verb
    /// is the outer sentence's.
    /// </summary>
    public static bool OuterVerbFollows(Reading text, int start, int close)
    {
        if (!text.Is(close, WordClass.Comma) || text.Stretch(close) >= 0 || HasPause(text, start, close))
        {
            return false;
        }

        var verb = close + 1;
        while (text.Is(verb, WordClass.Adverb) && verb - close < 4)
        {
            verb++;
        }

        return text.Is(verb, WordClass.Be | WordClass.Auxiliary) && !text.Is(verb, WordClass.Subject) && text.Sentence(verb) == text.Sentence(close);
    }

    /// <summary>Whether a comma or a dash stands in the run, outside of quotation marks.</summary>
    private static bool HasPause(Reading text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Stretch(i) < 0 && text.Is(i, WordClass.Comma | WordClass.Dash))
            {
                return true;
            }
        }

        return false;
    }

    private static int Trimmed(Reading text, int start, int end)
    {
        while (end > start + 1 && text.Stretch(end - 1) < 0
            && text.Is(end - 1, WordClass.Comma | WordClass.Dash | WordClass.Colon | WordClass.Stop | WordClass.Conjunction)
            && !(text.Is(end - 1, WordClass.Stop) && text.FirstChar(end - 1) != '.' && text.FirstChar(end - 1) != ';'))
        {
            end--;
        }

        return end;
    }

    private static bool Ends(Reading text, int i, int start, Frame frame, int end, bool clause)
    {
        if (text.Is(i, WordClass.Stop))
        {
            return text.FirstChar(i) == ';' || i + 1 >= end;
        }

        if ((frame is Frame.Object or Frame.Preposition || text.Is(i - 1, WordClass.Subordinator | WordClass.Conjunction | WordClass.Dash))
            && IsQuoting(text, i))
        {
            return true;
        }

        if (text.Is(i, WordClass.Dash) && IsPutIntoWords(text, i + 1))
        {
            return true;
        }

        if (text.Is(i, WordClass.Dash) && ((frame is Frame.Object or Frame.Preposition && text.Is(i - 1, WordClass.Mark))
            || AnotherSpeakerFollows(text, i + 1, end)))
        {
            return true;
        }

        if (text.IsWord(i, "according") && text.IsWord(i + 1, "to"))
        {
            return true;
        }

        if (text.Is(i, WordClass.Comma))
        {
            if (OthersJudgements.IsRejected(text, i + 1) || OthersJudgements.IsRelativeCall(text, i + 1))
            {
                return true;
            }

            if (frame is Frame.Before)
            {
                return false;
            }

            if (SourceBehindClause.Follows(text, i + 1, end))
            {
                return true;
            }

            return AnotherCueFollows(text, start, i + 1, end) || IsQuoting(text, i + 1) || AnotherSpeakerFollows(text, i + 1, end)
                || (frame is Frame.Question or Frame.Preposition && IsAskedFirst(text, start) && OpensAnswer(text, i + 1, end))
                || (frame is Frame.Object or Frame.Preposition && !clause
                && (IsInRelative(text, start) && text.Is(i + 1, WordClass.Be | WordClass.Auxiliary)
                || text.Is(i + 1, WordClass.Wh | WordClass.Conjunction | WordClass.Subordinator | WordClass.Ing)));
        }

        if (frame is not Frame.Before && text.Is(i, WordClass.Conjunction) && AnotherCueFollows(text, start, i + 1, end))
        {
            return true;
        }

        return frame is Frame.Object or Frame.Preposition && i > start + 1 && !clause
            && ((text.Is(i, WordClass.Subordinator) && (!text.IsWord(i, "as") || text.Is(i + 1, WordClass.Subject)))
                || (text.Is(i, WordClass.Preposition) && IsCircumstanceAtEnd(text, i, end)) || IsDay(text, i));
    }

    /// <summary>“chanting, “…””.</summary>
    private static bool IsQuoting(Reading text, int i) =>
        text.Verb(i) is not null && text.Form(i) is VerbForm.Ing
        && (text.Is(i + 1, WordClass.Mark) || (text.Is(i + 1, WordClass.Colon | WordClass.Comma) && text.Is(i + 2, WordClass.Mark)));

    /// <summary>“– “we sit in,” as he puts it”: the same in the speaker's own words.</summary>
    private static bool IsPutIntoWords(Reading text, int mark) => text.Is(mark, WordClass.Mark) && text.Stretch(mark) is var stretch and >= 0
        && text.StretchRun(stretch) is var run && run.First == mark && text.IsWord(run.End, "as")
        && text.Is(run.End + 1, WordClass.Subject | WordClass.Capital | WordClass.Determiner);

    /// <summary>“Brandt, who first proposed the plan, was …”: the main clause goes on after the content.</summary>
    private static bool IsInRelative(Reading text, int start)
    {
        for (var i = start - 1; i > 0 && start - i < 6 && !text.Is(i, WordClass.Comma | WordClass.Stop); i--)
        {
            if (text.IsWord(i, "who") || text.IsWord(i, "which"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“Asked whether …,” “Asked about …,”: the question depends on the sentence that follows its comma.</summary>
    private static bool IsAskedFirst(Reading text, int question)
    {
        var first = text.SentenceRun(text.Sentence(question)).First;
        // “Asked by a reporter whether …”, “Asked for the third time whether …”.
        var circumstance = text.IsWord(first + 1, "by") || text.IsWord(first + 1, "for");
        return question > first && (question - first <= 2 || (circumstance && question - first <= LongestCircumstance && !HasPause(text, first, question)))
            && text.Verb(first) is not null && text.Form(first) is VerbForm.Participle or VerbForm.Past;
    }

    /// <summary>“…, she”, “…, the firm”, “…, company spokesman Ada Moreau”.</summary>
    private static bool OpensAnswer(Reading text, int first, int end) => text.Is(first, WordClass.Subject | WordClass.Capital | WordClass.Determiner)
        || (NounPhrases.StartingAt(text, first, end) is { IsEmpty: false } subject && text.Is(subject.End - 1, WordClass.Capital));

    private static bool IsDay(Reading text, int i) => text.Is(i, WordClass.Time) && text.Is(i, WordClass.Capital)
        && !text.Is(i - 1, WordClass.Preposition | WordClass.Determiner);

    private static bool IsCircumstanceAtEnd(Reading text, int i, int end)
    {
        // “as recently as March”, “as early as Monday”.
        while (i + 2 < end && text.IsWord(i, "as") && text.IsWord(i + 2, "as") && !TellsTime(text, i, end))
        {
            i += 2;
        }

        return TellsTime(text, i, end) || text.IsWord(i, "during") || text.IsWord(i, "after") || text.IsWord(i, "before");
    }

    private static bool TellsTime(Reading text, int i, int end)
    {
        for (var j = i + 1; j < Math.Min(end, i + 5) && !text.Is(j, WordClass.Comma | WordClass.Stop | WordClass.Preposition); j++)
        {
            if (text.Is(j, WordClass.Occasion) || (text.Is(j, WordClass.Time) && j <= i + 2))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“Asked whether …, Adelson said, “…””: the main clause begins.</summary>
    private static bool AnotherSpeakerFollows(Reading text, int i, int end)
    {
        if (!text.Is(i, WordClass.Subject | WordClass.Capital | WordClass.Determiner) || text.Is(i, WordClass.Object & ~WordClass.Subject))
        {
            return false;
        }

        var subject = NounPhrases.StartingAt(text, i, end);
        var verb = subject.End;
        if (text.Is(verb, WordClass.Sign) && text.FirstChar(verb) == '(')
        {
            while (verb < end && !(text.Is(verb, WordClass.Sign) && text.FirstChar(verb) == ')'))
            {
                verb++;
            }

            verb++;
        }

        while (verb < end && text.Is(verb, WordClass.Adverb))
        {
            verb++;
        }

        if (subject.IsEmpty || verb >= end || text.Verb(verb) is not { } saying || text.Form(verb) is VerbForm.Base or VerbForm.Ing
            || saying.Rate(Frame.Quote) < 0.6)
        {
            return false;
        }

        var next = verb + 1;
        return text.Is(next, WordClass.That | WordClass.Colon | WordClass.Mark) || (text.Is(next, WordClass.Comma)
            && text.Is(next + 1, WordClass.Mark))
            || text.IsWord(verb, "said") || text.IsWord(verb, "told");
    }

    private static int NextWord(Reading text, int i, int end)
    {
        while (i < end && text.Is(i, WordClass.Adverb | WordClass.Conjunction | WordClass.Auxiliary | WordClass.Negation)
            && !text.Is(i, WordClass.Subject))
        {
            i++;
        }

        return i;
    }

    /// <summary>“…, adding that …”, “… and called it …”: the next statement of the same speaker.</summary>
    private static bool AnotherCueFollows(Reading text, int start, int i, int end)
    {
        if (SharesAuxiliary(text, start, i))
        {
            return false;
        }

        i = NextWord(text, i, end);
        return i < end && text.Stretch(i) < 0 && text.Verb(i) is { } verb && (text.Form(i) is not VerbForm.Base and not VerbForm.Participle
            || text.Is(i - 1, WordClass.Auxiliary | WordClass.Negation))
            && text.Verb(i)!.Rate(Frame.That) + verb.Rate(Frame.Object) >= 0.9;
    }

    /// <summary>“said | she had found the letter and had read it twice”: the second verb has the subject of the first.</summary>
    private static bool SharesAuxiliary(Reading text, int start, int i)
    {
        var auxiliary = text.Is(i, WordClass.Conjunction) ? i + 1 : i;
        if (!text.Is(auxiliary - 1, WordClass.Conjunction) || !text.Is(auxiliary, WordClass.Auxiliary) || text.Is(auxiliary, WordClass.Subject))
        {
            return false;
        }

        var subject = text.Is(start, WordClass.That) ? start + 1 : start;
        return subject + 1 < auxiliary && text.Is(subject, WordClass.Subject) && text.Stretch(subject) < 0
            && text.Text.Word(subject + 1).Equals(text.Text.Word(auxiliary), StringComparison.OrdinalIgnoreCase);
    }
}
