namespace BriefingBot.Discord.Gateway;

/// <summary>Where the Gateway is and how often it may be identified at. Discord's document: events/gateway, Get Gateway Bot.</summary>
public sealed record GatewayBot
{
    /// <summary>Begins with <c>wss://</c>.</summary>
    public string? Url { get; init; }

    /// <summary>How many shards Discord recommends.</summary>
    public int? Shards { get; init; }

    public SessionStartLimit? SessionStartLimit { get; init; }
}

/// <summary>Discord's document: events/gateway, Session Start Limit Object.</summary>
public sealed record SessionStartLimit
{
    public int? Total { get; init; }

    /// <summary>How many more sessions may begin; at 0 wait.</summary>
    public int? Remaining { get; init; }

    /// <summary>Milliseconds until <see cref="Remaining"/> is <see cref="Total"/> again.</summary>
    public long? ResetAfter { get; init; }

    /// <summary>How many may identify within five seconds.</summary>
    public int? MaxConcurrency { get; init; }
}
