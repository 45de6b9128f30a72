using System.Xml;
using AngleSharp.Dom;
using BriefingBot.Indexing;

namespace BriefingBot.Feeds;

/// <summary>Reads one <c>item</c> or <c>entry</c>; elements of other vocabularies (media, podcasts) are left alone.</summary>
/// <param name="feed">The feed's address.</param>
/// <param name="page">What links start from.</param>
internal sealed class FeedItemReader(Uri feed, Uri page)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string RssContent = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>In UTF-16 code units; no article is longer.</summary>
    private const int MaxContent = 4 * 1024 * 1024;

    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "", Atom, "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2", "http://purl.org/net/rss1.1#",
        "http://purl.org/atom/ns#",
    };

    private readonly List<string> _authors = [];
    private readonly List<string> _categories = [];
    private string? _id;
    private string? _title;
    private string? _link;
    private string? _published;
    private string? _updated;
    private string? _content;
    private string? _summary;
    private Uri _page = page;

    /// <param name="xml">At the item's start; afterwards at its end.</param>
    /// <exception cref="XmlException">Not well formed.</exception>
    public FeedItem Read(XmlReader xml)
    {
        _page = FeedParser.Follow(_page, xml.GetAttribute("xml:base"));
        _id = xml.GetAttribute("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        using var item = xml.ReadSubtree();
        item.Read();
        while (item.Read())
        {
            if (item.NodeType == XmlNodeType.Element)
            {
                ReadField(item);
            }
        }

        var title = PlainOf(_title ?? "");
        var link = FeedAddress.Follow(_page, _link);
        return new FeedItem(FeedItem.IdentityOf(feed, _id, link, $"{title}\n{_published}\n{_summary}"), title)
        {
            Link = link,
            Published = FeedDates.Read(_published) ?? FeedDates.Read(_updated),
            Updated = _updated,
            Author = _authors.Count == 0 ? null : string.Join(", ", _authors.Distinct(StringComparer.Ordinal).Take(5)),
            Content = _content,
            Summary = _summary,
            Categories = string.Join("\n", _categories.Take(100)),
        };
    }

    private void ReadField(XmlReader item)
    {
        var (name, space) = (item.LocalName, item.NamespaceURI);
        var (type, address, relation) = (item.GetAttribute("type"), item.GetAttribute("href"), item.GetAttribute("rel"));
        var isNoLink = item.GetAttribute("isPermaLink") == "false";
        var term = item.GetAttribute("term");
        using var field = item.ReadSubtree();
        switch (name)
        {
            case "encoded" when space == RssContent:
                _content = FeedParser.TextOf(field, MaxContent);
                break;
            case "creator" when space == DublinCore:
                Add(_authors, FeedParser.TextOf(field));
                break;
            case "date" when space == DublinCore:
                _published ??= FeedParser.TextOf(field);
                break;
            case "author" when Own.Contains(space):
                Add(_authors, NameOf(field));
                break;
            case "category" when Own.Contains(space):
                Add(_categories, term ?? FeedParser.TextOf(field));
                break;
            case "link" when Own.Contains(space):
                ReadLink(FeedParser.TextOf(field), address, relation, type);
                break;
            case "content" when space == Atom:
                _content = MarkupOf(field, type);
                break;
            case "summary" when Own.Contains(space):
                _summary = MarkupOf(field, type);
                break;
            case "title" when Own.Contains(space):
                _title ??= MarkupOf(field, type);
                break;
            case "description" when Own.Contains(space):
                _summary ??= FeedParser.TextOf(field, MaxContent);
                break;
            case "guid" or "id" when Own.Contains(space):
                ReadId(FeedParser.TextOf(field).Trim(), isNoLink, name);
                break;
            case "pubDate" or "published" or "issued" when Own.Contains(space):
                _published = FeedParser.TextOf(field);
                break;
            case "updated" or "modified" when Own.Contains(space):
                _updated = FeedParser.TextOf(field);
                break;
        }

        while (field.Read())
        {
            // To the field's end, whatever it holds.
        }
    }

    /// <summary>Atom has several links, of which the one to the item itself is meant.</summary>
    private void ReadLink(string text, string? address, string? relation, string? type)
    {
        var isPage = relation is null or "alternate" && type is null or "text/html" or "application/xhtml+xml";
        if (_link is null || (address is not null && isPage && relation == "alternate"))
        {
            _link = address is null ? text : relation is null or "alternate" ? address : _link;
        }
    }

    /// <summary>A guid is the item's address too, unless it says otherwise.</summary>
    private void ReadId(string id, bool isNoLink, string name)
    {
        _id = id;
        if (name == "guid" && !isNoLink && Uri.TryCreate(id, UriKind.Absolute, out _))
        {
            _link ??= id;
        }
    }

    private static string NameOf(XmlReader author)
    {
        var words = new List<string>();
        string? name = null;
        while (author.Read())
        {
            if (author is { NodeType: XmlNodeType.Element, LocalName: "name" })
            {
                using var inside = author.ReadSubtree();
                name ??= FeedParser.TextOf(inside);
            }
            else if (author.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && author.Depth == 1)
            {
                words.Add(author.Value);
            }
        }

        // RSS: “editor@news.example (Anna Keller)”.
        var text = name ?? string.Join(' ', words);
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.LastIndexOf(')');
        return open >= 0 && close > open && text.AsSpan(0, open).Contains('@') ? text[(open + 1)..close] : text;
    }

    /// <summary>HTML: of text it is made, of XHTML it is what stands in the element.</summary>
    private static string MarkupOf(XmlReader field, string? type)
    {
        if (type == "xhtml")
        {
            field.Read();
            return field.ReadInnerXml() is { Length: <= MaxContent } markup ? markup : "";
        }

        var text = FeedParser.TextOf(field, MaxContent);
        return type is "text" ? text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal) : text;
    }

    private static void Add(List<string> to, string words)
    {
        if (ArticleTitle.Tidy(words) is { Length: > 0 } tidy)
        {
            to.Add(tidy);
        }
    }

    /// <summary>One line: titles hold markup, though they should not.</summary>
    private static string PlainOf(string title)
    {
        // A title of a megabyte is cut before anything looks into it.
        var start = title.Length <= 8192 ? title : title[..8192];
        return ArticleTitle.Tidy(start.AsSpan().IndexOfAny('<', '&') < 0 ? start : WordsOf(start));
    }

    private static string WordsOf(string markup)
    {
        try
        {
            return ReadableText.Of(PageParser.Parse(markup).DocumentElement);
        }
        catch (UnreadableArticleException)
        {
            return "";
        }
    }
}
