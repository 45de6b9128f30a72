using BriefingBot.Commands;
using BriefingBot.Tests.Search;

namespace BriefingBot.Tests.Briefings;

/// <summary>What was shown and reads otherwise now, or is gone.</summary>
public sealed class CorrectionsTests : IDisposable
{
    private const string Closed = "The northern harbour remains closed for twelve large ferries until Monday morning";
    private const string Fewer = "The northern harbour remains closed for two large ferries until Monday morning";
    private const string Heading = "Corrected since it was shown to you";
    private const string Wait = "Ferries wait";
    private const string Withdrawn = "Withdrawn since it was shown to you: “Title of first”, and with it what Anna Berg said.";

    private readonly ComposedStory _story = new(most: 2);

    public void Dispose() => _story.Dispose();

    [Fact]
    public void What_was_shown_and_is_withdrawn_is_told_first()
    {
        Add("first", Wait);
        _story.NextDay();
        Withdraw("first");
        Add("second", "Gulls sing");

        var reply = _story.NextDay()!.Reply;
        Assert.Equal([Withdrawn], reply.Sections[1].Lines.Select(line => line.Text));
        Assert.Equal(["Gulls sing, Anna Berg said."], Texts(reply));
    }

    [Fact]
    public void A_correction_after_everything_was_shown_brings_no_second_word_of_that()
    {
        Add("first", Wait);
        Add("second", "Gulls sing");
        _story.NextDay();
        _story.NextDay();
        Withdraw("first");

        Assert.Equal([Withdrawn], _story.NextDay()!.Reply.Sections.Single().Lines.Select(line => line.Text));
        Assert.Null(_story.NextDay());
    }

    [Fact]
    public void A_correction_and_that_everything_has_been_shown_are_one_message()
    {
        Add("first", Wait);
        Add("second", "Gulls sing");
        _story.NextDay();
        Withdraw("first");

        var reply = _story.NextDay()!.Reply;
        Assert.Equal(
            [Withdrawn, "You have been shown the only statement. The next briefing comes when there is news."],
            reply.Sections.SelectMany(section => section.Lines).Select(line => line.Text));
        Assert.Null(_story.NextDay());
    }

    [Fact]
    public void Who_asked_to_start_again_is_told_the_correction_first_and_then_everything_again()
    {
        Add("first", Wait);
        Add("second", "Gulls sing");
        _story.NextDay(again: true);
        Withdraw("first");

        var briefing = _story.NextDay(again: true)!;
        Assert.Equal([Withdrawn, "The only statement has been shown; this starts over."], briefing.Reply.Sections[1].Lines.Select(line => line.Text));
        Assert.Equal(["Gulls sing, Anna Berg said."], Texts(briefing.Reply));
        Assert.True(briefing.StartsOver);
        Assert.Equal(["The only statement has been shown; this starts over."], _story.NextDay(again: true)!.Reply.Sections[1].Lines.Select(line => line.Text));
    }

    [Fact]
    public void The_new_words_of_an_edited_statement_come_first_once_and_to_the_letter()
    {
        Add("first", Closed);
        _story.NextDay();
        Add("second", "Gulls sing");
        Add("first", Fewer);

        var reply = _story.NextDay()!.Reply;
        Assert.Equal([$"{Fewer}, Anna Berg said.", "Gulls sing, Anna Berg said."], Texts(reply));
        Assert.Equal([Heading, "New since 6 March 2019: 1 statement"], Enumerable.Range(0, 2).Select(i => reply.Remark(i).Heading));
        Assert.Equal(["2 of 2 statements"], reply.Sections.SelectMany(section => section.Lines).Select(line => line.Text));
        Assert.True(_story.NextDay()!.SaysAllShown);
    }

    [Theory]
    [InlineData(Closed)]
    [InlineData("The northern harbour remains closed for twelve large ferries until Tuesday morning")]
    public void The_new_words_are_shown_though_they_are_nearly_those_of_another_article(string elsewhere)
    {
        Add("first", Closed);
        Add("second", elsewhere);
        _story.NextDay();
        Add("first", Fewer);

        var reply = _story.NextDay()!.Reply;
        Assert.Equal([$"{Fewer}, Anna Berg said."], Texts(reply));
        Assert.Equal(Heading, reply.Remark(0).Heading);
        Assert.Equal("first", reply.Passages[0].Article.Id);
        Assert.Single(reply.Sections);
        Assert.True(_story.NextDay()!.SaysAllShown);
        Assert.Null(_story.NextDay());
    }

    [Fact]
    public void A_silent_subscription_is_sent_the_new_words_even_where_its_subject_is_not_in_them_any_more()
    {
        Add("first", Closed);
        Add("second", "Twelve gulls sing");
        for (var day = 0; day < 3; day++)
        {
            _story.NextDay("twelve");
        }

        Assert.Null(_story.NextDay("twelve"));
        Add("first", Fewer);

        var reply = _story.NextDay("twelve")!.Reply;
        Assert.Equal([$"{Fewer}, Anna Berg said."], Texts(reply));
        Assert.Equal("About “twelve” · 1 of 1 statement", reply.Sections[0].Lines[0].Text);
        Assert.True(_story.NextDay("twelve")!.SaysAllShown);
    }

    [Fact]
    public void What_is_new_in_an_edited_article_is_no_correction()
    {
        Add("first", Closed);
        _story.NextDay();
        Add("first", Fewer, "Gulls sing");

        var reply = _story.NextDay()!.Reply;
        Assert.Equal([$"{Fewer}, Anna Berg said.", "Gulls sing, Anna Berg said."], Texts(reply));
        Assert.Equal([Heading, "New since 6 March 2019: 1 statement"], Enumerable.Range(0, 2).Select(i => reply.Remark(i).Heading));
    }

    [Fact]
    public void A_statement_that_turns_out_to_be_another_speakers_is_corrected()
    {
        Add("first", Closed);
        _story.NextDay();
        _story.Story.Add("first", $"{Closed}, Otto Kern said.", "2019-03-05", new Said(Closed, ComposedStory.Otto));

        var reply = _story.NextDay()!.Reply;
        Assert.Equal([$"{Closed}, Otto Kern said."], Texts(reply));
        Assert.Equal(Heading, reply.Remark(0).Heading);
    }

    [Fact]
    public void What_is_edited_twice_is_corrected_once()
    {
        Add("first", Closed);
        _story.NextDay();
        Add("first", Fewer);
        _story.Composer.Count(null, null, _story.Story.Time.GetUtcNow());
        var last = Fewer.Replace("two", "three", StringComparison.Ordinal);
        Add("first", last);

        var reply = _story.NextDay()!.Reply;
        Assert.Equal([$"{last}, Anna Berg said."], Texts(reply));
        Assert.Equal(Heading, reply.Remark(0).Heading);
        Assert.Single(reply.Sections);
    }

    [Fact]
    public void Corrections_that_find_no_room_are_the_first_of_the_next_briefing()
    {
        string[] things = ["Ferries", "Trains", "Pilots"];
        string[] before = [.. things.Select(thing => $"{thing} are late by five long hours because of heavy snow around {thing} halls")];
        string[] after = [.. before.Select(said => said.Replace("five", "six", StringComparison.Ordinal))];
        Add("first", before);
        Add("second", before);
        _story.NextDay();
        _story.NextDay();
        Add("first", after);

        var (first, second) = (_story.NextDay()!.Reply, _story.NextDay()!.Reply);
        Assert.Equal((2, 1), (first.Passages.Count, second.Passages.Count));
        Assert.Equal((Heading, Heading), (first.Remark(0).Heading, second.Remark(0).Heading));
        Assert.Equal(after.Select(said => $"{said}, Anna Berg said.").Order(), Texts(first).Concat(Texts(second)).Order());
    }

    [Fact]
    public void What_is_no_longer_reported_is_told()
    {
        Add("first", Wait, "Trains run");
        _story.NextDay();
        Add("first", "Trains run", "Gulls sing above the market");

        var reply = _story.NextDay()!.Reply;
        Assert.Equal(
            ["Changed since it was shown to you: “Title of first” no longer reports what Anna Berg said in the same words."],
            reply.Sections[1].Lines.Select(line => line.Text));
        Assert.Equal(["Gulls sing above the market, Anna Berg said."], Texts(reply));
        Assert.StartsWith("New since", reply.Remark(0).Heading, StringComparison.Ordinal);
    }

    [Fact]
    public void The_new_words_of_a_claim_are_shown_beside_its_denial()
    {
        AddBribes("twenty");
        _story.NextDay("harbour");
        AddBribes("thirty");

        var remark = _story.NextDay("harbour")!.Reply.Remark(0);
        Assert.Equal("Denied in what was shown before: Otto Kern, “that”", remark.Below);
    }

    private void AddBribes(string number) => _story.Story.Add(
        "first",
        $"Anna Berg said the mayor took {number} bribes from harbour builders in March.\nOtto Kern has denied that.",
        "2019-03-05",
        new Said($"the mayor took {number} bribes from harbour builders in March", ComposedStory.Anna) { Cue = "said" },
        new Said("that", ComposedStory.Otto) { Cue = "denied" });

    private static IEnumerable<string> Texts(Reply reply) => reply.Passages.Select(passage => passage.Text);

    private void Add(string id, params string[] said) => _story.Story.Add(
        id, string.Join('\n', said.Select(each => $"{each}, Anna Berg said.")), "2019-03-05", [.. said.Select(each => new Said(each, ComposedStory.Anna))]);

    private void Withdraw(string id)
    {
        _story.Story.Index.Remove(id + ".txt");
        _story.Story.Index.Refresh();
    }
}
