namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>Words in marks with a subject and a verb behind them that no list knows: the text, then <c>mention | cue | contents</c>.</summary>
public class UnlistedCueTests
{
    [Theory]
    [InlineData("“All you would hear is the snoring,” Ada Moreau, 66, cackled.", "Ada Moreau | cackled | “All you would hear is the snoring,”")]
    [InlineData("“All you would hear is the snoring,” Ada Moreau, a baker from Bern, harrumphed.", "Ada Moreau | harrumphed | “All you would hear is the snoring,”")]
    [InlineData("“All you would hear is the snoring,” the retired baker fizzed as she left.", "the retired baker | fizzed | “All you would hear is the snoring,”")]
    [InlineData("“All you would hear is the snoring,” cackled Ada Moreau, 66.", "Ada Moreau | cackled | “All you would hear is the snoring,”")]
    [InlineData("“You would hear what?” Ada Moreau, 66, cackled.", "Ada Moreau | cackled | “You would hear what?”")]
    [InlineData("“All you would hear is the snoring,” Moreau spat. “We only sleep.”", "Moreau | spat | “All you would hear is the snoring,” ¦ “We only sleep.”")]
    [InlineData("It was late. “All you would hear is the snoring,” retired baker Jan Keller, 68, harrumphed outside the court.", "retired baker Jan Keller | harrumphed | “All you would hear is the snoring,”")]
    public void Whatever_the_verb_a_sentence_in_marks_is_whoever_stands_behind_it(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("“War and Peace,” the new opera, opened in May.")]
    [InlineData("“Nobody had room for grain.” Ada Moreau fumbled with her keys.")]
    [InlineData("“Nobody had room for grain,” and the door closed.")]
    public void Titles_and_what_is_told_behind_a_stop_are_nobodys_words(string text) => Assert.Empty(Extraction.Lines(text));
}
