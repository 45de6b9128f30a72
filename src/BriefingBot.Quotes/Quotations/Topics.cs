namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// A talk told by its topics: paragraphs that begin with “On the price: “…””, two and more of them. All are of the one whom the article is about
/// before the first, whoever else was quoted between them.
/// </summary>
internal static class Topics
{
    private const int Least = 2;

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
            : chosen.ConvertAll(found => topics.Contains(text.Paragraph(found.First)) && IsOwn(text, found)
                ? found with { Mention = found.Mention.IsEmpty ? speaker : found.Mention, Meant = speaker } : found);
    }

    /// <summary>Behind the topic's colon, or behind a sentence or question of the same paragraph; “(Ada Moreau laughed. “No,” she said.)” is another's.</summary>
    private static bool IsOwn(Reading text, Attribution found)
    {
        if (!text.Is(found.First, WordClass.Mark) || found.First == 0)
        {
            return false;
        }

        for (var i = found.First - 1; i >= 0 && text.Paragraph(i) == text.Paragraph(found.First); i--)
        {
            if (text.Text.Word(i) is "(" or "[")
            {
                return false;
            }

            if (text.Text.Word(i) is ")" or "]")
            {
                break;
            }
        }

        return text.Is(found.First - 1, WordClass.Colon | WordClass.Stop) && (found.Mention.IsEmpty || found.Mention.End <= found.First);
    }
}
