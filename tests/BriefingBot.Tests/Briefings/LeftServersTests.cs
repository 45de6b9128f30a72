using BriefingBot.Briefings;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Briefings;

/// <summary>What becomes of subscriptions whose server the bot has left: paused, told once, forgotten a month later, or going on when it is back.</summary>
public sealed class LeftServersTests : IDisposable
{
    private const string Elsewhere = "77";

    private readonly DeliveryScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task What_belonged_to_a_server_goes_30_days_after_a_briefing_was_refused_there()
    {
        var gone = _scene.Due(TemporaryDatabase.InChannel(Elsewhere, "8"));
        _scene.Discord.Refuse = request => request.Path == "/channels/8/messages" ? RestAnswer.Error(403, 50001, "Missing Access") : null;
        await _scene.Process().DeliverAsync(gone, DeliveryScene.Slot, default);
        await LookAfterAsync(29);
        Assert.NotNull(_scene.Stored.Store.Find(gone.Id));
        await LookAfterAsync(2);
        Assert.Equal((0, 0, 0), (_scene.Stored.Count("subscription"), _scene.Stored.Count("delivery"), _scene.Stored.Count("left_server")));
    }

    [Fact]
    public async Task A_server_that_nothing_is_sent_to_is_found_left_and_its_subscriptions_paused_and_told_of()
    {
        var silent = _scene.Stored.Add(TemporaryDatabase.InChannel(Elsewhere, "8"));
        var paused = _scene.Stored.Add(TemporaryDatabase.InChannel(Elsewhere, "9"));
        var another = _scene.Stored.Add(TemporaryDatabase.InChannel(Elsewhere, "8", "missiles"));
        var here = _scene.Stored.Add(TemporaryDatabase.InChannel(FakeChannels.Guild, "10"));
        _scene.Stored.Store.Pause(paused.Id, new Pause(PauseReason.ByPerson, _scene.Time.GetUtcNow(), null));
        await LookAfterAsync(6);
        Assert.Equal(0, _scene.Stored.Count("left_server"));
        await LookAfterAsync(2);
        Assert.Equal(PauseReason.LeftServer, _scene.Stored.Store.Find(silent.Id)!.Pause!.Reason);
        Assert.Equal(PauseReason.ByPerson, _scene.Stored.Store.Find(paused.Id)!.Pause!.Reason);
        Assert.Null(_scene.Stored.Store.Find(here.Id)!.Pause);
        Assert.Equal(PauseReason.LeftServer, _scene.Stored.Store.Find(another.Id)!.Pause!.Reason);
        var told = Assert.Single(_scene.Discord.Messages).Text;
        Assert.Contains("**1** · <#8> · 08:00, Europe/Zurich\n**3** · <#8> · 08:00, Europe/Zurich, about “missiles”\n", told, StringComparison.Ordinal);
        await LookAfterAsync(31);
        Assert.Equal([here], _scene.Stored.Store.OfOwner("5"));
        Assert.Single(_scene.Discord.Messages);
    }

    [Fact]
    public async Task Whom_a_process_that_died_had_still_to_tell_is_told_by_the_next_look()
    {
        _scene.Stored.Add(TemporaryDatabase.InChannel(Elsewhere, "8"));
        new ServerRecords(_scene.Stored.Database).Leave(Elsewhere, _scene.Time.GetUtcNow());
        await LookAfterAsync(1);
        Assert.Equal("95", Assert.Single(_scene.Discord.Messages).Channel);
        await LookAfterAsync(1);
        Assert.Single(_scene.Discord.Messages);
    }

    [Fact]
    public async Task A_bot_that_is_back_goes_on_by_itself_and_forgets_nothing()
    {
        var isBack = false;
        _scene.Discord.Refuse = request => request.Path == $"/guilds/{Elsewhere}" && isBack ? RestAnswer.Json($$"""{"id":"{{Elsewhere}}","name":"Harbour"}""") : null;
        var away = _scene.Stored.Add(TemporaryDatabase.InChannel(Elsewhere, "8"));
        await LookAfterAsync(8);
        Assert.Equal(PauseReason.LeftServer, _scene.Stored.Store.Find(away.Id)!.Pause!.Reason);
        isBack = true;
        await LookAfterAsync(40);
        Assert.Null(_scene.Stored.Store.Find(away.Id)!.Pause);
        Assert.Equal(0, _scene.Stored.Count("left_server"));
    }

    [Fact]
    public async Task Discord_out_of_reach_says_nothing_about_a_server()
    {
        _scene.Stored.Add(TemporaryDatabase.InChannel(Elsewhere, "8"));
        _scene.Discord.Refuse = _ => RestAnswer.Error(400, 130000, "API resource is currently overloaded");
        await LookAfterAsync(60);
        Assert.Equal((1, 0), (_scene.Stored.Count("subscription"), _scene.Stored.Count("left_server")));
    }

    private async Task LookAfterAsync(int days)
    {
        _scene.Time.Advance(TimeSpan.FromDays(days));
        await _scene.Left().LookAsync(default);
    }
}
