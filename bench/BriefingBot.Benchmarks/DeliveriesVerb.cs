using System.Diagnostics;
using BriefingBot.Benchmarks.Delivery;
using BriefingBot.Briefings;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Storage;
using BriefingBot.Surfaces.Discord;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Benchmarks;

/// <summary>
/// Subscriptions that are all due in the same minute, delivered by the shipped code over real sockets and real SQLite, on a clock that goes on
/// only when nothing is left to do at a moment: so what is measured is how well the limit of 50 requests a second is used.
/// </summary>
internal static class DeliveriesVerb
{
    /// <summary>Of subscriptions: the others are alone in their servers.</summary>
    private const double InLargeServers = 0.25;

    private const int OfLargeServer = 25;

    /// <summary>Virtual time goes on after so long without anything happening.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(1.5);

    public static async Task RunAsync(int subscriptions, Report report)
    {
        using var folder = new TemporaryFolder();
        var time = new VirtualTime(new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero));
        var database = new Database(Path.Combine(folder.Path, "bot.db"));
        var at = new BriefingTime(new TimeOnly(8, 0), "UTC");
        var servers = Fill(database, time, at, subscriptions);
        Pass(time, TimeSpan.FromHours(1));

        using var discord = new FakeMessages(time.GetUtcNow, keep: false);
        using var rest = new DiscordRest(new DiscordRestOptions { Token = "token", BaseUrl = discord.BaseUrl }, time, null, NullLogger<DiscordRest>.Instance);
        var sink = new CountedSink(new DiscordSink(rest, ShortBriefings.Render(1)));
        var options = new BriefingOptions();
        using var parts = BriefingParts.Join(
            new SubscriptionStore(database, options, time), database, new DueSubscriptions(database, BriefingPlace.Discord), "bench",
            sink, ShortBriefings.Compose, () => true, options, time, NullLoggerFactory.Instance);
        var waiting = new HashSet<string>(servers);
        TimeSpan? everyServer = null;
        discord.Posting = channel =>
        {
            if (waiting.Remove(ServerOf(channel)) && waiting.Count == 0)
            {
                everyServer = time.Elapsed;
            }
        };

        GC.Collect();
        var (before, started, clock) = (GC.GetTotalMemory(true), time.Elapsed, Stopwatch.GetTimestamp());
        var most = await PumpAsync(
            parts.Rounds.DeliverAsync(at, default, default), () => discord.InFlight > 0 || parts.Rounds.UnderWay != sink.Sending, time, rest, report);
        var taken = (time.Elapsed - started).TotalSeconds;
        report.Add($"deliveries {subscriptions}: sent", discord.Posted, "messages");
        report.Add($"deliveries {subscriptions}: virtual time", taken, "s");
        report.Add($"deliveries {subscriptions}: over the bound of 50 requests a second", taken / (subscriptions / 50.0), "x");
        report.Add($"deliveries {subscriptions}: every server had its first after", (everyServer!.Value - started).TotalSeconds, "s");
        report.Add($"deliveries {subscriptions}: the same, over its bound", (everyServer.Value - started).TotalSeconds / (servers.Count / 50.0), "x");
        report.Add($"deliveries {subscriptions}: managed memory, most above the start", (most - before) / 1e6, "MB");
        report.Add($"deliveries {subscriptions}: real time", Stopwatch.GetElapsedTime(clock).TotalSeconds, "s");
        report.Add($"deliveries {subscriptions}: rows left open", parts.Ledger.Open(BriefingPlace.Discord, 10).Count, "rows");
    }

    /// <summary>The servers' ids.</summary>
    private static List<string> Fill(Database database, VirtualTime time, BriefingTime at, int count)
    {
        var servers = new List<string>();
        database.Write(connection =>
        {
            var large = (int)(count * InLargeServers);
            for (var i = 0; i < count; i++)
            {
                var (server, turn) = i < large ? (i / OfLargeServer, i % OfLargeServer) : (i, 0);
                if (turn == 0)
                {
                    servers.Add($"{server}");
                }

                connection.Execute(
                    """
                    INSERT INTO subscription (owner, surface, guild, channel, time, zone, quiet, again, since, turn)
                    VALUES ('5', 'discord', @guild, @channel, @time, @zone, 0, 0, @since, @turn)
                    """,
                    ("@guild", $"{server}"), ("@channel", $"{((long)server * 100) + turn + 1}"), ("@time", Sql.Stored(at.Time)), ("@zone", at.Zone),
                    ("@since", Sql.Stored(time.GetUtcNow())), ("@turn", turn));
            }

            return count;
        });
        return servers;
    }

    private static string ServerOf(string channel) => $"{(long.Parse(channel) - 1) / 100}";

    /// <summary>Lets virtual time pass whenever nothing happens any more; answers an interaction now and then beside.</summary>
    /// <returns>The most managed memory that was in use.</returns>
    private static async Task<long> PumpAsync(Task round, Func<bool> isBusy, VirtualTime time, DiscordRest rest, Report report)
    {
        var most = 0L;
        var answers = new List<double>();
        var (since, steps) = (Stopwatch.GetTimestamp(), 0);
        while (!round.IsCompleted)
        {
            if (isBusy())
            {
                since = Stopwatch.GetTimestamp();
            }
            else if (Stopwatch.GetElapsedTime(since) > Quiet)
            {
                time.Advance(TimeSpan.FromSeconds(5));
                since = Stopwatch.GetTimestamp();
                if (++steps % 20 == 0)
                {
                    most = Math.Max(most, GC.GetTotalMemory(false));
                    answers.Add(await AnswerAsync(rest, (ulong)steps));
                }
            }

            await Task.Yield();
        }

        await round;
        report.Add("an interaction answered beside, p50", Percentile(answers, 0.5), "ms");
        report.Add("an interaction answered beside, worst", Percentile(answers, 1), "ms");
        return most;
    }

    private static async Task<double> AnswerAsync(DiscordRest rest, ulong id)
    {
        var start = Stopwatch.GetTimestamp();
        await rest.RespondAsync(new Snowflake(id), $"token{id}", InteractionResponse.Offer([]), default);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Percentile(List<double> values, double share)
    {
        values.Sort();
        return values.Count == 0 ? 0 : values[Math.Min(values.Count - 1, (int)(values.Count * share))];
    }

    private static void Pass(VirtualTime time, TimeSpan span)
    {
        using var until = time.CreateTimer(_ => { }, null, span, Timeout.InfiniteTimeSpan);
        time.Advance(span);
    }
}
