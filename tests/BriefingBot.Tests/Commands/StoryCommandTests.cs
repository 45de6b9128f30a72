using BriefingBot.Commands;
using BriefingBot.Search;
using BriefingBot.Tests.Search;

namespace BriefingBot.Tests.Commands;

/// <summary><c>/story</c> over a real index, full and empty.</summary>
public sealed class StoryCommandTests : IDisposable
{
    private readonly AskedStory _asked = new();

    public void Dispose() => _asked.Dispose();

    [Fact]
    public void Story_counts_what_there_is()
    {
        var reply = _asked.Ask("/story");
        var lines = reply.Sections.SelectMany(section => section.Lines).Select(line => $"{line.Label}: {line.Text}").ToList();
        Assert.Equal("Title of market", reply.Heading);
        Assert.Contains("Articles: 2 articles, from 4 March 2019 to 6 March 2019", lines);
        Assert.Contains("2: Anna Berg, mayor of Northtown", lines);
        Assert.Contains("Last indexed: 5 March 2019, 08:00 UTC", lines);
    }

    [Fact]
    public void The_terminal_names_files_that_could_not_be_read()
    {
        _asked.Story.Index.MarkUnreadable(new UnreadableFile("drafts/secret.txt", "It is not UTF-8.", "1"));
        _asked.Story.Index.Refresh();
        var told = _asked.Ask("/story").Sections[^1];
        Assert.Equal("1 file could not be read", told.Title);
        Assert.Equal(new ReplyLine("drafts/secret.txt", "It is not UTF-8."), Assert.Single(told.Lines));
    }

    [Fact]
    public void A_story_without_articles_says_how_to_add_one()
    {
        using var empty = new TemporaryStory();
        var conversation = AskedStory.Talk(empty);
        Assert.Contains(StoryCommand.Empty, conversation.Answer("/who-said anything").Reply!.Notes);
        Assert.DoesNotContain(StoryCommand.Empty, conversation.Answer("/briefing now").Reply!.Notes);
        Assert.Equal(StoryCommand.Empty, conversation.Answer("/story").Reply!.Heading);
    }
}
