using System.Net;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Discord.Rest;

public sealed class RateLimiterTests : IDisposable
{
    private static readonly TimeSpan Patient = TimeSpan.FromDays(1);

    private readonly FakeTimeProvider _time = new();
    private readonly RateLimiter _limiter;

    public RateLimiterTests() => _limiter = new RateLimiter(_time);

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public void Of_a_bucket_that_nobody_knows_one_request_goes_alone_and_then_as_many_as_remain()
    {
        var asked = Ask(Message(1), 10);
        Assert.Equal(1, Gone(asked));

        Answer(asked[0], Limits("a", 5, 4, 1));

        Assert.Equal(5, Gone(asked));
    }

    /// <summary>Limits of every size: nothing goes at zero, all that a window holds goes at its end, in the order of asking.</summary>
    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(3, 1)]
    [InlineData(5, 5)]
    [InlineData(50, 60)]
    public void Fifty_requests_go_window_by_window_in_order(int limit, double seconds)
    {
        var asked = Ask(Message(1), 50);
        Answer(asked[0], Limits("a", limit, limit - 1, seconds));
        for (var gone = limit; gone < 50; gone = Math.Min(50, gone + limit))
        {
            Assert.Equal(gone, Gone(asked));
            for (var i = Math.Max(1, gone - limit); i < gone; i++)
            {
                Answer(asked[i], Limits("a", limit, gone - i - 1, seconds));
            }

            _time.Advance(TimeSpan.FromSeconds(seconds));
            Assert.Equal(gone, Gone(asked));
            _time.Advance(TimeSpan.FromSeconds(0.02));
        }

        Assert.Equal(50, Gone(asked));
    }

    [Fact]
    public void An_answer_without_limits_lets_all_go_but_not_that_of_a_server_in_trouble()
    {
        var asked = Ask(Message(1), 10);

        Answer(asked[0], new RateLimitNotice(HttpStatusCode.BadGateway, null, null, null, null, default, default));
        Assert.Equal(2, Gone(asked));

        Answer(asked[1], new RateLimitNotice(HttpStatusCode.OK, null, null, null, null, default, default));
        Assert.Equal(10, Gone(asked));
    }

    [Fact]
    public void When_the_first_is_not_answered_the_next_finds_out()
    {
        var asked = Ask(Message(1), 3);

        _limiter.NotAnswered(LeaveOf(asked[0]));

        Assert.Equal(2, Gone(asked));
    }

    [Theory]
    [InlineData("user", 2)]
    [InlineData("shared", 1337)]
    public void A_429_stops_its_bucket_and_no_other(string scope, double seconds)
    {
        var asked = Ask(Message(1), 5);
        Answer(asked[0], Limits("a", 5, 4, 1));

        Answer(asked[1], Limited(scope == "shared" ? LimitScope.Shared : LimitScope.User, seconds) with { Bucket = "a", Limit = 5, Remaining = 3, ResetAfter = TimeSpan.FromSeconds(1) });
        var late = Ask(Message(1), 1)[0];
        Assert.True(Ask(Message(2), 1)[0].IsCompletedSuccessfully);

        _time.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.False(late.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(late.IsCompletedSuccessfully);
    }

    [Fact]
    public void What_met_a_429_goes_again_before_what_was_asked_later()
    {
        var asked = Ask(Message(1), 3);
        Answer(asked[0], Limited(LimitScope.User, 1));

        var again = _limiter.WaitAsync(Message(1), LeaveOf(asked[0]).Ticket, Patient, default).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(again.IsCompletedSuccessfully);
        Assert.False(asked[1].IsCompleted);
    }

    [Fact]
    public void A_global_429_stops_everything_but_interactions()
    {
        Answer(Ask(Message(1), 1)[0], Limited(LimitScope.Global, 3));

        var other = Ask(Message(2), 1)[0];
        Assert.False(other.IsCompleted);
        Assert.True(Ask(Routes.FollowUp(new(1), "token"), 1)[0].IsCompletedSuccessfully);

        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.True(other.IsCompletedSuccessfully);
    }

    /// <summary>Discord does not promise that an interaction never meets one: then it waits, too.</summary>
    [Fact]
    public void A_global_429_of_an_interaction_stops_that_interaction()
    {
        var route = Routes.FollowUp(new(1), "token");
        Answer(Ask(route, 1)[0], Limited(LimitScope.Global, 3));

        var again = Ask(route, 1)[0];
        Assert.False(again.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.True(again.IsCompletedSuccessfully);
    }

    [Fact]
    public void Fifty_a_second_go_over_all_buckets_in_the_order_of_asking()
    {
        var asked = Enumerable.Range(1, 120).SelectMany(channel => Ask(Message((ulong)channel), 1)).ToList();
        Assert.Equal(50, Gone(asked));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(50, Gone(asked));
        _time.Advance(TimeSpan.FromSeconds(0.05));
        Assert.Equal(100, Gone(asked));
        _time.Advance(TimeSpan.FromSeconds(1.05));
        Assert.Equal(120, Gone(asked));
    }

    [Fact]
    public void Interactions_are_outside_that_limit()
    {
        var asked = Enumerable.Range(0, 500).SelectMany(number => Ask(Routes.Original(new(1), $"token{number}"), 1)).ToList();

        Assert.Equal(500, Gone(asked));
        Assert.True(Ask(Message(1), 1)[0].IsCompletedSuccessfully);
    }

    /// <summary>A request that its bucket let through waits for the limit over all when the bucket meets a 429.</summary>
    [Fact]
    public void Nothing_goes_into_a_bucket_that_became_limited_while_it_waited_for_the_limit_over_all()
    {
        var bucket = Ask(Message(1), 3);
        Answer(bucket[0], Limits("a", 5, 4, 60));
        _ = Enumerable.Range(2, 47).SelectMany(channel => Ask(Message((ulong)channel), 1)).ToList();
        var waiting = Ask(Message(1), 1)[0];
        Assert.False(waiting.IsCompleted);

        Answer(bucket[1], Limited(LimitScope.User, 30));
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(waiting.IsCompletedSuccessfully);
    }

    [Fact]
    public void Routes_that_Discord_gives_the_same_name_share_a_bucket_within_a_channel()
    {
        Answer(Ask(Message(1), 1)[0], Limits("a", 5, 4, 1));
        Answer(Ask(Routes.Channel(new(1)), 1)[0], Limits("a", 5, 0, 1));

        Assert.False(Ask(Message(1), 1)[0].IsCompleted);
        Assert.False(Ask(Routes.Channel(new(1)), 1)[0].IsCompleted);
        Assert.True(Ask(Message(2), 1)[0].IsCompletedSuccessfully);
    }

    [Fact]
    public void What_waits_moves_along_when_its_bucket_turns_out_to_be_another()
    {
        Answer(Ask(Message(1), 1)[0], Limits("a", 2, 1, 1));
        var other = Ask(Routes.Channel(new(1)), 4);
        Answer(other[0], Limits("a", 2, 0, 1));
        Assert.Equal(1, Gone(other));

        _time.Advance(TimeSpan.FromSeconds(1.02));
        Assert.Equal(3, Gone(other));
    }

    [Fact]
    public void Who_gives_up_waiting_leaves_the_place_to_the_next()
    {
        using var cancellation = new CancellationTokenSource();
        var first = Ask(Message(1), 1)[0];
        var second = _limiter.WaitAsync(Message(1), null, Patient, cancellation.Token).AsTask();
        var third = Ask(Message(1), 1)[0];

        cancellation.Cancel();
        Answer(first, Limits("a", 2, 1, 1));

        Assert.True(second.IsCanceled);
        Assert.True(third.IsCompletedSuccessfully);
    }

    [Fact]
    public void Who_gives_up_waiting_for_the_limit_over_all_leaves_the_place_in_the_bucket_too()
    {
        using var cancellation = new CancellationTokenSource();
        _ = Enumerable.Range(2, 50).SelectMany(channel => Ask(Message((ulong)channel), 1)).ToList();
        var first = _limiter.WaitAsync(Message(1), null, Patient, cancellation.Token).AsTask();
        var second = Ask(Message(1), 1)[0];

        cancellation.Cancel();
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.True(first.IsCanceled);
        Assert.True(second.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_wait_that_is_known_to_be_too_long_fails_at_once()
    {
        Answer(Ask(Message(1), 1)[0], Limited(LimitScope.User, 3600));

        var error = await Assert.ThrowsAsync<DiscordApiException>(async () => await _limiter.WaitAsync(Message(1), null, TimeSpan.FromMinutes(15), default));

        Assert.Equal((TimeSpan.FromHours(1), false), (error.RetryAfter, error.IsFinal));
    }

    [Fact]
    public async Task Closing_fails_what_waits_of_the_bot_and_lets_interactions_go_on()
    {
        var followUp = Routes.FollowUp(new(1), "token");
        var ofBot = Ask(Message(1), 2)[1];
        var ofInteraction = Ask(followUp, 2);

        _limiter.Close(() => new InvalidOperationException("over"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => ofBot);
        Assert.Throws<InvalidOperationException>(() => Ask(Message(1), 1));
        Answer(ofInteraction[0], Limits("b", 5, 4, 1));
        Assert.True(ofInteraction[1].IsCompletedSuccessfully);
    }

    [Fact]
    public void A_hundred_thousand_interactions_leave_nothing_behind()
    {
        var most = 0;
        for (var number = 0; number < 100_000; number++)
        {
            Answer(Ask(Routes.Original(new(1), $"token{number}"), 1)[0], Limits("w", 5, 4, 1));
            _time.Advance(TimeSpan.FromMilliseconds(10));
            most = Math.Max(most, _limiter.Buckets);
        }

        Assert.InRange(most, 1, 500);
    }

    /// <summary>
    /// A server that counts by windows, answers that come late and overtake each other: it never gets more in a window than it allows, and all that
    /// was asked arrives.
    /// </summary>
    [Fact]
    public void However_answers_overtake_each_other_the_limit_is_kept() => Gen.Select(Gen.Int[1, 6], Gen.Int[50, 1500], Gen.Int[1, 900], Gen.Int).Sample((limit, window, delay, seed) =>
    {
        var time = new FakeTimeProvider();
        using var limiter = new RateLimiter(time);
        var server = new CountingServer(limit, window);
        var random = new Random(seed);
        var asked = Enumerable.Range(0, 15).Select(_ => limiter.WaitAsync(Message(1), null, Patient, default).AsTask()).ToList();
        var answers = new PriorityQueue<(Permit, RateLimitNotice), int>();
        var now = 0;
        for (; asked.Count > 0 && now < 200_000; now += 10, time.Advance(TimeSpan.FromMilliseconds(10)))
        {
            foreach (var gone in asked.Where(task => task.IsCompleted).ToList())
            {
                asked.Remove(gone);
                answers.Enqueue((gone.Result, server.Take(now)), now + random.Next(delay));
            }

            while (answers.TryPeek(out var answer, out var due) && due <= now)
            {
                answers.Dequeue();
                limiter.Answered(answer.Item1, answer.Item2);
            }
        }

        return asked.Count == 0 && server.Most <= limit;
    }, iter: 50);

    private static Route Message(ulong channel) => Routes.CreateMessage(new Snowflake(channel));

    private static int Gone(List<Task<Permit>> asked)
    {
        Assert.True(asked.TakeWhile(task => task.IsCompletedSuccessfully).Count() == asked.Count(task => task.IsCompleted), "not in order");
        return asked.Count(task => task.IsCompleted);
    }

    private static RateLimitNotice Limits(string bucket, int limit, int remaining, double resetAfter) =>
        new(HttpStatusCode.OK, bucket, limit, remaining, TimeSpan.FromSeconds(resetAfter), default, default);

    private static RateLimitNotice Limited(LimitScope scope, double retryAfter) =>
        new(HttpStatusCode.TooManyRequests, null, null, null, null, TimeSpan.FromSeconds(retryAfter), scope);

    private List<Task<Permit>> Ask(Route route, int times) => [.. Enumerable.Range(0, times).Select(_ => _limiter.WaitAsync(route, null, Patient, default).AsTask())];

    private void Answer(Task<Permit> asked, RateLimitNotice notice) => _limiter.Answered(LeaveOf(asked), notice);

    private static Permit LeaveOf(Task<Permit> asked)
    {
        Assert.True(asked.IsCompletedSuccessfully);
        return asked.Result;
    }

    /// <summary>Counts as Discord does: a window begins with its first request.</summary>
    private sealed class CountingServer(int limit, int window)
    {
        private int _count;
        private int _end = -1;

        public int Most { get; private set; }

        public RateLimitNotice Take(int now)
        {
            if (now >= _end)
            {
                (_count, _end) = (0, now + window);
            }

            Most = Math.Max(Most, ++_count);
            return Limits("a", limit, Math.Max(0, limit - _count), (_end - now) / 1000.0);
        }
    }
}
