namespace BriefingBot.Quotes.Learning;

/// <summary>How likely a token is a cue, and a cue of speech: two logistic regressions over the same features.</summary>
internal sealed class CueScorer(WeightTable weights)
{
    public const int Width = 2;

    /// <summary>Both as logits.</summary>
    public (float Cue, float Speech) Score(CueFeatures features, int token)
    {
        Span<uint> buffer = stackalloc uint[CueFeatures.Most];
        var list = new FeatureList(buffer);
        features.Read(token, ref list);
        weights.Prefetch(list.Items);
        var sums = weights.SumNarrow(list.Items);
        return (sums[0] * weights.Scale, sums[1] * weights.Scale);
    }
}
