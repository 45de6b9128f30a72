namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// The third and fourth stage: for each cue, the content before or after it and the mention of the speaker. Each candidate carries how
/// likely it is; a trained model can take the place of that number, or add candidates.
/// </summary>
internal sealed class AttributionCandidates(Reading text)
{
    /// <summary>Below this it is likelier that nobody is quoted.</summary>
    public const double Threshold = 0.4;

    /// <summary>
    /// How far from its verb a statement may begin or, outside quotation marks, end: no sentence is longer, hostile text is.
    /// </summary>
    private const int Reach = 400;

    private readonly WordsBefore _before = new(text);
    private readonly WordsAfter _after = new(text);
    private readonly AccordingTo _according = new(text);

    /// <summary>Candidates of all cues, in the cues' order; they may overlap.</summary>
    public List<Attribution> Of(List<Cue> cues)
    {
        var found = new List<Attribution>(cues.Count);
        Attribution? previous = null;
        foreach (var cue in cues)
        {
            var sentence = text.SentenceRun(text.Sentence(cue.Verb));
            sentence = new TokenRun(Math.Max(sentence.First, cue.Group.First - Reach), Math.Min(sentence.End, cue.Verb + Reach));
            var candidate = cue.Use is not CueUse.According ? Of(cue, sentence, previous)
                : OwnWords.IsNoun(text, cue.Group.First) ? OwnWords.Find(text, cue, sentence) : _according.Find(cue, sentence);
            if (candidate is { Score: >= Threshold })
            {
                found.Add(candidate);
                previous = candidate;
            }
        }

        return found;
    }

    private Attribution? Of(Cue cue, TokenRun sentence, Attribution? previous)
    {
        if (Inversions.Find(text, cue, sentence) is { } inverted)
        {
            return inverted;
        }

        var found = BySubject(cue, sentence, previous);
        return found is { Frame: Frame.Before } ? found : Postpositions.Find(text, cue, sentence) ?? found;
    }

    private Attribution? BySubject(Cue cue, TokenRun sentence, Attribution? previous)
    {

        var mention = Mention(cue, sentence, previous, out var start, out var rule);
        if (cue.Use is CueUse.Finite && rule is MentionRule.Subject or MentionRule.None && _before.Find(cue, start, sentence) is { } before)
        {
            if (rule is MentionRule.None)
            {
                mention = Subjects.After(text, cue.Group.End, sentence.End);
                rule = mention.IsEmpty ? MentionRule.None : MentionRule.Inverted;
            }

            if (rule is not MentionRule.None)
            {
                return before with { Mention = mention, Rule = rule };
            }
        }

        if (cue.Use is CueUse.Finite && rule is MentionRule.Subject && !text.Is(cue.Group.First - 1, WordClass.Comma)
            && _before.FindFar(cue, start, sentence, out var far) is { } distant)
        {
            return distant with { Mention = far, Rule = MentionRule.Subject };
        }

        var heads = cue.Use is not CueUse.Passive && cue.Group.First == sentence.First && text.Is(cue.Verb, WordClass.Capital);
        return rule is MentionRule.None && heads ? _after.FindBehindSubject(cue, sentence) : _after.Find(cue, sentence, mention, rule);
    }

    /// <summary>“with Weber insisting that …”, “footage of Weber saying …”: a subject of its own.</summary>
    private TokenRun Absolute(Cue cue, TokenRun sentence)
    {
        var last = cue.Group.First - 1;
        for (var i = last; i > sentence.First && last - i < 8; i--)
        {
            if (text.IsWord(i, "with") || text.IsWord(i, "of"))
            {
                var subject = NounPhrases.StartingAt(text, i + 1, cue.Group.First);
                return subject.End == cue.Group.First && text.Is(subject.End - 1, WordClass.Capital) ? subject : TokenRun.None;
            }
        }

        return TokenRun.None;
    }

    private TokenRun Mention(Cue cue, TokenRun sentence, Attribution? previous, out int start, out MentionRule rule)
    {
        start = cue.Group.First;
        rule = MentionRule.Subject;
        if (cue.Use is CueUse.Passive)
        {
            rule = MentionRule.Agent;
            var by = cue.Group.End;
            var agent = text.IsWord(by, "by") ? Subjects.After(text, by + 1, sentence.End) : TokenRun.None;
            rule = agent.IsEmpty ? MentionRule.None : MentionRule.Agent;
            return agent;
        }

        if (cue.Use is CueUse.Finite)
        {
            var subject = Subjects.Before(text, cue.Group.First, sentence.First, out start);
            if (!subject.IsEmpty)
            {
                return subject;
            }

            var joined = text.Is(cue.Group.First - 1, WordClass.Conjunction) || (text.Is(cue.Group.First - 1, WordClass.Comma)
                && !text.Is(cue.Group.First - 2, WordClass.Mark) && !WordsBefore.IsBeforeLongSource(text, cue, sentence.End));
            if (!joined || cue.Group.First == sentence.First)
            {
                rule = MentionRule.None;
                return TokenRun.None;
            }
        }

        if (cue.Use is CueUse.Dependent && Absolute(cue, sentence) is { IsEmpty: false } own)
        {
            return own;
        }

        var shares = previous is { Rule: not MentionRule.None } && !previous.Mention.IsEmpty && previous.Cue is { } last
            && text.Sentence(last.Verb) == text.Sentence(cue.Verb);
        rule = shares ? MentionRule.SharedSubject : MentionRule.MainSubject;
        var main = shares ? previous!.Mention : Subjects.OfSentence(text, sentence, cue.Group.First);
        rule = main.IsEmpty ? MentionRule.None : rule;
        return main;
    }
}
