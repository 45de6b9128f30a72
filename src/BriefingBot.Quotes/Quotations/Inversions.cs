using System.Collections.Frozen;

namespace BriefingBot.Quotes.Quotations;

/// <summary>“The mill was full, pointed out the chairman, Jan Keller.”: a whole clause, a comma, and the verb before its subject.</summary>
internal static class Inversions
{
    /// <summary>Verbs that say a clause and seldom have somebody as their object.</summary>
    public static readonly FrozenSet<string> Lemmas = new[]
    {
        "say", "reply", "argue", "insist", "explain", "point", "add", "claim", "complain", "contend", "assert", "maintain", "remark", "observe", "note", "concede",
        "admit", "suggest", "declare", "conclude", "believe", "think", "reckon", "joke", "quip", "retort", "respond", "counter", "predict", "confess", "write",
        "report", "continue", "muse", "lament", "protest", "recall", "warn",
    }.ToFrozenSet();

    /// <summary>Those of them that have no object at all but what is said.</summary>
    private static readonly FrozenSet<string> Clausal = new[] { "say", "reply", "argue", "insist", "believe", "think", "complain", "remark", "quip", "joke", "retort", "respond" }.ToFrozenSet();

    private const WordTraits Somebody = WordTraits.Role | WordTraits.Title | WordTraits.BodyNoun | WordTraits.Group | WordTraits.Male | WordTraits.Female | WordTraits.Document;

    /// <summary>What stands before such a verb and, behind its subject's comma, goes on; null where the verb does not stand so.</summary>
    public static Attribution? Find(Reading text, Cue cue, TokenRun sentence)
    {
        var comma = cue.Group.First - 1;
        if (cue.Use is not CueUse.Finite || cue.Verb != cue.Group.First || comma <= sentence.First || !text.Is(comma, WordClass.Comma) || text.Is(comma - 1, WordClass.Mark)
            || text.Verb(cue.Verb) is not { } verb || !Lemmas.Contains(verb.Lemma) || text.Form(cue.Verb) is not (VerbForm.Past or VerbForm.Third))
        {
            return null;
        }

        var front = new TokenRun(WordsBefore.ClauseStart(text, comma, sentence), comma);
        var subject = Subjects.After(text, cue.Group.End, sentence.End);
        if (subject.IsEmpty || !(IsSomebody(text, subject) || (text.IsWord(subject.First, "the") && Clausal.Contains(verb.Lemma))) || !Clauses.IsComplete(text, front)
            || !(subject.End >= sentence.End || text.Is(subject.End, WordClass.Stop | WordClass.Comma | WordClass.Dash | WordClass.Preposition | WordClass.Time)))
        {
            return null;
        }

        var contents = new List<TokenRun>(2) { front };
        var rest = subject.End + 1;
        if (text.Is(subject.End, WordClass.Comma) && rest < sentence.End && text.Is(rest, WordClass.Mark | WordClass.That | WordClass.Conjunction)
            && ContentEnds.Find(text, rest, Frame.That, sentence.End) is var end && end > rest)
        {
            contents.Add(new TokenRun(rest, end));
        }

        return new Attribution
        {
            Cue = cue,
            Frame = Frame.Before,
            Contents = contents,
            Mention = subject,
            Rule = MentionRule.Inverted,
            Score = Math.Max(0.7, verb.Rate(Frame.Before)),
            Prevails = true,
        };
    }

    /// <summary>“he”, a name, “the medical director”: not “said a prayer”.</summary>
    public static bool IsSomebody(Reading text, TokenRun subject)
    {
        if (text.Is(subject.First, WordClass.Subject))
        {
            return text.Text.Word(subject.First) is "he" or "she" or "they";
        }

        if (text.Is(subject.End - 1, WordClass.Capital))
        {
            return true;
        }

        for (var i = subject.First; i < subject.End; i++)
        {
            if (((text.Text.Listed[i]?.Traits ?? 0) & Somebody) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
