using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>Chooses among judged proposals: the likeliest first; what overlaps it, or is reported within it, does not stand.</summary>
internal static class LearnedChoice
{
    /// <summary>Below this a proposal does not stand.</summary>
    public static double Threshold { get; set; } = 0.42;

    /// <summary>The same for what is thought or meant and not said.</summary>
    public static double ThoughtThreshold { get; set; } = 0.5;

    /// <summary>Those that stand, in text order of their cues.</summary>
    public static List<Attribution> Of(Reading text, List<Proposal> proposals)
    {
        proposals.Sort((a, b) => b.Probability.CompareTo(a.Probability) is not 0 and var order ? order
            : (a.Attribution.First, a.Attribution.End, a.Origin).CompareTo((b.Attribution.First, b.Attribution.End, b.Origin)));
        var claimed = new bool[text.Count];
        var cues = new HashSet<int>();
        var chosen = new List<Attribution>();
        foreach (var proposal in proposals)
        {
            var least = proposal.SpeechScore < 0 ? ThoughtThreshold : Threshold;
            if (proposal.Probability >= least && IsFree(proposal.Attribution, claimed)
                && (proposal.Attribution.Cue is not { } cue || cues.Add(cue.Verb)))
            {
                foreach (var run in proposal.Attribution.Contents)
                {
                    Array.Fill(claimed, true, run.First, run.End - run.First);
                }

                chosen.Add(proposal.Attribution with
                {
                    Score = proposal.Probability,
                    Judgement = new Judgement(proposal.Probability, proposal.SpeechScore >= 0),
                });
            }
        }

        chosen.Sort((a, b) => (a.Cue?.Verb ?? a.First).CompareTo(b.Cue?.Verb ?? b.First));
        return chosen;
    }

    private static bool IsFree(Attribution attribution, bool[] claimed)
    {
        if (attribution.Cue is { } cue && claimed[cue.Verb])
        {
            return false;
        }

        foreach (var run in attribution.Contents)
        {
            if (claimed.AsSpan(run.First, run.End - run.First).Contains(true))
            {
                return false;
            }
        }

        return true;
    }
}
