using System.Collections.Concurrent;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// The interactions that Discord does not know (any more): asking again is forbidden (topics/rate-limits, Invalid Request Limit). They are remembered
/// for as long as an interaction can be answered at all. Safe for any number of threads.
/// </summary>
internal sealed class SpentTokens(TimeProvider time)
{
    /// <summary>How long an interaction can be answered.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>As many as fifteen minutes of steady refusals bring; more would mean that something else is wrong.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (int Code, long Since)> _refused = new(StringComparer.Ordinal);

    public int Count => _refused.Count;

    /// <summary>With the number that Discord gave.</summary>
    public void Add(string token, int code)
    {
        if (_refused.Count >= Most)
        {
            foreach (var (old, (_, since)) in _refused)
            {
                if (time.GetElapsedTime(since) >= Life)
                {
                    _refused.TryRemove(old, out _);
                }
            }
        }

        if (_refused.Count < Most)
        {
            _refused[token] = (code, time.GetTimestamp());
        }
    }

    /// <summary>The number that Discord gave when it refused; null when it did not.</summary>
    public int? CodeOf(string token) => _refused.IsEmpty || !_refused.TryGetValue(token, out var refusal) ? null : refusal.Code;
}
