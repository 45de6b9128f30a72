namespace BriefingBot.Configuration;

/// <summary>
/// The keys of the configuration that are ours. Several belong to what a later version does: known, so that nobody is warned of them.
/// </summary>
internal static class ConfigurationKeys
{
    public const string DiscordToken = "Discord:Token";
    public const string DiscordApiBaseUrl = "Discord:ApiBaseUrl";
    public const string DiscordApplicationId = "Discord:ApplicationId";
    public const string DiscordTransport = "Discord:Transport";
    public const string DiscordPublicKey = "Discord:PublicKey";
    public const string DiscordShards = "Discord:Shards";
    public const string DiscordGuildId = "Discord:GuildId";
    public const string RunRoles = "Run:Roles";
    public const string StoragePath = "Storage:Path";
    public const string BriefingTime = "Briefing:Time";
    public const string BriefingZone = "Briefing:Zone";
    public const string BriefingMaxPassages = "Briefing:MaxPassages";
    public const string BriefingGrace = "Briefing:Grace";
    public const string BriefingMaxPerServer = "Briefing:MaxPerServer";
    public const string BriefingMaxPerPerson = "Briefing:MaxPerPerson";
    public const string FloodCommands = "Flood:Commands";
    public const string FloodWindow = "Flood:Window";
    public const string FloodSilence = "Flood:Silence";
    public const string HttpUrl = "Http:Url";
    public const string StoryArticlesPath = "Story:ArticlesPath";
    public const string StoryIndexPath = "Story:IndexPath";
    public const string StoryMaxArticleBytes = "Story:MaxArticleBytes";
    public const string StoryName = "Story:Name";
    public const string StoryPollInterval = "Story:PollInterval";
    public const string StoryFeeds = "Story:Feeds";
    public const string StoryKeywords = "Story:Keywords";
    public const string StoryFeedInterval = "Story:FeedInterval";
    public const string StoryFeedNetworks = "Story:FeedNetworks";
    public const string QuotesModel = "Quotes:Model";

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        DiscordToken, DiscordApiBaseUrl, DiscordApplicationId, DiscordTransport, DiscordPublicKey, DiscordShards, DiscordGuildId,
        RunRoles,
        StoryArticlesPath, StoryIndexPath, StoryMaxArticleBytes, StoryName, StoryPollInterval,
        StoryFeeds, StoryKeywords, StoryFeedInterval, StoryFeedNetworks,
        QuotesModel,
        StoragePath,
        BriefingTime, BriefingZone, BriefingMaxPassages, BriefingGrace, BriefingMaxPerServer, BriefingMaxPerPerson,
        FloodCommands, FloodWindow, FloodSilence,
        HttpUrl,
    };

    private static readonly HashSet<string> Sections =
        Known.Select(key => key[..key.IndexOf(':', StringComparison.Ordinal)]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>All keys whose value may stand in a file instead; see <see cref="FileValues"/>.</summary>
    public static IEnumerable<string> All => Known;

    /// <summary>Whether <paramref name="key"/> lies in one of our sections and means nothing there.</summary>
    public static bool IsUnknown(string key)
    {
        var parts = key.Split(':');
        if (parts.Length < 2 || !Sections.Contains(parts[0]))
        {
            return false;
        }

        // What is below a known key is its list: Story:Feeds:0.
        var name = $"{parts[0]}:{parts[1]}";
        return !Known.Contains(name) && !(name.EndsWith("File", StringComparison.OrdinalIgnoreCase) && Known.Contains(name[..^4]));
    }
}
