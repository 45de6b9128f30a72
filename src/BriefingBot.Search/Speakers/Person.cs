using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Search.Speakers;

/// <summary>One member of the story's cast while it is gathered, and how well a name fits it.</summary>
internal sealed class Person(string key, string name)
{
    private readonly Dictionary<string, int> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _spellings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _otherNames = new(StringComparer.Ordinal);
    private List<string[]> _names = [];
    private List<string[]> _offices = [];

    /// <summary>From here on a fit tells: a name or part of one, or a seat of the government asked for; a role; the beginning of a name; a word of
    /// a role. Below all of these: a typing error.</summary>
    public const int ByName = 40, ByRole = 30, ByBeginning = 20, ByWordOfRole = 10;

    /// <summary>The folded names by which articles call this speaker; the fullest first.</summary>
    public List<string> Keys { get; } = [key];

    public HashSet<long> Statements { get; } = [];

    public bool IsPerson { get; private set; }

    /// <summary>Whether its only name is a surname, which others may bear in full: “Berg”, “Marlow-Pike”, “van der Meer”.</summary>
    public bool IsSurname => IsPerson && SpeakerNames.IsSurname(Member.Name);

    /// <summary>What its roles tell: 1 for a man, -1 for a woman, 0 for nothing.</summary>
    public int GenderOfRoles => Math.Sign(_roles.Sum(role => role.Value * Titles.GenderOfRole(SpeakerNames.Parts(role.Key))));

    public CastMember Member { get; private set; } = new(name);

    public void Add(Speaker speaker)
    {
        IsPerson |= speaker.Type == SpeakerType.Person;
        _spellings[speaker.Name] = _spellings.GetValueOrDefault(speaker.Name) + 1;
        foreach (var role in speaker.Roles)
        {
            _roles[role] = _roles.GetValueOrDefault(role) + 1;
        }

        _otherNames.UnionWith(speaker.OtherNames);
    }

    /// <summary>Takes over another entry that turned out to be the same speaker.</summary>
    public void Take(Person other)
    {
        Keys.AddRange(other.Keys);
        Statements.UnionWith(other.Statements);
        _otherNames.UnionWith(other._otherNames);
        _otherNames.Add(other.Member.Name);
        // A lone name that an article took for somebody's holds no office once it turns out to be a firm's.
        foreach (var (role, count) in IsPerson || !other.IsPerson ? other._roles : [])
        {
            _roles[role] = _roles.GetValueOrDefault(role) + count;
        }
    }

    /// <summary>Whether an article that gives the full name also uses this one, folded.</summary>
    public bool IsCalled(string name) => _otherNames.Any(other => SpeakerNames.Fold(other) == name);

    public void Finish()
    {
        Member = Member with { Name = MostWritten() };
        _otherNames.Remove(Member.Name);
        Member = Member with
        {
            Roles = [.. _roles.OrderBy(r => IsRank(r.Key)).ThenByDescending(r => r.Value).ThenByDescending(r => r.Key.Length).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Key)],
            OtherNames = [.. OnceEach(_otherNames).OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)],
            Statements = Statements.Count,
        };
        _names = [.. _otherNames.Prepend(Member.Name).Concat(Keys).Select(SpeakerNames.Parts).Where(parts => parts.Length > 0)];
        _offices = [.. _roles.Keys.Select(SpeakerNames.Parts)];
    }

    /// <summary>The name as most articles write it; of equals with the most small letters, since those of a name in capitals are guessed.</summary>
    private string MostWritten() => _spellings.Count == 0 ? Member.Name : _spellings.OrderByDescending(s => s.Value)
        .ThenByDescending(s => s.Key.Count(char.IsLower)).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;

    /// <summary>“Cllr”, “Sen.”: tells less than any office in words.</summary>
    private static bool IsRank(string role) => !role.Contains(' ') && (role[^1] == '.' || role is "Cllr" or "Rep" or "Sen" or "Gov" or "Dr" or "Mr" or "Mrs" or "Ms" or "Miss" or "Sir" or "Dame" or "Lord" or "Lady" or "Capt" or "Col" or "Gen" or "Lt" or "Sgt");

    /// <summary>Whether one of its roles is called like the title that stands before a name.</summary>
    public bool HasRole(string title) => _offices.Exists(office => Array.Exists(office, word => Titles.Role(word) == Titles.Role(title)));

    /// <summary>0 when it does not fit; the tens tell how (<see cref="ByName"/> and below), the units order within.</summary>
    /// <param name="asked">The words of the name asked for.</param>
    /// <param name="seats">The other names of the government that is asked for.</param>
    /// <param name="gender">What its statements tell of it: a woman is no spokesman, whatever role a sentence seems to give her.</param>
    public int Fit(string[] asked, IReadOnlyList<string> seats, Func<Person, int> gender)
    {
        var best = 0;
        foreach (var parts in _names)
        {
            best = Math.Max(best, Fit(asked, parts));
        }

        if (best < ByName + 5 && seats.Count > 0 && Keys.Exists(seats.Contains))
        {
            return ByName + 5;
        }

        var told = Titles.GenderOfRole(asked);
        if (best < ByRole && _offices.Exists(office => Tells(asked, office)) && (told == 0 || gender(this) != -told))
        {
            return ByRole;
        }

        return best < ByWordOfRole && _offices.Exists(office => office.AsSpan().IndexOf(asked) >= 0 && !Tells(asked, office)) ? ByWordOfRole : best;
    }

    /// <summary>Whether the words asked for hold what the role is: “boss” and “trust boss” of “trust boss of the city”, and not “trust” or “city”.</summary>
    private static bool Tells(string[] asked, string[] office)
    {
        var head = HeadPhrase.End(office) - 1;
        var at = office.AsSpan().IndexOf(asked);
        return at >= 0 && at <= head && head < at + asked.Length;
    }

    /// <summary>“Vance” and not “VANCE” as well; neither when it is the name itself.</summary>
    private IEnumerable<string> OnceEach(IEnumerable<string> names) => names
        .Where(name => !name.Equals(Member.Name, StringComparison.OrdinalIgnoreCase))
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Select(spellings => spellings.OrderBy(name => name.Count(char.IsUpper)).ThenBy(name => name, StringComparer.Ordinal).First());

    private static int Fit(string[] asked, string[] parts)
    {
        if (asked.AsSpan().SequenceEqual(parts))
        {
            return ByName + 9;
        }

        var (beginning, close) = (0, 0);
        foreach (var word in asked)
        {
            switch (Fit(word, parts))
            {
                case 3:
                    break;
                case 2:
                    beginning++;
                    break;
                case 1:
                    close++;
                    break;
                default:
                    return 0;
            }
        }

        var first = parts[0].StartsWith(asked[0], StringComparison.Ordinal) ? 1 : 0;
        return close > 0 ? 1 + first : beginning > 0 ? ByBeginning + first : ByName + 1 + first;
    }

    /// <summary>3: the word is one of the parts; 2: one begins so; 1: one is spelt nearly so.</summary>
    private static int Fit(string word, string[] parts)
    {
        var best = 0;
        foreach (var part in parts)
        {
            if (part == word)
            {
                return 3;
            }

            best = Math.Max(best, part.StartsWith(word, StringComparison.Ordinal) ? 2 : best == 0 && Spelling.IsClose(word, part) ? 1 : 0);
        }

        return best;
    }
}
