using BriefingBot.Commands;
using BriefingBot.Tests.Search;

namespace BriefingBot.Tests.Commands;

/// <summary><c>/quotes</c>, <c>/timeline</c> and <c>/ask</c> over a real index, and what all commands that list passages do alike.</summary>
public sealed class PassageListTests : IDisposable
{
    private readonly AskedStory _asked = new();

    public void Dispose() => _asked.Dispose();

    [Fact]
    public void Quotes_lists_by_day_newest_first()
    {
        var reply = _asked.Ask("/quotes from:2019-03-01");
        Assert.Equal(["2019-03-06", "2019-03-04", "2019-03-04"], reply.Passages.Select(passage => $"{passage.Article.Published:yyyy-MM-dd}"));
        Assert.Equal("3 statements, from 1 March 2019", reply.Heading);
        Assert.Equal(1, _asked.Ask("/quotes to:2019-03-05 speaker:Berg").Total);
    }

    [Fact]
    public void One_day_is_named_once() =>
        Assert.Equal("2 statements, of 4 March 2019", _asked.Ask("/quotes from:2019-03-04 to:2019-03-04").Heading);

    [Fact]
    public void A_timeline_is_oldest_first_and_by_day()
    {
        var reply = _asked.Ask("/timeline speaker:Berg");
        Assert.True(reply.ByDay);
        Assert.Equal(["bridge", "market"], reply.Passages.Select(passage => passage.Article.Id));
    }

    [Fact]
    public void Ask_says_whom_a_passage_quotes()
    {
        var reply = _asked.Ask("/ask When do repairs begin?");
        Assert.Equal("Otto Lund", PassageFormatter.Who(reply.Passages[0]));
    }

    [Theory]
    [InlineData("/who-said ...")]
    [InlineData("/ask ?")]
    [InlineData("/quotes 💥")]
    [InlineData("/timeline !!!")]
    public void What_holds_no_words_is_not_held_against_the_story(string line)
    {
        var reply = _asked.Ask(line);
        Assert.False(reply.Found);
        Assert.Equal($"“{line.Split(' ')[1]}” holds no words to look for.", reply.Heading);
        Assert.Empty(reply.Notes);
    }

    [Theory]
    [InlineData("/who-said purple elephants")]
    [InlineData("/ask ¿dónde están los elefantes?")]
    [InlineData("/quotes elephants")]
    [InlineData("/timeline 象")]
    public void A_refusal_with_nothing_close_tells_where_to_go_on(string line) =>
        Assert.Equal(["Nothing comes close either. /story tells what the story holds, /help how to ask."], _asked.Ask(line).Notes);

    [Theory]
    [InlineData("/quotes speaker:Lundt", "“Lundt” is taken for Otto Lund.")]
    [InlineData("/quotes speaker:mayor", "“mayor” is taken for Anna Berg.")]
    [InlineData("/timeline speaker:Ber", "“Ber” is taken for Anna Berg.")]
    [InlineData("/who-said repairs speaker:Lundt", "“Lundt” is taken for Otto Lund.")]
    public void For_whom_a_speaker_is_taken_is_told(string line, string note) => Assert.Equal([note], _asked.Ask(line).Notes);

    [Fact]
    public void An_office_of_two_says_whose_statements_these_are_and_how_to_ask_for_one()
    {
        _asked.Story.Add(
            "ferry", "Ida Holm said “the ferry sails”.", "2019-03-07", new Said("“the ferry sails”", Said.Person("Ida Holm", "mayor of Southtown")) { Mention = "Ida Holm" });

        var both = _asked.Ask("/quotes speaker:mayor");
        Assert.Equal(["“mayor” is taken for Anna Berg and Ida Holm. For one of them alone: speaker:Anna Berg or speaker:Ida Holm."], both.Notes);
        Assert.Equal(["Ida Holm, mayor of Southtown", "Anna Berg, mayor of Northtown", "Anna Berg, mayor of Northtown"], both.Passages.Select(PassageFormatter.Who));
        Assert.Equal(["ferry"], _asked.Ask("/quotes speaker:Ida Holm").Passages.Select(passage => passage.Article.Id));
    }
}
