using System.Globalization;
using BriefingBot.Briefings;

namespace BriefingBot.Tests.Briefings;

/// <summary>When a briefing is due, over clock changes as the zones really have them.</summary>
public sealed class BriefingSlotTests
{
    /// <summary>Zone, time, now, and the next three moments in UTC.</summary>
    public static TheoryData<string, string, string, string, string> Transitions => new()
    {
        // An ordinary day, and the very minute.
        { "Europe/Zurich", "08:00", "2026-01-15T06:59:59Z", "2026-01-15T07:00:00Z", "2026-01-16T07:00:00Z" },
        { "Europe/Zurich", "08:00", "2026-01-15T07:00:00Z", "2026-01-16T07:00:00Z", "2026-01-17T07:00:00Z" },

        // The hour that is missing on 29 March: at the next valid minute, and the day after as ever.
        { "Europe/Zurich", "02:30", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z" },
        { "Europe/Zurich", "02:00", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z" },
        { "Europe/Zurich", "01:59", "2026-03-28T12:00:00Z", "2026-03-29T00:59:00Z", "2026-03-29T23:59:00Z" },
        { "Europe/Zurich", "03:00", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T01:00:00Z" },
        { "America/New_York", "02:15", "2026-03-07T12:00:00Z", "2026-03-08T07:00:00Z", "2026-03-09T06:15:00Z" },

        // The hour that comes twice on 25 October: its first pass, and only that.
        { "Europe/Zurich", "02:30", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z" },
        { "Europe/Zurich", "02:30", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z", "2026-10-27T01:30:00Z" },
        { "America/New_York", "01:30", "2026-10-31T12:00:00Z", "2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z" },

        // Half an hour only, and a change at midnight.
        { "Australia/Lord_Howe", "02:15", "2026-10-03T12:00:00Z", "2026-10-03T15:30:00Z", "2026-10-04T15:15:00Z" },
        { "America/Asuncion", "00:30", "2024-10-05T12:00:00Z", "2024-10-06T04:00:00Z", "2024-10-07T03:30:00Z" },
        { "Asia/Beirut", "00:10", "2026-03-28T12:00:00Z", "2026-03-28T22:00:00Z", "2026-03-29T21:10:00Z" },

        // Leap days.
        { "UTC", "08:00", "2028-02-28T09:00:00Z", "2028-02-29T08:00:00Z", "2028-03-01T08:00:00Z" },
        { "UTC", "08:00", "2026-02-28T09:00:00Z", "2026-03-01T08:00:00Z", "2026-03-02T08:00:00Z" },

        // The widest zones, and quarters of an hour.
        { "Pacific/Kiritimati", "00:00", "2026-06-01T09:59:00Z", "2026-06-01T10:00:00Z", "2026-06-02T10:00:00Z" },
        { "Pacific/Pago_Pago", "23:59", "2026-06-01T10:58:00Z", "2026-06-01T10:59:00Z", "2026-06-02T10:59:00Z" },
        { "Asia/Kathmandu", "08:00", "2026-06-01T00:00:00Z", "2026-06-01T02:15:00Z", "2026-06-02T02:15:00Z" },

        // 30 December 2011 did not exist in Samoa.
        { "Pacific/Apia", "08:00", "2011-12-29T12:00:00Z", "2011-12-29T18:00:00Z", "2011-12-30T18:00:00Z" },
        { "Pacific/Apia", "00:00", "2011-12-29T09:00:00Z", "2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z" },
    };

    [Theory]
    [MemberData(nameof(Transitions))]
    public void The_next_briefings_are_due_by_the_zones_own_clocks(string zone, string time, string now, string first, string second) =>
        Assert.Equal([Moment(first), Moment(second)], BriefingSlot.Next(Time(time), Zone(zone), Moment(now), 2));

    [Theory]
    [InlineData("Europe/Zurich", "08:00", "2026-01-15T07:00:00Z", "2026-01-15", "2026-01-15T07:00:00Z")]
    [InlineData("Europe/Zurich", "08:00", "2026-01-15T06:59:59Z", "2026-01-14", "2026-01-14T07:00:00Z")]
    [InlineData("Europe/Zurich", "02:30", "2026-03-29T00:59:59Z", "2026-03-28", "2026-03-28T01:30:00Z")]
    [InlineData("Europe/Zurich", "02:30", "2026-03-29T01:00:00Z", "2026-03-29", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Zurich", "02:30", "2026-10-25T01:30:00Z", "2026-10-25", "2026-10-25T00:30:00Z")]
    [InlineData("Pacific/Kiritimati", "08:00", "2026-06-01T18:00:00Z", "2026-06-02", "2026-06-01T18:00:00Z")]
    [InlineData("Pacific/Pago_Pago", "20:00", "2026-06-02T07:00:00Z", "2026-06-01", "2026-06-02T07:00:00Z")]
    [InlineData("UTC", "08:00", "2028-02-29T23:00:00Z", "2028-02-29", "2028-02-29T08:00:00Z")]
    [InlineData("Pacific/Apia", "08:00", "2011-12-30T17:59:00Z", "2011-12-29", "2011-12-29T18:00:00Z")]
    public void What_was_due_last_belongs_to_a_local_day(string zone, string time, string now, string day, string due) => Assert.Equal(
        new BriefingSlot(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), Moment(due)),
        BriefingSlot.LastDue(Time(time), Zone(zone), Moment(now)));

    [Theory]
    [InlineData("Europe/Zurich")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Santiago")]
    [InlineData("Pacific/Chatham")]
    [InlineData("Asia/Gaza")]
    [InlineData("America/Nuuk")]
    [InlineData("Antarctica/Troll")]
    [InlineData("Pacific/Kiritimati")]
    public void Every_day_of_four_years_has_one_at_the_first_minute_that_shows_its_time_or_a_later_one(string name)
    {
        var zone = Zone(name);
        foreach (var time in new[] { new TimeOnly(0, 0), new TimeOnly(0, 30), new TimeOnly(1, 30), new TimeOnly(2, 30), new TimeOnly(3, 15), new TimeOnly(23, 45) })
        {
            var expected = new DateOnly(2024, 1, 1);
            foreach (var slot in BriefingSlot.Following(time, zone, new DateTimeOffset(2023, 12, 30, 0, 0, 0, TimeSpan.Zero)).SkipWhile(slot => slot.Day < expected).Take(1461))
            {
                Assert.Equal(expected, slot.Day);
                Assert.Equal(slot, BriefingSlot.LastDue(time, zone, slot.Due));
                Assert.True(BriefingSlot.LastDue(time, zone, slot.Due.AddTicks(-1)).Day == expected.AddDays(-1));

                // No minute before shows the time or a later one of that day; going back far enough to meet the doubled hour.
                var wanted = slot.Day.ToDateTime(time);
                Assert.True(Local(zone, slot.Due) >= wanted);
                Assert.DoesNotContain(Enumerable.Range(1, 180), minutes => Local(zone, slot.Due.AddMinutes(-minutes)) >= wanted);
                expected = expected.AddDays(1);
            }
        }
    }

    private static DateTime Local(TimeZoneInfo zone, DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static TimeOnly Time(string time) => TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
