using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>What the trees that choose a source are told of a candidate, as numbers.</summary>
internal sealed class SourceFacts(Reading text, TokenFeatures tokens, Tallies tallies)
{
    public const int Count = 46;

    /// <summary>A place that is none, and a tag or class that is none.</summary>
    private const float Nowhere = -99, Nothing = -1;

    /// <summary>Adds what is the same for all candidates of an attribution; it comes first.</summary>
    public void ReadCue(SourceCandidates of, ref FactList into)
    {
        var (a, verb) = (of.Attribution, of.Verb);
        into.Add(of.Own?.CueScore ?? -20);
        into.Add(a.IsSpeech == true);
        into.Add((int)a.Frame);
        into.Add(a.First > verb);
        into.Add(tokens.Tag(verb));
        into.Add(tokens.Tag(verb - 1));
        into.Add(tokens.Tag(verb + 1));
        into.Add((int)of.Kind);
        into.Add(a.Mention.IsEmpty);
        into.Add((int)a.Rule);
        into.Add(of.Own?.Labelled is [var likeliest, ..] ? likeliest.Share : 1);
        into.Add(of.Own?.Rule is { } rule ? (int)rule.Rule : Nothing);
        into.Add(of.All.Count);
    }

    /// <summary>Adds what the candidate has of its own.</summary>
    public void Read(SourceCandidates of, TokenRun candidate, ref FactList into)
    {
        ReadFound(of, candidate, ref into);
        ReadWords(of, candidate, ref into);
        ReadPlace(of, candidate, ref into);
    }

    /// <summary>Who proposes it: labellings, rules, other cues.</summary>
    private static void ReadFound(SourceCandidates of, TokenRun c, ref FactList into)
    {
        var labelled = of.Own?.Labelled ?? [];
        var rank = 0;
        while (rank < labelled.Count && labelled[rank].Mention != c)
        {
            rank++;
        }

        var found = rank < labelled.Count ? labelled[rank] : new LabelledSource(c, -9, 0);
        into.Add(rank < labelled.Count ? rank : Nothing);
        into.Add(found.LogProbability);
        into.Add(found.Share);
        into.Add(labelled.Count == 0 ? 1 : found.LogProbability - labelled[0].LogProbability);
        var rule = of.Own?.Rule;
        into.Add(rule is null ? Nothing : rule.Mention.IsEmpty ? 0 : rule.Mention == c ? 3 : rule.Mention.Overlaps(c) ? 2 : 1);
        var a = of.Attribution;
        into.Add(a.Mention == c);
        into.Add(a.Mention.Overlaps(c));
        into.Add(c.IsEmpty);
        into.Add(of.Before == c);
        into.Add(of.OfSentence == c);
        into.Add(of.After == c);
        var (count, best) = of.Shared(c);
        into.Add(count);
        into.Add(best);
    }

    private void ReadWords(SourceCandidates of, TokenRun c, ref FactList into)
    {
        var none = c.IsEmpty;
        var capitals = 0;
        for (var i = c.First; i < c.End; i++)
        {
            capitals += text.Is(i, WordClass.Capital) ? 1 : 0;
        }

        into.Add(none ? 0 : c.End - c.First);
        into.Add(none ? Nothing : tokens.Tag(c.First));
        into.Add(none ? Nothing : tokens.Tag(c.End - 1));
        into.Add(none ? Nothing : tokens.Tag(c.First - 1));
        into.Add(none ? Nothing : tokens.Tag(c.End));
        into.Add(none ? Nothing : capitals);
        into.Add(none ? Nothing : text.Is(c.First, WordClass.Subject) ? 1 : text.Is(c.First, WordClass.Possessive) ? 2
            : text.Is(c.First, WordClass.Determiner) ? 3 : text.Is(c.First, WordClass.Wh) ? 4 : 0);
        into.Add(none ? Nothing : tallies.Of(c.First, c.End).Verbs);
        into.Add(none ? Nothing : text.Stretch(c.First) >= 0 ? 1 : 0);
        into.Add(none ? Nothing : text.Is(c.End, WordClass.Genitive) ? 1 : 0);
        into.Add(none ? Nothing : Inside(of.Attribution, c));
    }

    private void ReadPlace(SourceCandidates of, TokenRun c, ref FactList into)
    {
        var (a, verb, none) = (of.Attribution, of.Verb, c.IsEmpty);
        var between = none ? default : c.First > verb ? tallies.Of(verb + 1, c.First) : tallies.Of(c.End, verb);
        into.Add(none ? Nowhere : c.First > verb ? c.First - verb : c.End - 1 - verb);
        into.Add(between.Verbs);
        into.Add(between.Commas);
        into.Add(between.Marked);
        into.Add(none ? Nowhere : c.First - of.Sentence.First);
        into.Add(none ? 0 : a.First > c.First ? a.First - c.End : c.First - a.End);
        into.Add(none ? Nowhere : text.Sentence(c.First) - text.Sentence(verb));
        into.Add(none || a.Mention.IsEmpty ? Nowhere : c.First - a.Mention.First);
        into.Add(none || a.Mention.IsEmpty ? Nowhere : c.End - a.Mention.End);
    }

    /// <summary>2 where the candidate is a part of the content, 1 where they cross, else 0.</summary>
    private static float Inside(Attribution a, TokenRun c)
    {
        foreach (var run in a.Contents)
        {
            if (run.Overlaps(c))
            {
                return run.First <= c.First && c.End <= run.End ? 2 : 1;
            }
        }

        return 0;
    }
}
