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
        var corrected = story.Passages(corrections.Changed);
        var startsOver = order.Again && subject.Own > 0 && subject.Left(shown) == 0;
        if (startsOver || corrected.Count > 0 || subject.Left(shown) > 0)
        {
            return Told(story, order, new BriefingChoice(subject, startsOver ? [] : shown, most), corrections, corrected, startsOver);
        }

        var sayAllShown = subject.Own > 0 && !order.SaidAllShown;
        var top = Top(null, order, [.. corrections.Sentences, .. sayAllShown ? [BriefingWords.AllShown(subject, order)] : Array.Empty<string>()]);
        return corrections.Sentences.Count == 0 && !sayAllShown ? null
            : new ComposedBriefing(
                Heading(story, order) with { Total = subject.Statements, Sections = top },
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
        StoryEdition story, BriefingOrder order, BriefingChoice choice, Corrections corrections, IReadOnlyList<BriefingPassage> corrected, bool startsOver)
    {
        var (subject, since) = (choice.Subject, order.LastDelivered);
        choice.TakeCorrected(corrected);
        var news = log.HasNews(since ?? DateTimeOffset.MaxValue)
            ? Enumerable.Range(0, subject.Passages.Count)
                .Where(i => choice.IsLeft(i) && subject.Passages[i].Identities.Any(identity => log.IsNew(identity, since!.Value))).ToHashSet()
            : [];
        var fresh = choice.Passages.Count;
        choice.Take(news.Contains);
        var others = choice.Passages.Count;
        choice.Take(_ => true);
        var passages = choice.Passages.Select(chosen => chosen.Passage).ToList();
        var reply = Heading(story, order) with
        {
            Total = subject.Statements,
            Page = new ReplyPage(0, most, 1 + ((subject.Left(choice.Told) + most - 1) / most)),
            Sections = Top(
                Wording.Sentence(BriefingWords.Subject(order) + BriefingWords.Progress(choice)),
                order,
                [.. corrections.Sentences, .. startsOver ? [BriefingWords.StartsOver(subject)] : Array.Empty<string>()]),
            Passages = [.. passages.Select(passage => passage.Passage)],
            Leading = [.. passages.Take(10).Select(passage => passage.Passage)],
            Remarks = [.. Enumerable.Range(0, passages.Count).Select(i => new PassageRemark(
                i == fresh && others > fresh ? BriefingWords.New(order, news, subject)
                    : i == others && others > 0 ? BriefingWords.NotShown
                    : i == 0 && fresh > 0 ? BriefingWords.Corrected : null,
                BriefingWords.Above(choice, i),
                BriefingWords.Below(choice, i, story.Pairs)))],
            Notes = BriefingWords.NewArticles(story, log, order, [.. passages.Take(others).Select(passage => passage.Passage)]),
        };
        // What there was no room to correct is for the next briefing.
        var waiting = corrections.Changed.Except(passages.SelectMany(passage => passage.Identities));
        return new ComposedBriefing(reply, [.. choice.Identities(order.Shown).Except(waiting)], false, startsOver);
    }

    private Reply Heading(StoryEdition story, BriefingOrder order) => new()
    {
        Command = "briefing",
        Heading = $"Briefing, {Wording.Day(order.Now, order.Zone)}: "
            + $"{Wording.OnOneLine(storyName ?? (story.Articles is [var newest, ..] ? newest.Title : "no story yet"))}",
    };

    /// <summary>What stands above the passages: a reader who remembers what was wrong learns of it first.</summary>
    private static IReadOnlyList<ReplySection> Top(string? progress, BriefingOrder order, IEnumerable<string> sentences)
    {
        List<ReplyLine> first = [.. progress is null ? [] : new[] { new ReplyLine(null, progress) }, .. BriefingWords.Late(order)];
        List<ReplyLine> second = [.. sentences.Select(sentence => new ReplyLine(null, sentence))];
        return [.. new[] { first, second }.Where(lines => lines.Count > 0).Select(lines => new ReplySection(null, lines))];
    }
}
