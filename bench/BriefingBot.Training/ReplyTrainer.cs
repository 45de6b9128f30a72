using System.Globalization;
using System.Text.Json;
using BriefingBot.Quotes.Learning;
using BriefingBot.Search.Claims;

namespace BriefingBot.Training;

/// <summary>
/// Learns which statement answers which, and which of the answers deny, from what <c>BriefingBot.Evaluation candidates</c> prints. The same rows
/// give the same model.
/// </summary>
internal sealed class ReplyTrainer
{
    private const int Folds = 5;

    /// <summary>What one training owes to chance is less where several are asked together.</summary>
    private const int Trainings = 3;

    private static readonly TreeOptions OfAnswers = new(Trees: 150, Depth: 6, Rate: 0.05, LeastRows: 15, Seed: 11) { AllValues = true };

    /// <summary>Of answers alone there are not many.</summary>
    private static readonly TreeOptions OfDenials = new(Trees: 60, Depth: 3, Rate: 0.06, LeastRows: 15, Seed: 11) { AllValues = true };

    private static readonly double[] Thresholds = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7];

    private readonly List<Row> _rows;
    private readonly Action<string> _say;

    private ReplyTrainer(List<Row> rows, Action<string> say) => (_rows, _say) = (rows, say);

    /// <param name="files">With rows.</param>
    /// <param name="model">Is written.</param>
    /// <param name="say">Gets what is to be told: how the rows of each fifth of the stories come out that the trees had not seen.</param>
    /// <exception cref="InvalidDataException">The rows were written for other facts.</exception>
    public static void Train(IEnumerable<string> files, string model, Action<string> say)
    {
        List<Row> rows = [.. files.SelectMany(File.ReadLines).Select(line => JsonSerializer.Deserialize<Row>(line, JsonSerializerOptions.Web)!)];
        if (rows.Exists(row => row.Facts.Length != ReplyModel.Facts))
        {
            throw new InvalidDataException($"The rows are not of {ReplyModel.Facts} facts.");
        }

        say($"{rows.Count} pairs of statements, {rows.Count(row => row.IsAnswer)} of them answered, {rows.Count(row => row.IsDenial)} of these denied");
        var trainer = new ReplyTrainer(rows, say);
        trainer.Check();
        using var stream = File.Create(model);
        ReplyModel.Write(stream, ReplyModel.Facts, Answers(rows), Denials(rows));
    }

    private static BoostedTrees Answers(IReadOnlyList<Row> rows) =>
        Train(rows, row => row.IsAnswer, OfAnswers);

    private static BoostedTrees Denials(IReadOnlyList<Row> rows) => Train([.. rows.Where(row => row.IsAnswer)], row => row.IsDenial, OfDenials);

    private static BoostedTrees Train(IReadOnlyList<Row> rows, Func<Row, bool> isRight, TreeOptions options)
    {
        var (facts, targets) = (rows.Select(row => row.Facts).ToList(), rows.Select(row => isRight(row) ? 1f : 0f).ToList());
        return BoostedTrees.Mean([.. Enumerable.Range(0, Trainings).Select(i => TreeTrainer.Train(facts, targets, options with { Seed = options.Seed + i }))]);
    }

    private void Check()
    {
        var stories = _rows.Select(row => row.Story).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((story, i) => (story, i % Folds))
            .ToDictionary(each => each.story, each => each.Item2, StringComparer.Ordinal);
        var judged = new List<(Row Row, double Answers, double Denies)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            List<Row> seen = [.. _rows.Where(row => stories[row.Story] != fold)];
            var (answers, denials) = (Answers(seen), Denials(seen));
            judged.AddRange(_rows.Where(row => stories[row.Story] == fold).Select(row => (row, answers.Probability(row.Facts), denials.Probability(row.Facts))));
        }

        var best = judged.GroupBy(each => (each.Row.Story, each.Row.Answer)).Select(group => group.MaxBy(each => each.Answers)).ToList();
        foreach (var threshold in Thresholds)
        {
            var shown = best.FindAll(each => each.Answers >= threshold);
            var denied = shown.FindAll(each => each.Denies >= ReplySearch.LeastDenial);
            _say(string.Create(CultureInfo.InvariantCulture, $"from {threshold:F2}: {shown.Count} pairs, {Share(shown, row => row.IsAnswer):P0} right; {denied.Count} denials, {Share(denied, row => row.IsDenial):P0} right"));
        }
    }

    private static double Share(List<(Row Row, double Answers, double Denies)> shown, Func<Row, bool> isRight) =>
        shown.Count == 0 ? 0 : (double)shown.Count(each => isRight(each.Row)) / shown.Count;

    /// <summary>A pair of statements.</summary>
    /// <param name="Story">In which they stand.</param>
    /// <param name="Answer">Which of its statements may be an answer.</param>
    /// <param name="Kind">“denial”, “answer”, or null for none.</param>
    /// <param name="Facts">As <see cref="ReplyModel.ReadFacts"/> reads them.</param>
    private sealed record Row(string Story, string Answer, string? Kind, float[] Facts)
    {
        public bool IsAnswer => Kind is not null;

        public bool IsDenial => Kind == "denial";
    }
}
