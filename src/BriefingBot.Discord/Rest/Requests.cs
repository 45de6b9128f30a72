using System.Net;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// Brings a request to its end: when the limits allow it, again where that is safe, and never where Discord would punish it. Safe for any number of
/// threads.
/// </summary>
internal sealed class Requests(DiscordRestOptions options, TimeProvider time, Func<double>? random, ILogger log) : IDisposable
{
    /// <summary>What Discord gives for the first answer to an interaction. Counted from here: Discord's clock may differ from ours.</summary>
    public static readonly TimeSpan CallbackLimit = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How long the first answer to an interaction may take before it is given besides on another connection: the one it went out on may be dead.
    /// </summary>
    public static readonly TimeSpan AnotherAfter = TimeSpan.FromSeconds(1.2);

    /// <summary>A message that is gone says nothing about the interaction that it belonged to.</summary>
    public const int UnknownMessage = 10008;

    private readonly Exchange _exchange = new(options, time);
    private readonly InvalidRequestGuard _guard = new(time);
    private readonly SpentTokens _spent = new(time);
    private int _tokenRefused;
    private long _waits;

    /// <summary>How often a request waited for a rate limit.</summary>
    public long Waits => Interlocked.Read(ref _waits);

    public RateLimiter Limiter { get; } = new(time);

    /// <summary>The answer, or nothing when <paramref name="shape"/> is null.</summary>
    /// <param name="route">Where to.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="twice">What a second time would do.</param>
    /// <param name="shape">Of the answer.</param>
    /// <param name="cancellation">Ends waiting and sending.</param>
    /// <param name="isWanted">Asked right before every attempt of a request that waits its turn; null for always.</param>
    /// <exception cref="DiscordApiException">Refused, not answered, or not asked.</exception>
    /// <exception cref="CalledOffException">Not wanted any more.</exception>
    public async Task<T?> SendAsync<T>(
        Route route, byte[]? body, Twice twice, JsonTypeInfo<T>? shape, CancellationToken cancellation, Func<bool>? isWanted = null)
    {
        var course = new Course(time.GetTimestamp(), twice, isWanted);
        while (true)
        {
            ThrowIfClosed(route);
            var answer = route.Endpoint.Kind == EndpointKind.Callback
                ? await RespondAsync(route, body, shape, course, cancellation)
                : await AskInTurnAsync(route, body, shape, course, cancellation);
            if (IsDone(answer, course))
            {
                return answer.Value;
            }

            var pause = PauseAfter(route, answer, course);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, cancellation);
            }
        }
    }

    public void Dispose()
    {
        Limiter.Dispose();
        _exchange.Dispose();
    }

    private static DiscordApiException Error<T>(Route route, in Answer<T> answer) => answer is { Ending: Ending.Refused, Notice: { } notice }
        ? DiscordErrors.Refused(route, notice, answer.Error)
        : DiscordErrors.NotAnswered(route, answer.Ending, answer.Notice?.Status, answer.Fault);

    private static bool IsDone<T>(in Answer<T> answer, Course course) =>
        answer.Ending == Ending.Done || Repetition.TellsOfArrival(answer.Error?.Code, course);

    /// <summary>Never nothing: what began late is attempted still, and then ends.</summary>
    private TimeSpan CallbackLeft(Course course)
    {
        var left = CallbackLimit - time.GetElapsedTime(course.Started);
        return left > TimeSpan.FromMilliseconds(1) ? left : TimeSpan.FromMilliseconds(1);
    }

    /// <summary>One attempt, and another beside it when the first takes long; whichever is taken first, or what came of the later one.</summary>
    private async Task<Answer<T>> RespondAsync<T>(Route route, byte[]? body, JsonTypeInfo<T>? shape, Course course, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var left = CallbackLeft(course);
        var first = AskAsync(route, body, shape, left, over.Token);
        try
        {
            if (left <= AnotherAfter || await Task.WhenAny(first, Task.Delay(AnotherAfter, time, over.Token)) == first)
            {
                return await first;
            }

            // It may have arrived: from now on Discord's word for a second one tells so.
            course.Failed(DiscordErrors.NotAnswered(route, Ending.TimedOut, null, null), mayHaveArrived: true, time.GetTimestamp());
            RestLog.Besides(log, route.Endpoint, AnotherAfter.TotalSeconds);
            var second = AskAsync(route, body, shape, CallbackLeft(course), over.Token);
            var earlier = await Task.WhenAny(first, second);
            var answer = await earlier;
            return IsDone(answer, course) ? answer : await (earlier == first ? second : first);
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    /// <summary>One attempt at once.</summary>
    private async Task<Answer<T>> AskAsync<T>(Route route, byte[]? body, JsonTypeInfo<T>? shape, TimeSpan timeout, CancellationToken cancellation)
    {
        var answer = await _exchange.TryAsync(route, body, shape, timeout, cancellation);
        TakeToHeart(route, answer.Notice, answer.Error?.Code ?? 0);
        return answer;
    }

    /// <summary>One attempt when its bucket allows it; the bucket learns what came of it.</summary>
    private async Task<Answer<T>> AskInTurnAsync<T>(
        Route route, byte[]? body, JsonTypeInfo<T>? shape, Course course, CancellationToken cancellation)
    {
        var permit = await LeaveAsync(route, course, cancellation);
        RateLimitNotice? notice = null;
        try
        {
            ThrowIfClosed(route);
            if (course.Left(time, options.LongestWait) <= TimeSpan.Zero && course.Last is { } tooLate)
            {
                throw tooLate;
            }

            course.ThrowIfCalledOff();
            var answer = await _exchange.TryAsync(route, body, shape, options.Timeout, cancellation);
            notice = answer.Notice;

            // Before the bucket learns of the answer, and lets the next go.
            TakeToHeart(route, notice, answer.Error?.Code ?? 0);
            return answer;
        }
        finally
        {
            if (notice is { } learnt)
            {
                Limiter.Answered(permit, learnt);
            }
            else
            {
                Limiter.NotAnswered(permit);
            }
        }
    }

    private async ValueTask<Permit> LeaveAsync(Route route, Course course, CancellationToken cancellation)
    {
        try
        {
            var leave = Limiter.WaitAsync(route, course.Ticket, course.Left(time, options.LongestWait), cancellation);
            if (!leave.IsCompleted)
            {
                Interlocked.Increment(ref _waits);
            }

            var permit = await leave;
            course.Ticket = permit.Ticket;
            return permit;
        }
        catch (DiscordApiException) when (course.Last is { MayHaveArrived: true })
        {
            throw course.Last;
        }
    }

    /// <summary>The rules about what must not be asked (again) after a refusal.</summary>
    private void TakeToHeart(Route route, RateLimitNotice? answered, int code)
    {
        if (answered is not { } notice)
        {
            return;
        }

        if (_guard.Count(notice) is { } limit)
        {
            RestLog.Guarded(log, limit, limit == InvalidRequestGuard.Utmost ? "nothing is sent" : "only interactions are answered");
        }

        if (route.Endpoint.Kind != EndpointKind.Bot)
        {
            if (notice.Status is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized && code != UnknownMessage)
            {
                _spent.Add(route.Major, code);
            }
        }
        else if (notice.Status == HttpStatusCode.Unauthorized)
        {
            if (Interlocked.Exchange(ref _tokenRefused, 1) == 0)
            {
                RestLog.TokenRefused(log);
                Limiter.Close(DiscordErrors.TokenRefused);
            }

            throw DiscordErrors.TokenRefused();
        }
    }

    /// <summary>How long to wait before the next attempt, beside the wait in the bucket; throws when there is none.</summary>
    private TimeSpan PauseAfter<T>(Route route, in Answer<T> answer, Course course)
    {
        var isCallback = route.Endpoint.Kind == EndpointKind.Callback;
        var status = answer.Notice is { } told ? (int?)told.Status : null;
        course.Failed(Error(route, answer), Repetition.MayHaveArrived(answer.Ending, status), time.GetTimestamp());
        var left = isCallback ? CallbackLeft(course) : course.Left(time, options.LongestWait);
        if (answer.Notice is { IsLimited: true } notice)
        {
            if (++course.Waits > Repetition.Waits || notice.RetryAfter >= left)
            {
                throw course.Last!;
            }

            if (isCallback)
            {
                Interlocked.Increment(ref _waits);
            }

            RestLog.Limited(log, route.Endpoint, notice.Scope, notice.RetryAfter.TotalSeconds);
            return isCallback ? notice.RetryAfter : TimeSpan.Zero;
        }

        var pause = Repetition.Pause(++course.Failures, route.Endpoint.Kind, random);
        if (course.Failures >= Repetition.Most(route.Endpoint.Kind) || pause >= left || !Repetition.IsSafe(answer.Ending, status, course.Twice))
        {
            throw course.Last!;
        }

        RestLog.Again(log, route.Endpoint, answer.Ending, status, pause.TotalSeconds);
        return pause;
    }

    private void ThrowIfClosed(Route route)
    {
        var isBot = route.Endpoint.Kind == EndpointKind.Bot;
        if (!isBot && _spent.CodeOf(route.Major) is { } code)
        {
            throw DiscordErrors.Spent(route, code);
        }

        if (isBot && Volatile.Read(ref _tokenRefused) == 1)
        {
            throw DiscordErrors.TokenRefused();
        }

        if (_guard.ClosedFor(isBot) is { } wait)
        {
            throw DiscordErrors.Guarded(route, wait);
        }
    }
}
