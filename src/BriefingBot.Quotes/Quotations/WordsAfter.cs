namespace BriefingBot.Quotes.Quotations;

/// <summary>A part of the third stage: what was said follows the verb.</summary>
internal sealed class WordsAfter(Reading text)
{
    private const double QuotedScore = 0.55;

    /// <summary>“Said Dorothy Poynter, who …: “…””: the verb before its subject at the head of the sentence.</summary>
    public Attribution? FindBehindSubject(Cue cue, TokenRun sentence)
    {
        var mention = Subjects.After(text, cue.Group.End, sentence.End);
        for (var i = mention.End; !mention.IsEmpty && i < Math.Min(text.Count - 1, mention.End + 40) && i < sentence.End; i++)
        {
            var quote = i + 1;
            if (text.Is(i, WordClass.Colon | WordClass.Comma) && text.Is(quote, WordClass.Mark) && text.Stretch(quote) is var s and >= 0
                && text.StretchRun(s).First == quote)
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

    /// <summary>What follows the verb, or is answered before a participle; null when nothing does.</summary>
    public Attribution? Find(Cue cue, TokenRun sentence, TokenRun mention, MentionRule rule)
    {
        var told = rule is MentionRule.Agent && PassiveSubjects.AreTold(text, cue.Verb);
        if (rule is MentionRule.Agent && !told && Answered(cue, sentence) is { } answered)
        {
            return answered with { Mention = mention };
        }

        // “Drivers questioned by police said …”: what follows is the drivers'.
        if (told && (text.Is(mention.End, WordClass.Be | WordClass.Auxiliary | WordClass.Verb) || text.Verb(mention.End) is not null))
        {
            return null;
        }

        // “was told by the mayor that …”.
        var complement = Complement.After(text, told ? cue with { Group = new TokenRun(cue.Group.First, mention.End) } : cue, sentence.End);
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
            Prevails = rule is MentionRule.Subject && text.IsWord(mention.First - 1, "what") && text.IsWord(mention.First - 2, "in") && OthersJudgements.IsWhatCall(text, mention.First - 1),
        };
    }

    /// <summary>“allegations rejected by Washington”: what is answered stands before the participle.</summary>
    private Attribution? Answered(Cue cue, TokenRun sentence)
    {
        var rate = text.Verb(cue.Verb)!.Rate(Frame.Object);
        var content = NounPhrases.EndingAt(text, cue.Group.First - 1, sentence.First);
        return content.IsEmpty ? null : new Attribution
        {
            Cue = cue with { Group = new TokenRun(cue.Group.First, cue.Group.End + 1) },
            Frame = Frame.Passive,
            Contents = [content],
            Rule = MentionRule.Agent,
            Score = rate * 0.8,
        };
    }

    /// <summary>
    /// Words in quotation marks are somebody's, whatever the verb; a subject from elsewhere in the sentence is less sure.
    /// </summary>
    private double Score(double rate, TokenRun content, MentionRule rule)
    {
        if (IsTitle(content))
        {
            return rate * 0.4;
        }

        for (var i = content.First; i < content.End; i++)
        {
            if (text.Stretch(i) >= 0)
            {
                return QuotedScore + ((1 - QuotedScore) * rate);
            }
        }

        return rule is MentionRule.MainSubject ? rate * 0.8 : rate;
    }

    /// <summary>“read “War and Peace””: the marks hold a title when every longer word has a capital and no stop or comma ends it.</summary>
    private bool IsTitle(TokenRun content)
    {
        if (!text.Is(content.First, WordClass.Mark) || text.Is(content.First - 1, WordClass.Comma | WordClass.Colon))
        {
            return false;
        }

        var run = text.StretchRun(text.Stretch(content.First));
        var words = 0;
        for (var i = run.First + 1; i < run.End - 1; i++)
        {
            if (text.Is(i, WordClass.Stop | WordClass.Comma) || (text.Tokens[i].Length > 3 && text.Tokens[i].Kind == TokenKind.Word
                && !text.Is(i, WordClass.Capital)))
            {
                return false;
            }

            words++;
        }

        return words is >= 2 and <= 8;
    }
}
