using System.CommandLine;
using System.Text;
using BriefingBot.Configuration;
using BriefingBot.Verbs;

namespace BriefingBot;

/// <summary>
/// The page that lists everything that runs. Exit codes: 0 done, 1 configuration or state needs attention, 2 wrong usage, 3 Discord refused for
/// good.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return await RunAsync(arguments, Console.Out, Console.Error, CancellationToken.None);
    }

    /// <param name="arguments">A verb, its words, and configuration (<c>--Section:Key=value</c>).</param>
    /// <param name="output">Standard output: answers only.</param>
    /// <param name="error">Standard error: everything else.</param>
    /// <param name="stop">Ends the verb as SIGTERM does.</param>
    internal static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var (keys, words) = CommandLineSplit.Of(arguments, FreeText.HasBegun);
        using var workplace = new Workplace(keys, TimeProvider.System, error);
        var bot = new RootCommand("Answers from the articles of one story: who said it, word for word, and where it stands.")
        {
            RunVerb.Create(workplace),
            ChatVerb.Create(workplace),
            IndexVerb.Create(workplace),
            StatusVerb.Create(workplace),
            TextVerb.Create(workplace),
            QuotesVerb.Create(workplace),
            HealthVerb.Create(workplace),
            DoctorVerb.Create(workplace),
        };
        bot.SetVerb((_, ended) => RunVerb.RunAsync(workplace, ended));

        // No response files: @everyone is a word.
        var parsed = bot.Parse(FreeText.Marked(words), new ParserConfiguration { ResponseFileTokenReplacer = null });
        var known = parsed.CommandResult.Command.Options.Concat(bot.Options).SelectMany(option => option.Aliases.Append(option.Name)).ToHashSet();
        var wrong = parsed.Errors.Select(each => each.Message)
            .Concat(FreeText.OptionsBefore(words).Where(option => !known.Contains(option)).Select(option => $"Unrecognized option '{option}'."))
            .ToList();
        if (wrong.Count > 0)
        {
            wrong.ForEach(error.WriteLine);
            error.WriteLine("See --help.");
            return ExitCode.WrongUsage;
        }

        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(9),
        };
        return await InvokeAsync(() => parsed.InvokeAsync(invocation, stop), error);
    }

    private static async Task<int> InvokeAsync(Func<Task<int>> verb, TextWriter error)
    {
        try
        {
            return await verb();
        }
        catch (ConfigurationException unusable)
        {
            unusable.Problems.ToList().ForEach(error.WriteLine);
            return ExitCode.NeedsAttention;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A full disk, a folder closed meanwhile: nothing that a stack trace explains better.
            await error.WriteLineAsync(fault.Message);
            return ExitCode.NeedsAttention;
        }
    }
}
