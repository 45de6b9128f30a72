using BriefingBot.Commands;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Commands;
using CsCheck;

namespace BriefingBot.Tests.Surfaces.Discord;

public class ButtonIdsTests
{
    private static readonly Gen<string> Value = Gen.OneOf(
        HostileText.Any,
        Gen.Select(Gen.OneOf("𝒳", "|", ":", "=", ";", "漢", "a "), Gen.Int[1, 200], (piece, count) => string.Concat(Enumerable.Repeat(piece, count))));

    [Fact]
    public void The_longest_requests_go_through_the_buttons_of_a_last_page_and_come_back() =>
        Gen.Select(Value, Value, Gen.Int[0, 2000]).Sample(
            (keyword, speaker, page) =>
            {
                var request = DiscordRepliesTests.Asked(
                    "quotes", ("keyword", Cut(keyword, 200)), ("speaker", Cut(speaker, 100)), ("kind", "paraphrase"), ("from", "2019-03-04"), ("to", "2019-03-31"));
                AssertComesBack(request!, page);
            },
            iter: 1000);

    [Fact]
    public void The_longest_request_of_every_command_with_pages_fits()
    {
        foreach (var command in CommandCatalog.Commands.Where(command => command.Group is null))
        {
            var values = command.Options.ToDictionary(option => option.Name, option => option.Type switch
            {
                OptionType.Boolean => "true",
                OptionType.Choice => option.Choices.MaxBy(choice => choice.Value.Length)!.Value,
                OptionType.Date => "2019-03-04",
                _ => new string('x', option.MaxLength),
            });
            AssertComesBack(CommandRequest.Check(command, values).Request!, 1999);
        }
    }

    [Fact]
    public void A_request_that_fits_needs_no_message()
    {
        var request = DiscordRepliesTests.Asked("quotes", ("keyword", "arms control"), ("speaker", "Jens Stoltenberg"))!;
        var sent = LastPage(request, 1);
        Assert.All(sent.Buttons.TakeLast(3), button => Assert.Equal(RequestText.Of(request, 1), ButtonIds.RequestIn(button.CustomId!, null)));
    }

    [Fact]
    public void A_button_tells_its_passage_and_how_it_read()
    {
        var (ids, _) = ButtonIds.Of([new ButtonId(ButtonAction.Why, 2, "0123456789ab", ButtonIds.ReadingOf("text", 7))], null);
        Assert.Equal(new ButtonId(ButtonAction.Why, 2, "0123456789ab", ButtonIds.ReadingOf("text", 7)), ButtonIds.Read(ids[0]));
        Assert.NotEqual(ButtonIds.ReadingOf("text", 7), ButtonIds.ReadingOf("text", 8));
        Assert.NotEqual(ButtonIds.ReadingOf("text", 7), ButtonIds.ReadingOf("Text", 7));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1n:")]
    [InlineData("2n:;")]
    [InlineData("1z:;")]
    [InlineData("1n5:;")]
    [InlineData("1c:;")]
    [InlineData("1c1-xyz-0:;")]
    [InlineData("1c1-0123456789ab0123456789ab-0:;")]
    [InlineData("1c99999999999-0-0:;")]
    [InlineData("briefing:snooze:12")]
    public void What_is_not_ours_is_not_read(string customId) => Assert.Null(ButtonIds.Read(customId));

    [Theory]
    [InlineData("")]
    [InlineData("quotes")]
    [InlineData("quotes|x|")]
    [InlineData("nonsense|0|")]
    [InlineData("quotes|0|")]
    [InlineData("quotes|0|keyword:9=short")]
    [InlineData("quotes|0|keyword:-1=short")]
    [InlineData("quotes|0|keyword=short:1")]
    [InlineData("quotes|0|keyword:1=akeyword:1=b")]
    [InlineData("quotes|0|other:1=a")]
    [InlineData("quotes|0|from:5=never")]
    [InlineData("quotes|0|keyword:1=a and more")]
    public void A_damaged_request_is_none(string text) => Assert.Null(RequestText.Read(text));

    private static void AssertComesBack(CommandRequest request, int page)
    {
        var sent = LastPage(request, page);
        sent.AssertAcceptable();
        var message = sent.Returned();
        Assert.Equal(5, sent.Buttons.Count);
        Assert.All(sent.Buttons, button =>
        {
            var read = RequestText.Read(ButtonIds.RequestIn(button.CustomId!, message)!)!;
            Assert.Equal(RequestText.Of(request, page), RequestText.Of(read, read.Page));
            Assert.Equal(page, read.Page);
        });
    }

    /// <summary>The fewest buttons that a message with pages has: one passage's and the pages'.</summary>
    private static Sent LastPage(CommandRequest request, int page) => Sent.Of(
        new Reply { Command = "quotes", Heading = "h", Page = new ReplyPage(page, 5, page + 2), Passages = [SamplePassages.Quoting() with { Id = "0123456789ab" }] }, request);

    private static string Cut(string text, int most)
    {
        var cut = Wording.Shortened(new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]), most).Trim();
        return cut.Length == 0 ? "x" : cut;
    }
}
