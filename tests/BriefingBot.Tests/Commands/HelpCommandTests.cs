using BriefingBot.Tests.Search;

namespace BriefingBot.Tests.Commands;

/// <summary><c>/help</c> over a real index, which its examples are made of.</summary>
public sealed class HelpCommandTests : IDisposable
{
    private readonly AskedStory _asked = new();

    public void Dispose() => _asked.Dispose();

    [Fact]
    public void Every_example_of_help_is_answered()
    {
        var examples = _asked.Ask("/help").Sections.Single(section => section.Title == "For example").Lines;
        Assert.True(examples.Count >= 5);
        Assert.All(examples, example => Assert.True(_asked.Ask(example.Text).Found, example.Text));
    }

    [Fact]
    public void An_example_is_made_of_a_telling_word()
    {
        _asked.Story.Add("new", "Anna Berg said “we were called before noon”.", "2019-03-09", new Said("“we were called before noon”", AskedStory.Anna));
        Assert.Equal("/who-said words:everybody", _asked.Ask("/help").Sections[1].Lines[0].Text);
    }

    [Fact]
    public void Help_explains_one_command()
    {
        var reply = _asked.Ask("/help quotes");
        Assert.StartsWith("/quotes: ", reply.Heading, StringComparison.Ordinal);
        Assert.Contains(reply.Sections[0].Lines, line => line.Label == "kind:" && line.Text.Contains("partly (partly quoted)", StringComparison.Ordinal));
        Assert.Equal(["Words without a name belong to “keyword”."], reply.Notes);
        Assert.Equal("There is no command “qoutes”. Did you mean /quotes?", _asked.Ask("/help qoutes").Heading);
    }

    [Fact]
    public void Help_tells_of_the_command_on_messages()
    {
        var line = Assert.Single(_asked.Ask("/help").Sections[0].Lines, line => line.Label == "Who said this?");
        Assert.Equal("On Discord, in the menu of a message under Apps: /who-said with that message's words", line.Text);
        Assert.StartsWith("Who said this?: On Discord", _asked.Ask("/help who said this").Heading, StringComparison.Ordinal);
    }
}
