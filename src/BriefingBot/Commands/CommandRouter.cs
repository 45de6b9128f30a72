using System.Runtime.CompilerServices;
using BriefingBot.Configuration;
using BriefingBot.Search;
using BriefingBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Commands;

/// <summary>Brings every request to what answers it. Whatever goes wrong there becomes one sentence; the log learns its type only.</summary>
internal sealed partial class CommandRouter
{
    private readonly Dictionary<string, Func<CommandRequest, Reply>> _answers;
    private readonly ILogger<CommandRouter> _log;
    private readonly SentenceIndex _index;
    private readonly BriefingCommands? _briefings;

    /// <param name="index">The story.</param>
    /// <param name="storyName">How replies call the story; null for the newest article's title.</param>
    /// <param name="zone">For the moments that replies mention.</param>
    /// <param name="log">Never gets a word of what was asked.</param>
    /// <param name="kept">What is stored about people, beside their briefings.</param>
    /// <param name="briefings">Null where there are none: then their commands say so.</param>
    /// <param name="failingFeeds">Which feeds fail, in one line; null where there are no feeds.</param>
    public CommandRouter(
        SentenceIndex index, string? storyName, TimeZoneInfo zone, ILogger<CommandRouter> log, IReadOnlyList<PersonalData>? kept = null,
        BriefingCommands? briefings = null, Func<string?>? failingFeeds = null)
    {
        kept = [.. kept ?? [], .. briefings is null ? Array.Empty<PersonalData>() : [briefings.PersonalData]];
        _log = log;
        _index = index;
        _briefings = briefings;
        Details = new PassageDetails(index);
        _answers = new(StringComparer.Ordinal)
        {
            [CommandCatalog.WhoSaid.Name] = new WhoSaidCommand(index).Answer,
            [CommandCatalog.Quotes.Name] = new QuotesCommand(index).Answer,
            [CommandCatalog.Ask.Name] = new AskCommand(index).Answer,
            [CommandCatalog.SpeakerCard.Name] = new SpeakerCommand(index).Answer,
            [CommandCatalog.Timeline.Name] = new TimelineCommand(index).Answer,
            [CommandCatalog.Story.Name] = new StoryCommand(index, storyName, zone, failingFeeds).Answer,
            [CommandCatalog.Help.Name] = new HelpCommand(index).Answer,
            [CommandCatalog.Privacy.Name] = new PrivacyCommand(kept).Answer,
        };
        foreach (var (command, answer) in briefings?.Answers ?? [])
        {
            _answers[command.Name] = answer;
        }
    }

    /// <summary>What can be asked about a passage that was answered.</summary>
    public PassageDetails Details { get; }

    public Reply Answer(CommandRequest request)
    {
        var reply = Guarded(request.Command.Name, () =>
        {
            if (!_answers.TryGetValue(request.Command.Name, out var command))
            {
                return Reply.Failure(request.Command.Name, "There are no daily briefings here.");
            }

            var answer = command(request);
            return answer.Found || answer.Failed ? answer
                : _index.Story().Articles.Count == 0 ? answer with { Notes = [.. answer.Notes, StoryCommand.Empty] }
                : Unhelped(request, answer);
        });
        return reply with { Private = reply.Private || request.Private, Notes = [.. request.Notes, .. reply.Notes] };
    }

    /// <inheritdoc cref="BriefingCommands.More"/>
    public Reply More(long subscription, int page) =>
        Guarded("more", () => _briefings?.More(subscription, page) ?? Reply.Failure("more", "There are no daily briefings here."));

    /// <summary>A refusal that offers nothing says at least where to go on, or that nothing was asked for.</summary>
    private static Reply Unhelped(CommandRequest request, Reply refusal) =>
        refusal.Closest.Count > 0 || request.Command == CommandCatalog.Help ? refusal
        : request.Text.Length > 0 && !Wording.HasWords(request.Text) && request.Command != CommandCatalog.SpeakerCard ? refusal with { Heading = Wording.NoWords(request.Text) }
        : refusal.Notes.Count == 0 ? refusal with { Notes = [Wording.NothingClose] } : refusal;

    /// <summary>Answers through <paramref name="answer"/>, or with one sentence when that fails.</summary>
    /// <param name="asked">What is answered: a command's name, a button's label, or what was typed.</param>
    /// <param name="answer">Answers it.</param>
    public Reply Guarded(string asked, Func<Reply> answer)
    {
#pragma warning disable CA1031 // Whatever a command trips over, the conversation goes on.
        try
        {
            return answer();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return FailureOf(asked, fault);
        }
#pragma warning restore CA1031
    }

    /// <summary>Apart, so that a bot that stores nothing never loads what stores.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Reply FailureOf(string asked, Exception fault)
    {
        var called = CommandCatalog.Find(asked) is null ? Wording.Quoted(asked) : $"/{asked}";
        switch (fault)
        {
            case SqliteException refused:
                var trouble = DatabaseTrouble.Of(refused);
                LogRefused(called, trouble);
                return Reply.Failure(asked, $"This did not work now: {char.ToLowerInvariant(trouble[0])}{trouble[1..]}. Nothing was changed; try again in a minute.");
            case ConfigurationException unusable:
                LogRefused(called, unusable.Message);
                return Reply.Failure(asked, "This does not work here: what it stores cannot be stored. Whoever runs the bot finds the reason in its log.");
            default:
                LogFault(called, fault.GetType().FullName ?? "");
                return Reply.Failure(asked, $"{called} could not be answered, through a fault of this program. The log names it.");
        }
    }

    [LoggerMessage(LogLevel.Error, "{Asked} could not be carried out: {Why}")]
    private partial void LogRefused(string asked, string why);

    [LoggerMessage(LogLevel.Error, "{Asked} failed: {ExceptionType}")]
    private partial void LogFault(string asked, string exceptionType);
}
