using System.Text;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Tests.Indexing;

public class ArticleFormatsTests
{
    private const string Body =
        "The council of the small town met on Monday to talk about the bridge, which was closed in the spring after a flood. "
        + "“We shall build it again before the winter,” said the mayor, Anna Keller, who has led the town for nine years. "
        + "Others were less sure, and asked where the money should come from, since the old one took ten years to pay for.";

    [Fact]
    public void Markdown_is_what_a_reader_sees()
    {
        var article = Read("x.md", """
            ---
            title: Mine
            ---
            # A heading

            One line
            goes on *here* with a [link](https://example.org "no") &amp; “marks".

            - first
            - second <b>bold</b><!-- not this -->

            > quoted

            ```text
            code  stays
            ```

            | a | b |
            |---|---|
            | 1 | 2 |
            <script>alert(1)</script>
            """);

        Assert.Equal(
            "A heading\n\nOne line goes on here with a link & “marks\".\n\nfirst\nsecond bold\n\nquoted\n\ncode  stays\n\na b\n1 2", article.Text);
        Assert.Equal("Mine", article.Title);
    }

    [Fact]
    public void A_saved_page_gives_its_article_without_the_menu()
    {
        var article = Read("x.html", Page($$"""
            <title>The bridge | The Paper</title>
            <meta property="og:site_name" content="The Paper"><link rel="canonical" href="https://example.org/bridge">
            <meta name="author" content="Ann Smith"><meta property="article:published_time" content="2019-03-04T22:00:00-05:00">
            """));

        Assert.Contains("“We shall build it again before the winter,” said the mayor", article.Text, StringComparison.Ordinal);
        Assert.Contains("to pay for.\n\nThe council", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Subscribe", article.Text, StringComparison.Ordinal);
        Assert.Equal("The bridge", article.Title);
        Assert.Equal("The Paper", article.Source);
        Assert.Equal("Ann Smith", article.Author);
        Assert.Equal("https://example.org/bridge", article.Url);
        Assert.Equal(new DateOnly(2019, 3, 4), article.Published);
    }

    [Theory]
    [InlineData("<div class=\"ad\">", "</div>")]
    [InlineData("<div class=\"box ad-slot\">", "</div>")]
    [InlineData("<section id=\"advertisement\"><p>", "</p></section>")]
    [InlineData("<div aria-label=\"Advertisement\">", "</div>")]
    public void A_saved_page_gives_its_article_without_its_adverts(string before, string after)
    {
        var advert = $"{before}ADVERTISEMENT: “The best boots I ever bought,” says Carl. Buy them now, before they are gone!{after}";
        var paragraph = string.Concat(Enumerable.Repeat("The river rose again, the mayor said, and the bridge was closed. ", 6));
        var article = Read("flood.html", $"""
            <html><head><title>Flood</title></head><body class="ads-on">{advert}
            <article class="ad-free"><h1>Flood</h1><p>{paragraph}</p>{advert}<p>{paragraph}</p><p>{paragraph}</p></article></body></html>
            """);
        Assert.DoesNotContain("boots", article.Text, StringComparison.Ordinal);
        Assert.Equal(3, article.Text.Split("\n\n").Length);
    }

    [Fact]
    public void A_saved_page_may_say_what_it_is_by_json_ld()
    {
        var article = Read("x.htm", Page("""
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"no"},{"@type":["NewsArticle"],"headline":"The bridge",
            "datePublished":"2020-01-02","author":[{"name":"Ann"},{"name":"Bob"}],"publisher":{"@type":"Organization","name":"Paper"},"url":"https://example.org/x"}]}</script>
            """));

        Assert.Equal(("The bridge", "Paper", "Ann, Bob", "https://example.org/x"), (article.Title, article.Source, article.Author, article.Url));
        Assert.Equal(new DateOnly(2020, 1, 2), article.Published);
    }

    [Theory]
    [InlineData("<html><body><nav><a href='/'>Home</a> <a href='/x'>News</a></nav></body></html>")]
    [InlineData("<!doctype html><title>Login</title><form><input name=a><button>Go</button></form>")]
    [InlineData("no page at all")]
    public void A_page_without_an_article_says_so(string page) =>
        Assert.Contains("No article was found", Parse("x.html", page).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_schema_org_object_is_one_article()
    {
        var article = Read("a/x.json", """
            {"@context":"https://schema.org","@type":"ReportageNewsArticle","headline":"A headline","articleBody":"Line one.\n\nLine “two”.",
             "datePublished":"2019-03-04T10:00:00+01:00","url":"https://example.org/","publisher":"Paper","author":{"@type":"Person","name":"Ann"}}
            """);

        Assert.Equal("a/x", article.Id);
        Assert.Equal("Line one.\n\nLine “two”.", article.Text);
        Assert.Equal(("A headline", "Paper", "Ann"), (article.Title, article.Source, article.Author));
        Assert.Equal(new DateTimeOffset(2019, 3, 4, 9, 0, 0, TimeSpan.Zero), article.PublishedAt);
    }

    [Fact]
    public void The_elements_of_an_array_are_numbered_by_their_place()
    {
        var parsed = Parse("x.json", """
            [{"@type":"NewsArticle","headline":"A","articleBody":"One."},{"@type":"WebPage"},{"@type":"https://schema.org/Article","articleBody":"Three."}]
            """);

        Assert.Equal(["x#1", "x#3"], parsed.Articles.Select(article => article.Id));
        Assert.Equal(["A", "Three."], parsed.Articles.Select(article => article.Title));
    }

    [Theory]
    [InlineData("""{"@type":"Recipe","name":"Soup"}""", "another schema")]
    [InlineData("""{"articles":[]}""", "another schema")]
    [InlineData("[]", "another schema")]
    [InlineData("17", "another schema")]
    [InlineData("""{"@type":"NewsArticle","headline":"A"}""", "no articleBody")]
    [InlineData("""[{"@type":"NewsArticle","articleBody":"A."},{"@type":"NewsArticle","articleBody":7}]""", "article number 2 has no articleBody")]
    [InlineData("""{"@type":"NewsArticle" """, "not valid JSON")]
    [InlineData("""{"@type":"NewsArticle","articleBody":"half \ud800 of it"}""", "surrogate")]
    [InlineData("""{"@type":"NewsArticle","articleBody":"zero \u0000"}""", "zero characters")]
    public void Json_that_is_no_article_is_named_with_its_reason(string json, string reason) =>
        Assert.Contains(reason, Parse("x.json", json).Reason, StringComparison.Ordinal);

    [Fact]
    public void An_address_that_is_no_web_address_is_left_out_of_json() =>
        Assert.Null(Read("x.json", """{"@type":"NewsArticle","articleBody":"A.","url":"javascript:alert(1)","datePublished":"soon"}""").Url);

    private static string Page(string head) => $"""
        <!doctype html><html><head>{head}</head><body><nav><a href="/">Home</a><a href="/s">Subscribe now</a></nav>
        <article><h1>The bridge</h1><p>{Body}</p><p>{Body}</p><p>{Body}</p></article>
        <footer><a href="/s">Subscribe</a></footer></body></html>
        """;

    private static ParsedFile Parse(string path, string content) =>
        ArticleParser.Parse(path, Encoding.UTF8.GetBytes(content), DateTimeOffset.UnixEpoch);

    private static Article Read(string path, string content)
    {
        var parsed = Parse(path, content);
        Assert.Null(parsed.Reason);
        return Assert.Single(parsed.Articles);
    }
}
