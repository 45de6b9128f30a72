using System.Net;
using BriefingBot.Discord.Rest;
using BriefingBot.Tests.Fakes;
using static BriefingBot.Tests.Discord.Rest.RestConversation;

namespace BriefingBot.Tests.Discord.Rest;

/// <summary>Servers in trouble, broken connections and broken answers.</summary>
public class DiscordRestFailureTests
{
    private static readonly RestAnswer Message = RestAnswer.Json("""{"id":"1","channel_id":"3003"}""");

    public static TheoryData<string> Troubles => ["500", "502 page", "503", "504", "cut", "cut in the body", "no JSON", "empty", "cut error"];

    /// <summary>The connections below repeat by themselves, and at once, what has no body and was cut before any answer.</summary>
    public static TheoryData<string> TroublesOfAsking => ["500", "502 page", "503", "504", "cut in the body", "no JSON", "empty", "cut error"];

    [Fact]
    public async Task Asking_is_tried_again_when_the_connection_is_cut()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Cut, RestAnswer.Json("""{"id":"3003","name":"room"}"""));

        Assert.Equal("room", (await conversation.Rest.GetChannelAsync(Room, default).WaitAsync(TimeSpan.FromMinutes(1))).Name);
    }

    [Theory]
    [MemberData(nameof(TroublesOfAsking))]
    public async Task Asking_is_tried_again_whatever_went_wrong(string trouble)
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(TroubleOf(trouble), TroubleOf(trouble), RestAnswer.Json("""{"id":"3003","name":"room"}"""));

        var asked = conversation.Rest.GetChannelAsync(Room, default);
        await conversation.PassAsync(0.5);
        await conversation.PassAsync(1);

        Assert.Equal("room", (await asked).Name);
        Assert.Equal(2, conversation.Log.All.Count(line => line.StartsWith("Warning: GET /channels/{channel} failed", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_message_is_never_written_twice(string trouble)
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(TroubleOf(trouble));

        var message = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.CreateMessageAsync(Room, Hello, default));
        var followUp = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.FollowUpAsync(App, InteractionToken, Hello, default));

        Assert.Equal((true, false, true), (message.MayHaveArrived, message.IsFinal, followUp.MayHaveArrived));
        Assert.Equal(2, conversation.Discord.Requests.Count);
    }

    /// <summary>What stands before Discord blocks addresses for a while: it knows nothing of channels and permissions.</summary>
    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refusal_without_a_word_of_Discords_is_not_final(int status)
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Page(status));

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.FollowUpAsync(App, InteractionToken, Hello, default));

        Assert.Equal((status, false, false), ((int?)error.Status, error.IsOfDiscord, error.IsFinal));
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task With_an_enforced_nonce_a_message_is_written_again(string trouble)
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(TroubleOf(trouble), Message);

        var asked = conversation.Rest.CreateMessageAsync(Room, HelloOnce, default);
        await conversation.PassAsync(0.5);

        Assert.Equal(1UL, (await asked).Id.Value);
        Assert.Equal(conversation.Discord.Requests[0].Body, conversation.Discord.Requests[1].Body);
    }

    /// <summary>Discord remembers a nonce for minutes only: afterwards nobody knows whether the message stands there.</summary>
    [Fact]
    public async Task With_a_nonce_that_may_be_forgotten_it_is_not_written_again()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Cut, RestAnswer.Limited(120), Message);

        var asked = conversation.Rest.CreateMessageAsync(Room, HelloOnce, default);
        await conversation.PassAsync(0.5);

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => asked);
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (error.Status, error.MayHaveArrived));
        Assert.Equal(2, conversation.Discord.Requests.Count);
    }

    [Fact]
    public async Task After_four_attempts_it_is_given_up_with_what_happened_last()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Page(502));

        var asked = conversation.Rest.EditOriginalAsync(App, InteractionToken, Hello, default);
        foreach (var pause in new[] { 0.5, 1, 2 })
        {
            await conversation.PassAsync(pause);
        }

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => asked);
        Assert.Equal((HttpStatusCode.BadGateway, 0, false), (error.Status, error.Code, error.IsFinal));
        Assert.Equal(4, conversation.Discord.Requests.Count);
    }

    [Theory]
    [InlineData(400, 50035)]
    [InlineData(403, 50013)]
    [InlineData(403, 200000)]
    [InlineData(404, 10003)]
    public async Task A_refusal_is_told_at_once(int status, int code)
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Error(status, code, "No"));

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.CreateMessageAsync(Room, HelloOnce, default));

        Assert.Equal((status, code, true), ((int?)error.Status, error.Code, error.IsFinal));
        Assert.EndsWith(DiscordError.Of(code)!.Advice, error.Message);
        Assert.Single(conversation.Discord.Requests);
    }

    [Fact]
    public async Task What_is_not_answered_in_time_is_asked_again_if_that_is_safe()
    {
        await using var conversation = new RestConversation(TimeSpan.FromSeconds(7));
        var never = new TaskCompletionSource<RestAnswer>();
        conversation.Discord.Script = request => conversation.Discord.Requests.Count == 1 || request.Method == "POST"
            ? never.Task
            : Task.FromResult(RestAnswer.Json("""{"id":"3003","name":"room"}"""));

        var asked = conversation.Rest.GetChannelAsync(Room, default);
        await conversation.Discord.NextAsync();
        await conversation.PassAsync(7);
        await conversation.PassAsync(0.5);
        Assert.Equal("room", (await asked).Name);

        var written = conversation.Rest.CreateMessageAsync(Room, Hello, default);
        await conversation.Discord.NextAsync();
        await conversation.Discord.NextAsync();
        await conversation.PassAsync(7);
        Assert.True((await Assert.ThrowsAsync<DiscordApiException>(() => written)).MayHaveArrived);
    }

    [Fact]
    public async Task A_caller_can_give_up_a_request_under_way()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Script = _ => new TaskCompletionSource<RestAnswer>().Task;
        using var cancellation = new CancellationTokenSource();

        var asked = conversation.Rest.GetChannelAsync(Room, cancellation.Token);
        await conversation.Discord.NextAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    /// <summary>Whatever goes wrong, neither log nor error tells a token.</summary>
    [Fact]
    public async Task No_token_is_told()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(
            RestAnswer.Error(404, 10062, "Unknown interaction"), RestAnswer.Cut, RestAnswer.Limited(5000), RestAnswer.Page(429, "5000"), RestAnswer.Error(401, 0, "401: Unauthorized"));
        List<string> told =
        [
            $"{await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Respond())}",
            $"{await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Respond())}",
            $"{await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.FollowUpAsync(App, "interaction-2", Hello, default))}",
            $"{await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Respond("interaction-3"))}",
            $"{await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.FollowUpAsync(App, "interaction-4", Hello, default))}",
            $"{await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.FollowUpAsync(App, "interaction-5", Hello, default))}",
            new DiscordRestOptions { Token = BotToken }.ToString(),
            .. conversation.Log.All,
        ];

        Assert.All(told, line => Assert.DoesNotMatch("bot-token|interaction-|interaction/|interaction%2F|2002", line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bot abc.def")]
    [InlineData("abc\n")]
    public void A_token_that_cannot_be_one_is_refused_without_repeating_it(string token)
    {
        var error = Assert.Throws<ArgumentException>(() => new DiscordRest(new() { Token = token }, TimeProvider.System, null, new LogLines<DiscordRest>()));

        Assert.DoesNotContain("abc", error.Message);
    }

    [Theory]
    [InlineData("DiscordBot (https://a.example, 1.0)", true)]
    [InlineData("DiscordBot (http://a.example, 1.0) More/2", true)]
    [InlineData("DiscordBot (a.example, 1.0)", false)]
    [InlineData("DiscordBot (https://a.example, 1.0 beta)", false)]
    [InlineData("DiscordBot (https://a.example)", false)]
    [InlineData("Briefing/1.0", false)]
    public void A_user_agent_that_Discord_blocks_is_refused(string agent, bool isGood)
    {
        var options = new DiscordRestOptions { Token = "t", UserAgent = agent };
        var error = Record.Exception(() => new DiscordRest(options, TimeProvider.System, null, new LogLines<DiscordRest>()).Dispose());

        Assert.Equal(isGood, error is null);
    }

    internal static RestAnswer TroubleOf(string name) => name switch
    {
        "502 page" => RestAnswer.Page(502),
        "cut" => RestAnswer.Cut,
        "cut in the body" => RestAnswer.Json("""{"id":"3003","name":"room"}""") with { CutAfter = 9 },
        "no JSON" => RestAnswer.Json("<html>"),
        "empty" => RestAnswer.Json(""),
        "cut error" => RestAnswer.Error(503, 0, "Sorry") with { CutAfter = 5 },
        _ => RestAnswer.Error(int.Parse(name), 0, "Sorry"),
    };
}
