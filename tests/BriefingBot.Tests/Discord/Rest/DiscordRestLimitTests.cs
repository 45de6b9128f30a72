using System.Net;
using System.Threading.Channels;
using BriefingBot.Discord.Rest;
using BriefingBot.Tests.Fakes;
using static BriefingBot.Tests.Discord.Rest.RestConversation;

namespace BriefingBot.Tests.Discord.Rest;

/// <summary>Rate limits and what must not be asked again, over real sockets.</summary>
public class DiscordRestLimitTests
{
    private static readonly RestAnswer Message = RestAnswer.Json("""{"id":"1","channel_id":"3003"}""");

    [Fact]
    public async Task Fifty_at_once_on_one_bucket_arrive_five_a_second_and_none_is_refused()
    {
        await using var conversation = new RestConversation(TimeSpan.FromHours(1));
        var server = new Window(conversation.Time, 5);
        conversation.Discord.Script = _ => Task.FromResult(server.Answer());
        var done = Channel.CreateUnbounded<bool>();

        var all = Enumerable.Range(0, 50).Select(async _ =>
        {
            await conversation.Rest.CreateMessageAsync(Room, Hello, default);
            done.Writer.TryWrite(true);
        }).ToList();
        for (var sent = 5; sent <= 50; sent += 5)
        {
            for (var i = 0; i < 5; i++)
            {
                await done.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));
            }

            Assert.Equal(sent, conversation.Discord.Requests.Count);
            conversation.Time.Advance(TimeSpan.FromSeconds(1.02));
        }

        await Task.WhenAll(all);
        Assert.Equal((50, 0), (conversation.Discord.Requests.Count, server.Refused));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    [InlineData("global")]
    public async Task After_a_429_it_waits_and_goes_on(string scope)
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Limited(2.5, scope), Message);

        var asked = conversation.Rest.CreateMessageAsync(Room, Hello, default);
        await conversation.PassAsync(2.5);

        Assert.Equal(1UL, (await asked).Id.Value);
        Assert.Contains(conversation.Log.All, line => line.Contains("over a rate limit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_wanted_any_more_when_its_turn_comes_is_not_sent_and_holds_up_nobody()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Limited(2.5), Message);
        var asks = 0;
        var asked = conversation.Rest.CreateMessageAsync(Room, Hello, default, () => ++asks == 1);
        await conversation.PassAsync(2.5);

        await Assert.ThrowsAsync<CalledOffException>(() => asked);
        Assert.Single(conversation.Discord.Requests);
        Assert.Equal(1UL, (await conversation.Rest.CreateMessageAsync(Room, Hello, default)).Id.Value);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("broken")]
    [InlineData("cut")]
    public async Task A_429_that_cannot_be_read_waits_by_its_header(string body)
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(
            body switch
            {
                "page" => RestAnswer.Page(429, "3"),
                "broken" => RestAnswer.Limited(0.1) with { Body = "{\"retry_after\":\"soon", Headers = [("Retry-After", "3")] },
                _ => RestAnswer.Limited(0.1) with { CutAfter = 3, Headers = [("Retry-After", "3")] },
            },
            Message);

        var asked = conversation.Rest.CreateMessageAsync(Room, Hello, default);
        await conversation.PassAsync(3);

        Assert.Equal(1UL, (await asked).Id.Value);
        Assert.Equal(2, conversation.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_first_answer_waits_as_long_as_its_three_seconds_allow()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Limited(0.8), RestAnswer.NoContent, RestAnswer.Limited(3));

        var first = conversation.Respond("one");
        await conversation.PassAsync(0.8);
        await first;
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Respond("two"));

        Assert.Equal(TimeSpan.FromSeconds(3), error.RetryAfter);
        Assert.Equal(3, conversation.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_wait_of_a_day_is_told_instead_of_waited_for()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Limited(40_000));

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.OverwriteCommandsAsync(App, null, [], default));
        var next = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.OverwriteCommandsAsync(App, null, [], default));

        Assert.Equal((TimeSpan.FromSeconds(40_000), false, false), (error.RetryAfter, error.IsFinal, next.IsFinal));
        Assert.Single(conversation.Discord.Requests);
    }

    [Fact]
    public async Task A_request_that_is_put_off_again_and_again_is_given_up()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Limited(1, "shared"));

        var asked = conversation.Rest.GetChannelAsync(Room, default);
        for (var i = 0; i < Repetition.Waits; i++)
        {
            await conversation.PassAsync(1);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Assert.ThrowsAsync<DiscordApiException>(() => asked)).Status);
        Assert.Equal(Repetition.Waits + 1, conversation.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_token_that_Discord_does_not_accept_stops_the_bot_for_good_and_interactions_go_on()
    {
        await using var conversation = new RestConversation();
        var arrived = new TaskCompletionSource<RestAnswer>();
        conversation.Discord.Script = request => request.Path == "/channels/3003/messages" ? arrived.Task : Task.FromResult(RestAnswer.NoContent);
        var asked = conversation.Rest.CreateMessageAsync(Room, Hello, default);
        await conversation.Discord.NextAsync();
        var waiting = conversation.Rest.CreateMessageAsync(Room, Hello, default);

        arrived.SetResult(RestAnswer.Error(401, 0, "401: Unauthorized"));

        foreach (var refused in new[] { asked, waiting, conversation.Rest.CreateMessageAsync(Room, Hello, default) })
        {
            var error = await Assert.ThrowsAsync<DiscordApiException>(() => refused);
            Assert.Equal((HttpStatusCode.Unauthorized, true), (error.Status, error.IsFinal));
            Assert.Contains("Discord:Token", error.Message);
        }

        await conversation.Respond();
        Assert.Equal(2, conversation.Discord.Requests.Count);
        Assert.Single(conversation.Log.All, line => line.StartsWith("Critical", StringComparison.Ordinal));
    }

    /// <summary>Discord answers so when an interaction's 15 minutes are over: the bot's token has nothing to do with it.</summary>
    [Fact]
    public async Task A_401_of_an_interaction_stops_that_interaction_only()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Error(401, 50027, "Invalid Webhook Token"), Message);

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.FollowUpAsync(App, "old", Hello, default));
        await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.FollowUpAsync(App, "old", Hello, default));
        await conversation.Rest.CreateMessageAsync(Room, Hello, default);

        Assert.Equal((50027, true), (error.Code, error.IsFinal));
        Assert.Equal(2, conversation.Discord.Requests.Count);
    }

    [Fact]
    public async Task An_interaction_that_Discord_does_not_know_is_left_alone()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Error(404, 10062, "Unknown interaction"), Message);

        await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Respond());
        var edit = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.EditOriginalAsync(App, InteractionToken, Hello, default));
        var followUp = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.FollowUpAsync(App, InteractionToken, Hello, default));
        await conversation.Rest.FollowUpAsync(App, "another", Hello, default);

        Assert.Equal((10062, 10062, HttpStatusCode.NotFound), (edit.Code, followUp.Code, edit.Status));
        Assert.Equal(2, conversation.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_first_answer_that_is_gone_already_needs_no_taking_away_and_others_may_follow()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Error(404, 10008, "Unknown Message"), Message);

        await conversation.Rest.DeleteOriginalAsync(App, InteractionToken, default);
        await conversation.Rest.FollowUpAsync(App, InteractionToken, Hello, default);

        Assert.Equal(2, conversation.Discord.Requests.Count);
    }

    [Fact]
    public async Task Long_before_Discord_bans_the_address_only_interactions_are_answered()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Error(403, 50013, "Missing Permissions"));
        for (var i = 0; i < InvalidRequestGuard.Limit; i++)
        {
            await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Respond($"t{i}"));
        }

        conversation.Discord.Answer(Message);
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Rest.CreateMessageAsync(Room, Hello, default));
        await conversation.Rest.FollowUpAsync(App, "another", Hello, default);
        Assert.Equal((false, InvalidRequestGuard.Limit + 1), (error.IsFinal, conversation.Discord.Requests.Count));
        Assert.Single(conversation.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));

        conversation.Time.Advance(InvalidRequestGuard.Window);
        await conversation.Rest.CreateMessageAsync(Room, Hello, default);
    }

    /// <summary>An address that is blocked is refused whatever it sends.</summary>
    [Fact]
    public async Task Before_Discord_bans_the_address_not_even_interactions_are_answered()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(RestAnswer.Page(403));
        for (var i = 0; i < InvalidRequestGuard.Utmost; i++)
        {
            await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Respond($"t{i}"));
        }

        conversation.Discord.Answer(RestAnswer.NoContent);
        var error = await Assert.ThrowsAsync<DiscordApiException>(() => conversation.Respond("late"));
        Assert.Equal((false, InvalidRequestGuard.Utmost), (error.IsFinal, conversation.Discord.Requests.Count));

        conversation.Time.Advance(InvalidRequestGuard.Window);
        await conversation.Respond("later");
    }

    /// <summary>A bucket of Discord's: so many a second from its first request on, and 429 for what is too much.</summary>
    private sealed class Window(TimeProvider time, int limit)
    {
        private readonly Lock _gate = new();
        private DateTimeOffset _end;
        private int _count;

        public int Refused { get; private set; }

        public RestAnswer Answer()
        {
            lock (_gate)
            {
                var now = time.GetUtcNow();
                if (now >= _end)
                {
                    (_count, _end) = (0, now + TimeSpan.FromSeconds(1));
                }

                var left = (_end - now).TotalSeconds;
                if (++_count <= limit)
                {
                    return Message.In("m", limit, limit - _count, left);
                }

                Refused++;
                return RestAnswer.Limited(left);
            }
        }
    }
}
