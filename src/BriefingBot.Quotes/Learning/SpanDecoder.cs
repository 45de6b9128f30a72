using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// Finds the likeliest labels of a window: a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001), by the
/// Viterbi and the forward algorithm in one pass, a lane a label. One instance a thread; its arrays are used again.
/// </summary>
internal sealed class SpanDecoder(WeightTable emissions, WeightTable edges)
{
    private const int L = SpanLabels.Count;

    /// <summary>Stands for what cannot be: finite, so that no difference of two is no number.</summary>
    private const float Never = -1e6f;

    /// <summary>For each label before: nought for labels that may follow, <see cref="Never"/> for the others and for lanes without a label.</summary>
    private static readonly Vector256<float>[] Allowed = [.. Enumerable.Range(0, L).Select(before => Lanes(label => SpanLabels.CanFollow(before, label)))];

    private static readonly Vector256<float> AllowedFirst = Lanes(SpanLabels.CanOpen);

    private byte[] _from = [];
    private byte[] _labels = [];

    /// <summary>
    /// The labels of the window of <paramref name="count"/> elements that <paramref name="features"/> has read, and how likely the whole is, as
    /// a natural logarithm. The labels stand until the next call.
    /// </summary>
    public (ReadOnlyMemory<byte> Labels, float LogProbability) Decode(SpanFeatures features, int count)
    {
        if (_labels.Length < count)
        {
            (_from, _labels) = (new byte[count * L], new byte[count]);
        }

        Span<uint> buffer = stackalloc uint[SpanFeatures.Most];
        Span<Vector256<short>> pairs = stackalloc Vector256<short>[edges.Groups + 1];
        var best = Emission(features, 0, buffer) + AllowedFirst;
        var sum = best;
        for (var i = 1; i < count; i++)
        {
            var list = new FeatureList(buffer);
            features.ReadEdge(i, ref list);
            edges.Sum(list.Items, pairs[..edges.Groups]);
            (best, sum) = Step(i, MemoryMarshal.Cast<Vector256<short>, short>(pairs), best, sum);
            var emission = Emission(features, i, buffer);
            (best, sum) = (best + emission, sum + emission);
        }

        return (_labels.AsMemory(0, count), Trace(count, best, sum));
    }

    private Vector256<float> Emission(SpanFeatures features, int i, Span<uint> buffer)
    {
        var list = new FeatureList(buffer);
        features.Read(i, ref list);
        return ToFloat(emissions.SumNarrow(list.Items), emissions.Scale);
    }

    /// <summary>The best and the summed scores of each label at element <paramref name="i"/>, without its emission.</summary>
    private (Vector256<float> Best, Vector256<float> Sum) Step(int i, ReadOnlySpan<short> pairs, Vector256<float> best, Vector256<float> sum)
    {
        Span<Vector256<float>> totals = stackalloc Vector256<float>[L];
        var (top, most, from) = (Vector256.Create(2 * Never), Vector256.Create(2 * Never), Vector256<int>.Zero);
        for (var before = 0; before < L; before++)
        {
            var edge = ToFloat(Vector128.LoadUnsafe(in pairs[before * L]), edges.Scale) + Allowed[before];
            var score = edge + Vector256.Create(best[before]);
            from = Vector256.ConditionalSelect(Vector256.GreaterThan(score, top).AsInt32(), Vector256.Create(before), from);
            top = Vector256.Max(top, score);
            totals[before] = edge + Vector256.Create(sum[before]);
            most = Vector256.Max(most, totals[before]);
        }

        var total = Vector256<float>.Zero;
        foreach (var part in totals)
        {
            total += Vector256.Exp(Vector256.Max(part - most, Vector256.Create(-80f)));
        }

        for (var label = 0; label < L; label++)
        {
            _from[(i * L) + label] = (byte)from[label];
        }

        return (Vector256.Max(top, Vector256.Create(2 * Never)), Vector256.Max(most + Vector256.Log(total), Vector256.Create(2 * Never)));
    }

    private float Trace(int count, Vector256<float> best, Vector256<float> sum)
    {
        var (label, most) = (0, sum[0]);
        for (var other = 1; other < L; other++)
        {
            label = best[other] > best[label] ? other : label;
            most = Math.Max(most, sum[other]);
        }

        var total = 0f;
        for (var other = 0; other < L; other++)
        {
            total += MathF.Exp(sum[other] - most);
        }

        var score = best[label] - most - MathF.Log(total);
        for (var i = count - 1; i >= 0; i--)
        {
            _labels[i] = (byte)label;
            label = _from[(i * L) + label];
        }

        return Math.Min(0, score);
    }

    private static Vector256<float> ToFloat(Vector128<short> row, float scale) => Vector256.ConvertToSingle(Vector256.WidenLower(row.ToVector256Unsafe())) * scale;

    private static Vector256<float> Lanes(Func<int, bool> allowed) =>
        Vector256.Create([.. Enumerable.Range(0, Vector256<float>.Count).Select(label => label < L && allowed(label) ? 0 : Never)]);
}
