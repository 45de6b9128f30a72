namespace BriefingBot.Quotes.Quotations;

/// <summary>A part of the third stage: what was said stands before “she said” or “said Smith”.</summary>
internal sealed class WordsBefore(Reading text)
{
    /// <summary>Words in marks with a verb beside them are a statement nearly always, whatever the verb.</summary>
    private const double Sure = 0.9;

    private const double Headlined = 0.6;

    /// <summary>What stands before “…, she said” or “…,” said Smith; null when nothing does.</summary>
    public Attribution? Find(Cue cue, int start, TokenRun sentence)
    {
        var last = start - 1;
        if (last < 0 || text.Is(last, WordClass.Conjunction))
        {
            return null;
        }

        // “…,” as she put it.
        last -= text.IsWord(last, "as") && last > sentence.First && text.Is(last - 1, WordClass.Mark) ? 1 : 0;

        var comma = text.Is(last, WordClass.Comma | WordClass.Dash) && text.Stretch(last) < 0;
        var mark = comma ? last - 1 : last;
        // “…,” another friend, Mariam Emara said.
        if (comma && !text.Is(mark, WordClass.Mark) && NounPhrases.EndingAt(text, mark, sentence.First) is { IsEmpty: false } described
            && described.First > sentence.First && text.Is(described.First - 1, WordClass.Mark))
        {
            (mark, comma) = (described.First - 1, false);
        }

        if (text.Is(mark, WordClass.Mark) && text.Stretch(mark) >= 0 && text.StretchRun(text.Stretch(mark)).End == mark + 1
            && text.Paragraph(mark) == text.Paragraph(cue.Verb))
        {
            return BeforeQuote(cue, mark, comma);
        }

        // “…, as she reminded the court, …”.
        var aside = !comma && text.IsWord(last, "as") && last - 1 > sentence.First && text.Is(last - 1, WordClass.Comma);
        last -= aside ? 1 : 0;
        return (comma || aside) && last > sentence.First && text.Stretch(last) < 0 && ParenthesisEnd(cue, sentence, aside) is { } close ? BeforeClause(cue, last, close, sentence) : null;
    }

    /// <summary>
    /// “…,” Melanne Verveer, who had served as chief of staff under Clinton told …: the speaker begins right after the marks.
    /// </summary>
    public Attribution? FindFar(Cue cue, int start, TokenRun sentence, out TokenRun mention)
    {
        mention = TokenRun.None;
        for (var i = Math.Min(start, cue.Group.First) - 1; i > sentence.First && start - i < 40; i--)
        {
            if (text.Stretch(i) >= 0)
            {
                if (!text.Is(i, WordClass.Mark) || !text.Is(i - 1, WordClass.Comma) || text.StretchRun(text.Stretch(i)).End != i + 1)
                {
                    return null;
                }

                mention = NounPhrases.StartingAt(text, i + 1, cue.Group.First);
                return mention.IsEmpty ? null : BeforeQuote(cue, i, false);
            }

            if (text.Is(i, WordClass.Stop | WordClass.Conjunction | WordClass.Ing) || (text.Verb(i) is not null
                && text.Form(i) is not VerbForm.Base && !text.IsWord(i - 1, "who")))
            {
                return null;
            }
        }

        return null;
    }

    private Attribution? BeforeQuote(Cue cue, int mark, bool comma)
    {
        var stretch = QuoteChain.First(text, text.Stretch(mark));
        var run = text.StretchRun(stretch);
        if (!Invites(cue, mark, comma))
        {
            return null;
        }

        var first = run.First;
        var head = text.SentenceRun(text.Sentence(first)).First;
        if (first > head && !text.Is(first - 1, WordClass.Colon) && !text.IsWord(mark + 1, "as"))
        {
            first = text.Stretch(first - 1) >= 0 ? first : ClauseStart(first, head);
        }

        return new Attribution
        {
            Cue = cue,
            Frame = Frame.Before,
            Contents = [new TokenRun(first, mark + 1)],
            Rule = MentionRule.None,
            Score = Math.Max(Sure, text.Verb(cue.Verb)!.Rate(Frame.Before)),
        };
    }

    /// <summary>Whether the quotation marks close as they do before “he said”: “…,” or “…?”, and not “…”.</summary>
    private bool Invites(Cue cue, int mark, bool comma)
    {
        var own = text.StretchRun(text.Stretch(mark));
        var words = own.End - own.First - 3;
        var sentence = text.SentenceRun(text.Sentence(own.First));
        var opens = own.First == sentence.First;
        if (!opens && !comma
            && Complement.After(text, cue, text.SentenceRun(text.Sentence(cue.Verb)).End) is { Exists: true, Frame: Frame.Quote or Frame.That } direct
            && (direct.Frame is Frame.That || text.Is(direct.Start - 1, ~WordClass.Comma)))
        {
            return false;
        }

        if (!opens && words <= 2 && text.Is(own.First - 1, ~WordClass.Comma) && text.Is(cue.Group.First - 1, WordClass.Mark))
        {
            return false;
        }

        if (comma || text.Is(mark - 1, WordClass.Comma | WordClass.Dash))
        {
            return true;
        }

        if (!text.Is(mark - 1, WordClass.Stop | WordClass.Sign))
        {
            return false;
        }

        var next = cue.Group.End;
        if (text.FirstChar(mark - 1) == '.')
        {
            return next >= text.Count || text.Is(next, WordClass.Stop);
        }

        return !text.Is(mark + 1, WordClass.Capital) || Complement.After(text, cue, text.SentenceRun(text.Sentence(cue.Verb)).End) is not
        { Exists: true, Frame: Frame.That or Frame.Quote or Frame.Object };
    }

    private int ClauseStart(int first, int head)
    {
        for (var i = first - 1; i > head; i--)
        {
            if (text.Stretch(i) >= 0)
            {
                return i + 1;
            }
        }

        return head;
    }

    /// <summary>Where the clause before the comma begins: behind “and” or “but” at the sentence's head, and behind its last dash or semicolon.</summary>
    public static int ClauseStart(Reading text, int comma, TokenRun sentence)
    {
        var first = sentence.First;
        while (first < comma && text.Is(first, WordClass.Conjunction))
        {
            first++;
        }

        for (var i = comma - 1; i > first; i--)
        {
            if (text.Stretch(i) < 0 && (text.Is(i, WordClass.Dash) || (text.Is(i, WordClass.Stop) && text.FirstChar(i) == ';')))
            {
                return i + 1;
            }
        }

        return first;
    }

    private Attribution? BeforeClause(Cue cue, int comma, int next, TokenRun sentence)
    {
        var first = ClauseStart(text, comma, sentence);
        // “Asked by a reporter whether …, she hesitated”: the circumstance of what follows, said by nobody.
        if (text.Verb(first) is not null && text.Form(first) is VerbForm.Past or VerbForm.Participle
            && text.Is(first + 1, WordClass.Wh | WordClass.Preposition))
        {
            return null;
        }

        var front = new TokenRun(first, comma);
        var interrupted = text.Is(next, WordClass.Comma) && Clauses.IsInterrupted(text, front, next + 1);
        var quoteFollows = text.Is(next, WordClass.Comma | WordClass.Colon) && text.Is(next + 1, WordClass.Mark);
        if (quoteFollows && !interrupted
            && (text.Is(first, WordClass.Subordinator | WordClass.Preposition | WordClass.Ing | WordClass.Adverb | WordClass.To | WordClass.Conjunction)
            || text.Verb(first) is not null || text.Is(next + 2, WordClass.Capital)))
        {
            return null;
        }

        var contents = new List<TokenRun>(2);
        if (comma - first >= 2 || interrupted)
        {
            contents.Add(front);
        }

        // “Keller left, she said, leaving …”, but “While some left, she said, leaving was …”.
        if (text.Is(next, WordClass.Comma) && next + 2 < sentence.End && (!text.Is(next + 1, WordClass.Ing) || text.Is(first, WordClass.Subordinator | WordClass.Preposition))
            && !SourceBehindClause.Follows(text, next + 1, sentence.End))
        {
            var end = ContentEnds.Find(text, next + 1, Frame.That, sentence.End);
            if (end > next + 1)
            {
                contents.Add(new TokenRun(next + 1, end));
            }
        }

        if (contents.Count == 0)
        {
            return null;
        }

        return new Attribution
        {
            Cue = cue,
            Frame = Frame.Before,
            Contents = contents,
            Rule = MentionRule.None,
            Score = Math.Max(text.Verb(cue.Verb)!.Rate(Frame.Before), EndsHeadline(cue, sentence) ? Headlined : interrupted && text.Verb(cue.Verb)!.Rate(Frame.That) > 0.5 ? Sure : 0),
            Prevails = interrupted,
        };
    }

    /// <summary>“Firm Knew of Fault, Memos Show”: in prose such a verb seldom stands so.</summary>
    private bool EndsHeadline(Cue cue, TokenRun sentence) => sentence.First == 0 && text.Verb(cue.Verb)!.Rate(Frame.That) > 0.5
        && (cue.Group.End >= sentence.End || text.Is(cue.Group.End, WordClass.Stop)) && sentence.End < text.Count
        && text.Paragraph(sentence.End) != text.Paragraph(0);

    /// <summary>Whether the verb stands before its subject: “…, said two people briefed on the matter.”</summary>
    public static bool IsBeforeLongSource(Reading text, Cue cue, int end) => text.Verb(cue.Verb)!.Rate(Frame.Before) >= 0.6
        && Subjects.After(text, cue.Group.End, end) is { IsEmpty: false } subject && IsReducedRelative(text, subject);

    /// <summary>“two people briefed on the matter”.</summary>
    private static bool IsReducedRelative(Reading text, TokenRun subject) => !text.Is(subject.End - 1, WordClass.Capital | WordClass.Subject)
        && subject.End < text.Count && text.Tokens[subject.End].Kind == TokenKind.Word && text.Text.Word(subject.End).EndsWith("ed", StringComparison.Ordinal)
        && text.Is(subject.End + 1, WordClass.Preposition);

    /// <summary>The token behind “she said”, “said Smith”, “she told the court”; null where what was said follows the verb.</summary>
    private int? ParenthesisEnd(Cue cue, TokenRun sentence, bool aside)
    {
        var i = cue.Group.End;
        if (text.Verb(cue.Verb) is { Addresses: true } verb && Addressees.End(text, verb, i, sentence.End) is var told and >= 0 && text.Is(told, WordClass.Comma)
            && !text.Is(told + 1, WordClass.That | WordClass.Wh))
        {
            return told;
        }

        if (aside)
        {
            return text.Is(i, WordClass.Comma) ? i : null;
        }

        return IsParenthetic(cue, sentence) ? i : null;
    }

    /// <summary>“…, he said on Tuesday.”: nothing that was said follows the verb.</summary>
    private bool IsParenthetic(Cue cue, TokenRun sentence)
    {
        var i = cue.Group.End;
        if (i >= sentence.End || text.Is(i, WordClass.Stop | WordClass.Comma | WordClass.Dash))
        {
            return true;
        }

        // Inverted: “…, said Smith.”
        if (text.Is(cue.Group.First - 1, WordClass.Comma))
        {
            var subject = Subjects.After(text, i, sentence.End);
            return !subject.IsEmpty
                && (text.Is(subject.End, WordClass.Stop | WordClass.Comma | WordClass.Preposition | WordClass.Time) || IsReducedRelative(text, subject));
        }

        return !Complement.After(text, cue, sentence.End).Exists;
    }
}
