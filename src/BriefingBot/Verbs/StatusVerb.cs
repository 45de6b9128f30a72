using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Feeds;
using BriefingBot.Hosting;
using BriefingBot.Indexing;
using BriefingBot.Search;

namespace BriefingBot.Verbs;

/// <summary><c>status</c>: what is indexed, which files could not be read and why, who gets a briefing and what became of the last. Exit code 1 when something needs attention.</summary>
internal static class StatusVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static Command Create(Workplace workplace)
    {
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("status", "Tells what is indexed, which files could not be read and why, and how the daily briefings go.") { format };
        command.SetVerb(async (parsed, stop) =>
        {
            using var story = workplace.OpenStory(write: false);
            var running = await Readiness.AskAsync(new Uri(workplace.Settings.Http.Ask, "/readyz"), stop);
            var status = StatusOf(story, workplace.Settings.Story, Subscriptions(workplace), running?.Conditions ?? [], FeedStatus.All(workplace.Settings, workplace.Time));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                parsed.GetValue(format) == "json" ? JsonSerializer.Serialize(status, Json) : Describe(status));
            return status.Ok ? ExitCode.Done : ExitCode.NeedsAttention;
        });
        return command;
    }

    private static List<SubscriptionStatus> Subscriptions(Workplace workplace)
    {
        return [.. SubscriptionStatus.All(workplace.Settings, workplace.Time).Select(each => each.Status)];
    }

    private static BotStatus StatusOf(OpenStory story, StoryOptions options, IReadOnlyList<SubscriptionStatus> subscriptions, IReadOnlyList<Condition> running,
        IReadOnlyList<FeedStatus> feeds)
    {
        var facts = story.Index.Story();
        var pending = story.Folder.ChangesSince(story.Index.Files).Count;
        var attention = facts.Unreadable.Select(file => $"{file.Path} cannot be read. {file.Reason}")
            .Concat(subscriptions.Select(subscription => subscription.Attention).OfType<string>())
            .Concat(feeds.Select(feed => feed.Attention).OfType<string>())
            .Concat(running.Where(condition => condition is { Ok: false, Starting: false }).Select(condition => $"The running bot is not well: {condition.Name} is {condition.Says}."))
            .ToList();
        return new BotStatus(attention.Count == 0, attention, new IndexStatus(
            options.ArticlesPath, options.IndexPath, story.Index.IsWrittenElsewhere(), facts.Articles.Count, facts.Sentences, facts.Quotations, facts.Statements,
            facts.LastIndexed, pending, facts.Unreadable), running, subscriptions, feeds);
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

        var starting = status.Running.Any(each => each.Starting) ? "starting; " : "";
        lines.Add($"Running bot      {(status.Running.Count == 0 ? "none answers here" : starting + string.Join("; ", status.Running.Select(each => $"{each.Name}: {each.Says}")))}");
        var paused = status.Subscriptions.Count(subscription => subscription.Paused is not null);
        lines.Add($"Subscriptions    {Wording.Count(status.Subscriptions.Count, "subscription")}{(paused == 0 ? "" : $", {paused:#,0} of them paused")}");
        lines.AddRange(status.Subscriptions.Take(SubscriptionStatus.MostTold).Select(subscription => $"  {subscription}"));
        if (status.Subscriptions.Count > SubscriptionStatus.MostTold)
        {
            lines.Add($"  and {status.Subscriptions.Count - SubscriptionStatus.MostTold:#,0} more; --format json lists all");
        }

        if (status.Feeds.Count > 0)
        {
            var failing = status.Feeds.Count(feed => feed.LastError is not null);
            lines.Add($"Feeds            {Wording.Count(status.Feeds.Count, "feed")}{(failing == 0 ? "" : $", {failing:#,0} of them failing")}");
            lines.AddRange(status.Feeds.Select(feed => $"  {feed}"));
        }

        lines.Add(status.Ok ? "Nothing needs attention." : "Needs attention:");
        lines.AddRange(status.Attention.Select(line => $"  {line}"));
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>As <c>status --format json</c> prints it.</summary>
    private sealed record BotStatus(
        bool Ok, IReadOnlyList<string> Attention, IndexStatus Index, IReadOnlyList<Condition> Running, IReadOnlyList<SubscriptionStatus> Subscriptions,
        IReadOnlyList<FeedStatus> Feeds);

    private sealed record IndexStatus(
        string ArticlesPath, string IndexPath, bool WrittenElsewhere, int Articles, int Sentences, int Quotations, int Statements,
        DateTimeOffset? LastIndexed, int Pending, IReadOnlyList<UnreadableFile> Unreadable);
}
