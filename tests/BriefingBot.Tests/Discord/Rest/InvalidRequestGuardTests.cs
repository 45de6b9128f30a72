using System.Net;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Discord.Rest;

public class InvalidRequestGuardTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Only_401_403_and_429_of_ones_own_count()
    {
        for (var status = 100; status < 600; status++)
        {
            Assert.Equal(status is 401 or 403 or 429, InvalidRequestGuard.Counts(Notice(status)));
        }

        Assert.False(InvalidRequestGuard.Counts(Notice(429) with { Scope = LimitScope.Shared }));
        Assert.True(InvalidRequestGuard.Counts(Notice(429) with { Scope = LimitScope.Global }));
    }

    [Theory]
    [InlineData(true, InvalidRequestGuard.Limit)]
    [InlineData(false, InvalidRequestGuard.Utmost)]
    public void It_closes_at_its_limit_says_so_once_and_opens_when_the_first_is_ten_minutes_old(bool isBot, int limit)
    {
        var guard = new InvalidRequestGuard(_time);
        var said = new List<int?>();
        for (var i = 0; i < limit - 1; i++)
        {
            said.Add(guard.Count(Notice(403)));
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Null(guard.ClosedFor(isBot));
        said.Add(guard.Count(Notice(401)));
        Assert.Equal(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(100 * (limit - 1)), guard.ClosedFor(isBot));
        said.Add(guard.Count(Notice(429)));
        Assert.Equal(isBot ? [limit] : [InvalidRequestGuard.Limit, limit], said.OfType<int>());

        // The second that was counted is now the one that everything waits for.
        var wait = TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(100 * (limit - 2));
        Assert.Equal(wait, guard.ClosedFor(isBot));
        _time.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(guard.ClosedFor(isBot));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(guard.ClosedFor(isBot));
    }

    /// <summary>Attempts that wait for each other's answers may go over it by as many as are under way.</summary>
    [Fact]
    public void It_is_well_under_what_Discord_bans() => Assert.True(InvalidRequestGuard.Utmost * 2 <= 10_000);

    private static RateLimitNotice Notice(int status) => new((HttpStatusCode)status, null, null, null, null, default, default);
}
