namespace BriefingBot.Quotes.Quotations;

/// <summary>Finds the names in an article: runs of capitalised words, cut where a calendar word, a headline's verb or a possessive stands.</summary>
internal sealed class NameFinder(ArticleText text, ArticleWords words)
{
    /// <summary>More capitalised words in a row are no name but a list, a headline or noise.</summary>
    private const int LongestRun = 12;

    /// <summary>Of the surnames that are offices or ordinary words too, “King”, “Brown”, “Bishop”.</summary>
    private const int LongestSurname = 6;

    private readonly List<NameMention> _found = [];
    private readonly NamingPhrases _naming = new(text);

    /// <summary>The names in text order; they do not overlap.</summary>
    public List<NameMention> Find()
    {
        var parts = new NameParts(text, words, _found);
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
        {
            var (first, end) = text.TokensOf(sentence);
            for (var i = first; i < end;)
            {
                if (!IsPart(i, end))
                {
                    if (!words.IsCapital(i) && _naming.IsUserName(i))
                    {
                        _found.Add(new NameMention(i, i, i + 1, NameKind.Person));
                    }

                    i++;
                    continue;
                }

                var stop = RunEnd(i, end);
                parts.Read(i, stop);
                i = stop;
            }
        }

        Bodies();
        return _found;
    }

    /// <summary>“The Tern Loma chairman”: what looks like a person's name and stands before an office like a firm's is one wherever the article has it.</summary>
    private void Bodies()
    {
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in _found)
        {
            if (IsOfNoList(name) && name.First > 0 && name.End < text.Tokens.Length && text.Word(name.First - 1) is "the" or "The" or "a" or "A" && text.Word(name.End) is "chairman" or "chairwoman" or "chair" or "chief" or "boss" or "director" or "founder" or "owner" or "shareholder" or "shareholders")
            {
                bodies.Add(Written(name));
            }
        }

        for (var i = 0; i < _found.Count && bodies.Count > 0; i++)
        {
            if (IsOfNoList(_found[i]) && !words.Has(_found[i].End, WordTraits.Speech) && bodies.Contains(Written(_found[i])))
            {
                _found[i] = _found[i] with { Kind = NameKind.Organization };
            }
        }
    }

    private bool IsOfNoList(NameMention name) => name is { Kind: NameKind.Person, Titled: false, Words: > 1 } && name.Lead == name.First && !words.Has(name.First, WordTraits.FirstName)
        && !words.IsOfSyllables(name.End - 1);

    private string Written(NameMention name) => Articles.TextSpan.Between(text.Tokens[name.First].Start, text.Tokens[name.End - 1].End).Of(text.Text);

    private int RunEnd(int start, int end)
    {
        var stop = start + 1;
        end = Math.Min(end, start + LongestRun);
        while (stop < end)
        {
            if (IsPart(stop, end))
            {
                if (!FollowsClosely(stop))
                {
                    break;
                }

                stop++;
                continue;
            }

            var joined = Joined(start, stop, end);
            if (joined == 0)
            {
                break;
            }

            stop += joined;
        }

        return stop;
    }

    /// <summary>A line break, or a mark between the words, ends a name.</summary>
    private bool FollowsClosely(int token) => text.Tokens[token].Start - text.Tokens[token - 1].End <= 2;

    /// <summary>How many small tokens at <paramref name="at"/> join the name before them to a word after them: “Joint Chiefs of Staff”.</summary>
    private int Joined(int start, int at, int end)
    {
        var word = text.Word(at);
        if (word is "plc")
        {
            return 1;
        }

        if (at + 1 >= end)
        {
            return 0;
        }

        if (word is "," && text.Word(at + 1) is "Jr." or "Jr" or "Sr." or "Sr")
        {
            return 2;
        }

        if (words.InHeadline(at))
        {
            return 0;
        }

        if (text.Tokens[at].Kind == TokenKind.QuotationMark && FollowsClosely(at) && Nicknames.EndAt(text, words, at, end) is var surname && surname > at && IsPart(surname, end))
        {
            return surname + 1 - at;
        }

        if (IsPart(at + 1, end))
        {
            if (words.IsPossessive(at) && IsOwnedBody(start, at))
            {
                return 2;
            }

            return word switch
            {
                "&" => 2,
                _ when NameParticles.Contains(word) => 2,
                "of" => OpensOffice(at - 1) && !IsSurname(start, at - 1) && !IsSeat(start, at) ? 2 : 0,
                "in" => text.Word(at + 1) is "Charge" or "Chief" && words.Has(at - 1, WordTraits.Role) ? 2 : 0,
                "for" => words.Has(at - 1, WordTraits.OrgWord) && !words.Has(at + 1, WordTraits.FirstName) ? 2 : 0,
                "and" => JoinsSubjects(start, at) ? 2 : 0,
                _ => 0,
            };
        }

        // “van der Berg”, “de la Cruz”.
        if (NameParticles.Contains(word) && NameParticles.Contains(text.Word(at + 1)) && at + 2 < end && IsPart(at + 2, end))
        {
            return 3;
        }

        return word is "of" && OpensOffice(at - 1) && !IsSurname(start, at - 1) && at + 2 < end && text.Word(at + 1) is "the" && IsPart(at + 2, end) ? 3 : 0;
    }

    /// <summary>
    /// “Farmers' Union”, “Growers' Association”, “Grocer's Wharf”: a body's name, where “Rovers' goalkeeper” is somebody of a body and “Novak's Cabinet”
    /// somebody's. The word before the mark is a trade's or a group's with a capital that no sentence gives it.
    /// </summary>
    private bool IsOwnedBody(int start, int mark)
    {
        var owner = mark - 1;
        if (!words.IsCapital(owner) || words.Has(owner, WordTraits.Title | WordTraits.FirstName | WordTraits.Place | WordTraits.Demonym | WordTraits.OrgName))
        {
            return false;
        }

        var isTrade = IsTrade(text.Word(owner), text.Tokens[mark].Length);
        if (text.Tokens[mark].Length == 1)
        {
            return words.Has(mark + 1, WordTraits.OrgWord) && (words.Has(owner, WordTraits.Common | WordTraits.Role | WordTraits.Group) || isTrade);
        }

        // Behind a given name “Baker” is a surname.
        return isTrade && owner == start && words.CanBeName(mark + 1) && !words.Has(mark + 1, WordTraits.FirstName | WordTraits.Role | WordTraits.Title | WordTraits.Demonym | WordTraits.Place)
            && (owner == 0 || !words.Has(owner - 1, WordTraits.Title | WordTraits.FirstName)) && !words.Has(mark + 1, WordTraits.BodyNoun);
    }

    /// <summary>“Growers”, “Supporters”, “Women” with the mark alone or “’s”; “Grocer”.</summary>
    private static bool IsTrade(ReadOnlySpan<char> word, int mark) => mark == 1
        ? word.EndsWith("ers") || word.EndsWith("ors") || word.EndsWith("ists") || word.EndsWith("ants")
        : word is "Women" or "Men" or "Children" or "People" or "Grocer" or "Brewer" or "Draper" or "Mariner" or "Sailor" or "Drover" or "Merchant" or "Pilgrim" or "Fishermen" or "Fisherman";

    private bool OpensOffice(int token) => words.IsCapital(token)
        && words.Has(token, WordTraits.OrgWord | WordTraits.Role | WordTraits.Title | WordTraits.Common) && !words.Has(token, WordTraits.Demonym);

    /// <summary>“Alder Medical of Bern”: a firm by its whole name, and where it sits.</summary>
    private bool IsSeat(int start, int of) => of - start > 1 && words.Has(of + 1, WordTraits.Place) && !words.Has(of - 1, WordTraits.OrgWord | WordTraits.Role | WordTraits.Title)
        && !words.Has(start, WordTraits.OrgWord | WordTraits.Role | WordTraits.Title);

    /// <summary>“Peter T. King of New York”, “Rep. Ada Brown of Ohio”: behind a given name, an initial or a short title stands no office.</summary>
    private bool IsSurname(int start, int token)
    {
        // “Virginia Department of Health”, “Georgia Secretary of State”: some given names are places.
        if (words.Has(token, WordTraits.OrgWord) || text.Word(token).Length > LongestSurname)
        {
            return false;
        }

        for (var i = start; i < token; i++)
        {
            if ((i == token - 1 && words.Has(i, WordTraits.FirstName) && !words.Has(i, WordTraits.Place)) || (words.Has(i, WordTraits.Title) && text.Word(i)[^1] == '.') || text.Word(i) is [_, '.'])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“Department of Health and Human Services”, but not “Bank of England and Germany”.</summary>
    private bool JoinsSubjects(int start, int at)
    {
        if (!words.Has(at - 1, WordTraits.Common) || !words.Has(at + 1, WordTraits.Common) || words.Has(at + 1, WordTraits.FirstName))
        {
            return false;
        }

        for (var i = start; i < at; i++)
        {
            if (words.Has(i, WordTraits.OrgWord))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPart(int token, int end)
    {
        if (words.IsPossessive(token))
        {
            return false;
        }

        if (words.Has(token, WordTraits.Calendar))
        {
            return IsGivenMonth(token, end) || (words.CanBeName(token) && IsNoDate(token, end));
        }

        return words.CanBeName(token) || IsSmallSurname(token, end);
    }

    /// <summary>“Theresa May”, “April Ryan”, but not “Tuesday” or “March 4”.</summary>
    private bool IsNoDate(int token, int end) =>
        (token > 0 && words.Has(token - 1, WordTraits.FirstName) && words.IsCapital(token - 1) && !words.Has(token - 1, WordTraits.Calendar))
            || (token > 0 && words.Has(token, WordTraits.FirstName) && token + 1 < end && words.CanBeName(token + 1) && !words.IsInitial(token)
                && !IsBeforeMonth(text.Word(token - 1)))
            || (words.Has(token, WordTraits.FirstName) && token + 1 < end && words.IsCapital(token + 1) && !words.InHeadline(token)
                && !words.Has(token + 1, WordTraits.Calendar | WordTraits.Function | WordTraits.Common)
                && (token == 0 || !IsBeforeMonth(text.Word(token - 1))));

    /// <summary>“Jan de Vries”; “May Brown said”, where no preposition makes a month of it and no question an auxiliary.</summary>
    private bool IsGivenMonth(int token, int end)
    {
        if (!words.IsCapital(token) || token + 2 >= end || words.InHeadline(token)
            || (token > 0 && (text.Tokens[token - 1].Kind == TokenKind.Number || IsBeforeMonth(text.Word(token - 1)))))
        {
            return false;
        }

        if (words.Has(token, WordTraits.FirstName) && NameParticles.Contains(text.Word(token + 1)))
        {
            return words.IsCapital(token + 2) || (NameParticles.Contains(text.Word(token + 2)) && token + 3 < end && words.IsCapital(token + 3));
        }

        return text.Word(token) is "May" && words.IsCapital(token + 1) && !words.Has(token + 1, WordTraits.Calendar | WordTraits.Function | WordTraits.OrgWord)
            && (words.Has(token + 2, WordTraits.Speech | WordTraits.Auxiliary) || text.Word(token + 2) is "," or "who" || words.IsPossessive(token + 2));
    }

    private static bool IsBeforeMonth(ReadOnlySpan<char> word) => word is "in" or "In" or "since" or "Since" or "until" or "Until" or "during" or "During"
        or "before" or "Before" or "after" or "After" or "last" or "Last" or "this" or "This" or "next" or "Next" or "early" or "Early" or "late" or "Late"
        or "mid" or "Mid";

    /// <summary>“Al From, who …”: a small word that has its capital in the middle of a sentence is somebody's surname.</summary>
    private bool IsSmallSurname(int token, int end) => token > 0 && token + 1 < end && words.Has(token, WordTraits.Function) && text.Tokens[token].Length > 2
        && words.IsCapital(token) && !words.IsInitial(token) && !words.InHeadline(token) && !words.IsAcronym(token)
        && words.IsCapital(token - 1) && words.Has(token - 1, WordTraits.FirstName) && !words.Has(token - 1, WordTraits.Calendar | WordTraits.Place)
        && (words.Has(token + 1, WordTraits.Speech | WordTraits.Auxiliary) || text.Word(token + 1) is "," or "who" || words.IsPossessive(token + 1));
}
