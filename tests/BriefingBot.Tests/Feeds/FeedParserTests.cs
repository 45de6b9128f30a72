using System.Text;
using BriefingBot.Feeds;
using CsCheck;

namespace BriefingBot.Tests.Feeds;

/// <summary>Feeds of every kind, and what pretends to be one.</summary>
public sealed class FeedParserTests
{
    private static readonly Uri Address = new("https://news.example/feeds/world.xml");

    [Fact]
    public void Rss_2_is_read_with_all_that_an_article_needs()
    {
        var feed = Read(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
              <channel><title>Example News</title><link>https://news.example/</link>
                <image><title>Logo</title></image>
                <item>
                  <title>Putin &amp; Trump &lt;b&gt;meet&lt;/b&gt;</title><media:title>Picture</media:title>
                  <link>/2019/inf?utm_source=rss</link><guid isPermaLink="false">inf-1</guid>
                  <pubDate>Mon, 04 Mar 2019 09:30:00 GMT</pubDate><dc:creator>A. Reporter</dc:creator>
                  <category>Arms control</category><description>Short.</description>
                  <content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>
                </item>
              </channel>
            </rss>
            """);
        var item = Assert.Single(feed.Items);
        Assert.Equal(
            ("Example News", "Putin & Trump meet", "https://news.example/2019/inf?utm_source=rss", "A. Reporter", "Short.", "<p>Long.</p>", "Arms control"),
            (feed.Title, item.Title, item.Link!.AbsoluteUri, item.Author, item.Summary, item.Content, item.Categories));
        Assert.Equal(new DateTimeOffset(2019, 3, 4, 9, 30, 0, TimeSpan.Zero), item.Published);
    }

    [Fact]
    public void Atom_is_read_with_the_link_to_the_page_itself_and_markup_of_all_three_kinds()
    {
        var feed = Read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/x/">
              <title>Example</title><id>tag:example,2026:1</id>
              <entry>
                <id>tag:example,2026:2</id><title type="html">A &amp;lt;B&amp;gt; &lt;i&gt;c&lt;/i&gt;</title>
                <link rel="self" href="self.xml"/><link rel="alternate" type="text/html" href="page.html"/><link rel="enclosure" href="sound.mp3"/>
                <published>2026-03-01T10:00:00+01:00</published><updated>2026-03-02T10:00:00Z</updated>
                <author><name>Anna Keller</name><email>a@example.org</email></author>
                <summary>Of it</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two</p></div></content>
              </entry>
              <entry><id>tag:example,2026:3</id><title type="text">1 &lt; 2 &amp; 3</title><updated>2026-03-01T08:00:00Z</updated></entry>
            </feed>
            """);
        Assert.Equal(2, feed.Items.Count);
        var (first, second) = (feed.Items[0], feed.Items[1]);
        Assert.Equal(("A <B> c", "https://other.example/x/page.html", "Anna Keller", "Of it"), (first.Title, first.Link!.AbsoluteUri, first.Author, first.Summary));
        Assert.Contains("<p>One</p>", first.Content, StringComparison.Ordinal);
        Assert.Equal("2026-03-02T10:00:00Z", first.Updated);
        Assert.Equal(("1 < 2 & 3", (Uri?)null, new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero)), (second.Title, second.Link, second.Published));
    }

    [Fact]
    public void Rss_1_and_its_forerunner_are_read()
    {
        foreach (var space in new[] { "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/" })
        {
            var feed = Read(
                $"""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{space}" xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <channel rdf:about="https://news.example/"><title>Example</title></channel>
                  <item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link><dc:date>2026-03-01</dc:date></item>
                </rdf:RDF>
                """);
            Assert.Equal(("Example", "One", 2026), (feed.Title, Assert.Single(feed.Items).Title, feed.Items[0].Published!.Value.Year));
        }
    }

    [Theory]
    [InlineData("Mon, 04 Mar 2019 09:30:00 GMT", "2019-03-04T09:30:00+00:00")]
    [InlineData("4 Mar 2019 09:30 EST", "2019-03-04T09:30:00-05:00")]
    [InlineData("Mon, 4 March 2019 09:30:00 +0530", "2019-03-04T09:30:00+05:30")]
    [InlineData("Mon, 04 Mar 19 09:30:00 Z", "2019-03-04T09:30:00+00:00")]
    [InlineData("2019-03-04T09:30:00.123+01:00", "2019-03-04T09:30:00+01:00")]
    [InlineData("2019-03-04", "2019-03-04T00:00:00+00:00")]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void Dates_of_mail_and_of_iso_8601_are_moments(string written, string? moment) =>
        Assert.Equal(moment, FeedDates.Read(written)?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel><item><title>&a;</title></item></channel></rss>", "document type")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&a;</title></channel></rss>", "document type")]
    [InlineData("<!DOCTYPE html><html><body>Not found</body></html>", "web page")]
    [InlineData("<rss><channel><item><title>Broken", "well-formed")]
    [InlineData("<html></html>", "neither RSS nor Atom")]
    [InlineData("", "well-formed")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\"}", "well-formed")]
    [InlineData("<rss><channel><item><title>&undefined;</title></item></channel></rss>", "well-formed")]
    public void What_is_no_feed_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<UnreadableFeedException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Elements_that_nest_without_end_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        Assert.Throws<UnreadableFeedException>(() => Read($"<rss><channel>{deep}"));
        Assert.Throws<UnreadableFeedException>(() => Read($"<rss><channel><item><description>{deep}"));
        Assert.Throws<UnreadableFeedException>(() => Read($"<rss><channel><item><media>{deep}"));
        Assert.Throws<UnreadableFeedException>(() => Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>{deep}"));
    }

    [Fact]
    public void Of_ten_thousand_items_the_newest_thousand_are_taken_and_of_one_guid_the_newest()
    {
        var items = string.Concat(Enumerable.Range(0, 10_000).Select(i =>
            $"<item><guid>{i % 5000}</guid><title>{i}</title><pubDate>{new DateTime(2000, 1, 1).AddHours(i):yyyy-MM-dd'T'HH:mm:ss}</pubDate></item>"));
        var feed = Read($"<rss><channel>{items}</channel></rss>");
        Assert.Equal(FeedParser.MaxItems, feed.Items.Count);
        Assert.Equal(("9999", "9000"), (feed.Items[0].Title, feed.Items[^1].Title));
    }

    [Fact]
    public void A_title_of_a_megabyte_and_one_of_script_are_one_short_line()
    {
        var feed = Read(
            $"<rss><channel><item><guid>1</guid><title>{new string('a', 1_000_000)}</title></item>"
            + "<item><guid>2</guid><title>&lt;script&gt;alert(1)&lt;/script&gt;News&#1;</title></item></channel></rss>");
        Assert.Equal(160, feed.Items[0].Title.Length);
        Assert.Equal("News", feed.Items[1].Title);
    }

    [Fact]
    public void Encodings_are_told_by_the_mark_the_declaration_and_the_header()
    {
        const string Xml = "<rss><channel><item><title>Zürich “ok”</title></item></channel></rss>";
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        Assert.Equal("Zürich “ok”", TitleOf(Encoding.UTF8.GetBytes(Xml), null));
        Assert.Equal("Zürich “ok”", TitleOf([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Xml)], "utf-8"));
        Assert.Equal("Zürich “ok”", TitleOf([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Xml)], null));
        Assert.Equal("Zürich “ok”", TitleOf([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Xml)], "windows-1252"));
        Assert.Equal("Zürich “ok”", TitleOf(western.GetBytes($"<?xml version='1.0' encoding='ISO-8859-1'?>{Xml}"), "utf-8"));
        Assert.Equal("Zürich “ok”", TitleOf(western.GetBytes(Xml), "windows-1252"));
        Assert.Equal("Zürich “ok”", TitleOf(Encoding.UTF8.GetBytes($"<?xml version='1.0' encoding='no-such'?>{Xml}"), "nor-this"));

        static string TitleOf(byte[] bytes, string? charset) => Read(WebText.OfFeed(bytes, charset)).Items[0].Title;
    }

    [Fact]
    public void Any_bytes_are_a_feed_or_refused()
    {
        byte[][] real =
        [
            """
            <?xml version="1.0"?><rss version="2.0"><channel><title>T</title><item><title>A &lt;b&gt;</title><link>http://a.example/?a=b&amp;c</link>
            <guid>g</guid><pubDate>Mon, 04 Mar 2019 09:30:00 GMT</pubDate><description><![CDATA[<p>x</p>]]></description></item></channel></rss>
            """u8.ToArray(),
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://a/"><title>T</title><entry><id>i</id><title type="html">&amp;lt;</title>
            <link href="x"/><author><name>n</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x</div></content></entry></feed>
            """u8.ToArray(),
        ];
        var mark = Gen.Select(Gen.Int[0, 600], Gen.Byte, Gen.Int[0, 3]);
        var damage = Gen.Select(Gen.Int[0, real.Length - 1], mark.List[0, 12], (which, marks) => Damaged(real[which], marks));
        Gen.OneOf(damage, Gen.Byte.Array[0, 300]).Sample(
            bytes =>
            {
                try
                {
                    foreach (var item in Read(WebText.OfFeed(bytes, null)).Items)
                    {
                        _ = item.Fingerprint;
                        Assert.True(item.Title.Length <= 160);
                    }
                }
                catch (UnreadableFeedException)
                {
                    // Told.
                }
            },
            iter: 20_000,
            threads: 1);
    }

    private static byte[] Damaged(byte[] whole, List<(int At, byte Value, int Kind)> marks)
    {
        var bytes = whole.ToList();
        foreach (var (at, value, kind) in marks)
        {
            var place = bytes.Count == 0 ? 0 : at % bytes.Count;
            switch (kind)
            {
                case 0 when bytes.Count > 0:
                    bytes[place] = value;
                    break;
                case 1:
                    bytes.Insert(place, value);
                    break;
                case 2 when bytes.Count > 0:
                    bytes.RemoveAt(place);
                    break;
                default:
                    bytes.RemoveRange(place, Math.Min(value / 16, bytes.Count - place));
                    break;
            }
        }

        return [.. bytes];
    }

    private static ReadFeed Read(string text) => FeedParser.Read(Address, text);
}
