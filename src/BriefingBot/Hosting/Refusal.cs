using System.Net;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Hosting;

/// <summary>
/// What follows when Discord does not take an answer. Discord's document: topics/opcodes-and-status-codes, JSON Error Codes.
/// </summary>
/// <param name="Code">Discord's number.</param>
/// <param name="Meaning">What happened, for the log.</param>
/// <param name="Sentence">For the person who asked, who can mend it or knows who can; null where nobody would see it.</param>
internal sealed record Refusal(int Code, string Meaning, string? Sentence)
{
    /// <summary>The refusals of which something is known.</summary>
    public static IReadOnlyList<Refusal> Known { get; } =
    [
        new(10003, "the channel is gone", null),
        new(10008, "the message is gone", null),
        new(10015, "the interaction has expired", null),
        new(10062, "the interaction is unknown or has expired", null),
        new(40060, "the interaction has already been answered", null),
        new(50027, "the interaction's token has expired", null),
        new(50001, "the bot may not see the channel", "The bot may not see this channel. Who manages the server can give it the permission View Channel here."),
        new(50007, "the person takes no messages from the bot", null),
        new(50013, "the bot lacks a permission in the channel", "The bot lacks a permission here. Who manages the server can let it view this channel and send messages in it."),
        new(50083, "the thread is archived", "This thread is archived: open it again, then ask once more."),
        new(50278, "no server is shared with the person", null),
        new(160005, "the thread is locked", "This thread is locked. Who manages it can unlock it; until then, ask in another channel."),
        new(160006, "the server has too many active threads", null),
        new(200000, "AutoMod blocked the answer", AutoMod),
        new(200001, "AutoMod blocked a title", AutoMod),
    ];

    private const string AutoMod =
        "This server’s AutoMod does not let the answer through: the article’s own words are on its list. "
        + "Who manages the server can exempt this channel or the bot’s role from that rule.";

    /// <summary>What <paramref name="refused"/> means for the answer that was sent.</summary>
    public static Refusal Of(DiscordApiException refused) => Known.FirstOrDefault(known => known.Code == refused.Code)
        ?? (refused.Status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests
            ? new Refusal(refused.Code, "a refusal that is not known here", "Discord did not take the answer, through a fault of this program. The log names it.")
            : new Refusal(refused.Code, "Discord could not be reached", null));
}
