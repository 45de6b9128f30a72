using System.Net;
using BriefingBot.Discord.Rest;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Discord.Rest;

/// <summary>The first answer to an interaction, which has three seconds, when servers are in trouble and connections break.</summary>
public class FirstAnswerTests
{
    public static TheoryData<string> TroublesOfAnswering => ["500", "502 page", "503", "504", "cut", "cut error"];

    /// <summary>Discord takes one first answer, and refuses a second: giving it again can only help.</summary>
    [Theory]
    [MemberData(nameof(TroublesOfAnswering))]
    public async Task A_first_answer_is_given_again(string trouble)
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(DiscordRestFailureTests.TroubleOf(trouble), DiscordRestFailureTests.TroubleOf(trouble), RestAnswer.NoContent);

        var given = conversation.Respond();
        await conversation.PassAsync(0.1);
        await conversation.PassAsync(0.2);
        await given;

        Assert.Equal(3, conversation.Discord.Requests.Count);
        Assert.Single(conversation.Discord.Requests.Select(request => request.Body).Distinct());
    }

    [Theory]
    [MemberData(nameof(TroublesOfAnswering))]
    public async Task A_first_answer_that_had_arrived_in_spite_of_trouble_is_given(string trouble)
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(DiscordRestFailureTests.TroubleOf(trouble), RestAnswer.Error(400, 40060, "Interaction has already been acknowledged."));

        var given = conversation.Respond();
        await conversation.PassAsync(0.1);
        await given;

        Assert.Equal(2, conversation.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_first_answer_that_another_process_gave_is_refused()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Error(400, 40060, "Interaction has already been acknowledged."));

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Respond());

        Assert.Equal((40060, true, false), (error.Code, error.IsFinal, error.MayHaveArrived));
    }

    [Fact]
    public async Task A_first_answer_is_given_up_before_its_three_seconds_are_over()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Page(503));

        var given = conversation.Respond();
        foreach (var pause in new[] { 0.1, 0.2, 0.4, 0.8 })
        {
            await conversation.PassAsync(pause);
        }

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => given);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (error.Status, error.MayHaveArrived));
        Assert.Equal(5, conversation.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_first_answer_waits_three_seconds_and_no_longer()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Script = _ => new TaskCompletionSource<RestAnswer>().Task;

        var answered = conversation.Respond();
        await conversation.Discord.NextAsync();
        await conversation.PassAsync(1.2);
        await conversation.Discord.NextAsync();
        conversation.Time.Advance(TimeSpan.FromSeconds(1.8));

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => answered);
        Assert.Equal((null, false, true), ((int?)error.Status, error.IsFinal, error.MayHaveArrived));
        Assert.Equal(2, conversation.Discord.Requests.Count);
    }

    /// <summary>The connection that it went out on may be dead, or Discord slow: what is taken first counts, and its word for a second one.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task A_first_answer_that_takes_long_is_given_besides_on_another_connection(int taken, bool hadArrived)
    {
        await using var conversation = new RestConversation();
        var answers = new[] { new TaskCompletionSource<RestAnswer>(), new TaskCompletionSource<RestAnswer>() };
        conversation.Discord.Script = _ => answers[conversation.Discord.Requests.Count - 1].Task;

        var given = conversation.Respond();
        await conversation.Discord.NextAsync();
        await conversation.PassAsync(1.2);
        await conversation.Discord.NextAsync();
        answers[taken - 1].SetResult(hadArrived ? RestAnswer.Error(400, 40060, "Interaction has already been acknowledged.") : RestAnswer.NoContent);
        await given;

        Assert.Equal(2, conversation.Discord.Connections);
        Assert.Single(conversation.Log.All, line => line.Contains("asked besides", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_one_of_two_is_refused_the_other_is_waited_for()
    {
        await using var conversation = new RestConversation();
        var answers = new[] { new TaskCompletionSource<RestAnswer>(), new TaskCompletionSource<RestAnswer>() };
        conversation.Discord.Script = _ => answers[conversation.Discord.Requests.Count - 1].Task;

        var given = conversation.Respond();
        await conversation.Discord.NextAsync();
        await conversation.PassAsync(1.2);
        await conversation.Discord.NextAsync();
        answers[1].SetResult(RestAnswer.Page(502));
        answers[0].SetResult(RestAnswer.NoContent);
        await given;

        Assert.Equal(2, conversation.Discord.Requests.Count);
    }

    [Fact]
    public async Task Without_a_connection_even_a_first_answer_is_tried_again()
    {
        await using var conversation = new RestConversation();
        await conversation.Discord.DisposeAsync();

        var answered = conversation.Respond();
        foreach (var pause in new[] { 0.1, 0.2, 0.4, 0.8 })
        {
            await conversation.PassAsync(pause);
        }

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => answered);
        Assert.Equal((null, false, false), ((int?)error.Status, error.MayHaveArrived, error.IsFinal));
    }
}
