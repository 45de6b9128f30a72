using BriefingBot.Quotes.Quotations;
using BriefingBot.Tests.Quotes.Learning;

namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>The subject of “was asked” is spoken to, and says nothing.</summary>
public class PassiveSubjectTests
{
    [Theory]
    [InlineData("Keller was asked about the dinner.", "- | was asked | the dinner")]
    [InlineData("Keller gets asked about the dinner.", "- | gets asked | the dinner")]
    [InlineData("Keller has been warned that the dam leaks.", "- | has been warned | that the dam leaks")]
    [InlineData("Keller was told by the mayor that the hall was closed.", "the mayor | was told | that the hall was closed")]
    [InlineData("Keller was asked by a caller whether it was safe.", "a caller | was asked | whether it was safe")]
    [InlineData("Claims dismissed by the airline surfaced again.", "the airline | dismissed by | Claims")]
    public void Rules_name_who_says_it_or_nobody(string text, string expected) => Assert.Equal([expected], Extraction.Lines(text));

    [Theory]
    [InlineData("Keller was asked about the dinner.", "asked", "-")]
    [InlineData("Keller is often asked about the dinner.", "asked", "-")]
    [InlineData("Keller, who was asked about the dinner, smiled.", "asked", "-")]
    [InlineData("Keller smiled and was asked about the dinner.", "asked", "-")]
    [InlineData("Keller was asked by the mayor about the dinner.", "asked", "the mayor")]
    [InlineData("Keller has been told of the dinner.", "told", "-")]
    [InlineData("Keller asked about the dinner.", "asked", "Keller")]
    [InlineData("Keller was convinced of the dinner.", "convinced", "Keller")]
    [InlineData("Keller was here and asked about the dinner.", "asked", "Keller")]
    public void A_learnt_source_is_mended(string text, string verb, string expected)
    {
        var reading = new Reading(new ArticleText(text));
        var cue = CueFinder.Find(reading).Find(cue => reading.IsWord(cue.Verb, verb));

        var mended = PassiveSubjects.Mended(reading, AddresseeTests.Learnt(reading, cue, "the dinner"));

        Assert.Equal(expected, mended.Mention.IsEmpty ? "-" : reading.Span(mended.Mention).Of(text));
    }

    [Fact]
    public void With_the_model_a_question_to_somebody_is_a_question_put()
    {
        const string Text = "The dinner\n\nCllr Pryce is asked for the hundredth time about the dinner.";

        var put = Assert.Single(ShippedModel.Finder.Analyze(Text).Quotations);

        Assert.True(put.Mention is null && put.IsQuestionPut);
    }
}
