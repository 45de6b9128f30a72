using BriefingBot.Briefings;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Briefings;

/// <summary>A process with all its parts, on a clock that the test moves.</summary>
public sealed class BriefingServiceTests : IDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    private readonly DeliveryScene _scene = new();
    private readonly CancellationTokenSource _stop = new();

    public void Dispose()
    {
        _stop.Dispose();
        _scene.Dispose();
    }

    [Fact]
    public async Task What_was_missed_is_made_up_for_at_the_start_once_and_late()
    {
        var subscription = _scene.DueInChannel();
        _scene.Time.Advance(TimeSpan.FromHours(3));
        var running = Run();
        await UntilAsync(() => Kept("state = 'Sent'") == 1);
        await EndAsync(running);
        await EndAsync(Run());
        Assert.Single(_scene.Discord.Messages);
        Assert.Equal(DeliveryScene.Slot.Due, _scene.Briefings.Orders[0].LateSince);
        Assert.Equal("Sent", _scene.Row(subscription.Id).State);
    }

    [Fact]
    public async Task A_machine_that_slept_for_three_days_sends_one()
    {
        _scene.DueInChannel();
        _scene.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(2));
        var running = Run();
        await UntilAsync(() => Kept("state = 'Sent'") == 1);
        await EndAsync(running);
        Assert.Single(_scene.Discord.Messages);
        Assert.Equal(DeliveryScene.Slot.Due.AddDays(3), Assert.Single(_scene.Briefings.Orders).LateSince);
    }

    [Fact]
    public async Task What_is_older_than_the_grace_time_is_not_sent_and_a_young_subscription_waits_for_its_first_time()
    {
        _scene.DueInChannel();
        _scene.Time.Advance(_scene.Options.Grace + TimeSpan.FromMinutes(1));
        _scene.Stored.Add(TemporaryDatabase.InChannel(FakeChannels.Guild, "9") with { Time = new TimeOnly(8, 0), Zone = "UTC" });
        _scene.Service(out var rounds);
        using (rounds)
        {
            await rounds.DeliverAsync(new BriefingTime(new TimeOnly(12, 30), "UTC"), default, default);
            await rounds.DeliverAsync(new BriefingTime(new TimeOnly(8, 0), "UTC"), default, default);
        }

        Assert.Empty(_scene.Discord.Messages);
        Assert.Equal(0, _scene.Stored.Count("delivery"));
    }

    [Fact]
    public async Task A_subscription_made_while_it_runs_is_followed_and_delivered_on_its_minute()
    {
        var running = Run();
        await UntilAsync(() => _service!.State == (true, "no subscriptions"));
        _scene.Stored.Add(TemporaryDatabase.InChannel(FakeChannels.Guild, "8") with { Time = new TimeOnly(12, 30), Zone = "UTC" });
        await UntilAsync(() => _service!.State == (true, "waiting for 1 time of day"));
        _scene.Time.Advance(TimeSpan.FromMinutes(30));
        await UntilAsync(() => Kept("state = 'Sent'") == 1);
        await EndAsync(running);
        Assert.Single(_scene.Discord.Messages);
        Assert.Null(_scene.Briefings.Orders[0].LateSince);
    }

    [Fact]
    public async Task A_subscription_that_another_process_made_within_the_minute_before_its_time_is_a_little_late_and_not_missed()
    {
        _scene.Stored.Add(TemporaryDatabase.InChannel(FakeChannels.Guild, "9") with { Time = new TimeOnly(18, 0), Zone = "UTC" });
        _scene.Time.Advance(TimeSpan.FromMinutes(29.5));
        var running = Run();
        await UntilAsync(() => _service!.State == (true, "waiting for 1 time of day"));
        await _scene.Time.WaitedForAsync(due => due == BriefingService.Look);
        _scene.Time.Advance(TimeSpan.FromSeconds(20));
        // Nothing in this process hears of it.
        _scene.Stored.StoreWith(_scene.Options).Subscribe(TemporaryDatabase.InChannel(FakeChannels.Guild, "8") with { Time = new TimeOnly(12, 30), Zone = "UTC" });
        _scene.Time.Advance(BriefingService.Look - TimeSpan.FromSeconds(20));
        await UntilAsync(() => Kept("state = 'Sent'") == 1);
        await EndAsync(running);
        Assert.Equal("8", Assert.Single(_scene.Discord.Messages).Channel);
        Assert.Null(_scene.Briefings.Orders[0].LateSince);
    }

    [Fact]
    public async Task A_subscription_that_was_made_before_its_time_and_stored_when_that_had_been_seen_to_is_delivered_by_the_next_look()
    {
        _scene.DueInChannel();
        var before = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DeliveryScene.Slot.Due - TimeSpan.FromMilliseconds(1));
        _scene.Service(out var rounds);
        using (rounds)
        {
            var at = new BriefingTime(new TimeOnly(12, 30), "UTC");
            await rounds.DeliverAsync(at, default, default);
            new SubscriptionStore(_scene.Stored.Database, _scene.Options, before)
                .Subscribe(TemporaryDatabase.InChannel(FakeChannels.Guild, "9") with { Time = at.Time, Zone = at.Zone });
            _scene.Time.Advance(BriefingService.Look);
            await rounds.DeliverAsync(at, default, default);
        }

        Assert.Equal(["8", "9"], _scene.Discord.Messages.Select(message => message.Channel));
    }

    [Fact]
    public async Task Two_processes_on_one_database_send_one_each_of_many()
    {
        for (var i = 0; i < 20; i++)
        {
            _scene.Stored.Add(TemporaryDatabase.InChannel($"{100 + i}", $"{200 + i}") with { Time = new TimeOnly(12, 30), Zone = "UTC" });
        }

        _scene.Time.Advance(TimeSpan.FromMinutes(30));
        _scene.Service(out var one, "one");
        _scene.Service(out var two, "two");
        using (one)
        using (two)
        {
            var at = new BriefingTime(new TimeOnly(12, 30), "UTC");
            await Task.WhenAll(Task.Run(() => one.DeliverAsync(at, default, default)), Task.Run(() => two.DeliverAsync(at, default, default)));
        }

        Assert.Equal(Enumerable.Range(200, 20).Select(channel => $"{channel}").Order(), _scene.Discord.Messages.Select(message => message.Channel).Order());
    }

    [Fact]
    public void First_ones_of_all_servers_come_before_second_ones()
    {
        foreach (var (guild, channel) in new[] { ("1", "10"), ("1", "11"), ("1", "12"), ("2", "20"), ("3", "30"), ("3", "31") })
        {
            _scene.Stored.Add(TemporaryDatabase.InChannel(guild, channel) with { Time = new TimeOnly(12, 30), Zone = "UTC" });
        }

        var due = new DueSubscriptions(_scene.Stored.Database, BriefingPlace.Discord);
        var channels = new List<string?>();
        DueSubscription? last = null;
        while (due.Page(new BriefingTime(new TimeOnly(12, 30), "UTC"), DeliveryScene.Slot, last, 2) is { Count: > 0 } page)
        {
            channels.AddRange(page.Select(each => each.Subscription.Place.Channel));
            last = page[^1];
        }

        Assert.Equal(["10", "20", "30", "11", "31", "12"], channels);
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_while_a_message_is_on_its_way_begins_no_second_one()
    {
        var subscription = _scene.DueInChannel();
        var onItsWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _scene.Discord.HoldAnswer = _ =>
        {
            onItsWay.TrySetResult();
            return answer.Task;
        };
        _scene.Service(out var rounds);
        using (rounds)
        {
            var at = new BriefingTime(new TimeOnly(12, 30), "UTC");
            var delivering = rounds.DeliverAsync(at, default, default);
            await onItsWay.Task.WaitAsync(Generous);
            _scene.Stored.Database.Write(connection => connection.Execute("UPDATE delivery SET free_at = 0"));
            await rounds.GoOnAsync(default, default);
            answer.SetResult();
            await delivering;
        }

        Assert.Single(_scene.Discord.Rest.Requests);
        Assert.Equal("Sent", _scene.Row(subscription.Id).State);
    }

    [Fact]
    public async Task Nothing_is_claimed_while_the_story_is_still_being_read()
    {
        _scene.DueInChannel();
        _scene.IsReady = false;
        _scene.Service(out var rounds);
        using (rounds)
        {
            var at = new BriefingTime(new TimeOnly(12, 30), "UTC");
            await rounds.DeliverAsync(at, default, default);
            Assert.Equal(0, _scene.Stored.Count("delivery"));
            _scene.IsReady = true;
            await rounds.DeliverAsync(at, default, default);
        }

        Assert.Single(_scene.Discord.Messages);
    }

    [Fact]
    public void Records_of_more_briefings_than_are_of_use_go_with_the_next_claim()
    {
        var subscription = _scene.DueInChannel();
        var ledger = _scene.Ledger();
        for (var days = 0; days <= DeliveryLedger.Kept; days++)
        {
            ledger.Silent(ledger.TryClaim(subscription, new BriefingSlot(DeliveryScene.Today.AddDays(days), DeliveryScene.Slot.Due.AddDays(days)))!);
        }

        Assert.Equal(DeliveryLedger.Kept, _scene.Stored.Count("delivery"));
        Assert.Null(_scene.Row(subscription.Id).State);
    }

    [Fact]
    public async Task A_clock_that_was_a_year_ahead_for_a_while_neither_doubles_a_briefing_nor_keeps_one_away()
    {
        var subscription = _scene.DueInChannel();
        var at = new BriefingTime(new TimeOnly(12, 30), "UTC");
        var due = DeliveryScene.Slot.Due;
        _scene.Service(out var rounds);
        using (rounds)
        {
            List<int> messages = [];
            foreach (var clock in new[] { due.AddMinutes(1), due.AddYears(1).AddHours(1), due.AddHours(2), due.AddDays(1).AddMinutes(2) })
            {
                _scene.Time.AdjustTime(clock);
                await rounds.DeliverAsync(at, default, default);
                messages.Add(_scene.Discord.Messages.Count);
            }

            Assert.Equal([1, 2, 2, 3], messages);
        }

        Assert.Equal(due.AddDays(2), Assert.Single(_scene.Stored.Store.Next(subscription, 1)));
        var report = Assert.Single(new DeliveryReports(_scene.Stored.Database, _scene.Time).All());
        Assert.Equal((DeliveryScene.Today.AddDays(1), due.AddDays(1).AddMinutes(2)), (report.Last!.Slot, report.LastSent));
    }

    private long Kept(string where) =>
        _scene.Stored.Database.Read(connection => connection.One($"SELECT count(*) FROM delivery WHERE {where}", row => row.GetInt64(0)));

    private BriefingService? _service;

    private async Task Run()
    {
        _service = _scene.Service(out var rounds);
        using (rounds)
        {
            await _service.RunAsync(_stop.Token);
        }
    }

    private async Task EndAsync(Task running)
    {
        await _stop.CancelAsync();
        await running.WaitAsync(Generous);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Generous);
        while (!holds())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
