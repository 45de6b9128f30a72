using BriefingBot.Briefings;
using BriefingBot.Storage;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Fakes;
using CsCheck;

namespace BriefingBot.Tests.Surfaces.Discord;

/// <summary>The buttons below a briefing, pressed long after it was sent.</summary>
public sealed class BriefingButtonsTests : IDisposable
{
    private readonly BriefedServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Context_shows_the_sentences_around_the_passage_to_whoever_presses()
    {
        var sent = Delivered();
        _server.Restart();
        var context = _server.Press(sent.Button("Context").CustomId!, by: 99);
        Assert.True(context.IsPrivate);
        Assert.Contains("Around sentence", context.Text, StringComparison.Ordinal);
        Assert.Contains("Rain fell on street", context.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("has changed", context.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Context_says_that_the_article_has_changed_or_is_gone()
    {
        var context = Delivered().Button("Context").CustomId!;
        var read = BriefingButtonId.Read(context)!;
        Assert.Contains("The article has changed since", _server.Press((read with { Reading = "000000" }).With("x")).Text, StringComparison.Ordinal);
        _server.Story.Index.Remove("ferry.txt");
        _server.Story.Index.Refresh();
        Assert.Equal("### That statement is no longer in this story.", _server.Press(context).Text);
    }

    [Fact]
    public void The_preview_is_the_message_itself_but_for_its_marks()
    {
        var preview = _server.Press(_server.Manage("subscribe", ("zone", "UTC")).Button("Preview").CustomId!);
        var delivered = Assert.Single(_server.Deliver(_server.Store.Find(1)!));
        Assert.True(preview.IsPrivate);
        Assert.Equal(delivered.Texts, preview.Texts);
        Assert.Equal(delivered.Buttons.Select(button => button.Label), preview.Buttons.Select(button => button.Label));
        Assert.All(preview.Buttons, button => Assert.EndsWith($":{BriefingMark.Of(0, DateOnly.MinValue, 0)}", button.CustomId, StringComparison.Ordinal));
        Assert.Equal(0, _server.Stored.Count("shown"));
    }

    [Fact]
    public void A_long_preview_goes_on_where_the_next_message_would()
    {
        _server.AddArticle("long", [.. Enumerable.Range(0, 3).Select(i => string.Concat(Enumerable.Repeat($"matter {(char)('p' + i)} went on for days, ", 70)))]);
        _server.Manage("subscribe", ("about", "matter"));
        var delivered = _server.Deliver(_server.Store.Find(1)!);
        Assert.InRange(delivered.Count, 2, 3);
        var sent = _server.Use("now");
        foreach (var message in delivered)
        {
            Assert.Equal(message.Texts, sent.Texts);
            sent = message == delivered[^1] ? sent : _server.Press(sent.Button("Continued").CustomId!);
        }

        Assert.Equal(["Snooze", "Stop"], sent.Buttons.TakeLast(2).Select(button => button.Label));
    }

    [Fact]
    public void More_goes_on_page_by_page_until_all_has_been_seen_and_changes_nothing()
    {
        _server.Manage("subscribe");
        var seen = new List<string>();
        for (var sent = _server.Use("now"); ; sent = _server.Press(sent.Button("More").CustomId!))
        {
            seen.AddRange(sent.Texts.Where(text => text.Contains("\n> ", StringComparison.Ordinal)));
            if (sent.Buttons.All(button => button.Label != "More"))
            {
                break;
            }
        }

        Assert.Equal(8, seen.Distinct().Count());
        Assert.Equal(8, seen.Count);
        Assert.Equal(0, _server.Stored.Count("shown"));
    }

    [Fact]
    public void More_under_a_delivered_briefing_shows_what_comes_after_it()
    {
        var delivered = Delivered();
        // Nothing of it has been noted as shown yet, so the first page is still this one.
        var same = _server.Press(delivered.Button("More").CustomId!, by: 99);
        Assert.True(same.IsPrivate);
        Assert.Equal(delivered.Texts.Skip(2), same.Texts.Skip(2));
        _server.NoteAsDelivered(_server.Store.Find(1)!);
        var next = _server.Press(delivered.Button("More").CustomId!, by: 99);
        Assert.Equal(["Context", "Context", "Context", "More", "Snooze", "Stop"], next.Buttons.Select(button => button.Label));
        Assert.Empty(next.Texts.Intersect(delivered.Texts.Where(text => text.Contains("\n> ", StringComparison.Ordinal))));
    }

    [Fact]
    public void Snooze_skips_exactly_the_next_also_when_two_press_it()
    {
        var sent = Delivered();
        foreach (var by in new ulong[] { 7, 12 })
        {
            var answer = _server.Press(sent.Button("Snooze").CustomId!, by, manages: true);
            Assert.True(answer.IsPrivate);
            // 7 March: the one of 6 March is skipped.
            Assert.Contains("comes again after it.", answer.Text, StringComparison.Ordinal);
            Assert.Contains("**Next** · <t:1551942000:f>", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(new DateOnly(2019, 3, 7), _server.Store.Find(1)!.SnoozedUntil);
        _server.Story.Time.Advance(TimeSpan.FromDays(2));
        Assert.Contains("**Next** · <t:1552114800:f>", _server.Press(sent.Button("Snooze").CustomId!, manages: true).Text, StringComparison.Ordinal);
        _server.Manage("resume");
        Assert.Null(_server.Store.Find(1)!.SnoozedUntil);
    }

    [Fact]
    public void Stop_pauses_and_says_how_to_go_on_and_how_to_be_forgotten()
    {
        var sent = Delivered();
        _server.Restart();
        var answer = _server.Press(sent.Button("Stop").CustomId!, by: 12, manages: true);
        Assert.True(answer.IsPrivate);
        Assert.Equal(
            "### Daily briefing 1 is stopped.\n/briefing resume id:1 makes it go on at once.\n/briefing unsubscribe id:1 forgets it.", answer.Plain);
        Assert.Equal(PauseReason.ByPerson, _server.Store.Find(1)!.Pause!.Reason);
        var at = _server.Store.Find(1)!.Pause!.At;
        _server.Story.Time.Advance(TimeSpan.FromHours(1));
        _server.Press(sent.Button("Stop").CustomId!, by: 12, manages: true);
        Assert.Equal(at, _server.Store.Find(1)!.Pause!.At);
        Assert.Contains("is paused already", _server.Press(sent.Button("Snooze").CustomId!, by: 12, manages: true).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Snooze")]
    [InlineData("Stop")]
    public void What_goes_wrong_is_logged_of_the_button_that_was_pressed(string label)
    {
        var id = Delivered().Button(label).CustomId!;
        _server.Stored.Database.Write(connection => connection.Execute("ALTER TABLE subscription RENAME TO elsewhere"));
        Assert.StartsWith("This did not work now: ", _server.Press(id, manages: true).Text, StringComparison.Ordinal);
        Assert.Contains($"“{label}” could not be carried out: ", Assert.Single(_server.RouterLog.All), StringComparison.Ordinal);
    }

    [Fact]
    public void Stop_ends_being_tried_again_daily()
    {
        var sent = Delivered();
        _server.Store.Pause(1, new Pause(PauseReason.NoAccess, _server.Story.Time.GetUtcNow(), null));
        _server.Press(sent.Button("Stop").CustomId!, manages: true);
        Assert.Equal(PauseReason.ByPerson, _server.Store.Find(1)!.Pause!.Reason);
    }

    [Theory]
    [InlineData("Snooze")]
    [InlineData("Stop")]
    public void A_servers_briefing_is_changed_only_by_who_manages_that_server(string label)
    {
        var id = Delivered().Button(label).CustomId!;
        var refused = _server.Press(id);
        Assert.True(refused.IsPrivate);
        Assert.Equal("That needs the permission Manage Server, since the briefing is the server’s.", refused.Text);
        Assert.Equal(refused.Text, _server.Press(id, manages: true, guild: "51").Text);
        Assert.Equal(refused.Text, _server.Press(id, guild: null).Text);
        Assert.Equal((null, null), (_server.Store.Find(1)!.Pause, _server.Store.Find(1)!.SnoozedUntil));
    }

    [Theory]
    [InlineData("Snooze")]
    [InlineData("Stop")]
    public void A_persons_own_is_changed_only_by_that_person(string label)
    {
        var id = Assert.Single(_server.Deliver(_server.Stored.Add(TemporaryDatabase.ByMessage("7")))).Button(label).CustomId!;
        Assert.Equal("Only whoever gets this briefing can do that.", _server.Press(id, by: 8, manages: true).Text);
        Assert.Null(_server.Store.Find(1)!.Pause);
        Assert.DoesNotContain("Only whoever", _server.Press(id, guild: null).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("More")]
    [InlineData("Snooze")]
    [InlineData("Stop")]
    public void Of_a_subscription_that_is_gone_it_is_said_so(string label)
    {
        var sent = Delivered();
        _server.Store.Remove(1);
        var answer = _server.Press(sent.Button(label).CustomId!, manages: true);
        Assert.True(answer.IsPrivate);
        Assert.Equal("That daily briefing has been ended.", answer.Text);
    }

    [Fact]
    public void What_others_subscribed_to_is_shown_to_nobody_else()
    {
        _server.Stored.Add(TemporaryDatabase.ByMessage("12", "illness"));
        _server.Stored.Add(TemporaryDatabase.InChannel("51", "80", "strike"));
        foreach (var action in new[] { BriefingAction.More, BriefingAction.Preview, BriefingAction.Continued })
        {
            foreach (var id in new[] { 1, 2 })
            {
                var answer = _server.Press(new BriefingButtonId(action, 0, id).With("0.0.0"), manages: true);
                Assert.Equal("That daily briefing has been ended.", answer.Text);
            }
        }
    }

    [Fact]
    public void Forged_and_broken_custom_ids_get_one_private_answer_and_change_nothing()
    {
        var sound = Delivered().Buttons.Select(button => button.CustomId!).Append(new BriefingButtonId(BriefingAction.Preview, 0, 1).With("0.0.0")).ToArray();
        var ids = Gen.OneOf(
            HostileText.Lines,
            Gen.Select(Gen.OneOf(sound), Gen.Int[0, 60], Gen.Char, (id, at, c) => at < id.Length ? id[..at] + c + id[(at + 1)..] : id),
            Gen.Select(Gen.OneOf(sound), Gen.Int[0, 60], (id, at) => id[..Math.Min(at, id.Length)]),
            Gen.Select(Gen.OneOf("bm0-1-", "bc1-0-", "bz0-0--:", "bs0-9223372036854775808--:", "bm2147483647-1--:", "bm2147483648-1--:"), HostileText.Lines, (head, rest) => head + rest));
        ids.Sample(id => Assert.True(_server.Press(id).IsPrivate), iter: 100, threads: 1);
        Assert.Equal((null, null), (_server.Store.Find(1)!.Pause, _server.Store.Find(1)!.SnoozedUntil));
    }

    [Theory]
    [InlineData("bz0-1--:x")]
    [InlineData("bs0-1--:x")]
    [InlineData("bm0-1--:x")]
    [InlineData("bp0-1--:x")]
    public void A_bot_in_which_nothing_was_stored_opens_no_database(string id)
    {
        Assert.Equal("That daily briefing has been ended.", _server.Press(id, manages: true).Text);
        Assert.False(_server.Stored.Database.Exists);
    }

    [Fact]
    public void Every_custom_id_is_read_as_it_was_written() =>
        Gen.Select(Gen.Enum<BriefingAction>(), Gen.Int[0, int.MaxValue], Gen.Long[0, long.MaxValue], Gen.Bool).Sample((action, number, subscription, isPassage) =>
        {
            var id = new BriefingButtonId(action, number, subscription, isPassage ? "0123456789abcdef" : "", isPassage ? "abc123" : "");
            var written = id.With(new string('z', BriefingMark.Longest));
            Assert.InRange(written.Length, 1, ButtonIds.Longest);
            Assert.Equal(id, BriefingButtonId.Read(written));
            Assert.Null(ButtonIds.Read(written));
            Assert.Null(BriefingButtonId.Read("1n:;"));
        });

    /// <summary>The briefing of this channel, made by person 7.</summary>
    private Sent Delivered()
    {
        _server.Manage("subscribe", ("zone", "Europe/Zurich"));
        return Assert.Single(_server.Deliver(_server.Store.Find(1)!));
    }
}
