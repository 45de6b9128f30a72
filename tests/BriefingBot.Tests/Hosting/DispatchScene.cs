using System.Net;
using System.Threading.Channels;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Channel = System.Threading.Channels.Channel;

namespace BriefingBot.Tests.Hosting;

/// <summary>A dispatch whose answer a test gives, and a Discord that notes what it gets, and refuses what it is told to.</summary>
public abstract class DispatchScene : IDisposable
{
    private readonly ServiceMeters _meters = new();
    private readonly Channel<string> _sent = Channel.CreateUnbounded<string>();
    private readonly Queue<DiscordApiException?> _refusals = new();

    private protected FakeTimeProvider Time { get; } = new();

    /// <summary>Of the interaction in hand.</summary>
    private protected TaskCompletionSource<InteractionResponse?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The answer was asked for.</summary>
    private protected TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose()
    {
        _meters.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected InteractionDispatch Dispatch(Func<Interaction, Task<InteractionResponse?>>? answer = null, TimeProvider? time = null) => new(
        new InteractionCalls
        {
            Answer = answer ?? (_ =>
            {
                Begun.TrySetResult();
                return Answer.Task;
            }),
            Respond = (_, response, _) => SendAsync($"{response.Type}{Said(response.Message)}"),
            Edit = (_, message, _) => SendAsync($"edit{Said(message)}"),
            Delete = (_, _) => SendAsync("delete"),
            FollowUp = (_, message, _) => SendAsync($"beside{Said(message)}"),
        },
        time ?? Time,
        _meters,
        NullLogger<InteractionDispatch>.Instance);

    private protected Task<Outcome> HandleAsync(InteractionDispatch dispatch, Interaction interaction, TimeSpan untilNoted = default) =>
        dispatch.HandleAsync(interaction, (response, _) => SendAsync($"{response.Type}{Said(response.Message)}"), untilNoted);

    private static string Said(MessageBody? message) => (message?.Content is { } text ? $" “{text}”" : "")
        + (message?.Flags is { } flags and not MessageFlags.None ? $" {flags}" : "");

    private Task SendAsync(string sent)
    {
        _sent.Writer.TryWrite(sent);
        return _refusals.TryDequeue(out var refusal) && refusal is not null ? Task.FromException(refusal) : Task.CompletedTask;
    }

    private protected List<string> Sent()
    {
        var sent = new List<string>();
        while (_sent.Reader.TryRead(out var one))
        {
            sent.Add(one);
        }

        return sent;
    }

    /// <summary>With which codes Discord refuses what it gets next, in order; 0 for nothing.</summary>
    private protected void Refuse(params int[] codes)
    {
        foreach (var code in codes)
        {
            Refuse(code == 0 ? null : new DiscordApiException("refused", HttpStatusCode.BadRequest, code));
        }
    }

    private protected void Refuse(DiscordApiException? refusal) => _refusals.Enqueue(refusal);

    private protected ValueTask<string> NextAsync() => _sent.Reader.ReadAsync();
}
