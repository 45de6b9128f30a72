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
    [InlineData("zone", "qqqqqqqq", "“zone” is a time zone such as Europe/Zurich, or a city such as Zurich, not “qqqqqqqq”.")]
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
    public void The_list_is_private_and_has_ones_own_and_with_Manage_Server_the_servers()
    {
        _server.Manage("subscribe", ("zone", "UTC"));
        _server.Use("me", by: 12, options: [("zone", "UTC"), ("about", "ferry")]);
        var own = _server.Use("list", by: 12);
        Assert.True(own.IsPrivate);
        Assert.StartsWith("### 1 daily briefing\n", own.Text, StringComparison.Ordinal);
        Assert.Contains("**2** · 08:00, UTC, about “ferry”, by direct message", own.Text, StringComparison.Ordinal);
        Assert.Contains("**1** · <#8> · 08:00, UTC · next on 6 March 2019", _server.Use("list", by: 12, manages: true).Text, StringComparison.Ordinal);
        Assert.StartsWith("### 2 daily briefings\n", _server.Use("list", by: 12, manages: true).Text, StringComparison.Ordinal);
        var nobody = _server.Use("list", by: 13);
        Assert.Contains("There is no daily briefing of yours.", nobody.Text, StringComparison.Ordinal);
        Assert.Contains("whoever has Manage Server", nobody.Text, StringComparison.Ordinal);
        // Who set it up and no longer manages the server may not change it there.
        Assert.Contains("There is no daily briefing of yours.", _server.Use("list").Text, StringComparison.Ordinal);
        Assert.Contains("into a channel of another server", _server.UseAlone("list").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Paused_resumed_and_ended_by_its_number()
    {
        var id = _server.Stored.Add(TemporaryDatabase.ByMessage("7")).Id;
        _server.Stored.Add(TemporaryDatabase.ByMessage("7", "ferry"));
        Assert.Contains("Daily briefing 1 is paused.", _server.Use("pause", options: ("id", $"{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(PauseReason.ByPerson, _server.Store.Find(id)!.Pause!.Reason);
        Assert.Contains("is paused already", _server.Use("pause", options: ("id", "#1")).Text, StringComparison.Ordinal);
        Assert.Contains("paused since 5 March 2019", _server.Use("list").Text, StringComparison.Ordinal);
        var resumed = _server.Use("resume", options: ("id", "1"));
        Assert.Contains("Daily briefing 1 goes on.", resumed.Text, StringComparison.Ordinal);
        Assert.Contains("**Next** · <t:1551855600:f>", resumed.Text, StringComparison.Ordinal);
        Assert.Null(_server.Store.Find(id)!.Pause);
        Assert.Contains("is not paused", _server.Use("resume", options: ("id", "1")).Text, StringComparison.Ordinal);
        Assert.Contains("Daily briefing 2 is ended and forgotten", _server.Use("unsubscribe", options: ("id", "2")).Text, StringComparison.Ordinal);
        Assert.Null(_server.Store.Find(2));
    }

    [Fact]
    public void Resuming_judges_this_channel_as_subscribing_does()
    {
        _server.Manage("subscribe");
        _server.Manage("pause");
        var refused = _server.Use("resume", manages: true, permissions: "1024");
        Assert.True(refused.IsPrivate);
        Assert.Equal(
            "The bot lacks Send Messages and Read Message History in #news: give it those permissions in the channel’s settings, then resume it again.",
            refused.Plain);
        Assert.NotNull(_server.Store.Find(1)!.Pause);
        Assert.Contains("goes on", _server.Manage("resume").Text, StringComparison.Ordinal);
        Assert.Null(_server.Store.Find(1)!.Pause);
    }

    [Fact]
    public void Resuming_asks_Discord_about_another_channel_wherever_it_is_asked_and_about_nobodys_direct_messages()
    {
        var asked = new List<string>();
        ChannelFinding? found = ChannelFinding.Lacks(["Send Messages"]);
        _server.Missing = channel =>
        {
            asked.Add(channel);
            return found;
        };
        _server.Stored.Add(TemporaryDatabase.InChannel("51", "80", owner: "7"));
        _server.Store.Pause(1, new Pause(PauseReason.NoAccess, _server.Story.Time.GetUtcNow(), null));
        const string sentence = "The bot lacks Send Messages there: give it that permission in the channel’s settings, then resume it again.";
        Assert.Equal(sentence, _server.UseAlone("resume").Plain);
        // What it may do in this channel tells nothing.
        Assert.Equal(sentence, _server.Use("resume", options: ("id", "1")).Plain);
        found = ChannelFinding.Gone;
        Assert.Equal("That channel is gone: set up a briefing in another, and end this one with /briefing unsubscribe.", _server.UseAlone("resume").Plain);
        Assert.NotNull(_server.Store.Find(1)!.Pause);
        // No answer is no refusal: the delivery would tell.
        found = null;
        Assert.Contains("goes on", _server.UseAlone("resume").Text, StringComparison.Ordinal);
        Assert.Equal(["80", "80", "80", "80"], asked);

        _server.Stored.Add(TemporaryDatabase.ByMessage("7"));
        _server.UseAlone("pause", options: ("id", "2"));
        Assert.Contains("goes on", _server.UseAlone("resume", options: ("id", "2")).Text, StringComparison.Ordinal);
        Assert.Equal(4, asked.Count);
    }

    [Fact]
    public void Without_a_number_the_only_one_is_meant_or_this_channels()
    {
        _server.Manage("subscribe");
        Assert.Contains("Daily briefing 1 is paused.", _server.Manage("pause").Text, StringComparison.Ordinal);
        _server.Use("me");
        Assert.Contains("Daily briefing 1 goes on.", _server.Manage("resume").Text, StringComparison.Ordinal);
        var alone = _server.UseAlone("pause");
        Assert.Contains("Daily briefing 2 is paused.", alone.Text, StringComparison.Ordinal);
        _server.Stored.Add(TemporaryDatabase.ByMessage("7", "ferry"));
        Assert.Equal("Say which one, id:1 or another: /briefing list shows them.", _server.UseAlone("unsubscribe").Text);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("unsubscribe")]
    public void Those_of_others_read_like_those_that_there_are_not(string subcommand)
    {
        var others = _server.Stored.Add(TemporaryDatabase.ByMessage("12"));
        var servers = _server.Stored.Add(TemporaryDatabase.InChannel(BriefedServer.Guild, BriefedServer.Channel));
        var elsewhere = _server.Stored.Add(TemporaryDatabase.InChannel("51", "80"));
        foreach (var (id, manages) in new[] { (others.Id, true), (servers.Id, false), (elsewhere.Id, true), (99, true) })
        {
            var sent = _server.Use(subcommand, manages: manages, options: ("id", $"{id}"));
            Assert.True(sent.IsPrivate);
            Assert.Equal($"There is no daily briefing {id} that you may change: /briefing list shows those that there are.", sent.Text);
        }

        Assert.Equal(3, _server.Stored.Count("subscription"));
        Assert.All([others, servers, elsewhere], each => Assert.Null(_server.Store.Find(each.Id)!.Pause));
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("unsubscribe")]
    public void What_concerns_ones_own_is_told_to_nobody_else(string subcommand)
    {
        _server.Stored.Add(TemporaryDatabase.ByMessage("7", "illness"));
        _server.Manage("subscribe");
        Assert.True(_server.Use(subcommand, options: ("id", "1")).IsPrivate);
        Assert.False(_server.Manage(subcommand, ("id", "2")).IsPrivate);
    }

    [Fact]
    public void Numbers_are_offered_to_whoever_may_change_them()
    {
        _server.Stored.Add(TemporaryDatabase.ByMessage("12"));
        _server.Stored.Add(TemporaryDatabase.InChannel(BriefedServer.Guild, BriefedServer.Channel));
        Assert.Equal(["1 · 08:00, Europe/Zurich, by direct message"], _server.Offered("pause", by: 12, manages: false));
        Assert.Equal(["2 · 08:00, Europe/Zurich, into this channel"], _server.Offered("pause", by: 5, manages: true));
        Assert.Empty(_server.Offered("pause", by: 5, manages: false));
    }

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
    public void While_articles_are_being_read_now_asks_for_patience_and_subscribing_works()
    {
        _server.IsReady = false;
        _server.Restart();
        Assert.Equal("The articles are still being read: ask again in a moment.", _server.Use("now").Text);
        Assert.Contains("is set up", _server.Use("me").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_that_the_system_no_longer_knows_keeps_no_command_from_answering()
    {
        _server.Stored.Add(TemporaryDatabase.ByMessage("7") with { Zone = "Mars/Olympus" });
        Assert.Contains("Mars/Olympus", _server.Use("list").Text, StringComparison.Ordinal);
        Assert.Contains("Briefing, 5 March 2019", _server.UseAlone("now").Text, StringComparison.Ordinal);
        Assert.Contains("is paused", _server.UseAlone("pause").Text, StringComparison.Ordinal);
        Assert.Contains("goes on", _server.UseAlone("resume").Text, StringComparison.Ordinal);
        Assert.Contains("is ended", _server.UseAlone("unsubscribe").Text, StringComparison.Ordinal);
    }
}
