namespace BriefingBot.Quotes.Quotations;

/// <summary>Finds noun phrases from one of their ends, by word classes alone.</summary>
internal static class NounPhrases
{
    private const int Longest = 30;

    private const WordClass Never = WordClass.Subject | WordClass.Object | WordClass.Conjunction | WordClass.Subordinator | WordClass.Be
        | WordClass.Auxiliary | WordClass.Adverb | WordClass.Wh | WordClass.That | WordClass.To | WordClass.Comma | WordClass.Colon
        | WordClass.Dash | WordClass.Stop | WordClass.Mark | WordClass.Sign | WordClass.Preposition | WordClass.Verb;

    /// <summary>The noun phrase that ends with the token <paramref name="last"/>; empty when there is none.</summary>
    public static TokenRun EndingAt(Reading text, int last, int floor)
    {
        var found = BaseEndingAt(text, last, floor);
        while (!found.IsEmpty && found.First - 2 >= floor && last - found.First < Longest)
        {
            var before = found.First - 1;
            if (text.Is(before, WordClass.Preposition) && Attaches(text, before))
            {
                var left = BaseEndingAt(text, before - 1, floor);
                if (left.IsEmpty || text.Is(left.End - 1, WordClass.Time) || text.Is(left.First, WordClass.Subject | WordClass.Object))
                {
                    break;
                }

                found = new TokenRun(left.First, found.End);
            }
            else if (text.IsWord(before, "and") || text.IsWord(before, "or"))
            {
                var left = BaseEndingAt(text, before - 1, floor);
                if (left.IsEmpty || !Joins(text, left, found) || text.Is(left.First, WordClass.Object))
                {
                    break;
                }

                found = new TokenRun(left.First, found.End);
            }
            else
            {
                break;
            }
        }

        return found;
    }

    /// <summary>
    /// The noun phrase that begins with the token <paramref name="first"/>, with what “of”, “for” and “and” add; empty when there is
    /// none.
    /// </summary>
    public static TokenRun StartingAt(Reading text, int first, int end)
    {
        var stop = BaseEnd(text, first, end);
        while (stop > first && stop + 1 < end && stop - first < Longest)
        {
            var joins = text.IsWord(stop, "of") || text.IsWord(stop, "for") || (text.IsWord(stop, "and")
                && text.Is(stop + 1, WordClass.Capital));
            var next = joins ? BaseEnd(text, stop + 1, end) : stop;
            if (next <= stop + 1 || !joins || text.Is(stop + 1, WordClass.Subject) || IsFiniteAfterAnd(text, stop, next))
            {
                break;
            }

            stop = next;
        }

        return new TokenRun(first, stop);
    }

    /// <summary>“The judge and Smith said”: one subject; “… hired Jones, and Smith said”: not.</summary>
    private static bool IsFiniteAfterAnd(Reading text, int and, int end) =>
        text.IsWord(and, "and") && end < text.Count && text.Is(end, WordClass.Be | WordClass.Auxiliary);

    private static bool Attaches(Reading text, int preposition) =>
        text.IsWord(preposition, "of") || text.IsWord(preposition, "for")
        || ((text.IsWord(preposition, "from") || text.IsWord(preposition, "in") || text.IsWord(preposition, "at")
            || text.IsWord(preposition, "with")
            || text.IsWord(preposition, "on") || text.IsWord(preposition, "to")) && !text.Is(preposition - 1, WordClass.Time));

    private static bool Joins(Reading text, TokenRun left, TokenRun right) =>
        text.Is(left.End - 1, WordClass.Capital) == text.Is(right.End - 1, WordClass.Capital)
        || (text.Is(left.First, WordClass.Determiner | WordClass.Possessive) && !text.Is(right.First, WordClass.Determiner));

    private static TokenRun BaseEndingAt(Reading text, int last, int floor)
    {
        if (last < floor)
        {
            return TokenRun.None;
        }

        if (text.Is(last, WordClass.Subject) || text.IsWord(last, "who") || text.IsWord(last, "which"))
        {
            return new TokenRun(last, last + 1);
        }

        var k = last;
        while (k >= floor && last - k < Longest && Belongs(text, k, k == last))
        {
            if (text.Is(k, WordClass.Determiner | WordClass.Possessive))
            {
                var all = text.IsWord(k - 1, "all") || text.IsWord(k - 1, "both");
                return new TokenRun(all && k - 1 >= floor ? k - 1 : k, last + 1);
            }

            k--;
        }

        return k < last ? new TokenRun(k + 1, last + 1) : TokenRun.None;
    }

    private static bool Belongs(Reading text, int token, bool head)
    {
        if (text.Is(token, WordClass.Determiner) && (!head || text.IsWord(token, "both") || text.IsWord(token, "all")
            || text.IsWord(token, "many")
            || text.IsWord(token, "some") || text.IsWord(token, "another") || text.IsWord(token, "others")))
        {
            return true;
        }

        if (text.Stretch(token) >= 0 && !text.IsLeftOpen(token))
        {
            return false;
        }

        if (text.Is(token, WordClass.Capital) && !text.Is(token, Never | WordClass.Time))
        {
            return !head || !text.Is(token, WordClass.Genitive);
        }

        if (text.Is(token, Never | WordClass.Time | WordClass.Determiner))
        {
            return false;
        }

        return !IsVerbal(text, token) || text.Is(token - 1, WordClass.Determiner | WordClass.Possessive);
    }

    /// <summary>A past tense or a form that is rarely a noun ends the phrase before it.</summary>
    private static bool IsVerbal(Reading text, int token)
    {
        if (text.Is(token, WordClass.Capital | WordClass.Number | WordClass.Genitive))
        {
            return false;
        }

        var word = text.Text.Word(token);
        return (text.Verb(token) is not null && text.Form(token) is VerbForm.Past or VerbForm.Ing) || (word.Length > 4
            && word.EndsWith("ed"));
    }

    private static int BaseEnd(Reading text, int first, int end)
    {
        if (first >= end)
        {
            return first;
        }

        if (text.Is(first, WordClass.Subject | WordClass.Object))
        {
            return first + 1;
        }

        var i = first;
        while (i < end && text.Is(i, WordClass.Determiner | WordClass.Possessive) && !text.Is(i, WordClass.That))
        {
            i++;
        }

        var heads = i;
        while (i < end && i - first < Longest && text.Stretch(i) < 0
            && !text.Is(i, (Never | WordClass.Determiner | WordClass.Time) & ~WordClass.Possessive)
            && (i == heads || !IsVerbal(text, i) || text.Is(i - 1, WordClass.Determiner)))
        {
            i++;
        }

        return i > heads ? i : heads > first && text.Is(first, WordClass.Determiner) && !text.IsWord(first, "the")
            && !text.IsWord(first, "a") ? heads : first;
    }
}
