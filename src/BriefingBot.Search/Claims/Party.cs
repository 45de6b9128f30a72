using BriefingBot.Search.Speakers;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>Who speaks, as the names by which a text may call them.</summary>
internal sealed class Party
{
    /// <summary>A name that ends so is told by its other words.</summary>
    private static readonly HashSet<string> Bodies = new(
        [
            "administration", "agency", "airline", "airport", "army", "association", "authority", "bank", "board", "bureau", "campaign",
            "chamber", "charity", "church", "city", "club", "coalition", "college",
            "commission", "committee", "company", "congress", "consortium", "corporation", "council", "court",
            "delegation", "department", "embassy", "federation", "firm", "force", "forces", "foundation", "government", "group",
            "hospital", "house", "institute", "insurer", "league", "ministry", "museum", "navy", "network", "newspaper", "office",
            "officials", "operator", "organization", "paper", "parliament", "party", "police", "port", "prosecution", "publisher",
            "railway", "regulator", "republic", "school", "senate", "service", "shipyard", "spokesman", "spokeswoman", "station", "team",
            "tribunal", "trust", "union", "university", "utility", "watchdog",
        ],
        StringComparer.Ordinal);

    /// <summary>In words, from “the” to the noun.</summary>
    private const int LongestDocument = 5;

    /// <summary>Folded; a government's may be of several words.</summary>
    private readonly HashSet<string> _names;

    private readonly bool _hasLongNames;

    /// <summary>Of one person whose whole name is known, the first one; null of others.</summary>
    private readonly string? _given;

    /// <summary>What follows in a source tells of something else.</summary>
    private const int LongestMention = 8;

    private Party(IEnumerable<string> names, string? given = null)
    {
        (_names, _given) = (names.ToHashSet(StringComparer.Ordinal), given);
        _hasLongNames = _names.Any(name => name.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>Of whom nothing is known.</summary>
    public static Party Nobody { get; } = new([]);

    /// <summary>Whoever makes a statement; where nobody is named, the source's own words tell.</summary>
    public static Party Of(QuotedStatement statement) => new(
        statement.Speakers.Count > 0 ? statement.Speakers.SelectMany(NamesOf)
        : statement.Mention is { } mention ? MentionOf(mention) : [],
        statement.Speakers is [var speaker] && Governments.AllOf(speaker).Count == 0
            && SpeakerNames.Parts(speaker) is { Length: > 1 } parts && !Bodies.Contains(parts[^1]) ? parts[0] : null);

    /// <summary>Whether both are known, and not the same or of the same side. Who is not known may be anybody.</summary>
    public bool IsOthersThan(Party other) =>
        _names.Count > 0 && other._names.Count > 0 && (IsNamesakeOf(other) || !_names.Any(name => other._names.Any(each => AreAlike(name, each))));

    /// <summary>Whether both are known, and the same or of the same side.</summary>
    public bool IsAlso(Party other) => _names.Count > 0 && other._names.Count > 0 && !IsOthersThan(other);

    /// <summary>Whether a text calls them by one of the names.</summary>
    public bool IsNamedIn(IReadOnlyList<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Is(WordTraits.Capital) && !IsNamesake(words, i)
                && (_names.Contains(words[i].Form) || (_hasLongNames && i + 1 < words.Count && _names.Contains($"{words[i].Form} {words[i + 1].Form}"))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of the words is theirs: “American” is America’s.</summary>
    public bool IsCalled(IEnumerable<string> words) => words.Any(word => _names.Any(name => AreAlike(word, name)));

    /// <summary>A brother or a wife: of the same family, but not the same.</summary>
    private bool IsNamesakeOf(Party other) => _given is { } a && other._given is { } b && a[0] != b[0];

    /// <summary>Whether the name belongs to another of the family: “Anna Berg” is not Otto Berg.</summary>
    private bool IsNamesake(IReadOnlyList<Word> words, int at) => _given is { } given && at > 0 && words[at - 1] is var before
        && before.Is(WordTraits.Capital) && !before.Is(WordTraits.Stop) && !before.Is(WordTraits.Titled) && before.Form.Length > 2 && before.Form[0] != given[0]
        && before.Span.End + 1 == words[at].Span.Start;

    /// <summary>“Saudis” and “Saudi Arabia”, “Russian” and “Russia”: alike but for the last letter of the shorter.</summary>
    private static bool AreAlike(string a, string b)
    {
        var shared = a.AsSpan().CommonPrefixLength(b);
        return a == b || (shared >= 4 && shared >= Math.Min(a.Length, b.Length) - 1);
    }

    private static IEnumerable<string> NamesOf(string name)
    {
        var parts = SpeakerNames.Parts(name);
        return Governments.AllOf(name) is { Count: > 0 } government ? government
            : parts.Length == 0 ? []
            : Bodies.Contains(parts[^1]) ? parts.Where(part => !Bodies.Contains(part)) : [parts[^1]];
    }

    /// <summary>“The families”: more than one, so nobody who was named before.</summary>
    private static bool IsGroup(List<Word> words) => words is [{ Form: "the" }, { Form: [.., not 's', 's'] } noun] && !noun.Is(WordTraits.Capital)
        && noun.Span.Length == noun.Form.Length && !Bodies.Contains(noun.Form);

    /// <summary>“The suit, filed on Monday, …”: what was written speaks for itself, whoever wrote it, and has many names: “the complaint”.</summary>
    private static bool IsDocument(List<Word> words) => words[0].Form is "the" or "a" or "this" or "that"
        && words.Skip(1).Take(LongestDocument).TakeWhile(word => word.Form is not ("of" or "on" or "in" or "by" or "for" or "who")).Any(word => ReplyWords.Papers.Contains(word.Form));

    /// <summary>“Clinton’s campaign”, “a reporter”; but “the candidate” may be anybody who was named before.</summary>
    private static IEnumerable<string> MentionOf(string mention)
    {
        var words = WordReader.Read(mention);
        var isBody = words.Exists(word => Bodies.Contains(word.Form));
        if (IsGroup(words))
        {
            return [SpeakerNames.Fold(mention)];
        }

        if (IsDocument(words))
        {
            return [ReplyWords.Document];
        }

        if (words.TrueForAll(word => word.Is(WordTraits.Stop)) || words.Exists(word => word.Form is "percent" or "cent")
            || words[0].Form is "his" or "her" or "their" or "its" || (words[0].Form is ("the" or "this" or "that") && !isBody))
        {
            return [];
        }

        var names = words.Take(LongestMention).TakeWhile(word => word.Form is not ("who" or "whose" or "whom" or "which"))
            .Where(word => word.Is(WordTraits.Capital) && !word.Is(WordTraits.Stop) && !Bodies.Contains(word.Form))
            .Select(word => word.Form).ToList();
        return names.Count == 0 ? [SpeakerNames.Fold(mention)]
            : names.SelectMany(name => Governments.AllOf(name) is { Count: > 0 } government ? government : [name]);
    }
}
