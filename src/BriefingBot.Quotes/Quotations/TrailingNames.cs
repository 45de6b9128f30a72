namespace BriefingBot.Quotes.Quotations;

/// <summary>Quotations with their author's name after a dash: “…” ― Francisco Herrero.</summary>
internal static class TrailingNames
{
    private const int LongestName = 9;

    /// <summary>A candidate for each stretch that a dash and a name follow, up to the paragraph's end.</summary>
    public static void AddTo(List<Attribution> candidates, Reading text)
    {
        for (var stretch = 0; stretch < text.Stretches; stretch++)
        {
            var run = text.StretchRun(stretch);
            var name = run.End + 1;
            if (run.IsEmpty || name >= text.Count || !text.Is(run.End, WordClass.Dash) || text.Paragraph(name) != text.Paragraph(run.First)
                || text.SentenceRun(text.Sentence(run.First)).First != run.First)
            {
                continue;
            }

            name += text.Is(name, WordClass.Dash) ? 1 : 0;
            var end = name;
            while (end < text.Count && text.Paragraph(end) == text.Paragraph(run.First) && !text.Is(end, WordClass.Stop))
            {
                end++;
            }

            var ends = end >= text.Count || text.Paragraph(end) != text.Paragraph(run.First) || end + 1 >= text.Count
                || text.Paragraph(end + 1) != text.Paragraph(run.First);
            if (ends && end > name && end - name <= LongestName && text.Is(name, WordClass.Capital))
            {
                candidates.Add(new Attribution
                {
                    Frame = Frame.Before,
                    Contents = [new TokenRun(text.StretchRun(QuoteChain.First(text, stretch)).First, run.End)],
                    Mention = new TokenRun(name, end),
                    Rule = MentionRule.TrailingName,
                    Score = 0.85,
                });
            }
        }
    }
}
