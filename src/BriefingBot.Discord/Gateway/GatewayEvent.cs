using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// Something that happened, as the Gateway tells it. Of events other than READY and INTERACTION_CREATE only the name is kept: a bot without
/// intents hardly gets any, and what they hold can be megabytes. Discord's document: events/gateway-events, Receive Events.
/// </summary>
/// <param name="Name">Such as <c>INTERACTION_CREATE</c>. Names that nobody documents are to be expected.</param>
/// <param name="Sequence">Its number in the session; null when Discord gave none.</param>
/// <param name="Received">Timestamp of the <see cref="TimeProvider"/> when it was read, for <see cref="TimeProvider.GetElapsedTime(long)"/>.</param>
public sealed record GatewayEvent(string Name, long? Sequence, long Received)
{
    public const string ReadyName = "READY";

    public const string ResumedName = "RESUMED";

    public const string InteractionName = "INTERACTION_CREATE";

    /// <summary>
    /// Of INTERACTION_CREATE: never null. Where something in it cannot be read, it holds id, application, type, token and the languages
    /// only, so that it can still be answered; one without a token is not told at all.
    /// </summary>
    public Interaction? Interaction { get; init; }

    /// <summary>Of READY: never null.</summary>
    public GatewayReady? Ready { get; init; }
}

/// <summary>What this bot needs of READY; all may be missing. Discord's document: events/gateway-events, Ready.</summary>
/// <param name="SessionId">Null means that the session cannot be resumed.</param>
/// <param name="ResumeAddress">Without parameters.</param>
/// <param name="ApplicationId">Saves asking for it.</param>
public sealed record GatewayReady(string? SessionId, string? ResumeAddress, Snowflake? ApplicationId);
