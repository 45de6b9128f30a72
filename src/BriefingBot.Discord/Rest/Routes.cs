using BriefingBot.Discord.Model;

namespace BriefingBot.Discord.Rest;

/// <summary>Every request that this client makes. Paths as in Discord's OpenAPI description.</summary>
internal static class Routes
{
    private static readonly Endpoint GatewayBotEndpoint = new(HttpMethod.Get, "/gateway/bot");
    private static readonly Endpoint ApplicationEndpoint = new(HttpMethod.Get, "/applications/@me");
    private static readonly Endpoint ListCommands = new(HttpMethod.Get, "/applications/{application}/commands");
    private static readonly Endpoint ListServerCommands = new(HttpMethod.Get, "/applications/{application}/guilds/{guild}/commands", ofServersCommands: true);
    private static readonly Endpoint PutCommands = new(HttpMethod.Put, "/applications/{application}/commands");
    private static readonly Endpoint PutServerCommands = new(HttpMethod.Put, "/applications/{application}/guilds/{guild}/commands", ofServersCommands: true);
    private static readonly Endpoint CallbackEndpoint = new(HttpMethod.Post, "/interactions/{interaction}/{token}/callback", EndpointKind.Callback);
    private static readonly Endpoint OriginalEndpoint = new(HttpMethod.Patch, "/webhooks/{application}/{token}/messages/@original", EndpointKind.Webhook);
    private static readonly Endpoint DeleteEndpoint = new(HttpMethod.Delete, "/webhooks/{application}/{token}/messages/@original", EndpointKind.Webhook);
    private static readonly Endpoint FollowUpEndpoint = new(HttpMethod.Post, "/webhooks/{application}/{token}", EndpointKind.Webhook);
    private static readonly Endpoint CreateMessageEndpoint = new(HttpMethod.Post, "/channels/{channel}/messages");
    private static readonly Endpoint ListMessages = new(HttpMethod.Get, "/channels/{channel}/messages");
    private static readonly Endpoint ChannelEndpoint = new(HttpMethod.Get, "/channels/{channel}");
    private static readonly Endpoint DirectMessageEndpoint = new(HttpMethod.Post, "/users/@me/channels");

    private static readonly Endpoint PostEndpoint = new(HttpMethod.Post, "/channels/{channel}/threads");
    private static readonly Endpoint GuildEndpoint = new(HttpMethod.Get, "/guilds/{guild}");
    private static readonly Endpoint MemberEndpoint = new(HttpMethod.Get, "/guilds/{guild}/members/{user}");
    private static readonly Endpoint ActiveThreadsEndpoint = new(HttpMethod.Get, "/guilds/{guild}/threads/active");
    private static readonly Endpoint CurrentUserEndpoint = new(HttpMethod.Get, "/users/@me");

    public static readonly Route CurrentUser = new(CurrentUserEndpoint, "", "/users/@me");

    public static readonly Route GatewayBot = new(GatewayBotEndpoint, "", "/gateway/bot");

    public static readonly Route Application = new(ApplicationEndpoint, "", "/applications/@me");

    public static readonly Route DirectMessage = new(DirectMessageEndpoint, "", "/users/@me/channels");

    public static Route Commands(Snowflake application, Snowflake? guild) => guild is { } server
        ? new(ListServerCommands, server.ToString(), $"/applications/{application}/guilds/{server}/commands?with_localizations=true")
        : new(ListCommands, "", $"/applications/{application}/commands?with_localizations=true");

    public static Route Overwrite(Snowflake application, Snowflake? guild) => guild is { } server
        ? new(PutServerCommands, server.ToString(), $"/applications/{application}/guilds/{server}/commands")
        : new(PutCommands, "", $"/applications/{application}/commands");

    public static Route Callback(Snowflake interaction, string token) =>
        new(CallbackEndpoint, token, $"/interactions/{interaction}/{Segment(token)}/callback");

    public static Route Original(Snowflake application, string token) =>
        new(OriginalEndpoint, token, $"/webhooks/{application}/{Segment(token)}/messages/@original");

    public static Route DeleteOriginal(Snowflake application, string token) => Original(application, token) with { Endpoint = DeleteEndpoint };

    public static Route FollowUp(Snowflake application, string token) => new(FollowUpEndpoint, token, $"/webhooks/{application}/{Segment(token)}");

    public static Route CreateMessage(Snowflake channel) => new(CreateMessageEndpoint, channel.ToString(), $"/channels/{channel}/messages");

    public static Route Channel(Snowflake channel) => new(ChannelEndpoint, channel.ToString(), $"/channels/{channel}");

    public static Route Post(Snowflake forum) => new(PostEndpoint, forum.ToString(), $"/channels/{forum}/threads");

    public static Route Guild(Snowflake guild) => new(GuildEndpoint, guild.ToString(), $"/guilds/{guild}");

    public static Route Member(Snowflake guild, Snowflake user) => new(MemberEndpoint, guild.ToString(), $"/guilds/{guild}/members/{user}");

    public static Route ActiveThreads(Snowflake guild) => new(ActiveThreadsEndpoint, guild.ToString(), $"/guilds/{guild}/threads/active");

    public static Route Messages(Snowflake channel, Snowflake? after, Snowflake? before, int limit)
    {
        var edge = (after, before) switch
        {
            ({ } first, null) => $"&after={first}",
            (null, { } last) => $"&before={last}",
            _ => "",
        };
        return new(ListMessages, channel.ToString(), $"/channels/{channel}/messages?limit={limit}{edge}");
    }

    /// <summary>A token as one part of a path, whatever it holds: dots alone would lead to another path.</summary>
    private static string Segment(string token) => token.AsSpan().TrimStart('.').IsEmpty
        ? throw new ArgumentException("An interaction without a token cannot be answered.", nameof(token))
        : Uri.EscapeDataString(token);
}
