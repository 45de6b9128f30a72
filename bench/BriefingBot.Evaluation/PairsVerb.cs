using BriefingBot.Evaluation.Pairs;
using BriefingBot.Evaluation.Stories;
using BriefingBot.Indexing;
using BriefingBot.Search;

namespace BriefingBot.Evaluation;

/// <summary>The verb <c>pairs</c>: compares the pairs that are found in marked stories with those that people marked.</summary>
internal static class PairsVerb
{
    /// <param name="stories">Each by itself.</param>
    /// <param name="options">Among which statements, and what is written.</param>
    /// <param name="output">A line for each pair, if wanted, and one with the figures of all stories.</param>
    public static void Run(IEnumerable<GoldStory> stories, PairsOptions options, TextWriter output)
    {
        var (scratch, all) = (Directory.CreateTempSubdirectory("briefingbot-pairs-").FullName, new List<PairFindings>());
        try
        {
            var finder = options.Gold ? null : OpenStory.FinderOf(ModelFile.Open(options.Model));
            foreach (var story in stories)
            {
                var score = new PairScore(story);
                all.Add(score.Judge(StoryPairs.Of(
                    story.Articles.Select(article => (GoldAnalysis.ArticleOf(article), finder?.Analyze(article.Text) ?? GoldAnalysis.Of(article))),
                    Path.Combine(scratch, $"{all.Count}"))));
                if (options.List)
                {
                    WritePairs(score, all[^1], output);
                }
            }

            var findings = PairFindings.Of(all);
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
