using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>
/// Gives every interaction its first response inside Discord's three seconds: the answer when it is ready in time, as it nearly always is, else
/// a deferral, whose place the answer takes later. Never both. All time is counted from the moment of receipt, never from what an id tells:
/// a wrong clock does no harm. Nothing that goes wrong with one interaction reaches another.
/// </summary>
internal sealed partial class InteractionDispatch : IDisposable
{
    /// <summary>How long an answer may take before it is put off. Leaves as much again for the way to Discord.</summary>
    public static readonly TimeSpan PutOffAfter = TimeSpan.FromSeconds(1.5);

    /// <summary>How long something that cannot be put off may take before it is answered with nothing.</summary>
    public static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(2.5);

    /// <summary>So many interactions may be in hand at once; then no more are taken until one is done.</summary>
    public const int Most = 1000;

    /// <summary>
    /// How long Discord may take to note a deferral that it reads from a web request's answer: an edit before that finds nothing, and would
    /// be the last thing that the interaction's token is good for. A callback has been noted once it is answered.
    /// </summary>
    public static readonly TimeSpan UntilNoted = TimeSpan.FromSeconds(0.5);

    private readonly InteractionCalls _calls;
    private readonly TimeProvider _time;
    private readonly ServiceMeters _meters;
    private readonly ILogger<InteractionDispatch> _log;
    private readonly CancellationTokenSource _abandoned = new();
    private readonly Refusals _refusals;
    private readonly LateAnswers _late;
    private readonly SemaphoreSlim _room = new(Most, Most);

    // Answers are computing: more of them than cores at once would hold up those that only wait for Discord.
    private readonly SemaphoreSlim _cores = new(Math.Max(2, Environment.ProcessorCount));

    public InteractionDispatch(InteractionCalls calls, TimeProvider time, ServiceMeters meters, ILogger<InteractionDispatch> log)
    {
        (_calls, _time, _meters, _log) = (calls, time, meters, log);
        _refusals = new Refusals(log);
        _late = new LateAnswers(calls, _refusals, _abandoned.Token);
    }

    /// <summary>Answers all that <paramref name="source"/> yields, side by side, until it ends: also what it yields after it was asked to end.</summary>
    /// <param name="source">Ends, or is cancelled, when nothing more is to be taken.</param>
    /// <param name="patience">Cancelled when even a full house must not be waited for.</param>
    public async Task RunAsync(IAsyncEnumerable<ReceivedInteraction> source, CancellationToken patience)
    {
        await foreach (var (interaction, received) in source.WithCancellation(CancellationToken.None))
        {
            await _room.WaitAsync(patience);
            _ = HandleInRoomAsync(interaction, received, _calls.Respond);
        }
    }

    /// <summary>Answers one interaction, and ends when that is done.</summary>
    /// <param name="interaction">Just received.</param>
    /// <param name="respond">Takes the first response, as the body of a web request's answer.</param>
    /// <param name="untilNoted">The least time between a deferral and what follows it.</param>
    public async Task<Outcome> HandleAsync(
        Interaction interaction, Func<InteractionResponse, CancellationToken, Task> respond, TimeSpan untilNoted = default)
    {
        var received = _time.GetTimestamp();
        try
        {
            await _room.WaitAsync(_abandoned.Token);
        }
        catch (OperationCanceledException)
        {
            // It came after the end.
            return Outcome.Abandoned;
        }

        return await HandleInRoomAsync(interaction, received, (_, response, abandoned) => respond(response, abandoned), untilNoted);
    }

    /// <summary>Waits until nothing is in hand; what still is when <paramref name="patience"/> is cancelled is abandoned. Nothing is taken afterwards.</summary>
    /// <returns>Whether all was finished.</returns>
    public async Task<bool> FinishAsync(CancellationToken patience)
    {
        try
        {
            for (var place = 0; place < Most; place++)
            {
                await _room.WaitAsync(patience);
            }

            return true;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            await _abandoned.CancelAsync();
        }
    }

    public void Dispose() => _abandoned.Cancel();

    private async Task<Outcome> HandleInRoomAsync(
        Interaction interaction, long received, Func<Interaction, InteractionResponse, CancellationToken, Task> respond, TimeSpan untilNoted = default)
    {
        var outcome = Outcome.Failed;
        var took = TimeSpan.Zero;
#pragma warning disable CA1031 // Whatever one interaction trips over, the others are answered.
        try
        {
            var answer = AnswerAsync(interaction);
            var first = await FirstAsync(interaction, answer, received);
            outcome = first is null ? Outcome.Silence : await RespondAsync(interaction, first, respond);
            took = _time.GetElapsedTime(received);
            if (outcome == Outcome.PutOff)
            {
                await Task.Delay(untilNoted, _time, _abandoned.Token);
            }

            if (outcome == Outcome.PutOff && await answer is { Message: { } message } late)
            {
                await _late.GiveAsync(interaction, first!, late.Type, message);
            }
        }
        catch (OperationCanceledException) when (_abandoned.IsCancellationRequested)
        {
            outcome = Outcome.Abandoned;
        }
        catch (Exception fault)
        {
            LogFault(NameOf(interaction), fault);
        }
        finally
        {
            _meters.Handled(NameOf(interaction), outcome, took > TimeSpan.Zero ? took : _time.GetElapsedTime(received));
            _room.Release();
        }
#pragma warning restore CA1031
        return outcome;
    }

    /// <summary>The answer, or one sentence in its place: never fails but by being abandoned.</summary>
    private async Task<InteractionResponse?> AnswerAsync(Interaction interaction)
    {
        await _cores.WaitAsync(_abandoned.Token);
#pragma warning disable CA1031 // Whatever an answer trips over, the person gets a sentence.
        try
        {
            return await Task.Run(() => _calls.Answer(interaction), _abandoned.Token).WaitAsync(_abandoned.Token);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !_abandoned.IsCancellationRequested)
        {
            LogFault(NameOf(interaction), fault);
            return interaction.Type == InteractionType.Autocomplete
                ? InteractionResponse.Offer([])
                : Alone("This could not be answered, through a fault of this program. The log names it.");
        }
        finally
        {
            _cores.Release();
        }
#pragma warning restore CA1031
    }

    private async Task<InteractionResponse?> FirstAsync(Interaction interaction, Task<InteractionResponse?> answer, long received)
    {
        if (answer.IsCompleted)
        {
            return await answer;
        }

        var later = Deferral.Of(interaction);
        var left = (later is null ? LastMoment : PutOffAfter) - _time.GetElapsedTime(received);
        try
        {
            return await answer.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time);
        }
        catch (TimeoutException)
        {
            return later ?? InteractionResponse.Offer([]);
        }
    }

    private async Task<Outcome> RespondAsync(
        Interaction interaction, InteractionResponse first, Func<Interaction, InteractionResponse, CancellationToken, Task> respond)
    {
        try
        {
            await respond(interaction, first, _abandoned.Token);
            return IsDeferral(first) ? Outcome.PutOff : Outcome.Answered;
        }
        catch (DiscordApiException refused)
        {
            _refusals.Note(interaction, refused);
            if (refused.MayHaveArrived && IsDeferral(first))
            {
                // Nobody knows whether it arrived. If it did, the person waits for what follows.
                return Outcome.PutOff;
            }

            if (Refusals.SentenceAbout(refused) is { } sentence && interaction.Type != InteractionType.Autocomplete)
            {
                await _refusals.OnceAsync(interaction, () => respond(interaction, Alone(sentence), _abandoned.Token));
            }

            return Outcome.Refused;
        }
    }

    private static InteractionResponse Alone(string sentence) => InteractionResponse.Say(Refusals.Alone(sentence));

    private static bool IsDeferral(InteractionResponse response) =>
        response.Type is InteractionResponseType.DeferredMessage or InteractionResponseType.DeferredUpdate;

    private static string NameOf(Interaction interaction) => InteractionName.Of(interaction);

    [LoggerMessage(LogLevel.Error, "{Interaction} failed.")]
    private partial void LogFault(string interaction, Exception fault);
}
