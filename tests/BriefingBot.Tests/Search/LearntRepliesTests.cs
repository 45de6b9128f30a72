using BriefingBot.Search.Claims;

namespace BriefingBot.Tests.Search;

/// <summary>Which statement is taken for an answer where none of its words says so. How sentences are marked: <see cref="MarkedStory"/>.</summary>
public sealed class LearntRepliesTests : IDisposable
{
    private readonly MarkedStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void What_is_asked_is_answered_by_whoever_speaks_next_and_not_by_what_is_told_beside()
    {
        const string examined = "Berg [wanted to know] {whether the hull had been examined}.", not = "{“It had not been,”} Kern [admitted].",
            papers = "Berg [asked] {who had signed the papers}.", brother = "{“My brother did,”} Kern [answered].";
        _story.Add(
            "first",
            "The harbour was full of people on Monday.",
            "Lund [said] {the ferry would sail at noon}.",
            "",
            examined,
            not,
            "",
            "Lund [added] {that the weather was fine}.",
            papers,
            brother,
            "",
            "Lund [noted] {that the bus would leave at one}.",
            "Kern [told a neighbour] {that he missed his dog}.");

        _story.AssertPairs((examined, not, false), (papers, brother, false));
        Assert.Matches("^It is taken for an answer because the other is a question; .+ \\([1-9][0-9] % likely\\)\\.$", _story.Pairs.Pairs[0].Why);
    }

    [Fact]
    public void The_model_that_ships_is_of_the_facts_that_are_read() =>
        Assert.All([ReplyModel.Shipped.Answers(new float[ReplyModel.Facts]), ReplyModel.Shipped.Denies(new float[ReplyModel.Facts])], likely => Assert.InRange(likely, 0, 1));

    [Fact]
    public void No_two_facts_have_one_name() => Assert.Equal(ReplyModel.Facts, ReplyModel.FactNames.Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData(new byte[] { 2, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 0, 0, 0, 3, 0, 0, 0 })]
    public void A_model_of_another_version_is_refused(byte[] written) => Assert.Throws<InvalidDataException>(() => ReplyModel.Read(new MemoryStream(written)));
}
