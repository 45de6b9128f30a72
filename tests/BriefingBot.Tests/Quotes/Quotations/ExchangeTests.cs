namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>Talk that is set out in paragraphs without a word of who speaks.</summary>
public class ExchangeTests
{
    private const string Interview = """
        Jan Keller says he has not been back since the flood. In his first interview the head of the mill spoke for an hour, with Ada Moreau at his side.

        Did the gate fail?

        “I do not know. The gate is at the bottom of the river.”

        Ada Brandt says she rang you at noon.

        “She did ring. I was on the roof.”

        The town council wrote that it had warned your firm. Is that so?

        “That is right,” he says. “It warned us twice.”

        A former miller says the gate was rotten.

        “Mostly it was,” he admits.

        Rosa Diaz wants you to resign. Would you say sorry to her?

        It takes him some time to answer. “Every day.”

        Asked for a reply, Rosa Diaz said nothing.
        """;

    private const string Court = """
        Jan Keller, head of the mill, gave evidence. Ada Moreau, for the town, rose. She asked him what the red flag meant.

        “High water,” he replied. “Close the gate.”

        “And was it closed?”

        “It was not.”

        “Was it ever closed?”

        “No, madam.”

        The hearing goes on.
        """;

    [Fact]
    public void All_answers_of_an_interview_are_of_the_interviewed()
    {
        var answers = Extraction.QuotationsIn(Interview).Where(quotation => Extraction.Words(Interview, quotation).StartsWith('“')).ToArray();

        Assert.Equal(5, answers.Length);
        Assert.All(answers, answer => Assert.Equal("Jan Keller", answer.SpeakerName));
        Assert.EndsWith("“he” is taken for Jan Keller, who is interviewed.", answers[2].Why);
    }

    [Fact]
    public void What_an_interview_asks_somebody_to_say_is_nobodys_statement() =>
        Assert.DoesNotContain(Extraction.Lines(Interview), line => line.StartsWith("you |", StringComparison.Ordinal));

    [Fact]
    public void Two_who_talk_before_a_court_speak_in_turns()
    {
        var turns = Extraction.QuotationsIn(Court).Where(quotation => Extraction.Words(Court, quotation).StartsWith('“')).Select(turn => $"{turn.SpeakerName}: {Extraction.Words(Court, turn)}");

        Assert.Equal(
            ["Jan Keller: “High water,” ¦ “Close the gate.”", "Ada Moreau: “And was it closed?”", "Jan Keller: “It was not.”", "Ada Moreau: “Was it ever closed?”", "Jan Keller: “No, madam.”"],
            turns);
    }

    [Theory]
    [InlineData("“The mill was full,” Keller said.\n\n“Why would anybody come?”\n\n“Nobody had room for grain.”",
        "Keller | said | “The mill was full,” ¦ “Why would anybody come?” ¦ “Nobody had room for grain.”")]
    [InlineData("“Why would anybody come?” Keller asked.\n\n“Nobody had room for grain.”", "Keller | asked | “Why would anybody come?” ¦ “Nobody had room for grain.”")]
    public void One_who_asks_without_another_goes_on(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));
}
