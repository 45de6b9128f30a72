using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>What is told when Discord does not take an answer: to the log always, to whoever asked where that helps.</summary>
internal sealed partial class Refusals(ILogger<InteractionDispatch> log)
{
    public void Note(Interaction interaction, DiscordApiException refused) => LogRefused(InteractionName.Of(interaction), refused.Message);

    /// <summary>A sentence in the place of an answer: when that is refused too, there is nothing more to say.</summary>
    public async Task OnceAsync(Interaction interaction, Func<Task> say)
    {
        try
        {
            await say();
        }
        catch (DiscordApiException again)
        {
            LogSentenceRefused(InteractionName.Of(interaction), again.Code);
        }
    }

    /// <summary>
    /// For the person who asked, when they can mend it, know who can, or should hear whose fault it is; null where nobody would see it, or what
    /// stands before Discord would only be asked once more in vain.
    /// </summary>
    public static string? SentenceAbout(DiscordApiException refused) => refused switch
    {
        { Code: 10003 or 10004 } => null,
        { Known: { Mender: Mender.Server } known } => known.Advice,
        { Known: null or { Mender: Mender.Operator }, IsFinal: true } => "Discord did not take the answer, through a fault of this program. The log names it.",
        _ => null,
    };

    /// <summary>A message to whoever asked alone.</summary>
    public static MessageBody Alone(string sentence) => new() { Content = sentence, Flags = MessageFlags.Ephemeral };

    [LoggerMessage(LogLevel.Warning, "Discord did not take the answer to {Interaction}: {Why}")]
    private partial void LogRefused(string interaction, string why);

    [LoggerMessage(LogLevel.Information, "Nor did it take the sentence that says so ({Interaction}, code {Code}).")]
    private partial void LogSentenceRefused(string interaction, int code);
}
