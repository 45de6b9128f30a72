using BriefingBot.Commands;
using BriefingBot.Search;

namespace BriefingBot.Briefings;

/// <summary>
/// Composes briefings: what is new since the last one first, then what matters most of what was not shown yet. A function of the story and the
/// order; what is the same for many orders is worked out once. Safe for any number of threads.
/// </summary>
/// <param name="index">The story.</param>
/// <param name="edition">The index's <see cref="SentenceIndex.Edition"/>; null while articles are still being read.</param>
/// <param name="storyName">How the story is called; null for the newest article's title.</param>
/// <param name="most">Passages of a briefing.</param>
/// <param name="log">What is known of how the story grew.</param>
internal sealed class BriefingComposer(SentenceIndex index, Func<object?> edition, string? storyName, int most, StoryLog log)
{
    private readonly Lock _reading = new();
    private StoryEdition? _story;

    /// <summary>Whether the story can be told from: while its articles are still being read, what is missing would count as withdrawn.</summary>
    public bool IsReady => edition() is not null;

    /// <summary>The briefing; null when there is nothing to say: then its slot is settled in silence.</summary>
    /// <exception cref="InvalidOperationException">The story is still being read: see <see cref="IsReady"/>.</exception>
    public ComposedBriefing? Compose(BriefingOrder order)
    {
        var story = Story(order.Now);
        var subject = story.Subject(order.About, order.Speaker);
        var shown = subject.Places(order.Shown);
        var corrections = Corrections.Of(log, order);
        if (subject.Left(shown) > 0)
        {
            return Told(story, subject, order, shown, corrections, startsOver: false);
        }

        if (order.Again && subject.Own > 0)
        {
            return Told(story, subject, order, [], corrections, startsOver: true);
        }

        var sayAllShown = subject.Own > 0 && !order.SaidAllShown;
        return corrections.Count == 0 && !sayAllShown ? null
            : new ComposedBriefing(
                Heading(story, order) with { Total = subject.Statements, Sections = Top(sayAllShown ? [BriefingWords.AllShown(subject, order)] : [], order, corrections) },
                [.. subject.LaterIdentities(shown, order.Shown)],
                SaysAllShown: subject.Own > 0,
                StartsOver: false);
    }

    /// <summary>How many statements there are about a subject, for whoever subscribes to it.</summary>
    /// <exception cref="InvalidOperationException">The story is still being read: see <see cref="IsReady"/>.</exception>
    public int Count(string? about, string? speaker, DateTimeOffset now) => Story(now).Subject(about, speaker).Statements;

    private StoryEdition Story(DateTimeOffset now)
    {
        var current = edition() ?? throw new InvalidOperationException("The story is still being read.");
        lock (_reading)
        {
            _story = _story?.Edition == current ? _story : new StoryEdition(index, log, current, now);
            log.Keep();
            return _story;
        }
    }

    private ComposedBriefing Told(
        StoryEdition story, BriefingSubject subject, BriefingOrder order, HashSet<int> shown, IReadOnlyList<string> corrections, bool startsOver)
    {
        var news = order.LastDelivered is { } since && log.HasNews(since)
            ? Enumerable.Range(0, subject.Passages.Count)
                .Where(i => subject.IsLeft(i, shown) && subject.Passages[i].Identities.Any(identity => log.IsNew(identity, since))).ToHashSet()
            : [];
        var (fresh, others) = subject.Choose(shown, news.Contains, most);
        var chosen = fresh.Concat(others).ToList();
        var left = subject.Left([.. shown, .. chosen]);
        var told = shown.Concat(chosen).Where(i => i < subject.Own).Sum(i => subject.Passages[i].Statements.Count);
        var reply = Heading(story, order) with
        {
            Total = subject.Statements,
            Page = new ReplyPage(0, most, 1 + ((left + most - 1) / most)),
            Sections = Top([Wording.Sentence(BriefingWords.Subject(order) + BriefingWords.Progress(subject, told))], order, corrections),
            Passages = [.. chosen.Select(i => subject.Passages[i].Passage)],
            Leading = [.. chosen.Take(10).Select(i => subject.Passages[i].Passage)],
            Remarks = [.. chosen.Select((_, i) => new PassageRemark(
                i == 0 && fresh.Count > 0 ? BriefingWords.New(order, news.Sum(n => subject.Passages[n].Statements.Count), subject)
                    : i == fresh.Count && fresh.Count > 0 ? "Not shown before" : null,
                BriefingWords.Above(subject, chosen, i),
                BriefingWords.Below(subject, chosen, i, shown)))],
            Notes =
            [
                .. startsOver ? [Wording.Sentence($"{BriefingWords.All(subject)} {(subject.Statements == 1 ? "has" : "have")} been shown; this starts over.")] : Array.Empty<string>(),
                .. BriefingWords.NewArticles(story, log, order, [.. fresh.Select(i => subject.Passages[i].Passage)]),
            ],
        };
        return new ComposedBriefing(reply, [.. chosen.SelectMany(i => subject.Passages[i].Identities).Concat(subject.LaterIdentities(shown, order.Shown)).Distinct()], false, startsOver);
    }

    private Reply Heading(StoryEdition story, BriefingOrder order) => new()
    {
        Command = "briefing",
        Heading = $"Briefing, {Wording.Day(order.Now, order.Zone)}: {Wording.OnOneLine(storyName ?? (story.Articles is [var newest, ..] ? newest.Title : "no story yet"))}",
    };

    /// <summary>What stands above the passages: a reader who remembers what was wrong learns of it first.</summary>
    private static IReadOnlyList<ReplySection> Top(IEnumerable<string> lines, BriefingOrder order, IReadOnlyList<string> corrections)
    {
        List<ReplyLine> first = [.. lines.Select(line => new ReplyLine(null, line)), .. BriefingWords.Late(order)];
        return [.. new[] { first, [.. corrections.Select(correction => new ReplyLine(null, correction))] }.Where(each => each.Count > 0).Select(each => new ReplySection(null, each))];
    }
}
