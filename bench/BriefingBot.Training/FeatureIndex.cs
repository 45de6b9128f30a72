namespace BriefingBot.Training;

/// <summary>Numbers the features that are seen often enough; the others are not learnt.</summary>
internal sealed class FeatureIndex
{
    private readonly Dictionary<uint, int> _numbers = [];

    public FeatureIndex(IEnumerable<uint[]> features, int least)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var list in features)
        {
            foreach (var f in list)
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, f, out _)++;
            }
        }

        foreach (var (feature, count) in counts)
        {
            if (count >= least)
            {
                _numbers.Add(feature, _numbers.Count);
            }
        }
    }

    public int Count => _numbers.Count;

    public int[] Of(ReadOnlySpan<uint> features)
    {
        var known = new List<int>(features.Length);
        foreach (var f in features)
        {
            if (_numbers.TryGetValue(f, out var number))
            {
                known.Add(number);
            }
        }

        return [.. known];
    }

    /// <summary>Each feature's hash and its weights.</summary>
    public List<(uint Feature, float[] Weights)> Rows(float[] weights, int width) =>
        [.. _numbers.OrderBy(pair => pair.Key).Select(pair => (pair.Key, weights.AsSpan(pair.Value * width, width).ToArray()))];
}
