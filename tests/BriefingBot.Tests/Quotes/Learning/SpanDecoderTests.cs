using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BriefingBot.Quotes.Learning;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Learning;

/// <summary>The decoder beside a count of all labellings, with weights that chance made.</summary>
public class SpanDecoderTests
{
    private const int L = SpanLabels.Count;

    [Theory]
    [InlineData("Byron said no.", 1)]
    [InlineData("Byron said no.", 2)]
    [InlineData("“No,” said Ada Byron.", 3)]
    [InlineData("Byron said that she left.", 4)]
    [InlineData("Said Byron: “No.”", 5)]
    public void The_likeliest_labellings_are_found_in_their_order_with_their_probabilities(string sentence, int seed)
    {
        var text = new Reading(new ArticleText(sentence));
        var found = RuleFindings.Of(text);
        var rules = new RuleHints(text, found);
        var tokens = new TokenFeatures(text) { Tags = new byte[text.Count] };
        var window = new SpanWindow(text);
        var features = new SpanFeatures(text, tokens, rules);
        window.Read(found.Cues[0].Verb);
        features.Read(window);
        var (emissions, edges) = (Chance(window, features.Read, L, seed), Chance(window, features.ReadEdge, L * L, seed + 100));

        var decoder = new SpanDecoder(emissions, edges);
        var count = decoder.Decode(features, window.Count);

        var all = Labellings(window.Count).Select(labels => (Labels: labels, Score: Score(labels, features, emissions, edges))).OrderByDescending(one => one.Score).ToList();
        var sum = Math.Log(all.Sum(one => Math.Exp(one.Score - all[0].Score))) + all[0].Score;
        Assert.Equal(SpanDecoder.Most, count);
        Assert.Equal(count, Enumerable.Range(0, count).Select(rank => Convert.ToHexString(decoder.Labels(rank))).Distinct().Count());
        for (var rank = 0; rank < count; rank++)
        {
            // Two may be equally likely: then either is right.
            Assert.Equal(all[rank].Score, Score(decoder.Labels(rank).ToArray(), features, emissions, edges), 0.001);
            Assert.Equal(all[rank].Score - sum, decoder.LogProbability(rank), 0.001);
        }
    }

    private delegate void Reader(int element, ref FeatureList into);

    private static WeightTable Chance(SpanWindow window, Reader read, int width, int seed)
    {
        var random = new Random(seed);
        var seen = Enumerable.Range(0, window.Count).SelectMany(i => Features(read, i)).Distinct().ToList();
        return WeightTable.Of(width, 1, [.. seen.Select(feature => (feature, Enumerable.Range(0, width).Select(_ => (float)random.NextDouble() - 0.5f).ToArray()))]);
    }

    private static uint[] Features(Reader read, int element)
    {
        var list = new FeatureList(new uint[SpanFeatures.Most]);
        read(element, ref list);
        return list.Items.ToArray();
    }

    private static IEnumerable<byte[]> Labellings(int count)
    {
        for (var number = 0; number < Math.Pow(L, count); number++)
        {
            var labels = Enumerable.Range(0, count).Select(i => (byte)(number / (int)Math.Pow(L, i) % L)).ToArray();
            if (SpanLabels.CanOpen(labels[0]) && labels.Zip(labels.Skip(1)).All(pair => SpanLabels.CanFollow(pair.First, pair.Second)))
            {
                yield return labels;
            }
        }
    }

    private static double Score(byte[] labels, SpanFeatures features, WeightTable emissions, WeightTable edges)
    {
        var score = 0.0;
        var sums = new Vector256<short>[edges.Groups];
        for (var i = 0; i < labels.Length; i++)
        {
            score += emissions.SumNarrow(Features(features.Read, i))[labels[i]] * emissions.Scale;
            if (i > 0)
            {
                edges.Sum(Features(features.ReadEdge, i), sums);
                score += MemoryMarshal.Cast<Vector256<short>, short>(sums)[(labels[i - 1] * L) + labels[i]] * edges.Scale;
            }
        }

        return score;
    }
}
