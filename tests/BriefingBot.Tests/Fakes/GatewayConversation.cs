using System.Threading.Channels;
using BriefingBot.Discord.Gateway;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Tests.Fakes;

/// <summary>A real client and a scripted Discord, with the clock in the test's hand.</summary>
internal sealed class GatewayConversation : IAsyncDisposable
{
    public const string Token = "MTIz.secret.token";

    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<GatewayEvent> _told = Channel.CreateUnbounded<GatewayEvent>();
    private readonly List<string> _lines = [];
    private readonly Task _reading;

    /// <param name="change">Of the options.</param>
    /// <param name="ask">Instead of an answer that names this fake.</param>
    /// <param name="pause">The owner waits for it after each event.</param>
    /// <param name="time">Another clock.</param>
    public GatewayConversation(
        Func<GatewayOptions, GatewayOptions>? change = null,
        Func<FakeGateway, int, Task<GatewayBot>>? ask = null,
        Func<Task>? pause = null,
        WatchedTime? time = null)
    {
        Time = time ?? new WatchedTime();
        Pace = new IdentifyPace(Time);
        var options = new GatewayOptions { Token = Token, UserAgent = "DiscordBot (https://example.org, 1.0)" };
        Client = new GatewayClient(
            change?.Invoke(options) ?? options,
            stop => (ask ?? Answer)(Discord, ++Asked).WaitAsync(stop),
            Pace,
            Time,
            () => 0.5,
            new Lines(_lines));
        _reading = ReadAsync(pause);
    }

    public FakeGateway Discord { get; } = new();

    public WatchedTime Time { get; }

    public IdentifyPace Pace { get; }

    public GatewayClient Client { get; }

    /// <summary>How often the address was asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>The lines logged so far.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public static Task<GatewayBot> Answer(FakeGateway discord, int times) => Task.FromResult(new GatewayBot
    {
        Url = discord.Url,
        Shards = 1,
        SessionStartLimit = new SessionStartLimit { Total = 1000, Remaining = 1000 - times, ResetAfter = 0, MaxConcurrency = 1 },
    });

    /// <summary>Up to READY of session “one”, with event 1 told. The first heartbeat is due after 20.625 s, each further after 41.25 s.</summary>
    public async Task<FakeConnection> BecomesReadyAsync(string session = "one", string? resumeUrl = null)
    {
        var connection = await Discord.AcceptAsync();
        await connection.SendAsync(GatewayPayloads.Hello());
        await connection.ExpectAsync(2);
        await connection.SendAsync(GatewayPayloads.Ready(session, resumeUrl ?? Discord.Url + "/resume"));
        Assert.Equal("READY", (await ToldAsync()).Name);
        await connection.SettleAsync();
        return connection;
    }

    /// <summary>A new connection that resumes session “one” after event <paramref name="sequence"/>.</summary>
    public async Task<FakeConnection> ResumesAsync(long sequence, string session = "one")
    {
        var connection = await Discord.AcceptAsync();
        await connection.SendAsync(GatewayPayloads.Hello());
        var resume = await connection.ExpectAsync(6);
        Assert.Equal((Token, session, sequence), (
            resume.GetProperty("token").GetString(), resume.GetProperty("session_id").GetString(), resume.GetProperty("seq").GetInt64()));
        return connection;
    }

    /// <summary>The next event that the client's owner gets.</summary>
    public async Task<GatewayEvent> ToldAsync() => await _told.Reader.ReadAsync().AsTask().WaitAsync(FakeGateway.Patience);

    /// <summary>The next events must be interactions with these ids.</summary>
    public async Task TellsAsync(params ulong[] ids)
    {
        foreach (var id in ids)
        {
            Assert.Equal(id, (await ToldAsync()).Interaction?.Id.Value);
        }
    }

    /// <summary>Nothing more has been told so far.</summary>
    public bool IsQuiet => !_told.Reader.TryPeek(out _);

    /// <summary>Until the health is so; it is changed by other threads, soon after what changes it.</summary>
    public async Task<GatewayHealth> HealthAsync(Func<GatewayHealth, bool> wanted)
    {
        using var patience = new CancellationTokenSource(FakeGateway.Patience);
        while (!wanted(Client.Health))
        {
            Assert.False(patience.IsCancellationRequested, Client.Health.ToString());
            await Task.Yield();
        }

        return Client.Health;
    }

    /// <summary>Until a line with these words is logged.</summary>
    public async Task LoggedAsync(string words)
    {
        using var patience = new CancellationTokenSource(FakeGateway.Patience);
        while (!Log.Any(line => line.Contains(words, StringComparison.Ordinal)))
        {
            Assert.False(patience.IsCancellationRequested, $"“{words}” was not logged.");
            await Task.Yield();
        }
    }

    public Task StopAsync() => _stop.CancelAsync();

    /// <summary>How the client's run has ended.</summary>
    public Task EndAsync() => _reading.WaitAsync(FakeGateway.Patience);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Discord.Dispose();
        try
        {
            await EndAsync();
        }
        catch (GatewayRefusedException)
        {
            // The test has looked at it.
        }

        _stop.Dispose();
    }

    private async Task ReadAsync(Func<Task>? pause)
    {
        await foreach (var told in Client.RunAsync(_stop.Token))
        {
            _told.Writer.TryWrite(told);
            await (pause?.Invoke() ?? Task.CompletedTask);
        }
    }

    private sealed class Lines(List<string> lines) : ILogger<GatewayClient>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add($"{formatter(state, exception)} {exception}");
            }
        }
    }
}
