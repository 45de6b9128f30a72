using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Quotations;

public class UnattributedTests
{
    [Theory]
    [InlineData("A leaflet with the line “hands off our harbour” lay on every seat. “We stay,” Ada Byron said. The “deal” was off.", "“hands off our harbour”")]
    [InlineData("“We stay,” Ada Byron said. “We always did.”", "")]
    [InlineData("There was old paint on the wall \"No dogs", "\"No dogs")]
    public void Words_in_marks_that_no_quotation_touches_are_listed_unless_it_is_a_single_word(string text, string expected) =>
        Assert.Equal(expected, string.Join(" ¦ ", new QuotationFinder().Analyze(text).Unattributed.Select(span => span.Of(text))));
}
