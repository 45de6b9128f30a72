using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>What the dispatch calls.</summary>
internal sealed record InteractionCalls
{
    /// <summary>The answer, run on a thread of the pool; null to leave the person without a response, as one who floods the bot.</summary>
    public required Func<Interaction, Task<InteractionResponse?>> Answer { get; init; }

    /// <inheritdoc cref="DiscordLink.Respond"/>
    public required Func<Interaction, InteractionResponse, CancellationToken, Task> Respond { get; init; }

    /// <inheritdoc cref="DiscordLink.Edit"/>
    public required Func<Interaction, MessageBody, CancellationToken, Task> Edit { get; init; }

    /// <inheritdoc cref="DiscordLink.Delete"/>
    public required Func<Interaction, CancellationToken, Task> Delete { get; init; }

    /// <inheritdoc cref="DiscordLink.FollowUp"/>
    public required Func<Interaction, MessageBody, CancellationToken, Task> FollowUp { get; init; }
}

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

    private const string NotForAll = "The answer is for whoever asked alone, and could not be given to them: ask again.";

    private const MessageFlags Editable = MessageFlags.SuppressEmbeds | MessageFlags.ComponentsV2;

    private readonly InteractionCalls _calls;
    private readonly TimeProvider _time;
    private readonly ServiceMeters _meters;
    private readonly ILogger<InteractionDispatch> _log;
    private readonly CancellationTokenSource _abandoned = new();
    private readonly SemaphoreSlim _room = new(Most, Most);

    // Answers are computing: more of them than cores at once would hold up those that only wait for Discord.
    private readonly SemaphoreSlim _cores = new(Math.Max(2, Environment.ProcessorCount));

    public InteractionDispatch(InteractionCalls calls, TimeProvider time, ServiceMeters meters, ILogger<InteractionDispatch> log) =>
        (_calls, _time, _meters, _log) = (calls, time, meters, log);

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
                await FollowAsync(interaction, first!, late.Type, message);
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
                : Privately("This could not be answered, through a fault of this program. The log names it.");
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
            LogRefused(NameOf(interaction), refused.Message);
            if (refused.MayHaveArrived && IsDeferral(first))
            {
                // Nobody knows whether it arrived. If it did, the person waits for what follows.
                return Outcome.PutOff;
            }

            if (SentenceAbout(refused) is { } sentence && interaction.Type != InteractionType.Autocomplete)
            {
                await OnceAsync(interaction, () => respond(interaction, Privately(sentence), _abandoned.Token));
            }

            return Outcome.Refused;
        }
    }

    /// <summary>
    /// Puts the answer where the deferral stands. A new message must not be written over the one that a button stands on: it is sent besides. What is
    /// for one person alone must not stand where everybody was told that an answer will come.
    /// </summary>
    private async Task FollowAsync(Interaction interaction, InteractionResponse deferral, InteractionResponseType answer, MessageBody message)
    {
        var isCommands = deferral.Type == InteractionResponseType.DeferredMessage;
        var isForAll = isCommands && !IsForOne(deferral.Message);
        if (isForAll && IsForOne(message))
        {
            await GiveAloneAsync(interaction, message);
            return;
        }

        try
        {
            await (isCommands || answer == InteractionResponseType.UpdateMessage
                ? _calls.Edit(interaction, message with { Flags = message.Flags & Editable }, _abandoned.Token)
                : _calls.FollowUp(interaction, message, _abandoned.Token));
        }
        catch (DiscordApiException refused)
        {
            LogRefused(NameOf(interaction), refused.Message);
            if (SentenceAbout(refused) is { } sentence && isCommands)
            {
                await (isForAll
                    ? GiveAloneAsync(interaction, Alone(sentence))
                    : OnceAsync(interaction, () => _calls.Edit(interaction, new MessageBody { Content = sentence }, _abandoned.Token)));
            }
        }
    }

    /// <summary>
    /// For whoever asked alone, although all were told that an answer will come: that word has to go first, since what follows it takes its place and
    /// is seen by all. Discord's document: interactions/receiving-and-responding, Followup Messages.
    /// </summary>
    private async Task GiveAloneAsync(Interaction interaction, MessageBody message)
    {
        try
        {
            await _calls.Delete(interaction, _abandoned.Token);
        }
        catch (DiscordApiException refused)
        {
            LogRefused(NameOf(interaction), refused.Message);
            await OnceAsync(interaction, () => _calls.Edit(interaction, new MessageBody { Content = NotForAll }, _abandoned.Token));
            return;
        }

        try
        {
            await _calls.FollowUp(interaction, message, _abandoned.Token);
        }
        catch (DiscordApiException refused)
        {
            LogRefused(NameOf(interaction), refused.Message);
            if (SentenceAbout(refused) is { } sentence)
            {
                await OnceAsync(interaction, () => _calls.FollowUp(interaction, Alone(sentence), _abandoned.Token));
            }
        }
    }

    private static bool IsForOne(MessageBody? message) => message?.Flags?.HasFlag(MessageFlags.Ephemeral) == true;

    /// <summary>A sentence in the place of an answer: when that is refused too, there is nothing more to say.</summary>
    private async Task OnceAsync(Interaction interaction, Func<Task> say)
    {
        try
        {
            await say();
        }
        catch (DiscordApiException again)
        {
            LogSentenceRefused(NameOf(interaction), again.Code);
        }
    }

    /// <summary>
    /// For the person who asked, when they can mend it, know who can, or should hear whose fault it is; null where nobody would see it, or what
    /// stands before Discord would only be asked once more in vain.
    /// </summary>
    private static string? SentenceAbout(DiscordApiException refused) => refused switch
    {
        { Code: 10003 or 10004 } => null,
        { Known: { Mender: Mender.Server } known } => known.Advice,
        { Known: null or { Mender: Mender.Operator }, IsFinal: true } => "Discord did not take the answer, through a fault of this program. The log names it.",
        _ => null,
    };

    private static MessageBody Alone(string sentence) => new() { Content = sentence, Flags = MessageFlags.Ephemeral };

    private static InteractionResponse Privately(string sentence) => InteractionResponse.Say(Alone(sentence));

    private static bool IsDeferral(InteractionResponse response) =>
        response.Type is InteractionResponseType.DeferredMessage or InteractionResponseType.DeferredUpdate;

    private static string NameOf(Interaction interaction) => InteractionName.Of(interaction);

    [LoggerMessage(LogLevel.Error, "{Interaction} failed.")]
    private partial void LogFault(string interaction, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Discord did not take the answer to {Interaction}: {Why}")]
    private partial void LogRefused(string interaction, string why);

    [LoggerMessage(LogLevel.Information, "Nor did it take the sentence that says so ({Interaction}, code {Code}).")]
    private partial void LogSentenceRefused(string interaction, int code);
}
