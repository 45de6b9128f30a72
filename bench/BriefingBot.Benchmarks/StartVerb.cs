using System.Diagnostics;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Benchmarks;

/// <summary>The whole program in a process of its own: from its start until the first answer has been read.</summary>
internal static class StartVerb
{
    private const int Rounds = 5;
    private const string ShippedStory = "index-data/articles";

    public static async Task RunAsync(IReadOnlyList<Article>? articles, Report report)
    {
        using var folder = new TemporaryFolder();
        var path = ShippedStory;
        if (articles is null && !Directory.Exists(ShippedStory))
        {
            throw new IOException($"There is no folder {ShippedStory} here: start this in the repository's root.");
        }

        if (articles is not null)
        {
            folder.Write(articles.Select((article, i) => (article, i)), int.MaxValue);
            path = folder.Articles;
        }

        var question = articles is null ? "cornerstone" : string.Join(' ', articles[0].Text.Split(' ').Where(word => word.Length > 5).Take(2));
        var (first, _) = await AskAsync(path, folder.Index, question);
        report.Add("start to first answer, index to be made", first, "ms");
        var times = new List<(double Answer, double Memory)>();
        for (var round = 0; round < Rounds; round++)
        {
            times.Add(await AskAsync(path, folder.Index, question));
        }

        report.Add("start to first answer, median", times.Select(time => time.Answer).Order().ElementAt(Rounds / 2), "ms");
        report.Add("resident memory after the answer, median", times.Select(time => time.Memory).Order().ElementAt(Rounds / 2) / 1e6, "MB");
    }

    private static async Task<(double Milliseconds, double Bytes)> AskAsync(string articles, string index, string words)
    {
        var start = new ProcessStartInfo("dotnet", [BuiltProgram.Path, "chat", "--format", "json"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["Story__ArticlesPath"] = Path.GetFullPath(articles);
        start.Environment["Story__IndexPath"] = index;
        var clock = Stopwatch.StartNew();
        using var program = Process.Start(start) ?? throw new IOException("The program does not start.");
        await program.StandardInput.WriteLineAsync($"/who-said {words}");
        await program.StandardInput.FlushAsync();
        var answer = await program.StandardOutput.ReadLineAsync();
        var milliseconds = clock.Elapsed.TotalMilliseconds;
        program.Refresh();
        var bytes = program.HasExited ? 0 : program.WorkingSet64;
        program.StandardInput.Close();
        await program.WaitForExitAsync();
        return answer is not null && program.ExitCode == 0
            ? (milliseconds, bytes)
            : throw new IOException($"The program answered nothing and ended with {program.ExitCode}.");
    }
}
