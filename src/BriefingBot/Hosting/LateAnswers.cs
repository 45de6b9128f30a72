using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Hosting;

/// <summary>Gives the answers that were put off, to those whom they are for.</summary>
/// <param name="calls">Discord.</param>
/// <param name="refusals">Tells of what Discord does not take.</param>
/// <param name="abandoned">Cancelled when nothing is sent any more.</param>
internal sealed class LateAnswers(InteractionCalls calls, Refusals refusals, CancellationToken abandoned)
{
    private const string NotForAll = "The answer is for whoever asked alone, and could not be given to them: ask again.";

    private const MessageFlags Editable = MessageFlags.SuppressEmbeds | MessageFlags.ComponentsV2;

    /// <summary>
    /// Puts the answer where the deferral stands. A new message must not be written over the one that a button stands on: it is sent besides. What is
    /// for one person alone must not stand where everybody was told that an answer will come.
    /// </summary>
    public async Task GiveAsync(Interaction interaction, InteractionResponse deferral, InteractionResponseType answer, MessageBody message)
    {
        var isCommands = deferral.Type == InteractionResponseType.DeferredMessage;
        var isForAll = isCommands && !IsForOne(deferral.Message);
        if (isForAll && IsForOne(message))
        {
            await GiveAloneAsync(interaction, message);
            return;
        }

        try
        {
            await (isCommands || answer == InteractionResponseType.UpdateMessage
                ? calls.Edit(interaction, message with { Flags = message.Flags & Editable }, abandoned)
                : calls.FollowUp(interaction, message, abandoned));
        }
        catch (DiscordApiException refused)
        {
            refusals.Note(interaction, refused);
            if (Refusals.SentenceAbout(refused) is { } sentence && isCommands)
            {
                await (isForAll
                    ? GiveAloneAsync(interaction, Refusals.Alone(sentence))
                    : refusals.OnceAsync(interaction, () => calls.Edit(interaction, new MessageBody { Content = sentence }, abandoned)));
            }
        }
    }

    /// <summary>
    /// For whoever asked alone, although all were told that an answer will come: that word has to go first, since what follows it takes its place and
    /// is seen by all. Discord's document: interactions/receiving-and-responding, Followup Messages.
    /// </summary>
    private async Task GiveAloneAsync(Interaction interaction, MessageBody message)
    {
        try
        {
            await calls.Delete(interaction, abandoned);
        }
        catch (DiscordApiException refused)
        {
            refusals.Note(interaction, refused);
            await refusals.OnceAsync(interaction, () => calls.Edit(interaction, new MessageBody { Content = NotForAll }, abandoned));
            return;
        }

        try
        {
            await calls.FollowUp(interaction, message, abandoned);
        }
        catch (DiscordApiException refused)
        {
            refusals.Note(interaction, refused);
            if (Refusals.SentenceAbout(refused) is { } sentence)
            {
                await refusals.OnceAsync(interaction, () => calls.FollowUp(interaction, Refusals.Alone(sentence), abandoned));
            }
        }
    }

    private static bool IsForOne(MessageBody? message) => message?.Flags?.HasFlag(MessageFlags.Ephemeral) == true;
}
