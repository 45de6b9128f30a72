using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>How an article writes a name, and what the words beside it tell of its bearer. Lookups only: whose it is, <see cref="NameLinks"/> says.</summary>
internal sealed class WrittenNames(ArticleText text, ArticleWords words)
{
    /// <summary>So many words stand between the noun of a relative and the name.</summary>
    private const int KinshipReach = 7;

    public TextSpan SpanOf(NameMention name) => TextSpan.Between(text.Tokens[name.First].Start, text.Tokens[name.NameEnd - 1].End);

    /// <summary>The words as they stand in the text, a line break or a second space between them as one space, an apostrophe as <see cref="Word"/> has it.</summary>
    public ReadOnlySpan<char> Of(NameMention name)
    {
        var written = Upright(Nicknames.Without(text, name) ?? SpanOf(name).In(text.Text));
        for (var i = 0; i < written.Length; i++)
        {
            if (char.IsWhiteSpace(written[i]) && (written[i] != ' ' || char.IsWhiteSpace(written[i + 1])))
            {
                return string.Join(' ', written.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return written;
    }

    /// <summary>A word of a name, its apostrophe upright: “O’Neill” and “O'Neill” are one, in an article and over many.</summary>
    public ReadOnlySpan<char> Word(int token) => Upright(text.Word(token));

    /// <summary>The words with upright apostrophes.</summary>
    public static ReadOnlySpan<char> Upright(ReadOnlySpan<char> written) => written.Contains('’') ? written.ToString().Replace('’', '\'') : written;

    /// <summary>Whether the name is written in capitals throughout, as in headings; four letters may be an acronym's.</summary>
    public static bool IsShouted(ReadOnlySpan<char> name) => name.Length > 4 && !name.ContainsAnyInRange('a', 'z');

    /// <summary>Whether the surname stands before the given name, as a given name of syllables tells: “Moon Jae-in”.</summary>
    public bool IsSurnameFirst(NameMention name) => name.Words == 2 && words.IsOfSyllables(name.NameEnd - 1);

    /// <summary>The token of the surname: the first where that comes first, else the last one that is no “Jr.” or “III”.</summary>
    public int SurnameOf(NameMention name)
    {
        if (IsSurnameFirst(name))
        {
            return name.First;
        }

        var last = name.NameEnd - 1;
        while (last > name.First + 1 && text.Word(last) is "Jr." or "Sr." or "Jr" or "Sr" or "II" or "III" or "IV" or ",")
        {
            last--;
        }

        return last;
    }

    /// <summary>1 when the words before the name tell a man (“Mr.”), −1 a woman, 0 when they tell neither.</summary>
    public int GenderOfLead(NameMention name)
    {
        for (var i = name.First - 1; i >= name.Lead; i--)
        {
            if (words.Has(i, WordTraits.Male))
            {
                return 1;
            }

            if (words.Has(i, WordTraits.Female))
            {
                return -1;
            }
        }

        return 0;
    }

    /// <summary>
    /// “her son, Sami Rahal”, “a niece of the mayor Ada Moreau”: who is named for a relative's sake, often one of the same surname. <c>Gender</c>
    /// is what the noun tells of whoever is named, 1, −1 or 0; <c>IsOther</c> where it tells of the other one, of whom the article speaks.
    /// </summary>
    public (bool IsOther, int Gender) KinshipOf(NameMention name)
    {
        var (sentence, reach) = (text.Tokens[name.First].Sentence, name.Lead - KinshipReach);
        var of = false;
        for (var i = name.Lead - 1; i > 0 && i > reach && text.Tokens[i].Sentence == sentence; i--)
        {
            if (Kinship.IsNoun(text.Word(i)))
            {
                return (of, of ? 0 : words.Has(i, WordTraits.Male) ? 1 : words.Has(i, WordTraits.Female) ? -1 : 0);
            }

            of |= text.Word(i) is "of" or "to";
            if (text.Tokens[i].Kind != TokenKind.Word ? text.Word(i) is not "," || i != name.Lead - 1
                : words.IsCapital(i) || words.IsPossessive(i) || words.Has(i, WordTraits.Speech | WordTraits.Auxiliary)
                    || (words.Has(i, WordTraits.Function) && !(text.Word(i) is "of" or "to" or "the")))
            {
                break;
            }
        }

        return default;
    }

    /// <summary>“The Lamplighter”: what stands by itself in quotation marks is the title of a work.</summary>
    public bool IsTitleOfWork(NameMention name)
    {
        var before = name.Lead - 1;
        before -= before > 0 && words.Has(before, WordTraits.Determiner) && words.IsCapital(before) ? 1 : 0;
        var after = name.End;
        after += after + 1 < text.Tokens.Length && text.Word(after) is "," or "." ? 1 : 0;
        return before >= 0 && after < text.Tokens.Length && text.Tokens[before].Kind == TokenKind.QuotationMark && text.Tokens[after].Kind == TokenKind.QuotationMark;
    }

    /// <summary>“the Meteor 3”, “in Arvik”: nobody is called so.</summary>
    public bool NamesThing(NameMention name) => (name.End < text.Tokens.Length && text.Tokens[name.End].Kind == TokenKind.Number)
        || (name.First > 0 && (text.Word(name.First - 1) is "in" or "In" or "near" or "Near" or "into" or "inside" or "throughout" or "reached"
            || (text.Word(name.First - 1) is "to" && name.First > 1 && text.Word(name.First - 2) is "up" or "down" or "over" or "road" or "back" or "way" or "trip" or "journey")
            || IsCalledBy(name)
            || (text.Word(name.First - 1) is "left" && name.End < text.Tokens.Length && words.Has(name.End, WordTraits.Function))
            || (text.Word(name.First - 1) is "The" && !words.IsInitial(name.First - 1) && !words.InHeadline(name.First))
            || (text.Word(name.First - 1) is "the" or "The" or "an" or "a" && (name.End >= text.Tokens.Length || text.Tokens[name.End].Kind != TokenKind.Word
                || words.Has(name.End, WordTraits.Function | WordTraits.Speech)))));

    /// <summary>“with the German paper Handelsblatt she spoke”; not “told the paper Keller had left”.</summary>
    private bool IsCalledBy(NameMention name) => name.Lead == name.First && !name.Titled && name.First > 2
        && text.Word(name.First - 1) is "paper" or "newspaper" or "magazine" or "weekly" or "daily" or "tabloid" or "broadcaster" or "website" or "site" or "blog" or "firm" or "company" or "retailer"
            or "brewery" or "startup" or "start-up" or "ship" or "vessel" or "village" or "town" or "hamlet"
        && (words.Has(name.First - 2, WordTraits.Determiner) || (words.Has(name.First - 3, WordTraits.Determiner) && text.Tokens[name.First - 2].Kind == TokenKind.Word))
        && (name.End >= text.Tokens.Length || text.Tokens[name.End].Kind == TokenKind.Punctuation || (words.Has(name.End, WordTraits.Function) && !words.Has(name.End, WordTraits.Auxiliary | WordTraits.Speech)));

    /// <summary>Whether the letters are those that the name's words begin with; full stops between them count for nothing.</summary>
    public bool IsInitialsOf(ReadOnlySpan<char> letters, NameMention name)
    {
        var at = 0;
        for (var i = name.First; i < name.End && at < letters.Length; i++)
        {
            while (at < letters.Length && letters[at] == '.')
            {
                at++;
            }

            if (at < letters.Length && char.ToUpperInvariant(text.Word(i)[0]) == letters[at] && words.IsCapital(i))
            {
                at++;
            }
        }

        return at >= 2 && letters[at..].Trim('.').IsEmpty;
    }
}
