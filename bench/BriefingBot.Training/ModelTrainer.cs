using BriefingBot.Quotes.Learning;
using BriefingBot.Quotes.Quotations;

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
        var (weights, trees, sources, confidence) = TrainJudge(judged);
        var cues = CueTrainer.Train(documents, options);
        var (spans, edges) = SpanTrainer.Train(documents, options);
        return new QuotationModel(tags.Tags, tags.Known, cues, spans, edges, weights, trees, sources, confidence);
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

    private (WeightTable Weights, BoostedTrees Trees, BoostedTrees Sources, BoostedTrees Confidence) TrainJudge(List<Judged>[] judged)
    {
        var rows = new List<float[]>[Folds];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, k =>
        {
            var weights = JudgeTrainer.Train(Others(judged, k).SelectMany(articles => articles), options);
            rows[k] = [.. judged[k].SelectMany(article => JudgeTrainer.Rows(article, weights))];
        });
        say("the judge's first stage, five times");
        var worths = Array.ConvertAll(judged, articles => articles.SelectMany(article => article.Worths).ToList());
        var chosen = new List<List<Attribution>>[Folds];
        for (var k = 0; k < Folds; k++)
        {
            var trees = TreeTrainer.Train([.. Others(rows, k).SelectMany(each => each)], [.. Others(worths, k).SelectMany(each => each)], options.Judge);
            chosen[k] = Choose(judged[k], rows[k], trees);
        }

        var (sources, confidence) = TrainLast(judged, chosen);
        return (
            JudgeTrainer.Train(judged.SelectMany(articles => articles), options),
            TreeTrainer.Train([.. rows.SelectMany(each => each)], [.. worths.SelectMany(each => each)], options.Judge),
            sources, confidence);
    }

    /// <summary>What would be chosen of each article.</summary>
    private static List<List<Attribution>> Choose(List<Judged> articles, List<float[]> rows, BoostedTrees trees)
    {
        var own = rows.GetEnumerator();
        foreach (var proposal in articles.SelectMany(article => article.Proposals))
        {
            own.MoveNext();
            if (!Judge.TrySettle(proposal))
            {
                proposal.Probability = trees.Probability(own.Current);
            }
        }

        return articles.ConvertAll(article => LearnedChoice.Of(article.Document.Text, [.. article.Proposals]));
    }

    /// <summary>The trees for what was chosen: whose it is, and how sure that is.</summary>
    private (BoostedTrees Sources, BoostedTrees Confidence) TrainLast(List<Judged>[] judged, List<List<Attribution>>[] chosen)
    {
        var rows = judged.Zip(chosen, (articles, each) => articles.Zip(each, SourceTrainer.Rows).SelectMany(row => row).ToList()).ToArray();
        var sure = new List<(float[] Row, float Right)>();
        for (var k = 0; k < Folds; k++)
        {
            var choice = new SourceChoice(SourceTrainer.Train(Others(rows, k).SelectMany(each => each), options));
            sure.AddRange(judged[k].Zip(chosen[k]).SelectMany(each => ConfidenceTrainer.Rows(each.First.Document,
                choice.Of(each.First.Document.Text, each.First.Document.Tokens, each.First.Tallies, each.First.Sources, each.Second))));
        }

        say($"{sure.Count} chosen, {sure.Average(each => each.Right):P1} right in words and speaker");
        return (
            SourceTrainer.Train(rows.SelectMany(each => each), options),
            TreeTrainer.Train(sure.ConvertAll(each => each.Row), sure.ConvertAll(each => each.Right), options.Confidence));
    }

    private static IEnumerable<T> Others<T>(T[] all, int k) => all.Where((_, i) => i != k);
}
