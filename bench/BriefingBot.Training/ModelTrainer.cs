using BriefingBot.Quotes.Learning;

namespace BriefingBot.Training;

/// <summary>
/// Trains all parts of the model, each on what it will see at run time: every article is tagged, its proposals are made, judged and chosen by
/// models that have not seen it.
/// </summary>
internal sealed class ModelTrainer(Options options, Action<string> say)
{
    private const int Folds = 5;

    private sealed record Fold(List<Document> Own, List<Document> Others);

    public QuotationModel Train(List<Document> documents)
    {
        var folds = Enumerable.Range(0, Folds)
            .Select(k => new Fold([.. documents.Where((_, i) => i % Folds == k)], [.. documents.Where((_, i) => i % Folds != k)])).ToArray();
        var tags = TagTrainer.Train(documents, options.Seed);
        Parallel.ForEach(folds, Tag);
        var judged = new List<Judged>[Folds];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, k => judged[k] = Propose(folds[k]));
        var (weights, trees, confidence) = TrainJudge(judged);
        var cues = CueTrainer.Train(documents, options);
        var (spans, edges) = SpanTrainer.Train(documents, options);
        return new QuotationModel(tags.Tags, tags.Known, cues, spans, edges, weights, trees, confidence);
    }

    private void Tag(Fold fold)
    {
        var table = TagTrainer.Train(fold.Others, options.Seed);
        say($"a tagger: {TagTrainer.Accuracy(table, fold.Own):P2} of the tokens as the silver tags");
        foreach (var d in fold.Own)
        {
            d.Tokens.Tags = new PartOfSpeechTagger(table.Tags, table.Known).Tag(d.Text, d.Tokens);
        }
    }

    private List<Judged> Propose(Fold fold)
    {
        var (cues, (spans, edges)) = (CueTrainer.Train(fold.Others, options), SpanTrainer.Train(fold.Others, options));
        var judged = fold.Own.ConvertAll(d => JudgeTrainer.Read(d, new CueScorer(cues), new SpanDecoder(spans, edges)));
        say($"{judged.Sum(article => article.Proposals.Count)} proposals, {judged.Sum(article => article.Worths.Count(worth => worth > 0))} right");
        return judged;
    }

    private (WeightTable Weights, BoostedTrees Trees, BoostedTrees Confidence) TrainJudge(List<Judged>[] judged)
    {
        var rows = new List<float[]>[Folds];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, k =>
        {
            var weights = JudgeTrainer.Train(Others(judged, k).SelectMany(articles => articles), options);
            rows[k] = [.. judged[k].SelectMany(article => JudgeTrainer.Rows(article, weights))];
        });
        say("the judge's first stage, five times");
        var worths = Array.ConvertAll(judged, articles => articles.SelectMany(article => article.Worths).ToList());
        var chosen = new List<(float[] Row, float Right)>();
        for (var k = 0; k < Folds; k++)
        {
            var trees = TreeTrainer.Train([.. Others(rows, k).SelectMany(each => each)], [.. Others(worths, k).SelectMany(each => each)], options.Judge);
            var own = rows[k].GetEnumerator();
            foreach (var proposal in judged[k].SelectMany(article => article.Proposals))
            {
                own.MoveNext();
                proposal.Probability = trees.Probability(own.Current);
            }

            chosen.AddRange(judged[k].SelectMany(ConfidenceTrainer.Rows));
        }

        say($"{chosen.Count} chosen, {chosen.Average(each => each.Right):P1} right in words and speaker");
        return (
            JudgeTrainer.Train(judged.SelectMany(articles => articles), options),
            TreeTrainer.Train([.. rows.SelectMany(each => each)], [.. worths.SelectMany(each => each)], options.Judge),
            TreeTrainer.Train(chosen.ConvertAll(each => each.Row), chosen.ConvertAll(each => each.Right), options.Confidence));
    }

    private static IEnumerable<T> Others<T>(T[] all, int k) => all.Where((_, i) => i != k);
}
