using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Indexing;
using BriefingBot.Search;

namespace BriefingBot.Verbs;

/// <summary><c>status</c>: what is indexed, which files could not be read and why. Exit code 1 when something needs attention.</summary>
internal static class StatusVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static Command Create(Workplace workplace)
    {
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("status", "Tells what is indexed, and which files could not be read and why.") { format };
        command.SetAction(async (parsed, _) =>
        {
            using var story = workplace.OpenStory(write: false);
            var status = StatusOf(story, workplace.Settings.Story);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                parsed.GetValue(format) == "json" ? JsonSerializer.Serialize(status, Json) : Describe(status));
            return status.Ok ? ExitCode.Done : ExitCode.NeedsAttention;
        });
        return command;
    }

    private static BotStatus StatusOf(OpenStory story, StoryOptions options)
    {
        var facts = story.Index.Story();
        var pending = story.Folder.ChangesSince(story.Index.Files).Count;
        var attention = facts.Unreadable.Select(file => $"{file.Path} cannot be read. {file.Reason}").ToList();
        return new BotStatus(attention.Count == 0, attention, new IndexStatus(
            options.ArticlesPath, options.IndexPath, story.Index.IsWrittenElsewhere(), facts.Articles.Count, facts.Sentences, facts.Quotations, facts.Statements,
            facts.LastIndexed, pending, facts.Unreadable), []);
    }

    private static string Describe(BotStatus status)
    {
        var index = status.Index;
        List<string> lines =
        [
            $"Articles folder  {index.ArticlesPath}",
            $"Index            {index.IndexPath}{(index.WrittenElsewhere ? " (another process writes it)" : "")}",
            $"Indexed          {Wording.Count(index.Articles, "article")}, {Wording.Count(index.Sentences, "sentence")}, "
                + Wording.Count(index.Quotations, "quotation"),
            $"Last indexed     {index.LastIndexed?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'") ?? "never"}",
        ];
        if (index.Pending > 0)
        {
            lines.Add($"Not yet indexed  {Wording.Count(index.Pending, "change")} in the folder; “index” or “chat” takes them over");
        }

        lines.Add(status.Ok ? "Nothing needs attention." : "Needs attention:");
        lines.AddRange(status.Attention.Select(line => $"  {line}"));
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>As <c>status --format json</c> prints it.</summary>
    private sealed record BotStatus(bool Ok, IReadOnlyList<string> Attention, IndexStatus Index, IReadOnlyList<string> Subscriptions);

    private sealed record IndexStatus(
        string ArticlesPath, string IndexPath, bool WrittenElsewhere, int Articles, int Sentences, int Quotations, int Statements,
        DateTimeOffset? LastIndexed, int Pending, IReadOnlyList<UnreadableFile> Unreadable);
}
