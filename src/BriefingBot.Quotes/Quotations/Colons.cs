namespace BriefingBot.Quotes.Quotations;

/// <summary>Statements that only a colon introduces: transcripts (NAME: …), “From the report: “…””, “She went further: “…””.</summary>
internal static class Colons
{
    private const int LongestName = 7;

    /// <summary>A candidate for each colon that introduces a stretch in quotation marks or a paragraph of a transcript.</summary>
    public static void AddTo(List<Attribution> candidates, Reading text)
    {
        var talk = TurnsOfPeople(text);
        for (var i = 1; i + 1 < text.Count; i++)
        {
            if (text.Is(i, WordClass.Colon) && (text.Stretch(i) < 0 || LeftOpen(text, i)) && At(text, i, talk) is { } found)
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

    private static Attribution? At(Reading text, int colon, HashSet<int> talk)
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
            var mention = standsAlone ? name : Subjects.WithName(text, Subjects.OfSentence(text, sentence, colon), sentence.End);
            return mention.IsEmpty ? null : Found(new TokenRun(colon + 1, ContentEnds.Find(text, colon + 1, Frame.Quote, sentence.End)), mention, 0.6);
        }

        // “NAME: …” at the head of a paragraph; a headline has the same form, so it takes capitals throughout, or people who take turns.
        if (!paragraph || name.IsEmpty || name.First != sentence.First || colon - sentence.First > LongestName || colon + 1 >= text.Count
            || text.Paragraph(colon + 1) != text.Paragraph(colon) || !(IsTurn(text, name, colon) || talk.Contains(colon)))
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

    /// <summary>
    /// The colons after the names of people at the head of two paragraphs or more, where one comes by a given name or is elsewhere named with
    /// one: “Solheim: Yes.” “Reis: No.” A list of figures (“Revenue: …”) or of places has the same form. Linear.
    /// </summary>
    private static HashSet<int> TurnsOfPeople(Reading text)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? surnames = null;
        var turns = new HashSet<int>();
        for (var i = 1; i + 1 < text.Count; i++)
        {
            if (!text.Is(i, WordClass.Colon) || text.Stretch(i) >= 0 || !text.Is(i - 1, WordClass.Capital) || OpensParagraph(text, i) is not { } first)
            {
                continue;
            }

            surnames ??= Surnames(text);
            if ((i - first > 1 && IsGivenName(text, first)) || surnames.Value.Contains(text.Text.Word(i - 1)))
            {
                turns.Add(i);
            }
        }

        return turns.Count > 1 ? turns : [];
    }

    /// <summary>The first token of the paragraph, when only capitalised words stand between it and the colon.</summary>
    private static int? OpensParagraph(Reading text, int colon)
    {
        var first = colon;
        while (first > 0 && colon - first < 4 && text.Is(first - 1, WordClass.Capital) && text.Paragraph(first - 1) == text.Paragraph(colon))
        {
            first--;
        }

        return first > 0 && first < colon && text.Paragraph(first - 1) != text.Paragraph(first) ? first : null;
    }

    private static bool IsGivenName(Reading text, int token) => Has(text, token, WordTraits.FirstName);

    private static bool Has(Reading text, int token, WordTraits any) => ((text.Text.Listed[token]?.Traits ?? 0) & any) != 0;

    /// <summary>The words that stand behind a given name, or behind an office and one more word: “director Paulo Reis”.</summary>
    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Surnames(Reading text)
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 1; i < text.Count; i++)
        {
            if (text.Is(i, WordClass.Capital) && text.Is(i - 1, WordClass.Capital)
                && (IsGivenName(text, i - 1) || (i > 1 && Has(text, i - 2, WordTraits.Role | WordTraits.Title))))
            {
                surnames.Add(text.Text.Word(i));
            }
        }

        return surnames;
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
