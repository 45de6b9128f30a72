namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// A talk told by its topics: paragraphs that begin with “On the price: “…””, two and more of them. All are of the one who spoke before the
/// first, by a full name, or else of whom the article tells first, whoever else was quoted between them.
/// </summary>
internal static class Topics
{
    private const int Least = 2;

    /// <summary>In tokens.</summary>
    private const int LongestSignature = 12;

    /// <summary>What was chosen, with the talk's speaker for what stands in marks in such paragraphs, but for what brackets add. Linear.</summary>
    public static List<Attribution> Mended(Reading text, List<Attribution> chosen)
    {
        var (topics, first) = (new HashSet<int>(), -1);
        for (int start = 0, end; start < text.Count; start = end)
        {
            end = text.ParagraphEnd(start);
            var colon = start;
            while (colon < end && colon - start < 7 && !text.Is(colon, WordClass.Colon))
            {
                colon++;
            }

            if (colon + 1 < end && CarriedOn.IsTopic(text, colon) && text.Is(colon + 1, WordClass.Mark))
            {
                topics.Add(text.Paragraph(start));
                first = first < 0 ? start : first;
            }
        }

        return topics.Count < Least || Interview.Named(text, chosen, [], first) is not { IsEmpty: false } speaker ? chosen
            : Mended(text, chosen, topics, speaker);
    }

    private static List<Attribution> Mended(Reading text, List<Attribution> chosen, HashSet<int> topics, TokenRun speaker)
    {
        var (bracketed, open) = (new bool[text.Count], false);
        for (var i = 0; i < text.Count; i++)
        {
            open = text.Text.Word(i) is "(" or "[" || (open && text.Text.Word(i) is not (")" or "]") && (i == 0 || text.Paragraph(i) == text.Paragraph(i - 1)));
            bracketed[i] = open;
        }

        return chosen.ConvertAll(found => topics.Contains(text.Paragraph(found.First)) && !bracketed[found.First] && IsOwn(text, found)
            ? found with { Mention = !found.Mention.IsEmpty && CarriedOn.IsHeOrShe(text, found.Mention) ? found.Mention : speaker, Meant = speaker } : found);
    }

    /// <summary>
    /// Behind the topic's colon, or behind a sentence or question of the same paragraph. “(Ada Moreau laughed. “No,” she said.)” is another's, and
    /// so is what a name in brackets follows.
    /// </summary>
    private static bool IsOwn(Reading text, Attribution found) => found.First > 0 && text.Is(found.First, WordClass.Mark) && text.Paragraph(found.First - 1) == text.Paragraph(found.First)
        && text.Is(found.First - 1, WordClass.Colon | WordClass.Stop) && (found.Mention.IsEmpty || found.Mention.End <= found.First) && !IsSigned(text, found.End);

    /// <summary>“(Nils Dahl, Conservatives)”, and no sentence in brackets.</summary>
    private static bool IsSigned(Reading text, int first)
    {
        if (!text.IsWord(first, "("))
        {
            return false;
        }

        for (var i = first + 1; i < text.Count && i - first < LongestSignature; i++)
        {
            if (text.IsWord(i, ")"))
            {
                return true;
            }

            if (text.Is(i, WordClass.Stop))
            {
                break;
            }
        }

        return false;
    }
}
