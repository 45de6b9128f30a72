using System.Diagnostics;
using System.Globalization;
using System.Net;
using BriefingBot.Feeds;
using BriefingBot.Storage;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Tests.Fakes;

/// <summary>The program's asking of a feed in a process of its own, which can be killed; see <see cref="DeliveringProcess"/>.</summary>
internal static class FeedingProcess
{
    /// <summary>The first argument of such a process.</summary>
    public const string Word = "feeds";

    /// <summary>What a child does: asks the feed once and ends, or stands still at a step.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (path, articles, feed, ahead, step) = (arguments[1], arguments[2], new Uri(arguments[3]), arguments[4], arguments[5]);
        var time = new DeliveringProcess.AheadTime(TimeSpan.FromSeconds(double.Parse(ahead, CultureInfo.InvariantCulture)));
        using var logs = LoggerFactory.Create(log => log.SetMinimumLevel(LogLevel.Debug).AddProvider(new DeliveringProcess.StandingStill(step)));
        var options = new FeedOptions { Addresses = [feed], Networks = [IPNetwork.Parse("127.0.0.0/8")] };
        using var parts = FeedParts.Join(options, new Database(path), articles, 1_000_000, $"process {Environment.ProcessId}", TimeSpan.Zero, time, logs);
        return parts.Store.TryHold() && (await parts.Poll.AskAsync(feed, default)).Error is null ? 0 : 1;
    }

    /// <summary>Starts a child.</summary>
    /// <param name="path">Of the database.</param>
    /// <param name="articles">The articles folder.</param>
    /// <param name="feed">What to ask.</param>
    /// <param name="ahead">By how much its clock is ahead.</param>
    /// <param name="step">Words of the log line at which it stands still; empty for none.</param>
    public static Process Start(string path, string articles, Uri feed, TimeSpan ahead, string step = "") => Process.Start(new ProcessStartInfo(
        "dotnet",
        [typeof(FeedingProcess).Assembly.Location, Word, path, articles, feed.ToString(), ahead.TotalSeconds.ToString(CultureInfo.InvariantCulture), step])
    {
        RedirectStandardOutput = true,
    })!;
}
