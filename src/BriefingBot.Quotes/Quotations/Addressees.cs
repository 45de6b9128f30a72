using System.Collections.Frozen;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Whom a statement is made to: “told reporters that …”, “warned each other of …”. People who mark the news leave them out of what is said
/// with these verbs, and take them in with <em>urge, ask, order, encourage … to</em>.
/// </summary>
internal static class Addressees
{
    /// <summary>Nouns of those who can be told something, beside offices, bodies and groups.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Listeners = new[]
    {
        "crowd", "audience", "public", "jury", "panel", "staff", "crew", "congregation", "gathering", "meeting", "family", "families", "nation", "world", "country",
        "children", "guests", "folk", "boss", "bosses", "troops", "police", "inquiry", "clients", "tenants", "pals", "mates",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Agents = ["ers", "ors", "ists", "ians", "ees", "men", "women"];

    /// <summary>Where the words begin that follow “told reporters”; -1 when nobody is addressed.</summary>
    /// <param name="text">The article.</param>
    /// <param name="verb">The verb that <paramref name="first"/> follows.</param>
    /// <param name="first">The token that may begin the addressee.</param>
    /// <param name="end">The token after the sentence's last.</param>
    public static int End(Reading text, SpeechVerb verb, int first, int end)
    {
        var stop = EndOfOne(text, verb, first, end);
        while (stop > 0 && text.IsWord(stop, "and") && EndOfOne(text, verb, stop + 1, end) is var another and > 0)
        {
            stop = another;
        }

        // “warned the deal would fail”, “advised sales were down”: the subject of what was said.
        return stop < 0 || IsFinite(text, stop) || (TakesClause(verb) && !IsSomebody(text, first, stop) && !text.Is(stop, WordClass.That | WordClass.Wh | WordClass.Negation)) ? -1 : stop;
    }

    /// <summary>Where a content begins behind the addressee that stands at its head; <paramref name="first"/> where none does, or people take it in.</summary>
    public static int Behind(Reading text, SpeechVerb verb, int first, int end)
    {
        var stop = verb.Addresses ? End(text, verb, first, end) : -1;
        if (stop < 0 || stop + 1 >= end)
        {
            return first;
        }

        var known = IsSomebody(text, first, stop);
        if (text.IsWord(stop, "of") || text.IsWord(stop, "about") || (TakesClause(verb) && text.IsWord(stop, "against")))
        {
            return known ? stop + 1 : first;
        }

        var asks = verb.Lemma is "ask" or "persuade";
        return text.Is(stop, WordClass.Wh) || (text.Is(stop, WordClass.That) && verb.Lemma is not "persuade")
            || (!asks && verb.Lemma is not "convince" && (text.Is(stop, WordClass.To) || (text.IsWord(stop, "not") && text.Is(stop + 1, WordClass.To))))
            || (!asks && text.Is(stop, WordClass.Subject | WordClass.Determiner | WordClass.Possessive) && known) ? stop : first;
    }

    private static bool IsFinite(Reading text, int token) => text.Is(token, WordClass.Be | WordClass.Verb)
        || (text.Is(token, WordClass.Auxiliary) && !text.Is(token, WordClass.Subject));

    /// <summary>“warned the deal would fail”: verbs that need nobody to be addressed.</summary>
    private static bool TakesClause(SpeechVerb verb) => verb.Lemma is "warn" or "caution" or "advise";

    private static int EndOfOne(Reading text, SpeechVerb verb, int first, int end)
    {
        if (text.Is(first, WordClass.That | WordClass.Wh))
        {
            return -1;
        }

        if ((text.IsWord(first, "each") && text.IsWord(first + 1, "other")) || (text.IsWord(first, "one") && text.IsWord(first + 1, "another")))
        {
            return first + 2;
        }

        if (text.Is(first, WordClass.Object) && !text.Is(first, WordClass.Possessive))
        {
            return first + 1;
        }

        var phrase = NounPhrases.StartingAt(text, first, end);
        for (var i = first + 1; i < phrase.End; i++)
        {
            // “told the Echo his plan would …”.
            var another = text.Is(i, WordClass.Possessive) && !text.Is(i - 1, WordClass.Determiner | WordClass.Preposition | WordClass.Conjunction);
            if (another || (text.IsWord(i, "of") && i + 1 < phrase.End && !BelongsTo(text, verb, i, phrase.End)))
            {
                return i;
            }
        }

        return phrase.IsEmpty ? -1 : phrase.End;
    }

    /// <summary>“told members of the council that …”, “told a crowd of 400 …”, and not “warned residents of the danger”.</summary>
    private static bool BelongsTo(Reading text, SpeechVerb verb, int of, int end)
    {
        var tail = of + 1;
        while (tail < end && !text.IsWord(tail, "of"))
        {
            tail++;
        }

        // “reminded the audience of comments Keller made”.
        if (IsFinite(text, end))
        {
            return TakesClause(verb);
        }

        // “warned residents of looters.”: nothing else is left to be warned of.
        if (verb.Lemma is not ("tell" or "ask") && (end >= text.Count || text.Is(end, WordClass.Stop)))
        {
            return false;
        }

        return IsSomebody(text, of + 1, tail) || text.Is(tail - 1, WordClass.Number) || text.IsWord(tail, "of") || text.IsWord(tail, "about")
            || text.Is(tail, WordClass.That | WordClass.Wh | WordClass.Negation) || (verb.Lemma is "tell" or "ask" && text.Is(tail, WordClass.To | WordClass.Comma | WordClass.Preposition | WordClass.Time))
            || !IsSomebody(text, of - 1, of);
    }

    private static bool IsSomebody(Reading text, int first, int end)
    {
        var head = end - 1;
        if (head < first || text.Is(head, WordClass.Genitive | WordClass.Time))
        {
            return false;
        }

        var word = text.Text.Word(head);
        return text.Is(head, WordClass.Capital | WordClass.Object | WordClass.Audience) || text.IsWord(head, "other") || text.IsWord(head, "another") || text.IsWord(head, "others")
            || Listeners.Contains(word) || ((text.Text.Listed[head]?.Traits ?? 0) & (WordTraits.Role | WordTraits.Group | WordTraits.BodyNoun)) != 0 || IsPluralOfPeople(word);
    }

    private static bool IsPluralOfPeople(ReadOnlySpan<char> word)
    {
        if (word.Length < 5)
        {
            return false;
        }

        foreach (var ending in Agents)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        var plural = word[^1] == 's' ? WordLists.Of(word[..^1]) | (word.EndsWith("ies") ? WordLists.Of($"{word[..^3]}y") : 0) : 0;
        return (plural & (WordTraits.Role | WordTraits.BodyNoun)) != 0;
    }
}
