using BriefingBot.Commands;

namespace BriefingBot.Tests.Commands;

public class TimesAndZonesTests
{
    [Theory]
    [InlineData("08:30", "08:30")]
    [InlineData("8:30", "08:30")]
    [InlineData("8.30", "08:30")]
    [InlineData("8h30", "08:30")]
    [InlineData("8h", "08:00")]
    [InlineData("0830", "08:30")]
    [InlineData("8", "08:00")]
    [InlineData("at 8:30 PM", "20:30")]
    [InlineData("12am", "00:00")]
    [InlineData("12pm", "12:00")]
    [InlineData("23:59", "23:59")]
    [InlineData("24:00", null)]
    [InlineData("8:60", null)]
    [InlineData("8:3", null)]
    [InlineData("13pm", null)]
    [InlineData("0am", null)]
    [InlineData("", null)]
    [InlineData("am", null)]
    [InlineData(":", null)]
    [InlineData("8:30:00", null)]
    [InlineData("noon", null)]
    public void A_time_is_read_as_people_write_it(string typed, string? time) =>
        Assert.Equal(time, TimesOfDay.Read(typed) is { } read ? TimesOfDay.Written(read) : null);

    [Theory]
    [InlineData("Europe/Zurich", "Europe/Zurich")]
    [InlineData("europe/zurich", "Europe/Zurich")]
    [InlineData("zürich", "Europe/Zurich")]
    [InlineData("New York", "America/New_York")]
    [InlineData("UTC", "UTC")]
    [InlineData("Zurch", null)]
    [InlineData("../etc/passwd", null)]
    [InlineData("", null)]
    public void A_zone_is_found_by_its_name_or_a_city(string typed, string? id) => Assert.Equal(id, TimeZones.Find(typed)?.Id);

    [Theory]
    [InlineData("zur", "Europe/Zurich")]
    [InlineData("Zurch", "Europe/Zurich")]
    [InlineData("new y", "America/New_York")]
    [InlineData("kolk", "Asia/Kolkata")]
    [InlineData("Londn", "Europe/London")]
    [InlineData("", "UTC")]
    public void The_likeliest_zone_is_offered_first(string typed, string id) => Assert.Equal(id, TimeZones.Offer(typed, 25)[0].Id);

    [Fact]
    public void A_zone_is_described_by_what_its_clocks_show() =>
        Assert.Equal("America/St_Johns · 08:30 now · UTC-03:30", TimeZones.Described(TimeZones.Find("St. John's") ?? TimeZones.Find("America/St_Johns")!, new DateTimeOffset(2019, 1, 1, 12, 0, 0, TimeSpan.Zero)));
}
