namespace BriefingBot.Quotes.Quotations;

/// <summary>Reads the offices that stand around a name: before it, after its comma, and in the phrase that it explains.</summary>
internal sealed class RoleReader(ArticleText text, ArticleWords words)
{
    private const int LongestRole = 14;
    private const int LongestAcronym = 5;
    private readonly Dictionary<string, (int Determiner, int First, int End)> _unnamed = new(StringComparer.OrdinalIgnoreCase);
    private int _read;

    /// <summary>The phrases that bring somebody in without a name (“a spokesman for …”), by their first token, once a name follows.</summary>
    public Dictionary<int, CastMember> Introduced { get; } = [];

    /// <summary>Gives <paramref name="member"/> the roles around one of its names; called in text order.</summary>
    public void Read(NameMention name, CastMember member)
    {
        ReadUnnamed(name.Lead);
        if (!member.IsPerson)
        {
            return;
        }

        ReadLead(name, member);
        ReadAfter(name, member);
        ReadBefore(name, member);
    }

    private void ReadLead(NameMention name, CastMember member)
    {
        var end = name.First;
        while (end > name.Lead && IsAddress(end - 1))
        {
            end--;
        }

        var head = end - 1;
        while (head >= name.Lead && !words.Has(head, WordTraits.Role | WordTraits.Title))
        {
            head--;
        }

        if (head >= name.Lead)
        {
            Introduce(name, member, head);
            Add(member, QualifierOf(name.Lead), end, head);
            return;
        }

        var sentence = text.Tokens[end].Sentence;
        if (end > name.Lead || !words.Has(end - 1, WordTraits.Role) || words.IsCapital(end - 1) || text.Tokens[end - 1].Sentence != sentence)
        {
            return;
        }

        var first = end - 1;
        while (first > 0 && end - first < 8 && text.Tokens[first - 1].Kind == TokenKind.Word && text.Tokens[first - 1].Sentence == sentence
            && !words.Has(first - 1, WordTraits.Function | WordTraits.Speech | WordTraits.Auxiliary) && !words.IsPossessive(first - 1))
        {
            first--;
        }

        Add(member, first, end, end - 1);
    }

    /// <summary>“A federal judge ruled … Judge Ada Moreau wrote”: news has one of these, and brings them in without a name.</summary>
    private void Introduce(NameMention name, CastMember member, int head)
    {
        var office = Roles.Fold(text.Word(head).ToString());
        if (office is "judge" or "coroner" or "magistrate" && !member.HasRole(office) && _unnamed.TryGetValue(office, out var earlier)
            && text.Tokens[name.First].Sentence - text.Tokens[earlier.Determiner].Sentence is > 0 and <= 2 && !IsElsewhere(earlier.End, name.Lead))
        {
            _unnamed.Remove(office);
            Introduced[earlier.Determiner] = member;
        }
    }

    /// <summary>“A judge in Ohio … In Texas, Judge Moreau”, “another judge”: somebody else.</summary>
    private bool IsElsewhere(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Word(i) is "another" or "Another" or "second" || (text.Word(i) is "In" or "in" && words.Has(i + 1, WordTraits.Place)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// “Prime Minister …” at the head of a sentence: the capital of an ordinary word tells nothing there, but the one of the office right
    /// after it tells that both are the office.
    /// </summary>
    private int QualifierOf(int office) =>
        office > 0 && words.IsInitial(office - 1) && words.IsCapital(office - 1) && text.Tokens[office - 1].Sentence == text.Tokens[office].Sentence
            && words.Has(office, WordTraits.Role) && words.IsCapital(office) && words.Has(office - 1, WordTraits.Common)
            && !words.Has(office - 1, WordTraits.Function | WordTraits.Speech | WordTraits.Auxiliary | WordTraits.Calendar | WordTraits.Preposition)
            ? office - 1 : office;

    /// <summary>How somebody is spoken of or to, which is no office.</summary>
    private bool IsAddress(int token) =>
        text.Word(token) is "Mr." or "Mrs." or "Ms." or "Mr" or "Mrs" or "Ms" or "Miss" or "Dr." or "Dr" or "Sir" or "Dame"
        or "Mx" or "Mx." or "Mme" or "Mme." or "Mlle" or "Madame" or "Monsieur" or "Herr" or "Frau" or "Señor" or "Señora"
        or "Venerable" or "Granny" or "Auntie";

    /// <summary>“Valery Gerasimov, chief of Russia’s General Staff,”.</summary>
    private void ReadAfter(NameMention name, CastMember member)
    {
        var first = name.End + 1;
        if (first >= text.Tokens.Length || text.Word(name.End) is not "," || text.Tokens[first].Sentence != text.Tokens[name.First].Sentence)
        {
            return;
        }

        if (text.Word(first) is "who" && first + 1 < text.Tokens.Length && Roles.OfVerb(text.Word(first + 1)) is { } office)
        {
            member.Holds(office);
            return;
        }

        // “Mr. Alder, you're sitting two chairs away” is said to him.
        if (((text.Listed[first]?.Class ?? 0) & WordClass.Subject) != 0)
        {
            return;
        }

        if (words.Has(first, WordTraits.Determiner))
        {
            first++;
        }

        var (end, head) = (first, -1);
        while (end < text.Tokens.Length && end - first < LongestRole && !EndsRole(end, name.First))
        {
            head = head < 0 && words.Has(end, WordTraits.Role) && (end + 1 >= text.Tokens.Length || !words.Has(end + 1, WordTraits.Role)) ? end : head;
            if (head < 0 && (end - first > 5 || words.Has(end, WordTraits.Preposition)))
            {
                return;
            }

            end++;
        }

        if (head >= 0 && !IsCalled(name, end) && !words.CanBeName(first) | words.Has(first, WordTraits.Role | WordTraits.Demonym | WordTraits.Place) | head - first <= 4)
        {
            Add(member, first, end, head);
        }
    }

    /// <summary>
    /// “Councillor Lind, the owner says …”: who is called by title and surname at a sentence's head has no office there where the verb follows it
    /// without a comma, since the office is another's who speaks.
    /// </summary>
    private bool IsCalled(NameMention name, int end) => name.Lead < name.First && name.Words == 1 && words.IsInitial(name.Lead) && text.Word(name.End + 1) is "the"
        && end < text.Tokens.Length && words.Has(end, WordTraits.Speech | WordTraits.Auxiliary) && !words.IsCapital(end);

    private bool EndsRole(int token, int name)
    {
        if (text.Tokens[token].Sentence != text.Tokens[name].Sentence || text.Tokens[token].Kind == TokenKind.QuotationMark)
        {
            return true;
        }

        return text.Tokens[token].Kind == TokenKind.Punctuation ? text.Word(token) is not ("&" or "-" or "/")
            && !words.IsPossessive(token)
            : words.Has(token, WordTraits.Speech | WordTraits.Auxiliary) && !words.IsCapital(token)
                || text.Word(token) is "who" or "which" or "that" or "whose" or "where" or "when" or "and" or "but" or "as";
    }

    /// <summary>“the spokesman, Colonel Patrick Ryder,”: also tells who “a spokesman for …” before it was.</summary>
    private void ReadBefore(NameMention name, CastMember member)
    {
        var comma = name.Lead - 1;
        if (comma < 2 || text.Word(comma) is not "," || IsSpokenTo(name))
        {
            return;
        }

        var head = -1;
        var first = comma - 1;
        for (; first >= 0 && comma - first < LongestRole && text.Tokens[first].Sentence == text.Tokens[comma].Sentence; first--)
        {
            if ((words.Has(first, WordTraits.Determiner) && !(first > 0 && text.Word(first - 1) is "of" or "for" or "at")) || words.IsPossessive(first))
            {
                break;
            }

            if (text.Tokens[first].Kind != TokenKind.Word)
            {
                return;
            }

            head = words.Has(first, WordTraits.Role) && (first + 1 == comma || words.Has(first + 1, WordTraits.Preposition)) ? first : head;
        }

        // “Ada Moreau, the chief executive of the firm, Alder, said”: it explains her, and not what stands behind it.
        if (head < 0 || first < 0 || !(words.Has(first, WordTraits.Determiner) || words.IsPossessive(first))
            || (first > 1 && text.Word(first - 1) is "," && words.IsCapital(first - 2) && head + 1 < comma && words.Has(head + 1, WordTraits.Preposition)))
        {
            return;
        }

        Add(member, first + 1, comma, head);
        if (text.Word(first) is "the" or "The" && _unnamed.Remove(Roles.Fold(text.Word(head).ToString()), out var earlier)
            && text.Tokens[first].Sentence - text.Tokens[earlier.Determiner].Sentence is >= 0 and <= 6)
        {
            Introduced[earlier.Determiner] = member;
            Add(member, earlier.First, earlier.End, head);
        }
    }

    /// <summary>“Listen to your skipper, Mrs. Alder”: with a form of address and no comma behind it, a name calls somebody, and explains nothing.</summary>
    private bool IsSpokenTo(NameMention name) => name.First > name.Lead && IsAddress(name.Lead) && name.First == name.Lead + 1
        && (name.End >= text.Tokens.Length || text.Word(name.End) is not ",");

    /// <summary>Notes “a spokesman for the Joint Chiefs” up to <paramref name="until"/>.</summary>
    private void ReadUnnamed(int until)
    {
        for (; _read < until; _read++)
        {
            if (text.Word(_read) is not ("a" or "A" or "an" or "An"))
            {
                continue;
            }

            var head = _read + 1;
            while (head < text.Tokens.Length - 1 && head - _read < 5 && !words.Has(head, WordTraits.Role)
                && text.Tokens[head].Kind == TokenKind.Word && !words.Has(head, WordTraits.Function))
            {
                head++;
            }

            if (!words.Has(head, WordTraits.Role) || head + 1 >= text.Tokens.Length)
            {
                continue;
            }

            var end = head + 1;
            if (text.Word(end) is "for" or "of" or "at" or "with" or "from")
            {
                while (end < text.Tokens.Length && end - head < 9 && !EndsRole(end, head))
                {
                    end++;
                }
            }

            _unnamed[Roles.Fold(text.Word(head).ToString())] = (_read, _read + 1, end);
        }
    }

    /// <summary>“SEN.” before a turn and the “SALTMERE” that opens a tabloid's sentence, as prose writes them; “NATO” and “MP” stay.</summary>
    private string InProse(string role, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var word = text.Word(i);
            if (words.IsLabel(i) || (word.Length > LongestAcronym && words.IsAcronym(i) && !word.Contains('.')))
            {
                role = role.Replace(word.ToString(), NameCase.Of(word.ToString()), StringComparison.Ordinal);
            }
        }

        return role;
    }

    private void Add(CastMember member, int first, int end, int head)
    {
        while (first < head && Roles.IsOpinion(text.Word(first)) && (!words.IsCapital(first) || !words.IsCapital(first + 1)))
        {
            first++;
        }

        var span = Articles.TextSpan.Between(text.Tokens[first].Start, text.Tokens[end - 1].End);
        var traits = words[head];
        member.VoteGender(traits.HasFlag(WordTraits.Male) ? 2 : 0, traits.HasFlag(WordTraits.Female) ? 2 : 0);
        member.AddRole(InProse(span.Of(text.Text).Replace('\n', ' '), first, end), text.Word(head).ToString());
    }
}
