using System.CommandLine;
using System.Text;
using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Feeds;
using BriefingBot.Indexing;
using BriefingBot.Search;
using BriefingBot.Surfaces;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Verbs;

/// <summary><c>chat</c>: talks in this terminal, answers the lines of standard input, or the one command given.</summary>
internal static class ChatVerb
{
    private const string Prompt = "> ";

    internal static Command Create(Workplace workplace)
    {
        var format = new Option<string>("--format") { Description = "text, or json: one object a line.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var user = new Option<string>("--as")
        {
            Description = "Who is asking: a name for whatever is kept about a person.",
            DefaultValueFactory = _ => "terminal",
        };
        var zone = new Option<TimeZoneInfo>("--zone")
        {
            Description = "The time zone of answers, as in Europe/Zurich; this machine's without it.",
            DefaultValueFactory = _ => TimeZoneInfo.Local,
            CustomParser = found =>
            {
                if (TimeZoneInfo.TryFindSystemTimeZoneById(found.Tokens[0].Value, out var known))
                {
                    return known;
                }

                found.AddError($"--zone: “{found.Tokens[0].Value}” is no time zone; use a name such as Europe/Zurich or UTC.");
                return null;
            },
        };
        var words = new Argument<string[]>("COMMAND")
        {
            Description = "One command, such as /who-said cornerstone; without it, one a line from standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("chat", "Answers here: the given command, or one a line.") { format, user, zone, words };
        command.SetVerb((parsed, stop) => RunAsync(
            workplace,
            parsed.GetRequiredValue(format) == "json",
            parsed.GetRequiredValue(user),
            parsed.GetValue(zone) ?? TimeZoneInfo.Utc,
            CommandLineReader.Join(parsed.GetValue(words) ?? []),
            parsed.InvocationConfiguration.Output,
            stop));
        return command;
    }

    private static async Task<int> RunAsync(
        Workplace workplace, bool json, string user, TimeZoneInfo zone, string asked, TextWriter output, CancellationToken stop)
    {
        using var story = workplace.OpenStory();
        if (!story.Index.CanWrite)
        {
            await workplace.Error.WriteLineAsync("Another process keeps this index up to date; reading along.");
        }

        await IndexingProgress.RunAsync(story, workplace.Error, stop);
        var desk = new BriefingDesk(workplace.Settings, workplace.Time, workplace.Logs);
        var composer = desk.Composer(story.Index, () => story.Index.Edition);
        var router = new CommandRouter(
            story.Index, workplace.Settings.Story.Name, zone, workplace.Logs.CreateLogger<CommandRouter>(),
            briefings: new BriefingCommands(desk.Store, composer, workplace.Settings.Briefing, workplace.Time),
            failingFeeds: FailingFeeds.Told(workplace.Settings.Feeds, desk.Database, workplace.Time));
        var at = new AskedAt(new BriefingPlace(BriefingPlace.Terminal, null, null)) { Zone = zone };
        var conversation = new Conversation(new CommandLineReader(words => StoryNames.NameSomebody(story.Index, words)), router, user, at);
        var isOurs = ReferenceEquals(output, Console.Out);
        using var standard = isOurs ? ConsoleSurface.StandardOutput() : null;
        var target = standard ?? output;
        var isTerminal = isOurs && !Console.IsOutputRedirected;
        var surface = json ? ConsoleSurface.Json(target) : ConsoleSurface.Text(target, isTerminal, zone);
        if (asked.Length > 0)
        {
            var turn = conversation.Answer(asked);
            Show(surface, turn);
            return turn.WrongUsage ? ExitCode.WrongUsage : turn.Reply is { Failed: true } ? ExitCode.NeedsAttention : ExitCode.Done;
        }

        if (!isTerminal || Console.IsInputRedirected || json)
        {
            return await ConverseAsync(workplace, story, () => Talk(conversation, surface, Piped(), stop), null, stop);
        }

        var (next, interject) = Typed(story.Index, target, surface.UnderstandsAnsi);
        var briefings = new ChatBriefings(desk, composer, conversation, surface, interject);
        return await ConverseAsync(workplace, story, () => Talk(conversation, surface, next, stop), ending => briefings.RunAsync(workplace, user, ending), stop);
    }

    /// <summary>Keeps the index up to date, and prints what is due, while <paramref name="talk"/> goes on.</summary>
    private static async Task<int> ConverseAsync(
        Workplace workplace, OpenStory story, Action talk, Func<CancellationToken, Task>? briefings, CancellationToken stop)
    {
        using var worker = story.CreateWorker();
        await worker.StartAsync(stop);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var due = briefings?.Invoke(ending.Token) ?? Task.CompletedTask;
        try
        {
            await UntilOneEndsAsync(Task.Run(talk, CancellationToken.None), worker.ExecuteTask ?? Task.CompletedTask, stop);
            return ExitCode.Done;
        }
        catch (Exception fault) when (worker.ExecuteTask is { IsFaulted: true })
        {
            await workplace.Error.WriteLineAsync($"The index can no longer be kept up to date: {fault.Message}");
            return ExitCode.NeedsAttention;
        }
        finally
        {
            await ending.CancelAsync();
            await due;
            await worker.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>
    /// Waits for the end of the talk, for a fault behind it, or for <paramref name="stop"/>, whichever comes first: a line that is being waited
    /// for holds up none of them.
    /// </summary>
    /// <exception cref="Exception">What either failed with.</exception>
    internal static async Task UntilOneEndsAsync(Task talk, Task background, CancellationToken stop) =>
        await await Task.WhenAny(talk, background).WaitAsync(stop);

    private static void Talk(Conversation conversation, ConsoleSurface surface, Func<string?> next, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && next() is { } line)
        {
            var turn = conversation.Answer(line);
            if (turn.Ends)
            {
                return;
            }

            Show(surface, turn);
        }
    }

    private static void Show(ConsoleSurface surface, Turn turn)
    {
        if (turn.Reply is { } reply)
        {
            surface.Show(reply, turn.Request);
        }
    }

    private static Func<string?> Piped()
    {
        var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return input.ReadLine;
    }

    /// <summary>The next line, and a way to print something while it is typed.</summary>
    private static (Func<string?> Next, Action<Action> Interject) Typed(SentenceIndex index, TextWriter screen, bool understandsAnsi)
    {
        screen.WriteLine(StoryExamples.From(index) is [var example, ..]
            ? $"Ask who said something, for example: {SafeText.OnOneLine(example)}   (/help shows more; exit leaves)"
            : "Ask who said something; /help shows how, exit leaves.");
        screen.Flush();
        if (!understandsAnsi)
        {
            return (Asked, Beside);
        }

        // Ctrl+C empties the line first, as in a shell.
        Console.TreatControlCAsInput = true;
        var completion = new LineCompletion(typed =>
            [.. index.Speakers(typed, 40).Where(member => member.Statements > 0).Take(12).Select(member => member.Name)]);
        var editor = new LineEditor(Prompt, () => Console.ReadKey(intercept: true), screen, () => Console.WindowWidth, completion);
        return (editor.Read, editor.Interject);

        void Beside(Action print)
        {
            screen.WriteLine();
            print();
            screen.Write(Prompt);
            screen.Flush();
        }

        string? Asked()
        {
            screen.Write(Prompt);
            screen.Flush();
            return Console.ReadLine();
        }
    }
}
