using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>A member of the cast while the article is being read; <see cref="Speaker"/> is what the reader sees of it.</summary>
internal sealed class CastMember(string name, NameKind kind)
{
    private readonly List<TextSpan> _mentions = [];
    private List<string>? _roles;
    private readonly List<string> _names = [];
    private HashSet<string>? _roleHeads;
    private int _male;
    private int _female;
    private bool _sorted = true;
    private Speaker? _speaker;

    /// <summary>The fullest name so far.</summary>
    public string Name { get; private set; } = name;

    public NameKind Kind { get; set; } = kind;

    /// <summary>Whether it was found to be the source of something.</summary>
    public bool Speaks { get; set; }

    /// <summary>Whether its only name is an ordinary word with a capital (“Treaty”): somebody only if it speaks.</summary>
    public bool IsWord { get; init; }

    public bool IsPerson => Kind is NameKind.Person or NameKind.Unknown;

    /// <summary>Positive for a man, negative for a woman, 0 when nothing tells.</summary>
    public int Gender => OwnGender != 0 ? OwnGender : SupposedGender;

    /// <summary>The same, by its names and titles alone.</summary>
    public int OwnGender => Math.Sign(_male - _female);

    /// <summary>In years, as the article tells it behind a name; 0 when it does not.</summary>
    public int Age { get; set; }

    /// <summary>What “her son, …”, or a “he” that can mean nobody else, tells of its gender.</summary>
    public int SupposedGender { get; set; }

    public Speaker Speaker => _speaker ??= new Speaker(Name, TypeOf(Kind))
    {
        Roles = _roles ?? [],
        OtherNames = _names.Where(other => other != Name).OrderByDescending(other => other.Length).ThenBy(other => other, StringComparer.Ordinal).ToArray(),
        Mentions = new SortedMentions(this),
    };

    public void VoteGender(int male, int female)
    {
        _male += male;
        _female += female;
    }

    /// <summary>Notes one place that names or means it.</summary>
    public void Mentioned(TextSpan span)
    {
        _sorted &= _mentions.Count == 0 || _mentions[^1].Start < span.Start;
        _mentions.Add(span);
    }

    /// <summary>Counts a name as the article writes it; a fuller one becomes the member's name.</summary>
    public void Named(ReadOnlySpan<char> asWritten, bool fuller)
    {
        if (fuller)
        {
            Name = asWritten.ToString();
        }

        // An article writes a handful of forms; what a hostile text adds beyond them tells nobody anything.
        if (_names.Count < 12 && !IsKnownAs(asWritten))
        {
            _names.Add(asWritten.SequenceEqual(Name) ? Name : asWritten.ToString());
        }
    }

    /// <summary>Shows the member under this form of its name; the article's own form stays among the others.</summary>
    public void Rename(string name) => Name = name;

    /// <summary>Adds a role in the article's words; the fullest stands first.</summary>
    public void AddRole(string role, string head)
    {
        _roleHeads ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        _roleHeads.Add(Roles.Fold(head));
        _roles ??= [];
        if (_roles.Count >= 8 || _roles.Contains(role, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        var at = 0;
        while (at < _roles.Count && Roles.Weight(_roles[at]) >= Roles.Weight(role))
        {
            at++;
        }

        _roles.Insert(at, role);
    }

    /// <summary>Notes an office that a verb tells and that has no words of its own: “who chairs the board”.</summary>
    public void Holds(string office) => (_roleHeads ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).Add(office);

    public bool HasRole(string head) => _roleHeads is not null && _roleHeads.Contains(head);

    /// <summary>Whether one of its roles holds the word: “director of Tatra”.</summary>
    public bool HeadsBody(string word) => _roles is not null && _roles.Exists(role => $" {role} ".Contains($" {word} ", StringComparison.OrdinalIgnoreCase)
        && Heading.Any(office => $" {role} ".Contains($" {office} ", StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] Heading = ["director", "managing director", "owner", "co-owner", "chief", "head", "president", "chairman", "chairwoman", "chair", "founder", "boss", "manager", "leader"];

    private bool IsKnownAs(ReadOnlySpan<char> name)
    {
        foreach (var known in _names)
        {
            if (name.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    private static SpeakerType TypeOf(NameKind kind) => kind switch
    {
        NameKind.Organization => SpeakerType.Organization,
        NameKind.Place => SpeakerType.Place,
        _ => SpeakerType.Person,
    };

    /// <summary>The mentions in text order, sorted when read: pronouns are added after the names around them.</summary>
    private sealed class SortedMentions(CastMember member) : IReadOnlyList<TextSpan>
    {
        public int Count => Sorted().Count;

        public TextSpan this[int index] => Sorted()[index];

        public IEnumerator<TextSpan> GetEnumerator() => Sorted().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        private List<TextSpan> Sorted()
        {
            if (!member._sorted)
            {
                member._mentions.Sort();
                for (var i = member._mentions.Count - 1; i > 0; i--)
                {
                    if (member._mentions[i] == member._mentions[i - 1])
                    {
                        member._mentions.RemoveAt(i);
                    }
                }

                member._sorted = true;
            }

            return member._mentions;
        }
    }
}
