namespace BriefingBot.Quotes.Quotations;

/// <summary>Quotations with their author's name after a dash, beside or below them: “…” ― Francisco Herrero.</summary>
internal static class TrailingNames
{
    private const int LongestName = 9;

    /// <summary>
    /// Each paragraph from its first mark to the last before a dash and a name that end it, or stand alone in the paragraph below: whatever
    /// marks stand within, and whether or not they balance. Linear.
    /// </summary>
    public static List<Attribution> OfWholeParagraphs(Reading text)
    {
        var found = new List<Attribution>();
        for (int first = 0, end; first < text.Count; first = end)
        {
            end = text.ParagraphEnd(first);
            if (text.Is(first, WordClass.Mark) && DashOf(text, first, end) is { } dash && text.Is(dash - 1, WordClass.Mark) && dash - first > 2)
            {
                AddNamed(found, text, new TokenRun(first, dash), dash, end);
            }
            else if (text.Is(first, WordClass.Mark) && end < text.Count && text.Is(end, WordClass.Dash) && EndOfWords(text, first, end) is { } words
                && text.ParagraphEnd(end) is var below && below - end <= LongestName + 1)
            {
                AddNamed(found, text, new TokenRun(first, words), end, below);
            }
        }

        return found;
    }

    /// <summary>Where the words of a paragraph end that is all in marks; null where they are not a statement's.</summary>
    private static int? EndOfWords(Reading text, int first, int end)
    {
        return text.Stretch(first) is var stretch and >= 0 && QuoteChain.WholeParagraphs(text, stretch) is { } words && words.First == first && words.End <= end
            && text.HasWords(words, 3) ? words.End : null;
    }

    private static void AddNamed(List<Attribution> found, Reading text, TokenRun words, int dash, int end)
    {
        var name = dash + (text.Is(dash + 1, WordClass.Dash) ? 2 : 1);
        var last = text.Is(end - 1, WordClass.Stop) ? end - 1 : end;
        if (name < last && text.Is(name, WordClass.Capital) && (text.Paragraph(dash) == text.Paragraph(words.First) || NamesSomebody(text, name, last)))
        {
            var chain = text.Stretch(words.First) is var stretch and >= 0 ? text.StretchRun(QuoteChain.First(text, stretch)).First : words.First;
            found.Add(Found(new TokenRun(chain, words.End), new TokenRun(name, last)));
        }
    }

    /// <summary>A name, with an office behind a comma or without: a line that says more than that is no author's.</summary>
    private static bool NamesSomebody(Reading text, int first, int end)
    {
        var i = first;
        while (i < end && (text.Is(i, WordClass.Capital) || NameParticles.Contains(text.Text.Word(i))))
        {
            i++;
        }

        return i == end || text.Is(i, WordClass.Comma) || (text.Is(i, WordClass.Sign) && text.FirstChar(i) == '(');
    }

    /// <summary>The last dash that no more than a name follows; null when there is none.</summary>
    private static int? DashOf(Reading text, int first, int end)
    {
        for (var i = end - 1; i > first && end - i <= LongestName + 1 && !text.Is(i, WordClass.Mark); i--)
        {
            if (text.Is(i, WordClass.Dash))
            {
                return text.Is(i - 1, WordClass.Dash) ? i - 1 : i;
            }
        }

        return null;
    }

    private static Attribution Found(TokenRun words, TokenRun name) => new()
    {
        Frame = Frame.Before,
        Contents = [words],
        Mention = name,
        Rule = MentionRule.TrailingName,
        Score = 0.85,
    };

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
                candidates.Add(Found(new TokenRun(text.StretchRun(QuoteChain.First(text, stretch)).First, run.End), new TokenRun(name, end)));
            }
        }
    }
}
