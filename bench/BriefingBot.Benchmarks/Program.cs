using BriefingBot.Benchmarks;

const string Usage = """
    Measures speed: JSON lines on standard output ({"measure","value","unit",…}), the same as a table on standard error.
    ARTICLES is a file of JSON Lines {"id","text"} or a folder with .txt files. Build with -c Release.

      extraction ARTICLES                     sentences a second on one core, allocation, growth on hostile text
      indexing ARTICLES [--sentences N]       from files to searchable, in temporary folders (default 10000 sentences)
      queries ARTICLES [--sentences N,N,…]    latency of who-said and ask, resident memory (default 10000,100000)
      start [ARTICLES]                        from the program's start to its first answer (default: the story that ships,
                                              looked for from the working directory)
      micro                                   small pieces, by BenchmarkDotNet
    """;

try
{
    var report = new Report(Console.Out);
    switch (args)
    {
        case ["extraction", var articles]:
            ExtractionVerb.Run(ArticleTexts.Read(articles), report);
            break;
        case ["indexing", var articles]:
            await IndexingVerb.RunAsync(ArticleTexts.Read(articles), 10_000, report);
            break;
        case ["indexing", var articles, "--sentences", var count] when int.TryParse(count, out var sentences) && sentences > 0:
            await IndexingVerb.RunAsync(ArticleTexts.Read(articles), sentences, report);
            break;
        case ["queries", var articles]:
            QueriesVerb.Run(ArticleTexts.Read(articles), [10_000, 100_000], report);
            break;
        case ["queries", var articles, "--sentences", var counts] when counts.Split(',').All(count => int.TryParse(count, out var n) && n > 0):
            QueriesVerb.Run(ArticleTexts.Read(articles), [.. counts.Split(',').Select(int.Parse)], report);
            break;
        case ["start"]:
            await StartVerb.RunAsync(null, report);
            break;
        case ["start", var articles]:
            await StartVerb.RunAsync(ArticleTexts.Read(articles), report);
            break;
        case ["micro"]:
            using (var folder = new TemporaryFolder())
            {
                MicroVerb.Run(folder.Path);
            }

            return 0;
        case ["--help" or "-h"]:
            Console.WriteLine(Usage);
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }

    report.WriteTable(Console.Error);
    return 0;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
