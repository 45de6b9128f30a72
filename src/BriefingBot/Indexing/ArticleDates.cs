using System.Globalization;

namespace BriefingBot.Indexing;

/// <summary>A day of publication, and the moment where one is given.</summary>
internal sealed record PublicationDate(DateOnly Day, DateTimeOffset? Moment);

/// <summary>ISO 8601 dates and date-times as articles give them.</summary>
internal static class ArticleDates
{
    private static readonly string[] Moments =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>
    /// The date in <paramref name="text"/>, or null. The day is the one written there, in whatever offset; a time without an offset
    /// counts as UTC.
    /// </summary>
    public static PublicationDate? Read(string text)
    {
        text = text.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new PublicationDate(day, null);
        }

        // YAML lets a space stand for the T.
        var written = text.Length > 10 && text[10] is ' ' or 't' ? $"{text[..10]}T{text[11..].Replace(" ", "", StringComparison.Ordinal)}" : text;
        return DateTimeOffset.TryParseExact(written, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? new PublicationDate(DateOnly.FromDateTime(moment.DateTime), moment)
            : null;
    }
}
