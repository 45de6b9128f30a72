namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>“in Keller's words”: a noun that makes what stands around it somebody's.</summary>
public class OwnWordsTests
{
    [Theory]
    [InlineData("The mill was, in Ms. Keller’s phrase, “a clock without hands.”", "Ms. Keller | phrase | “a clock without hands.”")]
    [InlineData("The council, in Mayor Beck’s own words, “bought a river and lost it.”", "Mayor Beck | words | “bought a river and lost it.”")]
    [InlineData("In her opinion, the lock was “at best a copy.”", "her | opinion | the lock was “at best a copy.”")]
    [InlineData("In his estimate between 15 and 22 barges were lost.", "his | estimate | between 15 and 22 barges were lost")]
    [InlineData("The lock is, in Keller’s view, beyond repair.", "Keller | view | The lock is ¦ beyond repair")]
    [InlineData("The lock is “hopeless,” in the assessment of Ada Keller, who built it.", "Ada Keller | in the assessment of | The lock is “hopeless,”")]
    [InlineData("The lock, in the judgment of an engineer who knows it, is “sound.”", "an engineer | in the judgment of | The lock ¦ is “sound.”")]
    public void The_owner_of_the_words_says_them(string text, string expected) => Assert.Equal([expected], Extraction.Lines(text));

    [Theory]
    [InlineData("In my view the lock is beyond repair.")]
    [InlineData("The money lay in Keller’s account for years.")]
    [InlineData("The town lay in his view.")]
    [InlineData("In his bank account, the police found money.")]
    [InlineData("In its Twitter account, the club had a picture.")]
    public void Other_phrases_are_nobodys_words(string text) => Assert.Empty(Extraction.Lines(text));

    [Fact]
    public void A_verb_of_saying_before_the_phrase_has_the_words() =>
        Assert.Equal(["Keller | called | it, in her words, “a joke.”"], Extraction.Lines("Keller called it, in her words, “a joke.”"));
}
