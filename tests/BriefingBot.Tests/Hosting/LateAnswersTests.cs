using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Hosting;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Hosting;

/// <summary>What follows a deferral, and who sees it.</summary>
public sealed class LateAnswersTests : DispatchScene
{
    [Theory]
    [InlineData(false, "DeferredMessage")]
    [InlineData(true, "DeferredMessage Ephemeral")]
    public async Task A_command_whose_answer_takes_long_is_put_off_and_then_answered_in_the_same_place(bool isPrivate, string deferral)
    {
        using var dispatch = Dispatch();
        var handling = HandleAsync(dispatch, Interactions.Command(isPrivate: isPrivate));
        Time.Advance(InteractionDispatch.PutOffAfter);
        Assert.Equal(deferral, await NextAsync());
        // An edit cannot change who sees a message, and says so to nobody.
        var flags = isPrivate ? MessageFlags.Ephemeral | MessageFlags.ComponentsV2 : MessageFlags.ComponentsV2;
        Answer.SetResult(InteractionResponse.Say(new MessageBody { Content = "Anna Keller", Flags = flags }));
        await handling;
        Assert.Equal(["edit “Anna Keller” ComponentsV2"], Sent());
    }

    /// <summary>What follows a deferral first takes its place, and is seen by whom it was.</summary>
    [Fact]
    public async Task What_is_for_one_alone_does_not_stand_where_all_were_told_that_an_answer_will_come()
    {
        using var dispatch = Dispatch();
        await PutOffAsync(dispatch, Privately("The disk is full."));
        Assert.Equal(["delete", "beside “The disk is full.” Ephemeral"], Sent());
    }

    [Fact]
    public async Task An_answer_that_fails_after_all_were_told_to_wait_is_told_to_one_alone()
    {
        using var dispatch = Dispatch();
        var handling = HandleAsync(dispatch, Interactions.Command());
        Time.Advance(InteractionDispatch.PutOffAfter);
        Assert.Equal("DeferredMessage", await NextAsync());
        Answer.SetException(new InvalidOperationException("a fault"));
        await handling;
        Assert.Equal(["delete", "beside “This could not be answered, through a fault of this program. The log names it.” Ephemeral"], Sent());
    }

    [Fact]
    public async Task Where_that_word_cannot_be_taken_away_nobody_sees_what_is_for_one_alone()
    {
        using var dispatch = Dispatch();
        await PutOffAsync(dispatch, Privately("your own briefing"), 50013);
        Assert.Equal(["delete", "edit “The answer is for whoever asked alone, and could not be given to them: ask again.”"], Sent());
    }

    [Fact]
    public async Task What_AutoMod_blocks_for_one_alone_is_told_to_one_alone()
    {
        using var dispatch = Dispatch();
        await PutOffAsync(dispatch, Privately("a word on the list"), 0, 200000);
        var sent = Sent();
        Assert.Equal(["delete", "beside “a word on the list” Ephemeral"], sent[..2]);
        Assert.StartsWith("beside “AutoMod blocked", sent[2], StringComparison.Ordinal);
        Assert.EndsWith("Ephemeral", sent[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_whose_answer_takes_long_changes_its_message_later()
    {
        using var dispatch = Dispatch();
        var handling = HandleAsync(dispatch, Interactions.Button());
        Time.Advance(InteractionDispatch.PutOffAfter);
        Assert.Equal("DeferredUpdate", await NextAsync());
        Answer.SetResult(InteractionResponse.Update(new MessageBody { Content = "page 2" }));
        await handling;
        Assert.Equal(["edit “page 2”"], Sent());
    }

    [Fact]
    public async Task A_new_message_is_never_written_over_the_one_that_a_button_stands_on()
    {
        using var dispatch = Dispatch();
        var handling = HandleAsync(dispatch, Interactions.Button());
        Time.Advance(InteractionDispatch.PutOffAfter);
        Assert.Equal("DeferredUpdate", await NextAsync());
        Answer.SetResult(InteractionResponse.Say(new MessageBody { Content = "why", Flags = MessageFlags.Ephemeral }));
        await handling;
        Assert.Equal(["beside “why” Ephemeral"], Sent());
    }

    [Fact]
    public async Task An_edit_that_AutoMod_blocks_becomes_a_sentence_to_whoever_asked()
    {
        using var dispatch = Dispatch();
        await PutOffAsync(dispatch, Interactions.Says("a word on the list"), 200000);
        var sent = Sent();
        Assert.Equal("delete", sent[1]);
        Assert.StartsWith("beside “AutoMod blocked", sent[2], StringComparison.Ordinal);
        Assert.EndsWith("Ephemeral", sent[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_only_one_person_waits_that_sentence_stands_in_its_place()
    {
        using var dispatch = Dispatch();
        await PutOffAsync(dispatch, Privately("a word on the list"), isPrivate: true, 200000);
        Assert.StartsWith("edit “AutoMod blocked", Sent()[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deferral_that_is_the_body_of_an_answer_is_given_a_moment_to_arrive()
    {
        var time = new WatchedTime();
        using var dispatch = Dispatch(time: time);
        var handling = HandleAsync(dispatch, Interactions.Command(), InteractionDispatch.UntilNoted);
        await time.PassAsync(InteractionDispatch.PutOffAfter);
        Assert.Equal("DeferredMessage", await NextAsync());
        Answer.SetResult(Interactions.Says("Anna Keller"));
        await time.WaitedForAsync(due => due == InteractionDispatch.UntilNoted);
        Assert.Empty(Sent());
        time.Advance(InteractionDispatch.UntilNoted);
        await handling;
        Assert.Equal(["edit “Anna Keller”"], Sent());
    }

    [Fact]
    public async Task A_deferral_that_may_have_arrived_is_followed_by_the_answer()
    {
        using var dispatch = Dispatch();
        Refuse(new DiscordApiException("POST /interactions was not answered in time.") { MayHaveArrived = true });
        var handling = HandleAsync(dispatch, Interactions.Command());
        Time.Advance(InteractionDispatch.PutOffAfter);
        Assert.Equal("DeferredMessage", await NextAsync());
        Answer.SetResult(Interactions.Says("Anna Keller"));
        await handling;
        Assert.Equal(["edit “Anna Keller”"], Sent());
    }

    /// <summary>A command's answer that comes after its deferral.</summary>
    /// <param name="dispatch">Gives it.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="isPrivate">Whether only one person is told to wait.</param>
    /// <param name="codes">With which Discord refuses what follows the deferral, in order; 0 for nothing.</param>
    private async Task PutOffAsync(InteractionDispatch dispatch, InteractionResponse answer, bool isPrivate, params int[] codes)
    {
        var handling = HandleAsync(dispatch, Interactions.Command(isPrivate: isPrivate));
        Time.Advance(InteractionDispatch.PutOffAfter);
        Assert.StartsWith("DeferredMessage", await NextAsync(), StringComparison.Ordinal);
        Refuse(codes);
        Answer.SetResult(answer);
        await handling;
    }

    private Task PutOffAsync(InteractionDispatch dispatch, InteractionResponse answer, params int[] codes) => PutOffAsync(dispatch, answer, isPrivate: false, codes);

    private static InteractionResponse Privately(string text) => InteractionResponse.Say(new MessageBody { Content = text, Flags = MessageFlags.Ephemeral });
}
