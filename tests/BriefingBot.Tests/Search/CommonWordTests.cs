using BriefingBot.Search.Ranking;
using CsCheck;

namespace BriefingBot.Tests.Search;

/// <summary>Words that stand in much of a story, and what may not be lost by looking at the rarer ones first.</summary>
public sealed class CommonWordTests : IDisposable
{
    private readonly TemporaryStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void A_score_is_found_by_its_rank_as_sorting_would() =>
        Gen.Select(Gen.Int[0, 9].Select(n => (float)n).List[1, 60], Gen.Int[1, 60]).Where((scores, rank) => rank <= scores.Count).Sample((scores, rank) =>
            Assert.Equal(scores.OrderDescending().ElementAt(rank - 1), Largest.Of([.. scores], rank)));

    [Fact]
    public void A_sentence_of_the_commoner_word_alone_answers_where_few_hold_the_rarer()
    {
        _story.Add("a", "The treaty was signed in Vienna.\nEach treaty has an end date.\nA comet was seen.");
        var answer = _story.Ask("Which treaty or comet?");
        Assert.Equal("A comet was seen.", answer.Passages[0].Text);
        Assert.Contains(answer.Passages, passage => passage.Text.Contains("treaty", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_word_is_enough_for_a_list_that_refuses_nothing()
    {
        _story.Add("a", "Ann Lee saw “a comet”.\nAnn Lee saw “a treaty”.\nAnn Lee spoke of “a treaty renewed”.", null,
            new Said("“a comet”", Said.Person("Ann Lee")), new Said("“a treaty”", Said.Person("Ann Lee")), new Said("“a treaty renewed”", Said.Person("Ann Lee")));
        Assert.Equal(3, _story.WhoSaid("comet treaty", refuseWeak: false).Total);
    }

    [Fact]
    public void More_words_than_a_query_takes_still_answer()
    {
        _story.Add("a", "Ann Lee saw “a comet”.", null, new Said("“a comet”", Said.Person("Ann Lee")));
        Assert.True(_story.WhoSaid(string.Join(' ', Enumerable.Range(0, 90).Select(i => "w" + i)) + " comet", refuseWeak: false).Found);
    }
}
