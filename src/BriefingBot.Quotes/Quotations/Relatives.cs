namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Whom an article brings in by a given name as somebody's relative (“his daughter, Tessa, 24, …”): “Ms Alder” further on may be one of them
/// where nobody of that sex is called Alder in full. Asked in text order.
/// </summary>
internal sealed class Relatives
{
    /// <summary>So many sentences may stand between a relative and the one whose relative it is.</summary>
    private const int Near = 3;

    private readonly Dictionary<(string Surname, int Gender), CastMember> _last = [];
    private string? _surname;
    private int _sentence;

    /// <summary>Notes that somebody with this surname is named.</summary>
    public void Named(ReadOnlySpan<char> surname, int sentence) => (_surname, _sentence) = (surname.ToString().ToUpperInvariant(), sentence);

    /// <summary>Notes a relative of whoever was named last, by a given name alone.</summary>
    public void Add(CastMember relative, int gender, int sentence)
    {
        if (_surname is not null && sentence - _sentence is >= 0 and <= Near)
        {
            relative.SupposedGender = gender;
            _last[(_surname, gender)] = relative;
        }
    }

    /// <summary>The last relative of that sex of somebody with this surname; null when there is none.</summary>
    public CastMember? Of(ReadOnlySpan<char> surname, int gender) =>
        _last.Count == 0 ? null : _last.GetValueOrDefault((surname.ToString().ToUpperInvariant(), gender));
}
