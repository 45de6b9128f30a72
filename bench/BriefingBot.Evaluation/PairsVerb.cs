using BriefingBot.Evaluation.Pairs;
using BriefingBot.Evaluation.Stories;
using BriefingBot.Indexing;
using BriefingBot.Search;

namespace BriefingBot.Evaluation;

/// <summary>The verb <c>pairs FOLDER</c>: compares the pairs that are found in a marked story with those that its <c>pairs.txt</c> holds.</summary>
internal static class PairsVerb
{
    /// <param name="folder">Of the story.</param>
    /// <param name="gold">Whether pairs are looked for among the marked statements; else among those that are extracted.</param>
    /// <param name="list">Whether each pair is written before the figures.</param>
    /// <param name="model">For the extraction; null for rules alone.</param>
    /// <param name="output">A line for each pair, if wanted, and one with the figures.</param>
    public static void Run(string folder, bool gold, bool list, string? model, TextWriter output)
    {
        var scratch = Directory.CreateTempSubdirectory("briefingbot-pairs-").FullName;
        try
        {
            var story = GoldStory.Read(folder);
            var finder = gold ? null : OpenStory.FinderOf(ModelFile.Open(model));
            var score = new PairScore(story);
            var findings = score.Judge(StoryPairs.Of(
                story.Articles.Select(article => (GoldAnalysis.ArticleOf(article), finder?.Analyze(article.Text) ?? GoldAnalysis.Of(article))), scratch));
            if (list)
            {
                WritePairs(score, findings, output);
            }

            JsonLines.Write(output, new Summary(findings.Figures(null), findings.Figures(GoldPairKind.Denial), findings.Figures(GoldPairKind.Answer)));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static void WritePairs(PairScore score, PairFindings findings, TextWriter output)
    {
        foreach (var each in findings.Found)
        {
            var kind = each.Pair.Denies ? GoldPairKind.Denial : GoldPairKind.Answer;
            JsonLines.Write(output, new Row(each.IsRight ? "right" : "wrong", Name(kind), Name(each.Kind), Side(each.Pair.Claim), Side(each.Pair.Answer)));
        }

        foreach (var pair in findings.Missed)
        {
            JsonLines.Write(output, new Row("missed", null, Name(pair.Kind), Side(score, pair.First), Side(score, pair.Second)));
        }
    }

    private static string? Name(GoldPairKind? kind) => kind?.ToString().ToLowerInvariant();

    private static string Side(StoryStatement statement)
    {
        var (passage, said) = (statement.Passage, statement.Passage.Quotation!);
        return $"{passage.Article.Id}, sentence {passage.Sentence}: {said.Speaker ?? said.Mention} [{said.Cue}] {said.Text}";
    }

    private static string Side(PairScore score, GoldPlace place)
    {
        var (article, said) = score.At(place);
        string Words(IReadOnlyList<Quotes.Articles.TextSpan> spans) => string.Join(" … ", spans.Select(span => span.Of(article.Text)));
        return $"{place.Article}#{place.Attribution}: {said.Speaker ?? Words(said.Source)} [{Words(said.Cue)}] {Words(said.Content)}";
    }

    private sealed record Row(string Verdict, string? Found, string? Marked, string Claim, string Answer);

    private sealed record Summary(PairFigures All, PairFigures Denials, PairFigures Answers);
}
