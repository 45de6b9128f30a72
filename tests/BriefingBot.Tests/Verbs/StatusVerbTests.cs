using System.Net;
using System.Text.Json;
using BriefingBot.Briefings;
using BriefingBot.Configuration;
using BriefingBot.Hosting;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Verbs;

/// <summary><c>status</c> tells of every subscription when it is due, what became of the last, and what needs attention.</summary>
public sealed class StatusVerbTests : IDisposable
{
    private readonly StoryOnDisk _disk = new();
    private readonly TemporaryDatabase _stored = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public StatusVerbTests() => _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _stored.Dispose();
        _disk.Dispose();
    }

    [Fact]
    public async Task Without_subscriptions_nothing_is_stored_and_nothing_needs_attention()
    {
        Assert.Equal(0, await StatusAsync());
        Assert.Contains("Subscriptions    0 subscriptions", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("none answers here", _output.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(_stored.Path));
    }

    [Fact]
    public async Task Next_last_and_error_of_each_are_told()
    {
        var good = _stored.Add(TemporaryDatabase.InChannel("7", "8"));
        var bad = _stored.Add(TemporaryDatabase.ByMessage("5"));
        var ledger = new DeliveryLedger(_stored.Database, "one", _stored.Time);
        _stored.Time.Advance(TimeSpan.FromDays(1));
        var slot = new BriefingSlot(new DateOnly(2026, 3, 3), new DateTimeOffset(2026, 3, 3, 7, 0, 0, TimeSpan.Zero));
        ledger.Sent(ledger.TryClaim(good, slot)!, new StoredBriefing([], [], false, false, _stored.Time.GetUtcNow()), ["1"], null);
        ledger.Rejected(ledger.TryClaim(bad, slot)!, "They do not take direct messages.", PauseReason.DirectMessagesClosed);

        Assert.Equal(1, await StatusAsync("--format", "json"));
        using var status = JsonDocument.Parse(_output.ToString());
        var subscriptions = status.RootElement.GetProperty("subscriptions");
        Assert.Equal(2, subscriptions.GetArrayLength());
        Assert.Equal(("sent", "2026-03-03"), (subscriptions[0].GetProperty("lastState").GetString(), subscriptions[0].GetProperty("lastDay").GetString()));
        Assert.True(subscriptions[0].GetProperty("next").GetDateTimeOffset() > TimeProvider.System.GetUtcNow());
        Assert.Equal("DirectMessagesClosed", subscriptions[1].GetProperty("paused").GetProperty("reason").GetString());
        Assert.Equal("They do not take direct messages.", subscriptions[1].GetProperty("lastError").GetString());
        Assert.StartsWith("Subscription 2 (direct messages to 5) is paused since 2026-03-03 12:00 UTC", Assert.Single(status.RootElement.GetProperty("attention").EnumerateArray()).GetString(), StringComparison.Ordinal);

        _output.GetStringBuilder().Clear();
        await StatusAsync();
        Assert.Contains("  1: channel 8 of server 7, 08:00 Europe/Zurich; next ", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("last sent on 2026-03-03, at 2026-03-03 12:00 UTC", _output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"2: direct messages to 5, 08:00 Europe/Zurich; paused since 2026-03-03 12:00 UTC: no direct message reached you; tried again \d{4}-\d\d-\d\d 0[67]:00 UTC; last refused", _output.ToString());
    }

    [Fact]
    public async Task A_running_bot_tells_how_its_scheduler_and_connection_are()
    {
        using var socket = ListeningSocket.Open(new HttpOptions("http://127.0.0.1:0", new IPEndPoint(IPAddress.Loopback, 0)));
        using var meters = new ServiceMeters();
        using var stop = new CancellationTokenSource();
        var readiness = new Readiness(() => new Condition("briefings", true, "waiting for 1 time of day"), () => new Condition("gateway", false, "not ready"));
        var serving = new WebService(socket, readiness, meters, NullLoggerFactory.Instance).RunAsync(stop.Token, CancellationToken.None);
        Assert.Equal(1, await StatusAsync($"--Http:Url=http://{socket.EndPoint}"));
        Assert.Contains("briefings: waiting for 1 time of day; gateway: not ready", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("The running bot is not well: gateway is not ready.", _output.ToString(), StringComparison.Ordinal);
        await stop.CancelAsync();
        await serving;
    }

    [Fact]
    public async Task A_bot_that_is_starting_is_told_of_and_needs_no_attention()
    {
        using var socket = ListeningSocket.Open(new HttpOptions("http://127.0.0.1:0", new IPEndPoint(IPAddress.Loopback, 0)));
        using var meters = new ServiceMeters();
        using var stop = new CancellationTokenSource();
        var readiness = new Readiness(
            () => new Condition("index", true, "open and up to date"),
            () => new Condition("briefings", false, "waiting for the connection") { Starting = true });
        var serving = new WebService(socket, readiness, meters, NullLoggerFactory.Instance).RunAsync(stop.Token, CancellationToken.None);
        Assert.Equal(0, await StatusAsync($"--Http:Url=http://{socket.EndPoint}"));
        Assert.Contains("Running bot      starting; index: open and up to date; briefings: waiting for the connection", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Nothing needs attention.", _output.ToString(), StringComparison.Ordinal);
        await stop.CancelAsync();
        await serving;
    }

    private async Task<int> StatusAsync(params string[] words)
    {
        // Nobody listens at the port of the discard protocol.
        string[] http = words.Any(word => word.StartsWith("--Http", StringComparison.Ordinal)) ? [] : ["--Http:Url=http://127.0.0.1:9"];
        return await Program.RunAsync(["status", .. _disk.Arguments, $"--Storage:Path={_stored.Path}", .. http, .. words], _output, _error, CancellationToken.None);
    }
}
