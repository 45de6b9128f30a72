using BriefingBot.Briefings;

namespace BriefingBot.Tests.Briefings;

public class PassageSelectionTests
{
    [Fact]
    public void A_sentence_said_twice_is_chosen_once()
    {
        string[] sentences = ["The harbour was closed after the storm.", "The harbour was closed after the storm.", "Ferries sail again on Monday."];

        Assert.Equal([0, 2], PassageSelection.Choose("Harbour", sentences, 2));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(9, 3)]
    public void As_many_are_chosen_as_asked_or_as_there_are(int asked, int chosen) =>
        Assert.Equal(chosen, PassageSelection.Choose("", ["One ship.", "…", "Two ports."], asked).Count);

    [Fact]
    public void A_story_without_sentences_gives_none() => Assert.Empty(PassageSelection.Choose("Title", [], 3));
}
