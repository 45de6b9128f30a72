using System.Diagnostics;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Benchmarks;

/// <summary>How long answers take over stories of several sizes, one after another on one thread.</summary>
internal static class QueriesVerb
{
    private const int Asked = 500;
    private const int Rounds = 3;
    private const int WordsEach = 3;
    private const int CommitEvery = 200;

    /// <summary>So long the runtime may take to compile what it has seen to be used most.</summary>
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(3);

    private static readonly string[] Questions = ["Who spoke of", "What about", "When did", "Where is", "How many"];

    public static void Run(IReadOnlyList<Article> articles, IReadOnlyList<int> sizes, Report report)
    {
        var finder = OpenStory.FinderOf(ModelFile.Open(ModelFile.ShippedPath));
        var analyses = articles.Select(article => finder.Analyze(article.Text)).ToList();
        foreach (var size in sizes)
        {
            using var folder = new TemporaryFolder();
            var (held, copied) = Fill(folder, articles, analyses, size, report);
            using var index = SentenceIndex.Open(folder.Index, folder.Articles, TimeProvider.System);
            index.Refresh();
            var random = new Random(1987);
            Measure("who-said", held, index, () => WhoSaid(articles, analyses, copied, random), report);
            Measure("ask", held, index, () => Ask(articles, analyses, copied, random), report);
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            report.Add($"resident memory at {held} sentences, articles to copy included", process.WorkingSet64 / 1e6, "MB");
        }
    }

    /// <summary>Fills an index with varied copies; the copies' analyses are the originals', whose offsets hold for them.</summary>
    /// <returns>How many sentences it holds, and how many of the articles are among them.</returns>
    private static (int Held, int Copied) Fill(TemporaryFolder folder, IReadOnlyList<Article> articles, List<ArticleAnalysis> analyses, int size, Report report)
    {
        using var index = SentenceIndex.Open(folder.Index, folder.Articles, TimeProvider.System);
        var clock = Stopwatch.StartNew();
        var (held, copied) = (0, 0);
        var batch = new List<(Article, ArticleAnalysis)>();
        foreach (var (article, original) in ArticleTexts.Multiplied(articles))
        {
            batch.Add((article, analyses[original]));
            held += analyses[original].Sentences.Count;
            copied = Math.Max(copied, original + 1);
            if (held >= size || batch.Count == CommitEvery)
            {
                index.Replace(new IndexedFile($"batch-{held}", ""), [.. batch]);
                batch.Clear();
            }

            if (held >= size)
            {
                break;
            }
        }

        index.Commit();
        report.Add($"indexing without extraction, one core, {held} sentences", held / clock.Elapsed.TotalSeconds, "sentences/s");
        report.Add($"index of {held} sentences", (double)TemporaryFolder.SizeOf(folder.Index) / held, "bytes/sentence");
        return (held, copied);
    }

    private static void Measure(string name, int held, SentenceIndex index, Func<PassageQuery> next, Report report)
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < Warmup;)
        {
            index.Search(next());
        }

        var queries = Enumerable.Range(0, Asked).Select(_ => next()).ToArray();
        var times = new List<double>();
        var best = new double[Asked];
        Array.Fill(best, double.MaxValue);
        var found = 0;
        for (var i = 0; i < Asked * Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            var answer = index.Search(queries[i % Asked]);
            times.Add(clock.Elapsed.TotalMilliseconds);
            best[i % Asked] = Math.Min(best[i % Asked], times[^1]);
            found += answer.Passages.Count > 0 ? 1 : 0;
        }

        times.Sort();
        Array.Sort(best);
        report.Add($"{name} p50 at {held} sentences", times[times.Count / 2], "ms");
        report.Add($"{name} p99 at {held} sentences", times[times.Count * 99 / 100], "ms");
        // On a machine that others use as well: what the query itself takes.
        report.Add($"{name} p99 at {held} sentences, best of {Rounds} for each question", best[Asked * 99 / 100], "ms");
        report.Add($"{name} answered at {held} sentences", (double)found / times.Count, "of 1");
    }

    private static PassageQuery WhoSaid(IReadOnlyList<Article> articles, List<ArticleAnalysis> analyses, int copied, Random random)
    {
        while (true)
        {
            var article = random.Next(copied);
            var quotations = analyses[article].Quotations;
            if (quotations.Count > 0)
            {
                return new PassageQuery { Words = Some(quotations[random.Next(quotations.Count)].Cover.Of(articles[article].Text), random) };
            }
        }
    }

    private static PassageQuery Ask(IReadOnlyList<Article> articles, List<ArticleAnalysis> analyses, int copied, Random random)
    {
        var article = random.Next(copied);
        var sentences = analyses[article].Sentences;
        var words = Some(sentences[random.Next(sentences.Count)].Span.Of(articles[article].Text), random);
        return new PassageQuery { Words = $"{Questions[random.Next(Questions.Length)]} {words}?", Scope = PassageScope.Sentences };
    }

    /// <summary>A few words of a statement, as somebody remembers it.</summary>
    private static string Some(string text, Random random)
    {
        var words = ArticleTexts.Words(text).Select(word => text[word]).Where(word => word.Length > 3).ToArray();
        random.Shuffle(words);
        return string.Join(' ', words.Take(WordsEach).DefaultIfEmpty("nothing"));
    }
}
