using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Fakes;

/// <summary>
/// A clock that moves only when a test says so, and knows who waits for it: a test first sees that the code has begun to wait, then lets
/// exactly that time pass. So no test depends on how fast sockets or threads are.
/// </summary>
internal sealed class WatchedTime : FakeTimeProvider
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Watched, TimeSpan> _waiting = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WatchedTime()
        : base(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Until somebody waits for exactly so long; then lets it pass.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        await WaitedForAsync(due => due == wait);
        Advance(wait);
    }

    /// <inheritdoc cref="PassAsync(TimeSpan)"/>
    public Task PassAsync(double seconds) => PassAsync(TimeSpan.FromSeconds(seconds));

    /// <summary>Until somebody waits so: how long.</summary>
    public async Task<TimeSpan> WaitedForAsync(Func<TimeSpan, bool> wanted)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                foreach (var due in _waiting.Values)
                {
                    if (wanted(due))
                    {
                        return due;
                    }
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(FakeGateway.Patience);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var watched = new Watched(this);
        watched.Timer = base.CreateTimer(
            _ =>
            {
                if (period <= TimeSpan.Zero)
                {
                    Note(watched, Timeout.InfiniteTimeSpan);
                }

                callback(state);
            },
            null,
            dueTime,
            period);
        Note(watched, period > TimeSpan.Zero ? period : dueTime);
        return watched;
    }

    /// <summary>A periodic timer counts as waiting for its period from the start, a stopped one as not waiting.</summary>
    private void Note(Watched timer, TimeSpan due)
    {
        lock (_gate)
        {
            if (due > TimeSpan.Zero)
            {
                _waiting[timer] = due;
            }
            else
            {
                _waiting.Remove(timer);
            }

            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Watched(WatchedTime time) : ITimer
    {
        public ITimer? Timer { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = Timer!.Change(dueTime, period);
            time.Note(this, dueTime);
            return changed;
        }

        public void Dispose()
        {
            time.Note(this, Timeout.InfiniteTimeSpan);
            Timer!.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
