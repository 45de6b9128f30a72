using System.Globalization;
using BriefingBot.Discord.Model;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Configuration;

/// <summary>Reads one value after the other; what is not allowed becomes a line that names key, value and what is allowed.</summary>
internal sealed class SettingReader(IConfiguration all, List<string> problems)
{
    public delegate bool Parse<T>(string text, out T? value);

    /// <summary>The value without white space around it; null when there is none.</summary>
    public string? Text(string key) => string.IsNullOrWhiteSpace(all[key]) ? null : all[key]!.Trim();

    /// <summary>A list: separated by commas, or one below the other.</summary>
    public IReadOnlyList<string> List(string key) =>
    [
        .. (Text(key) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. all.GetSection(key).GetChildren().Select(child => child.Value?.Trim() ?? "").Where(value => value.Length > 0),
    ];

    /// <summary>A list of values that hold no white space, which separates them as commas do; what is no such value is refused, each by itself.</summary>
    public IReadOnlyList<T> Each<T>(string key, Parse<T> parse, string allowed)
    {
        var values = new List<T>();
        foreach (var text in List(key).SelectMany(each => each.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            if (parse(text, out var value))
            {
                values.Add(value!);
            }
            else
            {
                Refuse(key, text, allowed);
            }
        }

        return values;
    }

    /// <summary>A value by its own reader.</summary>
    /// <param name="key">Whose value it is.</param>
    /// <param name="otherwise">The default.</param>
    /// <param name="parse">False when the text is no such value.</param>
    /// <param name="allowed">What is allowed, as in “is not allowed; … is.”</param>
    public T Value<T>(string key, T otherwise, Parse<T> parse, string allowed)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        if (parse(text, out var value))
        {
            return value!;
        }

        Refuse(key, text, allowed);
        return otherwise;
    }

    public string FullPath(string key, string otherwise)
    {
        var path = Text(key) ?? otherwise;
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            problems.Add($"{key}: the value holds a zero character; a path is allowed.");
            return otherwise;
        }

        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    }

    public long Whole(string key, long otherwise, long least, long most, string of = "") => Value(
        key,
        otherwise,
        (string text, out long number) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most,
        $"a whole number{of} from {least} to {most}");

    /// <summary>A span of time, written with colons: a bare number would be days.</summary>
    public TimeSpan Interval(string key, TimeSpan otherwise, TimeSpan least, TimeSpan most) => Value(
        key,
        otherwise,
        (string text, out TimeSpan interval) =>
        {
            interval = default;
            return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out interval)
                && interval >= least && interval <= most;
        },
        $"a time from {Written(least)} to {Written(most)}, written hh:mm:ss,");

    public Snowflake? Id(string key, string of) => Value<Snowflake?>(
        key,
        null,
        (string text, out Snowflake? id) =>
        {
            var read = Snowflake.TryParse(text, out var value) && value.Value > 0;
            id = value;
            return read;
        },
        $"the id of {of}, up to 20 digits,");

    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum => Value(
            key,
            otherwise,
            (string text, out T choice) =>
            {
                // By name only: a number or several names are read as a choice too.
                choice = otherwise;
                return Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) && Enum.TryParse(text, ignoreCase: true, out choice);
            },
            string.Join(" or ", Enum.GetNames<T>()));

    public void Refuse(string key, string value, string allowed) => problems.Add($"{key}: “{value}” is not allowed; {allowed} is.");

    /// <summary>For a value that nobody may see.</summary>
    public void RefuseSecret(string key, string why) => problems.Add($"{key}: {why}");

    private static string Written(TimeSpan time) =>
        time.Days > 0 ? time.ToString("c", CultureInfo.InvariantCulture) : time.ToString(time.Milliseconds == 0 ? @"hh\:mm\:ss" : @"hh\:mm\:ss\.f", CultureInfo.InvariantCulture);
}
