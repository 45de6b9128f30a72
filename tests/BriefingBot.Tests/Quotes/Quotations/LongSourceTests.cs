namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>Sources that are long or stand last, and circumstances that are no content: the text, then <c>mention | cue | contents</c>.</summary>
public class LongSourceTests
{
    [Theory]
    [InlineData("“We lost it,” Ada Finch, who chairs the trust, told Radio Vale. “Again.”", "Ada Finch | told | “We lost it,” ¦ “Again.”")]
    [InlineData("“We lost it,” Ivor Pell, 61, who sells boats, said.", "Ivor Pell | said | “We lost it,”")]
    [InlineData("A lawyer for the Bakers' Union, Yael Bloch, said it was late.", "A lawyer for the Bakers' Union, Yael Bloch | said | it was late")]
    [InlineData("A lawyer for the union in Leeds, England, said it was late.", "A lawyer for the union in Leeds | said | it was late")]
    [InlineData("The group is considering a sale, said two people briefed on the matter.", "two people | said | The group is considering a sale")]
    public void A_source_may_be_long(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("Ada Moreau, the clerk, puts the share of the mill at 14 percent.", "Ada Moreau | puts | the share of the mill at 14 percent")]
    [InlineData("Keller has put the cost at more than $3 million.", "Keller | has put | the cost at more than $3 million")]
    [InlineData("Keller put the cup at 3 metres from the wall.")]
    public void What_somebody_puts_at_a_number_is_said(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("It was cold. The emails will have to do the remembering, Ada Moreau, Keller’s attorney, said when told of his words.", "Ada Moreau | said | The emails will have to do the remembering")]
    [InlineData("Eleven of the residents who wear bells at the home have asked for something else, said its director, Ada Moreau.", "its director, Ada Moreau | said | Eleven of the residents who wear bells at the home have asked for something else")]
    public void A_source_may_stand_behind_its_clause(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Fact]
    public void A_text_may_end_with_a_source() => Assert.Single(Extraction.Lines("$5 which , said é"));

    [Theory]
    [InlineData("“We lost it,” he said by telephone.", "he | said | “We lost it,”")]
    [InlineData("“We lost it,” Pell said one recent evening.", "Pell | said | “We lost it,”")]
    [InlineData("Pell said the next morning that it was late.", "Pell | said | that it was late")]
    public void When_and_how_is_not_what(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));
}
