using System.Globalization;
using System.Text.RegularExpressions;
using BriefingBot.Indexing;

namespace BriefingBot.Feeds;

/// <summary>Dates of feeds: those of mail (RFC 822, as RSS 2.0 has them) and of ISO 8601 (Atom, and RSS 1.0 by Dublin Core).</summary>
internal static partial class FeedDates
{
    /// <summary>How far ahead of us a site's clock may be.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    private static readonly DateTimeOffset Oldest = new(1970, 1, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Formats =
    [
        "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "d MMM yy HH:mm:ss zzz", "d MMM yy HH:mm zzz", "d MMM yyyy HH:mm:ss", "d MMM yyyy HH:mm", "d MMM yyyy",
        "d MMMM yyyy HH:mm:ss zzz", "d MMMM yyyy HH:mm zzz",
    ];

    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = "+00:00", ["UT"] = "+00:00", ["UTC"] = "+00:00", ["GMT"] = "+00:00", ["EST"] = "-05:00", ["EDT"] = "-04:00", ["CST"] = "-06:00",
        ["CDT"] = "-05:00", ["MST"] = "-07:00", ["MDT"] = "-06:00", ["PST"] = "-08:00", ["PDT"] = "-07:00", ["BST"] = "+01:00", ["CET"] = "+01:00",
        ["CEST"] = "+02:00",
    };

    /// <summary>The moment in <paramref name="text"/>; null when it is none.</summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (text is null || text.Length > 100)
        {
            return null;
        }

        if (ArticleDates.Read(text) is { } iso)
        {
            return iso.Moment ?? new DateTimeOffset(iso.Day, TimeOnly.MinValue, TimeSpan.Zero);
        }

        var written = Spaces().Replace(WeekDay().Replace(text.Trim(), ""), " ");
        var at = written.LastIndexOf(' ');
        if (at > 0)
        {
            var zone = written[(at + 1)..];
            zone = Zones.GetValueOrDefault(zone, zone);
            written = $"{written[..at]} {(Offset().IsMatch(zone) ? $"{zone[..3]}:{zone[3..]}" : zone)}";
        }

        return DateTimeOffset.TryParseExact(written, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
    }

    /// <summary>The date, unless nobody can have published anything then: a file's own date tells more.</summary>
    public static DateTimeOffset? Sensible(DateTimeOffset? published, DateTimeOffset now) => published >= Oldest && published <= now + Ahead ? published : null;

    [GeneratedRegex(@"^[A-Za-z]{3,9},?\s+(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex WeekDay();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[+-]\d{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
