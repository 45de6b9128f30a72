using System.Net;
using System.Threading.Channels;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Hosting;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Channel = System.Threading.Channels.Channel;

namespace BriefingBot.Tests.Hosting;

/// <summary>What Discord gets for an interaction, in which order, whatever the answer and Discord do meanwhile.</summary>
public sealed class InteractionDispatchTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ServiceMeters _meters = new();
    private readonly Channel<string> _sent = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource<InteractionResponse?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<DiscordApiException?> _refusals = new();

    public void Dispose() => _meters.Dispose();

    [Fact]
    public async Task An_answer_that_is_ready_is_the_first_response_and_the_only_one()
    {
        using var dispatch = Dispatch();
        _answer.SetResult(Interactions.Says("Anna Keller"));
        await HandleAsync(dispatch, Interactions.Command());
        Assert.Equal(["Message “Anna Keller”"], Sent());
    }

    [Theory]
    [InlineData(false, "DeferredMessage")]
    [InlineData(true, "DeferredMessage Ephemeral")]
    public async Task A_command_whose_answer_takes_long_is_put_off_and_then_answered_in_the_same_place(bool isPrivate, string deferral)
    {
        using var dispatch = Dispatch();
        var handling = HandleAsync(dispatch, Interactions.Command(isPrivate: isPrivate));
        _time.Advance(InteractionDispatch.PutOffAfter);
        Assert.Equal(deferral, await _sent.Reader.ReadAsync());
        // An edit cannot change who sees a message, and says so to nobody.
        var flags = isPrivate ? MessageFlags.Ephemeral | MessageFlags.ComponentsV2 : MessageFlags.ComponentsV2;
        _answer.SetResult(InteractionResponse.Say(new MessageBody { Content = "Anna Keller", Flags = flags }));
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
        _time.Advance(InteractionDispatch.PutOffAfter);
        Assert.Equal("DeferredMessage", await _sent.Reader.ReadAsync());
        _answer.SetException(new InvalidOperationException("a fault"));
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
    public async Task Who_is_to_be_left_alone_gets_no_response()
    {
        using var dispatch = Dispatch();
        _answer.SetResult(null);
        Assert.Equal(Outcome.Silence, await HandleAsync(dispatch, Interactions.Command()));
        Assert.Empty(Sent());
    }

    [Fact]
    public async Task A_moment_before_the_threshold_nothing_is_put_off()
    {
        using var dispatch = Dispatch();
        var handling = HandleAsync(dispatch, Interactions.Command());
        _time.Advance(InteractionDispatch.PutOffAfter - TimeSpan.FromMilliseconds(1));
        _answer.SetResult(Interactions.Says("in time"));
        await handling;
        Assert.Equal(["Message “in time”"], Sent());
    }

    [Fact]
    public async Task A_button_whose_answer_takes_long_changes_its_message_later()
    {
        using var dispatch = Dispatch();
        var handling = HandleAsync(dispatch, Interactions.Button());
        _time.Advance(InteractionDispatch.PutOffAfter);
        Assert.Equal("DeferredUpdate", await _sent.Reader.ReadAsync());
        _answer.SetResult(InteractionResponse.Update(new MessageBody { Content = "page 2" }));
        await handling;
        Assert.Equal(["edit “page 2”"], Sent());
    }

    [Fact]
    public async Task A_new_message_is_never_written_over_the_one_that_a_button_stands_on()
    {
        using var dispatch = Dispatch();
        var handling = HandleAsync(dispatch, Interactions.Button());
        _time.Advance(InteractionDispatch.PutOffAfter);
        Assert.Equal("DeferredUpdate", await _sent.Reader.ReadAsync());
        _answer.SetResult(InteractionResponse.Say(new MessageBody { Content = "why", Flags = MessageFlags.Ephemeral }));
        await handling;
        Assert.Equal(["beside “why” Ephemeral"], Sent());
    }

    [Fact]
    public async Task Autocomplete_is_never_put_off_but_offers_nothing_at_the_last_moment()
    {
        using var dispatch = Dispatch();
        var handling = HandleAsync(dispatch, Interactions.Typing());
        _time.Advance(InteractionDispatch.LastMoment - TimeSpan.FromMilliseconds(1));
        Assert.Empty(Sent());
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await handling;
        Assert.Equal(["Choices"], Sent());
        Assert.True(InteractionDispatch.LastMoment < TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task The_time_that_an_interaction_waited_to_be_taken_counts()
    {
        using var dispatch = Dispatch();
        var received = _time.GetTimestamp();
        _time.Advance(InteractionDispatch.PutOffAfter);
        // As of an interaction that was made years ago by any clock: only the moment of receipt matters.
        var running = dispatch.RunAsync(Source(new ReceivedInteraction(Interactions.Command() with { Id = new Snowflake(1) }, received)), CancellationToken.None);
        Assert.Equal("DeferredMessage", await _sent.Reader.ReadAsync());
        _answer.SetResult(Interactions.Says("late"));
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
        _answer.SetResult(Interactions.Says("Anna Keller"));
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
        _answer.SetResult(Interactions.Says("Anna Keller"));
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
        _refusals.Enqueue(new DiscordApiException("refused", HttpStatusCode.Forbidden) { IsOfDiscord = false });
        _answer.SetResult(Interactions.Says("Anna Keller"));
        await HandleAsync(dispatch, Interactions.Command());
        Assert.Equal(["Message “Anna Keller”"], Sent());
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
        Assert.Equal("DeferredMessage", await _sent.Reader.ReadAsync());
        _answer.SetResult(Interactions.Says("Anna Keller"));
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
        _refusals.Enqueue(new DiscordApiException("POST /interactions was not answered in time.") { MayHaveArrived = true });
        var handling = HandleAsync(dispatch, Interactions.Command());
        _time.Advance(InteractionDispatch.PutOffAfter);
        Assert.Equal("DeferredMessage", await _sent.Reader.ReadAsync());
        _answer.SetResult(Interactions.Says("Anna Keller"));
        await handling;
        Assert.Equal(["edit “Anna Keller”"], Sent());
    }

    [Theory]
    [InlineData(false, "Message “This could not be answered, through a fault of this program. The log names it.” Ephemeral")]
    [InlineData(true, "Choices")]
    public async Task An_answer_that_fails_is_one_private_sentence_or_no_choice(bool typing, string says)
    {
        using var dispatch = Dispatch();
        _answer.SetException(new InvalidOperationException("a fault"));
        await HandleAsync(dispatch, typing ? Interactions.Typing() : Interactions.Command());
        Assert.Equal([says], Sent());
    }

    [Fact]
    public async Task One_that_never_ends_holds_up_no_other()
    {
        using var dispatch = Dispatch(interaction => interaction.Type == InteractionType.Command ? _answer.Task : Task.FromResult<InteractionResponse?>(InteractionResponse.Update(new MessageBody { Content = "page 2" })));
        var stuck = HandleAsync(dispatch, Interactions.Command());
        await HandleAsync(dispatch, Interactions.Button());
        Assert.Equal(["UpdateMessage “page 2”"], Sent());
        Assert.False(stuck.IsCompleted);
        _answer.SetResult(Interactions.Says("at last"));
        await stuck;
    }

    [Fact]
    public async Task Stopping_finishes_what_is_in_hand_and_takes_nothing_more()
    {
        using var dispatch = Dispatch();
        var people = Channel.CreateUnbounded<ReceivedInteraction>();
        var running = dispatch.RunAsync(people.Reader.ReadAllAsync(CancellationToken.None), CancellationToken.None);
        people.Writer.TryWrite(new ReceivedInteraction(Interactions.Command(), _time.GetTimestamp()));
        await _begun.Task;
        people.Writer.Complete();
        await running;

        var finishing = dispatch.FinishAsync(CancellationToken.None);
        Assert.False(finishing.IsCompleted);
        _answer.SetResult(Interactions.Says("finished"));
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

    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private InteractionDispatch Dispatch(Func<Interaction, Task<InteractionResponse?>>? answer = null, TimeProvider? time = null) => new(
        new InteractionCalls
        {
            Answer = answer ?? (_ =>
            {
                _begun.TrySetResult();
                return _answer.Task;
            }),
            Respond = (_, response, _) => SendAsync($"{response.Type}{Said(response.Message)}"),
            Edit = (_, message, _) => SendAsync($"edit{Said(message)}"),
            Delete = (_, _) => SendAsync("delete"),
            FollowUp = (_, message, _) => SendAsync($"beside{Said(message)}"),
        },
        time ?? _time,
        _meters,
        NullLogger<InteractionDispatch>.Instance);

    private Task<Outcome> HandleAsync(InteractionDispatch dispatch, Interaction interaction, TimeSpan untilNoted = default) =>
        dispatch.HandleAsync(interaction, (response, _) => SendAsync($"{response.Type}{Said(response.Message)}"), untilNoted);

    /// <summary>A command's answer that comes after its deferral.</summary>
    /// <param name="dispatch">Gives it.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="isPrivate">Whether only one person is told to wait.</param>
    /// <param name="codes">With which Discord refuses what follows the deferral, in order; 0 for nothing.</param>
    private async Task PutOffAsync(InteractionDispatch dispatch, InteractionResponse answer, bool isPrivate, params int[] codes)
    {
        var handling = HandleAsync(dispatch, Interactions.Command(isPrivate: isPrivate));
        _time.Advance(InteractionDispatch.PutOffAfter);
        Assert.StartsWith("DeferredMessage", await _sent.Reader.ReadAsync(), StringComparison.Ordinal);
        Refuse(codes);
        _answer.SetResult(answer);
        await handling;
    }

    private Task PutOffAsync(InteractionDispatch dispatch, InteractionResponse answer, params int[] codes) => PutOffAsync(dispatch, answer, isPrivate: false, codes);

    private static InteractionResponse Privately(string text) => InteractionResponse.Say(new MessageBody { Content = text, Flags = MessageFlags.Ephemeral });

    private static string Said(MessageBody? message) => (message?.Content is { } text ? $" “{text}”" : "")
        + (message?.Flags is { } flags and not MessageFlags.None ? $" {flags}" : "");

    private Task SendAsync(string sent)
    {
        _sent.Writer.TryWrite(sent);
        return _refusals.TryDequeue(out var refusal) && refusal is not null ? Task.FromException(refusal) : Task.CompletedTask;
    }

    private List<string> Sent()
    {
        var sent = new List<string>();
        while (_sent.Reader.TryRead(out var one))
        {
            sent.Add(one);
        }

        return sent;
    }

    private void Refuse(params int[] codes)
    {
        foreach (var code in codes)
        {
            _refusals.Enqueue(code == 0 ? null : new DiscordApiException("refused", HttpStatusCode.BadRequest, code));
        }
    }

    private static async IAsyncEnumerable<ReceivedInteraction> Source(params ReceivedInteraction[] interactions)
    {
        await Task.Yield();
        foreach (var interaction in interactions)
        {
            yield return interaction;
        }
    }
}
