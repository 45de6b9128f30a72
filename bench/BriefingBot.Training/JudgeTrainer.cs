using BriefingBot.Quotes.Learning;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Training;

/// <summary>Learns which proposals people would mark: from articles that the proposing model has not seen.</summary>
internal static class JudgeTrainer
{
    private const float Near = 0.8f;

    public static List<(uint[] Features, float Worth)> Examples(Document d, CueScorer cues, SpanDecoder spans)
    {
        var buffer = new uint[JudgeFeatures.Most];
        var found = new List<(uint[], float)>();
        foreach (var p in new Proposals(cues, spans).Of(d.Text, d.Tokens, d.Rules, d.Found.Candidates))
        {
            var list = new FeatureList(buffer);
            JudgeFeatures.Read(d.Text, d.Tokens, d.Rules, p, ref list);
            found.Add((list.Items.ToArray(), Worth(d, p.Attribution)));
        }

        return found;
    }

    public static WeightTable Train(List<(uint[] Features, float Worth)> examples, Options options)
    {
        var index = new FeatureIndex(examples.Select(e => e.Features), options.JudgeLeast);
        var numbered = examples.ConvertAll(e => (Items: index.Of(e.Features), e.Worth)).ToArray();
        var model = new Logistic(index.Count, options.JudgeRate, options.JudgeDecay);
        var random = new Random(options.Seed);
        for (var epoch = 0; epoch < options.JudgeEpochs; epoch++)
        {
            random.Shuffle(numbered);
            foreach (var (items, worth) in numbered)
            {
                model.Learn(items, worth);
            }

            if (epoch >= options.JudgeEpochs / 2)
            {
                model.Average();
            }
        }

        var weights = model.Averaged;
        return index.Table(weights, 1);
    }

    /// <summary>
    /// What a proposal is worth: 1 when its words are those that people marked, <see cref="Near"/> when at least half of the words of both are
    /// common, else nothing. Of a cue's proposals the one to the letter must win.
    /// </summary>
    internal static float Worth(Document d, Attribution a)
    {
        var worth = 0f;
        var own = Words(d.Text, a.Contents);
        foreach (var gold in d.Golds)
        {
            if (gold.Contents[^1].End <= a.First || gold.Contents[0].First >= a.End)
            {
                continue;
            }

            var marked = Words(d.Text, gold.Contents);
            var common = own.Count(marked.Contains);
            if (common > 0 && 2 * common >= own.Count + marked.Count - common)
            {
                worth = Math.Max(worth, own.Count == common && marked.Count == common ? 1 : Near);
            }
        }

        return worth;
    }

    private static HashSet<int> Words(Reading text, List<TokenRun> runs)
    {
        var words = new HashSet<int>();
        foreach (var run in runs)
        {
            for (var i = run.First; i < run.End; i++)
            {
                if (text.Tokens[i].Kind is TokenKind.Word or TokenKind.Number && !text.Is(i, WordClass.Genitive))
                {
                    words.Add(i);
                }
            }
        }

        if (words.Count > 1 && text.IsWord(runs[0].First, "that"))
        {
            words.Remove(runs[0].First);
        }

        return words;
    }
}
