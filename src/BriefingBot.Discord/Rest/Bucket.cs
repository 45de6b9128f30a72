namespace BriefingBot.Discord.Rest;

/// <summary>
/// Requests that Discord counts together, as far as its answers have told. Not safe for several threads: its <see cref="RateLimiter"/> guards it. All
/// moments are times since that limiter's start, so that no wall clock matters.
/// </summary>
internal sealed class Bucket(string major)
{
    /// <summary>Discord states milliseconds, rounded; and a timer may be early by a tick.</summary>
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(10);

    private readonly SortedSet<Waiter> _queue = new(Waiter.ByTicket);
    private bool _answered;
    private int? _limit;
    private int _remaining;
    private int _inFlight;
    private TimeSpan? _resetAt;
    private TimeSpan _blockedUntil;
    private long _learnt;

    public string Major { get; } = major;

    /// <summary>Discord's name for it; null until an answer stated one.</summary>
    public string? Hash { get; set; }

    /// <summary>Wakes what waits here.</summary>
    public ITimer? Timer { get; set; }

    /// <summary>What waits, by ticket: who came first goes first.</summary>
    public SortedSet<Waiter> Queue => _queue;

    /// <summary>
    /// Whether another request may go. Before the first answer one goes alone, since nothing is known; when a window is over, as many as it holds
    /// without those that have not been answered.
    /// </summary>
    public bool MaySend(TimeSpan now)
    {
        if (now < _blockedUntil)
        {
            return false;
        }

        if (!_answered)
        {
            return _inFlight == 0;
        }

        if (_limit is null)
        {
            return true;
        }

        BeginWindow(now);
        return _remaining > 0 || (_inFlight == 0 && _resetAt is null);
    }

    /// <summary>Whether a request that was let through, and has not gone yet, has to wait again: more was learnt meanwhile.</summary>
    public bool MustWait(TimeSpan now)
    {
        BeginWindow(now);
        return now < _blockedUntil || (_limit is not null && _resetAt is not null && _remaining < 0);
    }

    public void Sent()
    {
        _inFlight++;
        _remaining--;
    }

    public void NotSent()
    {
        _inFlight--;
        _remaining++;
    }

    /// <summary>A request has come to an end; whether it was counted nobody knows unless <see cref="Learn"/> follows.</summary>
    public void Ended() => _inFlight--;

    public void BlockUntil(TimeSpan moment) => _blockedUntil = moment > _blockedUntil ? moment : _blockedUntil;

    /// <summary>
    /// Takes in an answer. Answers overtake each other: only what was asked after the last one learnt may raise the number that remains, and
    /// those on the way may not be in it.
    /// </summary>
    /// <param name="notice">What it says.</param>
    /// <param name="sent">When it was asked for, in the order of all that happens.</param>
    /// <param name="order">The present, in that order.</param>
    /// <param name="now">The present, in time.</param>
    public void Learn(in RateLimitNotice notice, long sent, long order, TimeSpan now)
    {
        if (notice.Limit is null && notice.Remaining is null)
        {
            _answered |= notice.IsOrdinary;
            return;
        }

        var remaining = notice.Remaining ?? Math.Max(0, notice.Limit!.Value - 1);
        var newer = _limit is null || sent > _learnt;
        var resetAt = now + (notice.ResetAfter ?? TimeSpan.FromSeconds(1)) + Rounding;
        _remaining = newer ? remaining - _inFlight : Math.Min(_remaining, remaining);
        _resetAt = newer || _resetAt is null || resetAt > _resetAt ? resetAt : _resetAt;
        _limit = notice.Limit ?? Math.Max(_limit ?? 1, remaining + 1);
        _learnt = order;
        _answered = true;
    }

    /// <summary>When waiting is over by itself; null when only an answer can end it.</summary>
    public TimeSpan? FreeAt(TimeSpan now) => now < _blockedUntil ? _blockedUntil : _remaining <= 0 && _resetAt > now ? _resetAt : null;

    /// <summary>Whether forgetting it loses nothing.</summary>
    public bool IsIdle(TimeSpan now) => _inFlight == 0 && _queue.Count == 0 && now >= _blockedUntil && (_resetAt is not { } reset || now >= reset);

    private void BeginWindow(TimeSpan now)
    {
        if (_limit is { } limit && _resetAt is { } reset && now >= reset)
        {
            (_remaining, _resetAt) = (limit - _inFlight, null);
        }
    }
}
