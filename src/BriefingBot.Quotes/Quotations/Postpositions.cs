namespace BriefingBot.Quotes.Quotations;

/// <summary>“The mill was full, two people who had been there said.”: a whole clause, a comma, and a source with its verb, which nothing that is said follows.</summary>
internal static class Postpositions
{
    /// <summary>In tokens.</summary>
    private const int LongestSource = 30;

    /// <summary>What stands before such a source; null where the verb does not stand so.</summary>
    public static Attribution? Find(Reading text, Cue cue, TokenRun sentence)
    {
        if (cue.Use is not CueUse.Finite || text.Verb(cue.Verb) is not { } verb || !Inversions.Lemmas.Contains(verb.Lemma) || !Closes(text, cue, sentence))
        {
            return null;
        }

        for (var comma = cue.Group.First - 1; comma > sentence.First + 1 && cue.Group.First - comma < LongestSource && !text.Is(comma, WordClass.Stop | WordClass.Mark) && text.Stretch(comma) < 0; comma--)
        {
            if (!text.Is(comma, WordClass.Comma) || Source(text, comma + 1, cue) is not { IsEmpty: false } source)
            {
                continue;
            }

            var front = new TokenRun(WordsBefore.ClauseStart(text, comma, sentence), comma);
            return front.IsEmpty || text.Is(comma - 1, WordClass.Mark) || !Clauses.IsComplete(text, front) ? null : new Attribution
            {
                Cue = cue,
                Frame = Frame.Before,
                Contents = [front],
                Mention = source,
                Rule = MentionRule.Subject,
                Score = Math.Max(0.7, verb.Rate(Frame.Before)),
                Prevails = true,
            };
        }

        return null;
    }

    /// <summary>Whether the sentence ends behind the verb, or tells there when it was said, and nothing else.</summary>
    private static bool Closes(Reading text, Cue cue, TokenRun sentence) => cue.Group.End >= sentence.End || text.Is(cue.Group.End, WordClass.Stop)
        || text.Text.Word(cue.Group.End) is "when" or "while" or "after";

    /// <summary>The words up to the verb, where they are one who can say something: a phrase, with an apposition, or one that “who …” tells of.</summary>
    private static TokenRun Source(Reading text, int first, Cue cue)
    {
        var subject = Subjects.Before(text, cue.Group.First, first, out var start);
        if (start == first && !subject.IsEmpty)
        {
            return Inversions.IsSomebody(text, subject) ? subject : TokenRun.None;
        }

        var head = NounPhrases.StartingAt(text, first, cue.Group.First);
        return !head.IsEmpty && Inversions.IsSomebody(text, head) && head.End < cue.Group.First - 1 && text.IsWord(head.End, "who") ? new TokenRun(first, cue.Group.First) : TokenRun.None;
    }
}
