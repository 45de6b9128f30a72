using BriefingBot.Briefings;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Briefings;

/// <summary>Processes that stand still between the renewal of a claim and the request that sends.</summary>
public sealed class HeldClaimTests : IDisposable
{
    private readonly DeliveryScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task A_process_that_stood_still_for_longer_than_its_lease_sends_nothing_that_another_has_sent()
    {
        var subscription = _scene.DueInChannel();
        var frozen = await FreezeAsync(subscription);
        _scene.PassLease();
        await _scene.Process("two").GoOnAsync(subscription.Id, DeliveryScene.Slot, default);
        Assert.Equal("Sent", _scene.Row(subscription.Id).State);
        _scene.Discord.ForgetNonces();
        _scene.Time.Advance(Frozen);
        await frozen;
        Assert.Single(_scene.Discord.Messages);
        Assert.Equal(("Sent", null), _scene.Row(subscription.Id));
    }

    [Fact]
    public async Task A_process_that_stood_still_while_no_other_ran_goes_on()
    {
        var subscription = _scene.DueInChannel();
        var frozen = await FreezeAsync(subscription);
        _scene.Time.Advance(Frozen);
        await frozen;
        Assert.Single(_scene.Discord.Messages);
        Assert.Equal(("Sent", null), _scene.Row(subscription.Id));
        Assert.DoesNotContain(_scene.Discord.Rest.Requests, request => request.Method == "GET");
    }

    [Fact]
    public async Task What_is_stopped_while_a_process_stood_still_is_not_sent()
    {
        var subscription = _scene.DueInChannel();
        var frozen = await FreezeAsync(subscription);
        _scene.Stored.Store.Pause(subscription.Id, new Pause(PauseReason.ByPerson, _scene.Time.GetUtcNow(), null));
        _scene.Time.Advance(Frozen);
        await frozen;
        Assert.Empty(_scene.Discord.Messages);
        Assert.Equal("Skipped", _scene.Row(subscription.Id).State);
    }

    private static TimeSpan Frozen => DeliveryLedger.Lease + TimeSpan.FromMinutes(1);

    /// <summary>A process that has renewed its claim, and stands still before the request that sends: here, for a rate limit.</summary>
    private async Task<Task> FreezeAsync(Subscription subscription)
    {
        var first = true;
        _scene.Discord.Refuse = request =>
        {
            var limited = first && request.Method == "POST";
            first &= !limited;
            return limited ? RestAnswer.Limited(Frozen.TotalSeconds) : null;
        };
        var frozen = _scene.Process().DeliverAsync(subscription, DeliveryScene.Slot, default);
        await _scene.Time.WaitedForAsync(due => due > DeliveryLedger.Lease);
        return frozen;
    }
}
