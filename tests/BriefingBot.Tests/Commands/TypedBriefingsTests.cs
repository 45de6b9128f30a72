using BriefingBot.Commands;

namespace BriefingBot.Tests.Commands;

/// <summary><c>/briefing …</c> as it is typed in a terminal, and what other commands know of briefings.</summary>
public sealed class TypedBriefingsTests : IDisposable
{
    private readonly BriefedStory _story = new();

    public void Dispose() => _story.Dispose();

    [Theory]
    [InlineData("/briefing", "Say what about it: /briefing now, subscribe, me, list, pause, resume or unsubscribe.")]
    [InlineData("/briefing subsribe", "There is no command “briefing subsribe”. Did you mean /briefing subscribe?")]
    [InlineData("subscribe", "There is no command “subscribe”. Did you mean /briefing subscribe?")]
    [InlineData("/briefing me time:25:00", "“time” is an hour such as 08:30, not “25:00”.")]
    [InlineData("/briefing me zone:Zurch", "“Zurch” is not a time zone; did you mean Europe/Zurich?")]
    [InlineData("/briefing pause x", "“id” is a number that /briefing list shows, not “x”.")]
    [InlineData("/briefing list now", "/briefing list takes no words: “now”.")]
    [InlineData("/briefing subscribe channel:1", "There are no channels in a terminal: leave “channel” out.")]
    public void A_mistake_is_told_in_one_sentence(string line, string sentence)
    {
        var reply = _story.Terminal().Answer(line).Reply!;
        Assert.Equal(sentence, reply.Heading);
        Assert.True(reply.Failed);
    }

    [Theory]
    [InlineData("/briefing me 8:30 zone:Europe/Zurich", "08:30, Europe/Zurich, into this terminal")]
    [InlineData("briefing  subscribe at 8:30 pm about:ferries zone:New York", "20:30, America/New_York, into this terminal, about “ferries”")]
    [InlineData("/briefing me trains at seven", "08:00, UTC, into this terminal, about “trains at seven”")]
    [InlineData("/Briefing ME time:7 pm quiet:yes", "19:00, UTC, into this terminal")]
    public void The_hour_comes_first_or_by_name_and_a_zone_may_be_a_city(string line, string set) =>
        Assert.Equal($"Daily briefing 1 is set up: {set}", _story.Terminal().Answer(line).Reply!.Heading);

    [Fact]
    public void In_a_terminal_more_shows_further_passages_and_each_can_be_looked_into()
    {
        var talk = _story.Terminal();
        Assert.Equal(2, talk.Answer("/briefing now").Reply!.Passages.Count);
        Assert.Equal(2, talk.Answer("more").Reply!.Passages.Count);
        Assert.StartsWith("Around sentence", talk.Answer("context 4").Reply!.Heading, StringComparison.Ordinal);
        Assert.Equal("There is no further page.", talk.Answer("more").Reply!.Heading);
    }

    [Fact]
    public void Of_several_briefings_each_can_be_looked_at_by_its_number()
    {
        var talk = _story.Terminal();
        talk.Answer("/briefing me 8");
        Assert.DoesNotContain(talk.Answer("/briefing now").Reply!.Notes, note => note.StartsWith("This is", StringComparison.Ordinal));
        talk.Answer("/briefing me 8 trains");

        Assert.Contains("This is daily briefing 1; /briefing now id:2 shows the other.", talk.Answer("/briefing now").Reply!.Notes);
        var other = talk.Answer("/briefing now 2").Reply!;
        Assert.Equal("About “trains” · 1 of 1 statement", other.Sections[0].Lines[0].Text);
        Assert.DoesNotContain(other.Notes, note => note.StartsWith("This is", StringComparison.Ordinal));
        Assert.Equal(
            "There is no daily briefing 2 that you may see: /briefing list shows those that there are.", _story.Terminal("you").Answer("/briefing now 2").Reply!.Heading);
    }

    [Fact]
    public void In_a_server_what_is_somebody_elses_or_of_another_channel_is_not_shown()
    {
        _story.Ask(CommandCatalog.BriefingMe, BriefedStory.Direct);
        _story.Ask(CommandCatalog.BriefingSubscribe, BriefedStory.Channel("21"), manages: true);
        Reply Now(string id, string person = "8", bool manages = false, string channel = "20") =>
            _story.Ask(CommandCatalog.BriefingNow, BriefedStory.Channel(channel), person, manages, ("id", id));

        Assert.True(Now("1").Failed);
        Assert.True(Now("2").Failed);
        Assert.True(Now("1", "7") is { Failed: false, Private: true });
        Assert.True(Now("2", manages: true) is { Failed: false, Private: false });
        Assert.True(Now("2", channel: "21") is { Failed: false, Private: false });
    }

    [Fact]
    public void Help_tells_of_the_group_and_of_clock_changes()
    {
        var help = _story.Terminal().Answer("/help briefing").Reply!;
        Assert.Equal(7, help.Sections[0].Lines.Count);
        Assert.Contains(help.Notes, note => note.StartsWith("Daily briefings when clocks change:", StringComparison.Ordinal));
        Assert.Contains(_story.Terminal().Answer("/help").Reply!.Notes, note => note.StartsWith("Daily briefings when clocks change:", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_stored_about_a_person_is_told_and_erased()
    {
        _story.Ask(CommandCatalog.BriefingMe, BriefedStory.Direct);
        _story.Ask(CommandCatalog.BriefingSubscribe, BriefedStory.Channel(), manages: true);
        var told = _story.Ask(CommandCatalog.Privacy, BriefedStory.Direct);
        Assert.Equal("Daily briefings that you set up", told.Sections[0].Title);
        Assert.Equal(2, told.Sections[0].Lines.Count);
        _story.Ask(CommandCatalog.Privacy, BriefedStory.Direct, values: ("erase", "true"));
        Assert.Equal("Nothing is stored about you.", _story.Ask(CommandCatalog.Privacy, BriefedStory.Direct).Heading);
        // The server keeps its briefing.
        Assert.NotNull(_story.Store.Find(2));
    }
}
