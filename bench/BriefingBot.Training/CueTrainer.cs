using BriefingBot.Quotes.Learning;

namespace BriefingBot.Training;

/// <summary>Learns which tokens are cues, and which of them are cues of speech.</summary>
internal static class CueTrainer
{
    public static WeightTable Train(IReadOnlyList<Document> documents, Options options)
    {
        var buffer = new uint[CueFeatures.Most];
        var examples = new List<(uint[] Features, bool Cue, bool Speech)>();
        foreach (var d in documents)
        {
            var heads = d.Golds.Where(g => g.Head >= 0).GroupBy(g => g.Head).ToDictionary(g => g.Key, g => g.Any(x => x.Speech));
            var f = new CueFeatures(d.Text, d.Tokens, d.Rules);
            for (var i = 0; i < d.Text.Count; i++)
            {
                if (f.CanBeCue(i))
                {
                    var list = new FeatureList(buffer);
                    f.Read(i, ref list);
                    examples.Add((list.Items.ToArray(), heads.ContainsKey(i), heads.GetValueOrDefault(i)));
                }
            }
        }

        var index = new FeatureIndex(examples.Select(e => e.Features), options.CueLeast);
        var numbered = examples.ConvertAll(e => (Items: index.Of(e.Features), e.Cue, e.Speech)).ToArray();
        examples.Clear();
        var (cue, speech) = (new Logistic(index.Count, options.CueRate, options.CueDecay), new Logistic(index.Count, options.CueRate, options.CueDecay));
        var random = new Random(options.Seed);
        for (var epoch = 0; epoch < options.CueEpochs; epoch++)
        {
            random.Shuffle(numbered);
            for (var i = 0; i < numbered.Length; i++)
            {
                cue.Learn(numbered[i].Items, numbered[i].Cue);
                speech.Learn(numbered[i].Items, numbered[i].Speech);
                if (epoch > 0 && (i + 1) % (numbered.Length / 5) == 0)
                {
                    cue.Average();
                    speech.Average();
                }
            }
        }

        var (a, b) = (cue.Averaged, speech.Averaged);
        var weights = new float[index.Count * 2];
        for (var i = 0; i < a.Length; i++)
        {
            (weights[2 * i], weights[2 * i + 1]) = (a[i], b[i]);
        }

        return index.Table(weights, 2);
    }
}
