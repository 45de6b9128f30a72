using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// Finds the likeliest labels of a window, and the next likely: a linear-chain conditional random field (Lafferty, McCallum and Pereira,
/// ICML 2001), by the Viterbi algorithm for several paths and the forward algorithm in one pass, a lane a label. One instance a thread; its
/// arrays are used again.
/// </summary>
internal sealed class SpanDecoder(WeightTable emissions, WeightTable edges)
{
    /// <summary>So many labellings are looked for.</summary>
    public const int Most = 3;

    private const int L = SpanLabels.Count;

    /// <summary>Stands for what cannot be: finite, so that no difference of two is no number.</summary>
    private const float Never = -1e6f;

    /// <summary>For each label before: nought for labels that may follow, <see cref="Never"/> for the others and for lanes without a label.</summary>
    private static readonly Vector256<float>[] Allowed = [.. Enumerable.Range(0, L).Select(before => Lanes(label => SpanLabels.CanFollow(before, label)))];

    private static readonly Vector256<float> AllowedFirst = Lanes(SpanLabels.CanOpen);

    private static readonly Vector256<float> Impossible = Vector256.Create(4 * Never);

    /// <summary>By element, rank and label: the label before and its rank, as one number.</summary>
    private byte[] _from = [];

    private readonly byte[][] _labels = [[], [], []];
    private readonly float[] _logProbabilities = new float[Most];

    /// <summary>The labels of one of the found labellings; until the next call of <see cref="Decode"/>.</summary>
    public ReadOnlySpan<byte> Labels(int rank) => _labels[rank].AsSpan(0, _count);

    /// <summary>How likely it is, as a natural logarithm; the first is the likeliest.</summary>
    public float LogProbability(int rank) => _logProbabilities[rank];

    private int _count;

    /// <summary>
    /// Labels the window of <paramref name="count"/> elements that <paramref name="features"/> has read. How many labellings there are: from
    /// 1 to <see cref="Most"/>.
    /// </summary>
    public int Decode(SpanFeatures features, int count)
    {
        _count = count;
        if (_labels[0].Length < count)
        {
            _from = new byte[count * Most * L];
            for (var rank = 0; rank < Most; rank++)
            {
                _labels[rank] = new byte[count];
            }
        }

        Span<uint> own = stackalloc uint[SpanFeatures.Most];
        Span<uint> next = stackalloc uint[SpanFeatures.Most];
        Span<uint> edge = stackalloc uint[SpanFeatures.MostOfEdge];
        Span<Vector256<short>> pairs = stackalloc Vector256<short>[edges.Groups + 1];
        Span<Vector256<float>> best = stackalloc Vector256<float>[Most];
        best.Fill(Impossible);
        best[0] = ToFloat(emissions.SumNarrow(Features(features, 0, own)), emissions.Scale) + AllowedFirst;
        var sum = best[0];
        var found = count > 1 ? Features(features, 1, next) : [];
        for (var i = 1; i < count; i++)
        {
            // Memory is asked for what the next element needs while this one is worked on.
            var ahead = i + 1 < count ? Features(features, i + 1, i % 2 == 0 ? next : own) : [];
            var list = new FeatureList(edge);
            features.ReadEdge(i, ref list);
            edges.Sum(list.Items, pairs[..edges.Groups]);
            var emission = ToFloat(emissions.SumNarrow(found), emissions.Scale);
            sum = Step(i, MemoryMarshal.Cast<Vector256<short>, short>(pairs), best, sum) + emission;
            for (var rank = 0; rank < Most; rank++)
            {
                best[rank] = Vector256.Max(best[rank] + emission, Impossible);
            }

            found = ahead;
        }

        return Trace(count, best, sum);
    }

    private ReadOnlySpan<uint> Features(SpanFeatures features, int i, Span<uint> buffer)
    {
        var list = new FeatureList(buffer);
        features.Read(i, ref list);
        emissions.Prefetch(list.Items);
        return list.Items;
    }

    /// <summary>
    /// The best scores of each label at element <paramref name="i"/>, by rank, in place of those at the element before, and the summed ones:
    /// without its emission.
    /// </summary>
    private Vector256<float> Step(int i, ReadOnlySpan<short> pairs, Span<Vector256<float>> best, Vector256<float> sum)
    {
        Span<Vector256<float>> totals = stackalloc Vector256<float>[L];
        var most = Vector256.Create(2 * Never);
        var (first, second, third) = (Impossible, Impossible, Impossible);
        var (fromFirst, fromSecond, fromThird) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        for (var before = 0; before < L; before++)
        {
            var edge = ToFloat(Vector128.LoadUnsafe(in pairs[before * L]), edges.Scale) + Allowed[before];
            for (var rank = 0; rank < Most; rank++)
            {
                var (score, from) = (edge + Vector256.Create(best[rank][before]), Vector256.Create((before * Most) + rank));
                var (over1, over2, over3) = (Vector256.GreaterThan(score, first), Vector256.GreaterThan(score, second), Vector256.GreaterThan(score, third));
                third = Vector256.ConditionalSelect(over3, Vector256.ConditionalSelect(over2, second, score), third);
                fromThird = Vector256.ConditionalSelect(over3.AsInt32(), Vector256.ConditionalSelect(over2.AsInt32(), fromSecond, from), fromThird);
                second = Vector256.ConditionalSelect(over2, Vector256.ConditionalSelect(over1, first, score), second);
                fromSecond = Vector256.ConditionalSelect(over2.AsInt32(), Vector256.ConditionalSelect(over1.AsInt32(), fromFirst, from), fromSecond);
                first = Vector256.ConditionalSelect(over1, score, first);
                fromFirst = Vector256.ConditionalSelect(over1.AsInt32(), from, fromFirst);
            }

            totals[before] = edge + Vector256.Create(sum[before]);
            most = Vector256.Max(most, totals[before]);
        }

        var total = Vector256<float>.Zero;
        foreach (var part in totals)
        {
            total += Vector256.Exp(Vector256.Max(part - most, Vector256.Create(-80f)));
        }

        (best[0], best[1], best[2]) = (first, second, third);
        Keep(i, 0, fromFirst);
        Keep(i, 1, fromSecond);
        Keep(i, 2, fromThird);
        return Vector256.Max(most + Vector256.Log(total), Vector256.Create(2 * Never));
    }

    private void Keep(int i, int rank, Vector256<int> from)
    {
        for (var label = 0; label < L; label++)
        {
            _from[(((i * Most) + rank) * L) + label] = (byte)from[label];
        }
    }

    private int Trace(int count, ReadOnlySpan<Vector256<float>> best, Vector256<float> sum)
    {
        var most = sum[0];
        for (var label = 1; label < L; label++)
        {
            most = Math.Max(most, sum[label]);
        }

        var total = 0f;
        for (var label = 0; label < L; label++)
        {
            total += MathF.Exp(sum[label] - most);
        }

        Span<int> taken = stackalloc int[L];
        taken.Clear();
        var found = 0;
        while (found < Most)
        {
            var last = 0;
            for (var label = 1; label < L; label++)
            {
                last = Left(best, taken, label) > Left(best, taken, last) ? label : last;
            }

            if (found > 0 && Left(best, taken, last) < Never / 2)
            {
                break;
            }

            _logProbabilities[found] = Math.Min(0, Left(best, taken, last) - most - MathF.Log(total));
            Follow(count, _labels[found++], last, taken[last]++);
        }

        return found;

        static float Left(ReadOnlySpan<Vector256<float>> best, ReadOnlySpan<int> taken, int label) => taken[label] < Most ? best[taken[label]][label] : 4 * Never;
    }

    private void Follow(int count, byte[] labels, int label, int rank)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            labels[i] = (byte)label;
            if (i > 0)
            {
                var from = _from[(((i * Most) + rank) * L) + label];
                (label, rank) = (from / Most, from % Most);
            }
        }
    }

    private static Vector256<float> ToFloat(Vector128<short> row, float scale) => Vector256.ConvertToSingle(Vector256.WidenLower(row.ToVector256Unsafe())) * scale;

    private static Vector256<float> Lanes(Func<int, bool> allowed) =>
        Vector256.Create([.. Enumerable.Range(0, Vector256<float>.Count).Select(label => label < L && allowed(label) ? 0 : Never)]);
}
