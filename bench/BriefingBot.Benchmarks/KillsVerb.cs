using System.Diagnostics;
using System.Globalization;
using BriefingBot.Benchmarks.Delivery;
using BriefingBot.Briefings;
using BriefingBot.Discord.Rest;
using BriefingBot.Storage;
using BriefingBot.Surfaces.Discord;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Benchmarks;

/// <summary>
/// Kills (SIGKILL) a process that delivers briefings at random moments, starts the next one minutes later by its clock, when Discord remembers no
/// nonce any more, and counts what stands in the channels: every part of every briefing must stand there once.
/// </summary>
internal static class KillsVerb
{
    private const int Subscriptions = 12;
    private const int Parts = 2;
    private const string Begins = "begins";

    public static async Task RunAsync(int kills, int seed, Report report)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "bot.db");
        var random = new Random(seed);
        var start = TimeProvider.System.GetUtcNow();
        var ahead = TimeSpan.Zero;
        using var discord = new FakeMessages(() => TimeProvider.System.GetUtcNow() + ahead, keep: true);
        Fill(path, start);
        var usual = await DeliverAsync(path, discord, ahead, null);
        var (killed, days, span) = (0, 1, usual);
        while (killed < kills)
        {
            ahead = TimeSpan.FromDays(days++);
            do
            {
                var wasKilled = await DeliverAsync(path, discord, ahead, usual * random.NextDouble()) is { Ticks: < 0 };
                killed += wasKilled ? 1 : 0;
                discord.ForgetNonces();
                ahead += DeliveryLedger.Lease + TimeSpan.FromSeconds(10);
                if (!wasKilled)
                {
                    break;
                }
            }
            while (killed < kills && ahead < TimeSpan.FromDays(days - 1) + TimeSpan.FromHours(12));

            // The day's last process is left alone.
            await DeliverAsync(path, discord, ahead, null);
        }

        var marks = discord.Marks;
        var expected = Subscriptions * Parts * days;
        report.Add("kills", killed, "processes");
        report.Add("days", days, "days");
        report.Add("messages expected", expected, "messages");
        report.Add("doubles", marks.Count - marks.Distinct().Count(), "messages");
        report.Add("losses", expected - marks.Distinct().Count(), "messages");
        report.Add("an undisturbed delivery of all", span.TotalMilliseconds, "ms");
    }

    /// <summary>What the killed process does: delivers all that is due, and ends.</summary>
    public static async Task DeliverAsync(string path, string url, string ahead)
    {
        var time = new AheadTime(TimeSpan.FromTicks(long.Parse(ahead, CultureInfo.InvariantCulture)));
        using var rest = new DiscordRest(new DiscordRestOptions { Token = "token", BaseUrl = new Uri(url) }, time, null, NullLogger<DiscordRest>.Instance);
        var database = new Database(path);
        var options = new BriefingOptions();
        using var parts = BriefingParts.Join(
            new SubscriptionStore(database, options, time), database, new DueSubscriptions(database, BriefingPlace.Discord), $"{Environment.ProcessId}",
            new DiscordSink(rest, ShortBriefings.Render(Parts)), ShortBriefings.Compose, () => true, options, time, NullLoggerFactory.Instance);
        var times = parts.Due.Times();
        Console.WriteLine(Begins);
        foreach (var at in times)
        {
            await parts.Rounds.DeliverAsync(at, default, default);
        }

        await parts.Rounds.GoOnAsync(default, default);
    }

    private static void Fill(string path, DateTimeOffset now)
    {
        var store = new SubscriptionStore(new Database(path), new BriefingOptions(), new AheadTime(TimeSpan.FromHours(-1)));
        for (var i = 0; i < Subscriptions; i++)
        {
            store.Subscribe(new NewSubscription(
                "5", new BriefingPlace(BriefingPlace.Discord, $"{i / 3}", $"{100 + i}"), TimeOnly.FromDateTime(now.AddMinutes(-1).UtcDateTime), "UTC", null, null, false, false));
        }
    }

    /// <returns>How long it took from its first step to its end; negative when it was killed.</returns>
    private static async Task<TimeSpan> DeliverAsync(string path, FakeMessages discord, TimeSpan ahead, TimeSpan? kill)
    {
        using var child = Process.Start(new ProcessStartInfo(
            "dotnet",
            [typeof(KillsVerb).Assembly.Location, "kills-deliver", path, discord.BaseUrl.ToString(), ahead.Ticks.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
        while (await child.StandardOutput.ReadLineAsync() is { } line && line != Begins)
        {
        }

        var start = Stopwatch.GetTimestamp();
        if (kill is { } after)
        {
            await Task.Delay(after, TimeProvider.System);
            child.Kill();
        }

        await child.WaitForExitAsync();
        return child.ExitCode == 0 ? Stopwatch.GetElapsedTime(start) : TimeSpan.FromTicks(-1);
    }

    private sealed class AheadTime(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
