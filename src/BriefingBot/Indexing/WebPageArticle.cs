using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Indexing;

/// <summary>A saved web page: the article in it, without menus and adverts, by the rules of Firefox's reader view.</summary>
internal static class WebPageArticle
{
    /// <summary>
    /// The levels of all elements together: the reader's work grows with it (measured: a second or less for each 250,000). A long article's
    /// page has some hundred thousand.
    /// </summary>
    private const int MaxLevels = 1_500_000;

    /// <summary>Relative links of a page without an address of its own need some base; this name can never be reached (RFC 2606).</summary>
    private const string NoAddress = "https://article.invalid/";

    /// <exception cref="UnreadableArticleException">No article was found in the page.</exception>
    public static Article Read(string id, string content)
    {
        var page = PageParser.Parse(content);
        var facts = page.QuerySelectorAll("script[type='application/ld+json']")
            .Select(script => NewsArticleJson.FactsIn(script.TextContent)).FirstOrDefault(each => each is not null);
        var url = ArticleAddress.Read(page.QuerySelector("link[rel='canonical']")?.GetAttribute("href"))
            ?? ArticleAddress.Read(Meta(page, "og:url")) ?? facts?.Url;
        var published = facts?.Published ?? PublishedIn(page);

        if (LevelsOf(page) > MaxLevels)
        {
            throw new UnreadableArticleException("This page has too many parts; save the article's text as .txt.");
        }

        // The reader takes the page apart: everything else had to be read before.
        Adverts.RemoveFrom(page);
        var found = Extract(page, url);
        var text = found is { IsReadable: true, Content.Length: > 0 } ? ReadableText.Of(PageParser.Parse(found.Content).Body!) : "";
        if (text.Length == 0)
        {
            throw new UnreadableArticleException("No article was found in this page; save the article's own page, or its text as .txt.");
        }

        var source = facts?.Source ?? found!.SiteName;
        return new Article(id, facts?.Title ?? WithoutSite(found!.Title ?? "", source), text)
        {
            Source = source,
            Author = facts?.Author ?? found!.Author ?? found.Byline,
            Url = url,
            Published = published?.Day,
            PublishedAt = published?.Moment,
        };
    }

    /// <summary>“Rovers win late | Sport Daily”: a page's title often ends with the site's name, which replies show anyway.</summary>
    private static string WithoutSite(string title, string? site)
    {
        var head = site is { Length: > 0 } && title.EndsWith(site, StringComparison.OrdinalIgnoreCase) ? title[..^site.Length].TrimEnd() : "";
        return head is { Length: > 2 } && head[^1] is '|' or '-' or '–' or '—' or '·' && head[^2] == ' ' ? head[..^1].TrimEnd() : title;
    }

    private static SmartReader.Article? Extract(IHtmlDocument page, string? url)
    {
        try
        {
            return new SmartReader.Reader(url ?? NoAddress, page).GetArticle();
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // The library promises nothing about pages that are not well formed.
            return null;
        }
    }

    private static long LevelsOf(IHtmlDocument page)
    {
        var levels = 0L;
        var open = new Stack<(IElement Element, int Level)>();
        open.Push((page.DocumentElement, 1));
        while (open.TryPop(out var next) && levels <= MaxLevels)
        {
            levels += next.Level;
            foreach (var child in next.Element.Children)
            {
                open.Push((child, next.Level + 1));
            }
        }

        return levels;
    }

    private static PublicationDate? PublishedIn(IHtmlDocument page)
    {
        string?[] written =
        [
            Meta(page, "article:published_time"), Meta(page, "og:article:published_time"), Meta(page, "datePublished"),
            Meta(page, "parsely-pub-date"), Meta(page, "date"), Meta(page, "dc.date"), Meta(page, "DC.date.issued"), Meta(page, "pubdate"),
            page.QuerySelector("time[itemprop='datePublished']")?.GetAttribute("datetime"),
            page.QuerySelector("article time[datetime]")?.GetAttribute("datetime"),
        ];
        return written.Select(each => each is null ? null : ArticleDates.Read(each)).FirstOrDefault(each => each is not null);
    }

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelector(string.Create(CultureInfo.InvariantCulture, $"meta[property='{name}' i],meta[name='{name}' i],meta[itemprop='{name}' i]"))
            ?.GetAttribute("content");
}
