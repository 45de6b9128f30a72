using BriefingBot.Commands;
using BriefingBot.Tests.Search;

namespace BriefingBot.Tests.Briefings;

/// <summary>What was shown and reads otherwise now, or is gone.</summary>
public sealed class CorrectionsTests : IDisposable
{
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
        Assert.Equal("You have been shown the only statement. The next briefing comes when there is news.", reply.Sections[0].Lines[0].Text);
        Assert.Equal([Withdrawn], reply.Sections[1].Lines.Select(line => line.Text));
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
        Assert.Equal([Withdrawn], briefing.Reply.Sections[1].Lines.Select(line => line.Text));
        Assert.Equal(["Gulls sing, Anna Berg said."], Texts(briefing.Reply));
        Assert.True(briefing.StartsOver);
        Assert.Equal(["The only statement has been shown; this starts over."], briefing.Reply.Notes);
        Assert.Single(_story.NextDay(again: true)!.Reply.Sections);
    }

    private static IEnumerable<string> Texts(Reply reply) => reply.Passages.Select(passage => passage.Text);

    private void Add(string id, params string[] said) => _story.Story.Add(
        id, string.Join('\n', said.Select(each => $"{each}, Anna Berg said.")), "2019-03-05", [.. said.Select(each => new Said(each, ComposedStory.Anna))]);

    private void Withdraw(string id)
    {
        _story.Story.Index.Remove(id + ".txt");
        _story.Story.Index.Refresh();
    }
}
