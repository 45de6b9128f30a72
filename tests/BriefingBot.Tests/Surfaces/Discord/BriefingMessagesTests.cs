using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Discord.Model;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Commands;
using CsCheck;

namespace BriefingBot.Tests.Surfaces.Discord;

public class BriefingMessagesTests
{
    private static readonly DateOnly Slot = new(2019, 3, 5);

    private static readonly Subscription Subscription = new()
    {
        Id = 42,
        Owner = "7",
        Place = new BriefingPlace(BriefingPlace.Discord, "1", "2"),
        Time = new TimeOnly(8, 30),
        Zone = "Europe/Zurich",
        Since = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void A_delivered_briefing_is_one_message_with_its_mark_in_every_button()
    {
        var sent = Sent.Of(Assert.Single(BriefingMessages.Of(Briefing(2, left: true), Subscription, Slot)));
        Assert.Equal(["Context", "Context", "More", "Snooze", "Stop"], sent.Buttons.Select(button => button.Label));
        Assert.All(sent.Buttons, button => Assert.EndsWith(":" + BriefingMark.Of(42, Slot, 0), button.CustomId, StringComparison.Ordinal));
        Assert.Equal(MessageFlags.ComponentsV2, sent.Body.Flags);
        sent.AssertAcceptable();
    }

    [Fact]
    public void A_preview_is_the_message_itself_under_a_mark_that_no_delivery_has()
    {
        var briefing = Briefing(2, left: true) with { Briefing = 42 };
        var (preview, delivered) = (Sent.Of(BriefingMessages.Preview(briefing)), Sent.Of(BriefingMessages.Of(briefing, Subscription, Slot)[0]));
        Assert.Equal(delivered.Texts, preview.Texts);
        Assert.Equal(delivered.Buttons.Select(button => button.Label), preview.Buttons.Select(button => button.Label));
        Assert.All(preview.Buttons, button => Assert.DoesNotContain(BriefingMark.Of(42, Slot, 0), button.CustomId!, StringComparison.Ordinal));
    }

    [Fact]
    public void More_is_offered_only_while_there_is_more_and_without_a_subscription_nothing_is_stopped()
    {
        Assert.Equal(["Context", "Snooze", "Stop"], Labels(BriefingMessages.Of(Briefing(1), Subscription, Slot)[0]));
        Assert.Equal(["Context", "More"], Labels(BriefingMessages.Preview(Briefing(1, left: true) with { Briefing = 0 })));
    }

    [Fact]
    public void A_briefing_that_shows_nothing_still_carries_its_mark()
    {
        var sent = Sent.Of(Assert.Single(BriefingMessages.Of(Briefing(0), Subscription, Slot)));
        Assert.Equal(["Snooze", "Stop"], sent.Buttons.Select(button => button.Label));
        sent.AssertAcceptable();
    }

    [Fact]
    public void Long_passages_are_split_over_messages_each_whole_and_each_marked_by_its_part()
    {
        var briefing = Briefing(5) with { Passages = [.. Enumerable.Range(0, 5).Select(i => SamplePassages.Plain($"Sentence {i} " + new string('x', 1500)) with { Id = $"{i}" })] };
        var messages = BriefingMessages.Of(briefing, Subscription, Slot);
        Assert.Equal(3, messages.Count);
        Assert.Equal([0, 1, 2, 3, 4], messages.SelectMany(message => Sent.Of(message).Texts).SelectMany(text => Enumerable.Range(0, 5).Where(i => text.Contains($"Sentence {i} " + new string('x', 1500), StringComparison.Ordinal))));
        for (var part = 0; part < messages.Count; part++)
        {
            Sent.Of(messages[part]).AssertAcceptable();
            Assert.All(Sent.Of(messages[part]).Buttons, button => Assert.EndsWith(":" + BriefingMark.Of(42, Slot, part), button.CustomId, StringComparison.Ordinal));
        }

        Assert.Contains("The briefing has 2 further messages.", Sent.Of(BriefingMessages.Preview(briefing)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_what_a_passage_is_to_the_one_before_and_what_belongs_to_it_stand_around_it()
    {
        var briefing = Briefing(2) with
        {
            Remarks = [new PassageRemark("New since 4 March 2019: 2 statements", null, "In the same passage: Otto Kern, paraphrase."), new PassageRemark(null, "The denial:", null)],
        };
        var texts = Sent.Of(BriefingMessages.Of(briefing, Subscription, Slot)[0]).Texts;
        Assert.StartsWith("### New since 4 March 2019: 2 statements\n**Jens", texts[1], StringComparison.Ordinal);
        Assert.EndsWith("\n-# In the same passage: Otto Kern, paraphrase.", texts[1], StringComparison.Ordinal);
        Assert.StartsWith("↳ The denial:\n**Jens", texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_Discord_refuses_can_be_built_whatever_the_articles_hold()
    {
        var passages = Gen.Select(HostileText.Any, HostileText.Any, HostileText.Lines, Gen.Int[0, 60], Gen.Int[0, 60], Gen.Bool, DiscordRepliesTests.Hostile).Array[0, 10];
        Gen.Select(passages, HostileText.Any, HostileText.Lines, HostileText.Any.Array[0, 15], Gen.Bool, Gen.Bool).Sample(
            (listed, heading, remark, notes, more, delivered) =>
            {
                var reply = Briefing(0, more) with
                {
                    Heading = heading,
                    Passages = [.. listed.DistinctBy(passage => passage.Id)],
                    Notes = notes,
                    Sections = [new(null, [new(null, remark), new("Late", remark) { Moment = DateTimeOffset.UnixEpoch }])],
                    Remarks = [.. listed.Select((_, i) => new PassageRemark(i % 3 == 0 ? remark : null, i % 3 == 1 ? remark : null, heading))],
                    Briefing = 1,
                };
                foreach (var message in delivered ? BriefingMessages.Of(reply, Subscription, Slot) : [BriefingMessages.Preview(reply)])
                {
                    var sent = Sent.Of(message);
                    sent.AssertAcceptable();
                    Assert.Contains(sent.Buttons, button => button.CustomId!.Contains(':', StringComparison.Ordinal));
                    Assert.All(sent.Texts, text => DiscordRepliesTests.AssertNobodyIsPinged(
                        System.Text.RegularExpressions.Regex.Replace(text, "<t:[0-9]+:[fD]>", "")));
                }
            },
            iter: 60);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bc")]
    [InlineData("bx0-1--:m")]
    [InlineData("bc1-x-0123-abc:m")]
    [InlineData("bm-1--:m")]
    [InlineData("1n:*who-said|0|;")]
    public void What_is_no_button_of_a_briefing_is_none(string id) => Assert.Null(BriefingButtonId.Read(id));

    [Fact]
    public void A_button_holds_what_it_needs()
    {
        var button = new BriefingButtonId(BriefingAction.Context, 3, long.MaxValue, "0123456789abcdef", "abcdef");
        var id = button.With(BriefingMark.Of(long.MaxValue, DateOnly.MaxValue, 9));
        Assert.InRange(id.Length, 1, 100);
        Assert.Equal(button, BriefingButtonId.Read(id));
    }

    private static Reply Briefing(int passages, bool left = false) => new()
    {
        Command = "briefing",
        Heading = "Briefing, 5 March 2019: The treaty",
        Total = 31,
        Page = new ReplyPage(0, 5, left ? 3 : 1),
        Sections = [new(null, [new(null, "12 of 31 statements")])],
        Passages = [.. Enumerable.Range(0, passages).Select(i => SamplePassages.Quoting() with { Id = $"{i}" })],
    };

    private static IEnumerable<string?> Labels(MessageBody message) => Sent.Of(message).Buttons.Select(button => button.Label);
}
