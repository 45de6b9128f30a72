using System.Text;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Articles;
using CsCheck;

namespace BriefingBot.Tests.Indexing;

public class ArticleParserTests
{
    private static readonly DateTimeOffset Added = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Text_is_taken_verbatim_after_the_front_matter()
    {
        var article = Read("a/b.txt", "---\ntitle: \"A: B\"\npublished: 2019-03-04\n---\r\n\r\n  One.\r\nTwo.  \n");

        Assert.Equal("\r\n  One.\r\nTwo.  \n", article.Text);
        Assert.Equal("A: B", article.Title);
        Assert.Equal(new DateOnly(2019, 3, 4), article.Published);
        Assert.Null(article.PublishedAt);
        Assert.Equal("a/b", article.Id);
        Assert.Equal(Added, article.Added);
    }

    [Fact]
    public void Front_matter_gives_source_address_author_and_time()
    {
        var article = Read(
            "x.txt",
            "---\nsource: A Paper\nurl: https://example.org/a b\nauthor: [Ann, Bob]\npublished: 2019-03-04T23:30:00-05:00\ntags:\n  - {deep: [er]}\n---\nText.");

        Assert.Equal("A Paper", article.Source);
        Assert.Equal("https://example.org/a%20b", article.Url);
        Assert.Equal("Ann, Bob", article.Author);
        Assert.Equal(new DateOnly(2019, 3, 4), article.Published);
        Assert.Equal(new DateTimeOffset(2019, 3, 5, 4, 30, 0, TimeSpan.Zero), article.PublishedAt);
        Assert.Equal("Text.", article.Title);
    }

    [Theory]
    [InlineData("“I saw it”: a sister speaks")]
    [InlineData("'THE BRIDGE OF FEAR': Fury in Northtown")]
    [InlineData("\"Sorry\" is a start, says mayor")]
    [InlineData("[Updated] Bridge: what we know")]
    [InlineData("Mayor: \"It's over\"")]
    [InlineData("@mayor answers: 100% of it")]
    public void A_headline_that_is_no_YAML_is_read_as_it_stands_and_hides_none_of_the_other_keys(string headline)
    {
        var article = Read("x.md", $"---\n# of our own\ntitle: {headline}\nsource: \"A Paper\"\nurl: https://example.org/a\nauthor:\n  - Ann\n  - Bob\n\npublished: '2019-03-04'\ntags: a: b\n---\nText.");

        Assert.Equal(headline, article.Title);
        Assert.Equal(("A Paper", "https://example.org/a", "Ann, Bob", new DateOnly(2019, 3, 4)), (article.Source, article.Url, article.Author, article.Published));
    }

    [Fact]
    public void A_headline_that_is_no_YAML_may_go_on_on_the_next_line() =>
        Assert.Equal("Rovers: a “new stadium” opens", Read("x.md", "---\ntitle: Rovers: a “new\n  stadium” opens\nsource: A Paper\n---\nText.").Title);

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_text_and_hides_no_front_matter()
    {
        Assert.Equal("Text.", Read("x.txt", "\uFEFFText.").Text);
        Assert.Equal("Mine", Read("x.txt", "\uFEFF---\ntitle: Mine\n---\nText.").Title);
    }

    [Theory]
    [InlineData("Only line", "Only line")]
    [InlineData("\n\n   First  line \nSecond", "First line")]
    [InlineData("\u202EReversed\u200B and\u0007 odd", "Reversed and odd")]
    public void Without_front_matter_the_title_is_the_first_line(string text, string title) =>
        Assert.Equal(title, Read("x.txt", text).Title);

    [Fact]
    public void A_first_line_of_a_million_characters_makes_a_short_title_and_a_whole_text()
    {
        var line = string.Concat(Enumerable.Repeat("word ", 200_000));
        var article = Read("x.txt", line);

        Assert.Equal(line, article.Text);
        Assert.InRange(article.Title.Length, ArticleTitle.MaxLength / 2, ArticleTitle.MaxLength);
        Assert.EndsWith("word…", article.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_zero_width_and_right_to_left_marks_stay_in_the_text()
    {
        const string text = "He\u0001 said\u200B “no\u202E way”.\u0085Then\u2028he left\u001F.";
        Assert.Equal(text, Read("x.txt", text).Text);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \r\n\t ", "empty")]
    [InlineData("---\ntitle: Only this\n---\n", "no words")]
    [InlineData("… – !\u200B", "no words")]
    [InlineData("PK\u0003\u0004\0\0", "binary")]
    [InlineData("---\ntitle: never closed\nText.", "no closing line ---")]
    [InlineData("---\ntitle: a: b\nno key\n---\nText.", "line 2 is not valid YAML")]
    [InlineData("---\n- a\n- b\n---\nText.", "is not valid YAML")]
    [InlineData("---\ntitle: a: b\npublished: yesterday\n---\nText.", "published must be a date")]
    [InlineData("---\ntitle: a: b\ntitle: c\n---\nText.", "repeats a key")]
    [InlineData("---\ntitle: a: b\nsource: &a x\nauthor: *a\n---\nText.", "alias")]
    [InlineData("---\npublished: yesterday\n---\nText.", "published must be a date")]
    [InlineData("---\npublished: 2019-02-30\n---\nText.", "published must be a date")]
    [InlineData("---\nurl: javascript:alert(1)\n---\nText.", "url must be an address")]
    [InlineData("---\na: &a [x, x]\nb: [*a, *a]\n---\nText.", "alias")]
    [InlineData("---\ntitle: One\ntitle: Two\n---\nText.", "repeats a key")]
    public void A_text_that_is_no_article_is_named_with_its_reason(string content, string reason) =>
        Assert.Contains(reason, Reason("x.txt", Encoding.UTF8.GetBytes(content)), StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00 }, "UTF-16")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x41 }, "UTF-16")]
    [InlineData(new byte[] { 0x41, 0x42, 0xE9, 0x20 }, "not UTF-8 (see its byte 3)")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "not UTF-8")]
    public void Another_encoding_is_named(byte[] bytes, string reason) =>
        Assert.Contains(reason, Reason("x.txt", bytes), StringComparison.Ordinal);

    [Fact]
    public void Front_matter_that_nests_without_end_is_refused_and_harms_nothing() =>
        Assert.Contains("front matter", Reason("x.txt", Encoding.UTF8.GetBytes($"---\na: {new string('[', 16_000)}\n---\nText.")), StringComparison.Ordinal);

    [Fact]
    public void Any_bytes_in_any_format_are_articles_or_a_reason() =>
        Gen.Select(Gen.OneOf("x.txt", "x.md", "x.html", "x.json"), Gen.Byte.Array[0, 200]).Sample((path, bytes) =>
            Check(ArticleParser.Parse(path, bytes, Added)));

    [Fact]
    public void Any_text_in_any_format_is_articles_or_a_reason() =>
        Gen.Select(
            Gen.OneOf("x.txt", "x.md", "x.html", "x.json"),
            Gen.OneOf("---\n", "title: ", "[", "*", "{\"@type\":", "\"NewsArticle\"", "<p>", "<div>", "</", ">", "&amp;", " a ", "\n", ":", "`", "|", "- ").Array[0, 40])
            .Sample((path, parts) => Check(ArticleParser.Parse(path, Encoding.UTF8.GetBytes(string.Concat(parts)), Added)));

    [Theory]
    [InlineData("x.md", "> ", 20_000)]
    [InlineData("x.md", "[a](", 20_000)]
    [InlineData("x.md", "[", 20_000)]
    [InlineData("x.md", "*a ", 20_000)]
    [InlineData("x.html", "<div>a ", 2_000)]
    [InlineData("x.html", "<b>a ", 2_000)]
    [InlineData("x.json", "[", 100_000)]
    [InlineData("x.json", "{\"a\":", 100_000)]
    public void Deep_nesting_ends_in_an_article_or_a_reason(string path, string opening, int times) =>
        Check(ArticleParser.Parse(path, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(opening, times))), Added));

    [Theory]
    [InlineData("x.html", "<br>")]
    [InlineData("x.md", "<br>\n")]
    public void A_page_of_more_parts_than_any_article_has_is_named_with_its_reason(string path, string part) =>
        Assert.Contains("more than 50000 parts", Reason(path, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, 60_000)))), StringComparison.Ordinal);

    private static void Check(ParsedFile parsed)
    {
        Assert.Equal(parsed.Reason is null, parsed.Articles.Count > 0);
        Assert.All(parsed.Articles, article => Assert.InRange(article.Title.Length, 1, ArticleTitle.MaxLength));
    }

    private static Article Read(string path, string content)
    {
        var parsed = ArticleParser.Parse(path, Encoding.UTF8.GetBytes(content), Added);
        Assert.Null(parsed.Reason);
        return Assert.Single(parsed.Articles);
    }

    private static string Reason(string path, byte[] bytes)
    {
        var parsed = ArticleParser.Parse(path, bytes, Added);
        Assert.Empty(parsed.Articles);
        return parsed.Reason!;
    }
}
