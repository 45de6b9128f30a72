using System.Net;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using CsCheck;

namespace BriefingBot.Tests.Discord.Rest;

public class RateLimitNoticeTests
{
    [Theory]
    [InlineData("65", 64.57, 64.57)] // Discord's own example: the header is the body's figure rounded up.
    [InlineData("1337", null, 1337.0)]
    [InlineData(null, 0.25, 0.25)]
    [InlineData("5", 0.25, 5)]
    [InlineData("1", 900.0, 900.0)]
    [InlineData("soon", null, 5)]
    [InlineData("-3", -1.0, 5.0)]
    [InlineData("1e9", 1e300, 86_400)]
    [InlineData(null, null, 5)]
    public void The_wait_is_read_from_header_and_body(string? header, double? body, double expected) =>
        Assert.Equal(expected, Read(429, new ErrorBody { RetryAfter = body }, ("Retry-After", header)).RetryAfter.TotalSeconds, 3);

    [Theory]
    [InlineData("user", null, true, LimitScope.User)]
    [InlineData("shared", null, true, LimitScope.Shared)]
    [InlineData("global", null, true, LimitScope.Global)]
    [InlineData(null, "true", true, LimitScope.Global)]
    [InlineData("other", null, true, LimitScope.User)]
    [InlineData(null, null, true, LimitScope.User)]
    [InlineData(null, null, false, LimitScope.Global)] // What stands before Discord speaks of the whole address.
    internal void What_has_to_wait_is_read(string? scope, string? global, bool hasBody, LimitScope expected) =>
        Assert.Equal(expected, Read(429, hasBody ? new ErrorBody() : null, ("X-RateLimit-Scope", scope), ("X-RateLimit-Global", global)).Scope);

    [Fact]
    public void A_bodys_global_counts_without_a_header() => Assert.Equal(LimitScope.Global, Read(429, new ErrorBody { Global = true }).Scope);

    [Fact]
    public void Limits_are_read_and_only_of_a_429_the_wait()
    {
        var notice = Read(200, null, ("X-RateLimit-Bucket", "abc"), ("X-RateLimit-Limit", "5"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "1.25"), ("Retry-After", "9"));

        Assert.Equal(("abc", 5, 0, TimeSpan.FromSeconds(1.25), TimeSpan.Zero), (notice.Bucket, notice.Limit, notice.Remaining, notice.ResetAfter, notice.RetryAfter));
    }

    [Fact]
    public void Headers_may_hold_anything() => Gen.Select(Gen.String[Gen.Char[' ', '~'], 0, 12], Gen.Int[200, 599]).Sample((text, status) =>
    {
        var notice = Read(status, null, ("X-RateLimit-Limit", text), ("X-RateLimit-Remaining", text), ("X-RateLimit-Reset-After", text), ("Retry-After", text), ("X-RateLimit-Scope", text));
        return notice.RetryAfter >= TimeSpan.Zero && notice.RetryAfter <= TimeSpan.FromDays(1) && notice.Limit is null or >= 0;
    });

    private static RateLimitNotice Read(int status, ErrorBody? body, params (string Name, string? Value)[] headers)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return RateLimitNotice.Read(response, body);
    }
}
