using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Search;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Surfaces.Discord;

/// <summary>Buttons over a real index; each press by a process that knows nothing but custom id and message.</summary>
public sealed class ReplyButtonsTests : IDisposable
{
    private const ulong Asker = 7;
    private const ulong Another = 8;

    private readonly TemporaryStory _story = new();

    public ReplyButtonsTests()
    {
        var anna = Said.Person("Anna Berg", "mayor of Northtown");
        var sentences = Enumerable.Range(1, 12).Select(i => $"Anna Berg said “the {i}. bridge is {new string((char)('a' + i), 6)}”.").ToList();
        _story.Add("bridges", string.Join('\n', sentences), "2019-03-04", [.. sentences.Select(sentence => new Said(sentence[15..^1], anna) { Mention = "Anna Berg" })]);
        _story.Add("note", "Nobody spoke.\nThe ferry sank in the harbour.\nIt was late.", "2019-03-05");
    }

    public void Dispose() => _story.Dispose();

    [Fact]
    public void Pages_are_turned_forth_and_back_in_the_message_itself()
    {
        var first = Ask("quotes", ("keyword", "bridge"), ("speaker", "Berg"));
        var second = Press(first, "Next");
        Assert.True(second.Updates);
        Assert.Equal("Page 2 of 3", Sent.Of(second.Message).Buttons[^2].Label);
        Assert.Equal(MessageFlags.ComponentsV2, second.Message.Flags);
        Assert.Equal(InteractionResponseType.UpdateMessage, second.Response.Type);
        var third = Press(Sent.Of(second.Message), "Next");
        Assert.Equal([false, true, true], Sent.Of(third.Message).Buttons.TakeLast(3).Select(button => button.Disabled is true));
        var back = Press(Sent.Of(Press(Sent.Of(third.Message), "Previous").Message), "Previous");
        Assert.Equal(first.Texts, Sent.Of(back.Message).Texts);
    }

    [Fact]
    public void Anybody_but_the_asker_gets_a_page_of_their_own()
    {
        var first = Ask("quotes", ("keyword", "bridge"));
        var answer = Press(first, "Next", presser: Another);
        Assert.False(answer.Updates);
        Assert.Equal(MessageFlags.ComponentsV2 | MessageFlags.Ephemeral, answer.Message.Flags);
        Assert.Equal("Page 2 of 3", Sent.Of(answer.Message).Buttons[^2].Label);
        Assert.True(Buttons().Press(first.Button("Next").CustomId!, first.Returned(Asker), isPrivate: true, new Snowflake(Another)).Updates);
        Assert.True(Buttons().Press(first.Button("Next").CustomId!, first.Returned(), isPrivate: false).Updates);
    }

    [Fact]
    public void Context_and_why_answer_the_presser_alone()
    {
        var sent = Ask("who-said", ("words", "gggggg"));
        var context = Press(sent, "Context");
        Assert.Equal(("context", false, MessageFlags.ComponentsV2 | MessageFlags.Ephemeral), (context.Command, context.Updates, context.Message.Flags!.Value));
        Assert.Contains("> **6** · Anna Berg said “the 6. bridge is gggggg”.", Sent.Of(context.Message).Text, StringComparison.Ordinal);
        Assert.Contains("\n**5** · Anna", Sent.Of(context.Message).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("has changed", Sent.Of(context.Message).Text, StringComparison.Ordinal);
        Assert.Contains("**Attribution** · likely (90 %)", Sent.Of(Press(sent, "Why this answer").Message).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_tells_the_words_that_matched_although_nothing_was_remembered() => Assert.Contains(
        "The sentence holds “ferry” and “sank”.",
        Sent.Of(Press(Ask("ask", ("question", "Which ferry sank?")), "Why this answer").Message).Text,
        StringComparison.Ordinal);

    [Fact]
    public void Why_tells_the_first_words_that_matched_of_a_question_that_two_buttons_cannot_hold()
    {
        var sent = Ask("ask", ("question", "Which ferry sank in the harbour? " + new string('x', 160)));
        Assert.Equal(2, sent.Buttons.Count);
        Assert.Contains("The sentence holds “ferry”, “sank” and “harbour”.", Sent.Of(Press(sent, "Why this answer").Message).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_that_changed_is_said_to_have_changed()
    {
        var sent = Ask("ask", ("question", "Which ferry sank?"));
        _story.Add("note", "It was early.\nNobody spoke.\nThe ferry sank in the harbour.", "2019-03-05");
        var text = Sent.Of(Press(sent, "Context").Message).Text;
        Assert.Contains("The article has changed since; this is how it reads now.", text, StringComparison.Ordinal);
        Assert.Contains("> **3** · The ferry sank in the harbour.", text, StringComparison.Ordinal);
        Assert.Contains("The article has changed since", Sent.Of(Press(sent, "Why this answer").Message).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_that_is_gone_is_said_to_be_gone()
    {
        var sent = Ask("ask", ("question", "Which ferry sank?"));
        _story.Index.Remove("note.txt");
        _story.Index.Refresh();
        Assert.Contains("no longer in this story", Sent.Of(Press(sent, "Context").Message).Text, StringComparison.Ordinal);
        Assert.Contains("no longer in this story", Sent.Of(Press(sent, "Why this answer").Message).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0n:*quotes|0|keyword:6=bridge;")]
    [InlineData("1n:;")]
    [InlineData("1n:*quotes|0|;")]
    [InlineData("1n:02quotes|0|keyw;")]
    [InlineData("snooze")]
    public void A_button_that_cannot_be_answered_gets_one_private_sentence(string customId)
    {
        var answer = Buttons().Press(customId, null, isPrivate: false);
        Assert.Equal([ReplyButtons.Outdated], Sent.Of(answer.Message).Texts);
        Assert.Equal(("button", false, true), (answer.Command, answer.Updates, answer.Failed));
        Assert.Equal(MessageFlags.ComponentsV2 | MessageFlags.Ephemeral, answer.Message.Flags);
    }

    [Fact]
    public void No_custom_id_and_no_message_makes_it_fail()
    {
        var buttons = Buttons();
        var sound = Ask("quotes", ("keyword", "bridge")).Buttons.Select(button => button.CustomId!).ToArray();
        var ids = Gen.OneOf(
            HostileText.Lines,
            Gen.OneOf(sound),
            Gen.Select(Gen.OneOf(sound), Gen.Int[0, 60], Gen.Char, (id, at, c) => at < id.Length ? id[..at] + c + id[(at + 1)..] : id),
            Gen.Select(Gen.OneOf(sound), Gen.Int[0, 60], (id, at) => id[..Math.Min(at, id.Length)] + ";"),
            Gen.Select(Gen.OneOf("1n:*", "1c1-0123456789ab-0:12", "1p:01", "1w1-0-0:*"), HostileText.Lines, (head, rest) => head + rest + ";"));
        Gen.Select(ids, ids.Array[0, 6]).Sample(
            (pressed, others) =>
            {
                var row = new ActionRow([.. others.Select(id => new Button(ButtonStyle.Secondary) { CustomId = id }), new Component()]);
                var message = new Message { Components = [new Container([row]), new ActionRow(null!), new Component()] };
                Sent.Of(buttons.Press(pressed, message, isPrivate: false).Message).AssertAcceptable();
            },
            iter: 1000);
    }

    private ReplyButtons Buttons() => new(new CommandRouter(_story.Index, null, TimeZoneInfo.Utc, NullLogger<CommandRouter>.Instance));

    private ButtonAnswer Press(Sent sent, string label, ulong presser = Asker) =>
        Buttons().Press(sent.Button(label).CustomId!, sent.Returned(Asker), isPrivate: false, new Snowflake(presser));

    private Sent Ask(string command, params (string Option, string Value)[] values)
    {
        var request = DiscordRepliesTests.Asked(command, values)!;
        var router = new CommandRouter(_story.Index, null, TimeZoneInfo.Utc, NullLogger<CommandRouter>.Instance);
        return Sent.Of(router.Answer(request), request);
    }
}
