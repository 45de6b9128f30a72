namespace BriefingBot.Discord.Rest;

/// <summary>
/// Lets requests go when Discord's rate limits allow them, in the order in which they were asked for: first each bucket's, then the one over all,
/// which what belongs to an interaction does not count in. Discord's document: topics/rate-limits. Safe for any number of threads.
/// </summary>
internal sealed class RateLimiter(TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private readonly GlobalLimit _global = new();
    private readonly BucketMap _buckets = new();
    private ITimer? _globalTimer;
    private long _tickets;
    private long _order;
    private Func<Exception>? _closed;
    private bool _disposed;

    /// <summary>How many buckets are remembered.</summary>
    public int Buckets
    {
        get
        {
            lock (_gate)
            {
                return _buckets.Count;
            }
        }
    }

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Waits for leave to send; give it back by <see cref="Answered"/> or <see cref="NotAnswered"/>.</summary>
    /// <param name="route">Of a bot or of a webhook.</param>
    /// <param name="ticket">Of an earlier attempt at the same request, which keeps its place; null for the first.</param>
    /// <param name="longest">What is known to take longer fails at once.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="DiscordApiException">It would take longer than <paramref name="longest"/>.</exception>
    public ValueTask<Permit> WaitAsync(Route route, long? ticket, TimeSpan longest, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (_gate)
        {
            ThrowIfClosed(route);
            var now = Now;
            var bucket = _buckets.Of(route, now);
            ThrowIfLonger(route, bucket, now, longest);
            var place = ticket ?? ++_tickets;
            if (bucket.Queue.Count == 0 && bucket.MaySend(now) && (!Counts(route) || (_global.Queue.Count == 0 && _global.MaySend(now))))
            {
                bucket.Sent();
                return ValueTask.FromResult(Leave(bucket, route, place, now));
            }

            return new(Queue(new Waiter(route, place) { Bucket = bucket }, now, cancellation).Task);
        }
    }

    /// <summary>Takes in what an answer says.</summary>
    public void Answered(Permit permit, in RateLimitNotice notice)
    {
        lock (_gate)
        {
            var now = Now;
            permit.Bucket.Ended();
            var bucket = _buckets.Learnt(permit.Route, permit.Bucket, notice.Bucket);
            bucket.Learn(notice, permit.Order, ++_order, now);
            if (notice is { IsLimited: true, Scope: LimitScope.Global })
            {
                _global.PauseUntil(now + notice.RetryAfter);
            }

            if (notice.IsLimited && (notice.Scope != LimitScope.Global || !Counts(permit.Route)))
            {
                bucket.BlockUntil(now + notice.RetryAfter);
            }

            Advance(permit.Bucket, now);
            if (bucket != permit.Bucket)
            {
                Advance(bucket, now);
            }
        }
    }

    /// <summary>Nothing came back, or nothing was sent.</summary>
    public void NotAnswered(Permit permit)
    {
        lock (_gate)
        {
            permit.Bucket.Ended();
            Advance(permit.Bucket, Now);
        }
    }

    /// <summary>From now on every request of the bot itself fails with <paramref name="reason"/>, those that wait included; what belongs to an interaction goes on.</summary>
    public void Close(Func<Exception> reason) => Close(reason, Counts);

    public void Dispose()
    {
        Close(() => new ObjectDisposedException(nameof(DiscordRest)), _ => true);
        lock (_gate)
        {
            _disposed = true;
            _globalTimer?.Dispose();
            _buckets.Dispose();
        }
    }

    private static bool Counts(Route route) => route.Endpoint.Kind == EndpointKind.Bot;

    private Waiter Queue(Waiter waiter, TimeSpan now, CancellationToken cancellation)
    {
        waiter.Bucket.Queue.Add(waiter);
        waiter.Cancellation = cancellation.UnsafeRegister((state, token) => Cancel((Waiter)state!, token), waiter);
        Advance(waiter.Bucket, now);
        return waiter;
    }

    private Permit Leave(Bucket bucket, Route route, long ticket, TimeSpan now)
    {
        if (Counts(route))
        {
            _global.Sent(now);
        }

        return new Permit(bucket, route, ticket, ++_order);
    }

    private void Release(Waiter waiter, TimeSpan now)
    {
        waiter.Cancellation.Unregister();
        waiter.SetResult(Leave(waiter.Bucket, waiter.Route, waiter.Ticket, now));
    }

    /// <summary>Lets go what may go of one bucket, and then of what waits for the limit over all.</summary>
    private void Advance(Bucket bucket, TimeSpan now)
    {
        while (bucket.Queue.Min is { } first && bucket.MaySend(now))
        {
            bucket.Queue.Remove(first);
            bucket.Sent();
            if (Counts(first.Route))
            {
                _global.Queue.Add(first);
            }
            else
            {
                Release(first, now);
            }
        }

        Wake(bucket, now);
        AdvanceAll(now);
    }

    private void AdvanceAll(TimeSpan now)
    {
        while (_global.Queue.Min is { } first && _global.MaySend(now))
        {
            _global.Queue.Remove(first);
            if (!first.Bucket.MustWait(now))
            {
                Release(first, now);
                continue;
            }

            first.Bucket.NotSent();
            first.Bucket.Queue.Add(first);
            Wake(first.Bucket, now);
        }

        if (_global.Queue.Count > 0)
        {
            _globalTimer ??= time.CreateTimer(_ => OnGlobalTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _globalTimer.Change(Due(_global.FreeAt, now), Timeout.InfiniteTimeSpan);
        }
    }

    private void Wake(Bucket bucket, TimeSpan now)
    {
        if (bucket.Queue.Count > 0 && bucket.FreeAt(now) is { } free)
        {
            bucket.Timer ??= time.CreateTimer(_ => OnTimer(bucket), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            bucket.Timer.Change(Due(free, now), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Timers count whole milliseconds: a part of one would make them early.</summary>
    private static TimeSpan Due(TimeSpan moment, TimeSpan now) => TimeSpan.FromMilliseconds(Math.Ceiling((moment - now).TotalMilliseconds));

    private void OnTimer(Bucket bucket)
    {
        lock (_gate)
        {
            Advance(bucket, Now);
        }
    }

    private void OnGlobalTimer()
    {
        lock (_gate)
        {
            AdvanceAll(Now);
        }
    }

    private void Cancel(Waiter waiter, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_global.Queue.Remove(waiter))
            {
                waiter.Bucket.NotSent();
                Advance(waiter.Bucket, Now);
            }
            else if (!waiter.Bucket.Queue.Remove(waiter))
            {
                return;
            }
        }

        waiter.SetCanceled(cancellation);
    }

    private void Close(Func<Exception> reason, Func<Route, bool> concerns)
    {
        lock (_gate)
        {
            _closed = _disposed ? _closed : reason;
            foreach (var bucket in _buckets.All)
            {
                Fail(bucket.Queue, reason, concerns);
            }

            foreach (var waiter in _global.Queue)
            {
                waiter.Bucket.NotSent();
            }

            Fail(_global.Queue, reason, concerns);
        }
    }

    private static void Fail(SortedSet<Waiter> queue, Func<Exception> reason, Func<Route, bool> concerns) => queue.RemoveWhere(waiter =>
    {
        var fails = concerns(waiter.Route);
        if (fails)
        {
            waiter.Cancellation.Unregister();
            waiter.SetException(reason());
        }

        return fails;
    });

    private void ThrowIfClosed(Route route)
    {
        if (_closed is not null && (_disposed || Counts(route)))
        {
            throw _closed();
        }
    }

    private void ThrowIfLonger(Route route, Bucket bucket, TimeSpan now, TimeSpan longest)
    {
        var free = bucket.FreeAt(now) ?? now;
        var wait = (Counts(route) && _global.FreeAt > free ? _global.FreeAt : free) - now;
        if (wait > longest)
        {
            throw DiscordErrors.LimitedFor(route, wait);
        }
    }
}
