namespace BriefingBot.Briefings;

/// <summary>
/// The one briefing of a subscription and a local day. Where a clock change leaves out its time, it is due at the next minute that exists; where one
/// doubles it, at its first pass; a day that a zone leaves out altogether has none.
/// </summary>
/// <param name="Day">By the zone's calendar.</param>
/// <param name="Due">When.</param>
internal readonly record struct BriefingSlot(DateOnly Day, DateTimeOffset Due)
{
    /// <summary>No clock differs from UTC by more, and none has been changed twice within twice this.</summary>
    private static readonly TimeSpan Widest = TimeSpan.FromHours(25);

    /// <summary>The slot that was due last, at <paramref name="now"/> or before.</summary>
    public static BriefingSlot LastDue(TimeOnly time, TimeZoneInfo zone, DateTimeOffset now)
    {
        for (var day = DayOf(zone, now).AddDays(1); ; day = day.AddDays(-1))
        {
            if (On(day, time, zone) is { } slot && slot.Due <= now)
            {
                return slot;
            }
        }
    }

    /// <summary>The next moments at which a briefing is due, later than <paramref name="after"/>, in order.</summary>
    public static IReadOnlyList<DateTimeOffset> Next(TimeOnly time, TimeZoneInfo zone, DateTimeOffset after, int count) =>
        [.. Following(time, zone, after).Take(count).Select(slot => slot.Due)];

    /// <summary>All slots that are due later than <paramref name="after"/>; without an end.</summary>
    public static IEnumerable<BriefingSlot> Following(TimeOnly time, TimeZoneInfo zone, DateTimeOffset after)
    {
        for (var day = DayOf(zone, after).AddDays(-1); ; day = day.AddDays(1))
        {
            if (On(day, time, zone) is { } slot && slot.Due > after)
            {
                yield return slot;
            }
        }
    }

    /// <summary>The slot of this day; null when the zone has no such day.</summary>
    public static BriefingSlot? On(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var due = FirstPass(day.ToDateTime(time), zone);
        return DayOf(zone, due) == day || FirstPass(day.ToDateTime(default), zone) < due ? new BriefingSlot(day, due) : null;
    }

    /// <summary>
    /// When the zone's clocks first show <paramref name="local"/>, or else the first later minute. Worked out from offsets alone: what else
    /// TimeZoneInfo knows of missing times leaves out days that a zone has skipped.
    /// </summary>
    private static DateTimeOffset FirstPass(DateTime local, TimeZoneInfo zone)
    {
        var asUtc = new DateTimeOffset(local, TimeSpan.Zero);
        var before = zone.GetUtcOffset(asUtc - Widest);
        var after = zone.GetUtcOffset(asUtc + Widest);
        if (Shown(zone, asUtc - before) == asUtc)
        {
            return asUtc - before;
        }

        if (Shown(zone, asUtc - after) == asUtc)
        {
            return asUtc - after;
        }

        // The clocks were put forward over it: at the moment of doing so they show the first later minute.
        var (early, late) = (asUtc - after, asUtc - before);
        while (late - early > TimeSpan.FromTicks(1))
        {
            var middle = early + ((late - early) / 2);
            (early, late) = Shown(zone, middle) < asUtc ? (middle, late) : (early, middle);
        }

        return WholeMinute(late);
    }

    /// <summary>What the zone's clocks show, as if it were UTC.</summary>
    private static DateTimeOffset Shown(TimeZoneInfo zone, DateTimeOffset moment) => moment + zone.GetUtcOffset(moment);

    private static DateOnly DayOf(TimeZoneInfo zone, DateTimeOffset moment) => DateOnly.FromDateTime(Shown(zone, moment.ToUniversalTime()).DateTime);

    private static DateTimeOffset WholeMinute(DateTimeOffset moment) =>
        new((moment.UtcTicks + TimeSpan.TicksPerMinute - 1) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
