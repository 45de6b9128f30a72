using BriefingBot.Briefings;
using BriefingBot.Commands;

namespace BriefingBot.Tests.Commands;

public sealed class BriefingCommandsTests : IDisposable
{
    private readonly BriefedStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void Subscribing_in_a_channel_tells_the_next_three_times_and_offers_a_preview()
    {
        var reply = _story.Ask(CommandCatalog.BriefingSubscribe, BriefedStory.Channel(), manages: true, values: [("time", "08:30"), ("zone", "Europe/Zurich"), ("about", "ferries")]);
        Assert.Equal("Daily briefing 1 is set up: 08:30, Europe/Zurich, into this channel, about “ferries”", reply.Heading);
        Assert.Equal(["6 March 2019, 08:30 Europe/Zurich", "7 March 2019, 08:30 Europe/Zurich", "8 March 2019, 08:30 Europe/Zurich"], reply.Sections[0].Lines.Select(line => line.Text));
        Assert.All(reply.Sections[0].Lines, line => Assert.NotNull(line.Moment));
        Assert.Equal(1, reply.Preview);
        Assert.False(reply.Private);
        Assert.Equal(new BriefingPlace("discord", "1", "20"), _story.Store.Find(1)!.Place);
    }

    [Fact]
    public void The_same_again_changes_the_time_and_too_many_are_refused()
    {
        Subscribe("08:30");
        Assert.StartsWith("Daily briefing 1 is changed: 09:00", Subscribe("09:00").Heading, StringComparison.Ordinal);
        Subscribe("09:00", "trains");
        var refusal = Subscribe("09:00", "pilots");
        Assert.Equal("This server has 2 daily briefings, as many as it may have: end one with /briefing unsubscribe.", refusal.Heading);
        Assert.True(refusal.Failed);
    }

    [Fact]
    public void Subscribing_needs_Manage_Server_and_a_channel_where_the_bot_may_write()
    {
        Assert.Contains("needs the permission Manage Server", _story.Ask(CommandCatalog.BriefingSubscribe, BriefedStory.Channel()).Heading, StringComparison.Ordinal);
        Assert.Equal("No.", _story.Ask(CommandCatalog.BriefingSubscribe, BriefedStory.Channel(problem: "No."), manages: true).Heading);
        Assert.Contains("/briefing me", _story.Ask(CommandCatalog.BriefingSubscribe, BriefedStory.Direct).Heading, StringComparison.Ordinal);
        Assert.True(_story.Store.IsEmpty);
    }

    [Fact]
    public void A_briefing_by_direct_message_is_told_to_that_person_alone_with_the_defaults_of_the_configuration()
    {
        var reply = _story.Ask(CommandCatalog.BriefingMe, BriefedStory.Channel());
        Assert.True(reply.Private);
        Assert.Equal("Daily briefing 1 is set up: 08:00, UTC, by direct message", reply.Heading);
        Assert.Contains("no zone was given", Assert.Single(reply.Notes), StringComparison.Ordinal);
        Assert.Equal(new BriefingPlace("discord", null, null), _story.Store.Find(1)!.Place);
    }

    [Fact]
    public void A_subject_that_the_story_does_not_have_yet_is_told()
    {
        var reply = _story.Ask(CommandCatalog.BriefingMe, BriefedStory.Direct, values: [("about", "bananas"), ("zone", "UTC")]);
        Assert.Equal(["Nothing in the story fits that yet; the first briefing comes when something does."], reply.Notes);
    }

    [Fact]
    public void The_list_shows_ones_own_and_with_Manage_Server_the_servers()
    {
        Subscribe("08:30");
        _story.Ask(CommandCatalog.BriefingMe, BriefedStory.Direct, person: "8");
        Assert.Equal(["1"], Listed("9", manages: true));
        Assert.Equal(["2"], Listed("8", manages: false));
        Assert.Equal(["1", "2"], Listed("8", manages: true));
        Assert.Empty(Listed("9", manages: false));
        // Whoever set one up may change it from elsewhere, where nobody can tell what they may do there.
        Assert.Equal(["1"], _story.Ask(CommandCatalog.BriefingList, BriefedStory.Direct).Sections[0].Lines.Select(line => line.Label));
        Assert.True(_story.Ask(CommandCatalog.BriefingList, BriefedStory.Direct).Private);
    }

    [Fact]
    public void Pausing_resuming_and_ending_need_no_number_where_only_one_is_meant()
    {
        Subscribe("08:30");
        Assert.Equal("Daily briefing 1 is paused.", Manage(CommandCatalog.BriefingPause).Heading);
        Assert.Equal(PauseReason.ByPerson, _story.Store.Find(1)!.Pause?.Reason);
        Assert.Equal("Daily briefing 1 is paused already.", Manage(CommandCatalog.BriefingPause).Heading);
        Assert.Equal("Daily briefing 1 goes on.", Manage(CommandCatalog.BriefingResume).Heading);
        Assert.Null(_story.Store.Find(1)!.Pause);
        Assert.Equal("Daily briefing 1 is not paused.", Manage(CommandCatalog.BriefingResume).Heading);
        Subscribe("08:30", "trains");
        Assert.Equal("Say which one, id:1 or another: /briefing list shows them.", Manage(CommandCatalog.BriefingPause).Heading);
        Assert.StartsWith("Daily briefing 2 is ended and forgotten", Manage(CommandCatalog.BriefingUnsubscribe, ("id", "#2")).Heading, StringComparison.Ordinal);
        Assert.Null(_story.Store.Find(2));
    }

    [Fact]
    public void Nobody_changes_what_is_not_theirs()
    {
        Subscribe("08:30");
        foreach (var command in new[] { CommandCatalog.BriefingPause, CommandCatalog.BriefingResume, CommandCatalog.BriefingUnsubscribe })
        {
            Assert.True(_story.Ask(command, BriefedStory.Channel(), person: "9", values: ("id", "1")).Failed);
            Assert.True(_story.Ask(command, BriefedStory.Channel(), values: ("id", "1")).Failed);
        }

        Assert.NotNull(_story.Store.Find(1));
    }

    [Fact]
    public void Now_shows_this_channels_briefing_else_ones_own_else_what_a_new_one_would()
    {
        Assert.Equal(0, Now("20", "8").Briefing);
        Assert.Contains("/briefing me", Now("20", "8").Notes[^1], StringComparison.Ordinal);
        Subscribe("08:30");
        _story.Ask(CommandCatalog.BriefingMe, BriefedStory.Direct, person: "8");
        Assert.Equal(1, Now("20", "8").Briefing);
        Assert.Equal(2, Now("21", "8").Briefing);
        Assert.Equal(0, Now("21", "9").Briefing);
    }

    [Fact]
    public void Now_does_not_count_as_delivered_and_further_pages_show_what_is_left()
    {
        Subscribe("08:30");
        var subscription = _story.Store.Find(1)!;
        var pages = Enumerable.Range(0, 3).Select(page => _story.Commands.Shown.Show("more", subscription, page, TimeZoneInfo.Utc)).ToList();
        Assert.Equal(4, pages.Take(2).SelectMany(page => page.Passages).Select(passage => passage.Id).Distinct().Count());
        Assert.Equal([true, false], pages.Take(2).Select(page => page.Page.HasNext));
        Assert.Empty(pages[2].Passages);
        Assert.Empty(_story.Store.Shown(1));
    }

    [Fact]
    public void What_is_stored_about_a_person_is_told_and_erased()
    {
        _story.Ask(CommandCatalog.BriefingMe, BriefedStory.Direct);
        Subscribe("08:30");
        var told = _story.Ask(CommandCatalog.Privacy, BriefedStory.Direct);
        Assert.Equal("Daily briefings that you set up", told.Sections[0].Title);
        Assert.Equal(2, told.Sections[0].Lines.Count);
        _story.Ask(CommandCatalog.Privacy, BriefedStory.Direct, values: ("erase", "true"));
        Assert.Equal("Nothing is stored about you.", _story.Ask(CommandCatalog.Privacy, BriefedStory.Direct).Heading);
        // The server keeps its briefing.
        Assert.NotNull(_story.Store.Find(2));
    }

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
    public void Help_tells_of_the_group_and_of_clock_changes()
    {
        var help = _story.Terminal().Answer("/help briefing").Reply!;
        Assert.Equal(7, help.Sections[0].Lines.Count);
        Assert.Contains(help.Notes, note => note.StartsWith("Daily briefings when clocks change:", StringComparison.Ordinal));
        Assert.Contains(_story.Terminal().Answer("/help").Reply!.Notes, note => note.StartsWith("Daily briefings when clocks change:", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_no_direct_message_reached_is_told_once()
    {
        Assert.Empty(_story.Commands.Untold.Take("7"));
        _story.Ask(CommandCatalog.BriefingMe, BriefedStory.Direct);
        _story.Store.Pause(1, new Pause(PauseReason.DirectMessagesClosed, _story.Story.Time.GetUtcNow(), null));
        Assert.Empty(_story.Commands.Untold.Take("7"));
        _story.Store.TellLater(1);

        Assert.Empty(_story.Commands.Untold.Take("8"));
        Assert.StartsWith("Your daily briefing 1 is paused: no direct message reached you.", Assert.Single(_story.Commands.Untold.Take("7")), StringComparison.Ordinal);
        Assert.Empty(_story.Commands.Untold.Take("7"));
    }

    private Reply Subscribe(string time, string? about = null) => _story.Ask(
        CommandCatalog.BriefingSubscribe, BriefedStory.Channel(), manages: true, values: about is null ? [("time", time)] : [("time", time), ("about", about)]);

    private Reply Manage(CommandDescription command, params (string Name, string Value)[] values) => _story.Ask(command, BriefedStory.Channel(), manages: true, values: values);

    private Reply Now(string channel, string person) => _story.Ask(CommandCatalog.BriefingNow, BriefedStory.Channel(channel), person);

    private IEnumerable<string?> Listed(string person, bool manages) =>
        _story.Ask(CommandCatalog.BriefingList, BriefedStory.Channel(), person, manages).Sections.SelectMany(section => section.Lines).Select(line => line.Label);
}
