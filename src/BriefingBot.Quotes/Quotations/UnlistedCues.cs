namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// A sentence in quotation marks that closes as before “she said”, with a subject and a verb behind it that no list knows, nor what was learnt: “…,” Ada
/// Moreau, 66, cackled. Speech it is nearly always, whatever the verb.
/// </summary>
internal static class UnlistedCues
{
    private const double Score = 0.75;

    /// <summary>In tokens, from the closing mark to the verb.</summary>
    private const int Reach = 30;

    /// <summary>One word alone is as often a title or a term.</summary>
    private const int LeastWords = 2;

    /// <summary>What was chosen, with such sentences in text order among it. Linear.</summary>
    public static List<Attribution> AddTo(Reading text, List<Attribution> chosen)
    {
        var claimed = new bool[text.Count];
        foreach (var attribution in chosen)
        {
            attribution.Contents.ForEach(run => Array.Fill(claimed, true, run.First, run.End - run.First));
            if (attribution.Cue is { } cue)
            {
                claimed[cue.Verb] = true;
            }
        }

        chosen = chosen.ConvertAll(attribution => BehindAdjective(text, attribution));
        var found = new List<Attribution>();
        for (var stretch = 0; stretch < text.Stretches; stretch++)
        {
            var run = text.StretchRun(stretch);
            if (!run.IsEmpty && !claimed.AsSpan(run.First, run.End - run.First).Contains(true) && Invites(text, run) && Behind(text, run, claimed) is { } added)
            {
                GoOn(text, added, claimed);
                found.Add(added);
            }
        }

        return Replies.Merged(chosen, found);
    }

    /// <summary>Whether the marks hold a sentence, or its head, and close as before the verb: “…,” or “…?”, and no title.</summary>
    private static bool Invites(Reading text, TokenRun run) => text.Is(run.End - 1, WordClass.Mark) && run.End < text.Count && text.Paragraph(run.End) == text.Paragraph(run.End - 1)
        && (text.Is(run.End - 2, WordClass.Comma) || IsExclaimed(text, run)) && text.HasWords(run, LeastWords)
        && text.SentenceRun(text.Sentence(run.First)).First == run.First && !IsTitle(text, run);

    private static bool IsExclaimed(Reading text, TokenRun run) => text.Is(run.End - 2, WordClass.Stop) && text.FirstChar(run.End - 2) is '?' or '!';

    /// <summary>“War and Peace”: every longer word has a capital.</summary>
    private static bool IsTitle(Reading text, TokenRun run)
    {
        for (var i = run.First + 2; i < run.End - 1; i++)
        {
            if (text.Tokens[i].Kind == TokenKind.Word && !text.Is(i, WordClass.Capital) && !text.Is(i, WordClass.Preposition | WordClass.Determiner | WordClass.Conjunction))
            {
                return false;
            }
        }

        return true;
    }

    private static Attribution? Behind(Reading text, TokenRun run, bool[] claimed)
    {
        var (first, end) = (run.End, Math.Min(text.SentenceRun(text.Sentence(run.End)).End, run.End + Reach));
        if (IsVerb(text, first))
        {
            if (IsAdjective(text, first) && Finite(text, run, first + 1, end, claimed) is { } described)
            {
                return described with { Mention = described.Mention with { First = first } };
            }

            var subject = Subjects.After(text, first + (IsParticle(text, first + 1) ? 2 : 1), end);
            return IsSomebody(text, subject) && !claimed[first] && !claimed[subject.First] && EndsClause(text, subject.End, IsExclaimed(text, run)) ? Of(text, run, subject, first, MentionRule.Inverted) : null;
        }

        return Finite(text, run, first, end, claimed);
    }

    /// <summary>A verb behind the subject that begins with <paramref name="first"/>; null where there is none.</summary>
    private static Attribution? Finite(Reading text, TokenRun run, int first, int end, bool[] claimed)
    {
        for (var verb = first + 1; verb < end && text.Stretch(verb) < 0 && !text.Is(verb, WordClass.Stop) && !(claimed.Length > 0 && claimed[verb]); verb++)
        {
            if (!IsVerb(text, verb))
            {
                continue;
            }

            var group = verb;
            while (group > first + 1 && text.Is(group - 1, WordClass.Adverb))
            {
                group--;
            }

            var subject = Subjects.Before(text, group, first, out var start);
            if (start == first && IsSomebody(text, subject) && (text.Form(verb) is not VerbForm.Third || IsOne(text, subject))
                && (!IsExclaimed(text, run) || EndsClause(text, verb + 1 + (IsParticle(text, verb + 1) ? 1 : 0), true)))
            {
                return Of(text, run, subject, verb, MentionRule.Subject);
            }
        }

        return null;
    }

    /// <summary>“…,” retired baker Ada Moreau, 66, cackled: the first word is no verb where the phrase behind it has one.</summary>
    private static Attribution BehindAdjective(Reading text, Attribution said)
    {
        if (said.Cue is not { } cue || said.Mention.First != cue.Verb + 1 || !IsAdjective(text, cue.Verb) || !text.Is(cue.Verb - 1, WordClass.Mark) || said.Contents[0].End != cue.Verb)
        {
            return said;
        }

        var end = Math.Min(text.SentenceRun(text.Sentence(cue.Verb)).End, cue.Verb + Reach);
        return Finite(text, said.Contents[0], cue.Verb + 1, end, []) is not { } found ? said
            : said with { Cue = found.Cue, Mention = found.Mention with { First = cue.Verb }, Rule = MentionRule.Subject };
    }

    /// <summary>“retired baker”: a participle of no list before a noun without an article.</summary>
    private static bool IsAdjective(Reading text, int token) => text.Verb(token) is null && text.Text.Word(token).EndsWith("ed", StringComparison.Ordinal)
        && !text.Is(token + 1, WordClass.Capital | WordClass.Determiner | WordClass.Possessive | WordClass.Subject);

    private static Attribution Of(Reading text, TokenRun run, TokenRun subject, int verb, MentionRule rule) => new()
    {
        Cue = new Cue(new TokenRun(verb, verb + 1 + (IsParticle(text, verb + 1) ? 1 : 0)), verb, CueUse.Finite),
        Frame = Frame.Before,
        Contents = [new TokenRun(text.StretchRun(QuoteChain.First(text, text.Stretch(run.First))).First, run.End)],
        Mention = subject,
        Rule = rule,
        Score = Score,
        IsSpeech = true,
    };

    /// <summary>“…,” she cackled. “…”: the sentences in marks that follow in the paragraph.</summary>
    private static void GoOn(Reading text, Attribution said, bool[] claimed)
    {
        var last = Math.Max(said.Cue!.Value.Group.End, said.Mention.End);
        var next = text.SentenceRun(text.Sentence(last - 1)).End;
        while (next < text.Count && text.Paragraph(next) == text.Paragraph(last - 1) && text.Stretch(next) is var stretch and >= 0
            && text.StretchRun(stretch).First == next && !claimed[next] && ContentEnds.ClosesStatement(text, QuoteChain.End(text, stretch)))
        {
            said.Contents.Add(new TokenRun(next, QuoteChain.End(text, stretch)));
            next = said.Contents[^1].End;
        }

        said.Contents.ForEach(run => Array.Fill(claimed, true, run.First, run.End - run.First));
    }

    /// <summary>A verb by its ending or a list, which stands for itself: “was” and “had” want another.</summary>
    private static bool IsVerb(Reading text, int token) => Actors.IsDeed(text, token) && !text.Is(token, WordClass.Be | WordClass.Auxiliary | WordClass.Preposition | WordClass.Subject
        | WordClass.Possessive | WordClass.Determiner | WordClass.Subordinator | WordClass.Conjunction | WordClass.Adverb | WordClass.Genitive | WordClass.Time);

    private static bool IsParticle(Reading text, int token) => token < text.Count && text.Text.Word(token) is "up" or "in" or "back" or "out" or "on" or "away";

    private static bool EndsClause(Reading text, int token, bool strictly) => token >= text.Count || text.Is(token, WordClass.Stop)
        || (!strictly && text.Is(token, WordClass.Comma | WordClass.Preposition | WordClass.Time | WordClass.Subordinator | WordClass.Conjunction | WordClass.Adverb | WordClass.Dash | WordClass.To));

    /// <summary>“he”, a name, “the baker”, and any other noun: that a door speaks no list can tell, and nothing else creaks behind a comma in marks.</summary>
    private static bool IsSomebody(Reading text, TokenRun subject) => !subject.IsEmpty && !CarriedOn.IsNobody(text, subject)
        && (text.Is(subject.First, WordClass.Subject) ? text.Text.Word(subject.First) is "he" or "she" or "they" : !text.Is(subject.First, WordClass.Object | WordClass.Number | WordClass.That | WordClass.Wh));

    /// <summary>“friends” may be what looks like a verb of one.</summary>
    private static bool IsOne(Reading text, TokenRun subject) => text.Is(subject.End - 1, WordClass.Capital) || text.Text.Word(subject.First) is "he" or "she"
        || (subject.End - subject.First > 1 && text.Is(subject.First, WordClass.Determiner | WordClass.Possessive));
}
