namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Whom an article brings in by a given name as somebody's relative (“his daughter, Tessa, 24, …”): “Ms Alder” further on may be one of them
/// where nobody of that sex is called Alder in full. Asked in text order.
/// </summary>
internal sealed class Relatives(WrittenNames written)
{
    /// <summary>So many sentences may stand between a relative and the one whose relative it is.</summary>
    private const int Near = 3;

    private readonly Dictionary<(string Surname, int Gender), CastMember> _last = [];
    private int _surname = -1;
    private int _sentence;

    /// <summary>Notes that somebody is named whose surname is the token.</summary>
    public void Named(int surname, int sentence) => (_surname, _sentence) = (surname, sentence);

    /// <summary>Notes a relative of whoever was named last, by a given name alone.</summary>
    public void Add(CastMember relative, int gender, int sentence)
    {
        if (_surname >= 0 && sentence - _sentence is >= 0 and <= Near)
        {
            relative.SupposedGender = gender;
            _last[Key(written.Word(_surname), gender)] = relative;
        }
    }

    /// <summary>The last relative of that sex of somebody with this surname; null when there is none.</summary>
    public CastMember? Of(ReadOnlySpan<char> surname, int gender) =>
        _last.Count == 0 ? null : _last.GetValueOrDefault(Key(surname, gender));

    private static (string, int) Key(ReadOnlySpan<char> surname, int gender) => (surname.ToString().ToUpperInvariant(), gender);
}
