using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;
using CsCheck;

namespace BriefingBot.Tests.Quotes.Casts;

public class HostileCastTests
{
    private static readonly string[] Parts =
    [
        "Trump", "Mr.", "said", ",", " ", " ", "He", "’s", "’", "(", ")", "the", "a", "spokesman", "for", "of", "and", "\n", "“", "”",
        "\ud83d", "NATO", "May", "Will", ".", "who", "President", "Jr.", "Secretary", "Joint", "al-Assad", "both", "two", "generals",
            "Jae-in", "called", "posts as", "x_1", "Growers", "Medical", "The", "van der", "say", "Granny", "left",
    ];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[0, 400],
        Gen.OneOf("Trump", "Mr.", "said", ",", " ", " ", "He", "’s", "’", "(", ")", "the", "a", "spokesman", "for", "of", "and", "\n", "“", "”",
            "\ud83d", "NATO", "May", "Will", ".", "who", "President", "Jr.", "Secretary", "Joint", "al-Assad", "both", "two", "generals",
            "Jae-in", "called", "posts as", "x_1", "Growers", "Medical", "The", "van der", "say", "Granny", "left",
            "Tern", "Loma", "“Skip” ", " “the Hammer” ", "Ole", "KC", "61", "the 61-year-old", "A", "doctor", "Ohio", "Republican", "Laboratories", "maker", "Agent in Charge", "last night", ", 24,", "\n\n")
            .Array[0, 120].Select(words => string.Concat(words.Select(word => word + (word.Length > 2 ? " " : "")))));

    [Fact]
    public void Any_text_and_any_spans_are_good_input() =>
        Gen.Select(AnyText, Gen.Int[0, 400], Gen.Int[0, 60], Gen.Int[0, 400]).Sample((text, start, length, content) =>
        {
            var cast = Cast.Of(new ArticleText(text));
            start = Math.Min(start, text.Length);
            var mention = new TextSpan(start, Math.Min(length, text.Length - start));
            var source = cast.Resolve(mention, new TextSpan(Math.Min(content, text.Length), 0));
            Assert.Equal(source.Name is null, source.Speakers.Count == 0);
            Assert.InRange(source.Confidence, 0, 1);
            Assert.All(source.Speakers, speaker => Assert.Contains(speaker, cast.Members));
            Assert.All(cast.Members, member => Assert.All(member.Mentions, span => Assert.InRange(span.End, span.Start, text.Length)));
        });

    [Fact]
    public void The_same_text_gives_the_same_cast() =>
        AnyText.Sample(text => Assert.Equal(
            Cast.Of(new ArticleText(text)).Members.Select(member => member.Name + string.Join(';', member.Roles)),
            Cast.Of(new ArticleText(text)).Members.Select(member => member.Name + string.Join(';', member.Roles))));

    /// <summary>Each would take hours if anything compared all with all.</summary>
    [Theory]
    [InlineData("Xerxes ")]
    [InlineData("a man called ")]
    [InlineData("Ada Jae-in Jae-in ")]
    [InlineData("Peter Trump, Mary Trump, Mr. Trump, ")]
    [InlineData("the Tern Loma chairman van der Growers' ")]
    [InlineData("Donald Trump said he ")]
    [InlineData("Smith, a spokesman for Smith, ")]
    [InlineData("a spokesman for the ")]
    [InlineData("President ")]
    [InlineData("\ud83d")]
    [InlineData("and Of The ")]
    public void A_megabyte_without_a_stop_is_read(string word)
    {
        var text = string.Concat(Enumerable.Repeat(word, 1_000_000 / word.Length));
        var cast = Cast.Of(new ArticleText(text));
        for (var i = 0; i < 2_000; i++)
        {
            cast.Resolve(new TextSpan(i * 400, word.Length), new TextSpan(0, 0));
        }

        Assert.True(cast.Members.Count < 200_000);
    }

    [Fact]
    public void Forty_thousand_bearers_of_one_surname_are_told_apart()
    {
        var text = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => $"X{i} Smith said so."));
        Assert.Equal(40_000, Cast.Of(new ArticleText(text)).Members.Count);
    }
}
