namespace BriefingBot.Quotes.Quotations;

/// <summary>Those who share a surname, and who is meant when it stands alone.</summary>
internal sealed class Bearers
{
    /// <summary>So many sentences after a full name its surname still means the same one, though another is named more often.</summary>
    private const int Near = 3;

    /// <summary>No family in the news is larger; a hostile text's is not looked through for each of its names.</summary>
    private const int Looked = 40;

    private readonly Dictionary<CastMember, int> _counts = [];
    private CastMember? _man;
    private CastMember? _woman;
    private CastMember? _last;
    private int _lastSentence;
    private bool _alone;
    private CastMember? _owner;

    /// <summary>Who is named most often in full.</summary>
    public CastMember Best { get; private set; } = null!;

    public int Count => _counts.Count;

    /// <summary>The token at which the first of them is named.</summary>
    public int First { get; private set; } = int.MaxValue;

    /// <summary>Whether one of them is called by a title and the surname alone.</summary>
    public bool Titled { get; set; }

    /// <summary>
    /// Counts one full name; “Jr.” is seldom meant by the surname alone and has less weight, and whoever is a man as “her son” only is seldom “Mr.”
    /// beside another bearer.
    /// </summary>
    public void Add(CastMember member, int weight, int token)
    {
        First = Math.Min(First, token);
        var count = _counts[member] = _counts.GetValueOrDefault(member) + weight;
        if (Best is null || count > _counts[Best])
        {
            Best = member;
        }

        if (member.OwnGender > 0 && (_man is null || count >= _counts[_man]))
        {
            _man = member;
        }

        if (member.OwnGender < 0 && (_woman is null || count >= _counts[_woman]))
        {
            _woman = member;
        }
    }

    /// <summary>Notes that a full name told which of them is meant; in text order.</summary>
    public void MeantLast(CastMember member, int sentence)
    {
        _alone = _last is null || (_alone && _last == member);
        (_last, _lastSentence) = (member, sentence);
    }

    /// <summary>The first bearer whose name ends with these words and who is not of the other gender; null when there is none.</summary>
    public CastMember? Ending(ReadOnlySpan<char> surname, int gender)
    {
        foreach (var member in _counts.Keys.Take(Looked))
        {
            if (EndsWith(member, surname) && member.Gender * gender >= 0)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>
    /// Whom a title of one gender means: the one named most often, unless that one is of the other gender: then whoever is of this one by name or title,
    /// else somebody of whom nothing tells; null when all are of the other gender.
    /// </summary>
    private CastMember? Of(int gender)
    {
        if (Best.Gender == 0)
        {
            return Best;
        }

        if ((gender > 0 ? _man : _woman) is { } known)
        {
            return known;
        }

        if (Best.Gender == gender)
        {
            return Best;
        }

        CastMember? open = null;
        foreach (var (member, count) in _counts.Take(Looked))
        {
            open = member.OwnGender * gender >= 0 && (open is null || count > _counts[open]) ? member : open;
        }

        return open;
    }

    /// <summary>“Aoife Ní Chonaill” ends with “Ní Chonaill”.</summary>
    public static bool EndsWith(CastMember member, ReadOnlySpan<char> surname)
    {
        var name = member.Name.AsSpan();
        return name.Length > surname.Length + 1 && name.EndsWith(surname, StringComparison.OrdinalIgnoreCase) && name[^(surname.Length + 1)] == ' ';
    }

    /// <summary>
    /// Whom the surname alone means in a sentence: of the gender that a title tells, the one named just before – unless another is
    /// named far more often, or had the surname for itself at first –, else the one named most often; null when none is of that gender.
    /// Called in text order.
    /// </summary>
    public CastMember? For(int gender, int sentence)
    {
        // Who had the surname for itself before another was named keeps it: the other has a given name beside it.
        _owner ??= _alone ? _last : null;
        var usual = gender == 0 ? Best : Of(gender);
        var near = usual is not null && (_owner is null || gender != 0 || _owner == _last) && _last is { } last && last.Gender * gender >= 0 && sentence - _lastSentence is >= 0 and <= Near
            && _counts.TryGetValue(last, out var count) && _counts[usual] <= 2 * count;
        return near ? _last : usual;
    }
}
