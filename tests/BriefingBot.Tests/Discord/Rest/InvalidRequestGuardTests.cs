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

    [Fact]
    public void It_closes_at_its_limit_says_so_once_and_opens_when_the_first_is_ten_minutes_old()
    {
        var guard = new InvalidRequestGuard(_time);
        var said = 0;
        for (var i = 0; i < InvalidRequestGuard.Limit - 1; i++)
        {
            said += guard.Count(Notice(403)) ? 1 : 0;
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Null(guard.ClosedFor());
        said += guard.Count(Notice(401)) ? 1 : 0;
        said += guard.Count(Notice(429)) ? 1 : 0;
        Assert.Equal(1, said);

        var wait = guard.ClosedFor();
        Assert.NotNull(wait);
        _time.Advance(wait.Value - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(guard.ClosedFor());
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(guard.ClosedFor());
    }

    [Fact]
    public void It_is_well_under_what_Discord_bans() => Assert.True(InvalidRequestGuard.Limit * 4 < 10_000);

    private static RateLimitNotice Notice(int status) => new((HttpStatusCode)status, null, null, null, null, default, default);
}
