using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Sentences;

/// <summary>Splits an article's text into sentences.</summary>
public static class SentenceSplitter
{
    /// <summary>
    /// The sentences in text order. They do not overlap, and everything outside them is white space, so that their
    /// spans together hold every visible character of <paramref name="text"/>.
    /// </summary>
    public static IReadOnlyList<Sentence> Split(string text)
    {
        var sentences = new List<Sentence>();
        var paragraph = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var trimmed = text.AsSpan(start, end - start).Trim();
            if (!trimmed.IsEmpty)
            {
                var lead = text.AsSpan(start, end - start).Length - text.AsSpan(start, end - start).TrimStart().Length;
                sentences.Add(new Sentence(sentences.Count + 1, new TextSpan(start + lead, trimmed.Length), ++paragraph));
            }

            start = end + 1;
        }

        return sentences;
    }
}
