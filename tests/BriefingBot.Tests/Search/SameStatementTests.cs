using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Tests.Search;

public sealed class SameStatementTests : IDisposable
{
    private readonly TemporaryStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void The_same_sentence_is_shown_once_with_its_other_places()
    {
        _story.Add("a", "But Washington accused Moscow of breaking the missile accord.\nSomething else happened.\nWashington accused Moscow of breaking the missile accord.");
        var answer = _story.Ask("Who accused Moscow of breaking the accord?");
        Assert.Equal(1, answer.Total);
        Assert.Equal([3], answer.Passages[0].Occurrences.Select(o => o.Sentence));
    }

    [Fact]
    public void Nearly_the_same_words_are_one_statement_and_others_are_not()
    {
        _story.Add("a", "The bilateral treaty banned both countries from deploying ground launched cruise missiles.", "2019-03-02");
        _story.Add("b", "The bilateral treaty bans both countries from deploying any ground launched cruise missiles.", "2019-03-03");
        _story.Add("c", "The bilateral treaty was signed in Washington, and cruise missiles were scrapped.", "2019-03-01");
        var answer = _story.Ask("What did the bilateral treaty say about cruise missiles?");
        Assert.Equal(2, answer.Total);
        Assert.Equal(1, answer.Passages.Sum(passage => passage.Occurrences.Count));
    }

    [Fact]
    public void The_speakers_own_words_stand_for_a_statement_before_a_later_articles_words_for_it()
    {
        _story.Add("own", "“I would not know a harp from a ham sandwich,” Otto Lund said.", "2019-03-02",
            new Said("“I would not know a harp from a ham sandwich,”", Said.Person("Otto Lund")) { Kind = QuotationKind.Direct });
        _story.Add("between", "Otto Lund said “no”.", "2019-03-03", new Said("“no”", Said.Person("Otto Lund")));
        _story.Add("retold", "Otto Lund claimed that he would not know a harp from a ham sandwich.", "2019-03-04",
            new Said("that he would not know a harp from a ham sandwich", Said.Person("Otto Lund")) { Kind = QuotationKind.Paraphrase });
        var passage = Assert.Single(_story.WhoSaid("ham sandwich").Passages);
        Assert.Equal(("own", "retold"), (passage.Article.Id, Assert.Single(passage.Occurrences).Article.Id));
        var newest = _story.Index.Search(new PassageQuery { Speaker = "Lund", Order = PassageOrder.NewestFirst, RefuseWeak = false });
        Assert.Equal(["between", "own"], newest.Passages.Select(one => one.Article.Id));
    }

    [Fact]
    public void The_same_words_of_two_speakers_are_two_statements()
    {
        _story.Add("a", "Ann Lee said “no comment today”.\nBob Ray said “no comment today”.", null,
            new Said("“no comment today”", Said.Person("Ann Lee")));
        _story.Add("b", "Bob Ray said “no comment today”.", null, new Said("“no comment today”", Said.Person("Bob Ray")));
        Assert.Equal(2, _story.WhoSaid("comment").Total);
        Assert.Equal(2, _story.Index.Story().Statements);
    }

    [Fact]
    public void A_thousand_repetitions_are_one_answer()
    {
        _story.Add("a", string.Join('\n', Enumerable.Repeat("The general met his colleague in Vienna.", 1000)));
        var answer = _story.Ask("Where did the general meet his colleague?");
        Assert.Equal(1, answer.Total);
        Assert.Equal(999, answer.Passages[0].Occurrences.Count);
    }

    [Fact]
    public void Ties_go_by_date_then_article_then_place_in_every_layout_of_segments()
    {
        string[] days = ["2019-03-01", "2019-03-05", "2019-03-03"];
        string[] Order(int[] adding)
        {
            using var story = new TemporaryStory();
            foreach (var i in adding)
            {
                story.Add("x" + i, $"Treaty word{i} alpha{i} beta{i} gamma{i} delta{i}.", days[i % 3]);
            }

            return [.. story.Ask("treaty").Passages.Select(p => p.Article.Id)];
        }

        Assert.Equal(["x1", "x4", "x2", "x0", "x3"], Order([0, 1, 2, 3, 4]));
        Assert.Equal(["x1", "x4", "x2", "x0", "x3"], Order([4, 2, 0, 3, 1]));
    }

    [Fact]
    public void Pages_fit_together_and_the_total_stays()
    {
        for (var i = 0; i < 25; i++)
        {
            _story.Add("n" + i, $"Treaty number w{i}a w{i}b w{i}c w{i}d.");
        }

        PassageAnswer Page(int skip) => _story.Index.Search(
            new PassageQuery { Words = "treaty", Scope = PassageScope.Sentences, Skip = skip, Take = 10 });
        List<PassageAnswer> pages = [Page(0), Page(10), Page(20)];
        Assert.Equal([25, 25, 25], pages.Select(page => page.Total));
        Assert.Equal(25, pages.SelectMany(page => page.Passages).Select(passage => passage.Id).Distinct().Count());
    }

    [Fact]
    public void Newest_and_oldest_first_go_by_day_and_undated_articles_come_last()
    {
        _story.Add("old", "Treaty one alpha.", "2018-01-01");
        _story.Add("none", "Treaty two beta.");
        _story.Add("new", "Treaty three gamma.", "2019-01-01");
        IEnumerable<string> In(PassageOrder order) => _story.Index.Search(
            new PassageQuery { Words = "treaty", Scope = PassageScope.Sentences, Order = order }).Passages.Select(p => p.Article.Id);
        Assert.Equal(["new", "old", "none"], In(PassageOrder.NewestFirst));
        Assert.Equal(["old", "new", "none"], In(PassageOrder.OldestFirst));
    }
}
