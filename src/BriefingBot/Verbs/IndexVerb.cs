using System.CommandLine;
using BriefingBot.Commands;
using BriefingBot.Configuration;

namespace BriefingBot.Verbs;

/// <summary><c>index</c>: brings the index up to date and ends.</summary>
internal static class IndexVerb
{
    internal static Command Create(Workplace workplace)
    {
        var command = new Command("index", "Brings the index up to date with the articles folder and ends.");
        command.SetVerb((parsed, stop) => RunAsync(workplace, parsed.InvocationConfiguration.Output, stop));
        return command;
    }

    private static async Task<int> RunAsync(Workplace workplace, TextWriter output, CancellationToken stop)
    {
        using var story = workplace.OpenStory();
        await IndexingProgress.RunAsync(story, workplace.Error, stop);
        if (!story.Index.CanWrite)
        {
            await output.WriteLineAsync("Another process keeps this index up to date; nothing was done.");
        }

        var facts = story.Index.Story();
        await output.WriteLineAsync(
            $"{Wording.Count(facts.Articles.Count, "article")}, {Wording.Count(facts.Sentences, "sentence")}, "
            + $"{Wording.Count(facts.Quotations, "quotation")}, {Wording.Count(facts.Unreadable.Count, "unreadable file")}.");
        foreach (var file in facts.Unreadable)
        {
            await output.WriteLineAsync($"  {file.Path}: {file.Reason}");
        }

        return ExitCode.Done;
    }
}
