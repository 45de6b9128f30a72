using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// From an interaction to its first response, without any networking: the Gateway posts it, a web request returns it. Every interaction has
/// one response of a type that fits it, whatever is in it. Discord's document: interactions/receiving-and-responding.
/// </summary>
internal sealed partial class InteractionAnswers
{
    private const string Outdated = "That command is not known here any more. Restart Discord to see those that are, or ask /help.";
    private const string Unreadable = "That did not arrive as Discord describes it, so it cannot be answered. Try it again.";
    private const string NoWords = "That message holds no words to look for.";

    private readonly CommandRouter _router;
    private readonly Autocompletion _suggestions;
    private readonly RecentAnswers _recent;
    private readonly FloodGate _flood;
    private readonly Func<Reply, CommandRequest?, MessageBody> _render;
    private readonly Func<Interaction, InteractionResponse> _press;
    private readonly BriefingCommands? _briefings;
    private readonly MeantChannels _channels;
    private readonly ILogger<InteractionAnswers> _log;

    /// <param name="router">Answers commands.</param>
    /// <param name="recent">Answers what was answered before.</param>
    /// <param name="suggestions">Answers autocomplete.</param>
    /// <param name="flood">Counts commands and buttons.</param>
    /// <param name="render">Makes a reply a message; the request is null for a reply to none.</param>
    /// <param name="press">Answers a button.</param>
    /// <param name="log">Never gets a word of what was asked.</param>
    /// <param name="briefings">Whose subscriptions are offered; null where there are none.</param>
    /// <param name="channels">Tells where something is asked.</param>
    public InteractionAnswers(
        CommandRouter router,
        RecentAnswers recent,
        Autocompletion suggestions,
        FloodGate flood,
        Func<Reply, CommandRequest?, MessageBody> render,
        Func<Interaction, InteractionResponse> press,
        ILogger<InteractionAnswers> log,
        BriefingCommands? briefings = null,
        MeantChannels? channels = null)
    {
        (_briefings, _channels) = (briefings, channels ?? new MeantChannels(null));
        (_router, _recent, _suggestions, _flood, _render, _press, _log) = (router, recent, suggestions, flood, render, press, log);
    }

    /// <summary>
    /// The response; null only to somebody who floods the bot and has been told so. Nothing is sent then, as good as a refusal and cheaper:
    /// Discord tells that person alone that the application did not respond. (A web request is then answered 202 without a body.)
    /// Never throws.
    /// </summary>
    public InteractionResponse? Answer(Interaction interaction)
    {
        switch (interaction.Type)
        {
            case InteractionType.Ping:
                return InteractionResponse.Pong;
            case InteractionType.Autocomplete:
                return Guarded("autocomplete", () => Complete(interaction), () => InteractionResponse.Offer([]));
        }

        return _flood.Admit(interaction.Person) switch
        {
            Admission.Answer => Guarded("interaction", () => Respond(interaction), () => Failure("", Unreadable)),
            Admission.AskToSlowDown => Failure("", "You are asking faster than I can answer well. Please wait a little; then I am all yours again."),
            _ => null,
        };
    }

    /// <summary>
    /// Whether only the person is to see the answer, as far as can be told before it is known: for who has to say that it will take a while.
    /// </summary>
    public static bool IsPrivate(Interaction interaction) => interaction is not { Type: InteractionType.Command, Data: { } data }
        || InteractionCommand.Find(data)?.IsPrivate == true
        || InteractionCommand.Value(data, "private") == "true";

    private InteractionResponse Respond(Interaction interaction) => interaction.Type switch
    {
        InteractionType.Command => Command(interaction),
        InteractionType.Component => Fitting(_press(interaction)),
        _ => Failure("", Unreadable),
    };

    private InteractionResponse Command(Interaction interaction)
    {
        if (interaction.Data is null)
        {
            return Failure("", Unreadable);
        }

        var reading = (ApplicationCommandType)(interaction.Data.Type ?? (int)ApplicationCommandType.ChatInput) switch
        {
            ApplicationCommandType.ChatInput => InteractionCommand.Read(interaction.Data),
            ApplicationCommandType.Message => OnMessage(interaction.Data),
            _ => null,
        };
        if (reading is null)
        {
            return Failure("", Outdated);
        }

        if (!reading.IsRight)
        {
            return Failure(reading.Command, reading.Problem);
        }

        var request = reading.Request with
        {
            Person = interaction.Person?.ToString(),
            Manages = ServerPermissions.Manages(interaction.Member),
            At = _channels.Of(interaction),
        };
        if (request.Person is { } person && HasUntold(person))
        {
            // After the command: what it has just resumed, ended or erased is not paused any more.
            request = request with { IsPersonal = true };
            var answer = _router.Answer(request);
            return Say(answer with { Notes = [.. Untold(person, request.At), .. answer.Notes] }, request);
        }

        return _recent.Of(request, interaction.Locale, () =>
        {
            var reply = _router.Answer(request);
            return (Say(reply, request), !reply.Failed);
        });
    }

    /// <summary>A database that cannot be read keeps nobody from an answer out of the story.</summary>
    private bool HasUntold(string person) => _briefings is not null && Guarded("paused briefings", () => _briefings.Untold.Has(person), () => false);

    /// <inheritdoc cref="HasUntold"/>
    private IReadOnlyList<string> Untold(string person, AskedAt? at) =>
        _briefings is null ? [] : Guarded<IReadOnlyList<string>>("paused briefings", () => _briefings.Untold.Take(person, at), () => []);

    private static CommandReading? OnMessage(InteractionData data)
    {
        if (CommandCatalog.MessageCommands.FirstOrDefault(command => command.Name == data.Name) is not { } command)
        {
            return null;
        }

        var option = command.Answers.Option(command.Option)!;
        var words = InteractionCommand.Target(data) is { } message ? MessageWords.Of(message, option.MaxLength) : "";
        return words.Length == 0
            ? CommandReading.Wrong(command.Answers.Name, NoWords)
            : CommandRequest.Check(command.Answers, new Dictionary<string, string> { [option.Name] = words });
    }

    private InteractionResponse Complete(Interaction interaction) =>
        InteractionCommand.Focused(interaction.Data) is var (option, typed)
            ? InteractionResponse.Offer(_suggestions.For(option, typed, () => Changeable(interaction)))
            : InteractionResponse.Offer([]);

    private IReadOnlyList<Choice> Changeable(Interaction interaction)
    {
        var at = _channels.Of(interaction);
        return [.. (_briefings?.Subscriptions.Of(interaction.Person?.ToString(), ServerPermissions.Manages(interaction.Member), at) ?? [])
            .Select(subscription => new Choice(SubscriptionWords.Choice(subscription, at), $"{subscription.Id}"))];
    }

    private InteractionResponse Failure(string command, string sentence) => Say(Reply.Failure(command, sentence), null);

    private InteractionResponse Say(Reply reply, CommandRequest? request)
    {
        var message = Guarded("message", () => _render(reply, request), () => new MessageBody
        {
            // Nothing that could fail a second time.
            Content = "That could not be answered, through a fault of this program. The log names it.",
            Flags = MessageFlags.Ephemeral,
        });
        return InteractionResponse.Say(reply.Private || reply.Failed ? message with { Flags = (message.Flags ?? 0) | MessageFlags.Ephemeral } : message);
    }

    /// <summary>A button is answered by a message or by a change of its own; anything else Discord would refuse.</summary>
    private InteractionResponse Fitting(InteractionResponse response) => response.Type is InteractionResponseType.Pong or InteractionResponseType.Choices
        ? Failure("", Unreadable) : response;

    private T Guarded<T>(string what, Func<T> answer, Func<T> otherwise)
    {
#pragma warning disable CA1031 // A response is due, whatever one trips over.
        try
        {
            return answer();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(what, fault.GetType().FullName ?? "");
            return otherwise();
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(LogLevel.Error, "Answering failed ({What}): {ExceptionType}")]
    private partial void LogFault(string what, string exceptionType);
}
