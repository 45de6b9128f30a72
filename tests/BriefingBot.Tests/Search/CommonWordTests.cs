using BriefingBot.Commands;
using BriefingBot.Search;
using BriefingBot.Search.Index;
using BriefingBot.Search.Ranking;
using CsCheck;

namespace BriefingBot.Tests.Search;

/// <summary>Words that stand in much of a story, and what may not be lost by looking at the rarer ones first.</summary>
public sealed class CommonWordTests : IDisposable
{
    private readonly TemporaryStory _story = new();

    public void Dispose() => _story.Dispose();

    /// <summary>However few are wanted, skipping what cannot be among them must not lose or reorder any.</summary>
    [Fact]
    public void The_best_of_many_are_those_that_scoring_all_would_find()
    {
        string[] vocabulary = ["treaty", "treaty", "treaty", "missile", "missile", "summit", "denial", "comet", "harbour"];
        var sentence = Gen.Int[0, vocabulary.Length - 1].Select(n => vocabulary[n]).List[1, 6].Select(words => $"Today {string.Join(' ', words)}.");
        Gen.Select(sentence.List[1, 60].List[1, 3], Gen.Int[0, vocabulary.Length - 1].Select(n => vocabulary[n]).List[1, 4], Gen.Int[1, 8]).Sample(
            (articles, asked, wanted) =>
            {
                using var story = new TemporaryStory();
                for (var i = 0; i < articles.Count; i++)
                {
                    story.Add($"a{i}", string.Join('\n', articles[i]), $"2019-03-0{9 - i}");
                }

                story.Index.Read<object?>(searcher =>
                {
                    var words = AskedWords.Of(searcher, asked, SentenceFields.SentenceWords);
                    var search = new AnyWord(searcher, words, words.Telling(0), [(SentenceFields.SentenceWords, 1)], null);
                    var (few, all) = (new BestHits(searcher, PassageOrder.Relevance, wanted), new BestHits(searcher, PassageOrder.Relevance, 1000));
                    search.Find(few);
                    search.Find(all);
                    Assert.Equal(all.InOrder().Take(wanted).Select(Place), few.InOrder().Select(Place));
                    return null;
                }, null);
            }, iter: 60);
    }

    private static (int, int, double) Place(Hit hit) => (hit.Leaf, hit.Document, hit.Score);

    [Fact]
    public void Repetitions_do_not_take_other_statements_places()
    {
        _story.Add("a", string.Join('\n', Enumerable.Repeat("The treaty ended.", 40)) + "\nThe long treaty with its many pages ended in autumn.");
        var answer = _story.Ask("treaty ended");
        Assert.Equal(["The treaty ended.", "The long treaty with its many pages ended in autumn."], answer.Passages.Select(passage => passage.Text));
        Assert.Equal(39, answer.Passages[0].Occurrences.Count);
    }

    [Fact]
    public void What_is_counted_is_counted_up_to_a_limit()
    {
        _story.Add("a", string.Join('\n', Enumerable.Range(1, 30).Select(n => $"The treaty has part {n}.")));
        _story.Index.Read<object?>(searcher =>
        {
            var words = AskedWords.Of(searcher, ["treaty"], SentenceFields.SentenceWords);
            var candidates = new Candidates(searcher, new PassageQuery { Scope = PassageScope.Sentences }, new ReadQuery("treaty"), words, PassageOrder.Relevance);
            Assert.Equal((30, 7), (candidates.CountStatements(100), candidates.CountStatements(7)));
            return null;
        }, null);
        Assert.Equal("10,000 or more statements", Wording.Found(PassageAnswer.MostCounted, "statement"));
    }

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
