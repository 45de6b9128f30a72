using System.Text;
using BriefingBot.Feeds;
using BriefingBot.Indexing;
using BriefingBot.Search;
using CsCheck;

namespace BriefingBot.Tests.Feeds;

/// <summary>What is written is an article file as any other, whatever the feed holds.</summary>
public sealed class FeedArticleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Long = string.Join(' ', Enumerable.Repeat("The minister said nothing new to anybody.", 10));

    [Fact]
    public void Whatever_stands_in_an_item_comes_back_from_its_file_as_it_was()
    {
        Gen.Select(Gen.String, Gen.String, Gen.String, Gen.String).Sample(
            (title, author, source, text) =>
            {
                var item = new FeedItem(new string('a', 32), ArticleTitle.Tidy(title)) { Author = author, Content = $"<p>{Long}</p><pre>{text.Replace("<", "&lt;", StringComparison.Ordinal)}</pre>" };
                var file = FeedArticle.Of(item, source, null, null, Now)!;
                var parsed = ArticleParser.Parse("feeds/a/b.txt", file.Content, Now);
                Assert.Null(parsed.Reason);
                var article = Assert.Single(parsed.Articles);
                var expected = ArticleTitle.Tidy(Whole(item.Title));
                Assert.Equal(expected.Length > 0 ? expected : ArticleTitle.FirstLineOf(article.Text), article.Title);
                Assert.StartsWith("The minister said", article.Text.TrimStart(), StringComparison.Ordinal);
                Assert.Equal(Tidy(author), article.Author);
                Assert.Equal(Tidy(source), article.Source);
            },
            iter: 3000,
            threads: 1);

        static string? Tidy(string words) => ArticleTitle.Tidy(Whole(words)) is { Length: > 0 } tidy ? tidy : null;
    }

    [Theory]
    [InlineData("--- \nurl: javascript:alert(1)\n---")]
    [InlineData("\": evil\n\"")]
    [InlineData("*alias &anchor !tag %YAML")]
    [InlineData("back\\slash \\\" quote")]
    [InlineData("a: b # c")]
    public void Nothing_in_a_title_leaves_its_quotation_marks(string title)
    {
        var item = new FeedItem(new string('a', 32), title) { Content = $"<p>{Long}</p>", Link = new Uri("https://news.example/a?utm_medium=x&id=1#frag") };
        var article = Assert.Single(ArticleParser.Parse("a.txt", FeedArticle.Of(item, null, null, null, Now)!.Content, Now).Articles);
        Assert.Equal((ArticleTitle.Tidy(title), "https://news.example/a?id=1#frag"), (article.Title, article.Url));
        Assert.Equal(Long, article.Text.Trim());
    }

    [Fact]
    public void The_page_s_article_goes_before_the_item_s_text_and_a_page_without_one_behind_it()
    {
        var paragraphs = string.Concat(Enumerable.Range(0, 8).Select(i => $"<p>Paragraph {i}. {Long}</p>"));
        var page = $"<html><head><title>Page | Site</title><meta property='article:published_time' content='2026-03-01T08:00:00+01:00'></head><body><nav>Menu</nav><article><h1>Page</h1>{paragraphs}</article></body></html>";
        var item = new FeedItem(new string('a', 32), "Item") { Content = $"<p>Own. {Long}</p>", Published = Now };
        Assert.Contains("published: \"2026-03-01T08:00:00+01:00\"\n", Text(FeedArticle.Of(item, "Feed", page, null, Now)!), StringComparison.Ordinal);
        Assert.Contains("Paragraph 7.", Text(FeedArticle.Of(item, "Feed", page, null, Now)!), StringComparison.Ordinal);
        Assert.Contains("Own. The minister", Text(FeedArticle.Of(item, "Feed", "<html><body><form>Log in</form></body></html>", null, Now)!), StringComparison.Ordinal);
        Assert.Null(FeedArticle.Of(item with { Content = "<p>Read more</p>", Summary = "Short." }, "Feed", null, null, Now));
    }

    [Theory]
    [InlineData("2031-01-01T00:00:00Z", false)]
    [InlineData("2026-03-03T11:00:00Z", true)]
    [InlineData("0001-01-01T00:00:00Z", false)]
    [InlineData("1999-12-31T00:00:00Z", true)]
    public void A_date_on_which_nothing_can_have_been_published_is_left_out(string published, bool stays)
    {
        var item = new FeedItem(new string('a', 32), "Item") { Content = $"<p>{Long}</p>", Published = FeedDates.Read(published) };
        Assert.Equal(stays, Text(FeedArticle.Of(item, null, null, null, Now)!).Contains("published: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://news.example/feed", "../../etc/passwd", "feeds/news.example/2026-03-02-etc-passwd-aaaaaaaaaaaa.txt")]
    [InlineData("https://[::1]:80/feed", "CON", "feeds/1/2026-03-02-con-aaaaaaaaaaaa.txt")]
    [InlineData("https://NEWS.example/feed", "", "feeds/news.example/2026-03-02-aaaaaaaaaaaa.txt")]
    [InlineData("https://bücher.example/", "Café: “Ünïcode” 你好", "feeds/xn--bcher-kva.example/2026-03-02-cafe-unicode-aaaaaaaaaaaa.txt")]
    public void Names_of_files_are_plain_whatever_the_feed_says(string feed, string title, string name) =>
        Assert.Equal(name, FeedFiles.NameOf(new Uri(feed), Now, title, new string('a', 32)));

    [Fact]
    public void No_title_leads_out_of_the_folder()
    {
        Gen.Select(Gen.String, Gen.String).Sample(
            (title, id) => Assert.Matches(
                "^feeds/news\\.example/2026-03-02-[a-z0-9-]{12,80}\\.txt$",
                FeedFiles.NameOf(new Uri("https://news.example/"), Now, title, FeedItem.IdentityOf(new Uri("https://news.example/"), id, null, title))),
            iter: 5000,
            threads: 1);
    }

    [Theory]
    [InlineData("The missiles were launched.", true)]
    [InlineData("An inf treaty's end", true)]
    [InlineData("INF, and no more", false)]
    [InlineData("Infamous treaties", false)]
    [InlineData("A dismissile", false)]
    [InlineData("", false)]
    public void Keywords_are_found_by_whole_words_in_any_form(string text, bool found) =>
        Assert.Equal(found, new Keywords(["INF Treaty", "missile"]).AreIn(text));

    [Fact]
    public void An_item_is_told_from_others_by_its_id_within_its_feed_or_by_its_address_without_tracking()
    {
        Uri one = new("https://a.example/one"), two = new("https://a.example/two"), other = new("https://b.example/one");
        Assert.NotEqual(Id(one, "1", null), Id(two, "1", null));
        Assert.Equal(Id(one, "https://a.example/x", null), Id(two, "https://a.example/x", null));
        Assert.NotEqual(Id(one, "https://a.example/x", null), Id(other, "https://a.example/x", null));
        Assert.Equal(Id(one, null, "https://a.example/x?id=1"), Id(two, " ", "https://a.example/x?utm_source=feed&id=1&fbclid=2"));
        Assert.NotEqual(Id(one, null, "https://a.example/x?id=1"), Id(one, null, "https://a.example/x?id=2"));

        static string Id(Uri feed, string? id, string? link) => FeedItem.IdentityOf(feed, id, link is null ? null : new Uri(link), "");
    }

    /// <summary>Without halves of characters and without control characters, which no file may hold.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) || rune.Value is '\n' or '\t').Where(rune => rune.Value is not (0xFEFF or 0xFFFE or 0xFFFF)).Select(rune => rune.ToString()));

    private static string Text(FeedArticle article) => Encoding.UTF8.GetString(article.Content);
}
