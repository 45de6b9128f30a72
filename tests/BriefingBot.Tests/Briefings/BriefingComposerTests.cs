using BriefingBot.Briefings;
using BriefingBot.Tests.Search;

namespace BriefingBot.Tests.Briefings;

public sealed class BriefingComposerTests : IDisposable
{
    private readonly ComposedStory _story = new(most: 2);

    public void Dispose() => _story.Dispose();

    [Fact]
    public void Every_statement_is_shown_once_then_it_is_said_once_that_all_were_then_there_is_silence()
    {
        Add("first", 5);

        var days = Enumerable.Range(0, 6).Select(_ => _story.NextDay()).ToList();

        Assert.Equal(["2 of 5 statements", "4 of 5 statements", "5 of 5 statements"], days.Take(3).Select(day => day!.Reply.Sections[0].Lines[0].Text));
        var ids = days.Take(3).SelectMany(day => day!.Reply.Passages).Select(passage => passage.Id).ToList();
        Assert.Equal(5, ids.Distinct().Count());
        Assert.Equal(5, ids.Count);
        Assert.True(days[3]!.SaysAllShown);
        Assert.Contains("You have been shown all 5 statements", days[3]!.Reply.Sections[0].Lines[0].Text, StringComparison.Ordinal);
        Assert.Empty(days[3]!.Shown);
        Assert.Null(days[4]);
        Assert.Null(days[5]);
    }

    [Fact]
    public void News_ends_the_silence()
    {
        Add("first", 2);
        for (var day = 0; day < 3; day++)
        {
            _story.NextDay();
        }

        Assert.Null(_story.NextDay());
        _story.Story.Add("second", "The port opens, Otto Kern said.", "2019-03-08", new Said("The port opens", ComposedStory.Otto));

        var briefing = _story.NextDay()!;
        Assert.Equal(["The port opens, Otto Kern said."], briefing.Reply.Passages.Select(passage => passage.Text));
        Assert.Equal("New since 7 March 2019: 1 statement", briefing.Reply.Remark(0).Heading);
        Assert.Equal("3 of 3 statements", briefing.Reply.Sections[0].Lines[0].Text);
    }

    [Fact]
    public void What_is_new_comes_before_what_matters_more()
    {
        Add("first", 4);
        _story.NextDay();
        _story.Story.Add("second", "It rains, Otto Kern said.", "2019-03-08", new Said("It rains", ComposedStory.Otto));

        var reply = _story.NextDay()!.Reply;
        Assert.Equal("It rains, Otto Kern said.", reply.Passages[0].Text);
        Assert.Equal("Not shown before", reply.Remark(1).Heading);
    }

    [Fact]
    public void A_statement_repeated_in_nearly_the_same_words_is_no_news_wherever_it_now_stands()
    {
        const string said = "The northern harbour remains closed for all ferries until Monday morning";
        _story.Story.Add("first", $"{said}, Anna Berg said.", "2019-03-05", new Said(said, ComposedStory.Anna));
        _story.NextDay();
        const string again = "The northern harbour remains closed for most ferries until Monday morning";
        _story.Story.Add("second", $"{again}, Anna Berg said.", "2019-03-06", new Said(again, ComposedStory.Anna));

        Assert.True(_story.NextDay()!.SaysAllShown);

        _story.Story.Index.Remove("first.txt");
        _story.Story.Index.Refresh();
        Assert.DoesNotContain(again, string.Join('\n', _story.NextDay()?.Reply.Passages.Select(passage => passage.Text) ?? []), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_asked_for_it_is_told_everything_again_from_the_beginning()
    {
        Add("first", 2);
        var first = _story.NextDay(again: true)!;
        var second = _story.NextDay(again: true)!;

        Assert.True(second.StartsOver);
        Assert.Equal(first.Reply.Passages.Select(passage => passage.Id), second.Reply.Passages.Select(passage => passage.Id));
        Assert.Equal(["All 2 statements have been shown; this starts over."], second.Reply.Sections[1].Lines.Select(line => line.Text));
    }

    [Fact]
    public void A_subscription_is_narrowed_by_subject_and_speaker()
    {
        _story.Story.Add(
            "first",
            "Ferries wait, Anna Berg said.\nTrains run, Anna Berg added.\nFerries leak, Otto Kern said.",
            "2019-03-05",
            new Said("Ferries wait", ComposedStory.Anna), new Said("Trains run", ComposedStory.Anna), new Said("Ferries leak", ComposedStory.Otto));

        var reply = _story.NextDay("ferries", "Berg")!.Reply;
        Assert.Equal(["Ferries wait, Anna Berg said."], reply.Passages.Select(passage => passage.Text));
        Assert.Equal("About “ferries”, by Berg · 1 of 1 statement", reply.Sections[0].Lines[0].Text);
        Assert.Null(_story.Composer.Compose(_story.Order("bananas")));
    }

    [Fact]
    public void Statements_of_one_sentence_are_shown_as_one_passage_and_all_counted()
    {
        _story.Story.Add(
            "first",
            "Ferries wait, said Anna Berg, while Otto Kern called it a shame.",
            "2019-03-05",
            new Said("Ferries wait", ComposedStory.Anna), new Said("a shame", ComposedStory.Otto));

        var reply = _story.NextDay()!.Reply;
        Assert.Single(reply.Passages);
        Assert.Equal("2 of 2 statements", reply.Sections[0].Lines[0].Text);
        Assert.Equal("In the same passage: Otto Kern, partly quoted.", reply.Remark(0).Below);
    }

    [Fact]
    public void An_article_that_quotes_nobody_is_told_by_its_chief_sentences()
    {
        _story.Story.Add("first", "The harbour is closed.\nIce covers the harbour.", "2019-03-05");

        var reply = _story.NextDay()!.Reply;
        Assert.Equal(2, reply.Passages.Count);
        Assert.Equal("2 of 2 passages", reply.Sections[0].Lines[0].Text);
    }

    [Fact]
    public void A_late_briefing_says_when_it_was_due()
    {
        Add("first", 1);
        var order = _story.Order() with { LateSince = new DateTimeOffset(2019, 3, 4, 8, 0, 0, TimeSpan.Zero) };

        var line = _story.Composer.Compose(order)!.Reply.Sections[0].Lines[1];
        Assert.Equal(("This briefing is late. It was due:", "4 March 2019, 08:00 UTC"), (line.Label, line.Text));
    }

    [Theory]
    [InlineData("Minister opens the harbour, Berg says")]
    [InlineData("Title of first.")]
    public void A_headline_is_shown_after_everything_else_that_is_there(string headline)
    {
        string[] said = ["boats may leave", "ice has gone from the harbour", "the minister opens every harbour in the north", "nobody waits outside"];
        _story.Story.Add(
            "first", $"{headline}\n{string.Join('\n', said.Select(each => $"Anna Berg said {each}."))}", "2019-03-05",
            [new Said(headline.Split(',')[0], ComposedStory.Anna), .. said.Select(each => new Said(each, ComposedStory.Anna))]);

        var shown = new List<string>();
        while (_story.NextDay()!.Reply is { Passages.Count: > 0 } reply)
        {
            shown.AddRange(reply.Passages.Select(passage => passage.Text));
        }

        Assert.Equal(5, shown.Count);
        Assert.Equal(headline, shown[^1]);
    }

    [Fact]
    public void An_empty_story_is_silent() => Assert.Null(_story.NextDay());

    [Fact]
    public void While_articles_are_read_nothing_is_composed_and_nothing_counts_as_withdrawn()
    {
        var composer = new BriefingComposer(_story.Story.Index, () => null, null, 5, _story.Log);
        Assert.False(composer.IsReady);
        Assert.Throws<InvalidOperationException>(() => composer.Compose(_story.Order()));
    }

    [Fact]
    public void The_same_order_is_composed_alike()
    {
        Add("first", 9);
        var again = new BriefingComposer(_story.Story.Index, () => _story.Story.Index.Edition, "The harbour", 2, StoryLog.InMemory());

        Assert.Equal(_story.Composer.Compose(_story.Order())!.Shown, again.Compose(_story.Order())!.Shown);
    }

    /// <summary>Statements of which no two are alike.</summary>
    private void Add(string id, int count)
    {
        string[] things = ["Ferries", "Trains", "Ships", "Pilots", "Divers", "Cranes", "Sailors", "Doctors", "Gulls"];
        string[] do_ = ["wait outside", "leave tomorrow", "sank quickly", "refuse work", "found gold", "lift containers", "sing loudly", "warn everybody", "follow boats"];
        var said = Enumerable.Range(0, count).Select(i => $"{things[i]} {do_[i]}").ToList();
        _story.Story.Add(id, string.Join('\n', said.Select(each => $"{each}, Anna Berg said.")), "2019-03-05", [.. said.Select(each => new Said(each, ComposedStory.Anna))]);
    }
}
