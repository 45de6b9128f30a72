namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Chooses among candidates: the outermost statement is kept, what is reported within it is a part of it; and quotations that are
/// interrupted by their cue get the words after it.
/// </summary>
internal static class AttributionChoice
{
    /// <summary>Those that stand, in text order of their cues; their contents do not overlap.</summary>
    public static List<Attribution> Of(Reading text, List<Attribution> turns, List<Attribution> candidates)
    {
        var claimed = new bool[text.Count];
        var chosen = new List<Attribution>(candidates.Count);
        foreach (var turn in turns)
        {
            Take(turn, claimed, chosen);
        }

        foreach (var candidate in candidates)
        {
            if (candidate.Frame is Frame.Before)
            {
                Take(candidate, claimed, chosen);
            }
        }

        for (var i = 0; i < chosen.Count; i++)
        {
            GoOn(text, chosen[i], claimed);
        }

        var before = chosen.Count;
        foreach (var candidate in candidates)
        {
            if (candidate.Frame is not Frame.Before)
            {
                Take(candidate, claimed, chosen);
            }
        }

        for (var i = before; i < chosen.Count; i++)
        {
            GoOn(text, chosen[i], claimed);
        }

        chosen.Sort((a, b) => Position(a).CompareTo(Position(b)));

        return chosen;
    }

    private static int Position(Attribution a) => a.Cue?.Verb ?? a.First;

    private static void Take(Attribution candidate, bool[] claimed, List<Attribution> chosen)
    {
        if (candidate.Cue is { } cue && claimed[cue.Verb])
        {
            return;
        }

        foreach (var run in candidate.Contents)
        {
            for (var i = run.First; i < run.End; i++)
            {
                if (claimed[i])
                {
                    return;
                }
            }
        }

        foreach (var run in candidate.Contents)
        {
            Array.Fill(claimed, true, run.First, run.End - run.First);
        }

        chosen.Add(candidate);
    }

    /// <summary>“A,” she said. “B.” – and the sentences in quotation marks that follow in the same paragraph.</summary>
    private static void GoOn(Reading text, Attribution attribution, bool[] claimed)
    {
        if (attribution.Cue is not { } cue || !text.Is(attribution.End - 1, WordClass.Mark) || NextParagraphs.IsQuestion(text, attribution))
        {
            return;
        }

        var last = Math.Max(attribution.End, cue.Group.End);
        while (NextStretch(text, last) is var stretch and >= 0)
        {
            var run = text.StretchRun(stretch);
            var end = QuoteChain.End(text, stretch);
            if (claimed[run.First] || !(Follows(text, last, run.First, claimed) || (text.Is(attribution.Contents[^1].First, WordClass.Mark)
                && text.FirstChar(attribution.Contents[^1].First) == text.FirstChar(run.First) && IsNextParagraph(text, last, stretch, claimed))))
            {
                return;
            }

            attribution.Contents.Add(new TokenRun(run.First, end));
            Array.Fill(claimed, true, run.First, end - run.First);
            last = end;
        }
    }

    /// <summary>Whether the stretch is all of the next paragraph, with nothing said there of who speaks.</summary>
    private static bool IsNextParagraph(Reading text, int from, int stretch, bool[] claimed)
    {
        var mark = text.StretchRun(stretch).First;
        if (text.Paragraph(mark) != text.Paragraph(from - 1) + 1 || QuoteChain.WholeParagraphs(text, stretch) is null)
        {
            return false;
        }

        for (var i = from; i < mark; i++)
        {
            if (claimed[i] || (text.Stretch(i) >= 0) || text.Sentence(i) != text.Sentence(from - 1))
            {
                return false;
            }
        }

        return true;
    }

    private static int NextStretch(Reading text, int from)
    {
        for (var i = from; i < Math.Min(text.Count, from + 40); i++)
        {
            if (text.Stretch(i) >= 0 && text.StretchRun(text.Stretch(i)).First == i && !IsTitle(text, i))
            {
                return text.Stretch(i);
            }
        }

        return -1;
    }

    /// <summary>“he said on “Meet the Press.” “But …””: the marks of a work's title.</summary>
    private static bool IsTitle(Reading text, int mark)
    {
        var run = text.StretchRun(text.Stretch(mark));
        return run.End - run.First <= 7
            && text.Is(mark - 1, WordClass.Preposition | WordClass.Genitive | WordClass.Determiner | WordClass.Capital)
            && text.Sentence(mark) == text.Sentence(mark - 1);
    }

    /// <summary>Whether nothing but the end of the cue's own clause stands between.</summary>
    private static bool Follows(Reading text, int from, int mark, bool[] claimed)
    {
        if (mark > 0 && from > 0 && text.Paragraph(mark) != text.Paragraph(from - 1))
        {
            return false;
        }

        for (var i = from; i < mark; i++)
        {
            if (claimed[i] || (text.Verb(i) is not null && text.Form(i) is VerbForm.Ing
                && text.Is(i - 1, WordClass.Comma | WordClass.Subordinator | WordClass.Preposition)
                && text.Sentence(i) == text.Sentence(mark)))
            {
                return false;
            }
        }

        var sentences = text.Sentence(mark) - text.Sentence(from - 1);
        var opens = text.SentenceRun(text.Sentence(mark)).First == mark;
        return opens ? sentences <= 1 : sentences == 0 && text.Is(mark - 1, WordClass.Comma | WordClass.Colon | WordClass.Dash);
    }
}
