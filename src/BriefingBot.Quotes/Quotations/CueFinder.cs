using System.Collections.Frozen;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// The second stage: finds the verbs that may introduce what somebody said. What stands in quotation marks is not looked at.
/// </summary>
internal static class CueFinder
{
    /// <summary>Verbs that lend their subject to an infinitive: “declined to say”.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lending = new[]
    {
        "decline", "declines", "declined", "refuse", "refuses", "refused", "continue", "continues", "continued", "want", "wants", "wanted", "try",
        "tries", "tried", "seek", "seeks", "sought", "plan", "plans", "planned", "used", "begin", "begins", "began", "appear", "appears",
        "appeared", "seem", "seems", "seemed", "decide", "decides", "decided", "choose", "chose", "going", "went", "go", "goes", "expected", "have",
        "has", "had", "failed", "fails", "promised", "promises", "vowed", "vows", "able", "likely", "quick", "first", "set", "hesitated", "rose",
        "came", "proceeded", "on", "moved", "rushed", "managed", "ready", "trying", "starting", "started", "careful", "happy", "willing",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The cues in text order.</summary>
    public static List<Cue> Find(Reading text)
    {
        var cues = new List<Cue>();
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Stretch(i) >= 0)
            {
                continue;
            }

            if (text.IsWord(i, "according") && text.IsWord(i + 1, "to"))
            {
                cues.Add(new Cue(new TokenRun(i, i + 2), i, CueUse.According));
            }
            else if (AccordingTo.IsWordsOf(text, i))
            {
                cues.Add(new Cue(new TokenRun(i, i + 4), i + 2, CueUse.According));
            }
            else if (OwnWords.At(text, i) is { } phrase)
            {
                cues.Add(new Cue(new TokenRun(phrase.Noun, phrase.Noun + 1), phrase.Noun, CueUse.According));
            }
            else if (text.Verb(i) is not null && At(text, i) is { } cue)
            {
                cues.Add(cue with { Group = new TokenRun(cue.Group.First, Math.Max(cue.Group.End, text.VerbEnd(i))) });
            }
        }

        return cues;
    }

    private static Cue? At(Reading text, int verb)
    {
        var floor = text.SentenceRun(text.Sentence(verb)).First;
        var first = GroupStart(text, verb, floor, out var auxiliary);
        var before = first - 1;
        return text.Form(verb) switch
        {
            VerbForm.Base => OfBase(text, verb, first, floor, auxiliary),
            VerbForm.Third => text.Is(before, WordClass.Determiner | WordClass.Possessive | WordClass.Genitive | WordClass.Preposition | WordClass.Number
                | WordClass.To | WordClass.Auxiliary) ? null : new Cue(new TokenRun(first, verb + 1), verb, CueUse.Finite),
            VerbForm.Ing => auxiliary is Auxiliary.Be ? new Cue(new TokenRun(first, verb + 1), verb, CueUse.Finite)
                : text.Is(before, WordClass.Determiner | WordClass.Possessive | WordClass.Genitive) ? null
                : new Cue(new TokenRun(verb, verb + 1), verb, CueUse.Dependent),
            _ => OfPast(text, verb, first, floor, auxiliary),
        };
    }

    private static Cue? OfBase(Reading text, int verb, int first, int floor, Auxiliary auxiliary)
    {
        if (auxiliary is Auxiliary.Other)
        {
            return new Cue(new TokenRun(first, verb + 1), verb, CueUse.Finite);
        }

        if (text.Is(first - 1, WordClass.To) && first - 1 >= floor)
        {
            var governor = first - 2;
            if (governor < floor || !Lending.Contains(text.Text.Word(governor)))
            {
                return new Cue(new TokenRun(first - 1, verb + 1), verb, CueUse.Dependent);
            }

            governor -= text.IsWord(governor, "on") ? 1 : 0;
            return new Cue(new TokenRun(GroupStart(text, Math.Max(governor, floor), floor, out _), verb + 1), verb, CueUse.Finite);
        }

        var last = first - 1;
        var plural = last >= floor && (text.Is(last, WordClass.Subject) || text.IsWord(last, "who")
            || (text.Tokens[last].Kind == TokenKind.Word && char.ToLowerInvariant(text.Text.Word(last)[^1]) == 's'
                && text.Text.Word(last).Length > 3)
            || text.IsWord(last, "people") || text.IsWord(last, "many") || text.IsWord(last, "some") || text.IsWord(last, "others"));
        return plural && !text.Is(last, WordClass.Possessive | WordClass.Genitive | WordClass.Time)
            ? new Cue(new TokenRun(first, verb + 1), verb, CueUse.Finite) : null;
    }

    private static Cue? OfPast(Reading text, int verb, int first, int floor, Auxiliary auxiliary)
    {
        var group = new TokenRun(first, verb + 1);
        if (auxiliary is Auxiliary.Be)
        {
            return new Cue(group, verb, CueUse.Passive);
        }

        if (auxiliary is Auxiliary.Other)
        {
            return new Cue(group, verb, CueUse.Finite);
        }

        if (text.Is(first - 1, WordClass.Determiner | WordClass.Possessive | WordClass.Genitive) && first > floor
            && !text.IsWord(first - 1, "some") && !text.IsWord(first - 1, "both") && !text.IsWord(first - 1, "all")
                && !text.IsWord(first - 1, "many"))
        {
            return null;
        }

        var opens = (first == floor && !text.Is(verb + 1, WordClass.Capital | WordClass.Subject)) || (text.Is(first - 1, WordClass.Comma)
            && text.IsWord(verb, "asked"));
        return (text.IsWord(verb + 1, "by") && !IsMedium(text, verb + 2)) || opens || text.Form(verb) is VerbForm.Participle || text.Is(first - 1, WordClass.Subordinator)
            ? new Cue(group, verb, CueUse.Passive) : new Cue(group, verb, CueUse.Finite);
    }

    /// <summary>“said by telephone”: not by whom.</summary>
    private static bool IsMedium(Reading text, int token) => text.IsWord(token, "phone") || text.IsWord(token, "telephone") || text.IsWord(token, "email")
        || text.IsWord(token, "e-mail") || text.IsWord(token, "letter") || text.IsWord(token, "text") || text.IsWord(token, "post") || text.IsWord(token, "radio")
        || text.IsWord(token, "video") || text.IsWord(token, "fax");

    /// <summary>“has been asked”, “gets told”: whether the verb is a passive.</summary>
    /// <param name="text">The article.</param>
    /// <param name="verb">The participle.</param>
    /// <param name="first">The first of its auxiliaries.</param>
    public static bool IsPassive(Reading text, int verb, out int first)
    {
        first = GroupStart(text, verb, text.SentenceRun(text.Sentence(verb)).First, out var auxiliary);
        return auxiliary is Auxiliary.Be && text.Form(verb) is not VerbForm.Ing;
    }

    private static int GroupStart(Reading text, int verb, int floor, out Auxiliary auxiliary)
    {
        auxiliary = Auxiliary.None;
        var i = verb;
        while (i > floor)
        {
            var before = i - 1;
            if (text.Stretch(before) >= 0)
            {
                break;
            }

            if (text.Is(before, WordClass.Genitive) && text.Is(before - 1, WordClass.Subject) && auxiliary is Auxiliary.None)
            {
                auxiliary = text.Form(verb) is VerbForm.Ing ? Auxiliary.Be : Auxiliary.Other;
            }
            else if (text.Is(before, WordClass.Be) && !text.Is(before, WordClass.Subject))
            {
                auxiliary = auxiliary is Auxiliary.None ? Auxiliary.Be : auxiliary;
            }
            else if (auxiliary is Auxiliary.None && IsGet(text, before) && text.Form(verb) is VerbForm.Past or VerbForm.Participle)
            {
                auxiliary = Auxiliary.Be;
            }
            else if (text.Is(before, WordClass.Auxiliary) && !text.Is(before, WordClass.Subject))
            {
                auxiliary = auxiliary is Auxiliary.None ? Auxiliary.Other : auxiliary;
            }
            else if (!text.Is(before, WordClass.Adverb | WordClass.Negation) || text.Is(before, WordClass.Capital | WordClass.Subordinator))
            {
                break;
            }

            i = before;
        }

        if (i > floor && text.Is(i - 1, WordClass.Subject) && text.Is(i - 1, WordClass.Auxiliary | WordClass.Be)
            && auxiliary is Auxiliary.None)
        {
            auxiliary = text.Form(verb) is VerbForm.Ing ? Auxiliary.Be : Auxiliary.Other;
        }

        return i;
    }

    private static bool IsGet(Reading text, int token) => text.IsWord(token, "gets") || text.IsWord(token, "got") || text.IsWord(token, "get") || text.IsWord(token, "getting");

    private enum Auxiliary
    {
        None,
        Be,
        Other,
    }
}
