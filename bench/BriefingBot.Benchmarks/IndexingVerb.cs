using System.Diagnostics;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Articles;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Benchmarks;

/// <summary>From files in a folder to an index that answers, as the program does it: read, parsed, extracted, indexed, committed.</summary>
internal static class IndexingVerb
{
    public static async Task RunAsync(IReadOnlyList<Article> articles, int sentences, Report report)
    {
        using var folder = new TemporaryFolder();
        var (files, held) = folder.Write(ArticleTexts.Multiplied(articles), sentences);
        var options = new StoryOptions { ArticlesPath = folder.Articles, IndexPath = folder.Index };
        using (var story = OpenStory.Open(options, TimeProvider.System, NullLoggerFactory.Instance))
        {
            var clock = Stopwatch.StartNew();
            await story.Run.BringUpToDateAsync(null, CancellationToken.None);
            var seconds = clock.Elapsed.TotalSeconds;
            report.Add("indexing, all cores", files / seconds, "articles/s");
            report.Add("indexing, all cores", held / seconds, "sentences/s");
            using var process = Process.GetCurrentProcess();
            report.Add("peak resident memory, articles to copy included", process.PeakWorkingSet64 / 1e6, "MB");

            var changed = Path.Combine(folder.Articles, "article-000000.txt");
            await File.AppendAllTextAsync(changed, "\nOne more sentence stands here.\n");
            clock.Restart();
            await story.Run.BringUpToDateAsync(null, CancellationToken.None);
            report.Add("one changed article until searchable", clock.Elapsed.TotalMilliseconds, "ms");
        }

        report.Add("index", (double)TemporaryFolder.SizeOf(folder.Index) / held, "bytes/sentence");
        report.Add("text", (double)TemporaryFolder.SizeOf(folder.Articles) / held, "bytes/sentence");
    }
}
