using BriefingBot.Benchmarks.Discord;

namespace BriefingBot.Benchmarks;

/// <summary>
/// Bots as processes of their own at a fake Discord in this one: the same work for each, in turns, so that what else runs on the machine
/// meets all of them alike.
/// </summary>
internal sealed class DiscordVerb(DiscordOptions options, Comparison comparison, TemporaryFolder folder)
{
    private const int OneAtATime = 5_000;
    private const int AtOnce = 50;
    private const int Bursts = 100;
    private const int SoakSamples = 10;

    /// <summary>Heartbeats every second, so that a missing ACK is noticed soon.</summary>
    private const int HeartbeatAtFaults = 1_000;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(DiscordOptions options, TextWriter output, TextWriter table)
    {
        SingleLoop.Use();
        using var folder = new TemporaryFolder();
        var bots = Bots(options, table);
        var comparison = new Comparison(output, [.. bots.Select(bot => bot.Name)]);
        var verb = new DiscordVerb(options, comparison, folder);
        table.WriteLine($"{Environment.ProcessorCount} processors; load before the measurement: {(await File.ReadAllTextAsync("/proc/loadavg")).Trim()}");
        try
        {
            await verb.MeasureAsync(bots);
        }
        finally
        {
            comparison.WriteTable(table);
        }
    }

    private static List<Bot> Bots(DiscordOptions options, TextWriter notes)
    {
        var root = Root();
        var peer = Path.Combine(root, "bench", "peers", "discordjs");
        var bots = new List<Bot>
        {
            Bot.OurProgram(options.Program ?? BuiltProgram.Path, Path.Combine(root, "index-data", "articles")),
        };
        if (Directory.Exists(Path.Combine(peer, "node_modules")))
        {
            bots.Add(Bot.DiscordJs(peer));
        }
        else
        {
            notes.WriteLine($"Without discord.js: run npm ci in {peer} to measure it too.");
        }

        bots.Add(Bot.BareClient());
        bots.RemoveAll(bot => !options.Only.Contains(bot.Name));
        return bots;
    }

    /// <summary>The repository that this was built in, or that the working directory is in.</summary>
    private static string Root()
    {
        foreach (var start in (string[])[AppContext.BaseDirectory, Environment.CurrentDirectory])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "BriefingBot.sln")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new IOException("Start this inside the repository: the story and the peers are found from its root.");
    }

    private async Task MeasureAsync(List<Bot> bots)
    {
        foreach (var bot in bots)
        {
            // Not counted: programs come from the disk the first time, and our index is made.
            await WithAsync(bot, (_, _) => Task.CompletedTask);
        }

        InteractionFrame.EachAnother = options.Different;
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var bot in bots)
            {
                await WithAsync(bot, (discord, process) => RoundAsync(bot.Name, discord, process));
            }
        }

        foreach (var bot in options.Soak == 0 ? [] : bots)
        {
            await WithAsync(bot, (discord, process) => SoakAsync(bot.Name, discord, process));
        }

        if (options.Faults > 0)
        {
            // No times of this part are compared, and most of them are waits: all bots together.
            await Task.WhenAll(bots.Where(bot => bot.Name != Bot.Bare)
                .Select(bot => WithAsync(bot, (discord, process) => FaultsAsync(bot.Name, discord, process), HeartbeatAtFaults)));
        }
    }

    private async Task WithAsync(Bot bot, Func<FakeDiscord, BotProcess, Task> measure, int? heartbeat = null)
    {
        using var discord = new FakeDiscord();
        discord.HeartbeatInterval = heartbeat ?? discord.HeartbeatInterval;
        using var process = BotProcess.Start(bot, discord.Port, folder.Path);
        await process.WaitForAsync(discord.Ready, StartLimit, $"READY of {bot.Name}");
        await process.WaitForAsync(discord.Registered, StartLimit, $"registration of {bot.Name}'s commands");
        await measure(discord, process);
    }

    private async Task RoundAsync(string bot, FakeDiscord discord, BotProcess process)
    {
        comparison.Add(bot, "start to READY", Load.Milliseconds(process.Started, await discord.Ready), "ms");
        comparison.Add(bot, "start to commands registered", Load.Milliseconds(process.Started, await discord.Registered), "ms");
        await Task.Delay(TimeSpan.FromSeconds(options.Idle), TimeProvider.System);
        comparison.Add(bot, $"resident, idle for {options.Idle} s", process.ResidentMegabytes(), "MB");

        var load = new Load(discord, process);
        await WarmUpAsync(load);
        var (single, _) = await load.RunAsync(OneAtATime, 1);
        AddLatencies(bot, "one at a time", single);
        var together = new List<double>();
        for (var burst = 0; burst < Bursts; burst++)
        {
            together.AddRange((await load.RunAsync(AtOnce, AtOnce)).Latencies);
        }

        AddLatencies(bot, $"{AtOnce} at once", [.. together]);
        await SustainAsync(bot, discord, process, load);
        comparison.Add(bot, "size of an answer", System.Text.Encoding.UTF8.GetByteCount(discord.FirstAnswer), "bytes");
        comparison.Add(bot, "deferred answers", discord.Deferred, "interactions");
    }

    /// <summary>Programs that compile while they run are as fast as they get after a few thousand interactions, not before.</summary>
    private static async Task WarmUpAsync(Load load)
    {
        await load.RunAsync(1_000, 1);
        await load.RunAsync(4_000, AtOnce);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
    }

    private async Task SustainAsync(string bot, FakeDiscord discord, BotProcess process, Load load)
    {
        var (cpu, fake) = (process.CpuMilliseconds(), BotProcess.OwnCpuMilliseconds());
        var (_, elapsed) = await load.RunAsync(options.Sustained, AtOnce);
        (cpu, fake) = (process.CpuMilliseconds() - cpu, BotProcess.OwnCpuMilliseconds() - fake);
        comparison.Add(bot, $"sustained, {AtOnce} unanswered", options.Sustained * 1000 / elapsed, "interactions/s");
        comparison.Add(bot, "CPU of 1000 interactions", cpu * 1000 / options.Sustained, "ms");
        comparison.Add(bot, "CPU of the fake Discord meanwhile", fake * 1000 / options.Sustained, "ms");
        comparison.Add(bot, "core that the fake Discord took meanwhile", fake * 100 / elapsed, "%");
        comparison.Add(bot, $"resident after {discord.Issued} interactions", process.ResidentMegabytes(), "MB");
    }

    private void AddLatencies(string bot, string how, double[] latencies)
    {
        Array.Sort(latencies);
        comparison.Add(bot, $"{how}, p50", latencies[latencies.Length / 2], "ms");
        comparison.Add(bot, $"{how}, p99", latencies[latencies.Length * 99 / 100], "ms");
    }

    private async Task SoakAsync(string bot, FakeDiscord discord, BotProcess process)
    {
        var load = new Load(discord, process);
        var samples = new List<double>();
        for (var part = 1; part <= SoakSamples; part++)
        {
            await load.RunAsync(options.Soak / SoakSamples, AtOnce);
            samples.Add(process.ResidentMegabytes());
            comparison.Add(bot, $"soak: resident after {part * (options.Soak / SoakSamples)}", samples[^1], "MB");
        }

        comparison.Add(bot, "soak: most in the second half over most in the first", samples[(SoakSamples / 2)..].Max() / samples[..(SoakSamples / 2)].Max(), "×");
    }

    private async Task FaultsAsync(string bot, FakeDiscord discord, BotProcess process)
    {
        await new Load(discord, process).RunAsync(100, 1);
        var outcome = await new Faults(discord, process, options.Seed).RunAsync(options.Faults);
        comparison.Add(bot, "faults: in a row", outcome.Faults, "faults");
        comparison.Add(bot, "faults: interactions", outcome.Interactions, "interactions");
        comparison.Add(bot, "faults: lost though Discord replays them", outcome.Lost, "interactions");
        comparison.Add(bot, "faults: lost with the session, though sent before its end", outcome.LostWithSession, "interactions");
        comparison.Add(bot, "faults: answered twice", outcome.AnsweredTwice, "interactions");
        comparison.Add(bot, "faults: back after, p50", outcome.BackAfter, "ms");
        comparison.Add(bot, "faults: sessions resumed", outcome.Resumes, "times");
        comparison.Add(bot, "faults: sessions begun", outcome.Sessions, "times");
        comparison.Add(bot, "faults: sessions that the bot ended itself", outcome.EndedByBot, "times");
        foreach (var (fault, lost) in outcome.LostAt)
        {
            comparison.Add(bot, $"faults: unanswered five seconds after {fault}", lost, "interactions");
        }

        foreach (var (fault, twice) in outcome.TwiceAt)
        {
            comparison.Add(bot, $"faults: answered twice after {fault}", twice, "interactions");
        }
    }
}
