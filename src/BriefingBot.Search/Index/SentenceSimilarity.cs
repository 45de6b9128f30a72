using Lucene.Net.Search.Similarities;

namespace BriefingBot.Search.Index;

/// <summary>
/// BM25 for documents of one sentence: a word said twice in a sentence says little more than once, and a long sentence is no worse
/// an answer than a short one.
/// </summary>
internal static class SentenceSimilarity
{
    /// <summary>Saturation: low, since term frequencies in one sentence are nearly all 1.</summary>
    public const float K1 = 0.6f;

    /// <summary>How much the length counts.</summary>
    public const float B = 0.3f;

    /// <summary>The length, in words, that counts as usual.</summary>
    public const double UsualLength = 22;

    /// <summary>What a word adds to a score at most, however often it is said: <see cref="BM25Similarity"/>'s weight, saturated.</summary>
    /// <param name="documents">In the index.</param>
    /// <param name="frequency">How many of them hold the word.</param>
    public static double Most(int documents, int frequency) =>
        Math.Log(1 + ((documents - frequency + 0.5) / (frequency + 0.5))) * (1 + K1);

    public static Similarity Create() => new BM25Similarity(K1, B);
}
