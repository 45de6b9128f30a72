namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>Words without a verb of saying beside them, and verbs that say something by the words after them only.</summary>
public class CarriedOnTests
{
    [Theory]
    [InlineData("Keller said the mill was full. “Nobody had room for more grain.”",
        "Keller | said | the mill was full", "Keller | - | “Nobody had room for more grain.”")]
    [InlineData("The old miller, Jan Keller, unrolled a map. He planted a finger on it. “This is where the river was.”",
        "He | - | “This is where the river was.”")]
    [InlineData("Keller left.\n\nOn the price: “I would have paid twice that much.”", "- | - | “I would have paid twice that much.”")]
    [InlineData("The mill burned down.\n\nStatement of Ada Keller\n\n“Nobody had room for more grain.”", "Ada Keller | - | “Nobody had room for more grain.”")]
    [InlineData("The mill was full. “Nobody had room for more grain.”", new string[0])]
    [InlineData("Keller left.\n\n“Nobody had room for more grain.”", new string[0])]
    public void A_sentence_in_marks_goes_on_from_the_one_before(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("“The mill was full,” Keller said.\n\n“Nobody had room for more grain.”", "Keller | said | “The mill was full,” ¦ “Nobody had room for more grain.”")]
    [InlineData("Keller said the mill was full.\n\n“Nobody had room.\n\n“We asked all of them.”\n\nHe left.",
        "Keller | said | the mill was full", "Keller | - | “Nobody had room.\n\n“We asked all of them.”")]
    [InlineData("‘The mill was full,’ Keller said.\n\n‘Nobody had room for more grain.’", "Keller | said | ‘The mill was full,’ ¦ ‘Nobody had room for more grain.’")]
    [InlineData("Keller said the mill was full. It was late.\n\n“Nobody had room for more grain.”", "Keller | said | the mill was full")]
    [InlineData("Keller said the mill was full.\n\n“Nobody had room for grain,” Beck said.", "Keller | said | the mill was full", "Beck | said | “Nobody had room for grain,”")]
    [InlineData("Keller said the mill was full.\n\n“Free grain”", "Keller | said | the mill was full")]
    [InlineData("Keller said the mill was full.\n\n\"The millers walked home, singing “No room for more grain.”", "Keller | said | the mill was full")]
    public void A_paragraph_in_marks_goes_on_from_the_paragraph_before(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("Keller continued his speech.\n\n“Nobody had room for more grain.”", "Keller | - | “Nobody had room for more grain.”")]
    [InlineData("Keller went on:\n\n“Nobody had room for more grain.”", "Keller | went on | “Nobody had room for more grain.”")]
    [InlineData("Keller closed the mill.\n\n“Nobody had room for more grain.”", new string[0])]
    public void A_paragraph_in_marks_is_introduced_by_the_one_before(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("The mill is old, Keller points out.", "Keller | points out | The mill is old")]
    [InlineData("“Old!” Keller snorted.", "Keller | snorted | “Old!”")]
    [InlineData("Keller took issue with that claim.", "Keller | took issue with | that claim")]
    [InlineData("Keller ruled out a sale.", "Keller | ruled out | a sale")]
    [InlineData("An engineer put the cost at two million.", "An engineer | put | the cost at two million")]
    [InlineData("Keller made it plain that he would stay.", "Keller | made it plain | that he would stay")]
    [InlineData("Keller's retort that nobody had paid was heard.", "Keller | retort | that nobody had paid was heard")]
    [InlineData("Keller is pressing for an end to it.", "Keller | is pressing for | an end to it")]
    [InlineData("Keller is urging members to stay at home.", "Keller | is urging | to stay at home")]
    [InlineData("“We sit in,” as Keller put it.", "Keller | put it | “We sit in,”")]
    [InlineData("Keller is urging members to stay – “we sit in,” as he puts it – and to pay.",
        "Keller | is urging | to stay", "he | puts it | “we sit in,”")]
    [InlineData("Keller put it on the table.", new string[0])]
    [InlineData("Keller urged caution.", "Keller | urged | caution")]
    [InlineData("“A betrayal,” was the verdict of Ada Keller.", "Ada Keller | was the verdict of | “A betrayal,”")]
    [InlineData("In the words of the founder, Jan Keller, printed on every sack: “Keep it dry.”", "the founder, Jan Keller | In the words of | “Keep it dry.”")]
    [InlineData("The mill is, in the judgment of an engineer who knows it, “perfectly good.”", "an engineer | in the judgment of | The mill is ¦ “perfectly good.”")]
    [InlineData("It rained in the words of the song.", new string[0])]
    [InlineData("Keller put his feet at ease.", new string[0])]
    [InlineData("Keller made bread and sent a letter.", new string[0])]
    public void Some_verbs_say_something_with_the_words_after_them(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));
}
