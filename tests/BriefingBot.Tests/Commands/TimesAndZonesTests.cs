using BriefingBot.Commands;
using BriefingBot.Tests.Surfaces.Discord;
using CsCheck;

namespace BriefingBot.Tests.Commands;

/// <summary>Times of day and zones as people type them.</summary>
public class TimesAndZonesTests
{
    [Theory]
    [InlineData("08:30", "08:30")]
    [InlineData("8:30", "08:30")]
    [InlineData("8.30", "08:30")]
    [InlineData(" 8h30 ", "08:30")]
    [InlineData("8h", "08:00")]
    [InlineData("0830", "08:30")]
    [InlineData("8", "08:00")]
    [InlineData("8am", "08:00")]
    [InlineData("At 8:30 PM", "20:30")]
    [InlineData("12am", "00:00")]
    [InlineData("12 am", "00:00")]
    [InlineData("12pm", "12:00")]
    [InlineData("23:59", "23:59")]
    [InlineData("24:00", null)]
    [InlineData("8:60", null)]
    [InlineData("8:5", null)]
    [InlineData("13pm", null)]
    [InlineData("0am", null)]
    [InlineData("0 am", null)]
    [InlineData("-1", null)]
    [InlineData("am", null)]
    [InlineData(":", null)]
    [InlineData("8:30:00", null)]
    [InlineData("١٢:٠٠", null)]
    [InlineData("noon", null)]
    [InlineData("", null)]
    public void A_time_is_read_as_people_write_it(string typed, string? time) =>
        Assert.Equal(time, TimesOfDay.Read(typed) is { } read ? TimesOfDay.Written(read) : null);

    [Theory]
    [InlineData("25:00", true)]
    [InlineData("at 25:00", true)]
    [InlineData("13 pm", true)]
    [InlineData("8:30:00", true)]
    [InlineData("25.30", true)]
    [InlineData("24h", true)]
    [InlineData("10.000", false)]
    [InlineData("9M729", false)]
    [InlineData("8", false)]
    [InlineData("at noon", false)]
    [InlineData("pm", false)]
    [InlineData("www.example", false)]
    public void What_is_meant_for_a_time_is_told_from_words(string typed, bool isMeant) => Assert.Equal(isMeant, TimesOfDay.IsMeant(typed));

    [Fact]
    public void No_text_makes_reading_fail() => HostileText.Any.Sample(
        text =>
        {
            TimesOfDay.Read(text);
            TimesOfDay.IsMeant(text);
            TimeZones.Find(text);
            Assert.InRange(TimeZones.Offer(Wording.Shortened(text, CommandCatalog.LongestText), 25).Count, 0, 25);
        },
        iter: 200);

    [Theory]
    [InlineData("Europe/Zurich", "Europe/Zurich")]
    [InlineData("europe/zurich", "Europe/Zurich")]
    [InlineData(" zürich ", "Europe/Zurich")]
    [InlineData("zurich", "Europe/Zurich")]
    [InlineData("New York", "America/New_York")]
    [InlineData("UTC", "UTC")]
    [InlineData("PST", "America/Los_Angeles")]
    [InlineData("est", "America/New_York")]
    [InlineData("MESZ", "Europe/Berlin")]
    [InlineData("San Francisco", "America/Los_Angeles")]
    [InlineData("münchen", "Europe/Berlin")]
    [InlineData("Munich", "Europe/Berlin")]
    [InlineData("Bern", "Europe/Zurich")]
    [InlineData("Kiev", "Europe/Kyiv")]
    [InlineData("Beijing", "Asia/Shanghai")]
    [InlineData("CET", "CET")]
    [InlineData("Zurick", null)]
    [InlineData("../../etc/passwd", null)]
    [InlineData("", null)]
    public void A_zone_is_found_by_its_name_or_a_city(string typed, string? id) => Assert.Equal(id, TimeZones.Find(typed)?.Id);

    [Theory]
    [InlineData("zur", "Europe/Zurich")]
    [InlineData("Zurch", "Europe/Zurich")]
    [InlineData("new y", "America/New_York")]
    [InlineData("kolk", "Asia/Kolkata")]
    [InlineData("Londn", "Europe/London")]
    [InlineData("est", "America/New_York")]
    [InlineData("PST", "America/Los_Angeles")]
    [InlineData("munic", "Europe/Berlin")]
    [InlineData("san fran", "America/Los_Angeles")]
    [InlineData("kiev", "Europe/Kyiv")]
    [InlineData("delhi", "Asia/Kolkata")]
    [InlineData("berl", "Europe/Berlin")]
    [InlineData("", "UTC")]
    public void The_likeliest_zone_is_offered_first(string typed, string id) => Assert.Equal(id, TimeZones.Offer(typed, 25)[0].Id);

    [Fact]
    public void What_is_offered_is_a_zone_that_can_be_given_back()
    {
        Assert.Equal("Europe/Zurich", TimeZones.Near("Europe/Zurick"));
        Assert.All(TimeZones.Offer("", 25).Concat(TimeZones.Offer("a", 25)), zone => Assert.Equal(zone.Id, TimeZones.Find(zone.Id)?.Id));
    }

    [Theory]
    [InlineData("zurich", "Europe/Zurich · 14:00 now · UTC+02:00")]
    [InlineData("new york", "America/New_York · 08:00 now · UTC-04:00")]
    [InlineData("America/St_Johns", "America/St_Johns · 09:30 now · UTC-02:30")]
    public void A_zone_is_described_by_what_its_clocks_show(string zone, string described) =>
        Assert.Equal(described, TimeZones.Described(TimeZones.Find(zone)!, new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)));
}
