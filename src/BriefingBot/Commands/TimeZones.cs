using System.Globalization;
using BriefingBot.Search.Speakers;

namespace BriefingBot.Commands;

/// <summary>The time zones of the world by what people call them: IANA names, and the cities in those.</summary>
internal static class TimeZones
{
    /// <summary>Offered before anything is typed: from west to east, where most people live.</summary>
    private static readonly string[] Usual =
    [
        "UTC", "America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York", "America/Sao_Paulo", "Europe/London", "Europe/Paris",
        "Europe/Berlin", "Europe/Zurich", "Europe/Athens", "Europe/Kyiv", "Europe/Istanbul", "Europe/Moscow", "Africa/Cairo", "Africa/Lagos",
        "Africa/Johannesburg", "Asia/Dubai", "Asia/Kolkata", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
    ];

    private static readonly Lazy<IReadOnlyList<Named>> All = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => new Named(zone)).DistinctBy(named => named.Zone.Id).OrderBy(named => named.Zone.Id, StringComparer.Ordinal)]);

    /// <summary>The zone of this name, or of this city where one zone only has it, or what <see cref="ZoneNames"/> calls so; null when there is none.</summary>
    public static TimeZoneInfo? Find(string typed)
    {
        var name = typed.Trim();
        if (name.Length is 0 or > 64)
        {
            return null;
        }

        if (ZoneNames.Find(name) is { } meant && TimeZoneInfo.TryFindSystemTimeZoneById(meant, out var called))
        {
            return called;
        }

        // The system knows names that it does not list, such as CET.
        if (name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+') && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var known))
        {
            return known;
        }

        var folded = Fold(name);
        var named = All.Value.Where(zone => zone.Folded == folded).ToList();
        named = named.Count > 0 ? named : [.. All.Value.Where(zone => zone.City == folded)];
        return named is [var one] ? one.Zone : null;
    }

    /// <summary>The name that a mistyped one is nearest to; null when none is near.</summary>
    public static string? Near(string typed) => Offer(typed, 1) is [var nearest] ? nearest.Id : null;

    /// <summary>The zones that somebody may mean by what was typed so far, likeliest first; for nothing the usual ones.</summary>
    public static IReadOnlyList<TimeZoneInfo> Offer(string typed, int most)
    {
        var folded = Fold(typed);
        if (folded.Length == 0)
        {
            return [.. Usual.Select(Find).OfType<TimeZoneInfo>().Take(most)];
        }

        var fits = All.Value.Select(zone => (zone.Zone, Fit: zone.Fit(folded))).Where(found => found.Fit > 0)
            .OrderByDescending(found => found.Fit).ThenByDescending(found => Usual.Contains(found.Zone.Id)).ThenBy(found => found.Zone.Id, StringComparer.Ordinal).ToList();
        var called = ZoneNames.Beginning(folded).Select(Find).OfType<TimeZoneInfo>();
        return [.. fits.Where(found => found.Fit >= Named.Begins).Select(found => found.Zone).Concat(called).Concat(fits.Select(found => found.Zone))
            .DistinctBy(zone => zone.Id).Take(most)];
    }

    /// <summary>“Europe/Zurich · 14:05 now · UTC+01:00”.</summary>
    public static string Described(TimeZoneInfo zone, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        return string.Create(CultureInfo.InvariantCulture, $"{zone.Id} · {local:HH:mm} now · UTC{(local.Offset < TimeSpan.Zero ? '-' : '+')}{local.Offset:hh\\:mm}");
    }

    private static string Fold(string text) => SpeakerNames.Fold(text.Replace('_', ' ').Replace('/', ' '));

    /// <summary>A zone with its names as they are compared.</summary>
    private sealed record Named(TimeZoneInfo Zone)
    {
        /// <summary>A fit of at least so much is the beginning of the city's own name.</summary>
        public const int Begins = 4;

        public string Folded { get; } = Fold(Zone.Id);

        public string City { get; } = Fold(Zone.Id[(Zone.Id.LastIndexOf('/') + 1)..]);

        /// <summary>How well it fits what was typed; 0 for not at all.</summary>
        public int Fit(string typed) =>
            City == typed || Folded == typed ? 5
            : City.StartsWith(typed, StringComparison.Ordinal) ? Begins
            : Folded.StartsWith(typed, StringComparison.Ordinal) || Folded.Contains(" " + typed, StringComparison.Ordinal) ? 3
            : typed.Length > 2 && Folded.Contains(typed, StringComparison.Ordinal) ? 2
            : typed.Length > 3 && (IsNear(City, typed) || IsNear(Folded, typed)) ? 1 : 0;

        /// <summary>Also while the end is still missing.</summary>
        private static bool IsNear(string name, string typed) => Math.Abs(name.Length - typed.Length) <= 12
            && Math.Min(Spelling.Distance(typed, name), Spelling.Distance(typed, name[..Math.Min(name.Length, typed.Length)])) <= Math.Max(1, typed.Length / 4);
    }
}
