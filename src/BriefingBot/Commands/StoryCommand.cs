using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary><c>/story</c>: what the story holds.</summary>
/// <param name="index">The story.</param>
/// <param name="name">How it is called; null for the newest article's title.</param>
/// <param name="zone">For moments.</param>
/// <param name="failingFeeds">Which feeds fail, in one line; null where there are no feeds.</param>
internal sealed class StoryCommand(SentenceIndex index, string? name, TimeZoneInfo zone, Func<string?>? failingFeeds = null)
{
    /// <summary>What is said of a story without articles, and how to mend it.</summary>
    public const string Empty = "There is no article in this story yet: put a .txt, .md, .html or .json file into the articles folder.";

    private const int Listed = 10;

    public Reply Answer(CommandRequest request)
    {
        var story = index.Story();
        if (story.Articles.Count == 0)
        {
            return Whole(request, Empty, [.. Unreadable(request, story), .. Feeds(request)]);
        }

        var days = story.Articles.Select(article => article.Published).OfType<DateOnly>().ToList();
        var counts = new List<ReplyLine>
        {
            new("Articles", Wording.Count(story.Articles.Count, "article") + Span(days)),
            new("Statements", $"{Wording.Count(story.Statements, "statement")}{Repeated(story)}, in {Wording.Count(story.Sentences, "sentence")}"),
        };
        if (story.LastIndexed is { } moment)
        {
            counts.Add(new("Last indexed", Wording.Moment(moment, zone)) { Moment = moment });
        }

        return Whole(
            request,
            Wording.OnOneLine(name ?? story.Articles[0].Title),
            [new(null, counts), Speakers(story), Articles(story), .. Unreadable(request, story), .. Feeds(request)]);
    }

    private static Reply Whole(CommandRequest request, string heading, IReadOnlyList<ReplySection> sections) => new()
    {
        Command = request.Command.Name,
        Heading = heading,
        Sections = [.. sections.Where(section => section.Lines.Count > 0)],
    };

    private static string Span(List<DateOnly> days)
    {
        if (days.Count == 0)
        {
            return ", of days unknown";
        }

        var (first, last) = (days.Min(), days.Max());
        return first == last ? $", of {Wording.Day(first)}" : $", from {Wording.Day(first)} to {Wording.Day(last)}";
    }

    private static string Repeated(StoryFacts story) =>
        story.Quotations > story.Statements ? $" (made {Wording.Count(story.Quotations, "time")} in all)" : "";

    private static ReplySection Speakers(StoryFacts story) => new(
        "Most quoted",
        [.. story.Speakers.Where(member => member.Statements > 0).Take(Listed).Select(member => new ReplyLine(
            $"{member.Statements}", member.Roles.Count > 0 ? $"{member.Name}, {member.Roles[0]}" : member.Name))]);

    private ReplySection Articles(StoryFacts story)
    {
        var lines = story.Articles.Take(Listed)
            .Select(article => new ReplyLine(PassageFormatter.Date(article, zone), Wording.OnOneLine(article.Title))).ToList();
        if (story.Articles.Count > Listed)
        {
            lines.Add(new ReplyLine(null, $"and {Wording.Count(story.Articles.Count - Listed, "more article")}"));
        }

        return new(story.Articles.Count > 1 ? "Articles, newest first" : "Article", lines);
    }

    /// <summary>Where articles come from, and why they do not, is the operator's business too.</summary>
    private IReadOnlyList<ReplySection> Feeds(CommandRequest request) =>
        request.Manages && failingFeeds?.Invoke() is { } line ? [new(null, [new ReplyLine("Feeds", line)])] : [];

    /// <summary>Which files are in the folder is the operator's business: others learn how many, not which.</summary>
    private static IReadOnlyList<ReplySection> Unreadable(CommandRequest request, StoryFacts story)
    {
        var count = $"{Wording.Count(story.Unreadable.Count, "file")} could not be read";
        return story.Unreadable.Count == 0 ? []
            : request.Manages ? [new(count, [.. story.Unreadable.Select(file => new ReplyLine(file.Path, file.Reason))])]
            : [new(null, [new ReplyLine(null, $"{count}. Who may manage the server can ask /story for their names.")])];
    }
}
