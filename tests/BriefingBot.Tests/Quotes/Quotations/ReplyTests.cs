namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>Words in marks that no verb of saying gives to anybody: gestures, answers, voices.</summary>
public class ReplyTests
{
    [Theory]
    [InlineData("Keller shrugs. “Nobody had room for grain.”", "Keller | - | “Nobody had room for grain.”")]
    [InlineData("The professor frowns. “I know who it was: the owner.”", "The professor | - | “I know who it was: the owner.”")]
    [InlineData("One of the women laughed. “Nobody had room for grain.”", "One of the women | - | “Nobody had room for grain.”")]
    [InlineData("Keller shook his head. “Nobody.”", "Keller | - | “Nobody.”")]
    [InlineData("When it rained, Keller took off his hat. “Nobody had room for grain.”", "Keller | - | “Nobody had room for grain.”")]
    [InlineData("The dust lay on her sleeve. “Nobody had room for grain.”", "her | - | “Nobody had room for grain.”")]
    [InlineData("Out of the cellar came three old voices. “Did we miss the fair?”", "three old voices | - | “Did we miss the fair?”")]
    public void Words_behind_a_gesture_are_whoever_makes_it(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("Somebody rang the bell. “Nobody had room for grain.”")]
    [InlineData("It rained on the mill. “Nobody had room for grain.”")]
    [InlineData("(Keller was not there.) “Nobody had room for grain.”")]
    [InlineData("Moreau got a text from her boss. “Come home at once.”")]
    [InlineData("Moreau reads from a book. “It was dark.”")]
    [InlineData("Keller’s mill burned. “Nobody had room for grain.”")]
    public void A_sentence_of_nobodys_deed_gives_the_words_to_nobody(string text) => Assert.DoesNotContain(Extraction.QuotationsIn(text), quotation => quotation.SpeakerName is not null);

    [Theory]
    [InlineData("Ada Moreau ran the mill. Did she sell it? “No.” Was it old? It was.", "she | - | “No.”")]
    [InlineData("Ada Moreau said she had sold it. Did it hurt? “A little, at night.”", "Ada Moreau | said | she had sold it", "Ada Moreau | - | “A little, at night.”")]
    [InlineData("Ada Moreau left the mill. Her verdict? “A ruin.”", "Her | - | “A ruin.”")]
    [InlineData("Ada Moreau ran the mill. Would she sell it? “Never,” came the reply.", "she | came | “Never,”")]
    public void Words_behind_a_question_answer_it(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Fact]
    public void A_voice_that_comes_is_a_speaker() =>
        Assert.Equal(["her uncle's voice | came | “Thirty,”"], Extraction.Lines("Ada Moreau counted the sacks. “Thirty,” came her uncle's voice from the loft."));

    [Theory]
    [InlineData("Keller said the mill was full.\n\nAnd then?\n\n“And then it burned.”", "Keller | said | the mill was full", "Keller | - | “And then it burned.”")]
    [InlineData("Ada Moreau ran the mill.\n\nWould she do so again?\n\n“Not for gold.”", "she | - | “Not for gold.”")]
    [InlineData("Ada Moreau ran the mill. She puts down her cup.\n\n“Nobody had room for grain.”", "She | - | “Nobody had room for grain.”")]
    [InlineData("“The bridge is sound,” Dahl told the council.\n\n“How much longer must we wait?” demanded Ada Moreau.\n\n“My street has been shut for a year.”", "Dahl | told | “The bridge is sound,”", "Ada Moreau | demanded | “How much longer must we wait?” ¦ “My street has been shut for a year.”")]
    public void A_paragraph_in_marks_answers_the_one_before(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Fact]
    public void Why_tells_of_the_question()
    {
        var quotation = Assert.Single(Extraction.QuotationsIn("Ada Moreau ran the mill. Did she sell it? “Never in my life.”"));

        Assert.Equal("Ada Moreau", quotation.SpeakerName);
        Assert.Equal("The words stand in quotation marks and a question stands before them, which they answer; “she” is taken for Ada Moreau, the one named before it whom it fits best.", quotation.Why);
    }
}
