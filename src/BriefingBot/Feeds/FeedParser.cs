using System.Text;
using System.Xml;
using BriefingBot.Indexing;

namespace BriefingBot.Feeds;

/// <summary>What was fetched is no feed. The message says why, without its words.</summary>
internal sealed class UnreadableFeedException(string reason) : Exception(reason);

/// <summary>
/// RSS 2.0 (https://www.rssboard.org/rss-specification), 1.0 and its forerunners, and Atom 1.0 (RFC 4287), read as a stream. No document type is allowed:
/// entities of it are what makes gigabytes of a few bytes, and what reads files of whoever reads the feed. Any text is good input.
/// </summary>
internal static class FeedParser
{
    /// <summary>The newest ones; feeds have some dozens.</summary>
    public const int MaxItems = 1000;

    private const int MaxDepth = 256;

    /// <summary>In UTF-16 code units: of a title, an id, a date; longer ones are cut.</summary>
    private const int MaxField = 16 * 1024;

    /// <param name="address">Of the feed: links start from it.</param>
    /// <param name="text">All of it.</param>
    /// <exception cref="UnreadableFeedException">It is no feed, or a broken one.</exception>
    public static ReadFeed Read(Uri address, string text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            // Characters that XML does not know stand in many feeds; they are left out of what is written.
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            text = text.TrimStart();
            CheckDepth(text, settings);
            using var xml = XmlReader.Create(new StringReader(text), settings);
            return Read(address, xml);
        }
        catch (XmlException broken)
        {
            throw new UnreadableFeedException(
                text.AsSpan().TrimStart().StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) ? "it is a web page and no feed"
                : $"it is not well-formed XML, or it has a document type, which is not allowed (line {broken.LineNumber})");
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            // Of names that are none, where characters are not checked.
            throw new UnreadableFeedException("it is not well-formed XML");
        }
    }

    private static ReadFeed Read(Uri address, XmlReader xml)
    {
        xml.MoveToContent();
        var (container, entry) = xml.LocalName switch
        {
            "rss" => (2, "item"),
            "RDF" => (1, "item"),
            "feed" => (1, "entry"),
            _ => throw new UnreadableFeedException("it is neither RSS nor Atom"),
        };
        var titleAt = entry == "entry" ? 1 : 2;
        var page = Follow(address, xml.GetAttribute("xml:base"));
        string? title = null;
        var items = new List<FeedItem>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == entry && xml.Depth == container)
            {
                items.Add(new FeedItemReader(address, page).Read(xml));
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "title" && xml.Depth == titleAt && title is null)
            {
                using var inside = xml.ReadSubtree();
                title = ArticleTitle.Tidy(TextOf(inside));
            }
        }

        // The newest ones, and of two with one identity the newer: so that they never take turns. Dates in the future tell nothing of the order.
        return new ReadFeed(title is { Length: > 0 } ? title : null, [.. items.OrderByDescending(item => item.Published ?? DateTimeOffset.MaxValue)
            .DistinctBy(item => item.Identity).Take(MaxItems)]);
    }

    /// <summary>All words of the element that <paramref name="element"/> is a reader of, markup left out.</summary>
    public static string TextOf(XmlReader element, int most = MaxField)
    {
        var text = new StringBuilder();
        while (element.Read())
        {
            if (element.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace && text.Length < most)
            {
                text.Append(element.Value.AsSpan(0, Math.Min(element.Value.Length, most - text.Length)));
            }
        }

        return text.ToString();
    }

    /// <summary>An address below a base, which may be the feed's own.</summary>
    public static Uri Follow(Uri page, string? link) => FeedAddress.Follow(page, link) ?? page;

    /// <summary>Once over all of it: what reads parts of a feed takes time that grows with the square of the depth.</summary>
    private static void CheckDepth(string text, XmlReaderSettings settings)
    {
        using var xml = XmlReader.Create(new StringReader(text), settings);
        while (xml.Read())
        {
            if (xml.Depth > MaxDepth)
            {
                throw new UnreadableFeedException($"its elements nest deeper than {MaxDepth} levels");
            }
        }
    }
}
