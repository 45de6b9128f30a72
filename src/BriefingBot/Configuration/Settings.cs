using System.Globalization;
using BriefingBot.Indexing;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Configuration;

/// <summary>
/// The configuration, read and checked: <c>appsettings.json</c> beside the program, then in the working directory, then environment
/// variables, then the command line.
/// </summary>
internal sealed class Settings
{
    private readonly List<string> _problems;

    private Settings(IConfigurationRoot all, List<string> problems)
    {
        (All, _problems) = (all, problems);
        Story = ReadStory();
        Unknown = [.. all.AsEnumerable().Where(each => each.Value is not null && ConfigurationKeys.IsUnknown(each.Key))
            .Select(each => each.Key).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
    }

    public IConfigurationRoot All { get; }

    /// <summary>Keys in our own sections that mean nothing.</summary>
    public IReadOnlyList<string> Unknown { get; }

    public StoryOptions Story { get; }

    /// <summary>Whether <c>Discord:Token</c> is set. The value is for who connects, and nobody else.</summary>
    public bool HasToken => !string.IsNullOrWhiteSpace(All[ConfigurationKeys.DiscordToken]);

    /// <param name="commandLine">The keys given on the command line.</param>
    /// <exception cref="ConfigurationException">A value is not allowed, or a file of settings cannot be read.</exception>
    public static Settings Read(IReadOnlyDictionary<string, string?> commandLine)
    {
        try
        {
            var builder = new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
                .AddEnvironmentVariables()
                .AddInMemoryCollection(commandLine);
            return Read(builder);
        }
        catch (Exception bad) when (bad is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(bad.InnerException is null ? bad.Message : $"{bad.Message} {bad.InnerException.Message}");
        }
    }

    /// <inheritdoc cref="Read(IReadOnlyDictionary{string, string?})"/>
    public static Settings Read(IConfigurationBuilder builder)
    {
        var problems = new List<string>();
        var files = FileValues.Read(builder.Build(), problems);
        var values = builder.AddInMemoryCollection(files).Build();
        var settings = new Settings(values, problems);
        return problems.Count == 0 ? settings : throw new ConfigurationException(problems);
    }

    private StoryOptions ReadStory() => new()
    {
        ArticlesPath = FullPath(ConfigurationKeys.StoryArticlesPath, StoryOptions.DefaultArticlesPath),
        IndexPath = FullPath(ConfigurationKeys.StoryIndexPath, StoryOptions.DefaultIndexPath),
        MaxArticleBytes = Bytes(ConfigurationKeys.StoryMaxArticleBytes, StoryOptions.DefaultMaxArticleBytes),
        Name = Text(ConfigurationKeys.StoryName),
        PollInterval = Interval(ConfigurationKeys.StoryPollInterval, StoryOptions.DefaultPollInterval),
    };

    private string? Text(string key) => string.IsNullOrWhiteSpace(All[key]) ? null : All[key]!.Trim();

    private string FullPath(string key, string otherwise)
    {
        var path = Text(key) ?? otherwise;
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            _problems.Add($"{key}: the value holds a zero character; a path is allowed.");
            return otherwise;
        }

        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    }

    private long Bytes(string key, long otherwise)
    {
        const long Largest = 1024 * 1024 * 1024;
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes is > 0 and <= Largest)
        {
            return bytes;
        }

        _problems.Add($"{key}: “{text}” is not allowed; a whole number of bytes from 1 to {Largest} is.");
        return otherwise;
    }

    private TimeSpan Interval(string key, TimeSpan otherwise)
    {
        if (Text(key) is not { } text)
        {
            return otherwise;
        }

        if (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval)
            && interval >= TimeSpan.FromMilliseconds(100) && interval <= TimeSpan.FromHours(1))
        {
            return interval;
        }

        _problems.Add($"{key}: “{text}” is not allowed; a time from 00:00:00.1 to 01:00:00, written hh:mm:ss, is.");
        return otherwise;
    }
}
