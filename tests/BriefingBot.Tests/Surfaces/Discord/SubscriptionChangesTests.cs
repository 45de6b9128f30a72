using BriefingBot.Briefings;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Surfaces.Discord;

/// <summary><c>/briefing list</c>, <c>pause</c>, <c>resume</c> and <c>unsubscribe</c> as they are used on Discord.</summary>
public sealed class SubscriptionChangesTests : IDisposable
{
    private readonly BriefedServer _server = new();

    public void Dispose() => _server.Dispose();

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

    [Fact]
    public void In_a_thread_without_one_its_channels_is_meant()
    {
        _server.Manage("subscribe", ("channel", BriefedServer.Another));
        _server.Manage("subscribe");
        Assert.Contains("Daily briefing 2 is paused.", _server.UseInThread("pause", manages: true).Text, StringComparison.Ordinal);
        _server.Stored.Add(TemporaryDatabase.InChannel(BriefedServer.Guild, BriefedServer.Thread));
        Assert.Contains("Daily briefing 3 is paused.", _server.UseInThread("pause", manages: true).Text, StringComparison.Ordinal);
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
