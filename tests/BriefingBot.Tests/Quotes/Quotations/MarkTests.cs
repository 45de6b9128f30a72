namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>Marks within marks, and paragraphs that end with their author: the text, then <c>mention | cue | contents</c>.</summary>
public class MarkTests
{
    [Theory]
    [InlineData("“They call it “home” and mean it,” Keller said.", "Keller | said | “They call it “home” and mean it,”")]
    [InlineData("“They call it “home,” Keller said. “It is.”", "Keller | said | “They call it “home,” ¦ “It is.”")]
    public void Marks_nest_where_their_paragraph_balances(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("“I'd sooner have what he calls “noise” than say it was quiet.”― Rosa Diaz", "Rosa Diaz | - | “I'd sooner have what he calls “noise” than say it was quiet.”")]
    [InlineData("”He said it again. I believe him.” — Rosa Diaz", "Rosa Diaz | - | ”He said it again. I believe him.”")]
    [InlineData("\"He says \"no\" a lot. She told me.\" -- Rosa Diaz, baker", "Rosa Diaz, baker | - | \"He says \"no\" a lot. She told me.\"")]
    [InlineData("“It was quiet” – or so it seemed.", new string[0])]
    public void A_paragraph_in_marks_belongs_to_the_name_that_ends_it(string text, params string[] expected) =>
        Assert.Equal(expected, Extraction.Lines("Readers write.\n\n" + text));

    [Theory]
    [InlineData("“Nobody had room for more grain.”\n\n- Keller.\n\nThat is half true.", "Keller | - | “Nobody had room for more grain.”")]
    [InlineData("\"Nobody had room for more grain.\"\n\n— Jan Keller, miller", "Jan Keller, miller | - | \"Nobody had room for more grain.\"")]
    [InlineData("“Nobody had room for more grain.”\n\n- All mills were full by then.", new string[0])]
    [InlineData("The mill was “full.”\n\n- Keller", new string[0])]
    public void A_paragraph_in_marks_belongs_to_the_name_below_it(string text, params string[] expected) =>
        Assert.Equal(expected, Extraction.Lines("Claims, and what is true of them.\n\n" + text));

    [Fact]
    public void The_first_paragraph_of_all_can_belong_to_the_name_below_it() =>
        Assert.Equal(["Keller | - | “Nobody had room for more grain.”"], Extraction.Lines("“Nobody had room for more grain.”\n\n- Keller\n\nThat is half true."));

    [Theory]
    [InlineData("“Nobody had room,“ Keller said. “We asked.”", "Keller | said | “Nobody had room,“ ¦ “We asked.”")]
    [InlineData("Keller called the plan “noise“ and left.", "Keller | called | the plan “noise“ and left")]
    public void A_mark_turned_the_wrong_way_still_closes(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));
}
