using BriefingBot.Search.Index;
using BriefingBot.Search.Words;
using Lucene.Net.Index;

namespace BriefingBot.Search.Ranking;

/// <summary>A word asked for, with its weight in this story: the inverse document frequency, or how much finding it tells.</summary>
internal readonly record struct AskedWord(string Stem, string Form, Token Token, double Weight);

/// <summary>The words of a question that are looked for.</summary>
internal sealed class AskedWords
{
    private AskedWords(List<AskedWord> words, Token[] sequence)
    {
        Words = words;
        Sequence = sequence;
        Weight = words.Sum(word => word.Weight);
    }

    /// <summary>Each once, in the order asked; function words only when there is nothing else.</summary>
    public IReadOnlyList<AskedWord> Words { get; }

    /// <summary>All words as asked, function words too.</summary>
    public Token[] Sequence { get; }

    /// <summary>Whether so many words are asked that, where they stand as asked, nothing else can be meant.</summary>
    public bool IsPhrase => Sequence.Length >= 4;

    /// <summary>The weight of all words together.</summary>
    public double Weight { get; }

    public static AskedWords Of(StorySearcher searcher, IEnumerable<string> texts, string field)
    {
        var all = texts.SelectMany(text => WordReader.Read(text)).ToList();
        var telling = all.Exists(word => !word.Is(WordTraits.Stop)) ? all.FindAll(word => !word.Is(WordTraits.Stop)) : all;
        var documents = Math.Max(1, searcher.IndexReader.MaxDoc);
        var words = telling.DistinctBy(word => word.Stem).Select(word =>
        {
            var frequency = searcher.IndexReader.DocFreq(new Term(field, word.Stem));
            return new AskedWord(word.Stem, word.Form, Token.Of(word), Math.Log(1 + ((documents + 1.0) / (frequency + 1.0))));
        }).ToList();
        return new AskedWords(words, [.. all.Select(Token.Of)]);
    }

    /// <summary>
    /// The rarest words, of which a document must hold one to hold more than <paramref name="share"/> of all words' weight: the others
    /// together weigh less. Documents of common words alone, which are most, then need not be looked at.
    /// </summary>
    public IReadOnlySet<string> Telling(double share)
    {
        var telling = Words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var left = share * Weight;
        foreach (var word in Words.OrderBy(word => word.Weight))
        {
            // A hair less: rounding must not make a border case of a word that is needed.
            left -= word.Weight + 1e-6;
            if (left <= 0)
            {
                break;
            }

            telling.Remove(word.Stem);
        }

        return telling;
    }
}
