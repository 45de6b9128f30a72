using System.Text;
using BriefingBot.Briefings;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Storage;

/// <summary>Subscriptions as they are made, changed, paused and forgotten, on real SQLite.</summary>
public sealed class SubscriptionStoreTests : IDisposable
{
    private readonly TemporaryDatabase _stored = new();

    public void Dispose() => _stored.Dispose();

    [Fact]
    public void What_was_asked_for_is_kept_as_asked()
    {
        var wanted = new NewSubscription(
            "5", new BriefingPlace(BriefingPlace.Discord, "7", "8"), new TimeOnly(23, 59), "Pacific/Kiritimati", "the “treaty”; DROP TABLE", "Ilves", Quiet: true, Again: true);
        var made = _stored.Store.Subscribe(wanted);
        Assert.Equal(SubscribeOutcome.Made, made.Outcome);
        Assert.Equal(
            new Subscription
            {
                Id = 1,
                Owner = "5",
                Place = wanted.Place,
                Time = wanted.Time,
                Zone = wanted.Zone,
                About = wanted.About,
                Speaker = "Ilves",
                Quiet = true,
                Again = true,
                Since = TemporaryDatabase.Noon,
            },
            _stored.StoreWith(new BriefingOptions()).Find(1));
    }

    [Fact]
    public void The_same_place_subject_and_speaker_change_the_time_and_end_a_pause()
    {
        var first = _stored.Add(TemporaryDatabase.InChannel("7", "8", "treaty"));
        _stored.Store.Pause(first.Id, new Pause(PauseReason.NoAccess, TemporaryDatabase.Noon, null));
        _stored.Time.Advance(TimeSpan.FromHours(1));
        var again = _stored.Store.Subscribe(TemporaryDatabase.InChannel("7", "8", "Treaty", owner: "6") with { Time = new TimeOnly(9, 30), Zone = "UTC" });
        Assert.Equal(SubscribeOutcome.Changed, again.Outcome);
        Assert.Equal(
            first with { About = "treaty", Owner = "6", Time = new TimeOnly(9, 30), Zone = "UTC", Since = _stored.Time.GetUtcNow() }, again.Subscription);
        Assert.Single(_stored.Store.OfGuild("7"));
    }

    [Fact]
    public void Another_place_subject_speaker_or_person_is_another_subscription()
    {
        _stored.Add(TemporaryDatabase.InChannel("7", "8"));
        Assert.Equal(SubscribeOutcome.Made, _stored.Store.Subscribe(TemporaryDatabase.InChannel("7", "9")).Outcome);
        Assert.Equal(SubscribeOutcome.Made, _stored.Store.Subscribe(TemporaryDatabase.InChannel("7", "8", "treaty")).Outcome);
        Assert.Equal(SubscribeOutcome.Made, _stored.Store.Subscribe(TemporaryDatabase.InChannel("7", "8") with { Speaker = "Ilves" }).Outcome);
        Assert.Equal(SubscribeOutcome.Made, _stored.Store.Subscribe(TemporaryDatabase.ByMessage("5")).Outcome);
        Assert.Equal(SubscribeOutcome.Made, _stored.Store.Subscribe(TemporaryDatabase.ByMessage("6")).Outcome);
        Assert.Equal(6, _stored.Count("subscription"));
    }

    [Fact]
    public void A_server_and_a_person_have_no_more_than_allowed_but_may_still_change_what_they_have()
    {
        var store = _stored.StoreWith(new BriefingOptions { MaxPerServer = 2, MaxPerPerson = 1 });
        store.Subscribe(TemporaryDatabase.InChannel("7", "1"));
        store.Subscribe(TemporaryDatabase.InChannel("7", "2"));
        Assert.Equal(new SubscribeResult(SubscribeOutcome.TooMany, null, 2), store.Subscribe(TemporaryDatabase.InChannel("7", "3")));
        Assert.Equal(SubscribeOutcome.Changed, store.Subscribe(TemporaryDatabase.InChannel("7", "2")).Outcome);
        Assert.Equal(SubscribeOutcome.Made, store.Subscribe(TemporaryDatabase.InChannel("8", "1")).Outcome);

        Assert.Equal(SubscribeOutcome.Made, store.Subscribe(TemporaryDatabase.ByMessage("5")).Outcome);
        Assert.Equal(new SubscribeResult(SubscribeOutcome.TooMany, null, 1), store.Subscribe(TemporaryDatabase.ByMessage("5", "treaty")));
        Assert.Equal(SubscribeOutcome.Changed, store.Subscribe(TemporaryDatabase.ByMessage("5")).Outcome);
    }

    [Fact]
    public async Task The_cap_holds_when_many_ask_at_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            _stored.StoreWith(new BriefingOptions { MaxPerServer = 5 }).Subscribe(TemporaryDatabase.InChannel("7", $"{i}")))));
        Assert.Equal(5, results.Count(result => result.Outcome == SubscribeOutcome.Made));
        Assert.Equal(5, _stored.Count("subscription"));
    }

    [Fact]
    public void A_pause_keeps_its_reason_and_resuming_starts_from_now()
    {
        var id = _stored.Add(TemporaryDatabase.ByMessage("5")).Id;
        var pause = new Pause(PauseReason.DirectMessagesClosed, TemporaryDatabase.Noon, "Allow direct messages.");
        _stored.Store.Pause(id, pause);
        _stored.Store.Snooze(id, new DateOnly(2026, 3, 5));
        Assert.Equal((pause, new DateOnly(2026, 3, 5)), (_stored.Store.Find(id)!.Pause, _stored.Store.Find(id)!.SnoozedUntil));
        _stored.Time.Advance(TimeSpan.FromDays(1));
        _stored.Store.Resume(id);
        var resumed = _stored.Store.Find(id)!;
        Assert.Equal((null, null, _stored.Time.GetUtcNow()), (resumed.Pause, resumed.SnoozedUntil, resumed.Since));
    }

    [Fact]
    public void Erasing_a_person_takes_their_own_subscriptions_and_their_name_from_those_of_servers()
    {
        _stored.Add(TemporaryDatabase.ByMessage("5"));
        _stored.Add(TemporaryDatabase.ByMessage("5", "treaty"));
        var other = _stored.Add(TemporaryDatabase.ByMessage("6"));
        var server = _stored.Add(TemporaryDatabase.InChannel("7", "8", owner: "5"));
        Assert.Equal(3, _stored.Store.Erase("5"));
        Assert.Equal(0, _stored.Store.Erase("5"));
        Assert.Empty(_stored.Store.OfOwner("5"));
        Assert.Empty(_stored.Store.OfOwner(""));
        Assert.Equal([server with { Owner = "" }], _stored.Store.OfGuild("7"));
        Assert.Equal(other, _stored.Store.Find(other.Id));
    }

    [Theory]
    [InlineData("erased")]
    [InlineData("ended")]
    [InlineData("left")]
    public void What_is_forgotten_stands_nowhere_in_the_files_any_more(string how)
    {
        const string person = "300000000000000041";
        var own = _stored.Add(TemporaryDatabase.ByMessage(person, "the harbour dues")).Id;
        var server = _stored.Add(TemporaryDatabase.InChannel("1100000000000000007", "8", owner: person)).Id;
        foreach (var id in new[] { own, server })
        {
            _stored.Store.Snooze(id, new DateOnly(2026, 3, 5));
            _stored.Store.Resume(id);
        }

        Assert.NotEqual(0, FilesWith(person));
        switch (how)
        {
            case "erased":
                _stored.Store.Erase(person);
                break;
            case "ended":
                _stored.Store.Remove(own);
                _stored.Store.Remove(server);
                break;
            default:
                _stored.Store.Erase(person);
                new ServerRecords(_stored.Database).Forget("1100000000000000007");
                Assert.Equal(0, FilesWith("1100000000000000007"));
                break;
        }

        Assert.Equal((0, 0), (FilesWith(person), FilesWith("the harbour dues")));
    }

    [Fact]
    public void Everybody_who_listens_hears_of_each_change()
    {
        var heard = 0;
        _stored.Store.Changed += () => heard++;
        var id = _stored.Add(TemporaryDatabase.ByMessage("5")).Id;
        _stored.Store.Snooze(id, new DateOnly(2026, 3, 5));
        Assert.True(_stored.Store.Remove(id));
        Assert.False(_stored.Store.Remove(id));
        Assert.Equal(4, heard);
        Assert.Null(_stored.Store.Find(id));
    }

    [Fact]
    public void The_next_briefings_leave_out_snoozed_days()
    {
        var id = _stored.Add(TemporaryDatabase.InChannel("7", "8")).Id;
        _stored.Store.Snooze(id, new DateOnly(2026, 3, 4));
        Assert.Equal(
            [new DateTimeOffset(2026, 3, 4, 7, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 5, 7, 0, 0, TimeSpan.Zero)],
            _stored.Store.Next(_stored.Store.Find(id)!, 2));
    }

    /// <summary>The database and what SQLite keeps beside it.</summary>
    private int FilesWith(string text) => Directory.GetFiles(Path.GetDirectoryName(_stored.Path)!).Count(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });
}
