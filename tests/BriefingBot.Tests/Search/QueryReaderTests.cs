using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;
using CsCheck;

namespace BriefingBot.Tests.Search;

public class QueryReaderTests
{
    [Theory]
    [InlineData("clear violation", "clear violation", "", "", "", null)]
    [InlineData("\"arms race\" treaty", "treaty", "arms race", "", "", null)]
    [InlineData("“arms race”", "", "arms race", "", "", null)]
    [InlineData("„arms race“ «new start»", "", "arms race|new start", "", "", null)]
    [InlineData("treaty -missile", "treaty", "", "missile", "", null)]
    [InlineData("treaty -\"arms race\"", "treaty", "", "arms race", "", null)]
    [InlineData("arms-control", "arms-control", "", "", "", null)]
    [InlineData("treaty - missile", "treaty - missile", "", "", "", null)]
    [InlineData("speaker:Stoltenberg cornerstone", "cornerstone", "", "", "Stoltenberg", null)]
    [InlineData("Speaker:\"Jens Stoltenberg\"", "", "", "", "Jens Stoltenberg", null)]
    [InlineData("kind:direct", "", "", "", "", QuotationKind.Direct)]
    [InlineData("kind:PARTLY x", "x", "", "", "", QuotationKind.Partly)]
    [InlineData("kind:1", "kind:1", "", "", "", null)]
    [InlineData("kind:odd", "kind:odd", "", "", "", null)]
    [InlineData("speaker: Putin", "speaker: Putin", "", "", "", null)]
    [InlineData("a \"phrase without end", "a \"phrase without end", "", "", "", null)]
    [InlineData("+a && (b) ~c* [d TO e] field:x^2 \\", "+a && (b) ~c* [d TO e] field:x^2 \\", "", "", "", null)]
    public void The_query_language_is_read(string text, string words, string phrases, string without, string speakers, QuotationKind? kind)
    {
        var read = QueryReader.Read(text);
        Assert.Equal(words, read.Words);
        Assert.Equal(phrases, string.Join('|', read.Phrases));
        Assert.Equal(without, string.Join('|', read.Without));
        Assert.Equal(speakers, string.Join('|', read.Speakers));
        Assert.Equal(kind, read.Kind);
    }

    [Fact]
    public void No_input_is_an_error()
    {
        using var story = new TemporaryStory();
        story.Add("a", "He called it a “cornerstone” of peace.", null, new Said("“cornerstone”", Said.Person("Jens Stoltenberg")));
        var piece = Gen.OneOf(
            Gen.OneOf("\"", "“", "”", "-", "speaker:", "kind:", "kind:direct", ":", " ", "cornerstone", "*", "?", "~", "(", "[", "\\", "AND", "\uD800", "\u202E", "\0"),
            Gen.String);
        piece.Array[0, 12].Select(string.Concat).Sample(
            text =>
            {
                foreach (var scope in Enum.GetValues<PassageScope>())
                {
                    var answer = story.Index.Search(new PassageQuery { Words = text, Scope = scope });
                    Assert.Equal(answer.Found, answer.Passages.Count > 0);
                }

                _ = story.Index.Speakers(text, 5);
                Assert.Null(story.Index.Damage);
            },
            iter: 150);
    }
}
