using BriefingBot.Quotes.Learning;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Training;

/// <summary>The proposals of an article that the proposing model has not seen, with what each looks like and what it is worth.</summary>
internal sealed record Judged(Document Document, Tallies Tallies, List<Proposal> Proposals, CueSources?[] Sources, List<uint[]> Features, List<float> Worths);

/// <summary>Learns which proposals people would mark: from articles that the proposing model has not seen.</summary>
internal static class JudgeTrainer
{
    private const float Near = 0.8f;

    /// <summary>What the judge learns from an article; its tokens must be tagged.</summary>
    public static Judged Read(Document d, CueScorer cues, SpanDecoder spans)
    {
        var (proposals, sources) = new Proposals(cues, spans).Of(d.Text, d.Tokens, d.Rules, d.Found.Candidates);
        var tallies = new Tallies(d.Text, d.Tokens);
        var buffer = new uint[JudgeFeatures.Most];
        var features = proposals.ConvertAll(proposal =>
        {
            var list = new FeatureList(buffer);
            JudgeFeatures.Read(d.Text, d.Tokens, d.Rules, tallies, proposal, ref list);
            return list.Items.ToArray();
        });
        return new Judged(d, tallies, proposals, sources, features, proposals.ConvertAll(proposal => Worth(d, proposal.Attribution)));
    }

    /// <summary>The first stage.</summary>
    public static WeightTable Train(IEnumerable<Judged> articles, Options options)
    {
        var examples = articles.SelectMany(article => article.Features.Zip(article.Worths)).ToList();
        var index = new FeatureIndex(examples.Select(e => e.First), 3);
        var numbered = examples.ConvertAll(e => (Items: index.Of(e.First), Worth: e.Second)).ToArray();
        var model = new Logistic(index.Count, options.JudgeRate, 1e-6);
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

        return index.Table(model.Averaged, 1);
    }

    /// <summary>The rows of the second stage, by article: the first stage must not have seen it.</summary>
    public static List<float[]> Rows(Judged article, WeightTable first)
    {
        var d = article.Document;
        Judge.ScoreFirst(d.Text, d.Tokens, d.Rules, article.Tallies, first, article.Proposals);
        var rivals = new Rivals(article.Proposals, d.Text.Count);
        return article.Proposals.ConvertAll(proposal =>
        {
            var row = new float[JudgeFacts.Count];
            var facts = new FactList(row);
            JudgeFacts.Read(d.Text, d.Tokens, d.Rules, article.Tallies, rivals, proposal, ref facts);
            return row;
        });
    }

    /// <summary>
    /// What a proposal is worth: 1 when its words are those that people marked, <see cref="Near"/> when at least half of the words of both are
    /// common, else nothing. Of a cue's proposals the one to the letter must win.
    /// </summary>
    private static float Worth(Document d, Attribution a)
    {
        var worth = 0f;
        foreach (var gold in d.Golds)
        {
            var overlap = Agreement.Overlap(d.Text, a, gold);
            worth = Math.Max(worth, overlap >= 1 ? 1 : overlap >= 0.5 ? Near : 0);
        }

        return worth;
    }
}
