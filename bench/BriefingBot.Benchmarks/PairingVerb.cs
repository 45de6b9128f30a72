using System.Diagnostics;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Benchmarks;

/// <summary>How long pairing claims with their answers takes over stories of growing size, and over one article that only denies.</summary>
internal static class PairingVerb
{
    private static readonly string[] Deniers = ["Anna Berg", "Otto Kern"];

    /// <param name="articles">Copied until there are enough statements.</param>
    /// <param name="sizes">Statements.</param>
    /// <param name="report">Gets milliseconds for each size.</param>
    public static void Run(IReadOnlyList<Article> articles, IReadOnlyList<int> sizes, Report report)
    {
        var finder = OpenStory.FinderOf(ModelFile.Open(ModelFile.ShippedPath));
        using var folder = new TemporaryFolder();
        using var index = SentenceIndex.Open(folder.Index, folder.Articles, TimeProvider.System);
        index.Replace(new IndexedFile("all", ""), [.. articles.Select(article => (article, finder.Analyze(article.Text)))]);
        index.Refresh();
        var clock = Stopwatch.StartNew();
        var pairs = index.Pairs.Pairs.Count;
        report.Add($"reading and pairing {articles.Count} articles, first time", clock.Elapsed.TotalMilliseconds, "ms");
        report.Add($"pairs in {articles.Count} articles", pairs, "pairs");
        var story = index.Statements(new PassageQuery { Order = PassageOrder.NewestFirst, RefuseWeak = false, Take = PassageAnswer.MostCounted });
        foreach (var size in sizes)
        {
            Measure($"pairing {size} statements of many articles", [.. Copies(story).Take(size)], report);
            Measure($"pairing {size} statements of one article, each denying the one before", [.. Denials(size)], report);
        }
    }

    private static void Measure(string name, IReadOnlyList<StoryStatement> statements, Report report)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            var clock = Stopwatch.StartNew();
            ClaimsAndAnswers.In(statements);
            best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
        }

        report.Add(name, best, "ms");
    }

    private static IEnumerable<StoryStatement> Copies(IReadOnlyList<StoryStatement> story)
    {
        for (var copy = 0; ; copy++)
        {
            foreach (var passage in story.Select(statement => statement.Passage))
            {
                var id = $"{passage.Id}-{copy}";
                yield return new StoryStatement(passage with { Id = id, Article = passage.Article with { Id = $"{passage.Article.Id}-{copy}" }, Occurrences = [] }, [id]);
            }
        }
    }

    private static IEnumerable<StoryStatement> Denials(int size)
    {
        var article = new PassageSource("denials", "Denials");
        for (var i = 0; i < size; i++)
        {
            var (who, start) = (Deniers[i % Deniers.Length], i * 30);
            var text = $"{who} denied that.";
            yield return new StoryStatement(
                new Passage
                {
                    Id = $"{i}",
                    Score = 0,
                    Article = article,
                    Sentence = i + 1,
                    Span = new TextSpan(start, text.Length),
                    Text = text,
                    Match = PassageMatch.Words,
                    Why = "",
                    Quotation = new QuotedStatement
                    {
                        Text = "that",
                        Spans = [new TextSpan(start + text.Length - 5, 4)],
                        Kind = QuotationKind.Paraphrase,
                        Cue = "denied",
                        Speaker = who,
                        Speakers = [who],
                        Confidence = 1,
                    },
                },
                [$"{i}"]);
        }
    }
}
