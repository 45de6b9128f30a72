using System.Text;

namespace BriefingBot.Briefings;

/// <summary>Sentences as weighted words: how often a word stands there, times how rare it is among the sentences; of length 1.</summary>
internal static class SentenceVectors
{
    /// <summary>Longer words are alike when they begin alike: endings carry little of what a sentence is about.</summary>
    private const int Stem = 6;

    private static readonly HashSet<string> Common =
    [
        .. ("a an and are as at be been but by for from had has have he her his in is it its not of on or said she that the their them they this to "
            + "was we were which who will with would you i about after also can could did do if into more no than then there up what when").Split(' '),
    ];

    /// <summary>A vector a sentence, in order; empty for one without words.</summary>
    public static IReadOnlyList<Dictionary<string, double>> Of(IReadOnlyList<string> sentences)
    {
        var counts = sentences.Select(Words).ToList();
        var holding = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in counts.SelectMany(sentence => sentence.Keys))
        {
            holding[word] = holding.GetValueOrDefault(word) + 1;
        }

        foreach (var sentence in counts)
        {
            var length = 0.0;
            foreach (var (word, times) in sentence.ToList())
            {
                sentence[word] = times * Math.Log(1 + ((double)sentences.Count / holding[word]));
                length += sentence[word] * sentence[word];
            }

            foreach (var word in sentence.Keys.ToList())
            {
                sentence[word] /= Math.Sqrt(length);
            }
        }

        return counts;
    }

    /// <summary>0 for nothing in common, 1 for the same words.</summary>
    public static double Cosine(Dictionary<string, double> a, Dictionary<string, double> b)
    {
        var (small, large) = a.Count <= b.Count ? (a, b) : (b, a);
        var sum = 0.0;
        foreach (var (word, weight) in small)
        {
            sum += weight * large.GetValueOrDefault(word);
        }

        return sum;
    }

    private static Dictionary<string, double> Words(string sentence)
    {
        var words = new Dictionary<string, double>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var letter in sentence.Append(' '))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
                continue;
            }

            if (word.Length > 0 && word.ToString() is var whole && !Common.Contains(whole))
            {
                var stem = whole.Length > Stem ? whole[..Stem] : whole;
                words[stem] = words.GetValueOrDefault(stem) + 1;
            }

            word.Clear();
        }

        return words;
    }
}
