using BriefingBot.Benchmarks;
using BriefingBot.Benchmarks.Discord;
using BriefingBot.Indexing;

const string Usage = """
    Measures speed: JSON lines on standard output ({"measure","value","unit",…}), the same as a table on standard error.
    ARTICLES is a file of JSON Lines {"id","text"} or a folder with .txt files. Build with -c Release.

      extraction ARTICLES [--model FILE|none]
                                              sentences a second on one core, allocation, growth on hostile text
      indexing ARTICLES [--sentences N]       from files to searchable, in temporary folders (default 10000 sentences)
      queries ARTICLES [--sentences N,N,…]    latency of who-said and ask, resident memory (default 10000,100000)
      pairing ARTICLES                        claims and answers over stories of up to 100000 statements, growth on a chain of denials
      start [ARTICLES]                        from the program's start to its first answer (default: the story that ships,
                                              looked for from the working directory)
      deliveries [--subscriptions N]          briefings that are all due in the same minute, in virtual time, as time over the bound that
                                              50 requests a second give (default 100000); needs no articles
      kills [--kills N] [--seed N]            a process that delivers briefings is killed at random moments and started anew; doubles
                                              and losses (default 200, 1); needs no articles
      micro                                   small pieces, by BenchmarkDotNet
      discord [--rounds N] [--idle SECONDS] [--sustained N] [--soak N] [--faults N] [--seed N] [--questions same|different] [--only NAME,…] [--bot PATH]
                                              the bot and its peers as processes at a fake Discord, in turns: start, memory, latency,
                                              rate, processor time, a long run, lost connections (defaults 3, 30, 25000, 100000, 200,
                                              1; soak and faults are left out with 0; names: ours, discord.js, bare; PATH: another
                                              BriefingBot.dll than the one built with this, or a published program). Linux only
    """;

try
{
    var report = new Report(Console.Out);
    switch (args)
    {
        case ["extraction", var articles]:
            ExtractionVerb.Run(ArticleTexts.Read(articles), ModelFile.ShippedPath, report);
            break;
        case ["extraction", var articles, "--model", var model]:
            ExtractionVerb.Run(ArticleTexts.Read(articles), model == "none" ? null : model, report);
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
        case ["pairing", var articles]:
            PairingVerb.Run(ArticleTexts.Read(articles), [10_000, 20_000, 50_000, 100_000], report);
            break;
        case ["start"]:
            await StartVerb.RunAsync(null, report);
            break;
        case ["start", var articles]:
            await StartVerb.RunAsync(ArticleTexts.Read(articles), report);
            break;
        case ["deliveries"]:
            await DeliveriesVerb.RunAsync(100_000, report);
            break;
        case ["deliveries", "--subscriptions", var count] when int.TryParse(count, out var subscriptions) && subscriptions > 0:
            await DeliveriesVerb.RunAsync(subscriptions, report);
            break;
        case ["kills"]:
            await KillsVerb.RunAsync(200, 1, report);
            break;
        case ["kills", "--kills", var count] when int.TryParse(count, out var kills) && kills > 0:
            await KillsVerb.RunAsync(kills, 1, report);
            break;
        case ["kills", "--kills", var count, "--seed", var chance] when int.TryParse(count, out var kills) && kills > 0 && int.TryParse(chance, out var seed):
            await KillsVerb.RunAsync(kills, seed, report);
            break;
        case ["kills-deliver", var path, var url, var ahead]:
            // Started, and killed, by the verb kills.
            await KillsVerb.DeliverAsync(path, url, ahead);
            return 0;
        case ["micro"]:
            using (var folder = new TemporaryFolder())
            {
                MicroVerb.Run(folder.Path);
            }

            return 0;
        case ["discord", .. var words] when DiscordOptions.Parse(words) is { } options:
            await DiscordVerb.RunAsync(options, Console.Out, Console.Error);
            return 0;
        case ["discord-bare"]:
            // Started by the verb discord, as the fastest thing that can be measured.
            await BareClient.RunAsync(int.Parse(Environment.GetEnvironmentVariable("BARE_PORT") ?? "0"));
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
