using BriefingBot.Discord.Gateway;
using BriefingBot.Hosting;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BriefingBot.Tests.Hosting;

public sealed class KeptSessionsTests : IDisposable
{
    private static readonly GatewaySession Session = new("one", "wss://gateway.example", 17);

    private readonly FakeTimeProvider _time = new();
    private readonly StoryOnDisk _disk = new();

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void A_session_is_taken_once_by_the_next_process_of_its_shard()
    {
        Sessions().Keep(1, 4, Session);
        Assert.Null(Sessions().Take(0, 4));
        Assert.Null(Sessions().Take(1, 5));
        Assert.Equal(Session, Sessions().Take(1, 4));
        Assert.Null(Sessions().Take(1, 4));
    }

    [Fact]
    public void A_session_without_an_address_of_its_own_is_kept_as_well()
    {
        Sessions().Keep(0, 1, Session with { Address = null });
        Assert.Equal(Session with { Address = null }, Sessions().Take(0, 1));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(-1, false)]
    public void It_is_gone_on_with_for_a_minute_by_a_clock_that_does_not_go_back(int seconds, bool isTaken)
    {
        new KeptSessions(_disk.Index, "secret", new FakeTimeProvider(_time.GetUtcNow().AddSeconds(-seconds)), NullLogger<KeptSessions>.Instance).Keep(0, 1, Session);
        Assert.Equal(isTaken ? Session : null, Sessions().Take(0, 1));
    }

    [Fact]
    public void Another_bot_does_not_go_on_with_it()
    {
        Sessions("another").Keep(0, 1, Session);
        Assert.Null(Sessions().Take(0, 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("half\n")]
    [InlineData("1\n2\n3\n4\n5\n")]
    public void A_file_that_cannot_be_read_is_no_session(string content)
    {
        Sessions().Keep(0, 1, Session);
        File.WriteAllText(Assert.Single(Files()), content);
        Assert.Null(Sessions().Take(0, 1));
        Assert.Empty(Files());
    }

    [Fact]
    public void Only_its_owner_may_read_it_and_the_token_does_not_stand_there()
    {
        Sessions().Keep(0, 1, Session);
        var file = Assert.Single(Files());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.DoesNotContain("secret", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_kept_of_another_number_of_shards_is_removed()
    {
        Sessions().Keep(1, 2, Session);
        Sessions().Keep(1, 3, Session);
        Sessions().ForgetOthers(3);
        Assert.EndsWith("1-of-3", Assert.Single(Files()), StringComparison.Ordinal);
        Assert.Equal(Session, Sessions().Take(1, 3));
        Assert.Empty(Files());
    }

    [Fact]
    public void A_folder_that_is_not_there_costs_the_session_only()
    {
        var sessions = new KeptSessions(Path.Combine(_disk.Index, "missing", "index"), "secret", _time, NullLogger<KeptSessions>.Instance);
        sessions.Keep(0, 1, Session);
        Assert.Null(sessions.Take(0, 1));
    }

    private string[] Files() => Directory.GetFiles(Path.GetDirectoryName(_disk.Index)!, "*.session-*");

    private KeptSessions Sessions(string token = "secret") => new(_disk.Index, token, _time, NullLogger<KeptSessions>.Instance);
}
