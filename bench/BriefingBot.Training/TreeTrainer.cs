using BriefingBot.Quotes.Learning;

namespace BriefingBot.Training;

/// <summary>
/// Learns boosted trees for a logistic loss with soft targets (Friedman, 2001; the second-order gain of Chen and Guestrin, KDD 2016). Facts
/// are binned once; the same rows and settings give the same trees on any number of cores.
/// </summary>
internal sealed class TreeTrainer
{
    private const int Bins = 48;
    private const double Smoothing = 5;
    private const double LeastGain = 0.5;

    /// <summary>Of the rows and of the facts each tree sees so many.</summary>
    private const double RowShare = 0.8, FactShare = 0.7;

    private readonly TreeOptions _options;
    private readonly float[][] _cuts;
    private readonly byte[][] _bins;
    private readonly float[] _targets;
    private readonly double[] _scores;
    private readonly double[] _gradients;
    private readonly double[] _weights;
    private readonly int[] _nodes;

    private TreeTrainer(List<float[]> rows, List<float> targets, TreeOptions options)
    {
        _options = options;
        _targets = [.. targets];
        var facts = rows[0].Length;
        (_cuts, _bins) = (new float[facts][], new byte[facts][]);
        Parallel.For(0, facts, fact =>
        {
            _cuts[fact] = CutsOf([.. rows.Select(row => row[fact])], options.AllValues);
            _bins[fact] = [.. rows.Select(row => (byte)BinOf(_cuts[fact], row[fact]))];
        });
        (_scores, _gradients, _weights, _nodes) = (new double[rows.Count], new double[rows.Count], new double[rows.Count], new int[rows.Count]);
    }

    /// <summary>Trees for the logit of <paramref name="targets"/>, 0 to 1 each.</summary>
    public static BoostedTrees Train(List<float[]> rows, List<float> targets, TreeOptions options) => new TreeTrainer(rows, targets, options).Train();

    private BoostedTrees Train()
    {
        var mean = _targets.Average();
        var start = (float)Math.Log(mean / (1 - mean));
        Array.Fill(_scores, start);
        var random = new Random(_options.Seed);
        var (facts, cuts, leaves) = (new List<byte>(), new List<float>(), new List<float>());
        for (var tree = 0; tree < _options.Trees; tree++)
        {
            for (var i = 0; i < _scores.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-_scores[i]));
                (_gradients[i], _weights[i]) = (p - _targets[i], Math.Max(1e-6, p * (1 - p)));
                _nodes[i] = random.NextDouble() < RowShare ? 0 : -1;
            }

            var seen = Enumerable.Range(0, _cuts.Length).Where(_ => random.NextDouble() < FactShare).ToArray();
            Grow(seen, facts, cuts, leaves);
        }

        return new BoostedTrees(_options.Depth, start, [.. facts], [.. cuts], [.. leaves]);
    }

    private void Grow(int[] seen, List<byte> facts, List<float> cuts, List<float> leaves)
    {
        var splits = new Split?[(1 << _options.Depth) - 1];
        for (var level = 0; level < _options.Depth; level++)
        {
            var (first, count) = ((1 << level) - 1, 1 << level);
            var found = new Split?[seen.Length][];
            Parallel.For(0, seen.Length, k => found[k] = BestOf(seen[k], first, count));
            for (var k = 0; k < count; k++)
            {
                // Of equals the first fact's, in whatever order the threads ended.
                splits[first + k] = found.Select(each => each[k]).Aggregate((Split?)null, (best, split) => split?.Gain > (best?.Gain ?? LeastGain) ? split : best);
            }

            for (var i = 0; i < _nodes.Length; i++)
            {
                _nodes[i] = _nodes[i] < first ? _nodes[i] : Child(splits, _nodes[i], i);
            }
        }

        AddLeaves(splits, leaves);
        facts.AddRange(splits.Select(split => (byte)(split?.Fact ?? 0)));
        cuts.AddRange(splits.Select(split => split is { } at ? _cuts[at.Fact][at.Bin] : float.PositiveInfinity));
    }

    private int Child(Split?[] splits, int node, int row) => (2 * node) + (splits[node] is { } split && _bins[split.Fact][row] > split.Bin ? 2 : 1);

    private Split?[] BestOf(int fact, int first, int count)
    {
        var sums = new (double Gradient, double Weight, int Rows)[count * Bins];
        var bins = _bins[fact];
        for (var i = 0; i < bins.Length; i++)
        {
            if (_nodes[i] >= first)
            {
                ref var sum = ref sums[((_nodes[i] - first) * Bins) + bins[i]];
                sum = (sum.Gradient + _gradients[i], sum.Weight + _weights[i], sum.Rows + 1);
            }
        }

        return [.. Enumerable.Range(0, count).Select(k => BestOf(fact, sums.AsSpan(k * Bins, Bins)))];
    }

    private Split? BestOf(int fact, ReadOnlySpan<(double Gradient, double Weight, int Rows)> sums)
    {
        var (gradient, weight, rows) = (0.0, 0.0, 0);
        foreach (var sum in sums)
        {
            (gradient, weight, rows) = (gradient + sum.Gradient, weight + sum.Weight, rows + sum.Rows);
        }

        var (leftGradient, leftWeight, leftRows) = (0.0, 0.0, 0);
        Split? best = null;
        for (var bin = 0; bin < _cuts[fact].Length; bin++)
        {
            (leftGradient, leftWeight, leftRows) = (leftGradient + sums[bin].Gradient, leftWeight + sums[bin].Weight, leftRows + sums[bin].Rows);
            if (Math.Min(leftRows, rows - leftRows) < _options.LeastRows)
            {
                continue;
            }

            var gain = Gain(leftGradient, leftWeight) + Gain(gradient - leftGradient, weight - leftWeight) - Gain(gradient, weight);
            best = gain > (best?.Gain ?? 0) ? new Split(fact, bin, gain) : best;
        }

        return best;
    }

    private static double Gain(double gradient, double weight) => gradient * gradient / (weight + Smoothing);

    private void AddLeaves(Split?[] splits, List<float> leaves)
    {
        var sums = new (double Gradient, double Weight)[splits.Length + 1];
        for (var i = 0; i < _nodes.Length; i++)
        {
            if (_nodes[i] >= 0)
            {
                ref var sum = ref sums[_nodes[i] - splits.Length];
                sum = (sum.Gradient + _gradients[i], sum.Weight + _weights[i]);
            }
        }

        var values = Array.ConvertAll(sums, sum => (float)(-_options.Rate * sum.Gradient / (sum.Weight + Smoothing)));
        leaves.AddRange(values);
        for (var i = 0; i < _scores.Length; i++)
        {
            var node = 0;
            while (node < splits.Length)
            {
                node = Child(splits, node, i);
            }

            _scores[i] += values[node - splits.Length];
        }
    }

    /// <summary>Values that part the rows into bins of about one size; a row goes right from the value on.</summary>
    private static float[] CutsOf(float[] values, bool all)
    {
        Array.Sort(values);
        if (all && values.Distinct().Take(Bins + 1).ToList() is { Count: <= Bins } few)
        {
            return [.. few.Skip(1)];
        }

        var cuts = new List<float>();
        for (var bin = 1; bin < Bins; bin++)
        {
            var value = values[(int)((long)bin * (values.Length - 1) / Bins)];
            if (value > (cuts.Count == 0 ? values[0] : cuts[^1]))
            {
                cuts.Add(value);
            }
        }

        return [.. cuts];
    }

    private static int BinOf(float[] cuts, float value)
    {
        var at = Array.BinarySearch(cuts, value);
        return at >= 0 ? at + 1 : ~at;
    }

    private readonly record struct Split(int Fact, int Bin, double Gain);
}

/// <summary>What boosting is told.</summary>
internal sealed record TreeOptions(int Trees, int Depth, double Rate, int LeastRows, int Seed)
{
    /// <summary>Whether a fact of few values is asked for each of them, however rare; else one that hardly any row has is not seen.</summary>
    public bool AllValues { get; init; }
}
