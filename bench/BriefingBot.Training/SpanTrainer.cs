using BriefingBot.Quotes.Learning;

namespace BriefingBot.Training;

/// <summary>A window as hashed features: emissions and edges of each element, and the gold labels.</summary>
internal sealed record Sequence(uint[][] Emissions, uint[][] Edges, byte[] Labels);

/// <summary>A linear-chain conditional random field (Lafferty, McCallum, Pereira, ICML 2001) over hashed features, by AdaGrad.</summary>
internal sealed class SpanTrainer(int bits, int edgeBits, double rate = 0.1, double decay = 1e-6)
{
    public const int L = SpanLabels.Count;
    private readonly uint _mask = (1u << bits) - 1;
    private readonly uint _edgeMask = (1u << edgeBits) - 1;
    public readonly float[] Weights = new float[(1 << bits) * L];
    private readonly float[] _squares = new float[(1 << bits) * L];
    public readonly float[] EdgeWeights = new float[(1 << edgeBits) * L * L];
    private readonly float[] _edgeSquares = new float[(1 << edgeBits) * L * L];

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
                var at = (int)(f & _mask) * L;
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
                var at = (int)(f & _edgeMask) * L * L;
                for (var l = 0; l < L * L; l++)
                {
                    _edge[i * L * L + l] += EdgeWeights[at + l];
                }
            }
        }
    }

    private static bool Can(int i, int before, int label) => i == 0 ? label is not (2 or 4) : SpanLabels.CanFollow(before, label);

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

    /// <summary>One step; the loss before it.</summary>
    public double Learn(Sequence s)
    {
        var n = s.Emissions.Length;
        Potentials(s);
        var z = Forward(n);
        Backward(n);
        var gold = 0.0;
        Span<float> g = stackalloc float[L];
        Span<float> ge = stackalloc float[L * L];
        for (var i = 0; i < n; i++)
        {
            gold += _emit[i * L + s.Labels[i]];
            var any = false;
            for (var l = 0; l < L; l++)
            {
                g[l] = (float)Math.Exp(_alpha[i * L + l] + _beta[i * L + l] - z) - (s.Labels[i] == l ? 1 : 0);
                any |= Math.Abs(g[l]) > 1e-3;
            }

            if (i > 0)
            {
                gold += _edge[i * L * L + s.Labels[i - 1] * L + s.Labels[i]];
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
                    Step(Weights, _squares, (int)(f & _mask) * L, g);
                }
            }

            if (i > 0 && (any || HasGradient(ge)))
            {
                foreach (var f in s.Edges[i])
                {
                    Step(EdgeWeights, _edgeSquares, (int)(f & _edgeMask) * L * L, ge);
                }
            }
        }

        return z - gold;
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

    /// <summary>The likeliest labels, with the probability of the whole sequence.</summary>
    public (byte[] Labels, double Probability) Best(Sequence s)
    {
        var n = s.Emissions.Length;
        Potentials(s);
        var z = Forward(n);
        var score = new double[n * L];
        var from = new byte[n * L];
        for (var l = 0; l < L; l++)
        {
            score[l] = Can(0, 0, l) ? _emit[l] : double.NegativeInfinity;
        }

        for (var i = 1; i < n; i++)
        {
            for (var l = 0; l < L; l++)
            {
                var (best, at) = (double.NegativeInfinity, 0);
                for (var p = 0; p < L; p++)
                {
                    var v = Can(i, p, l) ? score[(i - 1) * L + p] + _edge[i * L * L + p * L + l] : double.NegativeInfinity;
                    if (v > best)
                    {
                        (best, at) = (v, p);
                    }
                }

                score[i * L + l] = best + _emit[i * L + l];
                from[i * L + l] = (byte)at;
            }
        }

        var labels = new byte[n];
        var last = 0;
        for (var l = 1; l < L; l++)
        {
            last = score[(n - 1) * L + l] > score[(n - 1) * L + last] ? l : last;
        }

        var total = score[(n - 1) * L + last];
        for (var i = n - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = from[i * L + last];
        }

        return (labels, Math.Exp(total - z));
    }
}
