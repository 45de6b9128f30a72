using BriefingBot.Search.Speakers;

namespace BriefingBot.Tests.Search;

public class SpellingTests
{
    [Theory]
    [InlineData("who-said", "hwo-said", 1)]
    [InlineData("story", "storey", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_letters_added_dropped_changed_or_swapped(string a, string b, int distance) =>
        Assert.Equal(distance, Spelling.Distance(a, b));
}
