using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Tests.Search;

/// <summary>Several statements of one passage.</summary>
public sealed class OnePassageTests : IDisposable
{
    private const string Text = """
        The secretary said that Russia should return to compliance, which he called a “cornerstone for security.”
        Russia has denied that, and rejected by Washington were its claims, and it accused the United States of breaking the accord itself.
        Nothing was said here of the weather.
        """;

    private static readonly Speaker Secretary = Said.Person("Jens Stoltenberg"), Russia = Said.Place("Russia"), Washington = Said.Place("Washington");

    private readonly TemporaryStory _story = new();

    public OnePassageTests() => _story.Add(
        "a", Text, "2019-03-04",
        new Said("that Russia should return to compliance", Secretary) { Cue = "said", Kind = QuotationKind.Paraphrase },
        new Said("a “cornerstone for security.”", Secretary) { Cue = "called" },
        new Said("that, and", Russia) { Cue = "has denied", Kind = QuotationKind.Paraphrase },
        new Said("its claims", Washington) { Cue = "rejected by", Kind = QuotationKind.Paraphrase },
        new Said("the United States of breaking the accord itself", Russia) { Cue = "accused", Kind = QuotationKind.Paraphrase });

    public void Dispose() => _story.Dispose();

    [Theory]
    [InlineData("cornerstone", "a “cornerstone for security.”")]
    [InlineData("accused", "the United States of breaking the accord itself")]
    [InlineData("denied", "that, and")]
    [InlineData("rejected", "its claims")]
    [InlineData("compliance cornerstone", "a “cornerstone for security.”|that Russia should return to compliance")]
    [InlineData("speaker:Stoltenberg cornerstone", "a “cornerstone for security.”")]
    [InlineData("speaker:Washington accused", "its claims")]
    public void A_statement_that_only_stands_beside_the_words_gives_way_to_the_one_meant(string words, string statements)
    {
        var answer = _story.WhoSaid(words);
        Assert.Equal(statements.Split('|').Order(), answer.Passages.Select(passage => passage.Quotation!.Text).Order());
        Assert.Equal(answer.Passages.Count, answer.Total);
    }

    [Theory]
    [InlineData(PassageOrder.NewestFirst)]
    [InlineData(PassageOrder.OldestFirst)]
    public void It_gives_way_in_every_order(PassageOrder order)
    {
        var answer = _story.Index.Search(new PassageQuery { Words = "accused", Order = order, RefuseWeak = false });
        Assert.Equal("the United States of breaking the accord itself", Assert.Single(answer.Passages).Quotation!.Text);
        Assert.Equal(1, answer.Total);
    }

    [Fact]
    public void Without_words_every_statement_of_a_passage_is_listed() => Assert.Equal(2, _story.WhoSaid("", "Stoltenberg").Total);

    [Fact]
    public void A_statement_stays_where_it_stands_alone_in_another_article()
    {
        _story.Add("b", "Of the cornerstone he said that Russia should return to compliance.", "2019-03-03",
            new Said("that Russia should return to compliance", Secretary) { Cue = "said", Kind = QuotationKind.Paraphrase });
        Assert.Equal(2, _story.WhoSaid("cornerstone").Total);
    }

    [Fact]
    public void Pages_agree_with_the_total_when_statements_give_way()
    {
        for (var i = 0; i < 30; i++)
        {
            _story.Add("n" + i, $"Ann Lee spoke of w{i}a w{i}b w{i}c and called it a “comet n{i}x n{i}y n{i}z”.", null,
                new Said($"w{i}a w{i}b w{i}c", Said.Person("Ann Lee")), new Said($"a “comet n{i}x n{i}y n{i}z”", Said.Person("Ann Lee")));
        }

        PassageAnswer Page(int skip) => _story.Index.Search(new PassageQuery { Words = "comet", Skip = skip, Take = 8 });
        List<PassageAnswer> pages = [Page(0), Page(8), Page(16), Page(24), Page(32)];
        Assert.Equal([30, 30, 30, 30, 30], pages.Select(page => page.Total));
        Assert.Equal([8, 8, 8, 6, 0], pages.Select(page => page.Passages.Count));
    }
}
