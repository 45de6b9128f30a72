using System.Net;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// Keeps far away from the 10,000 answers of 401, 403 and 429 within ten minutes after which Discord bans the address. Discord's document:
/// topics/rate-limits, Invalid Request Limit. Safe for any number of threads.
/// </summary>
internal sealed class InvalidRequestGuard(TimeProvider time)
{
    /// <summary>From here on only interactions are answered: several processes may share the address.</summary>
    public const int Limit = 2_000;

    /// <summary>From here on nothing is sent: those answers are refused as well.</summary>
    public const int Utmost = 5_000;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();

    /// <summary>When each was counted, in a ring: where the next goes, and how many there are.</summary>
    private readonly long[] _when = new long[Utmost];
    private int _next;
    private int _count;

    /// <summary>Whether Discord counts an answer.</summary>
    public static bool Counts(in RateLimitNotice notice) => notice.Status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => true,
        HttpStatusCode.TooManyRequests => notice.Scope != LimitScope.Shared,
        _ => false,
    };

    /// <summary>Counts an answer if Discord does.</summary>
    /// <returns>The limit that is reached by this one; null when none is.</returns>
    public int? Count(in RateLimitNotice notice)
    {
        if (!Counts(notice))
        {
            return null;
        }

        lock (_gate)
        {
            Forget();
            var before = _count;
            _when[_next] = time.GetTimestamp();
            _next = (_next + 1) % Utmost;
            _count = Math.Min(before + 1, Utmost);
            return before < _count && _count is Limit or Utmost ? _count : null;
        }
    }

    /// <summary>How long it may not be sent; null when it may.</summary>
    /// <param name="isBot">Whether it is a request of the bot itself; answers to interactions have more room.</param>
    public TimeSpan? ClosedFor(bool isBot)
    {
        var limit = isBot ? Limit : Utmost;
        lock (_gate)
        {
            Forget();
            return _count < limit ? null : Window - time.GetElapsedTime(When(_count - limit));
        }
    }

    /// <summary>When the one was counted that <paramref name="older"/> others are older than.</summary>
    private long When(int older) => _when[(_next - _count + older + Utmost) % Utmost];

    private void Forget()
    {
        while (_count > 0 && time.GetElapsedTime(When(0)) >= Window)
        {
            _count--;
        }
    }
}
