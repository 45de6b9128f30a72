namespace BriefingBot.Discord.Rest;

/// <summary>
/// The limit over all requests of a bot, 50 in a second, kept to beforehand. Discord's document: topics/rate-limits, Global Rate Limit. Guarded by
/// its <see cref="RateLimiter"/>.
/// </summary>
internal sealed class GlobalLimit
{
    public const int Requests = 50;

    /// <summary>A little longer than a second: what is sent evenly may arrive less so.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(1.05);

    private readonly TimeSpan[] _free = new TimeSpan[Requests];
    private int _next;
    private TimeSpan _pausedUntil;

    /// <summary>What waits for it, by ticket; each has its place in its bucket already.</summary>
    public SortedSet<Waiter> Queue { get; } = new(Waiter.ByTicket);

    public bool MaySend(TimeSpan now) => now >= FreeAt;

    /// <summary>When the next may go.</summary>
    public TimeSpan FreeAt => _free[_next] > _pausedUntil ? _free[_next] : _pausedUntil;

    public void Sent(TimeSpan now)
    {
        _free[_next] = now + Window;
        _next = (_next + 1) % Requests;
    }

    public void PauseUntil(TimeSpan moment) => _pausedUntil = moment > _pausedUntil ? moment : _pausedUntil;
}
