using BriefingBot.Quotes.Learning;

namespace BriefingBot.Training;

/// <summary>A linear-chain conditional random field (Lafferty, McCallum, Pereira, ICML 2001) over hashed features, by AdaGrad.</summary>
internal sealed class SpanTrainer(int features, int edgeFeatures, double rate, double decay)
{
    public const int L = SpanLabels.Count;
    private readonly float[] _sums = new float[features * L];
    private readonly float[] _edgeSums = new float[edgeFeatures * L * L];
    private int _averaged;
    public readonly float[] Weights = new float[features * L];
    private readonly float[] _squares = new float[features * L];
    public readonly float[] EdgeWeights = new float[edgeFeatures * L * L];
    private readonly float[] _edgeSquares = new float[edgeFeatures * L * L];

    private double[] _emit = [];
    private double[] _edge = [];
    private double[] _alpha = [];
    private double[] _beta = [];

    private void Potentials(Sequence s)
    {
        var n = s.Emissions.Length;
        if (_emit.Length < n * L)
        {
            _emit = new double[n * L];
            _alpha = new double[n * L];
            _beta = new double[n * L];
            _edge = new double[n * L * L];
        }

        Array.Clear(_emit, 0, n * L);
        Array.Clear(_edge, 0, n * L * L);
        for (var i = 0; i < n; i++)
        {
            foreach (var f in s.Emissions[i])
            {
                var at = f * L;
                for (var l = 0; l < L; l++)
                {
                    _emit[i * L + l] += Weights[at + l];
                }
            }

            if (i == 0)
            {
                continue;
            }

            foreach (var f in s.Edges[i])
            {
                var at = f * L * L;
                for (var l = 0; l < L * L; l++)
                {
                    _edge[i * L * L + l] += EdgeWeights[at + l];
                }
            }
        }
    }

    private static bool Can(int i, int before, int label) => i == 0 ? SpanLabels.CanOpen(label) : SpanLabels.CanFollow(before, label);

    private double Forward(int n)
    {
        for (var l = 0; l < L; l++)
        {
            _alpha[l] = Can(0, 0, l) ? _emit[l] : double.NegativeInfinity;
        }

        Span<double> parts = stackalloc double[L];
        for (var i = 1; i < n; i++)
        {
            for (var l = 0; l < L; l++)
            {
                for (var p = 0; p < L; p++)
                {
                    parts[p] = Can(i, p, l) ? _alpha[(i - 1) * L + p] + _edge[i * L * L + p * L + l] : double.NegativeInfinity;
                }

                _alpha[i * L + l] = LogSum(parts) + _emit[i * L + l];
            }
        }

        return LogSum(_alpha.AsSpan((n - 1) * L, L));
    }

    private void Backward(int n)
    {
        for (var l = 0; l < L; l++)
        {
            _beta[(n - 1) * L + l] = 0;
        }

        Span<double> parts = stackalloc double[L];
        for (var i = n - 2; i >= 0; i--)
        {
            for (var p = 0; p < L; p++)
            {
                for (var l = 0; l < L; l++)
                {
                    parts[l] = Can(i + 1, p, l)
                        ? _beta[(i + 1) * L + l] + _edge[(i + 1) * L * L + p * L + l] + _emit[(i + 1) * L + l] : double.NegativeInfinity;
                }

                _beta[i * L + p] = LogSum(parts);
            }
        }
    }

    private static double LogSum(ReadOnlySpan<double> parts)
    {
        var max = double.NegativeInfinity;
        foreach (var p in parts)
        {
            max = Math.Max(max, p);
        }

        if (double.IsNegativeInfinity(max))
        {
            return max;
        }

        var sum = 0.0;
        foreach (var p in parts)
        {
            sum += Math.Exp(p - max);
        }

        return max + Math.Log(sum);
    }

    /// <summary>One step.</summary>
    public void Learn(Sequence s)
    {
        var n = s.Emissions.Length;
        Potentials(s);
        var z = Forward(n);
        Backward(n);
        Span<float> g = stackalloc float[L];
        Span<float> ge = stackalloc float[L * L];
        for (var i = 0; i < n; i++)
        {
            var any = false;
            for (var l = 0; l < L; l++)
            {
                g[l] = (float)Math.Exp(_alpha[i * L + l] + _beta[i * L + l] - z) - (s.Labels[i] == l ? 1 : 0);
                any |= Math.Abs(g[l]) > 1e-3;
            }

            if (i > 0)
            {
                for (var p = 0; p < L; p++)
                {
                    for (var l = 0; l < L; l++)
                    {
                        var marginal = Can(i, p, l)
                            ? Math.Exp(_alpha[(i - 1) * L + p] + _edge[i * L * L + p * L + l] + _emit[i * L + l] + _beta[i * L + l] - z) : 0;
                        ge[p * L + l] = (float)marginal - (s.Labels[i - 1] == p && s.Labels[i] == l ? 1 : 0);
                    }
                }
            }

            if (any)
            {
                foreach (var f in s.Emissions[i])
                {
                    Step(Weights, _squares, f * L, g);
                }
            }

            if (i > 0 && (any || HasGradient(ge)))
            {
                foreach (var f in s.Edges[i])
                {
                    Step(EdgeWeights, _edgeSquares, f * L * L, ge);
                }
            }
        }
    }

    private static bool HasGradient(ReadOnlySpan<float> g)
    {
        foreach (var x in g)
        {
            if (Math.Abs(x) > 1e-3)
            {
                return true;
            }
        }

        return false;
    }

    private void Step(float[] weights, float[] squares, int at, ReadOnlySpan<float> gradients)
    {
        for (var l = 0; l < gradients.Length; l++)
        {
            if (Math.Abs(gradients[l]) < 1e-4f)
            {
                continue;
            }

            var g = gradients[l] + (float)decay * weights[at + l];
            squares[at + l] += g * g;
            weights[at + l] -= (float)(rate * g / Math.Sqrt(squares[at + l] + 1e-6));
        }
    }

    public void Average()
    {
        _averaged++;
        for (var i = 0; i < _sums.Length; i++)
        {
            _sums[i] += Weights[i];
        }

        for (var i = 0; i < _edgeSums.Length; i++)
        {
            _edgeSums[i] += EdgeWeights[i];
        }
    }

    public (float[] Weights, float[] Edges) Averaged => (Array.ConvertAll(_sums, s => s / _averaged), Array.ConvertAll(_edgeSums, s => s / _averaged));

    /// <summary>The tables of emissions and edges.</summary>
    public static (WeightTable Spans, WeightTable Edges) Train(IReadOnlyList<Document> documents, Options options)
    {
        var raw = new List<(uint[][] Emissions, uint[][] Edges, byte[] Labels)>();
        var buffer = new uint[256];
        foreach (var d in documents)
        {
            var window = new SpanWindow(d.Text);
            var f = new SpanFeatures(d.Text, d.Tokens, d.Rules);
            foreach (var g in d.Golds.Where(g => g.Head >= 0 && d.Text.Stretch(g.Head) < 0))
            {
                window.Read(g.Head);
                f.Read(window);
                raw.Add(SpanSequences.Of(window, f, g, buffer));
            }
        }

        var index = new FeatureIndex(raw.SelectMany(s => s.Emissions), options.SpanLeast);
        var edges = new FeatureIndex(raw.SelectMany(s => s.Edges), options.SpanLeast);
        var sequences = raw.ConvertAll(s => new Sequence(
            Array.ConvertAll(s.Emissions, e => index.Of(e)), Array.ConvertAll(s.Edges, e => edges.Of(e)), s.Labels)).ToArray();
        raw.Clear();
        var (weights, edgeWeights) = (new float[index.Count * L], new float[edges.Count * L * L]);
        for (var run = 0; run < options.SpanRuns; run++)
        {
            var (own, ownEdges) = Run(sequences, new SpanTrainer(index.Count, edges.Count, options.SpanRate, options.SpanDecay), options.SpanEpochs, options.Seed + run);
            Add(own, weights, options.SpanRuns);
            Add(ownEdges, edgeWeights, options.SpanRuns);
        }

        return (index.Table(weights, L), edges.Table(edgeWeights, L * L));
    }

    /// <summary>One training over the sequences in an order of its own; what several have in common is less of chance.</summary>
    private static (float[] Weights, float[] Edges) Run(Sequence[] sequences, SpanTrainer trainer, int epochs, int seed)
    {
        var order = sequences.ToArray();
        var random = new Random(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            for (var i = 0; i < order.Length; i++)
            {
                trainer.Learn(order[i]);
                if (epoch > 0 && (i + 1) % (order.Length / 4) == 0)
                {
                    trainer.Average();
                }
            }
        }

        return trainer.Averaged;
    }

    private static void Add(float[] own, float[] sums, int runs)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += own[i] / runs;
        }
    }
}
