using BriefingBot.Briefings;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Surfaces.Discord;

/// <summary>What no direct message could tell is told at the next command.</summary>
public sealed class UntoldPausesTests : IDisposable
{
    private const string Told = "Your daily briefing 1 (08:00, Europe/Zurich, by direct message) is paused: no direct message reached you. "
        + "It is tried again every day at its time, and goes on by itself; /briefing resume id:1 makes it go on at once, /briefing unsubscribe id:1 ends it.";

    private readonly BriefedServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void The_owner_is_told_once_by_any_command_and_nobody_else_is()
    {
        Assert.DoesNotContain("paused", _server.Ask("What sank?").Text, StringComparison.Ordinal);
        Pause("7");
        Assert.DoesNotContain("paused", _server.Ask("What sank?", by: 8).Text, StringComparison.Ordinal);
        var told = _server.Ask("What sank?");
        Assert.Contains(Told, told.Plain, StringComparison.Ordinal);
        Assert.Contains("Anna Berg", told.Plain, StringComparison.Ordinal);
        Assert.True(told.IsPrivate);
        var after = _server.Ask("What sank?");
        Assert.DoesNotContain("paused", after.Text, StringComparison.Ordinal);
        Assert.False(after.IsPrivate);
    }

    [Fact]
    public void It_is_told_after_a_restart_too()
    {
        Pause("7");
        _server.Restart();
        Assert.Contains(Told, _server.Use("list").Plain, StringComparison.Ordinal);
        _server.Restart();
        Assert.DoesNotContain("Your daily briefing", _server.Use("list").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_cannot_be_read_does_not_swallow_it()
    {
        Pause("7");
        Assert.DoesNotContain("paused", _server.Use("me", options: ("time", "25:00")).Text, StringComparison.Ordinal);
        Assert.Contains(Told, _server.Use("resume", options: ("id", "99")).Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_been_resumed_meanwhile_is_not_told()
    {
        Pause("7");
        _server.Store.Resume(1);
        Assert.DoesNotContain("paused", _server.Ask("What sank?").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_command_itself_resumes_or_ends_is_not_told_as_paused()
    {
        foreach (var about in new[] { "herring", "cod", "tides" })
        {
            Pause("7", about);
        }

        var resumed = _server.Use("resume", options: ("id", "1")).Plain;
        Assert.Contains("Your daily briefings 2 (08:00, Europe/Zurich, about “cod”, by direct message) and 3 (", resumed, StringComparison.Ordinal);
        _server.Store.TellLater([_server.Store.Find(2)!, _server.Store.Find(3)!]);
        var ended = _server.Use("unsubscribe", options: ("id", "2")).Plain;
        Assert.Contains("Your daily briefing 3 (", ended, StringComparison.Ordinal);
    }

    [Fact]
    public void Ordinary_commands_do_without_the_database()
    {
        Pause("7");
        Assert.DoesNotContain("paused", _server.Ask("What sank?", by: 8).Text, StringComparison.Ordinal);
        // Whoever asks it now meets a fault.
        _server.Stored.Database.Write(connection => connection.Execute("ALTER TABLE subscription RENAME TO elsewhere"));
        Assert.Contains("Anna Berg", _server.Ask("What sank?", by: 8).Plain, StringComparison.Ordinal);
        _server.Stored.Database.Write(connection => connection.Execute("ALTER TABLE elsewhere RENAME TO subscription"));
        Assert.Contains(Told, _server.Ask("What sank?").Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_cannot_be_read_keeps_no_command_from_being_answered()
    {
        Pause("7");
        _server.Stored.Database.Write(connection => connection.Execute("ALTER TABLE subscription RENAME TO elsewhere"));
        Assert.Contains("Anna Berg", _server.Ask("What sank?").Plain, StringComparison.Ordinal);
        Assert.Contains("Anna Berg", _server.Ask("What sank?").Plain, StringComparison.Ordinal);
        _server.Stored.Database.Write(connection => connection.Execute("ALTER TABLE elsewhere RENAME TO subscription"));
        _server.Stored.Add(TemporaryDatabase.ByMessage("12"));
        Assert.Contains(Told, _server.Ask("What sank?").Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void What_another_process_noted_is_told_within_minutes()
    {
        var id = _server.Stored.Add(TemporaryDatabase.ByMessage("7")).Id;
        Assert.DoesNotContain("paused", _server.Ask("What sank?").Text, StringComparison.Ordinal);
        var another = _server.Stored.StoreWith(_server.Options);
        another.Pause(id, new Pause(PauseReason.DirectMessagesClosed, _server.Story.Time.GetUtcNow(), null));
        another.TellLater([another.Find(id)!]);
        Assert.DoesNotContain("paused", _server.Ask("What sank?").Text, StringComparison.Ordinal);
        _server.Story.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Contains(Told, _server.Ask("What sank?").Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void All_of_a_server_that_the_bot_has_left_is_one_note()
    {
        foreach (var channel in Enumerable.Range(80, 6))
        {
            _server.Stored.Add(TemporaryDatabase.InChannel("51", $"{channel}", owner: "7"));
        }

        new ServerRecords(_server.Stored.Database).Leave("51", _server.Story.Time.GetUtcNow());
        _server.Store.TellLater(_server.Store.OfGuild("51"));
        Pause("7");
        var told = _server.Ask("What sank?").Plain;
        Assert.Contains(
            "Your daily briefings 1 (08:00, Europe/Zurich, into a channel of another server), 2 (08:00, Europe/Zurich, into a channel of another server), ",
            told, StringComparison.Ordinal);
        Assert.Contains(
            " and 2 more are paused: the bot is no longer in the server. Invite the bot again, and they go on by themselves; after 30 days they are forgotten.",
            told, StringComparison.Ordinal);
        Assert.Contains("Your daily briefing 7 (08:00, Europe/Zurich, by direct message) is paused", told, StringComparison.Ordinal);
        Assert.DoesNotContain("paused", _server.Ask("What sank?").Text, StringComparison.Ordinal);
    }

    private void Pause(string owner, string? about = null)
    {
        var id = _server.Stored.Add(TemporaryDatabase.ByMessage(owner, about)).Id;
        _server.Store.Pause(id, new Pause(PauseReason.DirectMessagesClosed, _server.Story.Time.GetUtcNow(), null));
        _server.Store.TellLater([_server.Store.Find(id)!]);
    }
}
