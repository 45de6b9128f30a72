namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// What an article's first paragraph reports when it is its headline: “Minister: No talks planned”, “'Never again': Moreau”. Elsewhere a colon
/// without marks behind it introduces lists and explanations too.
/// </summary>
internal static class Headlines
{
    private const int LongestSource = 6;
    private const int LeastWords = 2;
    private const double Score = 0.6;

    /// <summary>
    /// Adds what the headline has behind a colon, or in marks before one or a dash, if whoever stands on its other side can have said so; before
    /// all others, so that no verb inside of it cuts it up.
    /// </summary>
    public static void AddTo(List<Attribution> candidates, Reading text)
    {
        var end = EndOf(text);
        if (end > 0 && (Behind(text, end) ?? Before(text, end)) is { } found)
        {
            candidates.Insert(0, found);
        }
    }

    /// <summary>“Minister: No talks planned”.</summary>
    private static Attribution? Behind(Reading text, int end) => ColonOf(text, end) is var colon and > 0 && IsSource(text, 0, colon)
        && text.HasWords(new TokenRun(colon + 1, end), LeastWords) ? Found(new TokenRun(colon + 1, end), new TokenRun(0, colon)) : null;

    /// <summary>“'We were wrong': mayor”, “'We were wrong' – Moreau”.</summary>
    private static Attribution? Before(Reading text, int end)
    {
        var words = text.Is(0, WordClass.Mark) ? text.StretchRun(text.Stretch(0)) : TokenRun.None;
        var name = words.End + 1;
        return !words.IsEmpty && name < end && end - name <= LongestSource && text.Is(words.End, WordClass.Colon | WordClass.Dash)
            && text.HasWords(words, LeastWords) && IsSource(text, name, end) ? Found(words, new TokenRun(name, end)) : null;
    }

    private static Attribution Found(TokenRun words, TokenRun source) => new()
    {
        Frame = Frame.Quote,
        Contents = [words],
        Mention = source,
        Rule = MentionRule.Headline,
        Score = Score,
    };

    /// <summary>The token after the headline's last, without a full stop; 0 when the first paragraph is none, or asks.</summary>
    private static int EndOf(Reading text)
    {
        var end = text.Count == 0 ? 0 : text.ParagraphEnd(0);
        // One that nothing follows, and a paragraph of prose, are none.
        if (end == text.Count || end > LongestSource * 8 || text.FirstChar(end - 1) == '?')
        {
            return 0;
        }

        return text.FirstChar(end - 1) == '.' ? end - 1 : end;
    }

    private static int ColonOf(Reading text, int end)
    {
        for (var i = 1; i < Math.Min(end, LongestSource + 1); i++)
        {
            if (text.Is(i, WordClass.Colon))
            {
                return i;
            }

            if (text.Is(i, WordClass.Stop | WordClass.Mark | WordClass.Dash | WordClass.Comma))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>An office (“Council leader”), what reports (“Report”), or a name that the article has again.</summary>
    private static bool IsSource(Reading text, int first, int end)
    {
        var head = end - 1;
        if (Has(text, head, WordTraits.Role))
        {
            return true;
        }

        if (!text.Is(head, WordClass.Capital) || Has(text, head, WordTraits.Common | WordTraits.Calendar))
        {
            return end - first == 1 && IsReport(text.Text.Word(head));
        }

        for (var i = first; i < head; i++)
        {
            if (!text.Is(i, WordClass.Capital) && !NameParticles.Contains(text.Text.Word(i)))
            {
                return false;
            }
        }

        for (var i = end; i < text.Count; i++)
        {
            if (text.Text.Word(i).Equals(text.Text.Word(head), StringComparison.OrdinalIgnoreCase) && text.Paragraph(i) > text.Paragraph(0)
                && (Has(text, i - 1, WordTraits.FirstName | WordTraits.Title | WordTraits.Role) || text.Verb(i + 1) is not null))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“LIVE: …”, “Analysis: …”: a label of the paper's own, which the model may take for a source.</summary>
    public static bool IsLabelled(Reading text, Attribution found) => found.Mention is { IsEmpty: false, First: 0 } label && found.First > label.End
        && text.Is(label.End, WordClass.Colon) && text.Text.Word(label.End - 1).ToString().ToUpperInvariant()
            is "LIVE" or "ANALYSIS" or "OPINION" or "COMMENT" or "EXCLUSIVE" or "BREAKING" or "WATCH" or "VIDEO" or "UPDATE" or "UPDATES" or "EXPLAINED" or "EXPLAINER" or "STATEMENT" or "TRANSCRIPT" or "INTERVIEW" or "PODCAST" or "PROFILE";

    private static bool IsReport(ReadOnlySpan<char> word) => word is "Report" or "Poll" or "Study" or "Survey" or "Police" or "Officials" or "Sources";

    private static bool Has(Reading text, int token, WordTraits any) => token >= 0 && ((text.Text.Listed[token]?.Traits ?? 0) & any) != 0;
}
