using System.Diagnostics;
using System.Globalization;
using BriefingBot.Briefings;
using BriefingBot.Discord.Rest;
using BriefingBot.Storage;
using BriefingBot.Surfaces.Discord;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Tests.Fakes;

/// <summary>
/// The program's delivery in a process of its own, which can be killed. It delivers what is due and ends; or it stands still for good at a step, as
/// its own log tells it, and says so.
/// </summary>
internal static class DeliveringProcess
{
    /// <summary>What it says when it stands still.</summary>
    private const string Standing = "standing";

    /// <summary>What a child does; called with what <see cref="Start"/> passes on.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments[0] == FeedingProcess.Word)
        {
            return await FeedingProcess.RunAsync(arguments);
        }

        var (path, url, ahead, step) = (arguments[0], arguments[1], arguments[2], arguments[3]);
        var time = new AheadTime(TimeSpan.FromSeconds(double.Parse(ahead, CultureInfo.InvariantCulture)));
        using var logs = LoggerFactory.Create(log => log.SetMinimumLevel(LogLevel.Debug).AddProvider(new StandingStill(step)));
        using var rest = new DiscordRest(new DiscordRestOptions { Token = "token", BaseUrl = new Uri(url) }, time, null, logs.CreateLogger<DiscordRest>());
        var database = new Database(path);
        var store = new SubscriptionStore(database, new BriefingOptions(), time);
        var briefings = new SmallBriefings { Parts = 2 };
        using var parts = BriefingParts.Join(
            store, database, new DueSubscriptions(database, BriefingPlace.Discord), $"process {Environment.ProcessId}", new DiscordSink(rest, briefings.Render),
            briefings.Compose, () => true, new BriefingOptions(), time, logs);
        foreach (var at in parts.Due.Times())
        {
            await parts.Rounds.DeliverAsync(at, default, default);
        }

        await parts.Rounds.GoOnAsync(default, default);
        return 0;
    }

    /// <summary>Starts a child.</summary>
    /// <param name="path">Of the database.</param>
    /// <param name="url">Of Discord.</param>
    /// <param name="ahead">By how much its clock is ahead.</param>
    /// <param name="step">Words of the log line at which it stands still; empty for none.</param>
    public static Process Start(string path, Uri url, TimeSpan ahead, string step = "") => Process.Start(new ProcessStartInfo(
        "dotnet",
        [typeof(DeliveringProcess).Assembly.Location, path, url.ToString(), ahead.TotalSeconds.ToString(CultureInfo.InvariantCulture), step])
    {
        RedirectStandardOutput = true,
    })!;

    /// <summary>Until it stands still.</summary>
    public static async Task StandsAsync(Process child)
    {
        while (await child.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) != Standing)
        {
            Assert.False(child.HasExited, "It ended before it came to that step.");
        }
    }

    /// <summary>A machine whose clock is ahead: so a restart minutes later takes no minutes.</summary>
    internal sealed class AheadTime(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }

    internal sealed class StandingStill(string step) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (step.Length > 0 && formatter(state, exception).Contains(step, StringComparison.Ordinal))
            {
                Console.WriteLine(Standing);
                Console.Out.Flush();
                using var never = new ManualResetEventSlim();
                never.Wait();
            }
        }

        public void Dispose()
        {
        }
    }
}
