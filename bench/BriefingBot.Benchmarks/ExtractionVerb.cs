using System.Diagnostics;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Quotes.Sentences;

namespace BriefingBot.Benchmarks;

/// <summary>How fast sentences, quotations and casts are found, on one core, and how the time grows on texts made to be slow.</summary>
internal static class ExtractionVerb
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(3);

    private static readonly (string Name, string Piece)[] Hostile =
    [
        ("words without a stop", "the water rose and "),
        ("quotation marks", "“"),
        ("straight marks", "\"a "),
        ("full stops", "."),
        ("capitals", "Moscow "),
        ("he said", "he said that "),
    ];

    public static void Run(IReadOnlyList<Article> articles, Report report)
    {
        var finder = new QuotationFinder();
        Measure("splitting", articles, text => SentenceSplitter.Split(text).Count, report);
        Measure("extraction", articles, text => finder.Analyze(text).Sentences.Count, report);
        foreach (var (name, piece) in Hostile)
        {
            foreach (var characters in new[] { 250_000, 500_000, 1_000_000 })
            {
                var text = string.Concat(Enumerable.Repeat(piece, characters / piece.Length));
                var clock = Stopwatch.StartNew();
                finder.Analyze(text);
                report.Add($"extraction of {characters} characters, {name}", clock.Elapsed.TotalMilliseconds, "ms");
            }
        }

        foreach (var marks in new[] { 2_500, 5_000, 10_000 })
        {
            var text = string.Concat(Enumerable.Repeat("“No,” he said. ", marks / 2));
            var clock = Stopwatch.StartNew();
            finder.Analyze(text);
            report.Add($"extraction of {marks} marks in one line", clock.Elapsed.TotalMilliseconds, "ms");
        }
    }

    private static void Measure(string name, IReadOnlyList<Article> articles, Func<string, int> extract, Report report)
    {
        // Once to warm up: what follows is compiled.
        var sentences = articles.Sum(article => extract(article.Text));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var rounds = 0;
        var best = TimeSpan.MaxValue;
        while (clock.Elapsed < Enough || rounds < 3)
        {
            var round = Stopwatch.StartNew();
            foreach (var article in articles)
            {
                extract(article.Text);
            }

            best = round.Elapsed < best ? round.Elapsed : best;
            rounds++;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        report.Add($"{name}, mean", sentences * rounds / clock.Elapsed.TotalSeconds, "sentences/s");
        // On a machine that others use as well, this is the figure that stays.
        report.Add($"{name}, by processor time", sentences * rounds / (Environment.CpuUsage.TotalTime - processor).TotalSeconds, "sentences/s");
        report.Add($"{name}, best round", sentences / best.TotalSeconds, "sentences/s");
        report.Add($"{name}, allocated", (double)allocated / rounds / sentences, "bytes/sentence");
    }
}
