namespace BriefingBot.Quotes.Quotations;

/// <summary>The fourth stage: the words that name who speaks.</summary>
internal static class Subjects
{
    /// <summary>So many adverbs, commas and marks before a sentence's subject are stepped over; a hostile text has more.</summary>
    private const int LongestOpening = 80;

    /// <summary>The subject right before a verb group, with its apposition left out: “Ryder, a spokesman, said” gives “Ryder”.</summary>
    /// <param name="text">The article.</param>
    /// <param name="group">First token of the verb group.</param>
    /// <param name="floor">First token that may be looked at.</param>
    /// <param name="start">Where the subject begins together with all that belongs to it.</param>
    public static TokenRun Before(Reading text, int group, int floor, out int start)
    {
        var last = group - 1;
        start = group;
        if (last < floor)
        {
            return TokenRun.None;
        }

        last = BeforeTime(text, last, floor);
        if (text.Is(last, WordClass.Comma | WordClass.Dash) || IsClosingBracket(text, last))
        {
            return WithApposition(text, last, floor, out start);
        }

        var found = NounPhrases.EndingAt(text, last, floor);
        if (found.IsEmpty)
        {
            return found;
        }

        start = found.First;
        if (text.IsWord(found.First, "who") || text.IsWord(found.First, "which"))
        {
            var antecedent = text.Is(found.First - 1, WordClass.Comma) ? found.First - 2 : found.First - 1;
            var named = NounPhrases.EndingAt(text, antecedent, floor);
            return named.IsEmpty ? found : named;
        }

        // “the spokesman, Colonel Patrick Ryder” without the second comma, and “the chairman of the committee Bob Smith”.
        return found;
    }

    /// <summary>“Trump last week invited”, “Clinton on Tuesday said”: steps over the time.</summary>
    private static int BeforeTime(Reading text, int last, int floor)
    {
        var i = last;
        while (i > floor && text.Is(i, WordClass.Time))
        {
            i--;
        }

        if (i == last)
        {
            return last;
        }

        while (i > floor && (text.Is(i, WordClass.Adverb | WordClass.Number) || text.IsWord(i, "last") || text.IsWord(i, "this")
            || text.IsWord(i, "late")
            || text.IsWord(i, "on") || text.IsWord(i, "in")))
        {
            i--;
        }

        return i > floor || text.Is(i, WordClass.Subject | WordClass.Capital) ? i : last;
    }

    private static bool IsClosingBracket(Reading text, int token) => text.Is(token, WordClass.Sign) && text.FirstChar(token) == ')';

    private static TokenRun WithApposition(Reading text, int last, int floor, out int start)
    {
        start = last + 1;
        var closing = IsClosingBracket(text, last);
        var comma = last;
        for (var i = last - 1; i >= floor && last - i < 60; i--)
        {
            var opens = closing ? text.Is(i, WordClass.Sign) && text.FirstChar(i) == '('
                : text.Is(last, WordClass.Dash) ? text.Is(i, WordClass.Dash) : text.Is(i, WordClass.Comma) && text.Stretch(i) < 0;
            if (!opens)
            {
                if (!closing && text.Is(i, WordClass.Stop | WordClass.Mark) && text.Stretch(i) < 0 && !(text.Is(i, WordClass.Stop)
                    && text.Is(i + 1, WordClass.Comma)))
                {
                    break;
                }

                continue;
            }

            if (!closing && !OpensApposition(text, i + 1, comma))
            {
                return TokenRun.None;
            }

            comma = i;
            if (!closing && GoesOn(text, i, floor))
            {
                continue;
            }

            var head = NounPhrases.EndingAt(text, BeforeBracket(text, i - 1, floor), floor);
            if (head.IsEmpty)
            {
                return TokenRun.None;
            }

            // “The complaint, filed by Ada Keller, 84, and her nephew, Jan Keller, demands”: one of several whom an apposition names.
            var and = head.First - (text.IsWord(head.First - 1, "her") ? 2 : 1);
            if (text.IsWord(and, "and") && and - 1 > floor && text.Is(and - 1, WordClass.Comma) && IsOneOnly(text, last + 1)
                && OfDocument(text, floor, head.First) is { IsEmpty: false } document)
            {
                start = document.First;
                return document;
            }

            start = head.First;
            // “the spokesman, Colonel Patrick Ryder, said”: the name is in the apposition.
            return text.Is(last - 1, WordClass.Capital) && text.Is(i + 1, WordClass.Capital)
                && (!text.Is(head.End - 1, WordClass.Capital) || (IsOffice(text, head) && IsName(text, i + 1, last)))
                ? new TokenRun(head.First, last) : head;
        }

        return TokenRun.None;
    }

    /// <summary>“demands”, “says”, “has said”: of one.</summary>
    private static bool IsOneOnly(Reading text, int verb) => (text.Verb(verb) is not null && text.Form(verb) is VerbForm.Third) || text.IsWord(verb, "has") || text.IsWord(verb, "is");

    /// <summary>The sentence's first phrase where a comma and “filed”, “signed” follow it.</summary>
    private static TokenRun OfDocument(Reading text, int floor, int end)
    {
        var found = NounPhrases.StartingAt(text, floor, end);
        return !found.IsEmpty && text.Is(found.End, WordClass.Comma) && found.End + 1 < end && text.Text.Word(found.End + 1).EndsWith("ed", StringComparison.Ordinal) ? found : TokenRun.None;
    }

    /// <summary>“a lawyer for the Bakers' Union”: what opens with an article is no name itself.</summary>
    private static bool IsOffice(Reading text, TokenRun phrase)
    {
        for (var i = phrase.First; i < phrase.End && text.Is(phrase.First, WordClass.Determiner | WordClass.Possessive); i++)
        {
            if (text.IsWord(i, "for") || text.IsWord(i, "of") || text.IsWord(i, "at"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Two words or more, all with capitals: one alone after an office is often a place.</summary>
    private static bool IsName(Reading text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!text.Is(i, WordClass.Capital) && !NameParticles.Contains(text.Text.Word(i)))
            {
                return false;
            }
        }

        return end - first > 1;
    }

    private static int BeforeBracket(Reading text, int last, int floor)
    {
        if (!IsClosingBracket(text, last))
        {
            return last;
        }

        var i = last;
        while (i > floor && last - i < 12 && text.FirstChar(i) != '(')
        {
            i--;
        }

        return i - 1;
    }

    private static bool OpensApposition(Reading text, int first, int end) =>
        end > first && (text.Is(first, WordClass.Number | WordClass.Determiner | WordClass.Wh | WordClass.Capital | WordClass.Possessive
            | WordClass.Adverb | WordClass.Ing | WordClass.Preposition | WordClass.Subordinator)
                || text.Tokens[first].Kind == TokenKind.Word)
        && (!text.Is(first, WordClass.Subject) || text.IsWord(first, "who")) && !text.Is(first, WordClass.Be | WordClass.Auxiliary | WordClass.That)
            && !text.Is(first, WordClass.Conjunction);

    /// <summary>“Cory James, 22, of Flint, Mich., said”: what stands between the commas is itself a part of the apposition.</summary>
    private static bool GoesOn(Reading text, int comma, int floor)
    {
        var i = comma - 1;
        while (i > floor && !text.Is(i, WordClass.Comma) && comma - i < 6)
        {
            i--;
        }

        if (i <= floor || !text.Is(i, WordClass.Comma) || text.Stretch(i) >= 0)
        {
            return false;
        }

        var first = i + 1;
        var length = comma - first;
        return text.Is(first, WordClass.Number) || text.IsWord(first, "of") || text.IsWord(first, "from")
            || (length <= 2 && text.Is(first, WordClass.Capital) && text.Is(i - 1, WordClass.Capital) && text.FirstChar(comma - 1) != '\''
                && text.Text.Word(comma - 1)[^1] == '.');
    }

    /// <summary>The subject after an inverted verb: “said Bob Smith, the chairman”.</summary>
    public static TokenRun After(Reading text, int first, int end)
    {
        return WithName(text, NounPhrases.StartingAt(text, first, end), end);
    }

    /// <summary>“the spokesman, Patrick Ryder”: an office together with the name after its comma.</summary>
    public static TokenRun WithName(Reading text, TokenRun found, int end)
    {
        if (found.IsEmpty)
        {
            return found;
        }

        if (text.Is(found.End, WordClass.Comma) && text.Is(found.End + 1, WordClass.Capital))
        {
            var name = NounPhrases.StartingAt(text, found.End + 1, end);
            return text.Is(found.End - 1, WordClass.Capital) && !(IsOffice(text, found) && IsName(text, name.First, name.End)) ? found : name.IsEmpty ? found : new TokenRun(found.First, name.End);
        }

        return found;
    }

    /// <summary>The mention without the dateline that a sentence may begin with; empty where it is no more than that.</summary>
    public static TokenRun WithoutDateline(Reading text, TokenRun mention)
    {
        if (mention.IsEmpty || text.SentenceRun(text.Sentence(mention.First)) is var sentence && sentence.First != mention.First)
        {
            return mention;
        }

        var prose = AfterDateline(text, sentence);
        return mention.End > prose ? new TokenRun(prose, mention.End) : TokenRun.None;
    }

    /// <summary>“ORLANDO, Fla. (Reuters) - …”: the first token after the place.</summary>
    public static int AfterDateline(Reading text, TokenRun sentence)
    {
        var place = text.Text.Word(sentence.First);
        if (place.Length > 3 && place.IndexOfAnyInRange('a', 'z') < 0 && text.Is(sentence.First, WordClass.Capital))
        {
            for (var i = sentence.First + 1; i < Math.Min(sentence.End, sentence.First + 12); i++)
            {
                if (text.Is(i, WordClass.Dash))
                {
                    return text.Is(i + 1, WordClass.Dash) ? i + 2 : i + 1;
                }
            }
        }

        return sentence.First;
    }

    /// <summary>The subject of the sentence: its first noun phrase that is no part of an adverbial at its head.</summary>
    public static TokenRun OfSentence(Reading text, TokenRun sentence, int before)
    {
        var i = AfterDateline(text, sentence);
        var adverbial = text.Is(i, WordClass.Preposition | WordClass.Subordinator | WordClass.Ing | WordClass.To)
            || (text.Verb(i) is not null && text.Form(i) is VerbForm.Past or VerbForm.Ing);
        return adverbial ? AfterAdverbial(text, sentence, i) : Opening(text, sentence, i, before);
    }

    /// <summary>“Speaking in Salem, New Hampshire, Trump went …”: after a comma, the first phrase that a verb follows.</summary>
    private static TokenRun AfterAdverbial(Reading text, TokenRun sentence, int first)
    {
        var end = Math.Min(sentence.End, first + 80);
        for (var i = first; i < end; i++)
        {
            if (!text.Is(i, WordClass.Comma))
            {
                continue;
            }

            var found = Opening(text, sentence, i + 1, -1);
            if (!found.IsEmpty && IsVerbLike(text, found.End))
            {
                return found;
            }
        }

        return TokenRun.None;
    }

    private static bool IsVerbLike(Reading text, int token)
    {
        if (text.Verb(token) is not null || text.Is(token, WordClass.Be | WordClass.Auxiliary | WordClass.Verb | WordClass.Adverb))
        {
            return true;
        }

        if (token >= text.Count || text.Tokens[token].Kind != TokenKind.Word)
        {
            return false;
        }

        var word = text.Text.Word(token);
        return char.IsLower(word[0]) && (word[^1] == 's' || word.EndsWith("ed"));
    }

    private static TokenRun Opening(Reading text, TokenRun sentence, int i, int before)
    {
        var last = Math.Min(sentence.End, i + LongestOpening);
        while (i < last && text.Is(i, WordClass.Adverb | WordClass.Comma | WordClass.Conjunction | WordClass.Mark | WordClass.Time))
        {
            i++;
        }

        var found = NounPhrases.StartingAt(text, i, sentence.End);
        return found.IsEmpty || (before >= 0 && found.First >= before) ? TokenRun.None : found;
    }
}
