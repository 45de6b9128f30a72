using System.Net;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// Keeps far away from the 10,000 answers of 401, 403 and 429 within ten minutes after which Discord bans the address. Discord's document:
/// topics/rate-limits, Invalid Request Limit. Safe for any number of threads.
/// </summary>
internal sealed class InvalidRequestGuard(TimeProvider time)
{
    /// <summary>From here on only answers to interactions are sent: several processes may share the address.</summary>
    public const int Limit = 2_000;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Queue<long> _counted = new();

    /// <summary>Whether Discord counts an answer.</summary>
    public static bool Counts(in RateLimitNotice notice) => notice.Status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => true,
        HttpStatusCode.TooManyRequests => notice.Scope != LimitScope.Shared,
        _ => false,
    };

    /// <summary>Counts an answer if Discord does.</summary>
    /// <returns>Whether the limit is reached by this one.</returns>
    public bool Count(in RateLimitNotice notice)
    {
        if (!Counts(notice))
        {
            return false;
        }

        lock (_gate)
        {
            Forget();
            var before = _counted.Count;
            _counted.Enqueue(time.GetTimestamp());
            if (before == Limit)
            {
                _counted.Dequeue();
            }

            return before == Limit - 1;
        }
    }

    /// <summary>How long nothing but answers to interactions may be sent; null when everything may.</summary>
    public TimeSpan? ClosedFor()
    {
        lock (_gate)
        {
            Forget();
            return _counted.Count < Limit ? null : Window - time.GetElapsedTime(_counted.Peek());
        }
    }

    private void Forget()
    {
        while (_counted.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
        {
            _counted.Dequeue();
        }
    }
}
