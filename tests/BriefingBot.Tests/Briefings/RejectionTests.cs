using BriefingBot.Briefings;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Briefings;

/// <summary>What Discord refuses for good pauses a subscription, is told once, and ends by itself.</summary>
public sealed class RejectionTests : IDisposable
{
    private readonly DeliveryScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(404, 10003, nameof(PauseReason.ChannelGone))]
    [InlineData(403, 50001, nameof(PauseReason.NoAccess))]
    [InlineData(403, 50013, nameof(PauseReason.NoAccess))]
    [InlineData(403, 160005, nameof(PauseReason.NoAccess))]
    [InlineData(400, 160006, nameof(PauseReason.NoAccess))]
    [InlineData(400, 50083, nameof(PauseReason.NoAccess))]
    public async Task A_final_refusal_in_a_channel_pauses_with_the_reason_and_tells_the_owner_once(int status, int code, string reason)
    {
        var subscription = _scene.DueInChannel();
        _scene.Discord.Refuse = request => request.Path == "/channels/8/messages" ? RestAnswer.Error(status, code, "No") : null;
        await DeliverAsync(subscription, DeliveryScene.Slot);
        var pause = _scene.Stored.Store.Find(subscription.Id)!.Pause!;
        Assert.Equal((reason, _scene.Time.GetUtcNow()), (pause.Reason.ToString(), pause.At));
        Assert.NotEmpty(pause.Detail!);
        Assert.Equal(("Rejected", pause.Detail), _scene.Row(subscription.Id));

        var told = Assert.Single(_scene.Discord.Messages);
        Assert.Equal("95", told.Channel);
        Assert.StartsWith(
            $"### A daily briefing of “The harbour” that you set up is paused\n**{subscription.Id}** · <#8> · 12:30, UTC\n{pause.Detail}\n", told.Text,
            StringComparison.Ordinal);
        Assert.Contains(reason == nameof(PauseReason.ChannelGone) ? "/briefing subscribe sets one up in another channel" : "/briefing resume id:1", told.Text, StringComparison.Ordinal);
        Assert.Contains("/briefing unsubscribe id:1 ends ", told.Text, StringComparison.Ordinal);

        // The next day it is tried again, and told no more.
        _scene.Time.Advance(TimeSpan.FromDays(1));
        await DeliverAsync(subscription, On(1));
        Assert.Equal(pause, _scene.Stored.Store.Find(subscription.Id)!.Pause);
        Assert.Single(_scene.Discord.Messages);

        // Once access is back it goes on by itself, and would be told anew.
        _scene.Discord.Refuse = _ => null;
        _scene.Time.Advance(TimeSpan.FromDays(1));
        await DeliverAsync(subscription, On(2));
        Assert.Null(_scene.Stored.Store.Find(subscription.Id)!.Pause);
        Assert.Equal("Sent", _scene.Row(subscription.Id, On(2).Day).State);
        Assert.Equal(2, _scene.Discord.Messages.Count);
    }

    [Fact]
    public async Task A_server_that_the_bot_has_left_is_told_from_a_channel_that_it_may_not_see()
    {
        var another = _scene.Stored.Add(TemporaryDatabase.InChannel("77", "9"));
        var subscription = _scene.Due(TemporaryDatabase.InChannel("77", "8"));
        _scene.Discord.Refuse = request => request.Path == "/channels/8/messages" ? RestAnswer.Error(403, 50001, "Missing Access") : null;
        await DeliverAsync(subscription, DeliveryScene.Slot);
        Assert.Equal(PauseReason.LeftServer, _scene.Stored.Store.Find(subscription.Id)!.Pause!.Reason);
        Assert.Equal(PauseReason.LeftServer, _scene.Stored.Store.Find(another.Id)!.Pause!.Reason);
        Assert.Equal(1, _scene.Stored.Count("left_server"));
        _scene.Discord.Refuse = _ => null;
        _scene.Time.Advance(TimeSpan.FromDays(1));
        await DeliverAsync(subscription, On(1));
        Assert.Null(_scene.Stored.Store.Find(subscription.Id)!.Pause);
        // One that arrives tells that the bot is back in the server.
        Assert.Null(_scene.Stored.Store.Find(another.Id)!.Pause);
        Assert.Equal(0, _scene.Stored.Count("left_server"));
    }

    [Fact]
    public async Task Whoever_set_up_several_in_a_server_that_the_bot_has_left_is_told_once_of_all()
    {
        var first = _scene.Stored.Add(TemporaryDatabase.InChannel("77", "8") with { Time = new TimeOnly(12, 30), Zone = "UTC" });
        var second = _scene.Stored.Add(TemporaryDatabase.InChannel("77", "9", "missiles") with { Time = new TimeOnly(12, 30), Zone = "UTC" });
        var others = _scene.Stored.Add(TemporaryDatabase.InChannel("77", "8", "treaties", owner: "6"));
        var stopped = _scene.Stored.Add(TemporaryDatabase.InChannel("77", "10"));
        _scene.Stored.Store.Pause(stopped.Id, new Pause(PauseReason.ByPerson, _scene.Time.GetUtcNow(), null));
        _scene.DueInChannel("11");
        _scene.Discord.Refuse = request => request.Path is "/channels/8/messages" or "/channels/9/messages" ? RestAnswer.Error(403, 50001, "Missing Access") : null;
        await DeliverAsync(first, DeliveryScene.Slot);
        await DeliverAsync(second, DeliveryScene.Slot);

        Assert.Equal(["95", "96"], _scene.Discord.Messages.Select(message => message.Channel));
        Assert.StartsWith(
            "### 2 daily briefings of “The harbour” that you set up are paused\n**1** · <#8> · 12:30, UTC\n**2** · <#9> · 12:30, UTC, about “missiles”\n"
            + "The bot is no longer in the server.\nInvite the bot again, and they go on by themselves; after 30 days they are forgotten.",
            _scene.Discord.Messages[0].Text, StringComparison.Ordinal);
        Assert.Contains("**3** · <#8> · 08:00, Europe/Zurich, about “treaties”\n", _scene.Discord.Messages[1].Text, StringComparison.Ordinal);
        Assert.All([first, second, others], each => Assert.Equal(PauseReason.LeftServer, _scene.Stored.Store.Find(each.Id)!.Pause!.Reason));
        Assert.Equal(PauseReason.ByPerson, _scene.Stored.Store.Find(stopped.Id)!.Pause!.Reason);
        Assert.Null(_scene.Stored.Store.Find(5)!.Pause);
    }

    [Theory]
    [InlineData(50007)]
    [InlineData(50278)]
    public async Task Closed_direct_messages_pause_and_are_told_at_the_next_command(int code)
    {
        var subscription = _scene.Due(TemporaryDatabase.ByMessage("5"));
        _scene.Discord.Refuse = request => request.Path == "/channels/95/messages" ? RestAnswer.Error(403, code, "Cannot send messages to this user") : null;
        await DeliverAsync(subscription, DeliveryScene.Slot);
        Assert.Equal(PauseReason.DirectMessagesClosed, _scene.Stored.Store.Find(subscription.Id)!.Pause!.Reason);
        Assert.Equal(subscription.Id, Assert.Single(_scene.Stored.Store.TakeUntold("5")).Id);
        Assert.Empty(_scene.Stored.Store.TakeUntold("5"));
    }

    [Fact]
    public async Task An_owner_whose_direct_messages_are_closed_is_told_of_a_channel_at_their_next_command()
    {
        var subscription = _scene.DueInChannel();
        _scene.Discord.Refuse = request => request.Path == "/channels/8/messages" ? RestAnswer.Error(404, 10003, "Unknown Channel")
            : request.Path == "/channels/95/messages" ? RestAnswer.Error(403, 50007, "No") : null;
        await DeliverAsync(subscription, DeliveryScene.Slot);
        Assert.Equal(subscription.Id, Assert.Single(_scene.Stored.Store.TakeUntold("5")).Id);
    }

    [Fact]
    public async Task An_error_about_the_message_itself_pauses_nothing_and_is_kept()
    {
        var subscription = _scene.DueInChannel();
        _scene.Discord.Refuse = _ => RestAnswer.Error(400, 200000, "Blocked by automatic moderation");
        await DeliverAsync(subscription, DeliveryScene.Slot);
        Assert.Null(_scene.Stored.Store.Find(subscription.Id)!.Pause);
        Assert.Equal("Rejected", _scene.Row(subscription.Id).State);
        Assert.Contains("AutoMod", _scene.Row(subscription.Id).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_is_no_subscriptions_fault()
    {
        var subscription = _scene.DueInChannel();
        _scene.Discord.Refuse = _ => RestAnswer.Error(401, 0, "401: Unauthorized");
        await DeliverAsync(subscription, DeliveryScene.Slot);
        Assert.Null(_scene.Stored.Store.Find(subscription.Id)!.Pause);
        Assert.Equal("Failed", _scene.Row(subscription.Id).State);
    }

    private static BriefingSlot On(int days) => new(DeliveryScene.Today.AddDays(days), DeliveryScene.Slot.Due.AddDays(days));

    private Task DeliverAsync(Subscription subscription, BriefingSlot slot) => _scene.Process().DeliverAsync(subscription, slot, default);
}
