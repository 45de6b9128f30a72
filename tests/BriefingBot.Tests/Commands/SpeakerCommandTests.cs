using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;
using BriefingBot.Tests.Search;

namespace BriefingBot.Tests.Commands;

/// <summary><c>/speaker</c> over a real index, and the names that somebody may be asked for by.</summary>
public sealed class SpeakerCommandTests : IDisposable
{
    private readonly AskedStory _asked = new();

    public void Dispose() => _asked.Dispose();

    [Fact]
    public void Speaker_tells_role_and_statements_newest_first()
    {
        var reply = _asked.Ask("/speaker Berg");
        Assert.Equal("Anna Berg: 2 statements, newest first", reply.Heading);
        Assert.Contains(reply.Sections[0].Lines, line => line.Text == "mayor of Northtown");
        Assert.Equal(["market", "bridge"], reply.Passages.Select(passage => passage.Article.Id));
    }

    [Theory]
    [InlineData("/speaker the mayor", "Anna Berg: 2 statements, newest first")]
    [InlineData("/speaker mayor of Northtown", "Anna Berg: 2 statements, newest first")]
    [InlineData("/speaker berg anna", "Anna Berg: 2 statements, newest first")]
    [InlineData("/speaker Berg, Anna", "Anna Berg: 2 statements, newest first")]
    [InlineData("/quotes speaker:Berg, Anna", "2 statements, by Berg, Anna")]
    [InlineData("/quotes speaker:mayor", "2 statements, by mayor")]
    public void A_speaker_is_found_by_office(string line, string heading) => Assert.Equal(heading, _asked.Ask(line).Heading);

    [Theory]
    [InlineData("Ferić")]
    [InlineData("feric")]
    [InlineData("Zoë Ferić’s")]
    [InlineData("zoe feric")]
    public void Accents_need_not_be_typed(string name)
    {
        _asked.Story.Add("vote", "Zoë Ferić said “the vote is over”.", "2019-03-07", new Said("“the vote is over”", Said.Person("Zoë Ferić")) { Mention = "Zoë Ferić" });
        Assert.Equal("Zoë Ferić: 1 statement, newest first", _asked.Ask($"/speaker {name}").Heading);
        Assert.Equal(1, _asked.Ask($"/who-said speaker:{name} the vote").Total);
    }

    [Fact]
    public void A_misspelt_speaker_is_not_taken_for_another()
    {
        var reply = _asked.Ask("/speaker Anna Burg");
        Assert.False(reply.Found);
        Assert.Contains("Did you mean Anna Berg", reply.Heading, StringComparison.Ordinal);
        Assert.Empty(reply.Passages);
    }

    [Theory]
    [InlineData("/speaker trust", "Sources called “trust”: 1 statement, newest first")]
    [InlineData("/quotes speaker:trust", "1 statement, by trust")]
    [InlineData("/speaker Moor Trust", "Moor Trust is named in this story, but not quoted.")]
    [InlineData("/speaker Mayor Berg", "Anna Berg: 2 statements, newest first")]
    [InlineData("/speaker Mrs. Berg", "Anna Berg: 2 statements, newest first")]
    public void A_source_without_a_name_is_found_by_what_it_is_called_also_beside_a_name_that_is_not_quoted(string line, string heading)
    {
        _asked.Story.Add("trust", "The Moor Trust met.\nThe trust said “we are sorry”.", "2019-03-08", new Said("“we are sorry”") { Mention = "The trust" });
        _asked.Story.Index.Replace(new IndexedFile("named.txt", "1"),
            [(new Article("named", "Named", "The Moor Trust met."), TemporaryStory.Analyze("The Moor Trust met.") with { Cast = [new Speaker("Moor Trust", SpeakerType.Organization)] })]);
        _asked.Story.Index.Refresh();
        Assert.Equal(heading, _asked.Ask(line).Heading);
    }

    [Fact]
    public void A_name_without_letters_is_nobodys()
    {
        var reply = _asked.Ask("/speaker 💥");
        Assert.False(reply.Found);
        Assert.Equal("Nobody called “💥” speaks in this story.", reply.Heading);
    }

    [Fact]
    public void A_role_that_is_written_large_and_small_is_named_once()
    {
        _asked.Story.Add(
            "two", "Anna Berg said “it rains”.\nAnna Berg said “it snows”.", "2019-03-08", new Said("“it rains”", Said.Person("Anna Berg", "Mayor of Northtown")),
            new Said("“it snows”", Said.Person("Anna Berg", "mayor")));
        Assert.Equal("mayor of Northtown", _asked.Ask("/speaker Anna Berg").Sections[0].Lines[0].Text);
    }
}
