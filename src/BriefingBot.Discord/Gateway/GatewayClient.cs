using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// One shard's connection to Discord's Gateway, version 10, kept up for ever: see <see cref="RunAsync"/>. What it does about each thing that
/// can happen stands in <c>GatewayState</c>, when it tries again in <see cref="ReconnectDelays"/>.
/// </summary>
public sealed class GatewayClient
{
    /// <summary>Ends a session: the bot is shown as offline at once. Discord's document: events/gateway, Initiating a Disconnect.</summary>
    public const int EndsSession = 1000;

    /// <summary>Keeps a session for resuming, as every code but 1000 and 1001.</summary>
    public const int KeepsSession = 4000;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    private readonly GatewayOptions _options;
    private readonly Func<CancellationToken, Task<GatewayBot>> _ask;
    private readonly GatewayVitals _vitals = new();
    private readonly Channel<GatewayEvent> _events;
    private readonly GatewayParts _parts;
    private GatewayState _state;
    private Uri? _first;
    private int _maxConcurrency = 1;
    private IEnumerator<TimeSpan> _delays;
    private string? _takenOf;
    private long _taken;
    private int _runs;

    /// <param name="options">What is to be connected.</param>
    /// <param name="ask">
    /// GET /gateway/bot, asked before every new session, not before resuming. Status 401 is final; whatever else fails is tried again.
    /// </param>
    /// <param name="pace">One for all shards of the process.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Numbers from 0 to 1, as of <see cref="Random.NextDouble"/>; from several threads.</param>
    /// <param name="log">Gets no secrets.</param>
    /// <exception cref="ArgumentException">The options cannot be right.</exception>
    public GatewayClient(
        GatewayOptions options,
        Func<CancellationToken, Task<GatewayBot>> ask,
        IdentifyPace pace,
        TimeProvider time,
        Func<double> random,
        ILogger<GatewayClient> log)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Token, nameof(options));
        ArgumentException.ThrowIfNullOrWhiteSpace(options.UserAgent, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.ShardId, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(options.ShardId, options.ShardCount, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueueLength, 1, nameof(options));
        (_options, _ask) = (options, ask);
        _events = Channel.CreateBounded<GatewayEvent>(new BoundedChannelOptions(options.QueueLength)
        {
            SingleReader = true,
            SingleWriter = true,
            AllowSynchronousContinuations = true,
        });
        _parts = new GatewayParts(options, new SentPayloads(options), pace, time, random, _vitals, _events.Writer, log);
        _state = GatewayState.Begun(GatewayAddress.Of(options.Session?.Address, options) is null ? null : options.Session);
        (_takenOf, _taken) = (options.Session?.Id, options.Session?.Sequence ?? 0);
        _delays = ReconnectDelays.Sequence(random).GetEnumerator();
    }

    /// <summary>How it is now. From any thread.</summary>
    public GatewayHealth Health => _vitals.Now;

    /// <summary>
    /// After <see cref="RunAsync"/> has ended with <see cref="GatewayOptions.KeepSession"/>: what a process that starts soon can go on with, from
    /// after the last event that was dealt with here. Else null.
    /// </summary>
    public GatewaySession? Session =>
        _options.KeepSession && _state.Stage == GatewayStage.Apart && _state.Session is { } session && session.Id == _takenOf
            ? session with { Sequence = _taken } : null;

    /// <summary>
    /// Connects, and tells what happens, each event once. Connects again for ever, whatever goes wrong. Once only for a client.
    /// </summary>
    /// <remarks>
    /// The next event comes when the last has been dealt with, so the owner should hand work on rather than wait for it; the code up to
    /// the owner's first wait may run on the reader's thread. <see cref="GatewayOptions.QueueLength"/> events may wait. Beyond that nothing is
    /// thrown away: reading pauses, Discord notices by its own buffers, heartbeats go on. As the acknowledgement then lies unread, it is not
    /// missed until the owner has kept up for an interval.
    /// </remarks>
    /// <param name="stop">
    /// Ends it within a second or two, without an exception: the connection is closed (with 1000, or 4000 with
    /// <see cref="GatewayOptions.KeepSession"/>), and the events that have arrived are told before the end.
    /// </param>
    /// <exception cref="GatewayRefusedException">Discord refuses for good: wrong token, intents or sharding.</exception>
    public async IAsyncEnumerable<GatewayEvent> RunAsync([EnumeratorCancellation] CancellationToken stop)
    {
        if (Interlocked.Exchange(ref _runs, 1) != 0)
        {
            throw new InvalidOperationException("A client runs once: its session has one reader.");
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var abandoned = new CancellationTokenSource();
        var connecting = Task.Run(() => ConnectForEverAsync(ending.Token, abandoned.Token), CancellationToken.None);
        try
        {
            await foreach (var told in _events.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return told;
                Note(told);
            }
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await abandoned.CancelAsync().ConfigureAwait(false);
            await connecting.ConfigureAwait(false);
        }
    }

    /// <summary>Whether it is a failure of the line: expected, and no reason to end.</summary>
    internal static bool IsOfTheLine(Exception exception) => exception is WebSocketException or OperationCanceledException or IOException
        or SocketException or ObjectDisposedException or InvalidOperationException or HttpRequestException;

    private void Note(GatewayEvent told)
    {
        _takenOf = told.Ready is { } ready ? ready.SessionId : _takenOf;
        _taken = told.Sequence ?? _taken;
    }

    /// <summary>Never fails: why it ended stands in the queue's completion.</summary>
    private async Task ConnectForEverAsync(CancellationToken stop, CancellationToken abandoned)
    {
        Exception? why = null;
        try
        {
            while (_state.Stage != GatewayStage.Refused)
            {
                await ConnectAsync(stop, abandoned).ConfigureAwait(false);
            }

            why = new GatewayRefusedException(_state.Refusal!);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // As wanted.
        }
        catch (Exception exception)
        {
            why = exception;
        }

        _events.Writer.TryComplete(why);
    }

    /// <summary>One attempt with all that follows, and the wait before the next.</summary>
    private async Task ConnectAsync(CancellationToken stop, CancellationToken abandoned)
    {
        using var connection = await OpenAsync(stop).ConfigureAwait(false);
        if (connection is null)
        {
            await RestAsync(stop).ConfigureAwait(false);
            return;
        }

        _state = await connection.RunAsync(stop, abandoned).ConfigureAwait(false);
        var farewell = connection.CloseAsync(stop.IsCancellationRequested && !_options.KeepSession ? EndsSession : KeepsSession);
        try
        {
            // Meanwhile, so that a silent peer does not make the next attempt later.
            await (_state.Stage == GatewayStage.Refused ? Task.CompletedTask : RestAsync(stop)).ConfigureAwait(false);
        }
        finally
        {
            await farewell.ConfigureAwait(false);
        }
    }

    /// <summary>Null when it could not be opened.</summary>
    private async Task<GatewayConnection?> OpenAsync(CancellationToken stop)
    {
        try
        {
            var address = await AddressAsync(stop).ConfigureAwait(false);
            _parts.Log.Connecting(_options.ShardId, address.Host, _state.Route);
            using var limit = new CancellationTokenSource(
                _state.Route == GatewayRoute.ToSession ? _options.ResumeConnectLimit : _options.ConnectLimit, _parts.Time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            var socket = await GatewaySocket.OpenAsync(address, _options, both.Token).ConfigureAwait(false);
            return new GatewayConnection(_parts, socket, _state, _maxConcurrency);
        }
        catch (DiscordApiException exception) when (exception.Status == HttpStatusCode.Unauthorized)
        {
            throw new GatewayRefusedException(CloseCode.Of(4004), exception);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            _state = _state.On(new GatewayInput(GatewayHappening.NotOpened)).State;
            _vitals.Change(health => health with { Session = _state.Session?.Id });
            _parts.Log.NotConnected(
                _options.ShardId, _state.Attempts, exception is OperationCanceledException ? "no answer in time" : exception.Message);
            return null;
        }
    }

    private async Task<Uri> AddressAsync(CancellationToken stop)
    {
        if (_state.Route == GatewayRoute.Anew)
        {
            _first = await AskAsync(stop).ConfigureAwait(false);
            return _first;
        }

        var own = GatewayAddress.ToResume(_state.Session?.Address, _first, _options);
        return (_state.Route == GatewayRoute.ToSession ? own ?? _first : _first ?? own)
            ?? throw new InvalidOperationException("The session that was to go on has no address.");
    }

    /// <summary>The address for a new session, once Discord allows one.</summary>
    private async Task<Uri> AskAsync(CancellationToken stop)
    {
        while (true)
        {
            var bot = await AskOnceAsync(stop).ConfigureAwait(false);
            _maxConcurrency = bot.SessionStartLimit?.MaxConcurrency ?? 1;
            if (bot.SessionStartLimit is not { Remaining: <= 0 } limit)
            {
                return GatewayAddress.Of(bot.Url, _options) ?? throw new DiscordApiException("GET /gateway/bot named no address of a WebSocket.");
            }

            // A second more, since the answer was under way for a while; a month at most, since a timer takes no more.
            var wait = TimeSpan.FromSeconds(1) + TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter ?? 60_000, 0, 2_592_000_000));
            _parts.Log.SessionsUsedUp(_options.ShardId, wait);
            await Task.Delay(wait, _parts.Time, stop).ConfigureAwait(false);
        }
    }

    private async Task<GatewayBot> AskOnceAsync(CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(_options.AskLimit, _parts.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        return await _ask(both.Token).ConfigureAwait(false);
    }

    private async Task RestAsync(CancellationToken stop)
    {
        if (_state.Attempts <= 1)
        {
            _delays = ReconnectDelays.Sequence(_parts.Random).GetEnumerator();
        }

        _delays.MoveNext();
        var rest = _state.RestFirst ? ShortestRest + ((LongestRest - ShortestRest) * Math.Clamp(_parts.Random(), 0, 1)) : TimeSpan.Zero;
        var wait = rest > _delays.Current ? rest : _delays.Current;
        _parts.Log.Waits(_options.ShardId, wait);
        await Task.Delay(wait, _parts.Time, stop).ConfigureAwait(false);
    }
}
