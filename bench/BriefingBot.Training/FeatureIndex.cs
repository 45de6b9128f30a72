using BriefingBot.Quotes.Learning;

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

    /// <summary>What ships of these weights, <paramref name="width"/> a feature in the features' order.</summary>
    public WeightTable Table(float[] weights, int width) => WeightTable.Of(
        width,
        Limit(weights),
        [.. _numbers.Select(pair => (pair.Key, weights.AsSpan(pair.Value * width, width).ToArray()))]);

    /// <summary>The value that all but one in ten thousand of the weights that matter stay below.</summary>
    private static float Limit(float[] weights)
    {
        var large = weights.Where(w => w != 0).Select(Math.Abs).Order().ToArray();
        return large.Length == 0 ? 1 : large[(int)((large.Length - 1) * 0.9995)];
    }
}
