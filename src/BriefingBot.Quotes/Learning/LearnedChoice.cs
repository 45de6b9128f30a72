using System.Collections.Frozen;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>Chooses among judged proposals: the likeliest first; what overlaps it, or is reported within it, does not stand.</summary>
internal static class LearnedChoice
{
    /// <summary>Below this a proposal does not stand.</summary>
    private const double OfSpeech = 0.42;

    /// <summary>The same for what is thought or meant and not said.</summary>
    private const double OfThought = 0.48;

    /// <summary>And for what nobody is named for.</summary>
    private const double Nameless = 0.53;

    /// <summary>How much of what one statement promises its parts must promise: each can be found by itself, which is worth something.</summary>
    private const double Parts = 0.75;

    /// <summary>
    /// A claim must not stand without the denial that the story gives: what the rules take for one is seldom wrong, and often as short as
    /// “Moscow rejects the allegations”, which the judge has hardly seen.
    /// </summary>
    private const double OfDenials = 0.15;

    private static readonly FrozenSet<string> Denials = new[] { "deny", "reject", "dispute", "dismiss", "refute", "contradict" }.ToFrozenSet();

    private static double Least(Reading text, Proposal proposal) =>
        proposal.Origin is not Origin.Model && proposal.Attribution.Cue is { } cue && text.Verb(cue.Verb) is { } verb && Denials.Contains(verb.Lemma)
            ? OfDenials
            : Math.Max(proposal.SpeechScore < 0 ? OfThought : OfSpeech, proposal.Attribution.Mention.IsEmpty ? Nameless : 0);

    /// <summary>Those that stand, in text order of their cues.</summary>
    public static List<Attribution> Of(Reading text, List<Proposal> proposals)
    {
        proposals.Sort((a, b) => b.Probability.CompareTo(a.Probability) is not 0 and var order ? order
            : (a.Attribution.First, a.Attribution.End, a.Origin).CompareTo((b.Attribution.First, b.Attribution.End, b.Origin)));
        var likely = proposals.FindAll(proposal => proposal.Probability >= Least(text, proposal));
        var claims = new Claims(text.Count);
        foreach (var proposal in likely)
        {
            if (claims.AreFree(proposal.Attribution))
            {
                claims.Take(proposal);
            }
        }

        Exchange(text, likely, claims);
        var chosen = claims.Taken.Select(proposal => proposal.Attribution with
        {
            Score = proposal.Probability,
            IsSpeech = proposal.SpeechScore >= 0,
        }).ToList();
        chosen.Sort((a, b) => (a.Cue?.Verb ?? a.First).CompareTo(b.Cue?.Verb ?? b.First));
        return chosen;
    }

    /// <summary>
    /// “said that Russia should return to it, which he called a “cornerstone””: two statements, each less sure than one that swallows both,
    /// take its place where both together promise about as much.
    /// </summary>
    private static void Exchange(Reading text, List<Proposal> likely, Claims claims)
    {
        likely.Sort((a, b) => (a.Attribution.First, b.Probability, a.Origin).CompareTo((b.Attribution.First, a.Probability, b.Origin)));
        var firsts = likely.ConvertAll(proposal => proposal.Attribution.First);
        foreach (var one in claims.Taken.ToArray())
        {
            claims.GiveBack(one);
            var parts = new List<Proposal>();
            var gain = 0.0;
            var low = LowerBound(firsts, one.Attribution.First);
            var inside = likely.GetRange(low, LowerBound(firsts, one.Attribution.End) - low);
            foreach (var other in inside.OrderByDescending(proposal => proposal.Probability))
            {
                if (!ReferenceEquals(other, one) && claims.AreFree(other.Attribution))
                {
                    claims.Take(other);
                    parts.Add(other);
                    gain += other.Probability - Least(text, other);
                }
            }

            if (parts.Count < 2 || gain < Parts * (one.Probability - Least(text, one)))
            {
                parts.ForEach(claims.GiveBack);
                claims.Take(one);
            }
        }
    }

    private static int LowerBound(List<int> sorted, int value)
    {
        var at = sorted.BinarySearch(value);
        at = at < 0 ? ~at : at;
        while (at > 0 && sorted[at - 1] == value)
        {
            at--;
        }

        return at;
    }
}
