namespace BriefingBot.Benchmarks;

/// <summary>A folder that is gone when the measurement is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("briefingbot-bench-").FullName;

    public string Articles => System.IO.Path.Combine(Path, "articles");

    public string Index => System.IO.Path.Combine(Path, "lucene");

    /// <summary>Writes articles as files until they hold <paramref name="sentences"/>; how many of each there are.</summary>
    public (int Articles, int Sentences) Write(IEnumerable<(BriefingBot.Quotes.Articles.Article Article, int Original)> articles, int sentences)
    {
        Directory.CreateDirectory(Articles);
        var (files, held) = (0, 0);
        foreach (var (article, _) in articles)
        {
            File.WriteAllText(System.IO.Path.Combine(Articles, $"article-{files++:D6}.txt"), article.Text);
            held += BriefingBot.Quotes.Sentences.SentenceSplitter.Split(article.Text).Count;
            if (held >= sentences)
            {
                break;
            }
        }

        return (files, held);
    }

    public static long SizeOf(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
