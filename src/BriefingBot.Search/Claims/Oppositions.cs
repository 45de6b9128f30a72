namespace BriefingBot.Search.Claims;

/// <summary>How often two speakers of a story answer each other by their own words.</summary>
internal sealed class Oppositions
{
    private readonly Dictionary<(string One, string Other), int> _counts = [];

    public Oppositions(IEnumerable<FoundPair> found)
    {
        foreach (var key in found.Select(pair => KeyOf(pair.Claim, pair.Answer)).OfType<(string, string)>())
        {
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Elsewhere than between these statements; 0 where one of them has no named speaker.</summary>
    public int Of(StatementPlace claim, StatementPlace answer) => KeyOf(claim, answer) is { } key ? _counts.GetValueOrDefault(key) : 0;

    private static (string One, string Other)? KeyOf(StatementPlace one, StatementPlace other) =>
        one.Statement.Passage.Quotation!.Speaker is { } a && other.Statement.Passage.Quotation!.Speaker is { } b ? string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a) : null;
}
