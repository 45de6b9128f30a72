using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// Says of each proposal how likely people would mark it: first by itself, from what it looks like to the letter (logistic regression), then
/// beside what stands against it (trees).
/// </summary>
internal sealed class Judge(WeightTable weights, BoostedTrees trees)
{
    /// <summary>What the first look gives less than this, as a logit, does not stand, whatever stands against it.</summary>
    private const float Hopeless = -3.5f;

    /// <summary>Sets the probability of each.</summary>
    public void Score(Reading text, TokenFeatures tokens, RuleHints rules, Tallies tallies, List<Proposal> proposals)
    {
        ScoreFirst(text, tokens, rules, tallies, weights, proposals);
        var rivals = new Rivals(proposals, text.Count);
        Span<float> buffer = stackalloc float[JudgeFacts.Count];
        foreach (var proposal in proposals)
        {
            if (TrySettle(proposal))
            {
                continue;
            }

            var facts = new FactList(buffer);
            JudgeFacts.Read(text, tokens, rules, tallies, rivals, proposal, ref facts);
            proposal.Probability = trees.Probability(facts.Row);
        }
    }

    /// <summary>Sets the probability of one that its first look settles; false for the others, which are to be looked at beside their rivals.</summary>
    public static bool TrySettle(Proposal proposal)
    {
        if (proposal.FirstLogit >= Hopeless)
        {
            return false;
        }

        proposal.Probability = 1 / (1 + Math.Exp(-proposal.FirstLogit));
        return true;
    }

    /// <summary>Sets what each is worth by itself.</summary>
    public static void ScoreFirst(Reading text, TokenFeatures tokens, RuleHints rules, Tallies tallies, WeightTable weights, List<Proposal> proposals)
    {
        Span<uint> buffer = stackalloc uint[JudgeFeatures.Most];
        foreach (var proposal in proposals)
        {
            var features = new FeatureList(buffer);
            JudgeFeatures.Read(text, tokens, rules, tallies, proposal, ref features);
            proposal.FirstLogit = weights.Sum(features.Items);
        }
    }
}
