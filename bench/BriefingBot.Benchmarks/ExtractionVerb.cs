using System.Diagnostics;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Quotes.Sentences;

namespace BriefingBot.Benchmarks;

/// <summary>How fast sentences, quotations and casts are found, on one core, and how the time grows on texts made to be slow.</summary>
internal static class ExtractionVerb
{
    private const int Repeated = 7;

    /// <summary>So long the runtime may take to compile what it has seen to be used most.</summary>
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(5);

    private static readonly int[] Lengths = [500_000, 1_000_000, 2_000_000];

    private static readonly (string Name, string Piece)[] Hostile =
    [
        ("words without a stop", "the water rose and "),
        ("quotation marks", "“"),
        ("straight marks", "\"a "),
        ("full stops", "."),
        ("capitals", "Moscow "),
        ("he said", "he said that "),
        ("quotations in one line", "“No,” he said. "),
    ];

    public static void Run(IReadOnlyList<Article> articles, string? model, Report report)
    {
        var finder = OpenStory.FinderOf(ModelFile.Open(model));
        Measure("splitting", articles, text => SentenceSplitter.Split(text).Count, report);
        Measure("extraction", articles, text => finder.Analyze(text).Sentences.Count, report);
        foreach (var (name, piece) in Hostile)
        {
            var times = Array.ConvertAll(Lengths, characters =>
                Best(finder, string.Concat(Enumerable.Repeat(piece, characters / piece.Length))));
            report.Add($"extraction of {Lengths[^1]} characters, {name}", times[^1].TotalMilliseconds, "ms");
            report.Add($"growth when the text doubles, {name}", Math.Pow(times[^1] / times[0], 1.0 / (Lengths.Length - 1)), "times");
        }
    }

    private static TimeSpan Best(QuotationFinder finder, string text)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < Repeated; i++)
        {
            GC.Collect();
            var clock = Stopwatch.StartNew();
            finder.Analyze(text);
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }

        return best;
    }

    private static void Measure(string name, IReadOnlyList<Article> articles, Func<string, int> extract, Report report)
    {
        var sentences = 0;
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < Warmup;)
        {
            sentences = articles.Sum(article => extract(article.Text));
        }

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
