namespace BriefingBot.Quotes.Quotations;

/// <summary>Puts candidates that grammar alone tells of in the place of what the model makes of their cues.</summary>
internal static class Prevailing
{
    /// <summary>For one that the model has nothing for.</summary>
    private const double Score = 0.6;

    /// <summary>How often annotated news has a verb with “that” as a statement.</summary>
    private const double LeastRate = 0.7;

    /// <summary>What was chosen with these candidates in it, in text order of their cues. A candidate whose words another statement has does not stand.</summary>
    public static List<Attribution> Over(Reading text, List<Attribution> chosen, List<Attribution> candidates)
    {
        var cues = chosen.Where(attribution => attribution.Cue is not null).Select(attribution => attribution.Cue!.Value.Verb).ToHashSet();
        var closing = candidates.FindAll(candidate => Closes(text, candidate) && !cues.Contains(candidate.Cue!.Value.Verb));
        if (closing.Count > 0)
        {
            chosen = chosen.FindAll(attribution => attribution.IsTurn || attribution.Cue is not { } inner || !closing.Exists(candidate => candidate.Contents[0].Contains(inner.Verb) && attribution.Contents.TrueForAll(run => run.End <= candidate.Contents[0].End && run.First > inner.Verb)));
        }

        var prevailing = candidates.FindAll(candidate => candidate.Prevails || closing.Contains(candidate) || (IsPlain(text, candidate) && !cues.Contains(candidate.Cue!.Value.Verb)));
        if (prevailing.Count == 0)
        {
            return chosen;
        }

        var owners = new int[text.Count];
        Array.Fill(owners, -1);
        var byCue = new Dictionary<int, int>();
        for (var i = 0; i < chosen.Count; i++)
        {
            chosen[i].Contents.ForEach(run => Array.Fill(owners, i, run.First, run.End - run.First));
            if (chosen[i].Cue is { } cue)
            {
                byCue[cue.Verb] = i;
            }
        }

        var all = chosen.ToList();
        foreach (var candidate in prevailing)
        {
            var verb = candidate.Cue!.Value.Verb;
            var own = byCue.GetValueOrDefault(verb, -1);
            if (owners[verb] >= 0 && owners[verb] != own || candidate.Contents.Exists(run => owners.AsSpan(run.First, run.End - run.First).ContainsAnyExcept(-1, own)))
            {
                continue;
            }

            var at = own >= 0 ? own : all.Count;
            if (own >= 0)
            {
                all[own] = Merged(text, candidate, all[own]);
            }
            else
            {
                all.Add(candidate with { Score = Score, IsSpeech = true });
            }

            all[at].Contents.ForEach(run => Array.Fill(owners, at, run.First, run.End - run.First));
        }

        all.Sort((a, b) => (a.Cue?.Verb ?? a.First).CompareTo(b.Cue?.Verb ?? b.First));
        return all;
    }

    /// <summary>“They stressed the importance of “talks,” it said.”: whoever closes the sentence says all of it, and not they.</summary>
    private static bool Closes(Reading text, Attribution candidate)
    {
        if (candidate is not { Frame: Frame.Before, Cue: { Use: CueUse.Finite } cue, Contents: [var whole], IsTurn: false } || candidate.Mention.IsEmpty || cue.Verb < whole.End
            || !text.Is(whole.End - 1, WordClass.Mark) || text.Stretch(whole.First) >= 0 || text.Verb(cue.Verb) is not { } verb || !Inversions.Lemmas.Contains(verb.Lemma))
        {
            return false;
        }

        var sentence = text.SentenceRun(text.Sentence(cue.Verb));
        var behind = Math.Max(cue.Group.End, candidate.Mention.End);
        return sentence.First == whole.First && candidate.Mention.First >= whole.End && (behind >= sentence.End || text.Is(behind, WordClass.Stop));
    }

    /// <summary>“Keller maintains that …”: a subject, a verb of saying and “that” are a statement, where the model has none.</summary>
    private static bool IsPlain(Reading text, Attribution candidate) => candidate is { Frame: Frame.That, Rule: MentionRule.Subject, Cue: { Use: CueUse.Finite } cue } && !candidate.Mention.IsEmpty
        && text.Verb(cue.Verb)?.Rate(Frame.That) >= LeastRate && !(text.Form(cue.Verb) is VerbForm.Third && IsNoun(text, cue, candidate.Mention));

    /// <summary>“the racial remarks that …”: what looks like a verb of one is a noun of many.</summary>
    private static bool IsNoun(Reading text, Cue cue, TokenRun mention) => SpeechNouns.Contains(text.Text.Word(cue.Verb)[..^1]) && !text.Is(mention.End - 1, WordClass.Capital | WordClass.Subject);

    /// <summary>
    /// The candidate; where the model found its source too, with the model's words, which are the better ones but may lack what stands before the parenthesis.
    /// </summary>
    private static Attribution Merged(Reading text, Attribution candidate, Attribution chosen)
    {
        var behind = Math.Max(candidate.Contents[0].End, Math.Max(candidate.Mention.End, candidate.Cue!.Value.Group.End));
        var whole = candidate.Frame is not Frame.Before || (candidate.Contents.Count == 1 && text.Is(candidate.First, WordClass.Mark))
            || chosen.Contents.Exists(run => run.Overlaps(candidate.Mention));
        var agrees = !whole && (candidate.Rule is MentionRule.Subject ? !chosen.Mention.IsEmpty : chosen.Mention.Overlaps(candidate.Mention));
        if (agrees && chosen.First <= candidate.First)
        {
            return chosen;
        }

        var rest = chosen.Contents.FindAll(run => run.First >= behind && (agrees || (run.First >= candidate.End && text.Is(run.First, WordClass.Mark))));
        return candidate with
        {
            Contents = agrees && rest.Count > 0 && candidate.Contents.Count > 1 ? [candidate.Contents[0], .. rest] : [.. candidate.Contents, .. rest.Where(run => run.First >= candidate.End)],
            Mention = agrees ? chosen.Mention : candidate.Mention,
            Rule = agrees ? chosen.Rule : candidate.Rule,
            Score = chosen.Score,
            IsSpeech = chosen.IsSpeech,
        };
    }
}
