using System.Collections.Frozen;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// “Pryce was asked about the dinner”: the subject is whom the words are said to. Of some sixty such clauses in annotated news none has it as its source.
/// </summary>
internal static class PassiveSubjects
{
    /// <summary>Not “was assured”, “was convinced”, “is expected”: who believes, or nobody.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Told = new[]
    {
        "asked", "told", "urged", "warned", "accused", "reminded", "quizzed", "grilled", "pressed", "questioned", "challenged", "ordered", "advised", "informed",
        "notified", "instructed", "encouraged", "cautioned", "implored", "begged",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the subject of such a participle is the one spoken to.</summary>
    public static bool AreTold(Reading text, int participle) => Told.Contains(text.Text.Word(participle));

    /// <summary>The attribution with the speaker that “by” names in place of the subject, or with none.</summary>
    public static Attribution Mended(Reading text, Attribution attribution)
    {
        if (attribution.Cue is not { } cue || attribution.Mention.IsEmpty || !AreTold(text, cue.Verb)
            || !CueFinder.IsPassive(text, cue.Verb, out var group) || !IsSubject(text, attribution.Mention, group))
        {
            return attribution;
        }

        var by = cue.Verb + 1;
        var agent = text.IsWord(by, "by") ? Subjects.After(text, by + 1, text.SentenceRun(text.Sentence(by)).End) : TokenRun.None;
        return attribution with
        {
            Cue = cue with { Group = new TokenRun(group, cue.Group.End), Use = CueUse.Passive },
            Mention = agent,
            Rule = agent.IsEmpty ? MentionRule.None : MentionRule.Agent,
        };
    }

    /// <summary>Whether the mention stands right before the verb group, or shares it: “Pryce smiled and was asked …”.</summary>
    private static bool IsSubject(Reading text, TokenRun mention, int group)
    {
        var sentence = text.SentenceRun(text.Sentence(group)).First;
        if (mention.End > group || mention.First < sentence)
        {
            return false;
        }

        var subject = Subjects.Before(text, group, sentence, out var start);
        start = subject.IsEmpty ? group : Math.Min(start, subject.First);
        return mention.End > start || (subject.IsEmpty && text.Is(group - 1, WordClass.Conjunction));
    }
}
