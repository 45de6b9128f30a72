using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// Finds the likeliest labels of a window: a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001) by the
/// Viterbi algorithm. One instance a thread; its arrays are used again.
/// </summary>
internal sealed class SpanDecoder(WeightTable emissions, WeightTable edges)
{
    private const int L = SpanLabels.Count;

    private float[] _emit = [];
    private float[] _edge = [];
    private float[] _best = [];
    private float[] _sum = [];
    private byte[] _from = [];
    private byte[] _labels = [];

    /// <summary>The labels of the window that <paramref name="features"/> has read, and how likely the whole is, as a natural logarithm.</summary>
    public (ReadOnlyMemory<byte> Labels, float LogProbability) Decode(SpanFeatures features, int count)
    {
        if (_labels.Length < count)
        {
            (_emit, _best, _sum) = (new float[count * L], new float[count * L], new float[count * L]);
            (_edge, _from, _labels) = (new float[count * L * L], new byte[count * L], new byte[count]);
        }

        ReadPotentials(features, count);
        for (var label = 0; label < L; label++)
        {
            _best[label] = _sum[label] = CanOpen(label) ? _emit[label] : float.NegativeInfinity;
        }

        for (var i = 1; i < count; i++)
        {
            Step(i);
        }

        return (_labels.AsMemory(0, count), Trace(count));
    }

    private static bool CanOpen(int label) => label is not ((int)SpanLabel.InSource or (int)SpanLabel.InContent);

    private void ReadPotentials(SpanFeatures features, int count)
    {
        Span<uint> buffer = stackalloc uint[SpanFeatures.Most];
        Span<Vector128<short>> vectors = stackalloc Vector128<short>[edges.Groups];
        var row = MemoryMarshal.Cast<Vector128<short>, short>(vectors);
        for (var i = 0; i < count; i++)
        {
            var own = new FeatureList(buffer);
            features.Read(i, ref own);
            emissions.Sum(own.Items, vectors[..emissions.Groups]);
            for (var label = 0; label < L; label++)
            {
                _emit[i * L + label] = row[label] * emissions.Scale;
            }

            var edge = new FeatureList(buffer);
            features.ReadEdge(i, ref edge);
            edges.Sum(edge.Items, vectors);
            for (var pair = 0; pair < L * L; pair++)
            {
                _edge[i * L * L + pair] = row[pair] * edges.Scale;
            }
        }
    }

    private void Step(int i)
    {
        for (var label = 0; label < L; label++)
        {
            var (best, from, most) = (float.NegativeInfinity, 0, float.NegativeInfinity);
            for (var before = 0; before < L; before++)
            {
                if (SpanLabels.CanFollow(before, label))
                {
                    var edge = _edge[i * L * L + before * L + label];
                    (best, from) = _best[(i - 1) * L + before] + edge is var score && score > best ? (score, before) : (best, from);
                    most = Math.Max(most, _sum[(i - 1) * L + before] + edge);
                }
            }

            var total = 0f;
            for (var before = 0; before < L; before++)
            {
                total += SpanLabels.CanFollow(before, label) && most > float.NegativeInfinity
                    ? MathF.Exp(_sum[(i - 1) * L + before] + _edge[i * L * L + before * L + label] - most) : 0;
            }

            _best[i * L + label] = best + _emit[i * L + label];
            _sum[i * L + label] = most + MathF.Log(total) + _emit[i * L + label];
            _from[i * L + label] = (byte)from;
        }
    }

    private float Trace(int count)
    {
        var last = (count - 1) * L;
        var (label, most, total) = (0, float.NegativeInfinity, 0f);
        for (var other = 0; other < L; other++)
        {
            label = _best[last + other] > _best[last + label] ? other : label;
            most = Math.Max(most, _sum[last + other]);
        }

        for (var other = 0; other < L; other++)
        {
            total += MathF.Exp(_sum[last + other] - most);
        }

        var score = _best[last + label] - most - MathF.Log(total);
        for (var i = count - 1; i >= 0; i--)
        {
            _labels[i] = (byte)label;
            label = _from[i * L + label];
        }

        return Math.Min(0, score);
    }
}
