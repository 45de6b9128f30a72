using System.Net;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Hosting;

namespace BriefingBot.Tests.Hosting;

/// <summary>What Discord gets first for an interaction, whatever the answer and Discord do meanwhile.</summary>
public sealed class InteractionDispatchTests : DispatchScene
{
    [Fact]
    public async Task An_answer_that_is_ready_is_the_first_response_and_the_only_one()
    {
        using var dispatch = Dispatch();
        Answer.SetResult(Interactions.Says("Anna Keller"));
        await HandleAsync(dispatch, Interactions.Command());
        Assert.Equal(["Message “Anna Keller”"], Sent());
    }

    [Fact]
    public async Task Who_is_to_be_left_alone_gets_no_response()
    {
        using var dispatch = Dispatch();
        Answer.SetResult(null);
        Assert.Equal(Outcome.Silence, await HandleAsync(dispatch, Interactions.Command()));
        Assert.Empty(Sent());
    }

    [Fact]
    public async Task A_moment_before_the_threshold_nothing_is_put_off()
    {
        using var dispatch = Dispatch();
        var handling = HandleAsync(dispatch, Interactions.Command());
        Time.Advance(InteractionDispatch.PutOffAfter - TimeSpan.FromMilliseconds(1));
        Answer.SetResult(Interactions.Says("in time"));
        await handling;
        Assert.Equal(["Message “in time”"], Sent());
    }

    [Fact]
    public async Task Autocomplete_is_never_put_off_but_offers_nothing_at_the_last_moment()
    {
        using var dispatch = Dispatch();
        var handling = HandleAsync(dispatch, Interactions.Typing());
        Time.Advance(InteractionDispatch.LastMoment - TimeSpan.FromMilliseconds(1));
        Assert.Empty(Sent());
        Time.Advance(TimeSpan.FromMilliseconds(1));
        await handling;
        Assert.Equal(["Choices"], Sent());
        Assert.True(InteractionDispatch.LastMoment < TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task The_time_that_an_interaction_waited_to_be_taken_counts()
    {
        using var dispatch = Dispatch();
        var received = Time.GetTimestamp();
        Time.Advance(InteractionDispatch.PutOffAfter);
        // As of an interaction that was made years ago by any clock: only the moment of receipt matters.
        var running = dispatch.RunAsync(Source(new ReceivedInteraction(Interactions.Command() with { Id = new Snowflake(1) }, received)), CancellationToken.None);
        Assert.Equal("DeferredMessage", await NextAsync());
        Answer.SetResult(Interactions.Says("late"));
        await running;
        Assert.True(await dispatch.FinishAsync(CancellationToken.None));
        Assert.Equal(["edit “late”"], Sent());
    }

    [Theory]
    [InlineData(10062)]
    [InlineData(40060)]
    [InlineData(10003)]
    public async Task What_nobody_can_mend_is_left_at_one_refusal(int code)
    {
        using var dispatch = Dispatch();
        Refuse(code);
        Answer.SetResult(Interactions.Says("Anna Keller"));
        await HandleAsync(dispatch, Interactions.Command());
        Assert.Equal(["Message “Anna Keller”"], Sent());
    }

    [Theory]
    [InlineData(50001, "View Channel")]
    [InlineData(50013, "permission")]
    [InlineData(50083, "archived")]
    [InlineData(200000, "AutoMod")]
    [InlineData(50035, "fault of this program")]
    public async Task What_somebody_can_mend_is_told_once_and_privately(int code, string says)
    {
        using var dispatch = Dispatch();
        Refuse(code, code);
        Answer.SetResult(Interactions.Says("Anna Keller"));
        await HandleAsync(dispatch, Interactions.Command());
        var sent = Sent();
        Assert.Equal(2, sent.Count);
        Assert.Contains(says, sent[1], StringComparison.Ordinal);
        Assert.EndsWith("Ephemeral", sent[1], StringComparison.Ordinal);
    }

    /// <summary>What stands before Discord counts what it refuses, and bans who goes on.</summary>
    [Fact]
    public async Task A_refusal_without_a_word_of_Discords_is_not_answered_by_another_request()
    {
        using var dispatch = Dispatch();
        Refuse(new DiscordApiException("refused", HttpStatusCode.Forbidden) { IsOfDiscord = false });
        Answer.SetResult(Interactions.Says("Anna Keller"));
        await HandleAsync(dispatch, Interactions.Command());
        Assert.Equal(["Message “Anna Keller”"], Sent());
    }

    [Theory]
    [InlineData(false, "Message “This could not be answered, through a fault of this program. The log names it.” Ephemeral")]
    [InlineData(true, "Choices")]
    public async Task An_answer_that_fails_is_one_private_sentence_or_no_choice(bool typing, string says)
    {
        using var dispatch = Dispatch();
        Answer.SetException(new InvalidOperationException("a fault"));
        await HandleAsync(dispatch, typing ? Interactions.Typing() : Interactions.Command());
        Assert.Equal([says], Sent());
    }

    [Fact]
    public async Task One_that_never_ends_holds_up_no_other()
    {
        using var dispatch = Dispatch(interaction => interaction.Type == InteractionType.Command ? Answer.Task : Task.FromResult<InteractionResponse?>(InteractionResponse.Update(new MessageBody { Content = "page 2" })));
        var stuck = HandleAsync(dispatch, Interactions.Command());
        await HandleAsync(dispatch, Interactions.Button());
        Assert.Equal(["UpdateMessage “page 2”"], Sent());
        Assert.False(stuck.IsCompleted);
        Answer.SetResult(Interactions.Says("at last"));
        await stuck;
    }

    [Fact]
    public async Task Stopping_finishes_what_is_in_hand_and_takes_nothing_more()
    {
        using var dispatch = Dispatch();
        var people = System.Threading.Channels.Channel.CreateUnbounded<ReceivedInteraction>();
        var running = dispatch.RunAsync(people.Reader.ReadAllAsync(CancellationToken.None), CancellationToken.None);
        people.Writer.TryWrite(new ReceivedInteraction(Interactions.Command(), Time.GetTimestamp()));
        await Begun.Task;
        people.Writer.Complete();
        await running;

        var finishing = dispatch.FinishAsync(CancellationToken.None);
        Assert.False(finishing.IsCompleted);
        Answer.SetResult(Interactions.Says("finished"));
        Assert.True(await finishing);
        Assert.Equal(["Message “finished”"], Sent());
        Assert.Equal(Outcome.Abandoned, await HandleAsync(dispatch, Interactions.Command()));
        Assert.Empty(Sent());
    }

    [Fact]
    public async Task What_takes_too_long_when_stopping_is_abandoned()
    {
        using var dispatch = Dispatch();
        var handling = HandleAsync(dispatch, Interactions.Command());
        Assert.False(await dispatch.FinishAsync(new CancellationToken(canceled: true)));
        await handling;
        Assert.Empty(Sent());
    }

    [Fact]
    public void A_response_of_a_button_or_command_can_be_put_off_and_of_typing_cannot()
    {
        Assert.Equal(InteractionResponseType.DeferredMessage, Deferral.Of(Interactions.Command())?.Type);
        Assert.Equal(InteractionResponseType.DeferredUpdate, Deferral.Of(Interactions.Button())?.Type);
        Assert.Null(Deferral.Of(Interactions.Typing()));
    }

    [Theory]
    [InlineData("who-said", "who-said")]
    [InlineData("<@everyone> my secret", "unknown")]
    public void A_name_in_figures_and_log_is_the_catalogues_or_none(string name, string called) =>
        Assert.Equal(called, InteractionName.Of(Interactions.Command(name)));

    [Theory]
    [InlineData("bs0-1--:x", "button stop")]
    [InlineData("bz0-1--:x", "button snooze")]
    [InlineData("1n:;", "button next page")]
    [InlineData("<@everyone> my secret", "button")]
    public void A_button_is_named_by_what_was_pressed(string customId, string called) =>
        Assert.Equal(called, InteractionName.Of(Interactions.Button(customId)));

    [Fact]
    public void A_subcommand_is_named_with_its_group() => Assert.Equal("briefing now", InteractionName.Of(Interactions.Subcommand("briefing", "now")));

    private static async IAsyncEnumerable<ReceivedInteraction> Source(params ReceivedInteraction[] interactions)
    {
        await Task.Yield();
        foreach (var interaction in interactions)
        {
            yield return interaction;
        }
    }
}
