using System.Globalization;
using System.Threading.Channels;
using BriefingBot.Briefings;
using BriefingBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Briefings;

/// <summary>The real scheduler on a clock that the test moves.</summary>
public sealed class BriefingSchedulerTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly Channel<(BriefingTime At, DateTimeOffset Now)> _woken = Channel.CreateUnbounded<(BriefingTime, DateTimeOffset)>();

    [Fact]
    public async Task Every_time_wakes_once_a_day_also_over_the_night_in_which_its_hour_is_missing()
    {
        await using var scheduler = new BriefingScheduler(at => _woken.Writer.TryWrite((at, _time.GetUtcNow())), _time, NullLoggerFactory.Instance);
        var night = new BriefingTime(new TimeOnly(2, 30), "Europe/Zurich");
        var morning = new BriefingTime(new TimeOnly(8, 0), "America/New_York");
        await scheduler.FollowAsync([night, morning], default);
        foreach (var (at, due) in new[] { (night, "03-29T01:00"), (morning, "03-29T12:00"), (night, "03-30T00:30"), (morning, "03-30T12:00") })
        {
            Assert.Equal((at, due), await WokenAsync(due));
        }
    }

    [Fact]
    public async Task A_time_that_nobody_has_any_more_wakes_nobody_and_a_zone_that_is_unknown_holds_up_nothing()
    {
        await using var scheduler = new BriefingScheduler(at => _woken.Writer.TryWrite((at, _time.GetUtcNow())), _time, NullLoggerFactory.Instance);
        var first = new BriefingTime(new TimeOnly(13, 0), "UTC");
        var second = new BriefingTime(new TimeOnly(14, 0), "UTC");
        await scheduler.FollowAsync([new BriefingTime(new TimeOnly(12, 30), "Mars/Olympus"), first], default);
        await scheduler.FollowAsync([second], default);
        Assert.Equal(1, scheduler.Count);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((second, "03-28T14:00"), await WokenAsync("03-28T14:00"));
    }

    /// <summary>Who is woken first once it is <paramref name="due"/>, and when.</summary>
    private async Task<(BriefingTime At, string Now)> WokenAsync(string due)
    {
        _time.Advance(DateTimeOffset.Parse($"2026-{due}Z", CultureInfo.InvariantCulture) - _time.GetUtcNow());
        var (at, now) = await _woken.Reader.ReadAsync().AsTask().WaitAsync(Generous);
        return (at, now.ToString("MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
    }
}
