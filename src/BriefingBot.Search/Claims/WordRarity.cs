namespace BriefingBot.Search.Claims;

/// <summary>How rare words are in the statements of a story.</summary>
internal sealed class WordRarity
{
    /// <summary>A word that is less rare tells nothing; 1 is a word that stands in one statement, 0 one that stands in all.</summary>
    private const double Rare = 0.5;

    /// <summary>What a word that is as rare as can be counts: two of them are one thing that both speak of.</summary>
    private const double One = 0.5;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly double _all;

    public WordRarity(IReadOnlyList<StatementPlace> places)
    {
        _all = Math.Log(places.Count + 1);
        foreach (var word in places.SelectMany(place => place.Matter))
        {
            _counts[word] = _counts.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>The rare words of both, as stems; the names of the two apart.</summary>
    public List<string> Shared(StatementPlace a, StatementPlace b) =>
        [.. a.Matter.Where(word => b.Matter.Contains(word) && Of(word) > 0 && !a.Party.IsCalled([word]) && !b.Party.IsCalled([word]))];

    /// <summary>How much the two speak of the same, 0 to 1.</summary>
    public double Likeness(StatementPlace a, StatementPlace b) => Likeness(Shared(a, b));

    /// <inheritdoc cref="Likeness(StatementPlace, StatementPlace)"/>
    public double Likeness(IEnumerable<string> shared) => Math.Min(1, shared.Sum(Of));

    /// <summary>What a stem tells; 0 when it is common.</summary>
    public double Of(string word) => 1 - (Math.Log(Math.Max(1, _counts.GetValueOrDefault(word))) / _all) is >= Rare and var rarity ? One * rarity : 0;
}
