using System.Collections.Frozen;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Who is meant by an office or a kind of body without a name: “the senator”, “the ministry”. Asked in text order: whoever was introduced
/// last by an office holds it.
/// </summary>
/// <param name="text">The article.</param>
/// <param name="words">What the word lists say about its tokens.</param>
/// <param name="antecedents">Whom it names, and where.</param>
/// <param name="introduced">Who is named further on, by the first token of the office that introduces them.</param>
internal sealed class Offices(ArticleText text, ArticleWords words, Antecedents antecedents, Dictionary<int, CastMember> introduced)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Bystanders = new[]
    {
        "spokesman", "spokeswoman", "spokesperson", "interviewer", "moderator", "host", "anchor", "reporter", "journalist", "correspondent", "presenter", "caller",
        "witness", "employee", "worker", "staffer", "official", "officer", "aide", "adviser", "advisor", "assistant", "deputy", "lawyer", "attorney", "solicitor",
        "barrister", "prosecutor", "judge", "supporter", "volunteer", "opponent", "rival", "ally", "colleague", "friend", "neighbour", "neighbor", "source", "insider",
        "partner", "organizer", "organiser", "member", "nurse", "guard", "clerk", "secretary", "translator", "driver", "voter", "narrator", "critic", "mp",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private CastMember? _lastIntroduced;

    /// <summary>Whoever is introduced by the office that begins at the token, and named further on; null when nobody. Remembered as the last one who was.</summary>
    public CastMember? IntroducedAt(int token)
    {
        if (!introduced.TryGetValue(token, out var member))
        {
            return null;
        }

        return _lastIntroduced = member;
    }

    /// <summary>“the senator”, “your chief executive”, and an office alone, as headlines have it.</summary>
    public bool IsDefinite(int first, int head) => text.Word(first) is "the" or "The" or "this" or "This" or "that" or "That" or "THE"
        || (words.Has(head, WordTraits.Role) && (text.Word(first) is "its" or "Its" or "your" or "Your" or "our" or "Our"
            || (!words.Has(first, WordTraits.Determiner | WordTraits.Function) && !IsOwned(first, head) && text.Sentences[text.Tokens[first].Sentence].Paragraph < 2)));

    private bool IsOwned(int first, int head)
    {
        var i = first;
        while (i < head && !words.IsPossessive(i))
        {
            i++;
        }

        return i < head;
    }

    /// <summary>
    /// “the Norwegian”, “the tall 31-year-old”, and with an age or a birthplace any noun: one person who was named; “the Russians” and “the British” are many.
    /// </summary>
    /// <param name="first">“The”.</param>
    /// <param name="head">The noun.</param>
    public bool IsEpithet(int first, int head)
    {
        var word = text.Word(head);
        if (Descriptions.AgeBehind(text, head + 1) > 0 || IsTold(first, head))
        {
            return true;
        }

        return word.EndsWith("-year-old")
            || (head == first + 1 && words.Has(head, WordTraits.Demonym) && !(word[^1] is 's' || word.EndsWith("ish") || word.EndsWith("ch") || word.EndsWith("ese")));
    }

    /// <summary>“the Bern-born millionaire”, “the 66-year-old commentator”, “the mother-of-two”, “the Ohio Republican”.</summary>
    private bool IsTold(int first, int head)
    {
        if (text.Word(head).Contains("-of-", StringComparison.Ordinal) || (head + 2 < text.Tokens.Length && text.Word(head + 1) is "of" && text.Word(head + 2) is "one" or "two" or "three" or "four" or "five" or "six"))
        {
            return true;
        }

        for (var i = first + 1; i < head; i++)
        {
            if (text.Word(i) is var word && (word.EndsWith("-born") || word.EndsWith("-year-old")))
            {
                return true;
            }
        }

        return head == first + 2 && words.Has(head, WordTraits.Demonym) && words.Has(head - 1, WordTraits.Place) && text.Word(head)[^1] is not 's';
    }

    /// <summary>“the old man”, “the younger woman”: one who was named; “the man” is mostly somebody without a name.</summary>
    public bool IsOldMan(int first, int head) => head == first + 2 && text.Word(head) is "man" or "woman" or "lady" or "boy" or "girl"
        && text.Word(first) is "the" or "The" && text.Word(first + 1) is "old" or "older" or "young" or "younger" or "elder" or "elderly";

    /// <summary>
    /// “the businessman”, “the retired dentist”: a noun for one person, of whom nobody is said to be so. Those whose office is to speak, ask, help
    /// or watch (“the spokesman”, “the moderator”) are seldom the one named before, nor is “the head of …”.
    /// </summary>
    public bool IsDescription(int first, int head, int end) => text.Word(first) is "the" or "The" && words.Has(head, WordTraits.Role)
        && !Bystanders.Contains(text.Word(head)) && !text.Word(head).EndsWith("men") && !(head + 1 < end && words.Has(head + 1, WordTraits.Preposition)) && !IsOfBody(first + 1, head);

    /// <summary>“the FBI director”: of whom the article would say so; a party has many.</summary>
    private bool IsOfBody(int first, int head)
    {
        for (var i = first; i < head; i++)
        {
            if (words.IsAcronym(i) && text.Word(i) is not "GOP")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The gender that the noun tells: 1, −1, or 0.</summary>
    public int GenderOf(int head) => words.Has(head, WordTraits.Male) ? 1 : words.Has(head, WordTraits.Female) ? -1 : 0;

    /// <summary>Who holds the office, by what the article says before, else by what it says further on; “the chairwoman” is no man.</summary>
    public CastMember? HolderOf(int head)
    {
        var office = Roles.Fold(text.Word(head).ToString());
        var gender = GenderOf(head);
        return HolderOf(head, gender, member => member.HasRole(office))
            ?? (OfficeKinds.Of(office) is { Count: > 0 } narrower ? HolderOf(head, gender, member => narrower.Any(member.HasRole)) : null);
    }

    private CastMember? HolderOf(int head, int gender, Func<CastMember, bool> holds)
    {
        bool Fits(CastMember member) => member.IsPerson && member.Gender * gender >= 0 && holds(member);
        if (gender != 0 && antecedents.LastWhere(head, member => member.Gender == gender && Fits(member)) is { } sure)
        {
            return sure;
        }

        return _lastIntroduced is { } last && Fits(last) ? last : antecedents.LastWhere(head, Fits) ?? antecedents.FirstBehind(head, Fits);
    }

    /// <summary>“Tatra boss” in a headline: whoever is further on the director, owner or chief executive of Tatra.</summary>
    public CastMember? HeadOf(int first, int head)
    {
        if (head != first + 1 || !words.IsCapital(first) || words.Has(first, WordTraits.Determiner | WordTraits.Function) || text.Word(head) is not ("boss" or "Boss" or "chief" or "Chief" or "head" or "Head"))
        {
            return null;
        }

        var body = text.Word(first).ToString();
        return antecedents.FirstBehind(head, member => member.IsPerson && member.HeadsBody(body));
    }

    /// <summary>“the ministry”, “the alliance”: the body named last whose name holds the noun, or that is an alliance; null when none is near.</summary>
    public CastMember? BodyOf(int head)
    {
        var noun = text.Word(head).ToString();
        return antecedents.LastWhere(head, member => member.Kind == NameKind.Organization && (member.Name.Contains(noun, StringComparison.OrdinalIgnoreCase)
            || (noun == "alliance" && (WordLists.Of(member.Name) & WordTraits.Alliance) != 0)));
    }
}
