using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;
using Microsoft.Data.Sqlite;

namespace BriefingBot.Tests.Briefings;

/// <summary>A database that refuses: full, or locked by somebody else.</summary>
public sealed class BriefingTroubleTests : IDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    private readonly DeliveryScene _scene = new(patience: TimeSpan.FromSeconds(1));

    public void Dispose() => _scene.Dispose();

    [Fact]
    public async Task On_a_full_disk_nothing_is_sent_nothing_is_lost_and_it_is_told_once()
    {
        var subscription = _scene.DueInChannel();
        _scene.Briefings.Next = _ => SmallBriefings.Of("long", [.. Enumerable.Range(0, 2000).Select(i => $"passage {i}")]);
        Fill();
        _scene.Service(out var rounds);
        using (rounds)
        {
            var at = new BriefingTime(new TimeOnly(12, 30), "UTC");
            await rounds.DeliverAsync(at, default, default);
            await rounds.GoOnAsync(default, default);
            await rounds.DeliverAsync(at, default, default);
            Assert.StartsWith("The disk is full", rounds.Trouble, StringComparison.Ordinal);
            Assert.Empty(_scene.Discord.Messages);
            Assert.Single(_scene.RoundsLog.All, line => line.StartsWith("Error: The disk is full", StringComparison.Ordinal));

            _scene.Stored.Database.MostPages = 1_000_000;
            _scene.PassLease();
            await rounds.DeliverAsync(at, default, default);
            await rounds.GoOnAsync(default, default);
            Assert.Null(rounds.Trouble);
        }

        Assert.Single(_scene.Discord.Messages);
        Assert.Equal("Sent", _scene.Row(subscription.Id).State);
    }

    [Fact]
    public async Task A_disk_that_fills_after_the_message_was_sent_leads_to_no_second_one()
    {
        var subscription = _scene.DueInChannel();
        _scene.Briefings.Next = _ => SmallBriefings.Of("long", [.. Enumerable.Range(0, 2000).Select(i => $"passage {i}")]);
        _scene.Discord.Hold = _ =>
        {
            Fill();
            return Task.CompletedTask;
        };
        _scene.Service(out var rounds);
        using (rounds)
        {
            await rounds.DeliverAsync(new BriefingTime(new TimeOnly(12, 30), "UTC"), default, default);
            Assert.NotNull(rounds.Trouble);
            Assert.Equal("Claimed", _scene.Row(subscription.Id).State);
            _scene.Discord.Hold = _ => Task.CompletedTask;
            _scene.Stored.Database.MostPages = 1_000_000;
            _scene.PassLease();
            await rounds.GoOnAsync(default, default);
        }

        Assert.Single(_scene.Discord.Messages);
        Assert.Equal("Sent", _scene.Row(subscription.Id).State);
        Assert.Equal(2000, _scene.Stored.Store.Shown(subscription.Id).Count);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_a_program_that_holds_the_database_and_what_was_sent_comes_no_second_time()
    {
        using var scene = new DeliveryScene(patience: TimeSpan.FromHours(1));
        var ids = Enumerable.Range(8, 3).Select(channel => scene.DueInChannel($"{channel}").Id).ToList();
        var posted = 0;
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        scene.Discord.HoldAnswer = request =>
        {
            Interlocked.Increment(ref posted);
            return answer.Task;
        };
        using var stop = new CancellationTokenSource();
        var service = scene.Service(out var rounds);
        using (rounds)
        {
            var running = Task.Run(() => service.RunAsync(stop.Token));
            await UntilAsync(() => Volatile.Read(ref posted) == ids.Count);
            using var other = new SqliteConnection($"Data Source={scene.Stored.Path};Pooling=False");
            other.Open();
            using var held = other.BeginTransaction(deferred: false);
            await stop.CancelAsync();
            answer.SetResult();
            await running.WaitAsync(Generous);
        }

        Assert.All(ids, id => Assert.Equal("Claimed", scene.Row(id).State));
        scene.PassLease();
        var next = scene.Process("next", new DeliveryLedger(new Database(scene.Stored.Path), "next", scene.Time));
        foreach (var id in ids)
        {
            await next.GoOnAsync(id, DeliveryScene.Slot, default);
        }

        Assert.All(ids, id => Assert.Equal("Sent", scene.Row(id).State));
        Assert.Equal(ids.Count, scene.Discord.Messages.Count);
    }

    [Fact]
    public async Task A_locked_database_delays_and_is_told()
    {
        var subscription = _scene.DueInChannel();
        _scene.Service(out var rounds);
        using (rounds)
        {
            var at = new BriefingTime(new TimeOnly(12, 30), "UTC");
            using (var other = new SqliteConnection($"Data Source={_scene.Stored.Path};Pooling=False"))
            {
                other.Open();
                using var locking = other.BeginTransaction(deferred: false);
                await rounds.DeliverAsync(at, default, default);
                Assert.StartsWith("The database is locked", rounds.Trouble, StringComparison.Ordinal);
            }

            await rounds.DeliverAsync(at, default, default);
            Assert.Null(rounds.Trouble);
        }

        Assert.Single(_scene.Discord.Messages);
        Assert.Equal("Sent", _scene.Row(subscription.Id).State);
    }

    [Fact]
    public async Task A_locked_database_is_told_while_it_is_still_waited_for()
    {
        using var scene = new DeliveryScene(patience: Generous);
        scene.DueInChannel();
        var service = scene.Service(out var rounds);
        using (rounds)
        {
            Task delivering;
            using (var other = new SqliteConnection($"Data Source={scene.Stored.Path};Pooling=False"))
            {
                other.Open();
                using var locking = other.BeginTransaction(deferred: false);
                delivering = Task.Run(() => rounds.DeliverAsync(new BriefingTime(new TimeOnly(12, 30), "UTC"), default, default));
                await UntilAsync(() =>
                {
                    scene.Time.Advance(TimeSpan.FromMilliseconds(10));
                    return service.State == (false, "The database is locked by another program: briefings wait until that is over.");
                });
                Assert.False(delivering.IsCompleted);
            }

            await delivering;
            Assert.Null(rounds.HeldUp);
        }

        Assert.Single(scene.Discord.Messages);
    }

    /// <summary>No page more than there are; those that are free are taken first.</summary>
    private void Fill()
    {
        _scene.Stored.Database.MostPages = 1_000_000;
        _scene.Stored.Database.MostPages = (int)_scene.Stored.Database.Read(connection => connection.One("PRAGMA page_count", row => row.GetInt64(0)));
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
