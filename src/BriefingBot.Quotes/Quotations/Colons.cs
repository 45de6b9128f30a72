namespace BriefingBot.Quotes.Quotations;

/// <summary>Statements that only a colon introduces: transcripts (NAME: …), “From the report: “…””, “She went further: “…””.</summary>
internal static class Colons
{
    private const int LongestName = 7;

    /// <summary>A candidate for each colon that introduces a stretch in quotation marks or a paragraph of a transcript.</summary>
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
        var paragraph = colon == 0 || sentence.First == 0 || text.Is(sentence.First - 1, WordClass.Mark)
            || text.Paragraph(sentence.First - 1) != text.Paragraph(sentence.First);
        var name = NounPhrases.EndingAt(text, colon - 1, sentence.First);
        if (quoted)
        {
            var standsAlone = !name.IsEmpty && (name.First == sentence.First
                || text.Is(name.First - 1, WordClass.Dash | WordClass.Stop | WordClass.Sign)
                || text.IsWord(name.First - 1, "from"));
            var mention = standsAlone ? name : Subjects.OfSentence(text, sentence, colon);
            return mention.IsEmpty ? null : Found(new TokenRun(colon + 1, ContentEnds.Find(text, colon + 1, Frame.Quote, sentence.End)), mention, 0.6);
        }

        // “NAME: …” at the head of a paragraph; a headline has the same form, so it takes a second turn or capitals throughout.
        if (!paragraph || name.IsEmpty || name.First != sentence.First || colon - sentence.First > LongestName || colon + 1 >= text.Count
            || text.Paragraph(colon + 1) != text.Paragraph(colon) || !IsTurn(text, name, colon))
        {
            return null;
        }

        var end = colon + 1;
        while (end < text.Count && text.Paragraph(end) == text.Paragraph(colon))
        {
            end++;
        }

        return Found(new TokenRun(colon + 1, end), name, 0.7);
    }

    private static bool IsTurn(Reading text, TokenRun name, int colon)
    {
        if (text.Paragraph(colon) == 1)
        {
            return false;
        }

        var capitals = true;
        for (var i = name.First; i < name.End; i++)
        {
            if (!text.Is(i, WordClass.Capital))
            {
                return false;
            }

            foreach (var c in text.Text.Word(i))
            {
                capitals &= !char.IsLower(c);
            }
        }

        return capitals && text.Text.Word(name.First).Length > 2;
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
