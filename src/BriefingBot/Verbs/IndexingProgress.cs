using BriefingBot.Commands;
using BriefingBot.Indexing;
using Spectre.Console;

namespace BriefingBot.Verbs;

/// <summary>
/// Brings the index up to date while whoever waits sees how far it is: a bar on a terminal, else one line. On standard error.
/// </summary>
internal static class IndexingProgress
{
    /// <param name="story">Opened; its index changes.</param>
    /// <param name="error">Standard error, or what stands for it.</param>
    /// <param name="stop">Ends the run between two files.</param>
    /// <returns>What the run did.</returns>
    public static async Task<IndexResult> RunAsync(OpenStory story, TextWriter error, CancellationToken stop)
    {
        if (!ReferenceEquals(error, Console.Error) || Console.IsErrorRedirected)
        {
            return await story.Run.BringUpToDateAsync(new PlainLine(error), stop);
        }

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return await terminal.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context => await story.Run.BringUpToDateAsync(new Bar(context.AddTask("Reading articles", autoStart: false)), stop));
    }

    private sealed class Bar(ProgressTask task) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value)
        {
            task.StartTask();
            task.MaxValue = value.Total;
            task.Value = value.Done;
        }
    }

    private sealed class PlainLine(TextWriter error) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value)
        {
            if (value.Done == 1)
            {
                error.WriteLine($"Reading {Wording.Count(value.Total, "file")} into the index.");
            }
        }
    }
}
