using System.Text.Json;
using BriefingBot.Discord.Model;
using BriefingBot.Search;
using BriefingBot.Surfaces.Discord;
using CsCheck;

namespace BriefingBot.Tests.Surfaces.Discord;

public class MessageWordsTests
{
    private const string Long =
        "So the whole morning went by with people arguing in this channel about what had been said in Brussels the other day, and I think that nobody has read the article to its end. ";

    [Theory]
    [InlineData("a danger to everybody", "a danger to everybody")]
    [InlineData("> **a danger** to ||everybody||\n-# small", "a danger to everybody small")]
    [InlineData("<@123> see https://news.example/a and [the *article*](https://news.example/b) <:smile:99> <t:1700000000:R>", "see and the article")]
    [InlineData("he said \"never -again\" speaker:him", "he said never again speaker him")]
    [InlineData("1\\. not \\*so\\*", "1. not so")]
    [InlineData("snake_case stays", "snake_case stays")]
    [InlineData("… !!! 😀", "")]
    [InlineData("  \n ", "")]
    [InlineData(null, "")]
    public void Words_are_what_people_read(string? content, string words) =>
        Assert.Equal(words, MessageWords.Of(new Message { Content = content }, 200));

    [Fact]
    public void Of_a_long_message_its_quotation_counts() =>
        Assert.Equal("cornerstone for European security", MessageWords.Of(new Message { Content = Long + "He called it a “cornerstone for European security”, not “fine”." }, 200));

    [Fact]
    public void Of_a_long_message_without_one_its_first_words_count()
    {
        var words = MessageWords.Of(new Message { Content = Long + Long }, 200);
        Assert.InRange(words.Length, 180, 200);
        Assert.StartsWith(words + " ", (Long + Long).Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_content_embeds_speak_and_then_components()
    {
        Component[] components = [new Container([new Section([new TextDisplay("from a component")], new Button(ButtonStyle.Link)), null!]), new ActionRow(null!)];
        Assert.Equal("Title Text", MessageWords.Of(new Message { Content = "", Embeds = [new Embed { Title = "Title", Description = "Text" }, null!], Components = components }, 200));
        Assert.Equal("from a component", MessageWords.Of(new Message { Components = components }, 200));
    }

    [Fact]
    public void Any_text_gives_words_that_fit_and_hold_no_operator()
    {
        var piece = Gen.OneOf(Gen.String, Gen.OneOf("“", "”", "\"", " -a", "speaker:x ", "kind:direct", "<@1>", "**", "[a](b)", "\uD83D\uDE00", "e\u0301", "\n> ", " "));
        piece.Array[0, 60].Select(string.Concat).Sample(text =>
        {
            var words = MessageWords.Of(new Message { Content = text }, 200);
            Assert.InRange(words.Length, 0, 200);
            var query = QueryReader.Read(words);
            return query is { Phrases.Count: 0, Without.Count: 0, Speakers.Count: 0, Kind: null };
        });
    }

    [Fact]
    public void A_forwarded_message_has_the_words_that_were_forwarded()
    {
        var forwarded = JsonSerializer.Deserialize(
            """{"id":"1","content":"","message_snapshots":[null,{},{"message":{"content":"","embeds":[{"title":"Title"}]}},{"message":{"content":"later"}}]}""",
            WireJson.Wire.Message)!;
        Assert.Equal("Title", MessageWords.Of(forwarded, 200));
        Assert.Equal("own words", MessageWords.Of(forwarded with { Content = "own words" }, 200));
    }
}
