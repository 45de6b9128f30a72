namespace BriefingBot.Quotes.Quotations;

/// <summary>Mends what grammar alone tells of a mention's edges: stray marks are no part of it, a relative pronoun and the subject behind it are not one mention, and a question word is none.</summary>
internal static class MentionEdges
{
    /// <summary>In tokens, up to the last part of a sentence's subject.</summary>
    private const int LongestSubject = 20;

    public static Attribution Mended(Reading text, Attribution attribution)
    {
        var mention = attribution.Mention;
        var mended = attribution.IsTurn || SingleMarks.Trimmed(text, mention) is not { IsEmpty: false } trimmed ? mention : trimmed;
        mended = mended.End - mended.First > 1 ? WithoutPronoun(text, mended) : mended.IsEmpty || !IsNobody(text, mended.First, attribution.Cue) ? mended : TokenRun.None;
        mended = attribution.Cue is { } cue && !attribution.IsTurn && !mended.IsEmpty ? RelativeClauses.WithAntecedent(text, WithMember(text, WithinClause(text, mended, cue), cue), cue) : mended;
        mended = attribution.Cue is null && !attribution.IsTurn && !mended.IsEmpty ? WithRelative(text, mended) : mended;
        mended = attribution.IsTurn || mended.IsEmpty ? mended : Nicknames.Whole(text, Entries.WithoutHour(text, WithoutDay(text, BeforeColon(text, mended))));
        return mended == mention ? attribution : attribution with { Mention = mended, Rule = mended.IsEmpty ? MentionRule.None : attribution.Rule };
    }

    /// <summary>“Ada Moreau, the mayor | last night | said”: without the day.</summary>
    private static TokenRun WithoutDay(Reading text, TokenRun mention)
    {
        var end = mention.End;
        while (end - mention.First > 1 && (text.Text.Word(end - 1) is "yesterday" or "today" or "tonight" || (text.IsWord(end - 1, "night") && text.IsWord(end - 2, "last"))))
        {
            end -= text.IsWord(end - 1, "night") ? 2 : 1;
        }

        return end > mention.First ? mention with { End = end } : mention;
    }

    /// <summary>“Ada Moreau | spat: “No.””: a verb of no list before the colon.</summary>
    private static TokenRun BeforeColon(Reading text, TokenRun mention)
    {
        var verb = mention.End - 1;
        if (verb <= mention.First || !text.Is(mention.End, WordClass.Colon) || text.Text.Word(verb) is not [>= 'a' and <= 'z', ..] || text.Text.Word(verb)[^1] == 's' || !Actors.IsDeed(text, verb))
        {
            return mention;
        }

        var subject = Subjects.Before(text, verb, mention.First, out var start);
        return start == mention.First && !subject.IsEmpty && !text.Is(subject.End - 1, WordClass.Determiner) ? mention with { End = verb } : mention;
    }

    /// <summary>“prompting calls for an inquiry”, “we’re told that …”.</summary>
    private static bool IsNobody(Reading text, int word, Cue? cue) =>
        (text.Is(word, WordClass.Ing) && !text.Is(word, WordClass.Capital) && text.Tokens[word].Kind == TokenKind.Word && text.Text.Word(word).EndsWith("ing", StringComparison.Ordinal)
            && cue is { } at && word + 1 == at.Group.First)
        || (cue is { } told && PassiveSubjects.AreTold(text, told.Verb) && (text.Text.Word(word).EndsWith("’re", StringComparison.Ordinal) || text.Text.Word(word).EndsWith("'re", StringComparison.Ordinal)));

    /// <summary>“Her | husband, who was there, laughed. “No.””</summary>
    private static TokenRun WithRelative(Reading text, TokenRun mention) =>
        mention.End == mention.First + 1 && text.Is(mention.First, WordClass.Possessive) && text.Is(mention.First, WordClass.Capital)
            && NounPhrases.StartingAt(text, mention.First, text.SentenceRun(text.Sentence(mention.First)).End) is { IsEmpty: false } owned && owned.End > mention.End
            && (Kinship.IsNoun(text.Text.Word(mention.End)) || ((text.Text.Listed[mention.End]?.Traits ?? 0) & WordTraits.Role) != 0) ? owned : mention;

    /// <summary>“On | the steps of the court Ms Moreau | denied”: a name with its title ends the phrase that a preposition opens, and is the subject; else empty.</summary>
    private static TokenRun BehindPlace(Reading text, TokenRun mention, Cue cue)
    {
        if (mention.End > cue.Group.First || mention.First == 0 || !text.Is(mention.First - 1, WordClass.Preposition))
        {
            return TokenRun.None;
        }

        var first = mention.End - 1;
        while (first > mention.First && text.Is(first, WordClass.Capital) && !IsAddress(text.Text.Word(first)))
        {
            first--;
        }

        return first > mention.First + 1 && first + 1 < mention.End && IsAddress(text.Text.Word(first)) && text.Text.Word(first - 1) is [>= 'a' and <= 'z', ..]
            && !text.Is(first - 1, WordClass.Preposition | WordClass.Conjunction | WordClass.Determiner) ? new TokenRun(first, mention.End) : TokenRun.None;
    }

    private static bool IsAddress(ReadOnlySpan<char> word) => word is "Mr" or "Mr." or "Ms" or "Ms." or "Mrs" or "Mrs." or "Miss" or "Dr" or "Dr." or "Sir" or "Dame";

    /// <summary>
    /// “A nurse suspended over | the ward's closing | accused”: what stands behind a preposition is no subject, where no verb and no comma stands
    /// between the head of the sentence, a noun of a person, and it; else empty.
    /// </summary>
    private static TokenRun FromHead(Reading text, TokenRun mention, Cue cue)
    {
        var head = text.SentenceRun(text.Sentence(mention.First)).First;
        if (mention.End > cue.Group.First || !text.Is(mention.First - 1, WordClass.Preposition) || mention.First - head < 3 || cue.Group.First - head > LongestSubject
            || text.Text.Word(head) is not ("A" or "An" or "The" or "AN" or "THE"))
        {
            return TokenRun.None;
        }

        var person = false;
        for (var i = head + 1; i < cue.Group.First; i++)
        {
            if (mention.Contains(i))
            {
                continue;
            }

            if (text.Is(i, WordClass.Comma | WordClass.Be | WordClass.Auxiliary | WordClass.Subject | WordClass.Wh | WordClass.That | WordClass.Stop | WordClass.Mark | WordClass.Dash | WordClass.Colon | WordClass.Conjunction | WordClass.Subordinator)
                || (text.Verb(i) is not null && text.Form(i) is VerbForm.Third or VerbForm.Base))
            {
                return TokenRun.None;
            }

            person |= ((text.Text.Listed[i]?.Traits ?? 0) & (WordTraits.Role | WordTraits.Male | WordTraits.Female)) != 0 && !text.Is(i + 1, WordClass.Genitive);
            if (!person && text.Is(i, WordClass.Preposition))
            {
                return TokenRun.None;
            }
        }

        return person ? new TokenRun(head, cue.Group.First) : TokenRun.None;
    }

    /// <summary>“Ada Moreau of the patients' group | Alder Ireland | said”: a body's name behind a preposition and its noun is not who speaks.</summary>
    private static TokenRun WithMember(Reading text, TokenRun mention, Cue cue)
    {
        if (mention.End != cue.Group.First || !text.Is(mention.First, WordClass.Capital) || !text.Is(mention.End - 1, WordClass.Capital))
        {
            return mention;
        }

        var preposition = mention.First - 1;
        while (preposition > 0 && mention.First - preposition < 5 && !text.Is(preposition, WordClass.Preposition) && (text.Is(preposition, WordClass.Genitive | WordClass.Determiner)
            || text.Text.Word(preposition) is [>= 'a' and <= 'z', ..]) && !text.Is(preposition, WordClass.Comma | WordClass.Conjunction | WordClass.That | WordClass.Wh) && text.Verb(preposition) is null)
        {
            preposition--;
        }

        if (preposition == mention.First - 1 || !(text.IsWord(preposition, "of") || text.IsWord(preposition, "from")) || !text.Is(preposition - 1, WordClass.Capital))
        {
            return mention;
        }

        var first = preposition - 1;
        while (first > 0 && text.Is(first - 1, WordClass.Capital) && text.Sentence(first - 1) == text.Sentence(first))
        {
            first--;
        }

        return first == text.SentenceRun(text.Sentence(first)).First || text.Is(first - 1, WordClass.Comma | WordClass.Mark) ? mention with { First = first } : mention;
    }

    private static TokenRun WithinClause(Reading text, TokenRun mention, Cue cue)
    {
        for (var i = mention.First + 1; i + 1 < mention.End; i++)
        {
            if (text.Is(i, WordClass.Wh) && text.Text.Word(i) is not "when")
            {
                break;
            }

            // “countered Ada Keller when told of it”.
            if (mention.First >= cue.Group.End && text.Text.Word(i) is "when" or "while" or "after" or "before" or "as" && text.Is(i - 1, WordClass.Capital) && i - mention.First > 1)
            {
                return mention with { End = i };
            }

            // “on the coast – as families demanded”.
            if (mention.End <= cue.Group.First && text.Is(i, WordClass.Dash) && text.Is(i + 1, WordClass.Subordinator | WordClass.Conjunction) && i + 2 < mention.End)
            {
                return mention with { First = i + 2 };
            }
        }

        if (BehindPlace(text, mention, cue) is { IsEmpty: false } titled)
        {
            return titled;
        }

        if (FromHead(text, mention, cue) is { IsEmpty: false } whole)
        {
            return whole;
        }

        // “His | widow disputes that …”.
        if (mention.End == mention.First + 1 && text.Is(mention.First, WordClass.Possessive) && cue.Group.First > mention.End
            && NounPhrases.StartingAt(text, mention.First, cue.Group.First) is { IsEmpty: false } owned && owned.End == cue.Group.First)
        {
            return owned;
        }

        return mention.End > cue.Group.First ? mention : BehindNamed(text, mention, cue) is { IsEmpty: false } behind ? behind : WithoutMaker(text, text.IsWord(mention.First - 1, "and") ? OfOne(text, mention, cue) : mention);
    }

    /// <summary>“Questioned by Mr Novak, Dr Alder described it”: of two names whose comma is not closed the second is the subject; empty where there are none.</summary>
    private static TokenRun BehindNamed(Reading text, TokenRun mention, Cue cue)
    {
        var comma = mention.First;
        while (comma < mention.End && text.Is(comma, WordClass.Capital))
        {
            comma++;
        }

        var second = comma + 1;
        var isPair = mention.End <= cue.Group.First && !text.Is(mention.End, WordClass.Comma) && second + 1 < mention.End && text.Is(comma, WordClass.Comma) && text.Is(mention.First - 1, WordClass.Preposition);
        for (var i = second; isPair && i < mention.End; i++)
        {
            isPair = text.Is(i, WordClass.Capital);
        }

        return isPair ? new TokenRun(second, mention.End) : TokenRun.None;
    }

    /// <summary>“The complaint, filed by Ada Keller and | her nephew, Jan Keller, | demands”: not the last of its makers.</summary>
    private static TokenRun OfOne(Reading text, TokenRun mention, Cue cue)
    {
        var subject = Subjects.Before(text, cue.Group.First, text.SentenceRun(text.Sentence(cue.Verb)).First, out _);
        return subject.IsEmpty || subject.End >= mention.First || text.Form(cue.Verb) is not VerbForm.Third ? mention : subject;
    }

    /// <summary>“The complaint, filed by Ada Keller and her nephew, Jan Keller, demands”: the document, and not its makers.</summary>
    private static TokenRun WithoutMaker(Reading text, TokenRun mention)
    {
        var head = NounPhrases.StartingAt(text, mention.First, mention.End);
        var made = head.End + 1;
        if (head.IsEmpty || made >= mention.End || !text.Is(head.End, WordClass.Comma) || text.Is(head.End - 1, WordClass.Capital | WordClass.Subject)
            || text.Text.Word(made) is not ("filed" or "written" or "signed" or "made" or "sent" or "published" or "brought" or "issued" or "posted" or "released" or "prepared" or "submitted"))
        {
            return mention;
        }

        return head;
    }

    private static TokenRun WithoutPronoun(Reading text, TokenRun mention)
    {
        var next = mention.First + 1;
        // “One who was there described”.
        if (mention.End == next + 1 && text.Text.Word(next) is "who" or "which" or "that" && !text.Is(mention.First, WordClass.Comma | WordClass.Preposition))
        {
            return mention with { End = mention.End - 1 };
        }

        // “an allegation Ms Moreau dismissed as fantasy”.
        if (text.Is(mention.First, WordClass.Determiner) && next + 1 < mention.End && SpeechNouns.Contains(text.Text.Word(next)) && text.Is(next + 1, WordClass.Capital | WordClass.Subject))
        {
            return mention with { First = next + 1 };
        }

        if (text.Text.Word(mention.First) is "who" or "whom" or "which")
        {
            // “which officials said”, “whom Moreau called”, but “who in two speeches said”.
            return OpensPhrase(text, next) ? new TokenRun(next, mention.End) : new TokenRun(mention.First, next);
        }

        if (text.Text.Word(mention.First) is "What" or "Why" or "How" or "When" or "Where" && text.Is(next, WordClass.Auxiliary | WordClass.Be))
        {
            return TokenRun.None;
        }

        // “a report in which lawyers concluded”, but “Ada Moreau, with whom she wrote it, concluded”.
        for (var i = mention.End - (text.Is(mention.End - 1, WordClass.Comma) ? 1 : 2); i > mention.First; i--)
        {
            if (text.Is(i, WordClass.Comma))
            {
                break;
            }

            if (text.Text.Word(i) is "which" or "whom" && text.Is(i - 1, WordClass.Preposition) && OpensPhrase(text, i + 1))
            {
                return new TokenRun(i + 1, mention.End);
            }
        }

        return mention;
    }

    private static bool OpensPhrase(Reading text, int token) => text.Verb(token) is null && !(text.Text.Word(token) is [>= 'a' and <= 'z', .., 'e', 'd']) && !text.Is(token, WordClass.Preposition | WordClass.Adverb | WordClass.Subordinator
        | WordClass.Be | WordClass.Auxiliary | WordClass.Verb | WordClass.Comma | WordClass.Dash | WordClass.Time | WordClass.Conjunction | WordClass.Mark | WordClass.Genitive);
}
