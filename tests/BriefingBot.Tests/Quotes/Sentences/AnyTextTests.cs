using BriefingBot.Quotes.Sentences;
using CsCheck;

namespace BriefingBot.Tests.Quotes.Sentences;

/// <summary>What holds for every string.</summary>
public class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "Mr.", "U.S.", "a.m.", "No.", "J.", "I", "The", "ship", "Port", "said", "asked", "1.", "2.", "a)", "(", ")", "[", "]", "[1]", "“", "”", "\"", "'", "’", "«", "»",
        ".", "..", "...", "…", ". . .", "!", "?", "?!", "。", " ", " ", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\u00A0", "\u200B",
        "\uFEFF", "\u202E", "•", "—", "-", ",", ";", "3.5", "$2.10", "www.harbor.example", "x@y.example", "\uD83D\uDEA2", "\uD800", "é", "港", "\0",
    ];

    private static readonly Gen<string> FromPieces = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Sentences_cover_all_that_is_seen_in_order_and_are_the_same_each_time()
    {
        Gen.Frequency((1, Gen.String), (4, FromPieces)).Sample(text =>
        {
            var sentences = SentenceSplitter.Split(text);
            var end = 0;
            var paragraph = 1;
            for (var i = 0; i < sentences.Count; i++)
            {
                var (ordinal, span, number) = sentences[i];
                Assert.Equal(i + 1, ordinal);
                Assert.True(span.Start >= end && span.Length > 0 && span.End <= text.Length);
                Assert.True(string.IsNullOrWhiteSpace(text[end..span.Start]));
                Assert.Equal(span.Of(text).Trim(), span.Of(text));
                Assert.True(number >= paragraph);
                (end, paragraph) = (span.End, number);
            }

            Assert.True(string.IsNullOrWhiteSpace(text[end..]));
            Assert.Equal(sentences, SentenceSplitter.Split(text));
        }, iter: 3000);
    }

    [Fact]
    public void Words_without_a_stop_are_one_sentence_however_many_they_are() =>
        Assert.Single(SentenceSplitter.Split(string.Concat(Enumerable.Repeat("water ", 170_000))));

    /// <summary>A step that looks back or ahead without a limit would take hours for these.</summary>
    [Theory]
    [InlineData(".", 1)]
    [InlineData(". ", 1)]
    [InlineData("A. ", 1)]
    [InlineData("“", 1)]
    [InlineData("?” ", 200_000)]
    [InlineData(".\n", 200_000)]
    [InlineData(")\n", 200_000)]
    [InlineData("a)\nb", 200_001)]
    [InlineData("Ship\n", 200_000)]
    [InlineData("1. ", null)]
    [InlineData("a.a.", null)]
    [InlineData("Yes?” Ann ", null)]
    [InlineData("[1", null)]
    [InlineData(".      \n      ", null)]
    public void Hostile_texts_are_read_in_one_go(string piece, int? expected)
    {
        var sentences = SentenceSplitter.Split(string.Concat(Enumerable.Repeat(piece, 200_000)));

        Assert.Equal(expected ?? sentences.Count, sentences.Count);
    }
}
