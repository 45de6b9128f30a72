using BriefingBot.Quotes.Learning;

namespace BriefingBot.Training;

/// <summary>Learns the tagger's weights: an averaged perceptron (Collins, EMNLP 2002) that tags as it will at run time.</summary>
internal static class TagTrainer
{
    private const int Least = 5;
    private const int Epochs = 5;

    public static (WeightTable Tags, WeightTable Known) Train(IReadOnlyList<Document> documents, int seed)
    {
        var width = PartsOfSpeech.Count;
        documents = [.. documents.Where(d => d.HasSilver)];
        var buffer = new uint[TagFeatures.Most];
        var known = Known(documents);
        var seen = documents.SelectMany(d => Enumerable.Range(0, d.Text.Count).Select(i => Features(d, i, d.SilverTags, buffer)));
        var index = new FeatureIndex(seen, Least);
        var weights = new float[index.Count * width];
        var sums = new float[index.Count * width];
        var step = 0;
        var order = documents.ToArray();
        var random = new Random(seed);
        var scores = new float[width];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var d in order)
            {
                var tags = new byte[d.Text.Count];
                for (var i = 0; i < tags.Length; i++)
                {
                    step++;
                    if (known.Sum([TagFeatures.Known(d.Tokens, i)]) is > 0 and var sure)
                    {
                        tags[i] = (byte)(sure - 1);
                        continue;
                    }

                    var items = index.Of(Features(d, i, tags, buffer));
                    Array.Clear(scores);
                    foreach (var f in items)
                    {
                        for (var t = 0; t < width; t++)
                        {
                            scores[t] += weights[f * width + t];
                        }
                    }

                    var best = Array.IndexOf(scores, scores.Max());
                    var right = d.SilverTags[i];
                    tags[i] = (byte)best;
                    if (best != right)
                    {
                        foreach (var f in items)
                        {
                            weights[f * width + right] += 1;
                            weights[f * width + best] -= 1;
                            sums[f * width + right] += step;
                            sums[f * width + best] -= step;
                        }
                    }
                }
            }
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] -= sums[i] / step;
        }

        return (index.Table(weights, width), known);
    }

    /// <summary>Words that have one tag in all but one of two hundred places: its number and one.</summary>
    private static WeightTable Known(IReadOnlyList<Document> documents)
    {
        var counts = new Dictionary<uint, int[]>();
        foreach (var d in documents)
        {
            for (var i = 0; i < d.Text.Count; i++)
            {
                var word = TagFeatures.Known(d.Tokens, i);
                (counts.TryGetValue(word, out var of) ? of : counts[word] = new int[PartsOfSpeech.Count])[d.SilverTags[i]]++;
            }
        }

        var rows = new List<(uint, float[])>();
        foreach (var (word, of) in counts.OrderBy(pair => pair.Key))
        {
            var (most, all) = (of.Max(), of.Sum());
            if (all >= 8 && most >= 0.995 * all)
            {
                rows.Add((word, [Array.IndexOf(of, most) + 1]));
            }
        }

        return WeightTable.Of(1, sbyte.MaxValue, rows);
    }

    private static uint[] Features(Document d, int i, byte[] tags, uint[] buffer)
    {
        var list = new FeatureList(buffer);
        TagFeatures.Read(d.Text, d.Tokens, i, tags, ref list);
        return list.Items.ToArray();
    }

    public static double Accuracy((WeightTable Tags, WeightTable Known) table, IEnumerable<Document> documents)
    {
        int right = 0, all = 0;
        var tagger = new PartOfSpeechTagger(table.Tags, table.Known);
        foreach (var d in documents.Where(d => d.HasSilver))
        {
            var tags = tagger.Tag(d.Text, d.Tokens);
            for (var i = 0; i < tags.Length; i++)
            {
                all++;
                right += tags[i] == d.SilverTags[i] ? 1 : 0;
            }
        }

        return (double)right / all;
    }
}
