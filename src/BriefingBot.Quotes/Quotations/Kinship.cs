using System.Collections.Frozen;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Who “her mother”, “Moreau's brother” and “his lawyer” are: whoever the article brings in so (“their mother, Ada Moreau”), whoever brought the
/// other one in (“his daughter, Tessa” has him for her father), or the only other one of the surname.
/// </summary>
/// <param name="text">The article.</param>
/// <param name="words">What the word lists say about its tokens.</param>
/// <param name="antecedents">Whom its pronouns mean.</param>
/// <param name="members">Who is meant by each name, by their order.</param>
/// <param name="nameAt">The name that a token belongs to, by its order; −1 for none.</param>
internal sealed class Kinship(ArticleText text, ArticleWords words, Antecedents antecedents, CastMember[] members, int[] nameAt)
{
    /// <summary>“her older half-brother”, “his second wife”: so many words between.</summary>
    private const int LongestQualifier = 3;

    /// <summary>A hostile text brings in relatives without end.</summary>
    private const int MostRelatives = 200;

    /// <summary>Of so many of one name nobody could tell.</summary>
    private const int MostNamesakes = 12;

    private enum Tie
    {
        None,
        Parent,
        Child,
        Sibling,
        Spouse,
        Other,
    }

    private static readonly FrozenDictionary<string, Tie>.AlternateLookup<ReadOnlySpan<char>> Ties = new[]
    {
        (Tie.Parent, "mother father mum mom dad stepfather stepmother stepdad stepmum stepmom"),
        (Tie.Child, "son daughter stepson stepdaughter"),
        (Tie.Sibling, "brother sister twin half-brother half-sister"),
        (Tie.Spouse, "wife husband widow widower fiancé fiancée ex-wife ex-husband"),
        (Tie.Other, "niece nephew uncle aunt cousin grandson granddaughter grandmother grandfather gran grandma grandpa grandad granddad brother-in-law sister-in-law son-in-law daughter-in-law father-in-law mother-in-law"),
    }.SelectMany(tie => tie.Item2.Split(' ').Select(noun => (noun, tie.Item1))).ToFrozenDictionary(pair => pair.noun, pair => pair.Item2, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<Relative> _relatives = [];

    private ILookup<string, CastMember>? _bySurname;

    private bool? _family;

    /// <param name="Owner">“her”, or the last token of the name that has the “’s”.</param>
    /// <param name="Noun">“mother”.</param>
    /// <param name="Member">Who it is.</param>
    private readonly record struct Relative(int Owner, int Noun, CastMember Member);

    /// <summary>Whether the word is a noun for a relative: “mother”.</summary>
    public static bool IsNoun(ReadOnlySpan<char> word) => Ties.ContainsKey(word);

    /// <summary>Notes whose relative, lawyer or friend <paramref name="member"/> is where one of its names stands; in text order.</summary>
    public void Read(NameMention name, CastMember member)
    {
        if (!member.IsPerson || _relatives.Count == MostRelatives)
        {
            return;
        }

        // “her brother, Jan Keller”, “her brother Jan”, “her friend and lawyer, Jan Keller”.
        var noun = name.Lead - 1;
        noun -= noun > 0 && text.Word(noun) is "," ? 1 : 0;
        if (noun > 0 && IsRelation(noun) && OwnerBefore(noun) is var owner and >= 0)
        {
            _relatives.Add(new Relative(owner, noun, member));
        }

        // “Jan Keller, her younger brother,”.
        var first = name.End + 1;
        if (first + 1 < text.Tokens.Length && text.Word(name.End) is "," && text.Word(first) is "his" or "her" or "their")
        {
            for (noun = first + 1; noun < text.Tokens.Length && noun - first <= LongestQualifier + 1 && text.Tokens[noun].Kind == TokenKind.Word; noun++)
            {
                // “…, his son said”: a clause of its own.
                if (IsRelation(noun) && text.Tokens[noun].Sentence == text.Tokens[first].Sentence && EndsExplanation(noun + 1))
                {
                    _relatives.Add(new Relative(first, noun, member));
                    return;
                }
            }
        }
    }

    /// <summary>Whom “her mother” means, and how sure that is; null when the article does not tell.</summary>
    /// <param name="first">The first token of the phrase.</param>
    /// <param name="noun">Its noun.</param>
    public (CastMember Member, double Confidence)? Find(int first, int noun)
    {
        if (!IsRelation(noun) || OwnerBefore(noun) is not (>= 0 and var at) || at < first)
        {
            return null;
        }

        var owner = OwnerAt(at);
        // “Lopez’s husband” beside Ada and Carlos Lopez: the name alone may have been taken for his.
        if (owner is not null && _relatives.Exists(relative => relative.Member == owner && Same(relative.Noun, noun)) && nameAt[at] >= 0 && !IsFull(at))
        {
            owner = null;
        }

        var gender = words.Has(noun, WordTraits.Male) ? 1 : words.Has(noun, WordTraits.Female) ? -1 : 0;
        bool Fits(CastMember member) => member != owner && member.IsPerson && member.Gender * gender >= 0;
        if (Introduced(at, noun, owner, Fits) is { } introduced)
        {
            return (introduced, 0.75);
        }

        if (owner is null || !Ties.TryGetValue(text.Word(noun), out var tie))
        {
            return null;
        }

        return Inverse(tie, owner, Fits) is { } other ? (other, 0.7) : tie != Tie.Other && Namesake(owner, gender, Fits) is { } namesake ? (namesake, 0.6) : null;
    }

    private CastMember? Introduced(int at, int noun, CastMember? owner, Func<CastMember, bool> fits)
    {
        CastMember? last = null;
        var several = false;
        foreach (var relative in _relatives)
        {
            if (!fits(relative.Member) || !Same(relative.Noun, noun) || (IsOther(noun) && !IsOther(relative.Noun)))
            {
                continue;
            }

            // “Jan Keller, his lawyer”: nobody is his own.
            var known = OwnerAt(relative.Owner) is { } one && one != relative.Member ? one : null;
            if (known is not null && known == owner)
            {
                return relative.Member;
            }

            // “The bank’s chairman” is not the brewery’s, and “their” is nobody's in particular.
            if ((known is null || owner is null) && (Same(relative.Owner, at) || (SourceReader.GenderOf(text.Word(known is null ? relative.Owner : at)) is not 0) || owner is null && nameAt[at] >= 0))
            {
                several |= last is not null && last != relative.Member;
                last = relative.Member;
            }
        }

        return several ? null : last;
    }

    /// <summary>“his daughter, Tessa”: he is her father.</summary>
    private CastMember? Inverse(Tie tie, CastMember owner, Func<CastMember, bool> fits)
    {
        foreach (var relative in _relatives)
        {
            if (relative.Member == owner && Ties.TryGetValue(text.Word(relative.Noun), out var theirs) && theirs == InverseOf(tie) && OwnerAt(relative.Owner) is { } other && fits(other))
            {
                return other;
            }
        }

        return null;
    }

    private static Tie InverseOf(Tie tie) => tie switch
    {
        Tie.Parent => Tie.Child,
        Tie.Child => Tie.Parent,
        Tie.Sibling or Tie.Spouse => tie,
        _ => Tie.None,
    };

    /// <summary>Whether the article tells of a family, more than once: else two of one surname are strangers.</summary>
    private bool IsOfFamily()
    {
        _family ??= Enumerable.Range(0, text.Tokens.Length).Where(i => text.Tokens[i].Kind == TokenKind.Word && !text.Tokens[i].Quoted
            && (IsNoun(text.Word(i)) || text.Word(i) is "siblings" or "family" or "couple" or "brothers" or "sisters" or "twins" or "married" or "marriage" or "relatives" or "heirs" or "dynasty")).Take(2).Count() == 2;
        return _family.Value;
    }

    /// <summary>The only other one who bears the surname.</summary>
    private CastMember? Namesake(CastMember owner, int gender, Func<CastMember, bool> fits)
    {
        if (!IsOfFamily())
        {
            return null;
        }

        // Once for the article: it may ask for each of its names.
        _bySurname ??= members.Distinct().Where(member => member.IsPerson).ToLookup(SurnameOf, StringComparer.OrdinalIgnoreCase);
        var surname = SurnameOf(owner);
        var all = surname.Length == 0 ? [] : _bySurname[surname].Take(MostNamesakes).Where(fits).ToList();
        return all is [var only] ? only : all.FindAll(member => member.Gender == gender) is [var fitting] ? fitting : null;
    }

    private bool Same(int one, int other) => text.Word(one).Equals(text.Word(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>“his former partner”, “the club's new captain”: not the one whom the article calls so without the word.</summary>
    private bool IsOther(int noun) => noun > 0 && text.Word(noun - 1) is "former" or "ex" or "new" or "rival" or "late" or "other" or "previous" or "next" or "first" or "second" or "future";

    /// <summary>Whether the name that the token ends has more than one word.</summary>
    private bool IsFull(int token) => token > 0 && nameAt[token - 1] == nameAt[token];

    private static string SurnameOf(CastMember member) => member.Name.LastIndexOf(' ') is > 0 and var space ? member.Name[(space + 1)..] : "";

    /// <summary>“her” or the last token of “Moreau” before “’s” in “her younger brother”, “Moreau’s brother”; −1 for none.</summary>
    private int OwnerBefore(int noun)
    {
        for (var i = noun - 1; i >= 0 && noun - i <= LongestQualifier + 1 && text.Tokens[i].Sentence == text.Tokens[noun].Sentence; i--)
        {
            if (text.Word(i) is "his" or "His" or "her" or "Her" or "their" or "Their")
            {
                return i;
            }

            if (words.IsPossessive(i))
            {
                return i - 1;
            }

            if (text.Tokens[i].Kind != TokenKind.Word || (words.Has(i, WordTraits.Function) && text.Word(i) is not "and"))
            {
                break;
            }
        }

        return -1;
    }

    private CastMember? OwnerAt(int token) => nameAt[token] >= 0 ? members[nameAt[token]] : antecedents.PronounAt(token);

    private bool EndsExplanation(int token) => token >= text.Tokens.Length || text.Tokens[token].Kind != TokenKind.Word || words.Has(token, WordTraits.Preposition) || text.Word(token) is "and" or "who" or "whom";

    private bool IsRelation(int token) => token >= 0 && token < text.Tokens.Length && (Ties.ContainsKey(text.Word(token)) || words.Has(token, WordTraits.Role));
}
