using System.CommandLine;
using System.Text;
using BriefingBot.Commands;
using BriefingBot.Configuration;
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
        var router = new CommandRouter(story.Index, workplace.Settings.Story.Name, zone, workplace.Logs.CreateLogger<CommandRouter>());
        var conversation = new Conversation(new CommandLineReader(words => StoryNames.NameSomebody(story.Index, words)), router, user);
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

        var next = isTerminal && !Console.IsInputRedirected && !json ? Typed(story.Index, target, surface.UnderstandsAnsi) : Piped();
        return await ConverseAsync(workplace, story, () => Talk(conversation, surface, next, stop), stop);
    }

    /// <summary>Keeps the index up to date while <paramref name="talk"/> goes on.</summary>
    private static async Task<int> ConverseAsync(Workplace workplace, OpenStory story, Action talk, CancellationToken stop)
    {
        using var worker = story.CreateWorker();
        await worker.StartAsync(stop);
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

    private static Func<string?> Typed(SentenceIndex index, TextWriter screen, bool understandsAnsi)
    {
        screen.WriteLine(StoryExamples.From(index) is [var example, ..]
            ? $"Ask who said something, for example: {SafeText.OnOneLine(example)}   (/help shows more; exit leaves)"
            : "Ask who said something; /help shows how, exit leaves.");
        screen.Flush();
        if (!understandsAnsi)
        {
            return () =>
            {
                screen.Write(Prompt);
                screen.Flush();
                return Console.ReadLine();
            };
        }

        // Ctrl+C empties the line first, as in a shell.
        Console.TreatControlCAsInput = true;
        var completion = new LineCompletion(typed =>
            [.. index.Speakers(typed, 40).Where(member => member.Statements > 0).Take(12).Select(member => member.Name)]);
        return new LineEditor(Prompt, () => Console.ReadKey(intercept: true), screen, () => Console.WindowWidth, completion).Read;
    }
}
