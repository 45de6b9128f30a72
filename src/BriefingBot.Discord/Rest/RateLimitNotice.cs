using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using BriefingBot.Discord.Model;

namespace BriefingBot.Discord.Rest;

/// <summary>Whose limit a 429 tells of. Discord's document: topics/rate-limits, Header Format.</summary>
internal enum LimitScope
{
    /// <summary>This bot's, on this bucket.</summary>
    User,

    /// <summary>Everybody's on this resource; does not count as an invalid request.</summary>
    Shared,

    /// <summary>This bot's on all requests; or the whole address's, before Discord itself looked at the request.</summary>
    Global,
}

/// <summary>What an answer tells about rate limits.</summary>
/// <param name="Status">Of the answer.</param>
/// <param name="Bucket">Null when none is stated.</param>
/// <param name="Limit">Requests in a window.</param>
/// <param name="Remaining">Requests left in this window.</param>
/// <param name="ResetAfter">Until the window is over.</param>
/// <param name="RetryAfter">Of a 429: how long to wait.</param>
/// <param name="Scope">Of a 429: what has to wait.</param>
internal readonly record struct RateLimitNotice(
    HttpStatusCode Status, string? Bucket, int? Limit, int? Remaining, TimeSpan? ResetAfter, TimeSpan RetryAfter, LimitScope Scope)
{
    /// <summary>The wait after a 429 that does not say how long.</summary>
    public static readonly TimeSpan UnstatedWait = TimeSpan.FromSeconds(5);

    /// <summary>No limit of Discord's lasts longer; whatever claims to is broken.</summary>
    private const double LongestSeconds = 86_400;

    public bool IsLimited => Status == HttpStatusCode.TooManyRequests;

    /// <summary>Whether an answer without limits means that there are none: a server in trouble leaves them out, too.</summary>
    public bool IsOrdinary => (int)Status < 500 && !IsLimited;

    /// <param name="response">Only its headers are read.</param>
    /// <param name="body">Of an error; null when there was none that could be read.</param>
    public static RateLimitNotice Read(HttpResponseMessage response, ErrorBody? body)
    {
        var headers = response.Headers.NonValidated;
        var bucket = Text(headers, "X-RateLimit-Bucket");
        var notice = new RateLimitNotice(
            response.StatusCode, bucket, Count(headers, "X-RateLimit-Limit"), Count(headers, "X-RateLimit-Remaining"),
            Seconds(Text(headers, "X-RateLimit-Reset-After")), default, default);
        return notice.IsLimited ? notice with { RetryAfter = Wait(headers, body), Scope = ScopeOf(headers, body, bucket) } : notice;
    }

    /// <summary>The header is the body's figure rounded up to seconds; where both fit, the body is exact.</summary>
    private static TimeSpan Wait(HttpHeadersNonValidated headers, ErrorBody? body)
    {
        var header = Seconds(Text(headers, "Retry-After"));
        var exact = body?.RetryAfter is { } seconds ? Duration(seconds) : null;
        return (header, exact) switch
        {
            ({ } rounded, { } precise) => rounded - precise < TimeSpan.FromSeconds(1) ? precise : rounded,
            (null, null) => Seconds(Text(headers, "X-RateLimit-Reset-After")) ?? UnstatedWait,
            _ => exact ?? header!.Value,
        };
    }

    /// <summary>A 429 without a word of Discord's comes from what stands before it, and concerns the whole address.</summary>
    private static LimitScope ScopeOf(HttpHeadersNonValidated headers, ErrorBody? body, string? bucket)
    {
        var scope = Text(headers, "X-RateLimit-Scope");
        return scope switch
        {
            "shared" => LimitScope.Shared,
            "global" => LimitScope.Global,
            _ when body?.Global == true || string.Equals(Text(headers, "X-RateLimit-Global"), "true", StringComparison.OrdinalIgnoreCase) => LimitScope.Global,
            null when body is null && bucket is null => LimitScope.Global,
            _ => LimitScope.User,
        };
    }

    private static string? Text(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;

    private static int? Count(HttpHeadersNonValidated headers, string name) =>
        int.TryParse(Text(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? Duration(seconds) : null;

    private static TimeSpan? Duration(double seconds) => seconds >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, LongestSeconds)) : null;
}
