using BriefingBot.Quotes.Articles;

namespace BriefingBot.Tests.Quotes;

public class TextSpanTests
{
    [Fact]
    public void A_cover_holds_both_spans_and_what_lies_between() =>
        Assert.Equal(TextSpan.Between(2, 9), TextSpan.Cover(new TextSpan(7, 2), new TextSpan(2, 1)));

    [Fact]
    public void Spans_that_only_touch_do_not_overlap() =>
        Assert.False(new TextSpan(0, 3).Overlaps(new TextSpan(3, 2)));
}
