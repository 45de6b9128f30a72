using BriefingBot.Search.Words;
using CsCheck;

namespace BriefingBot.Tests.Search;

public class WordReaderTests
{
    [Theory]
    [InlineData("The 9M729 missile", "the 9m729 missile")]
    [InlineData("U.S.-Russia talks", "us russia talks")]
    [InlineData("the U.S. said", "the us said")]
    [InlineData("Russia’s Moscow's generals’", "russia moscow generals")]
    [InlineData("don’t O’Brien", "don't o'brien")]
    [InlineData("500 and 5,500 km, 3.5", "500 and 5500 km 3.5")]
    [InlineData("Röntgen Skłodowska café", "rontgen sklodowska cafe")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("cor\u00ADner\u200Bstone \u202Eleft\u202C", "cornerstone left")]
    [InlineData("SSC-8.", "ssc 8")]
    [InlineData("核合意 Москва", "核 合 意 москва")]
    [InlineData("end.Next", "end next")]
    public void Words_are_read_in_their_searched_form(string text, string forms) =>
        Assert.Equal(forms, string.Join(' ', WordReader.Read(text).Select(word => word.Form)));

    [Theory]
    [InlineData("accused", "accuse")]
    [InlineData("missiles", "missile")]
    [InlineData("treaties", "treaty")]
    [InlineData("met", "meeting")]
    [InlineData("withdrawn", "withdraws")]
    public void Inflected_forms_share_a_stem(string form, string other) => Assert.Equal(Stems.Of(other), Stems.Of(form));

    [Fact]
    public void Spans_lie_inside_any_text_in_order_and_apart() =>
        Gen.OneOf(Gen.String, Gen.OneOf("U.S.", "5,5", "a’s", "\u200B", "核", "\uD83D\uDE00", "\uD835\uDC00b")).Array[0, 8].Select(string.Concat).Sample(text =>
        {
            var end = 0;
            foreach (var word in WordReader.Read(text))
            {
                Assert.InRange(word.Span.Start, end, text.Length);
                Assert.InRange(word.Span.End, word.Span.Start + 1, text.Length);
                Assert.NotEmpty(word.Form);
                end = word.Span.End;
            }
        });
}
