using BriefingBot.Discord.Model;

namespace BriefingBot.Configuration;

/// <summary>The configuration section <c>Discord</c>.</summary>
internal sealed record DiscordOptions
{
    public static readonly Uri DefaultApiBaseUrl = new("https://discord.com/api/v10");

    /// <summary>The bot's token; null when none is set.</summary>
    public string? Token { get; init; }

    /// <summary>Where the REST API is, without a slash at its end.</summary>
    public Uri ApiBaseUrl { get; init; } = DefaultApiBaseUrl;

    /// <summary>Null to ask Discord.</summary>
    public Snowflake? ApplicationId { get; init; }

    public DiscordTransport Transport { get; init; } = DiscordTransport.Gateway;

    /// <summary>The application's public key, 64 hexadecimal digits; needed with <see cref="DiscordTransport.Http"/>.</summary>
    public string? PublicKey { get; init; }

    public ShardRange Shards { get; init; } = ShardRange.Auto;

    /// <summary>The server whose own commands are registered; null to register them everywhere.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>Without the token, since records print all they hold.</summary>
    public override string ToString() => $"{nameof(DiscordOptions)} {{ {Transport}, {ApiBaseUrl}, token {(Token is null ? "missing" : "set")} }}";
}

/// <summary>How interactions reach the bot.</summary>
internal enum DiscordTransport
{
    /// <summary>The bot keeps a connection open: works behind any router.</summary>
    Gateway,

    /// <summary>Discord sends signed web requests: any number of processes may stand behind a load balancer.</summary>
    Http,
}
