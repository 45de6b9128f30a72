using System.Globalization;
using System.Text.RegularExpressions;

namespace BriefingBot.Commands;

/// <summary>A time of day as people type it: <c>08:30</c>, <c>8:30</c>, <c>8.30</c>, <c>8</c>, <c>0830</c>, <c>8am</c>, <c>at 8:30 pm</c>.</summary>
internal static partial class TimesOfDay
{
    /// <summary>The time; null when it is none.</summary>
    public static TimeOnly? Read(string typed)
    {
        var text = typed.Trim().ToLowerInvariant();
        text = (text.StartsWith("at ", StringComparison.Ordinal) ? text[3..] : text).Replace(" ", "", StringComparison.Ordinal);
        var half = text.EndsWith("am", StringComparison.Ordinal) ? 0 : text.EndsWith("pm", StringComparison.Ordinal) ? 12 : (int?)null;
        text = half is null ? text : text[..^2];
        var parts = text.Length == 4 && text.All(char.IsAsciiDigit) ? [text[..2], text[2..]] : text.Split(':', '.', 'h');
        if (parts.Length is 0 or > 2 || Number(parts[0], 2) is not { } hour || Minute(parts) is not { } minute)
        {
            return null;
        }

        if (half is { } afternoon)
        {
            if (hour is < 1 or > 12)
            {
                return null;
            }

            hour = (hour % 12) + afternoon;
        }

        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    /// <summary>Whether it is meant for a time of day, also where there is no such time: <c>25:00</c>, <c>13pm</c>, <c>8:5</c>.</summary>
    public static bool IsMeant(string typed) => Shape.IsMatch(typed);

    /// <summary><c>08:30</c>.</summary>
    public static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(at\s+)?([0-9]+:[0-9:]*|[0-9]{1,2}[.h][0-9]{0,2}|[0-9]+(?=\s*[ap]m\s*$))\s*([ap]m)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape { get; }

    private static int? Minute(string[] parts) => parts.Length == 1 || parts[1].Length == 0 ? 0 : parts[1].Length == 2 ? Number(parts[1], 2) : null;

    private static int? Number(string text, int longest) =>
        text.Length >= 1 && text.Length <= longest && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
