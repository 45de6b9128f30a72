namespace BriefingBot.Quotes.Sentences;

/// <summary>
/// Splits an article's text into sentences, by rules for English-language news: no expression is matched and nothing is copied. Linear in
/// the length of the text, whatever it holds.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>
    /// The sentences in text order. They do not overlap, and everything outside them is white space, so that their
    /// spans together hold every visible character of <paramref name="text"/>.
    /// </summary>
    public static IReadOnlyList<Sentence> Split(string text)
    {
        var sentences = new List<Sentence>(8 + (text.Length / 120));
        new SentenceReader(text, sentences).Read();
        return sentences;
    }
}
