using BriefingBot.Briefings;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Surfaces.Discord;

/// <summary><c>/briefing …</c> as it is used on Discord.</summary>
public sealed class BriefingCommandsTests : IDisposable
{
    private readonly BriefedServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Subscribing_tells_the_next_three_times_and_offers_a_preview()
    {
        var sent = _server.Manage("subscribe", ("time", "7:15"), ("zone", "zurich"));
        // 5 March 2019, 09:00 in Zurich: the first one comes tomorrow.
        Assert.Equal("### Daily briefing 1 is set up: 07:15, Europe/Zurich, into this channel", sent.Texts[0]);
        Assert.Equal("**First** · <t:1551852900:f>\n**Then** · <t:1551939300:f>\n**And then** · <t:1552025700:f>", sent.Texts[1]);
        Assert.Equal(["Preview"], sent.Buttons.Select(button => button.Label));
        Assert.False(sent.IsPrivate);
        var made = Assert.Single(_server.Store.OfGuild(BriefedServer.Guild));
        Assert.Equal(("7", BriefedServer.Channel, new TimeOnly(7, 15), "Europe/Zurich"), (made.Owner, made.Place.Channel, made.Time, made.Zone));
    }

    [Fact]
    public void Without_options_the_configuration_tells_time_and_zone()
    {
        using var server = new BriefedServer(new BriefingOptions { Time = new TimeOnly(6, 40), Zone = "Asia/Tokyo" });
        var sent = server.Manage("subscribe");
        Assert.StartsWith("### Daily briefing 1 is set up: 06:40, Asia/Tokyo", sent.Text, StringComparison.Ordinal);
        Assert.Contains("The time is that of Asia/Tokyo, since no zone was given", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no zone was given", server.Manage("subscribe", ("zone", "UTC")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Subscribing_a_channel_needs_Manage_Server()
    {
        var sent = _server.Use("subscribe");
        Assert.True(sent.IsPrivate);
        Assert.Equal("That needs the permission Manage Server: ask somebody who has it, or use /briefing me for one of your own.", sent.Text);
        Assert.False(_server.Stored.Database.Exists);
    }

    [Fact]
    public void In_direct_messages_it_points_to_the_command_for_oneself()
    {
        var sent = _server.UseAlone("subscribe", options: ("time", "08:00"));
        Assert.True(sent.IsPrivate);
        Assert.Contains("/briefing me", sent.Text, StringComparison.Ordinal);
        Assert.False(_server.Stored.Database.Exists);
    }

    [Theory]
    [InlineData("time", "25:00", "“time” is an hour such as 08:30, not “25:00”.")]
    [InlineData("time", "soon", "“time” is an hour such as 08:30, not “soon”.")]
    [InlineData("zone", "Europe/Zurick", "“Europe/Zurick” is not a time zone; did you mean Europe/Zurich?")]
    [InlineData("zone", "qqqqqqqq", "“zone” is a time zone such as Europe/Zurich, or a large city in it, not “qqqqqqqq”.")]
    [InlineData("channel", "here", "“channel” is a channel of this server, not “here”.")]
    public void A_value_that_is_none_is_refused_privately_and_nothing_is_stored(string option, string value, string sentence)
    {
        var sent = _server.Manage("subscribe", (option, value));
        Assert.True(sent.IsPrivate);
        Assert.Equal(sentence, sent.Plain);
        Assert.False(_server.Stored.Database.Exists);
    }

    [Fact]
    public void A_chosen_channel_is_judged_by_what_Discord_says_of_it()
    {
        var refused = _server.Use(
            "subscribe", manages: true, resolved: BriefedServer.Resolved(BriefedServer.Another, "quiet-room", 0, "1024"), options: ("channel", BriefedServer.Another));
        Assert.True(refused.IsPrivate);
        Assert.Equal(
            "The bot lacks Send Messages and Read Message History in #quiet-room: give it those permissions in the channel’s settings, then subscribe again.",
            refused.Plain);
        Assert.False(_server.Stored.Database.Exists);
        // What it may do in this channel is of no concern.
        var made = _server.Use(
            "subscribe", manages: true, permissions: "0", resolved: BriefedServer.Resolved(BriefedServer.Another, "quiet-room", 0, BriefedServer.Enough),
            options: ("channel", BriefedServer.Another));
        Assert.Contains("into #quiet-room", made.Plain, StringComparison.Ordinal);
        Assert.Equal(BriefedServer.Another, Assert.Single(_server.Store.OfGuild(BriefedServer.Guild)).Place.Channel);
    }

    [Fact]
    public void A_category_takes_no_briefing() => Assert.Equal(
        "No briefing can be sent to #Topics: choose a text channel, a thread or a forum.",
        _server.Use("subscribe", manages: true, resolved: BriefedServer.Resolved("10", "Topics", 4, BriefedServer.Enough), options: ("channel", "10")).Plain);

    [Fact]
    public void This_channel_is_judged_by_what_the_bot_may_do_here() => Assert.Equal(
        "The bot lacks View Channel, Send Messages and Read Message History in #news: give it those permissions in the channel’s settings, then subscribe again.",
        _server.Use("subscribe", manages: true, permissions: "0").Plain);

    [Fact]
    public void Where_the_interaction_does_not_tell_Discord_is_asked()
    {
        var asked = new List<string>();
        _server.Missing = channel =>
        {
            asked.Add(channel);
            return asked.Count == 1 ? ChannelFinding.Lacks(["Send Messages"]) : null;
        };
        Assert.Equal(
            "The bot lacks Send Messages there: give it that permission in the channel’s settings, then subscribe again.",
            _server.Manage("subscribe", ("channel", BriefedServer.Another)).Text);
        // No answer is no refusal: the delivery would tell.
        Assert.Contains("is set up", _server.Manage("subscribe", ("channel", BriefedServer.Another)).Text, StringComparison.Ordinal);
        Assert.Equal([BriefedServer.Another, BriefedServer.Another], asked);
    }

    [Fact]
    public void The_same_place_subject_and_speaker_again_change_the_time()
    {
        _server.Manage("subscribe", ("time", "08:00"), ("zone", "UTC"), ("about", "ferry"), ("speaker", "Berg"));
        var changed = _server.Manage("subscribe", ("time", "09:30"), ("zone", "UTC"), ("about", "Ferry"), ("speaker", "berg"), ("quiet", "true"), ("again", "true"));
        Assert.StartsWith("### Daily briefing 1 is changed: 09:30, UTC, into this channel, about “ferry”, by Berg\n", changed.Text, StringComparison.Ordinal);
        Assert.Contains("It comes without a push notification.\nWhen everything has been shown it starts over.", changed.Text, StringComparison.Ordinal);
        var only = Assert.Single(_server.Store.OfGuild(BriefedServer.Guild));
        Assert.Equal((new TimeOnly(9, 30), true, true), (only.Time, only.Quiet, only.Again));
        Assert.StartsWith("### Daily briefing 2 is set up", _server.Manage("subscribe", ("about", "harbour")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_and_a_person_have_as_many_as_they_may()
    {
        using var server = new BriefedServer(new BriefingOptions { MaxPerServer = 2, MaxPerPerson = 1 });
        server.Manage("subscribe", ("about", "a"));
        server.Manage("subscribe", ("about", "b"));
        var full = server.Manage("subscribe", ("about", "c"));
        Assert.True(full.IsPrivate);
        Assert.Equal("This server has 2 daily briefings, as many as it may have: end one with /briefing unsubscribe.", full.Text);
        Assert.Contains("is changed", server.Manage("subscribe", ("about", "a"), ("time", "10:00")).Text, StringComparison.Ordinal);
        Assert.Contains("is set up", server.Use("me", options: ("about", "a")).Text, StringComparison.Ordinal);
        Assert.Equal("You have 1 daily briefing, as many as one person may have: end one with /briefing unsubscribe.", server.Use("me", options: ("about", "b")).Text);
        Assert.Contains("is set up", server.Use("me", by: 12, options: ("about", "b")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_ones_own_is_by_direct_message_and_told_to_that_person_alone()
    {
        var sent = _server.Use("me", options: [("time", "at 8 pm"), ("zone", "UTC"), ("speaker", "Otto Lund")]);
        Assert.True(sent.IsPrivate);
        Assert.StartsWith("### Daily briefing 1 is set up: 20:00, UTC, by direct message, by Otto Lund", sent.Text, StringComparison.Ordinal);
        var made = Assert.Single(_server.Store.OfOwner("7"));
        Assert.Equal(new BriefingPlace(BriefingPlace.Discord, null, null), made.Place);
        Assert.Contains("is changed", _server.UseAlone("me", options: [("speaker", "Otto Lund")]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_that_nobody_speaks_about_yet_is_said_to_be_one() => Assert.Contains(
        "Nothing in the story fits that yet; the first briefing comes when something does.",
        _server.Use("me", options: ("about", "volcano")).Text,
        StringComparison.Ordinal);

    [Fact]
    public void Now_shows_what_a_new_one_would_while_there_is_none_and_stores_nothing()
    {
        var sent = _server.Use("now");
        Assert.False(sent.IsPrivate);
        Assert.StartsWith("### Briefing, 5 March 2019: The ferry\n3 of 8 statements", sent.Text, StringComparison.Ordinal);
        Assert.Equal(["Context", "Context", "Context", "More"], sent.Buttons.Select(button => button.Label));
        Assert.Contains("/briefing me time:08:30 zone:Europe/Zurich brings it daily.", sent.Plain, StringComparison.Ordinal);
        Assert.Contains("/briefing subscribe time:08:30", _server.Manage("now").Plain, StringComparison.Ordinal);
        Assert.True(_server.Use("now", options: ("private", "true")).IsPrivate);
        Assert.False(_server.Stored.Database.Exists);
    }

    [Fact]
    public void Now_shows_this_channels_then_ones_own_and_counts_nothing()
    {
        _server.Use("me", options: ("speaker", "Otto Lund"));
        var own = _server.Use("now");
        Assert.Contains("By Otto Lund · 3 of 4 statements", own.Text, StringComparison.Ordinal);
        Assert.True(own.IsPrivate);
        _server.Manage("subscribe", ("speaker", "Anna Berg"));
        var channels = _server.Use("now");
        Assert.Contains("By Anna Berg · 3 of 4 statements", channels.Text, StringComparison.Ordinal);
        Assert.False(channels.IsPrivate);
        Assert.Equal(["More", "Snooze", "Stop"], channels.Buttons.TakeLast(3).Select(button => button.Label));
        Assert.Contains("By Otto Lund · 3 of 4 statements", _server.UseAlone("now").Text, StringComparison.Ordinal);
        Assert.Equal(0, _server.Stored.Count("shown"));
        Assert.Equal(0, _server.Stored.Count("delivery"));
    }

    [Fact]
    public void Now_in_a_thread_shows_its_own_then_its_channels_then_ones_own()
    {
        Assert.Contains("3 of 8 statements", _server.UseInThread("now").Text, StringComparison.Ordinal);
        _server.Use("me", options: ("about", "ferry"));
        Assert.Contains("About “ferry”", _server.UseInThread("now").Text, StringComparison.Ordinal);
        _server.Manage("subscribe", ("speaker", "Otto Lund"));
        var channels = _server.UseInThread("now");
        Assert.Contains("By Otto Lund · 3 of 4 statements", channels.Text, StringComparison.Ordinal);
        Assert.False(channels.IsPrivate);
        _server.Stored.Add(TemporaryDatabase.InChannel(BriefedServer.Guild, BriefedServer.Thread) with { Speaker = "Anna Berg" });
        Assert.Contains("By Anna Berg · 3 of 4 statements", _server.UseInThread("now").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_left_now_promises_news_only_where_it_would_come()
    {
        using var server = new BriefedServer(new BriefingOptions { MaxPassages = 8 });
        server.Manage("subscribe");
        server.NoteAsDelivered(server.Store.Find(1)!);
        // One that has not said so yet says that all has been shown.
        Assert.Contains("The next briefing comes when there is news.", server.Use("now").Text, StringComparison.Ordinal);
        server.Story.Time.Advance(TimeSpan.FromDays(1));
        server.NoteAsDelivered(server.Store.Find(1)!);
        Assert.Equal("### There is nothing more to show: the next briefing comes when there is news.", server.Use("now").Plain);

        server.Manage("pause");
        Assert.Equal(
            "### There is nothing more to show\n-# Daily briefing 1 is paused: somebody paused it.\n-# /briefing resume id:1 makes it go on.", server.Use("now").Plain);
        server.Manage("resume");
        server.Store.Pause(1, new Pause(PauseReason.ChannelGone, server.Story.Time.GetUtcNow(), null));
        Assert.Equal(
            "### There is nothing more to show\n-# Daily briefing 1 is paused: its channel is gone.\n-# /briefing resume id:1 makes it go on.", server.Use("now").Plain);
    }

    [Fact]
    public void A_paused_briefing_that_has_not_said_that_all_was_shown_promises_nothing_either()
    {
        using var server = new BriefedServer(new BriefingOptions { MaxPassages = 8 });
        server.Manage("subscribe");
        server.NoteAsDelivered(server.Store.Find(1)!);
        server.Manage("pause");
        Assert.StartsWith("### There is nothing more to show\n-# Daily briefing 1 is paused", server.Use("now").Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_paused_one_still_has_to_show_is_shown_with_the_word_that_it_is_paused()
    {
        _server.Manage("subscribe");
        _server.Manage("pause");
        var sent = _server.Use("now");
        Assert.Contains("3 of 8 statements", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Daily briefing 1 is paused: somebody paused it.", sent.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void More_at_the_end_promises_nothing_to_who_has_no_briefing_and_the_start_to_one_that_starts_over()
    {
        var page = _server.Use("now");
        page = _server.Press(page.Button("More").CustomId!);
        page = _server.Press(page.Button("More").CustomId!);
        var beyond = new BriefingButtonId(BriefingAction.More, 3, 0).With("0.0.0");
        Assert.Equal("### There is nothing more to show", _server.Press(beyond).Plain);
        _server.Manage("subscribe", ("again", "true"));
        beyond = new BriefingButtonId(BriefingAction.More, 3, 1).With("0.0.0");
        Assert.Equal("### There is nothing more to show: the next briefing starts over.", _server.Press(beyond).Plain);
    }

    [Fact]
    public void While_articles_are_being_read_now_asks_for_patience_and_subscribing_works()
    {
        _server.IsReady = false;
        _server.Restart();
        Assert.Equal("The articles are still being read: ask again in a moment.", _server.Use("now").Text);
        Assert.Contains("is set up", _server.Use("me").Text, StringComparison.Ordinal);
    }
}
