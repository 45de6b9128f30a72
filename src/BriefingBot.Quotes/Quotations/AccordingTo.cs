namespace BriefingBot.Quotes.Quotations;

/// <summary>“According to the ministry, …” and “…, according to the ministry”; “in the words of the founder” and its like.</summary>
internal sealed class AccordingTo(Reading text)
{
    /// <summary>“in the words of”, “in the judgment of”, “in the telling of”, beside a comma or at the head of the sentence.</summary>
    public static bool IsWordsOf(Reading text, int token) => text.IsWord(token, "in") && text.IsWord(token + 1, "the") && text.IsWord(token + 3, "of")
        && OwnWords.IsNoun(text, token + 2) && text.Sentence(token) == text.Sentence(token + 3) && OwnWords.StandsApart(text, token);

    public Attribution? Find(Cue cue, TokenRun sentence)
    {
        var mention = NounPhrases.StartingAt(text, cue.Group.End, sentence.End);
        if (mention.IsEmpty)
        {
            return null;
        }

        TokenRun content;
        if (!text.IsWord(cue.Group.First, "according") && Introduced(mention.End, sentence) is { IsEmpty: false } introduced)
        {
            (content, mention) = (introduced, Subjects.WithName(text, mention, sentence.End));
        }
        else if (cue.Group.First <= sentence.First + 1)
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

            content = i + 1 < sentence.End ? new TokenRun(i + 1, ContentEnds.Find(text, i + 1, Frame.Before, sentence.End)) : TokenRun.None;
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
            if (!text.IsWord(cue.Group.First, "according") && !text.Is(mention.End, WordClass.Stop) && mention.End < sentence.End)
            {
                return Interrupted(cue, content, mention, sentence);
            }
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

    /// <summary>“In the words of the founder, printed on every lid: “…””.</summary>
    private TokenRun Introduced(int first, TokenRun sentence)
    {
        for (var i = first; i + 1 < sentence.End && i - first < 20 && text.Stretch(i) < 0; i++)
        {
            if (text.Is(i, WordClass.Colon) && text.Is(i + 1, WordClass.Mark) && text.Stretch(i + 1) is var stretch and >= 0)
            {
                return text.StretchRun(stretch);
            }
        }

        return TokenRun.None;
    }

    /// <summary>“The latch is, in the judgment of an engineer, “perfectly good””: goes on behind the comma that closes the phrase.</summary>
    private Attribution? Interrupted(Cue cue, TokenRun before, TokenRun mention, TokenRun sentence)
    {
        var comma = mention.End;
        while (comma < sentence.End && comma - mention.End < 20 && !text.Is(comma, WordClass.Comma | WordClass.Mark | WordClass.Stop))
        {
            comma++;
        }

        var after = comma + 1;
        // “…, in the judgment of Keller, who owns the mill.”
        var apart = text.Is(after, WordClass.Wh) && !text.Is(sentence.First, WordClass.Wh);
        return before.IsEmpty || !text.Is(comma, WordClass.Comma) || after >= sentence.End ? null : new Attribution
        {
            Cue = cue,
            Frame = Frame.Before,
            Contents = apart ? [before] : [before, new TokenRun(after, ContentEnds.Find(text, after, Frame.Before, sentence.End))],
            Mention = mention,
            Rule = MentionRule.According,
            Score = 0.75,
        };
    }

    /// <summary>“According to Smith, the chairman, …”: whether an apposition stands between this comma and the next.</summary>
    private bool IsAppositive(int first, int end, out int close)
    {
        close = first;
        while (close < end && close - first < 12
            && !text.Is(close, WordClass.Comma | WordClass.Be | WordClass.Auxiliary | WordClass.Verb | WordClass.Subject))
        {
            close++;
        }

        return text.Is(close, WordClass.Comma) && close + 1 < end && text.Is(first, WordClass.Determiner | WordClass.Wh | WordClass.Number);
    }
}
