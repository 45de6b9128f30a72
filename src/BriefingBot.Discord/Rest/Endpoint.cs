namespace BriefingBot.Discord.Rest;

/// <summary>Which rules of Discord's an endpoint is under.</summary>
internal enum EndpointKind
{
    /// <summary>Asked with the bot's token, and counted in its global rate limit.</summary>
    Bot,

    /// <summary>
    /// The first answer to an interaction: used once, so there is nothing to queue for, and worthless after three seconds. The interaction's token
    /// is its only key.
    /// </summary>
    Callback,

    /// <summary>What follows a first answer: keyed by the interaction's token alone, limited by that token, outside the global limit.</summary>
    Webhook,
}

/// <summary>A verb and a path with placeholders: what logs and errors call a request, since paths may hold tokens.</summary>
internal sealed class Endpoint(HttpMethod method, string template, EndpointKind kind = EndpointKind.Bot, bool ofServersCommands = false)
{
    public HttpMethod Method { get; } = method;

    public EndpointKind Kind { get; } = kind;

    /// <summary>Whether it is about a server's own commands: what Discord refuses there has another reason than elsewhere.</summary>
    public bool IsOfServersCommands { get; } = ofServersCommands;

    public override string ToString() => $"{Method} {template}";
}

/// <summary>An endpoint with what it is asked about.</summary>
/// <param name="Endpoint">Which.</param>
/// <param name="Major">
/// What Discord counts requests by beside the bucket: a channel, a server, or an interaction's token; empty for none. Discord's document:
/// topics/rate-limits.
/// </param>
/// <param name="Path">After the base address, query included; may hold a token.</param>
internal readonly record struct Route(Endpoint Endpoint, string Major, string Path)
{
    public override string ToString() => Endpoint.ToString();
}
