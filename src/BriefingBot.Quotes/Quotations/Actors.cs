using System.Collections.Frozen;

namespace BriefingBot.Quotes.Quotations;

/// <summary>Who does what a short sentence tells, by grammar alone: whoever the words in marks behind it are likely of.</summary>
internal static class Actors
{
    /// <summary>In tokens: what is longer tells more than a gesture.</summary>
    private const int LongestGesture = 30;

    private const WordTraits Person = WordTraits.Role | WordTraits.Male | WordTraits.Female;

    /// <summary>What people do beside talking, in forms that no ending tells.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Deeds = new[]
    {
        "shook", "took", "put", "went", "came", "stood", "sat", "let", "gave", "held", "threw", "drew", "broke", "bent", "rose", "fell", "ran", "left", "kept", "got", "made",
        "lit", "spread", "spat", "sang", "swore", "wept", "swept", "swung", "wrung", "bit", "hung", "set", "cut", "shut", "grew", "laid", "lay", "leant", "thought",
    }.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The subject of a short sentence that tells what somebody does; empty where it is nobody's.</summary>
    public static TokenRun Of(Reading text, int before)
    {
        var sentence = text.SentenceRun(before);
        var subject = sentence.End - sentence.First > LongestGesture ? TokenRun.None : Subjects.OfSentence(text, sentence, -1);
        // “(He was not.)” is an aside; of a letter or a sign the words are the letter's.
        if (subject.IsEmpty || HoldsDocument(text, sentence) || text.Stretch(subject.First) >= 0 || text.Is(sentence.First, WordClass.Sign))
        {
            return TokenRun.None;
        }

        if (CarriedOn.IsHeOrShe(text, subject))
        {
            return subject;
        }

        var actor = CarriedOn.IsNobody(text, subject) ? TokenRun.None : Acting(text, subject);
        // “When I told her this, Keller put down her fork.”
        for (var i = subject.First; actor.IsEmpty && text.Is(sentence.First, WordClass.Preposition | WordClass.Subordinator | WordClass.Wh) && i < sentence.End; i++)
        {
            actor = text.Is(i, WordClass.Comma) && text.Is(i + 1, WordClass.Capital) ? Acting(text, NounPhrases.StartingAt(text, i + 1, sentence.End)) : actor;
        }

        return actor;
    }

    /// <summary>Whether the sentence tells of something that has words of its own: “a text from her boss”.</summary>
    public static bool HoldsDocument(Reading text, TokenRun sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (text.Text.Word(i) is "letter" or "letters" or "text" or "texts" or "sign" or "signs" or "note" or "notes" or "message" or "messages" or "book" or "email" or "e-mail" or "banner" or "banners"
                or "poster" or "posters" or "placard" or "placards" or "card" or "poem" or "psalm" or "diary" or "reads" or "read" or "shares" or "inscription" or "plaque" or "headline" or "slogan")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“Keller shrugs”, “One of the women shrugs”: a verb that no list knows looks like the phrase's noun. Empty where nobody does anything.</summary>
    private static TokenRun Acting(Reading text, TokenRun phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
        {
            if (IsSomebody(text, phrase.First, i) && !text.Is(i + 1, WordClass.Genitive) && (i + 1 == phrase.End || IsDeed(text, i + 1)))
            {
                return new TokenRun(phrase.First, i + 1);
            }
        }

        return TokenRun.None;
    }

    /// <summary>Whether the phrase can be somebody if it ends with the token: a name, or a noun of people; “somebody” is nobody.</summary>
    private static bool IsSomebody(Reading text, int first, int last) => Has(text, last, Person) || text.Text.Word(last) is "men" or "women"
        || (text.Is(last, WordClass.Capital) && !text.Is(last, WordClass.Determiner | WordClass.Subject | WordClass.Time | WordClass.Possessive) && !Has(text, last, WordTraits.Function)
            && (last > first || !Has(text, last, WordTraits.Common)));

    /// <summary>Whether the token is what people do, by its ending or a list.</summary>
    public static bool IsDeed(Reading text, int token)
    {
        var word = text.Text.Word(token);
        return text.Tokens[token].Kind == TokenKind.Word && char.IsLower(word[0]) && (word[^1] == 's' || word.EndsWith("ed") || Deeds.Contains(text.Text.Word(token)) || text.Verb(token) is not null);
    }

    private static bool Has(Reading text, int token, WordTraits any) => ((text.Text.Listed[token]?.Traits ?? 0) & any) != 0;
}
