namespace BriefingBot.Quotes.Quotations;

/// <summary>Statements in marks that only a colon introduces: “From the report: “…””, “She went further: “…””.</summary>
internal static class Colons
{
    private const int LongestName = 7;

    /// <summary>A candidate for each colon that introduces a stretch in quotation marks.</summary>
    public static void AddTo(List<Attribution> candidates, Reading text)
    {
        for (var i = 1; i + 1 < text.Count; i++)
        {
            if (text.Is(i, WordClass.Colon) && (text.Stretch(i) < 0 || LeftOpen(text, i)) && At(text, i) is { } found)
            {
                candidates.Add(found);
            }
        }
    }

    /// <summary>Whether the token stands in a paragraph that opens with a mark and never closes it: marks around a whole excerpt.</summary>
    private static bool LeftOpen(Reading text, int token)
    {
        var run = text.StretchRun(text.Stretch(token));
        return token - run.First <= LongestName && !text.Is(run.End - 1, WordClass.Mark);
    }

    private static Attribution? At(Reading text, int colon)
    {
        var sentence = text.SentenceRun(text.Sentence(colon));
        sentence = text.Is(sentence.First, WordClass.Mark) ? sentence with { First = sentence.First + 1 } : sentence;
        var quoted = text.Is(colon + 1, WordClass.Mark) && text.Stretch(colon + 1) is var s and >= 0
            && text.StretchRun(s).First == colon + 1;
        var name = NounPhrases.EndingAt(text, colon - 1, sentence.First);
        if (quoted)
        {
            var standsAlone = !name.IsEmpty && (name.First == sentence.First
                || text.Is(name.First - 1, WordClass.Dash | WordClass.Stop | WordClass.Sign)
                || text.IsWord(name.First - 1, "from"));
            var mention = standsAlone ? name : Subjects.WithName(text, Subjects.OfSentence(text, sentence with { End = colon }, colon), sentence.End);
            return mention.IsEmpty ? null : Found(new TokenRun(colon + 1, ContentEnds.Find(text, colon + 1, Frame.Quote, sentence.End)), mention, 0.6);
        }

        return null;
    }

    private static Attribution Found(TokenRun content, TokenRun mention, double score) => new()
    {
        Frame = Frame.Quote,
        Contents = [content],
        Mention = mention,
        Rule = MentionRule.Transcript,
        Score = score,
    };
}
