namespace BriefingBot.Briefings;

/// <summary>
/// How much each word of a story matters: by how many sentences speak of it and how early they stand in their articles, and whether it stands
/// in the title.
/// </summary>
internal sealed class WordWeights
{
    /// <summary>The n-th sentence adds n to this negative power to the weight of its words: what news puts first matters.</summary>
    private const double EarlyWords = 0.5;

    /// <summary>What a word of the title weighs more.</summary>
    private const double TitleFactor = 2;

    /// <summary>What a word weighs that only one sentence holds: a detail.</summary>
    private const double DetailFactor = 0.3;

    private readonly Dictionary<string, (double Weight, int Sentences)> _words = new(StringComparer.Ordinal);

    /// <summary>Adds an article.</summary>
    /// <param name="title">May be empty.</param>
    /// <param name="sentences">All its sentences in text order.</param>
    public void Add(ContentWords title, IEnumerable<ContentWords> sentences)
    {
        var place = 1;
        foreach (var sentence in sentences)
        {
            var early = Math.Pow(place++, -EarlyWords);
            foreach (var stem in sentence.Stems)
            {
                var (weight, before) = _words.GetValueOrDefault(stem);
                _words[stem] = (weight + (early * (title.Stems.Contains(stem) ? TitleFactor : 1)), before + 1);
            }
        }
    }

    /// <summary>The word's weight; 0 for one that no sentence holds.</summary>
    public double this[string stem] => _words.GetValueOrDefault(stem) is var (weight, sentences) ? sentences == 1 ? weight * DetailFactor : weight : 0;
}
