using BriefingBot.Briefings;
using CsCheck;

namespace BriefingBot.Tests.Briefings;

public class PassageSelectionTests
{
    [Fact]
    public void A_sentence_said_twice_is_chosen_once()
    {
        string[] sentences = ["The harbour was closed after the storm.", "The harbour was closed after the storm.", "Ferries sail again on Monday."];

        Assert.Equal([0, 2], PassageSelection.Choose("Harbour", sentences, 2));
    }

    [Fact]
    public void What_the_article_speaks_of_again_and_again_is_chosen_before_a_detail()
    {
        string[] sentences =
        [
            "A dog barked on the quay.",
            "The storm closed the harbour and its ferries.",
            "Ferries wait until the harbour opens.",
            "The storm was the worst in years.",
        ];

        Assert.Equal([1], PassageSelection.Choose("", sentences, 1));
    }

    [Fact]
    public void The_title_tells_what_matters()
    {
        string[] sentences = ["Rain fell on the town and its gardens.", "Ships left the port and its quays.", "Rain again.", "Ships again."];

        Assert.Equal([0], PassageSelection.Choose("Rain in town", sentences, 1));
        Assert.Equal([1], PassageSelection.Choose("Ships leave port", sentences, 1));
    }

    [Fact]
    public void Of_equally_good_sentences_the_earlier_is_chosen() =>
        Assert.Equal([0], PassageSelection.Choose("", ["Ports closed.", "Roads flooded.", "Trains stopped."], 1));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(9, 3)]
    public void As_many_are_chosen_as_asked_or_as_there_are(int asked, int chosen) =>
        Assert.Equal(chosen, PassageSelection.Choose("", ["One ship.", "…", "Two ports."], asked).Count);

    [Fact]
    public void A_story_without_sentences_gives_none() => Assert.Empty(PassageSelection.Choose("Title", [], 3));

    [Fact]
    public void Any_sentences_are_chosen_from_in_text_order_and_each_time_the_same() =>
        Gen.Select(Gen.String, Gen.String.Array[0, 12], Gen.Int[0, 15]).Sample((title, sentences, count) =>
        {
            var chosen = PassageSelection.Choose(title, sentences, count);
            return chosen.Count == Math.Min(count, sentences.Length)
                && chosen.All(i => i >= 0 && i < sentences.Length)
                && chosen.SequenceEqual(chosen.Distinct().Order())
                && chosen.SequenceEqual(PassageSelection.Choose(title, sentences, count));
        });
}
