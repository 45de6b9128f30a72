namespace BriefingBot.Quotes.Learning;

/// <summary>What a token that can be a cue is worth as one, and as a cue of speech: both as logits.</summary>
internal readonly record struct ScoredCue(int Token, float Cue, float Speech);

/// <summary>How likely a token is a cue, and a cue of speech: two logistic regressions over the same features.</summary>
internal sealed class CueScorer(WeightTable weights)
{
    public const int Width = 2;

    /// <summary>All of an article's <paramref name="count"/> tokens that can be cues, in text order.</summary>
    public List<ScoredCue> Score(CueFeatures features, int count)
    {
        var scored = new List<ScoredCue>();
        Span<uint> buffer = stackalloc uint[CueFeatures.Most];
        Span<uint> ahead = stackalloc uint[CueFeatures.Most];
        var last = -1;
        scoped ReadOnlySpan<uint> found = [];
        for (var token = 0; token <= count; token++)
        {
            if (token < count && !features.CanBeCue(token))
            {
                continue;
            }

            // Memory is asked for what this one needs before the last one is summed.
            var next = token < count ? Features(features, token, ahead) : [];
            if (last >= 0)
            {
                var sums = weights.SumNarrow(found);
                scored.Add(new ScoredCue(last, sums[0] * weights.Scale, sums[1] * weights.Scale));
            }

            last = token;
            found = next;
            var free = buffer;
            buffer = ahead;
            ahead = free;
        }

        return scored;
    }

    private ReadOnlySpan<uint> Features(CueFeatures features, int token, Span<uint> buffer)
    {
        var list = new FeatureList(buffer);
        features.Read(token, ref list);
        weights.Prefetch(list.Items);
        return list.Items;
    }
}
