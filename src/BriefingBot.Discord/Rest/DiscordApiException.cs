using System.Net;

namespace BriefingBot.Discord.Rest;

/// <summary>Discord refused a request, or could not be asked. The message names verb and route, never a token.</summary>
public sealed class DiscordApiException : Exception
{
    public DiscordApiException(string message, HttpStatusCode? status = null, int code = 0, Exception? inner = null)
        : base(message, inner) => (Status, Code) = (status, code);

    /// <summary>Null when no answer came.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Discord's own number (topics/opcodes-and-status-codes, JSON Error Codes); 0 when it gave none.</summary>
    public int Code { get; }

    /// <summary>What is known of <see cref="Code"/>, who can mend it and how; null when nothing is.</summary>
    public DiscordError? Known => DiscordError.Of(Code);

    /// <summary>
    /// Whether Discord itself answered. False for what stands before it, whose refusals (403 of an address that it blocks, pages of servers in
    /// trouble) say nothing about what was asked for.
    /// </summary>
    public bool IsOfDiscord { get; init; } = true;

    /// <summary>
    /// Whether the same request would be refused again, until somebody mends something. False for what passes: rate limits, a server in
    /// trouble, a connection that broke, an address that is blocked for a while.
    /// </summary>
    public bool IsFinal => Known?.IsFinal ?? (IsOfDiscord && Status is { } status && (int)status is >= 300 and < 500 and not 408 and not 429);

    /// <summary>When a rate limit allows the request again, counted from the answer; null when Discord did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether Discord may have done what was asked for, although no answer tells.</summary>
    public bool MayHaveArrived { get; internal set; }
}
