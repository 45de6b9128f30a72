using System.Collections;

namespace BriefingBot.Briefings;

/// <summary>
/// Chooses the passages that together say most of what a story says: words weigh by how many sentences speak of them and how early,
/// and a word once covered adds nothing, so that no two chosen passages say the same (concept coverage: Gillick and Favre, “A scalable
/// global model for summarization”, 2009; chosen one after another, which is near the best choice since covering is submodular: Lin and
/// Bilmes, 2010). A function of its arguments alone.
/// </summary>
/// <remarks>
/// The constants, here and in <see cref="WordWeights"/>, were chosen on two sets, newspaper articles and Wikinews reports, from a plateau: their
/// neighbours do as well within chance. Walks over likenesses of sentences (LexRank, with marginal relevance against repetition) reached less there.
/// </remarks>
internal sealed class PassageSelection
{
    /// <summary>The n-th sentence's gain is multiplied by n to this negative power.</summary>
    private const double EarlySentence = 0.2;

    /// <summary>Gain is divided by the length to this power: between the most said (0) and the most said a word (1).</summary>
    private const double LengthPower = 0.5;

    /// <summary>Sentences of fewer words count as of so many: they are easily dense, and say little.</summary>
    private const int FewWords = 20;

    /// <summary>By passage: its words, numbered among all, and their weights.</summary>
    private readonly (int Word, double Weight)[][] _words;

    /// <summary>What a gain is multiplied by for place and length.</summary>
    private readonly double[] _factors;

    /// <summary>By gain while nothing is covered, the greatest first: a gain never grows, so most passages need no second look.</summary>
    private readonly (int Passage, double Gain)[] _byGain;

    private readonly int _vocabulary;

    /// <param name="weights">Of the story.</param>
    /// <param name="passages">What may be chosen, each with its place in its article, from 1.</param>
    public PassageSelection(WordWeights weights, IReadOnlyList<(ContentWords Words, int Place)> passages)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _words = [.. passages.Select(passage => passage.Words.Stems.Select(stem => (Number(numbers, stem), weights[stem])).ToArray())];
        _vocabulary = numbers.Count;
        _factors = [.. passages.Select(passage =>
            Math.Pow(passage.Place, -EarlySentence) / Math.Pow(Math.Max(passage.Words.Length, FewWords), LengthPower))];
        var nothing = NothingCovered();
        _byGain = [.. Enumerable.Range(0, _words.Length).Select(i => (Passage: i, Gain: Gain(i, nothing)))];
        Array.Sort(_byGain, (a, b) => a.Gain != b.Gain ? b.Gain.CompareTo(a.Gain) : a.Passage.CompareTo(b.Passage));
    }

    /// <param name="title">The article's title; may be empty.</param>
    /// <param name="sentences">All its sentences in text order.</param>
    /// <param name="count">How many to choose; fewer are chosen only when there are fewer.</param>
    /// <returns>Indexes into <paramref name="sentences"/>, in text order. Of equally good ones the earlier.</returns>
    public static IReadOnlyList<int> Choose(string title, IReadOnlyList<string> sentences, int count)
    {
        var words = sentences.Select(ContentWords.Of).ToList();
        var weights = new WordWeights();
        weights.Add(ContentWords.Of(title), words);
        var selection = new PassageSelection(weights, [.. words.Select((each, i) => (each, i + 1))]);
        var (chosen, covered) = (new SortedSet<int>(), selection.NothingCovered());
        while (chosen.Count < count && selection.Next(i => !chosen.Contains(i), covered) is { } next)
        {
            chosen.Add(next);
            selection.Cover(next, covered);
        }

        return [.. chosen];
    }

    /// <summary>The passage that adds most; of equally good ones the earlier; null when none is allowed.</summary>
    /// <param name="allowed">Which may be chosen.</param>
    /// <param name="covered">Words that add nothing any more: see <see cref="Cover"/>.</param>
    public int? Next(Func<int, bool> allowed, BitArray covered)
    {
        var (best, most) = (-1, double.NegativeInfinity);
        foreach (var (passage, atMost) in _byGain)
        {
            if (atMost < most)
            {
                break;
            }

            if (allowed(passage) && Gain(passage, covered) is var gain && (gain > most || (gain == most && passage < best)))
            {
                (best, most) = (passage, gain);
            }
        }

        return best < 0 ? null : best;
    }

    /// <summary>Where choosing begins.</summary>
    public BitArray NothingCovered() => new(_vocabulary);

    /// <summary>Notes the words of a passage that was chosen.</summary>
    public void Cover(int passage, BitArray covered)
    {
        foreach (var (word, _) in _words[passage])
        {
            covered[word] = true;
        }
    }

    private static int Number(Dictionary<string, int> numbers, string stem)
    {
        numbers.TryAdd(stem, numbers.Count);
        return numbers[stem];
    }

    private double Gain(int passage, BitArray covered)
    {
        var sum = 0.0;
        foreach (var (word, weight) in _words[passage])
        {
            sum += covered[word] ? 0 : weight;
        }

        return sum * _factors[passage];
    }
}
