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

    /// <summary>The folded names by which articles call this speaker; the fullest first.</summary>
    public List<string> Keys { get; } = [key];

    public HashSet<long> Statements { get; } = [];

    public bool IsPerson { get; private set; }

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
        foreach (var (role, count) in other._roles)
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

    /// <summary>0 when it does not fit; 30s: a name or part of one, or a seat of the government asked for; 20s: a beginning; 10: an office or a part of it; below: a typing error.</summary>
    public int Fit(string[] asked, IReadOnlyList<string> seats)
    {
        var best = 0;
        foreach (var parts in _names)
        {
            best = Math.Max(best, Fit(asked, parts));
        }

        best = best < 35 && seats.Count > 0 && Keys.Exists(seats.Contains) ? 35 : best;
        return best < 10 && _offices.Exists(office => office.AsSpan().IndexOf(asked) >= 0) ? 10 : best;
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
            return 39;
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
        return close > 0 ? 1 + first : beginning > 0 ? 20 + first : 31 + first;
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
