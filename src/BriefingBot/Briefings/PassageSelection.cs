namespace BriefingBot.Briefings;

/// <summary>
/// Chooses the sentences that together say most of what an article says: words weigh by how many sentences speak of them and how early,
/// and a word once covered adds nothing, so that no two chosen sentences say the same (concept coverage: Gillick and Favre, “A scalable
/// global model for summarization”, 2009; chosen one after another, which is near the best choice since covering is submodular: Lin and
/// Bilmes, 2010). A function of its arguments alone.
/// </summary>
/// <remarks>
/// The constants were chosen on two sets, newspaper articles and Wikinews reports, from a plateau: their neighbours do as well within
/// chance. Walks over likenesses of sentences (LexRank, with marginal relevance against repetition) reached less there.
/// </remarks>
internal static class PassageSelection
{
    /// <summary>The n-th sentence adds n to this negative power to the weight of its words: what news puts first matters.</summary>
    private const double EarlyWords = 0.5;

    /// <summary>The n-th sentence's gain is multiplied by n to this negative power.</summary>
    private const double EarlySentence = 0.2;

    /// <summary>What a word of the title weighs more.</summary>
    private const double TitleFactor = 2;

    /// <summary>What a word weighs that only one sentence holds: a detail.</summary>
    private const double DetailFactor = 0.3;

    /// <summary>Gain is divided by the length to this power: between the most said (0) and the most said a word (1).</summary>
    private const double LengthPower = 0.5;

    /// <summary>Sentences of fewer words count as of so many: they are easily dense, and say little.</summary>
    private const int FewWords = 20;

    /// <param name="title">The article's title; may be empty.</param>
    /// <param name="sentences">All its sentences in text order.</param>
    /// <param name="count">How many to choose; fewer are chosen only when there are fewer.</param>
    /// <returns>Indexes into <paramref name="sentences"/>, in text order. Of equally good ones the earlier.</returns>
    public static IReadOnlyList<int> Choose(string title, IReadOnlyList<string> sentences, int count)
    {
        var words = sentences.Select(ContentWords.Of).ToList();
        var weights = Weights(ContentWords.Of(title), words);
        var chosen = new SortedSet<int>();
        while (chosen.Count < Math.Min(count, words.Count))
        {
            var best = Enumerable.Range(0, words.Count).Where(i => !chosen.Contains(i)).MaxBy(i => Gain(words[i], i, weights));
            chosen.Add(best);
            foreach (var stem in words[best].Stems)
            {
                weights[stem] = 0;
            }
        }

        return [.. chosen];
    }

    private static Dictionary<string, double> Weights(ContentWords title, List<ContentWords> sentences)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var holding = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (var stem in sentences[i].Stems)
            {
                weights[stem] = weights.GetValueOrDefault(stem) + Math.Pow(i + 1, -EarlyWords);
                holding[stem] = holding.GetValueOrDefault(stem) + 1;
            }
        }

        foreach (var (stem, sentencesWithIt) in holding)
        {
            weights[stem] *= (sentencesWithIt == 1 ? DetailFactor : 1) * (title.Stems.Contains(stem) ? TitleFactor : 1);
        }

        return weights;
    }

    private static double Gain(ContentWords sentence, int place, Dictionary<string, double> weights) =>
        sentence.Stems.Sum(stem => weights[stem]) / Math.Pow(Math.Max(sentence.Length, FewWords), LengthPower) * Math.Pow(place + 1, -EarlySentence);
}
