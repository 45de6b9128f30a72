namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Brings the names of an article to its members: “Donald J. Trump”, “Mr. Trump” and “Trump” are one. Full names are read first, so that a
/// headline's bare surname finds its bearer; then every lone word goes to whoever bears it. Linear: each lookup is one hash, or a look at no more bearers of a surname than a family has.
/// </summary>
internal sealed class NameLinks
{
    private readonly ArticleText _text;
    private readonly ArticleWords _words;
    private readonly WrittenNames _written;
    private readonly List<NameMention> _names;
    private readonly Dictionary<string, CastMember>.AlternateLookup<ReadOnlySpan<char>> _full = ByName<CastMember>();
    private readonly Dictionary<string, Bearers>.AlternateLookup<ReadOnlySpan<char>> _surnames = ByName<Bearers>();
    private readonly Dictionary<string, CastMember>.AlternateLookup<ReadOnlySpan<char>> _givenNames = ByName<CastMember>();

    /// <summary>Of those known by one word: how often what stands beside it is said of things and places, and how often it is named.</summary>
    private readonly Dictionary<CastMember, (int Things, int All)> _things = [];

    private readonly Dictionary<string, CastMember>.AlternateLookup<ReadOnlySpan<char>> _bare = ByName<CastMember>();

    private readonly Firms _firms;

    private readonly Relatives _relatives;

    public NameLinks(ArticleText text, ArticleWords words, List<NameMention> names)
    {
        _text = text;
        _words = words;
        _written = new WrittenNames(text, words);
        _relatives = new Relatives(_written);
        _firms = new Firms(text, words, _written);
        _names = names;
        Members = new CastMember[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Words > 1 && !NameParticles.OpensSurname(text.Word(names[i].First)))
            {
                Members[i] = Full(names[i]);
            }
        }

        // “Ní Chonaill” may be a surname of two words, so that those who bear it come first.
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Words > 1 && Members[i] is null && !IsBorne(names[i]))
            {
                Members[i] = Full(names[i]);
            }
        }

        JoinGivenNames();
        foreach (var name in names)
        {
            if (name.Words == 1 && name.Titled && _surnames.TryGetValue(_written.Word(name.First), out var bearers))
            {
                bearers.Titled = true;
            }
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (Members[i] is null)
            {
                Members[i] = names[i].Words > 1 ? BearerOf(names[i]) : Lone(names[i]);
            }
            else if (names[i].Words > 1)
            {
                Remember(Members[i], names[i]);
            }

            VoteByLead(Members[i], names[i]);
            Members[i].Mentioned(_written.SpanOf(names[i]));
        }

        foreach (var member in Members)
        {
            if (member.Kind == NameKind.Person && member.Name.Length > 3 && !member.Name.AsSpan().ContainsAnyInRange('a', 'z'))
            {
                member.Rename(NameCase.Of(member.Name));
            }
        }

        Initials.Link(text, words, _written, names, Members);
        foreach (var (member, (things, all)) in _things)
        {
            member.Kind = things * 2 >= all ? NameKind.Organization : member.Kind;
        }
    }

    /// <summary>The member that each name belongs to, by the name's index.</summary>
    public CastMember[] Members { get; }

    /// <summary>The member with this full name, in any case; null when there is none.</summary>
    public CastMember? Named(ReadOnlySpan<char> fullName) => _full.TryGetValue(WrittenNames.Upright(fullName), out var member) ? member : null;

    /// <summary>The one who has the token for a surname and was named in full before it; null when nobody was, or several share it.</summary>
    public CastMember? BearerAt(int token) =>
        _surnames.TryGetValue(_written.Word(token), out var bearers) && bearers.First < token && bearers.Count == 1 ? bearers.Best : null;

    private static Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> ByName<T>() =>
        new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Notes whom of those with one surname a full name meant last; “a niece of Ada Moreau” does not take it from the niece.</summary>
    private void Remember(CastMember member, NameMention name)
    {
        var surname = _written.SurnameOf(name);
        _relatives.Named(surname, _text.Tokens[name.First].Sentence);
        if ((surname == name.NameEnd - 1 || surname == name.First) && !_written.KinshipOf(name).IsOther && _surnames.TryGetValue(_written.Word(surname), out var bearers))
        {
            bearers.MeantLast(member, _text.Tokens[name.First].Sentence);
        }
    }

    /// <summary>Whether somebody is named with these words at the end: “Aoife Ní Chonaill” for “Ní Chonaill”.</summary>
    private bool IsBorne(NameMention name) => name.Kind == NameKind.Person
        && _surnames.TryGetValue(_written.Word(name.NameEnd - 1), out var bearers) && bearers.Ending(_written.Of(name), 0) is not null;

    /// <summary>Whom a surname of several words means; called in text order, for a name that <see cref="IsBorne"/>.</summary>
    private CastMember BearerOf(NameMention name)
    {
        var written = _written.Of(name);
        if (!_surnames.TryGetValue(_written.Word(name.NameEnd - 1), out var bearers))
        {
            return Full(name);
        }

        var gender = _written.GenderOfLead(name);
        var usual = bearers.For(gender, _text.Tokens[name.First].Sentence);
        var member = usual is not null && Bearers.EndsWith(usual, written) ? usual : bearers.Ending(written, gender) ?? Full(name);
        member.Named(written, false);
        return member;
    }

    private CastMember Full(NameMention name)
    {
        var written = _written.Of(name);
        if (name.Kind != NameKind.Person)
        {
            var body = Remember(written, written, name.Kind).Member;
            if (name.Kind == NameKind.Organization)
            {
                _firms.Add(name, body);
            }

            return body;
        }

        var last = _written.SurnameOf(name);

        // “Donald Trump Jr.” is not Donald Trump.
        var given = last == name.First ? name.NameEnd - 1 : name.First;
        var suffix = last == name.NameEnd - 1 || last == name.First ? "" : _written.Word(name.NameEnd - 1).Trim('.');
        var isKey = name.Words == 2 && suffix.IsEmpty && written.Length == _written.Word(given).Length + 1 + _written.Word(last).Length;
        var (member, isNew) = Remember(
            isKey ? written : string.Concat(_written.Word(given), " ", _written.Word(last), suffix), written, NameKind.Person);
        var surname = _written.Word(last);
        if (!_surnames.TryGetValue(surname, out var bearers))
        {
            _surnames[surname] = bearers = new Bearers();
        }

        if (isNew)
        {
            _givenNames.TryAdd(_written.Word(given), member);
            // “Auntie Efua” is Maame Efua Ansaba.
            for (var i = name.First; i < name.NameEnd; i++)
            {
                if (i != given && i != last && _words.Has(i, WordTraits.FirstName))
                {
                    _givenNames.TryAdd(_written.Word(i), member);
                }
            }

            var traits = _words[given];
            member.VoteGender(traits.HasFlag(WordTraits.MaleName) ? 2 : 0, traits.HasFlag(WordTraits.FemaleName) ? 2 : 0);
        }

        member.SupposedGender = _written.KinshipOf(name) is { Gender: not 0 and var gender } ? gender : member.SupposedGender;
        bearers.Add(member, suffix.Length > 0 ? 1 : 3, name.First);
        return member;
    }

    private (CastMember Member, bool IsNew) Remember(ReadOnlySpan<char> key, ReadOnlySpan<char> written, NameKind kind)
    {
        var isNew = !_full.TryGetValue(key, out var member);
        if (member is null)
        {
            _full[key] = member = new CastMember(written.ToString(), kind);
        }

        member.Named(written, written.Length > member.Name.Length || (WrittenNames.IsShouted(member.Name) && !WrittenNames.IsShouted(written)));
        return (member, isNew);
    }

    private CastMember Lone(NameMention name)
    {
        var key = _written.Word(name.First);
        var isBorne = _surnames.TryGetValue(key, out var bearers);
        if (_firms.Of(name, bearers) is { } firm)
        {
            firm.Named(key, false);
            return firm;
        }

        if (isBorne && bearers is not null && !(name.Kind == NameKind.Organization && !bearers.Best.IsPerson))
        {
            var gender = !name.Titled ? 0 : _written.GenderOfLead(name);
            var sentence = _text.Tokens[name.First].Sentence;
            if ((bearers.For(gender, sentence) ?? RelativeOf(key, gender)) is { } member)
            {
                member.Named(key, false);
                _relatives.Named(name.First, sentence);
                return member;
            }
        }
        else if (_givenNames.TryGetValue(key, out var given) && name.Kind is NameKind.Person or NameKind.Unknown
            && (!name.Titled || _written.GenderOfLead(name) * given.Gender >= 0))
        {
            // With a title too: “Dame Ada”, and “Ms Lin” where the surname comes first.
            given.Named(key, false);
            return given;
        }

        if (!_bare.TryGetValue(key, out var bare))
        {
            var kind = name.Titled ? NameKind.Person : name.Kind;
            var ordinary = kind == NameKind.Unknown
                && (_words.Has(name.First, WordTraits.Common | WordTraits.Document | WordTraits.BodyNoun) || _written.IsTitleOfWork(name));
            _bare[key] = bare = new CastMember(key.ToString(), ordinary ? NameKind.Organization : kind) { IsWord = ordinary };
            if (name.Kind == NameKind.Person && !name.Titled)
            {
                bare.VoteGender(_words.Has(name.First, WordTraits.MaleName) ? 1 : 0, _words.Has(name.First, WordTraits.FemaleName) ? 1 : 0);
            }
        }

        bare.Named(key, WrittenNames.IsShouted(bare.Name) && !WrittenNames.IsShouted(key));
        if (bare.Kind == NameKind.Unknown)
        {
            var (things, all) = _things.GetValueOrDefault(bare);
            _things[bare] = (things + (_written.NamesThing(name) ? 1 : 0), all + 1);
        }

        if (name.Titled)
        {
            bare.Kind = NameKind.Person;
        }
        else if (bare.IsPerson && _written.KinshipOf(name) is { IsOther: false, Gender: not 0 and var sex })
        {
            _relatives.Add(bare, sex, _text.Tokens[name.First].Sentence);
        }

        return bare;
    }

    /// <summary>“Ms Alder”, where “his daughter, Tessa” was a daughter of Peter Alder's: she is Tessa Alder.</summary>
    private CastMember? RelativeOf(ReadOnlySpan<char> surname, int gender)
    {
        if (gender == 0 || _relatives.Of(surname, gender) is not { } relative)
        {
            return null;
        }

        if (!relative.Name.Contains(' ', StringComparison.Ordinal))
        {
            relative.Named($"{relative.Name} {surname}", true);
            relative.Kind = NameKind.Person;
        }

        return relative;
    }

    /// <summary>“Bill and Melinda Alder”: two given names of a man and a woman before one surname, where the first was not named before.</summary>
    private void JoinGivenNames()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i + 1 < _names.Count; i++)
        {
            var (name, next) = (_names[i], _names[i + 1]);
            if (name.Words != 1 || !seen.Add(_written.Word(name.First)) || name.Lead < name.First || next.Words < 2 || next.Lead != name.End + 1
                || next.Lead != next.First || next.Kind != NameKind.Person || _text.Word(name.End) is not ("and" or "&")
                || _surnames.ContainsKey(_written.Word(name.First)) || _givenNames.ContainsKey(_written.Word(name.First)) || !AreManAndWoman(name.First, next.First))
            {
                continue;
            }

            var surname = _written.Word(_written.SurnameOf(next));
            var full = $"{_written.Word(name.First)} {surname}";
            var member = Remember(full, full, NameKind.Person).Member;
            member.VoteGender(_words.Has(name.First, WordTraits.MaleName) ? 2 : 0, _words.Has(name.First, WordTraits.FemaleName) ? 2 : 0);
            _givenNames.TryAdd(_written.Word(name.First), member);
            _surnames[surname].Add(member, 1, name.First);
        }
    }

    private bool AreManAndWoman(int one, int other) => (_words[one] & WordTraits.FirstName, _words[other] & WordTraits.FirstName)
        is (WordTraits.MaleName, WordTraits.FemaleName) or (WordTraits.FemaleName, WordTraits.MaleName);

    private void VoteByLead(CastMember member, NameMention name)
    {
        var gender = _written.GenderOfLead(name);
        member.VoteGender(gender > 0 ? 3 : 0, gender < 0 ? 3 : 0);
    }
}
