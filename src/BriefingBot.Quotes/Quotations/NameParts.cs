namespace BriefingBot.Quotes.Quotations;

/// <summary>Reads a run of capitalised words: what in it is office, party or place, and what is the name itself.</summary>
internal sealed class NameParts(ArticleText text, ArticleWords words, List<NameMention> found)
{
    private const WordTraits NotPersonal = WordTraits.OrgWord | WordTraits.Place | WordTraits.Demonym | WordTraits.Role | WordTraits.Title
        | WordTraits.Calendar | WordTraits.Function;

    private readonly NameShapes _shapes = new(text, words);

    /// <summary>Adds what the tokens from <paramref name="start"/> up to <paramref name="end"/> name.</summary>
    public void Read(int start, int end)
    {
        while (end > start && words.Has(end - 1, WordTraits.Function) && !words.Has(end - 1, WordTraits.FirstName | WordTraits.Calendar) && !words.IsAcronym(end - 1)
            && !(end - start == 2 && words.Has(start, WordTraits.FirstName) && !words.InHeadline(start) && !words.IsInitial(end - 1)))
        {
            end--;
        }

        if (end == start)
        {
            return;
        }

        var stop = end;
        while (EndsWithLetters(start, end))
        {
            end--;
        }

        if (end - start > 1 && BodyNames.IsBusiness(text.Word(end - 1)))
        {
            start = BehindParticles(start);
        }
        else if (OpensBody(start, end))
        {
            start--;
        }

        start = end - start == 1 ? BehindSurnameParticles(start) : start;
        var name = end - start == 1 ? One(start) : BySyllables(start, end) ?? ByTitle(start, end) ?? ByFirstName(start, end) ?? Other(start, end);
        if (name is { } one)
        {
            var mention = Nicknames.Paired(text, words, one);
            var kind = Nicknames.MarkIn(text, mention) >= 0 ? NameKind.Person : mention is { Kind: NameKind.Person or NameKind.Unknown, Titled: false } && mention.Lead == mention.First && _shapes.IsBeforeState(mention.End) ? NameKind.Place : mention.Kind;
            found.Add(mention with { End = stop, Letters = stop - end, Kind = kind });
        }
    }

    /// <summary>“Ada Moreau KC”; of two words the second may as well be an office: “Labour MP”.</summary>
    private bool EndsWithLetters(int start, int end) => end - start > 1 && Postnominals.Contains(text.Word(end - 1))
        && (FirstNameFrom(start, end) is var first && first >= 0 && first < end - 2
            || (end - start > 2 && (words.Has(start, WordTraits.Title) || LooksPersonal(start, end - 1))));

    /// <summary>“Right Wing Watch said”: the capital that a sentence begins with is the name's where an ordinary word behind it has one too, before a body's.</summary>
    private bool OpensBody(int start, int end) => end - start > 1 && start > 0 && words.IsInitial(start - 1) && words.IsCapital(start - 1) && !words.InHeadline(start)
        && text.Tokens[start - 1].Sentence == text.Tokens[start].Sentence && words.Has(start - 1, WordTraits.Common)
        && !words.Has(start - 1, NotPersonal | WordTraits.Speech | WordTraits.Auxiliary | WordTraits.Group)
        && words.Has(start, WordTraits.Common) && !words.Has(start, NotPersonal) && words.Has(end - 1, WordTraits.OrgWord);

    /// <summary>“the firm of de la Cour Frères”: a firm's name begins with its founder's small words.</summary>
    private int BehindParticles(int start)
    {
        var sentence = text.Tokens[start].Sentence;
        while (start > 0 && text.Tokens[start - 1].Sentence == sentence
            && text.Word(start - 1) is "de" or "De" or "la" or "La" or "du" or "Du" or "van" or "Van" or "der" or "den" or "von" or "Von" or "di" or "Di")
        {
            start--;
        }

        return start;
    }

    /// <summary>“van der Berg said”: a surname alone begins with its small words, where two or more are certain to be its.</summary>
    private int BehindSurnameParticles(int start)
    {
        var first = start;
        while (first > 0 && start - first < 3 && NameParticles.Contains(text.Word(first - 1)) && text.Tokens[first - 1].Sentence == text.Tokens[start].Sentence)
        {
            first--;
        }

        return start - first > 1 && (words[start] & NotPersonal) == 0 && text.Word(first) is "van" or "von" or "de" ? first : start;
    }

    private NameMention? One(int token)
    {
        var traits = words[token];
        if ((traits & (WordTraits.Role | WordTraits.Title)) != 0 && (traits & (WordTraits.FirstName | WordTraits.OrgWord)) == 0)
        {
            return null;
        }

        // A lone initial, “I” or a list's letter; “MPs”; “Ada Moreau, OBE”.
        if (Postnominals.IsNobody(text.Word(token)) || NameShapes.IsSeveral(text.Word(token)) || text.Tokens[token].Length < 2 || (text.Tokens[token].Length == 2 && text.Text[text.Tokens[token].End - 1] == '.'))
        {
            return null;
        }

        if (_shapes.IsInhabitant(token))
        {
            return null;
        }

        var kind = (traits & WordTraits.Place) != 0 ? NameKind.Place
            : (traits & (WordTraits.OrgWord | WordTraits.OrgName)) != 0 || NameShapes.IsSite(text.Word(token)) ? NameKind.Organization
            : (traits & WordTraits.FirstName) != 0 ? NameKind.Person
            : words.IsAcronym(token) && !words.InHeadline(token) ? NameKind.Organization
            : words.IsLabel(token) ? NameKind.Person
            : NameKind.Unknown;
        return kind == NameKind.Unknown && (traits & WordTraits.Demonym) != 0 ? null : new NameMention(token, token, token + 1, kind);
    }

    /// <summary>“NATO Secretary-General Jens Stoltenberg”, “Secretary of State John Kerry”, “Mr. Trump”.</summary>
    private NameMention? ByTitle(int start, int end)
    {
        for (var title = end - 2; title >= start; title--)
        {
            if (!words.Has(title, WordTraits.Title | WordTraits.Role) || IsGivenName(title, start, end))
            {
                continue;
            }

            // “Mr de Vries”: the small word is the surname's.
            var first = title + (text.Word(title + 1) is "in" ? 3 : 1);
            if (first < end && !words.CanBeName(first) && !NameParticles.Contains(text.Word(first)))
            {
                first = FirstNameFrom(first + 1, end);
            }

            if (first < 0 || first >= end || LooksLikeBody(first, end))
            {
                return null;
            }

            first = SkipLead(first, end);
            return new NameMention(start, first, end, NameKind.Person) { Titled = true };
        }

        return null;
    }

    /// <summary>“King” and “Dean” are offices and names: “Dean Baker” at the start of a run is a name.</summary>
    private bool IsGivenName(int token, int start, int end) =>
        (token == start && words.Has(token, WordTraits.FirstName) && end - start == 2) || (token == end - 1);

    private bool LooksLikeBody(int first, int end) => words.Has(end - 1, WordTraits.OrgWord | WordTraits.Role)
        && !(end - first == 2 && words.Has(first, WordTraits.FirstName)) && !(end - first == 3 && words.Has(first, WordTraits.FirstName) && text.Word(first + 1) is [_, '.'])
        && !(end - first == 1 && words.Has(end - 1, WordTraits.FirstName));

    private int SkipLead(int first, int end)
    {
        var named = FirstNameFrom(first, end);
        for (var i = first; i < named; i++)
        {
            if (!words.Has(i, NotPersonal))
            {
                return first;
            }
        }

        return named > first ? named : first;
    }

    /// <summary>“Donald J. Trump”, “Republican Christine Todd Whitman”, “Billionaire Donald Trump”.</summary>
    private NameMention? ByFirstName(int start, int end)
    {
        var first = FirstNameFrom(start, end);
        if (first < 0 || BodyNames.EndWith(text.Word(end - 1)) || (LooksLikeBody(first, end) && end - first > 2) || HasJoin(first, end))
        {
            return null;
        }

        if (first == start && words.Has(first, WordTraits.Place) && words.Has(end - 1, WordTraits.OrgWord | WordTraits.Role))
        {
            return null;
        }

        for (var i = start; i < first; i++)
        {
            if (!words.Has(i, NotPersonal | WordTraits.Common) && !words.IsAcronym(i) && !NameShapes.IsTrade(text.Word(i)))
            {
                return null;
            }
        }

        return new NameMention(start, first, end, NameKind.Person);
    }

    private int FirstNameFrom(int start, int end)
    {
        for (var i = start; i < end - 1; i++)
        {
            if ((words.Has(i, WordTraits.FirstName) && !words.Has(i, WordTraits.Title | WordTraits.OrgWord)) || (i == start && text.Word(i) is "May"))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>“U.N. chief Ban Ki-moon”: the word before a given name of syllables is its surname, whatever else it can be.</summary>
    private NameMention? BySyllables(int start, int end) => words.IsOfSyllables(end - 1) && words.IsBeforeSyllables(end - 2) && FirstNameFrom(start, end) < 0
        ? new NameMention(start, end - 2, end, NameKind.Person) { Titled = end - 2 > start && words.Has(end - 3, WordTraits.Title) } : null;

    private bool HasJoin(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text.Word(i) is "of" or "for" or "and" or "&" || words.IsPossessive(i))
            {
                return true;
            }
        }

        return false;
    }

    private NameMention? Other(int start, int end)
    {
        // A headline's or a sentence's first word that is no part of the name after it: “Billionaire Trump”.
        while (end - start > 1 && words.IsInitial(start) && words.Has(start, WordTraits.Common) && !words.Has(start + 1, WordTraits.OrgWord)
            && !NameParticles.OpensSurname(text.Word(start)) && !(words.Has(start + 1, WordTraits.Common) && words.Has(end - 1, WordTraits.OrgWord))
            && !_shapes.OpensQuarter(start))
        {
            start++;
        }

        // “Heartbroken Ada Moreau”, “Whistleblower Ada Moreau”: two words of no list behind it are the name.
        if (end - start > 2 && words.IsInitial(start) && words[start] == WordTraits.None && LooksPersonal(start + 1, end)
            && (Roles.IsOpinion(text.Word(start)) || ArticleWords.LooksInflected(text.Word(start)) || NameShapes.IsTrade(text.Word(start))))
        {
            start++;
        }

        if (end - start == 1)
        {
            return One(start);
        }

        var phrase = Articles.TextSpan.Between(text.Tokens[start].Start, text.Tokens[start + 1].End).In(text.Text);
        if ((WordLists.Of(phrase) & WordTraits.PlacePhrase) != 0)
        {
            return end - start == 2 ? new NameMention(start, start, end, NameKind.Place)
                : new NameMention(start, start, end, NameKind.Organization);
        }

        // A hospital, a school, a church.
        if (end - start == 2 && text.Word(start) is "St" or "St." && words.IsPossessive(end) && start > 0 && words.Has(start - 1, WordTraits.Preposition))
        {
            return new NameMention(start, start, end, NameKind.Organization);
        }

        if (IsOffice(start, end) || _shapes.IsMemberOfParty(start, end))
        {
            return null;
        }

        return new NameMention(start, start, end, LooksPersonal(start, end) ? NameKind.Person : KindOfBody(start, end));
    }

    /// <summary>“the Health Secretary, Ada Moreau,”, “Vice President for news Ada Moreau”: an office with capitals, and nobody's name.</summary>
    private bool IsOffice(int start, int end)
    {
        var last = end - 1;
        if (!words.Has(last, WordTraits.Role | WordTraits.Title) || words.Has(last, WordTraits.OrgWord | WordTraits.OrgName | WordTraits.FirstName) || NameShapes.IsPaper(text.Word(last))
            || (HasJoin(start, end) && words.Has(start, WordTraits.OrgWord)))
        {
            return false;
        }

        if (start > 0 && (words.Has(start - 1, WordTraits.Determiner) || words.IsPossessive(start - 1) || text.Word(start - 1) is "former" or "then"))
        {
            return true;
        }

        return !LooksPersonal(start, end) && end + 1 < text.Tokens.Length && text.Tokens[end].Sentence == text.Tokens[start].Sentence
            && (text.Word(end) is "for" or "of" || (text.Word(end) is "," && words.IsCapital(end + 1) && words.Has(end + 1, WordTraits.FirstName)));
    }

    private NameKind KindOfBody(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!words.Has(i, WordTraits.Place))
            {
                return NameKind.Organization;
            }
        }

        return NameKind.Place;
    }

    private bool LooksPersonal(int start, int end)
    {
        var particles = 0;
        for (var i = start; i < end; i++)
        {
            particles += NameParticles.Contains(text.Word(i)) ? 1 : 0;
        }

        if (end - start - particles > 3 || words.Has(end - 1, WordTraits.OrgWord | WordTraits.OrgName | WordTraits.BodyNoun | WordTraits.Document)
            || HasJoin(start, end) || (BodyNames.EndWith(text.Word(end - 1)) && text.Word(end - 1) is not ("Mills" or "Sons" or "Steel" or "Bank")))
        {
            return false;
        }

        for (var i = start; i < end; i++)
        {
            if (!NameParticles.Contains(text.Word(i))
                && (words.Has(i, NotPersonal | WordTraits.Common | WordTraits.OrgName) || (words.IsAcronym(i) && text.Word(i).Length > 2)))
            {
                return false;
            }
        }

        return true;
    }
}
