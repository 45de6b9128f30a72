using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

/// <summary>What all connections of a client share.</summary>
internal sealed record GatewayParts(
    GatewayOptions Options,
    SentPayloads Payloads,
    IdentifyPace Pace,
    TimeProvider Time,
    Func<double> Random,
    GatewayVitals Vitals,
    ChannelWriter<GatewayEvent> Events,
    ILogger Log);

/// <summary>
/// One WebSocket from open to closed: brings what happens (frames, timers, its turn) to the <see cref="GatewayState"/>, one at a time, and
/// does what that decides. Sending has a loop of its own, so that neither a slow owner nor a slow line stops the clock.
/// </summary>
internal sealed class GatewayConnection : IDisposable
{
    /// <summary>Taken when HELLO gives none: the interval that Discord has used for years.</summary>
    public static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(41.25);

    /// <summary>An owner who keeps the reader waiting longer than this may be why an acknowledgement was not read.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly GatewayParts _parts;
    private readonly GatewaySocket _socket;
    private readonly int _maxConcurrency;
    private readonly SendBudget _budget;
    private readonly ITimer _deadline;
    private readonly Channel<byte[]> _outbox = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _leaving = new();
    private readonly OwnersPace _owner;
    private readonly ConnectionReport _report;
    private GatewayState _state;
    private ITimer? _heart;
    private TimeSpan _interval = UsualInterval;
    private Task _reading = Task.CompletedTask;
    private Task _writing = Task.CompletedTask;
    private Task _turn = Task.CompletedTask;

    /// <param name="parts">Of the client.</param>
    /// <param name="socket">Open; this connection disposes of it.</param>
    /// <param name="state">What is known so far.</param>
    /// <param name="maxConcurrency">As Discord told it last.</param>
    public GatewayConnection(GatewayParts parts, GatewaySocket socket, in GatewayState state, int maxConcurrency)
    {
        (_parts, _socket, _state, _maxConcurrency) = (parts, socket, state, maxConcurrency);
        _budget = new SendBudget(parts.Time);
        (_owner, _report) = (new OwnersPace(parts), new ConnectionReport(parts));
        _deadline = parts.Time.CreateTimer(_ => OnLate(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Until the connection is to be left or has ended: the state then. <see cref="CloseAsync"/> has to follow.</summary>
    /// <param name="stop">Leaves it.</param>
    /// <param name="abandoned">Nobody reads the events any more.</param>
    public async Task<GatewayState> RunAsync(CancellationToken stop, CancellationToken abandoned)
    {
        On(new GatewayInput(GatewayHappening.Opened));
        _reading = ReadAsync(abandoned);
        _writing = WriteAsync();
        using (stop.Register(() => On(new GatewayInput(GatewayHappening.Stopped))))
        {
            await _left.Task.ConfigureAwait(false);
        }

        return _state;
    }

    /// <summary>
    /// Says farewell, waits a moment for the other side's, and ends. An event that still waits for the owner is handed on first: the session
    /// counts it as taken, so it must not get lost.
    /// </summary>
    /// <param name="code">1000 ends the session, 4000 keeps it.</param>
    public async Task CloseAsync(int code)
    {
        _heart?.Dispose();
        _outbox.Writer.TryComplete();
        await _leaving.CancelAsync().ConfigureAwait(false);
        using (var limit = new CancellationTokenSource(_parts.Options.CloseLimit, _parts.Time))
        {
            try
            {
                await _socket.CloseAsync(code, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
                await _reading.WaitAsync(limit.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (GatewayClient.IsOfTheLine(exception))
            {
                // It was closed already, or the other side is silent.
            }
        }

        _socket.Abort();
        await Task.WhenAll(_reading, _writing, _turn).ConfigureAwait(false);
    }

    /// <summary>After <see cref="CloseAsync"/>.</summary>
    public void Dispose()
    {
        _heart?.Dispose();
        _deadline.Dispose();
        _socket.Dispose();
        _leaving.Dispose();
    }

    private async Task ReadAsync(CancellationToken abandoned)
    {
        int? code = null;
        try
        {
            for (var arrival = await _socket.ReadAsync().ConfigureAwait(false); ; arrival = await _socket.ReadAsync().ConfigureAwait(false))
            {
                if (arrival.Kind == ArrivalKind.Closed)
                {
                    code = arrival.CloseCode;
                    break;
                }

                if (Taken(arrival) is { } told && !_owner.TryTell(told))
                {
                    await _owner.TellAsync(told, abandoned).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (GatewayClient.IsOfTheLine(exception))
        {
            // The line was cut; there is no code.
        }
        catch (Exception exception)
        {
            _parts.Log.ReadingFailed(_parts.Options.ShardId, exception);
        }

        On(new GatewayInput(GatewayHappening.Closed) { CloseCode = code });
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var payload in _outbox.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await _socket.SendAsync(payload).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (GatewayClient.IsOfTheLine(exception))
        {
            // The reader finds out why, unless the line is cut in one direction only.
            On(new GatewayInput(GatewayHappening.Closed));
        }
    }

    /// <summary>The event to hand on; null for everything else.</summary>
    private GatewayEvent? Taken(in Arrival arrival)
    {
        if (arrival.Kind == ArrivalKind.Garbled)
        {
            On(new GatewayInput(GatewayHappening.Garbled));
            return null;
        }

        if (arrival.Kind == ArrivalKind.TooLong)
        {
            _parts.Log.TooLong(_parts.Options.ShardId, _parts.Options.LongestMessage);
            CountUnreadable();
            return null;
        }

        var received = _parts.Time.GetTimestamp();
        var message = arrival.Message.Span;
        if (ReceivedPayload.Read(message) is not { } payload)
        {
            _parts.Log.Unreadable(_parts.Options.ShardId, message.Length);
            CountUnreadable();
            return null;
        }

        if (payload.Outer.Op == Opcode.Hello)
        {
            TakeInterval(payload.Outer.DataIn(message));
        }

        return On(payload.Input).Acts.HasFlag(GatewayActs.Dispatch) ? Event(payload, message, received) : null;
    }

    private GatewayEvent? Event(in ReceivedPayload payload, ReadOnlySpan<byte> message, long received)
    {
        var told = payload.Event(message, received, out var problem);
        if (problem is not null)
        {
            _parts.Log.UnreadableInteraction(_parts.Options.ShardId, problem);
            CountUnreadable();
        }

        return told;
    }

    private void TakeInterval(ReadOnlySpan<byte> data)
    {
        if (PayloadData.HeartbeatInterval(data) is not { } interval)
        {
            _parts.Log.NoInterval(_parts.Options.ShardId, UsualInterval);
            return;
        }

        lock (_gate)
        {
            _interval = interval;
        }
    }

    private void CountUnreadable() => _parts.Vitals.Change(health => health with { Unreadable = health.Unreadable + 1 });

    private void OnLate() => On(new GatewayInput(GatewayHappening.Late));

    private void OnBeatDue() => On(new GatewayInput(GatewayHappening.BeatDue) { HeldUp = _owner.WasSlow() });

    private async Task AwaitTurnAsync()
    {
        try
        {
            await _parts.Pace.TakeTurnAsync(_parts.Options.ShardId, _maxConcurrency, _leaving.Token).ConfigureAwait(false);
            On(new GatewayInput(GatewayHappening.TurnCame));
        }
        catch (OperationCanceledException)
        {
            // The connection ended before its turn came.
        }
    }

    private GatewayStep On(in GatewayInput input)
    {
        lock (_gate)
        {
            var before = _state;
            var step = before.On(input);
            _state = step.State;
            var replays = step is { State.Stage: GatewayStage.Resuming, Acts: GatewayActs.Dispatch };
            if (step.State.Stage != before.Stage || replays)
            {
                Watch(step.State.Stage);
            }

            if (step.Acts != GatewayActs.Dispatch || step.State.Stage != before.Stage)
            {
                Do(step.Acts);
                _report.Tell(before, input, step, _interval);
            }

            return step;
        }
    }

    /// <summary>How long the stage may last. Replayed events lengthen the wait for RESUMED.</summary>
    private void Watch(GatewayStage stage) => _deadline.Change(
        stage switch
        {
            GatewayStage.Open => _parts.Options.HelloLimit,
            GatewayStage.Identifying => _parts.Options.ReadyLimit,
            GatewayStage.Resuming => _parts.Options.ResumedLimit,
            _ => Timeout.InfiniteTimeSpan,
        },
        Timeout.InfiniteTimeSpan);

    private void Do(GatewayActs acts)
    {
        if (acts.HasFlag(GatewayActs.StartHeart))
        {
            _heart = _parts.Time.CreateTimer(_ => OnBeatDue(), null, _interval * Math.Clamp(_parts.Random(), 0, 1), _interval);
        }

        if (acts.HasFlag(GatewayActs.AwaitTurn))
        {
            _turn = Task.Run(AwaitTurnAsync);
        }

        if (acts.HasFlag(GatewayActs.Identify))
        {
            Send(_parts.Payloads.Identify);
        }

        if (acts.HasFlag(GatewayActs.Resume))
        {
            Send(_parts.Payloads.Resume(_state.Session!, _state.Sequence));
        }

        if (acts.HasFlag(GatewayActs.Beat) || (acts.HasFlag(GatewayActs.BeatIfRoom) && _budget.HasRoom()))
        {
            _report.Beaten();
            Send(SentPayloads.Heartbeat(_state.Sequence));
        }

        if (acts.HasFlag(GatewayActs.Leave))
        {
            _left.TrySetResult();
        }
    }

    private void Send(byte[] payload)
    {
        _budget.Take();
        _outbox.Writer.TryWrite(payload);
    }
}
