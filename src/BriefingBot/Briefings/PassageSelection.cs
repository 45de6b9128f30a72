namespace BriefingBot.Briefings;

/// <summary>
/// Chooses the sentences that matter most: central among all (LexRank: Erkan and Radev 2004, continuous form), early in the article, and
/// unlike those already chosen (maximal marginal relevance: Carbonell and Goldstein 1998).
/// </summary>
internal static class PassageSelection
{
    /// <summary>How much the place counts beside centrality, 0 to 1.</summary>
    private const double PositionShare = 0.65;

    /// <summary>What likeness to a chosen sentence costs.</summary>
    private const double Repetition = 0.3;

    /// <summary>Likeness of the title's words, as a share.</summary>
    private const double TitleShare = 0.1;

    /// <summary>So alike is the same statement again: it is chosen only when nothing else is left.</summary>
    private const double SameStatement = 0.9;

    private const int Rounds = 20;

    /// <summary>Longer stories are ranked by their first sentences: the comparison is of all pairs.</summary>
    private const int Most = 400;

    /// <returns>At most <paramref name="count"/> indexes into <paramref name="sentences"/>, in text order.</returns>
    public static IReadOnlyList<int> Choose(string title, IReadOnlyList<string> sentences, int count)
    {
        var vectors = SentenceVectors.Of([.. sentences.Take(Most), title]);
        var number = vectors.Count - 1;
        var centrality = Centrality(vectors, number);
        var scores = new double[number];
        for (var i = 0; i < number; i++)
        {
            var place = 1 / Math.Sqrt(1 + i);
            scores[i] = ((1 - PositionShare) * centrality[i]) + (PositionShare * place)
                + (TitleShare * SentenceVectors.Cosine(vectors[i], vectors[number]));
        }

        var chosen = new List<int>();
        while (chosen.Count < Math.Min(count, number))
        {
            chosen.Add(Enumerable.Range(0, number).Except(chosen).MaxBy(i => scores[i] - Cost(vectors, chosen, i)));
        }

        chosen.Sort();
        return chosen;
    }

    private static double Cost(IReadOnlyList<Dictionary<string, double>> vectors, List<int> chosen, int candidate)
    {
        var likeness = chosen.Select(j => SentenceVectors.Cosine(vectors[candidate], vectors[j])).DefaultIfEmpty().Max();
        return likeness > SameStatement ? double.MaxValue : Repetition * likeness;
    }

    /// <summary>The share of a walk along the likenesses that is spent at each sentence; the largest is 1.</summary>
    private static double[] Centrality(IReadOnlyList<Dictionary<string, double>> vectors, int number)
    {
        var likeness = new double[number, number];
        var sums = new double[number];
        for (var i = 0; i < number; i++)
        {
            for (var j = 0; j < number; j++)
            {
                likeness[i, j] = i == j ? 0 : SentenceVectors.Cosine(vectors[i], vectors[j]);
                sums[i] += likeness[i, j];
            }
        }

        var rank = Enumerable.Repeat(1.0 / Math.Max(1, number), number).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var next = Enumerable.Repeat(0.15 / number, number).ToArray();
            for (var i = 0; i < number; i++)
            {
                for (var j = 0; j < number && sums[i] > 0; j++)
                {
                    next[j] += 0.85 * rank[i] * likeness[i, j] / sums[i];
                }
            }

            rank = next;
        }

        var largest = rank.DefaultIfEmpty(1).Max();
        return [.. rank.Select(share => share / largest)];
    }
}
