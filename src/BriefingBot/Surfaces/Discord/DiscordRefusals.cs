using System.Net;
using BriefingBot.Briefings;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Surfaces.Discord;

/// <summary>What an error of Discord's means for a briefing.</summary>
internal static class DiscordRefusals
{
    /// <summary>What a subscription is paused for; null for an error that is about the message, or about the bot as a whole.</summary>
    public static PauseReason? PauseOf(DiscordApiException refused) => refused switch
    {
        { IsFinal: false } => null,
        { Code: 10003 } => PauseReason.ChannelGone,
        { Code: 10004 } => PauseReason.LeftServer,
        { Code: 10013 or 50007 or 50033 or 50278 } => PauseReason.DirectMessagesClosed,
        { Code: 40067 or 50001 or 50008 or 50013 or 50024 or 50083 or 160005 or 160006 } => PauseReason.NoAccess,
        { Code: 0, Status: HttpStatusCode.Forbidden } => PauseReason.NoAccess,
        { Code: 0, Status: HttpStatusCode.NotFound } => PauseReason.ChannelGone,
        _ => null,
    };

    /// <summary>The refusal as a delivery sees it.</summary>
    /// <param name="refused">What Discord said.</param>
    /// <param name="pause">What it means, where more is known than the error tells.</param>
    /// <param name="mayHaveArrived">Whether something was in doubt before; null to let the error tell.</param>
    public static DeliveryException Of(DiscordApiException refused, PauseReason? pause = null, bool? mayHaveArrived = null) =>
        new(pause == PauseReason.LeftServer ? PauseWords.LeftServer : refused.Known?.Advice ?? refused.Message, refused)
        {
            // A token that is refused is the operator's to mend, and no subscription's fault.
            IsFinal = refused.IsFinal && refused.Status != HttpStatusCode.Unauthorized,
            Pause = pause ?? PauseOf(refused),
            MayHaveArrived = mayHaveArrived ?? refused.MayHaveArrived,
            RetryAfter = refused.RetryAfter,
        };
}
