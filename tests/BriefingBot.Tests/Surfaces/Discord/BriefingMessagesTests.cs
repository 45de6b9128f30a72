using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Discord.Model;
using BriefingBot.Search;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Commands;
using CsCheck;

namespace BriefingBot.Tests.Surfaces.Discord;

public class BriefingMessagesTests
{
    private static readonly DateOnly Day = new(2019, 3, 5);

    private static readonly Subscription Daily = new()
    {
        Id = 12,
        Owner = "7",
        Place = new BriefingPlace(BriefingPlace.Discord, "50", "8"),
        Time = new TimeOnly(8, 0),
        Zone = "UTC",
        Since = DateTimeOffset.UnixEpoch,
    };

    private static readonly Reply Briefing = new()
    {
        Command = "briefing",
        Heading = "Briefing, 5 March 2019: The treaty",
        Sections = [new(null, [new(null, "2 of 31 statements")])],
        Total = 31,
        Page = new ReplyPage(0, 2, 16),
        Passages = [SamplePassages.Quoting() with { Id = "0123456789abcdef" }, SamplePassages.Plain("Nobody spoke.") with { Id = "fedcba9876543210" }],
        Remarks = [new PassageRemark("New since 4 March 2019: 1 statement", null, null), new PassageRemark(null, "The denial:", "In the same passage: Washington, paraphrase.")],
        Notes = ["New in the story, too: “A note”."],
    };

    [Fact]
    public void A_briefing_has_its_heading_its_passages_and_its_buttons()
    {
        var sent = Sent.Of(Assert.Single(BriefingMessages.Of(Briefing, Daily, Day)));
        Assert.Equal(
            [
                "### Briefing, 5 March 2019: The treaty\n2 of 31 statements",
                "### New since 4 March 2019: 1 statement\n**Jens Stoltenberg, NATO Secretary-General** · partly quoted\n"
                    + "> In Brussels, Jens Stoltenberg called it **a “__cornerstone__ for European security.”**\n"
                    + "-# Putin suspends the INF Treaty · 4 March 2019 · sentence 7",
                "The denial:\n> Nobody spoke.\n-# [A note](<https://news.example/a>) · added <t:1767396600:D> · sentence 7\n-# In the same passage: Washington, paraphrase.",
                "-# New in the story, too: “A note”.",
            ],
            sent.Texts);
        Assert.Equal(["Context", "Context", "More", "Snooze", "Stop"], sent.Buttons.Select(button => button.Label));
        Assert.Equal(MessageFlags.ComponentsV2, sent.Body.Flags);
        sent.AssertAcceptable();
    }

    [Fact]
    public void What_is_long_goes_on_in_further_messages_that_each_bear_their_mark()
    {
        var messages = BriefingMessages.Of(Long(6), Daily, Day).Select(Sent.Of).ToList();
        Assert.InRange(messages.Count, 2, 6);
        Assert.StartsWith("### Briefing, 5 March 2019", messages[0].Text, StringComparison.Ordinal);
        Assert.All(messages.Skip(1), sent => Assert.StartsWith("-# continued\n", sent.Text, StringComparison.Ordinal));
        Assert.All(messages.SkipLast(1), sent => Assert.DoesNotContain(sent.Buttons, button => button.Label != "Context"));
        Assert.Equal(["More", "Snooze", "Stop"], messages[^1].Buttons.TakeLast(3).Select(button => button.Label));
        AssertMarked(messages);
        // Nothing is cut where another message has room.
        Assert.DoesNotContain(messages, sent => sent.Text.Contains('…', StringComparison.Ordinal));
    }

    [Fact]
    public void A_claim_and_its_denial_stand_in_one_message()
    {
        var pairs = Long(8) with { Remarks = [.. Enumerable.Range(0, 8).Select(i => new PassageRemark(null, i % 2 == 0 ? null : "The denial:", null))] };
        var messages = BriefingMessages.Of(pairs, Daily, Day).Select(Sent.Of).ToList();

        Assert.InRange(messages.Count, 2, 4);
        Assert.All(messages, sent => Assert.Equal(0, sent.Buttons.Count(button => button.Label == "Context") % 2));
        Assert.All(messages, sent => sent.AssertAcceptable());
    }

    [Fact]
    public void The_preview_of_several_messages_leads_from_one_to_the_next()
    {
        var messages = BriefingMessages.Of(Long(6), Daily, Day).Select(Sent.Of).ToList();
        for (var part = 0; part < messages.Count; part++)
        {
            var preview = Sent.Of(BriefingMessages.Preview(Long(6) with { Briefing = 12, Private = true }, part));
            preview.AssertAcceptable();
            Assert.True(preview.IsPrivate);
            Assert.Equal(messages[part].Texts, preview.Texts);
            if (part < messages.Count - 1)
            {
                Assert.Equal(new BriefingButtonId(BriefingAction.Continued, 0, 12, $"{part + 1}"), BriefingButtonId.Read(preview.Button("Continued").CustomId!));
            }
        }
    }

    [Fact]
    public void One_that_shows_nothing_can_be_stopped_all_the_same_and_bears_its_mark()
    {
        var allShown = Briefing with { Passages = [], Remarks = [], Notes = [], Page = ReplyPage.Only };
        var sent = BriefingMessages.Of(allShown, Daily, Day).Select(Sent.Of).ToList();
        Assert.Equal(["Snooze", "Stop"], Assert.Single(sent).Buttons.Select(button => button.Label));
        AssertMarked(sent);
    }

    [Fact]
    public void Nobodys_has_nothing_to_stop()
    {
        var preview = Sent.Of(DiscordReplies.Message(Briefing with { Briefing = 0 }, null));
        Assert.Equal(["Context", "Context", "More"], preview.Buttons.Select(button => button.Label));
        preview.AssertAcceptable();
    }

    [Fact]
    public void Nothing_that_Discord_refuses_can_be_built_whatever_the_articles_hold()
    {
        var remarks = Gen.Select(HostileText.Any, HostileText.Any, Gen.Int[0, 7], (above, below, which) => new PassageRemark(
            (which & 1) == 0 ? null : above, (which & 2) == 0 ? null : below, (which & 4) == 0 ? null : above + below));
        var replies = Gen.Select(DiscordRepliesTests.Passages.Array[0, 10], remarks.Array[0, 10], HostileText.Any, HostileText.Any.Array[0, 14], Gen.Bool, (passages, around, heading, notes, flag) => new Reply
        {
            Command = "briefing",
            Heading = heading,
            Passages = passages,
            Remarks = around,
            Notes = notes,
            Private = flag,
            Page = new ReplyPage(0, 5, flag ? 2 : 1),
            Sections = [new(null, [.. notes.Select(note => new ReplyLine(flag ? null : heading, note))])],
        });
        Gen.Select(replies, Gen.Long[1, long.MaxValue]).Sample(
            (reply, id) =>
            {
                var subscription = Daily with { Id = id };
                var messages = BriefingMessages.Of(reply, subscription, DateOnly.MaxValue).Select(Sent.Of).ToList();
                Assert.All(messages, AssertSound);
                Assert.All(messages.Select((_, part) => Sent.Of(BriefingMessages.Preview(reply with { Briefing = id }, part))), AssertSound);
                AssertMarked(messages, subscription, DateOnly.MaxValue);
                Assert.Equal(reply.Passages.Count, messages.Sum(sent => sent.Buttons.Count(button => button.Label == "Context")));
            },
            iter: 12);
    }

    private static void AssertSound(Sent sent)
    {
        sent.AssertAcceptable();
        Assert.All(sent.Texts, DiscordRepliesTests.AssertNobodyIsPinged);
    }

    private static void AssertMarked(IReadOnlyList<Sent> messages, Subscription? subscription = null, DateOnly? day = null)
    {
        foreach (var (sent, part) in messages.Select((sent, part) => (sent, part)))
        {
            Assert.NotEmpty(sent.Buttons);
            Assert.All(sent.Buttons, button => Assert.EndsWith($":{BriefingMark.Of((subscription ?? Daily).Id, day ?? Day, part)}", button.CustomId, StringComparison.Ordinal));
        }
    }

    /// <summary>Passages of about a thousand characters each.</summary>
    private static Reply Long(int passages) => Briefing with
    {
        Remarks = [],
        Passages = [.. Enumerable.Range(0, passages).Select(i => Passage(i))],
    };

    private static Passage Passage(int number)
    {
        var filler = string.Concat(Enumerable.Repeat("and so it went on and on for days, ", 30));
        return SamplePassages.Quoting($"{filler}he called it a cornerstone.", "a cornerstone") with { Id = $"{number:x16}" };
    }
}
