using BriefingBot.Briefings;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Briefings;

/// <summary>One briefing a subscription and day, whatever happens on the way; Discord is a real socket, SQLite is SQLite.</summary>
public sealed class BriefingDeliveryTests : IDisposable
{
    private readonly DeliveryScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task What_is_due_is_sent_once_with_its_mark_as_nonce_and_counts_as_shown()
    {
        var subscription = _scene.DueInChannel();
        await DeliverAsync(subscription);
        await DeliverAsync(subscription);

        var message = Assert.Single(_scene.Discord.Messages);
        Assert.Equal("8", message.Channel);
        Assert.Equal((message.Marks[0], true), (message.Body["nonce"]!.GetValue<string>(), message.Body["enforce_nonce"]!.GetValue<bool>()));
        Assert.Equal(["passage 1"], _scene.Stored.Store.Shown(subscription.Id));
        Assert.Equal(("Sent", null), _scene.Row(subscription.Id));
        Assert.Equal("POST /channels/8/messages", Assert.Single(_scene.Discord.Rest.Requests).ToString());
        Assert.Equal(1, Kept("messages LIKE '[\"%' AND parts IS NULL AND shown IS NULL AND free_at IS NULL"));
    }

    [Fact]
    public async Task The_next_one_knows_what_was_shown_and_when_the_last_was_composed()
    {
        var subscription = _scene.DueInChannel();
        await DeliverAsync(subscription);
        var composed = _scene.Time.GetUtcNow();
        _scene.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(11));
        await _scene.Process().DeliverAsync(subscription, Tomorrow, default);
        var order = _scene.Briefings.Orders[1];
        Assert.Equal(composed, order.LastDelivered);
        Assert.Equal(["passage 1"], order.Shown);
        Assert.Equal(Tomorrow.Due, order.LateSince);
        Assert.Equal(2, _scene.Discord.Messages.Count);
    }

    [Fact]
    public async Task A_new_round_forgets_what_was_shown_before()
    {
        var subscription = _scene.DueInChannel();
        await DeliverAsync(subscription);
        _scene.Time.Advance(TimeSpan.FromDays(1));
        _scene.Briefings.Next = _ => SmallBriefings.Of("again", "passage 9") with { StartsOver = true, SaysAllShown = true };
        await _scene.Process().DeliverAsync(subscription, Tomorrow, default);
        Assert.Equal(["passage 9"], _scene.Stored.Store.Shown(subscription.Id));
    }

    [Fact]
    public async Task Nothing_to_say_is_settled_in_silence()
    {
        _scene.Briefings.Next = _ => null;
        var subscription = _scene.DueInChannel();
        await DeliverAsync(subscription);
        await DeliverAsync(subscription);
        Assert.Equal("Silent", _scene.Row(subscription.Id).State);
        Assert.Single(_scene.Briefings.Orders);
        Assert.Empty(_scene.Discord.Rest.Requests);
    }

    [Fact]
    public async Task A_snoozed_day_is_left_out()
    {
        var subscription = _scene.DueInChannel();
        _scene.Stored.Store.Snooze(subscription.Id, DeliveryScene.Today.AddDays(1));
        await DeliverAsync(subscription);
        Assert.Equal("Skipped", _scene.Row(subscription.Id).State);
        Assert.Empty(_scene.Discord.Messages);
    }

    [Fact]
    public async Task Of_many_processes_that_start_together_one_delivers()
    {
        var subscription = _scene.DueInChannel();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => _scene.Process($"process {i}").DeliverAsync(subscription, DeliveryScene.Slot, default))));
        Assert.Single(_scene.Discord.Messages);
        Assert.Single(_scene.Briefings.Orders);
    }

    [Fact]
    public async Task A_direct_message_opens_its_conversation_once()
    {
        var subscription = _scene.Due(TemporaryDatabase.ByMessage("5") with { Quiet = true });
        await DeliverAsync(subscription);
        _scene.Time.Advance(TimeSpan.FromDays(1));
        await _scene.Process().DeliverAsync(subscription, Tomorrow, default);
        Assert.Equal(["95", "95"], _scene.Discord.Messages.Select(message => message.Channel));
        Assert.Equal((1 << 15) | (1 << 12), _scene.Discord.Messages[0].Body["flags"]!.GetValue<int>());
        Assert.Single(_scene.Discord.Rest.Requests, request => request.Path == "/users/@me/channels");
    }

    [Fact]
    public async Task A_forum_gets_one_post_which_later_briefings_go_on_in()
    {
        _scene.Discord.MakeForum("8");
        _scene.Briefings.Parts = 2;
        var subscription = _scene.DueInChannel();
        await DeliverAsync(subscription);
        _scene.Time.Advance(TimeSpan.FromDays(1));
        await _scene.Process().DeliverAsync(subscription, Tomorrow, default);
        Assert.Equal(4, _scene.Discord.Messages.Count);
        Assert.Single(_scene.Discord.Messages.Select(message => message.Channel).Distinct());
        Assert.Single(_scene.Discord.Rest.Requests, request => request.Path == "/channels/8/threads");
    }

    [Fact]
    public async Task A_post_whose_beginning_was_not_answered_is_found_again()
    {
        _scene.Discord.MakeForum("8");
        var subscription = _scene.DueInChannel();
        _scene.Discord.Lose = request => request.Path.EndsWith("/threads", StringComparison.Ordinal) && request.Method == "POST" ? RestAnswer.Cut : null;
        await DeliverAsync(subscription);
        Assert.Equal("Failed", _scene.Row(subscription.Id).State);
        _scene.PassLease();
        await GoOnAsync(subscription);
        Assert.Equal("Sent", _scene.Row(subscription.Id).State);
        Assert.Single(_scene.Discord.Messages);
    }

    [Fact]
    public async Task A_message_that_was_posted_although_the_answer_was_an_error_is_not_sent_again_hours_later()
    {
        var subscription = _scene.DueInChannel();
        _scene.Discord.Lose = request => request.Method == "POST" ? RestAnswer.Page(502) : null;
        var delivering = DeliverAsync(subscription);
        foreach (var pause in new[] { 0.5, 1, 2 })
        {
            await _scene.Time.PassAsync(pause);
        }

        await delivering;
        Assert.Equal("Failed", _scene.Row(subscription.Id).State);
        _scene.Discord.Lose = _ => null;
        _scene.Time.Advance(TimeSpan.FromHours(2));
        _scene.Discord.ForgetNonces();
        _scene.Discord.Chatter("8", 250);
        await GoOnAsync(subscription);
        Assert.Equal(("Sent", null), _scene.Row(subscription.Id));
        Assert.Single(_scene.Discord.Messages, message => message.Marks.Count > 0);
        Assert.Equal(["passage 1"], _scene.Stored.Store.Shown(subscription.Id));
    }

    [Fact]
    public async Task A_message_that_certainly_was_not_posted_is_sent_again_without_reading_back()
    {
        var subscription = _scene.DueInChannel();
        _scene.Discord.Refuse = _ => RestAnswer.Error(400, 20028, "The write action you are performing on the channel has hit the write rate limit");
        await DeliverAsync(subscription);
        Assert.Equal("Failed", _scene.Row(subscription.Id).State);
        _scene.Discord.Refuse = _ => null;
        _scene.PassLease();
        await GoOnAsync(subscription);
        Assert.Equal("Sent", _scene.Row(subscription.Id).State);
        Assert.DoesNotContain(_scene.Discord.Rest.Requests, request => request.Method == "GET");
        Assert.Single(_scene.Briefings.Orders);
    }

    [Fact]
    public async Task Only_the_parts_that_are_missing_are_sent_again()
    {
        _scene.Briefings.Parts = 3;
        var subscription = _scene.DueInChannel();
        _scene.Discord.Refuse = request => request.Method == "POST" && request.Body.Contains("part 1", StringComparison.Ordinal) ? RestAnswer.Cut : null;
        var delivering = DeliverAsync(subscription);
        foreach (var pause in new[] { 0.5, 1, 2 })
        {
            await _scene.Time.PassAsync(pause);
        }

        await delivering;
        _scene.Discord.Refuse = _ => null;
        _scene.PassLease();
        await GoOnAsync(subscription);
        Assert.Equal("Sent", _scene.Row(subscription.Id).State);
        Assert.Equal(["part 0", "part 1", "part 2"], _scene.Discord.Messages.Select(message => message.Body.ToJsonString()).Select(text => text[text.IndexOf("part", StringComparison.Ordinal)..][..6]));
    }

    [Fact]
    public async Task Where_history_cannot_be_read_what_may_have_been_sent_counts_as_sent_and_that_is_told()
    {
        var subscription = _scene.DueInChannel();
        await AbandonAsync(subscription);
        _scene.Discord.Everybody &= ~(1UL << 16);
        _scene.PassLease();
        await GoOnAsync(subscription);
        Assert.Empty(_scene.Discord.Messages);
        Assert.Equal("Sent", _scene.Row(subscription.Id).State);
        Assert.Contains("Read Message History", _scene.Row(subscription.Id).Error, StringComparison.Ordinal);
        Assert.Equal(["passage 1"], _scene.Stored.Store.Shown(subscription.Id));
    }

    [Fact]
    public async Task An_empty_channel_that_can_be_read_gets_what_a_dead_process_had_stored()
    {
        var subscription = _scene.DueInChannel();
        await AbandonAsync(subscription);
        await GoOnAsync(subscription);
        Assert.Empty(_scene.Discord.Messages);
        _scene.PassLease();
        await GoOnAsync(subscription);
        Assert.Single(_scene.Discord.Messages);
        Assert.Single(_scene.Briefings.Orders);
    }

    [Fact]
    public async Task What_failed_until_the_grace_time_is_over_is_given_up()
    {
        var subscription = _scene.DueInChannel();
        _scene.Discord.Refuse = _ => RestAnswer.Error(400, 20028, "rate limit");
        await DeliverAsync(subscription);
        _scene.Time.Advance(_scene.Options.Grace + TimeSpan.FromMinutes(1));
        await GoOnAsync(subscription);
        await DeliverAsync(subscription);
        Assert.Equal("Failed", _scene.Row(subscription.Id).State);
        Assert.Empty(_scene.Ledger().Open(BriefingPlace.Discord, 10));
        Assert.Contains(_scene.Log.All, line => line.StartsWith("Error: ", StringComparison.Ordinal) && line.Contains("given up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_subscription_that_is_stopped_just_before_its_message_gets_none()
    {
        var subscription = _scene.DueInChannel();
        _scene.Briefings.Next = _ =>
        {
            _scene.Stored.Store.Pause(subscription.Id, new Pause(PauseReason.ByPerson, _scene.Time.GetUtcNow(), null));
            return SmallBriefings.Of("too late");
        };
        await DeliverAsync(subscription);
        Assert.Empty(_scene.Discord.Messages);
        Assert.Equal("Skipped", _scene.Row(subscription.Id).State);
    }

    [Fact]
    public async Task A_subscription_that_is_removed_while_it_is_being_sent_leaves_nothing_behind()
    {
        var subscription = _scene.DueInChannel();
        _scene.Discord.Hold = _ =>
        {
            _scene.Stored.Store.Remove(subscription.Id);
            return Task.CompletedTask;
        };
        await DeliverAsync(subscription);
        Assert.Single(_scene.Discord.Messages);
        Assert.Equal((0, 0), (_scene.Stored.Count("delivery"), _scene.Stored.Count("shown")));
    }

    [Fact]
    public async Task A_time_that_is_changed_before_the_claim_or_after_a_briefing_of_the_same_day_sends_no_second_one()
    {
        var subscription = _scene.DueInChannel();
        await DeliverAsync(subscription);
        var changed = _scene.Stored.Add(TemporaryDatabase.InChannel(FakeChannels.Guild, "8") with { Time = new TimeOnly(15, 0), Zone = "UTC" });
        Assert.Equal(subscription.Id, changed.Id);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 15, 0, 0, TimeSpan.Zero), _scene.Stored.Store.Next(changed, 1)[0]);
        _scene.Time.Advance(TimeSpan.FromHours(3));
        await DeliverAsync(subscription);
        await _scene.Process().DeliverAsync(changed, new BriefingSlot(DeliveryScene.Today, DeliveryScene.Slot.Due.AddHours(2.5)), default);
        Assert.Single(_scene.Discord.Messages);
    }

    [Fact]
    public async Task A_fault_in_composing_is_logged_by_its_kind_and_tried_again()
    {
        var subscription = _scene.DueInChannel();
        _scene.Briefings.Next = _ => throw new InvalidOperationException("The herring is blue.");
        await DeliverAsync(subscription);
        Assert.Contains("InvalidOperationException", _scene.Row(subscription.Id).Error, StringComparison.Ordinal);
        Assert.DoesNotContain(_scene.Log.All, line => line.Contains("herring", StringComparison.Ordinal));
        _scene.Briefings.Next = _ => SmallBriefings.Of("now it does");
        _scene.PassLease();
        await GoOnAsync(subscription);
        Assert.Single(_scene.Discord.Messages);
    }

    private static BriefingSlot Tomorrow => new(DeliveryScene.Today.AddDays(1), DeliveryScene.Slot.Due.AddDays(1));

    private Task DeliverAsync(Subscription subscription) => _scene.Process().DeliverAsync(subscription, DeliveryScene.Slot, default);

    private Task GoOnAsync(Subscription subscription) => _scene.Process("two").GoOnAsync(subscription.Id, DeliveryScene.Slot, default);

    /// <summary>A process that dies after it has stored what it would have sent.</summary>
    private Task AbandonAsync(Subscription subscription)
    {
        var ledger = _scene.Ledger("dead");
        var claim = ledger.TryClaim(subscription, DeliveryScene.Slot)!;
        var composed = _scene.Briefings.Compose(subscription, Order())!;
        var parts = _scene.Briefings.Render(composed.Reply, subscription, DeliveryScene.Today)
            .Select(body => System.Text.Json.JsonSerializer.Serialize(body, BriefingBot.Discord.Model.WireJson.Wire.MessageBody)).ToList();
        Assert.True(ledger.Store(claim, new StoredBriefing(parts, composed.Shown, false, false, _scene.Time.GetUtcNow())));
        return Task.CompletedTask;
    }

    private BriefingOrder Order() => new(null, null, new HashSet<string>(), null, false, false, null, _scene.Time.GetUtcNow(), TimeZoneInfo.Utc);

    private long Kept(string where) =>
        _scene.Stored.Database.Read(connection => connection.One($"SELECT count(*) FROM delivery WHERE {where}", row => row.GetInt64(0)));
}
