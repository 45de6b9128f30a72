namespace BriefingBot.Benchmarks.Delivery;

/// <summary>A clock that stands until it is told to go on to the next moment that somebody waits for. Safe for any number of threads.</summary>
internal sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly SortedSet<(long Due, long Order, Timer Timer)> _timers = [];
    private long _now;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Since its start.</summary>
    public TimeSpan Elapsed => new(Interlocked.Read(ref _now));

    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Goes on to the next moment that is waited for, if it comes within <paramref name="longest"/>.</summary>
    public void Advance(TimeSpan longest)
    {
        Timer timer;
        lock (_gate)
        {
            if (_timers.Count == 0 || _timers.Min.Due > _now + longest.Ticks)
            {
                return;
            }

            var next = _timers.Min;
            _timers.Remove(next);
            timer = next.Timer;
            timer.Entry = null;
            Interlocked.Exchange(ref _now, Math.Max(_now, next.Due));
        }

        timer.Fire();
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer, IComparable<Timer>
    {
        private TimeSpan _period;

        public (long, long, Timer)? Entry { get; set; }

        public void Fire()
        {
            if (_period > TimeSpan.Zero)
            {
                Change(_period, _period);
            }

            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                _period = period;
                if (Entry is { } old)
                {
                    time._timers.Remove(old);
                    Entry = null;
                }

                if (dueTime >= TimeSpan.Zero)
                {
                    var entry = (time._now + dueTime.Ticks, ++time._order, this);
                    Entry = entry;
                    time._timers.Add(entry);
                }
            }

            return true;
        }

        public int CompareTo(Timer? other) => 0;

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
