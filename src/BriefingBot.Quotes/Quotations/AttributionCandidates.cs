namespace BriefingBot.Quotes.Quotations;

/// <summary>The third and fourth stage: for each cue, the content before or after it and the mention of the speaker.</summary>
internal sealed class AttributionCandidates(Reading text)
{
    /// <summary>Below this it is likelier that nobody is quoted.</summary>
    public const double Threshold = 0.4;

    private const double QuotedScore = 0.55;

    /// <summary>Candidates of all cues, in the cues' order; they may overlap.</summary>
    public List<Attribution> Of(List<Cue> cues)
    {
        var found = new List<Attribution>(cues.Count);
        Attribution? previous = null;
        foreach (var cue in cues)
        {
            var candidate = cue.Use is CueUse.According ? According(cue) : Of(cue, previous);
            if (candidate is { Score: >= Threshold })
            {
                found.Add(candidate);
                previous = candidate;
            }
        }

        return found;
    }

    private Attribution? Of(Cue cue, Attribution? previous)
    {
        var sentence = text.SentenceRun(text.Sentence(cue.Verb));
        var mention = Mention(cue, sentence, previous, out var start, out var rule);
        if (cue.Use is CueUse.Finite && rule is MentionRule.Subject or MentionRule.None && Preceding(cue, start, sentence) is { } before)
        {
            if (rule is MentionRule.None)
            {
                mention = Subjects.After(text, cue.Group.End, sentence.End);
                rule = mention.IsEmpty ? MentionRule.None : MentionRule.Inverted;
            }

            if (rule is not MentionRule.None)
            {
                return before with { Mention = mention, Rule = rule };
            }
        }

        if (cue.Use is CueUse.Finite && rule is MentionRule.Subject && !text.Is(cue.Group.First - 1, WordClass.Comma)
            && Distant(cue, start, sentence, out var far) is { } distant)
        {
            return distant with { Mention = far, Rule = MentionRule.Subject };
        }

        return rule is MentionRule.None && cue.Use is not CueUse.Passive && cue.Group.First == sentence.First && text.Is(cue.Verb, WordClass.Capital)
            ? Heading(cue, sentence) : Following(cue, sentence, mention, rule);
    }

    /// <summary>“Said Dorothy Poynter, who …: “…””: the verb before its subject at the head of the sentence.</summary>
    private Attribution? Heading(Cue cue, TokenRun sentence)
    {
        var mention = Subjects.After(text, cue.Group.End, sentence.End);
        for (var i = mention.End; !mention.IsEmpty && i < Math.Min(text.Count - 1, mention.End + 40) && i < sentence.End; i++)
        {
            var quote = i + 1;
            if (text.Is(i, WordClass.Colon | WordClass.Comma) && text.Is(quote, WordClass.Mark) && text.Stretch(quote) is var s and >= 0 && text.StretchRun(s).First == quote)
            {
                return new Attribution
                {
                    Cue = cue,
                    Frame = Frame.Quote,
                    Contents = [new TokenRun(quote, ContentEnds.Find(text, quote, Frame.Quote, sentence.End))],
                    Mention = mention,
                    Rule = MentionRule.Inverted,
                    Score = text.Verb(cue.Verb)!.Rate(Frame.Quote),
                };
            }
        }

        return null;
    }

    private Attribution? Following(Cue cue, TokenRun sentence, TokenRun mention, MentionRule rule)
    {
        var complement = Complement.After(text, cue, sentence.End);
        if (!complement.Exists || (rule is MentionRule.None && cue.Use is not CueUse.Passive))
        {
            return null;
        }

        var end = ContentEnds.Find(text, complement.Start, complement.Frame, sentence.End);
        if (end <= complement.Start)
        {
            return null;
        }

        var frame = cue.Use is CueUse.Passive ? Frame.Passive : complement.Frame;
        return new Attribution
        {
            Cue = cue,
            Frame = frame,
            Contents = [new TokenRun(complement.Start, end)],
            Mention = mention,
            Rule = rule,
            Score = Score(text.Verb(cue.Verb)!.Rate(frame), new TokenRun(complement.Start, end), rule),
        };
    }

    /// <summary>Words in quotation marks are somebody's, whatever the verb; a subject from elsewhere in the sentence is less sure.</summary>
    private double Score(double rate, TokenRun content, MentionRule rule)
    {
        for (var i = content.First; i < content.End; i++)
        {
            if (text.Stretch(i) >= 0)
            {
                return QuotedScore + ((1 - QuotedScore) * rate);
            }
        }

        return rule is MentionRule.MainSubject ? rate * 0.8 : rate;
    }

    private TokenRun Mention(Cue cue, TokenRun sentence, Attribution? previous, out int start, out MentionRule rule)
    {
        start = cue.Group.First;
        rule = MentionRule.Subject;
        if (cue.Use is CueUse.Passive)
        {
            rule = MentionRule.Agent;
            var by = cue.Group.End;
            var agent = text.IsWord(by, "by") ? Subjects.After(text, by + 1, sentence.End) : TokenRun.None;
            rule = agent.IsEmpty ? MentionRule.None : MentionRule.Agent;
            return agent;
        }

        if (cue.Use is CueUse.Finite)
        {
            var subject = Subjects.Before(text, cue.Group.First, sentence.First, out start);
            if (!subject.IsEmpty)
            {
                return subject;
            }

            var joined = text.Is(cue.Group.First - 1, WordClass.Conjunction) || (text.Is(cue.Group.First - 1, WordClass.Comma) && !text.Is(cue.Group.First - 2, WordClass.Mark));
            if (!joined || cue.Group.First == sentence.First)
            {
                rule = MentionRule.None;
                return TokenRun.None;
            }
        }

        var shares = previous is { Rule: not MentionRule.None } && !previous.Mention.IsEmpty && previous.Cue is { } last && text.Sentence(last.Verb) == text.Sentence(cue.Verb);
        rule = shares ? MentionRule.SharedSubject : MentionRule.MainSubject;
        var main = shares ? previous!.Mention : Subjects.OfSentence(text, sentence, cue.Group.First);
        rule = main.IsEmpty ? MentionRule.None : rule;
        return main;
    }

    /// <summary>What stands before “…, she said” or “…,” said Smith; null when nothing does.</summary>
    private Attribution? Preceding(Cue cue, int start, TokenRun sentence)
    {
        var last = start - 1;
        if (last < 0 || text.Is(last, WordClass.Conjunction))
        {
            return null;
        }

        var comma = text.Is(last, WordClass.Comma | WordClass.Dash) && text.Stretch(last) < 0;
        var mark = comma ? last - 1 : last;
        // “…,” another friend, Mariam Emara said.
        if (comma && !text.Is(mark, WordClass.Mark) && NounPhrases.EndingAt(text, mark, sentence.First) is { IsEmpty: false } described
            && text.Is(described.First - 1, WordClass.Mark))
        {
            (mark, comma) = (described.First - 1, false);
        }

        if (text.Is(mark, WordClass.Mark) && text.Stretch(mark) >= 0 && text.StretchRun(text.Stretch(mark)).End == mark + 1
            && text.Paragraph(mark) == text.Paragraph(cue.Verb))
        {
            return BeforeQuote(cue, mark, comma);
        }

        return comma && last > sentence.First && IsParenthetic(cue, sentence) ? BeforeClause(cue, last, sentence) : null;
    }

    /// <summary>“…,” Melanne Verveer, who had served as chief of staff under Clinton told …: the speaker begins right after the marks.</summary>
    private Attribution? Distant(Cue cue, int start, TokenRun sentence, out TokenRun mention)
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

            if (text.Is(i, WordClass.Stop | WordClass.Conjunction | WordClass.Ing) || (text.Verb(i) is not null && text.Form(i) is not VerbForm.Base && !text.IsWord(i - 1, "who")))
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
        if (first > head && !text.Is(first - 1, WordClass.Colon))
        {
            first = text.Stretch(first - 1) >= 0 ? first : ClauseStart(first, head);
        }

        return new Attribution
        {
            Cue = cue,
            Frame = Frame.Before,
            Contents = [new TokenRun(first, mark + 1)],
            Rule = MentionRule.None,
            Score = Math.Max(0.6, text.Verb(cue.Verb)!.Rate(Frame.Before)),
        };
    }

    /// <summary>Whether the quotation marks close as they do before “he said”: “…,” or “…?”, and not “…”.</summary>
    private bool Invites(Cue cue, int mark, bool comma)
    {
        var own = text.StretchRun(text.Stretch(mark));
        var words = own.End - own.First - 3;
        var sentence = text.SentenceRun(text.Sentence(own.First));
        var opens = own.First == sentence.First;
        if (!opens && !comma && Complement.After(text, cue, text.SentenceRun(text.Sentence(cue.Verb)).End) is { Exists: true, Frame: Frame.Quote } direct
            && text.Is(direct.Start - 1, ~WordClass.Comma))
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

    private Attribution? BeforeClause(Cue cue, int comma, TokenRun sentence)
    {
        var first = sentence.First;
        while (first < comma && text.Is(first, WordClass.Conjunction))
        {
            first++;
        }

        for (var i = comma - 1; i > first; i--)
        {
            if (text.Is(i, WordClass.Dash) && text.Stretch(i) < 0)
            {
                first = i + 1;
            }
        }

        var quoteFollows = text.Is(cue.Group.End, WordClass.Comma | WordClass.Colon) && text.Is(cue.Group.End + 1, WordClass.Mark);
        if (quoteFollows && (text.Is(first, WordClass.Subordinator | WordClass.Preposition | WordClass.Ing | WordClass.Adverb | WordClass.To | WordClass.Conjunction)
            || text.Verb(first) is not null || text.Is(cue.Group.End + 2, WordClass.Capital)))
        {
            return null;
        }

        var contents = new List<TokenRun>(2);
        if (comma - first >= 2)
        {
            contents.Add(new TokenRun(first, comma));
        }

        var next = cue.Group.End;
        if (text.Is(next, WordClass.Comma) && next + 2 < sentence.End && !text.Is(next + 1, WordClass.Ing))
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
            Score = text.Verb(cue.Verb)!.Rate(Frame.Before),
        };
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
            return !subject.IsEmpty && text.Is(subject.End, WordClass.Stop | WordClass.Comma | WordClass.Preposition | WordClass.Time | WordClass.None);
        }

        return !Complement.After(text, cue, sentence.End).Exists;
    }

    private Attribution? According(Cue cue)
    {
        var sentence = text.SentenceRun(text.Sentence(cue.Verb));
        var mention = NounPhrases.StartingAt(text, cue.Group.End, sentence.End);
        if (mention.IsEmpty)
        {
            return null;
        }

        TokenRun content;
        if (cue.Group.First <= sentence.First + 1)
        {
            var i = mention.End;
            while (i < sentence.End && !(text.Is(i, WordClass.Comma) && text.Stretch(i) < 0))
            {
                i++;
            }

            while (text.Is(i, WordClass.Comma) && i + 1 < sentence.End && IsAppositive(i + 1, sentence.End, out var close))
            {
                i = close;
            }

            content = i + 1 < sentence.End ? new TokenRun(i + 1, ContentEnds.Find(text, i + 1, Frame.That, sentence.End)) : TokenRun.None;
        }
        else
        {
            var last = text.Is(cue.Group.First - 1, WordClass.Comma | WordClass.Dash) ? cue.Group.First - 1 : cue.Group.First;
            var first = sentence.First;
            while (first < last && text.Is(first, WordClass.Conjunction))
            {
                first++;
            }

            content = new TokenRun(first, last);
        }

        return content.IsEmpty ? null : new Attribution
        {
            Cue = cue,
            Frame = Frame.Before,
            Contents = [content],
            Mention = mention,
            Rule = MentionRule.According,
            Score = 0.85,
        };
    }

    /// <summary>“According to Smith, the chairman, …”: whether an apposition stands between this comma and the next.</summary>
    private bool IsAppositive(int first, int end, out int close)
    {
        close = first;
        while (close < end && close - first < 12 && !text.Is(close, WordClass.Comma | WordClass.Be | WordClass.Auxiliary | WordClass.Verb | WordClass.Subject))
        {
            close++;
        }

        return text.Is(close, WordClass.Comma) && close + 1 < end && text.Is(first, WordClass.Determiner | WordClass.Wh | WordClass.Number);
    }
}
