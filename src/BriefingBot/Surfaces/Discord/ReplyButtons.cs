using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Search;

namespace BriefingBot.Surfaces.Discord;

/// <summary>Answers buttons, from what their custom ids and their message hold: nothing is remembered between messages.</summary>
internal sealed class ReplyButtons(CommandRouter router)
{
    /// <summary>What is said of a button that cannot be answered, which is one of another version or of no command that there is.</summary>
    public const string Outdated = "This button no longer works: ask again, and the new answer's buttons will.";

    /// <summary>The answer; whatever the custom id or the message hold, never an exception.</summary>
    /// <param name="customId">Of the button that was pressed.</param>
    /// <param name="message">The message that it stands on, as Discord gave it.</param>
    /// <param name="isPrivate">Whether only the presser sees that message.</param>
    /// <param name="presser">Who pressed; null when that is not known.</param>
    /// <remarks>
    /// Pages change the message for the one who asked. Anybody else gets the page as a private answer of their own, with buttons of its own,
    /// so that nobody's reading is turned over by another. Context and reasons are always private: they are the presser's question.
    /// </remarks>
    public ButtonAnswer Press(string customId, Message? message, bool isPrivate, Snowflake? presser = null)
    {
        if (ButtonIds.Read(customId) is not { } button)
        {
            return Told(Reply.Failure("button", Outdated));
        }

        var request = ButtonIds.RequestIn(customId, message) is { } text ? RequestText.Read(text) : null;
        return button.Action switch
        {
            ButtonAction.Context => Told(router.Guarded("Context", () => Look(button, request, "context", router.Details.Context))),
            ButtonAction.Why => Told(router.Guarded("Why this answer", () => Look(button, request, "why", PassageDetails.Why))),
            _ when request is null => Told(Reply.Failure("button", Outdated)),
            _ => Turn(button.Action, request, isPrivate || IsAskers(message, presser)),
        };
    }

    /// <summary>A briefing and other messages that nobody asked for belong to all who see them.</summary>
    private static bool IsAskers(Message? message, Snowflake? presser) =>
        presser is null || message?.InteractionMetadata?.User is not { } asker || asker.Id == presser;

    private static ButtonAnswer Told(Reply reply) => new(reply.Command, DiscordReplies.Message(reply with { Private = true }, null), false, reply.Failed);

    private ButtonAnswer Turn(ButtonAction action, CommandRequest request, bool updates)
    {
        var step = action switch { ButtonAction.NextPage => 1, ButtonAction.PreviousPage => -1, _ => 0 };
        var page = request with { Page = Math.Clamp(request.Page, 0, PassageAnswer.MostCounted) + step };
        var reply = router.Answer(page);
        // A fault leaves the page as it was.
        return reply.Failed ? Told(reply) : new ButtonAnswer(reply.Command, DiscordReplies.Message(reply with { Private = !updates }, page), updates, false);
    }

    /// <summary>
    /// Looks into the passage as it is answered now, since the same words may stand in several places; when it is not among the answers any
    /// more, as the story has it.
    /// </summary>
    private Reply Look(ButtonId button, CommandRequest? request, string command, Func<Passage, bool, Reply> look)
    {
        var answered = request is null ? null : router.Answer(request);
        var passage = answered?.Passages.Concat(answered.Closest).FirstOrDefault(passage => passage.Id == button.Passage)
            ?? router.Details.Find(button.Passage);
        return passage is null
            ? PassageDetails.Gone(command)
            : look(passage, ButtonIds.ReadingOf(passage.Text, passage.Sentence) != button.Reading);
    }
}

/// <summary>What comes of a button.</summary>
/// <param name="Command">What was answered, for counting: a command's name, <c>context</c>, <c>why</c>, or <c>button</c> for one that is not known.</param>
/// <param name="Message">With the flags that fit.</param>
/// <param name="Updates">Whether the message that the button stands on is changed; otherwise this is a new one.</param>
/// <param name="Failed">Whether it is a sentence about what went wrong.</param>
internal sealed record ButtonAnswer(string Command, MessageBody Message, bool Updates, bool Failed)
{
    public InteractionResponse Response => Updates ? InteractionResponse.Update(Message) : InteractionResponse.Say(Message);
}
