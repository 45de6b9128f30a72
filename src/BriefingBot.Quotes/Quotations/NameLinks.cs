using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Brings the names of an article to its members: “Donald J. Trump”, “Mr. Trump” and “Trump” are one. Full names are read first, so that a
/// headline's bare surname finds its bearer; then every lone word goes to whoever bears it. Linear: each lookup is one hash.
/// </summary>
internal sealed class NameLinks
{
    private readonly ArticleText _text;
    private readonly ArticleWords _words;
    private readonly List<NameMention> _names;
    private readonly Dictionary<string, CastMember>.AlternateLookup<ReadOnlySpan<char>> _full = ByName<CastMember>();
    private readonly Dictionary<string, Bearers>.AlternateLookup<ReadOnlySpan<char>> _surnames = ByName<Bearers>();
    private readonly Dictionary<string, CastMember>.AlternateLookup<ReadOnlySpan<char>> _givenNames = ByName<CastMember>();
    private readonly Dictionary<string, CastMember>.AlternateLookup<ReadOnlySpan<char>> _bare = ByName<CastMember>();

    public NameLinks(ArticleText text, ArticleWords words, List<NameMention> names)
    {
        _text = text;
        _words = words;
        _names = names;
        Members = new CastMember[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Words > 1)
            {
                Members[i] = Full(names[i]);
            }
        }

        for (var i = 0; i < names.Count; i++)
        {
            Members[i] ??= Lone(names[i]);
            VoteByLead(Members[i], names[i]);
            Members[i].Mentioned(SpanOf(names[i]));
        }

        LinkAcronyms();
    }

    /// <summary>The member that each name belongs to, by the name's index.</summary>
    public CastMember[] Members { get; }

    public TextSpan SpanOf(NameMention name) => TextSpan.Between(_text.Tokens[name.First].Start, _text.Tokens[name.End - 1].End);

    private static Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> ByName<T>() =>
        new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private CastMember Full(NameMention name)
    {
        var written = Written(name.First, name.End);
        if (name.Kind != NameKind.Person)
        {
            return Remember(written, written, name.Kind).Member;
        }

        var last = name.End - 1;
        while (last > name.First + 1 && _text.Word(last) is "Jr." or "Sr." or "Jr" or "Sr" or "II" or "III" or "IV" or ",")
        {
            last--;
        }

        // “Donald Trump Jr.” is not Donald Trump.
        var suffix = last == name.End - 1 ? "" : _text.Word(name.End - 1).Trim('.');
        var isKey = name.End - name.First == 2 && suffix.IsEmpty && written.Length == _text.Word(name.First).Length + 1 + _text.Word(last).Length;
        var (member, isNew) = Remember(
            isKey ? written : string.Concat(_text.Word(name.First), " ", _text.Word(last), suffix), written, NameKind.Person);
        var surname = _text.Word(last);
        if (!_surnames.TryGetValue(surname, out var bearers))
        {
            _surnames[surname] = bearers = new Bearers();
        }

        if (isNew)
        {
            _givenNames.TryAdd(_text.Word(name.First), member);
            var given = _words[name.First];
            member.VoteGender(given.HasFlag(WordTraits.MaleName) ? 2 : 0, given.HasFlag(WordTraits.FemaleName) ? 2 : 0);
        }

        bearers.Add(member, suffix.Length > 0 ? 1 : 3);
        return member;
    }

    private (CastMember Member, bool IsNew) Remember(ReadOnlySpan<char> key, ReadOnlySpan<char> written, NameKind kind)
    {
        var isNew = !_full.TryGetValue(key, out var member);
        if (member is null)
        {
            _full[key] = member = new CastMember(written.ToString(), kind);
        }

        member.Named(written, written.Length > member.Name.Length || (IsShouted(member.Name) && !IsShouted(written)));
        return (member, isNew);
    }

    private static bool IsShouted(ReadOnlySpan<char> name) => name.Length > 4 && !name.ContainsAnyInRange('a', 'z');

    private CastMember Lone(NameMention name)
    {
        var key = _text.Word(name.First);
        if (_surnames.TryGetValue(key, out var bearers) && !(name.Kind == NameKind.Organization && !bearers.Best.IsPerson))
        {
            var gender = !name.Titled ? 0 : GenderOfLead(name);
            var member = bearers.For(gender);
            if (member is not null)
            {
                member.Named(key, false);
                return member;
            }
        }
        else if (_givenNames.TryGetValue(key, out var given) && !name.Titled && name.Kind is NameKind.Person or NameKind.Unknown)
        {
            given.Named(key, false);
            return given;
        }

        if (!_bare.TryGetValue(key, out var bare))
        {
            var kind = name.Titled ? NameKind.Person : name.Kind;
            var ordinary = kind == NameKind.Unknown && _words.Has(name.First, WordTraits.Common | WordTraits.Document | WordTraits.BodyNoun);
            _bare[key] = bare = new CastMember(key.ToString(), ordinary ? NameKind.Organization : kind) { IsWord = ordinary };
            if (name.Kind == NameKind.Person && !name.Titled)
            {
                bare.VoteGender(_words.Has(name.First, WordTraits.MaleName) ? 1 : 0, _words.Has(name.First, WordTraits.FemaleName) ? 1 : 0);
            }
        }

        bare.Named(key, IsShouted(bare.Name) && !IsShouted(key));
        if (name.Titled)
        {
            bare.Kind = NameKind.Person;
        }

        return bare;
    }

    private int GenderOfLead(NameMention name)
    {
        for (var i = name.First - 1; i >= name.Lead; i--)
        {
            if (_words.Has(i, WordTraits.Male))
            {
                return 1;
            }

            if (_words.Has(i, WordTraits.Female))
            {
                return -1;
            }
        }

        return 0;
    }

    private void VoteByLead(CastMember member, NameMention name)
    {
        var gender = GenderOfLead(name);
        member.VoteGender(gender > 0 ? 3 : 0, gender < 0 ? 3 : 0);
    }

    /// <summary>“North Atlantic Treaty Organization (NATO)”: the letters in the brackets are the same body.</summary>
    private void LinkAcronyms()
    {
        var same = new Dictionary<CastMember, CastMember>();
        for (var i = 1; i < _names.Count; i++)
        {
            var (before, name) = (_names[i - 1], _names[i]);
            if (name.Words == 1 && before.Words > 1 && name.First == before.End + 1 && _text.Word(before.End) is "("
                && Members[i] != Members[i - 1] && IsInitialsOf(_text.Word(name.First), before))
            {
                same.TryAdd(Members[i], Members[i - 1]);
            }
        }

        for (var i = 0; same.Count > 0 && i < _names.Count; i++)
        {
            if (same.TryGetValue(Members[i], out var full))
            {
                Members[i] = full;
                full.Named(Written(_names[i].First, _names[i].End), false);
                full.Mentioned(SpanOf(_names[i]));
            }
        }
    }

    private bool IsInitialsOf(ReadOnlySpan<char> letters, NameMention name)
    {
        var at = 0;
        for (var i = name.First; i < name.End && at < letters.Length; i++)
        {
            while (at < letters.Length && letters[at] == '.')
            {
                at++;
            }

            if (at < letters.Length && char.ToUpperInvariant(_text.Word(i)[0]) == letters[at] && _words.IsCapital(i))
            {
                at++;
            }
        }

        return at >= 2 && letters[at..].Trim('.').IsEmpty;
    }

    /// <summary>The words as they stand in the text, a line break or a second space between them as one space.</summary>
    private ReadOnlySpan<char> Written(int first, int end)
    {
        var span = TextSpan.Between(_text.Tokens[first].Start, _text.Tokens[end - 1].End);
        var written = span.In(_text.Text);
        for (var i = 0; i < written.Length; i++)
        {
            if (char.IsWhiteSpace(written[i]) && (written[i] != ' ' || char.IsWhiteSpace(written[i + 1])))
            {
                return string.Join(' ', span.Of(_text.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return written;
    }

    /// <summary>Those who share a surname, and who is meant when it stands alone.</summary>
    private sealed class Bearers
    {
        private readonly Dictionary<CastMember, int> _counts = [];
        private CastMember? _man;
        private CastMember? _woman;

        public CastMember Best { get; private set; } = null!;

        /// <summary>Counts one full name; “Jr.” is seldom meant by the surname alone and has less weight.</summary>
        public void Add(CastMember member, int weight)
        {
            var count = _counts[member] = _counts.GetValueOrDefault(member) + weight;
            if (Best is null || count > _counts[Best])
            {
                Best = member;
            }

            if (member.Gender > 0 && (_man is null || count >= _counts[_man]))
            {
                _man = member;
            }

            if (member.Gender < 0 && (_woman is null || count >= _counts[_woman]))
            {
                _woman = member;
            }
        }

        /// <summary>The bearer most often named in full, of the gender that a title tells; null when none is of it.</summary>
        public CastMember? For(int gender) => gender == 0 || Best.Gender == 0 ? Best : gender > 0 ? _man : _woman;
    }
}
