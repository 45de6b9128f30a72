using System.Globalization;
using System.Net;
using BriefingBot.Briefings;
using BriefingBot.Feeds;
using BriefingBot.Indexing;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Configuration;

/// <summary>
/// The configuration, read and checked: <c>appsettings.json</c> beside the program, then in the working directory, then environment
/// variables, then the command line.
/// </summary>
internal sealed class Settings
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public const string DefaultStoragePath = "index-data/briefingbot.db";

    private readonly SettingReader _read;

    private Settings(IConfigurationRoot all, List<string> problems)
    {
        All = all;
        _read = new SettingReader(all, problems);
        Story = ReadStory();
        Feeds = ReadFeeds();
        Discord = ReadDiscord();
        Run = ReadRun();
        Flood = ReadFlood();
        StoragePath = _read.FullPath(ConfigurationKeys.StoragePath, DefaultStoragePath);
        Briefing = ReadBriefing();
        Http = _read.Value<HttpOptions>(
            ConfigurationKeys.HttpUrl,
            HttpOptions.TryParse(HttpOptions.DefaultUrl, out var usual) ? usual : throw new InvalidOperationException(HttpOptions.DefaultUrl),
            HttpOptions.TryParse,
            "an address such as http://127.0.0.1:8080, or http://+:8080 for all addresses of this machine,");
        Unknown = [.. all.AsEnumerable().Where(each => each.Value is not null && ConfigurationKeys.IsUnknown(each.Key))
            .Select(each => each.Key).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
    }

    public IConfigurationRoot All { get; }

    /// <summary>Keys in our own sections that mean nothing.</summary>
    public IReadOnlyList<string> Unknown { get; }

    public StoryOptions Story { get; }

    public FeedOptions Feeds { get; }

    public DiscordOptions Discord { get; }

    public RunOptions Run { get; }

    public FloodOptions Flood { get; }

    public HttpOptions Http { get; }

    /// <summary>Full path of the file with subscriptions and deliveries.</summary>
    public string StoragePath { get; }

    public BriefingOptions Briefing { get; }

    /// <summary>Whether <c>Discord:Token</c> is set.</summary>
    public bool HasToken => Discord.Token is not null;

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
        ArticlesPath = _read.FullPath(ConfigurationKeys.StoryArticlesPath, StoryOptions.DefaultArticlesPath),
        IndexPath = _read.FullPath(ConfigurationKeys.StoryIndexPath, StoryOptions.DefaultIndexPath),
        MaxArticleBytes = _read.Whole(ConfigurationKeys.StoryMaxArticleBytes, StoryOptions.DefaultMaxArticleBytes, 1, 1024 * 1024 * 1024, " of bytes"),
        ModelPath = ReadModelPath(),
        Name = _read.Text(ConfigurationKeys.StoryName),
        PollInterval = _read.Interval(
            ConfigurationKeys.StoryPollInterval, StoryOptions.DefaultPollInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
    };

    private string? ReadModelPath() => (_read.Text(ConfigurationKeys.QuotesModel) ?? "shipped") switch
    {
        var named when named.Equals("shipped", StringComparison.OrdinalIgnoreCase) => ModelFile.ShippedPath,
        var named when named.Equals("none", StringComparison.OrdinalIgnoreCase) => null,
        var named => Path.GetFullPath(named),
    };

    private FeedOptions ReadFeeds() => new()
    {
        Addresses = [.. _read.Each<Uri>(
            ConfigurationKeys.StoryFeeds, FeedAddress.TryParse, "an address of a feed that begins with https:// or http://, without a name and password,").Distinct()],
        Keywords = _read.List(ConfigurationKeys.StoryKeywords),
        Interval = _read.Interval(ConfigurationKeys.StoryFeedInterval, FeedOptions.DefaultInterval, FeedOptions.ShortestInterval, FeedOptions.LongestInterval),
        Networks = [.. _read.Each<IPNetwork>(ConfigurationKeys.StoryFeedNetworks, IPNetwork.TryParse, "a network such as 10.1.0.0/16 or fd00::/8")],
    };

    private DiscordOptions ReadDiscord() => new()
    {
        Token = ReadToken(),
        ApiBaseUrl = _read.Value<Uri>(
            ConfigurationKeys.DiscordApiBaseUrl, DiscordOptions.DefaultApiBaseUrl, IsApi, "an address that begins with https:// or http://"),
        ApplicationId = _read.Id(ConfigurationKeys.DiscordApplicationId, "the application"),
        Transport = _read.Choice(ConfigurationKeys.DiscordTransport, DiscordTransport.Gateway),
        PublicKey = _read.Value<string?>(ConfigurationKeys.DiscordPublicKey, null, IsKey, "the application's public key, 64 hexadecimal digits,"),
        Shards = _read.Value<ShardRange>(
            ConfigurationKeys.DiscordShards, ShardRange.Auto, ShardRange.TryParse,
            $"auto, a number of shards up to {ShardRange.Most}, or this process's share such as 0-3/16"),
        GuildId = _read.Id(ConfigurationKeys.DiscordGuildId, "a server"),
    };

    private string? ReadToken()
    {
        var token = _read.Text(ConfigurationKeys.DiscordToken);
        if (token?.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase) == true)
        {
            _read.RefuseSecret(ConfigurationKeys.DiscordToken, "the value begins with “Bot ”; the token alone is allowed.");
        }
        else if (token?.Any(character => character is <= ' ' or > '~') == true)
        {
            _read.RefuseSecret(ConfigurationKeys.DiscordToken, "the value holds white space or other characters that no token has; letters, digits and marks are allowed.");
        }

        return token;
    }

    private static bool IsApi(string text, out Uri? address)
    {
        var read = Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
        return read;
    }

    private static bool IsKey(string text, out string? key)
    {
        key = text;
        return text.Length == 64 && text.All(char.IsAsciiHexDigit);
    }

    private RunOptions ReadRun()
    {
        var named = _read.List(ConfigurationKeys.RunRoles);
        var roles = new List<RunRole>();
        foreach (var name in named)
        {
            if (Enum.GetNames<RunRole>().Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                roles.Add(Enum.Parse<RunRole>(name, ignoreCase: true));
            }
            else
            {
                _read.Refuse(ConfigurationKeys.RunRoles, name, $"a list of {string.Join(", ", Enum.GetNames<RunRole>())}");
            }
        }

        return new RunOptions(named.Count == 0 ? RunOptions.DefaultRoles : [.. roles.Distinct().Order()]);
    }

    private FloodOptions ReadFlood() => new()
    {
        Commands = (int)_read.Whole(ConfigurationKeys.FloodCommands, FloodOptions.DefaultCommands, 0, 1_000_000),
        Window = _read.Interval(ConfigurationKeys.FloodWindow, FloodOptions.DefaultWindow, Second, Day),
        Silence = _read.Interval(ConfigurationKeys.FloodSilence, FloodOptions.DefaultSilence, Second, Day),
    };

    private BriefingOptions ReadBriefing() => new()
    {
        Time = _read.Value(
            ConfigurationKeys.BriefingTime, BriefingOptions.DefaultTime,
            (string text, out TimeOnly time) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time),
            "a time of day such as 08:00"),
        Zone = _read.Value(
            ConfigurationKeys.BriefingZone, BriefingOptions.DefaultZone,
            (string text, out string? zone) => (zone = TimeZoneInfo.TryFindSystemTimeZoneById(text, out var known) ? known.Id : null) is not null,
            "a time zone such as Europe/Zurich"),
        MaxPassages = (int)_read.Whole(ConfigurationKeys.BriefingMaxPassages, BriefingOptions.DefaultMaxPassages, 1, 10),
        Grace = _read.Interval(ConfigurationKeys.BriefingGrace, BriefingOptions.DefaultGrace, TimeSpan.Zero, BriefingOptions.LongestGrace),
        MaxPerServer = (int)_read.Whole(ConfigurationKeys.BriefingMaxPerServer, BriefingOptions.DefaultMaxPerServer, 0, 10_000),
        MaxPerPerson = (int)_read.Whole(ConfigurationKeys.BriefingMaxPerPerson, BriefingOptions.DefaultMaxPerPerson, 0, 10_000),
    };
}
