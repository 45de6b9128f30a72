namespace BriefingBot.Quotes.Quotations;

/// <summary>“According to the ministry, …” and “…, according to the ministry”.</summary>
internal sealed class AccordingTo(Reading text)
{
    public Attribution? Find(Cue cue, TokenRun sentence)
    {
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
        while (close < end && close - first < 12
            && !text.Is(close, WordClass.Comma | WordClass.Be | WordClass.Auxiliary | WordClass.Verb | WordClass.Subject))
        {
            close++;
        }

        return text.Is(close, WordClass.Comma) && close + 1 < end && text.Is(first, WordClass.Determiner | WordClass.Wh | WordClass.Number);
    }
}
