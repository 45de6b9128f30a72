using System.Globalization;
using System.Text;
using BriefingBot.Indexing;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Feeds;

/// <summary>An item's article as the file that it becomes: front matter and text, as an operator would write it.</summary>
/// <param name="Content">Of the file, in UTF-8 without a mark.</param>
/// <param name="Body">A hash of the text alone: the same article is known again under another name.</param>
/// <param name="Published">When it was published; null when nobody says.</param>
internal sealed record FeedArticle(byte[] Content, string Body, DateTimeOffset? Published)
{
    /// <summary>In UTF-16 code units: what an item holds besides its page counts as its text from here on.</summary>
    private const int ShortestText = 200;

    /// <summary>A summary is only taken for the text when it is this long.</summary>
    private const int ShortestSummary = 1000;

    /// <summary>The article in <paramref name="page"/>, else the item's own text; null when there is neither.</summary>
    /// <param name="item">What the feed says.</param>
    /// <param name="source">How the feed calls itself.</param>
    /// <param name="page">The item's page; null when there is none.</param>
    /// <param name="address">Where the page was.</param>
    /// <param name="now">Nothing was published later.</param>
    public static FeedArticle? Of(FeedItem item, string? source, string? page, Uri? address, DateTimeOffset now)
    {
        var found = page is null ? null : OnPage(page);
        var text = Clean(found?.Text ?? OwnText(item) ?? "");
        if (!text.EnumerateRunes().Any(Rune.IsLetterOrDigit))
        {
            return null;
        }

        var published = FeedDates.Sensible(found?.PublishedAt, now) ?? (SensibleDay(found, now) ? null : FeedDates.Sensible(item.Published, now));
        var front = new StringBuilder("---\n");
        Write(front, "title", item.Title, found?.Title);
        Write(front, "source", found?.Source, source);
        Write(front, "url", ArticleAddress.Read((address ?? item.Link) is { } link ? Tracking.Without(link) : null));
        Write(front, "published", published is { } moment ? Written(moment) : SensibleDay(found, now) ? $"{found!.Published:yyyy-MM-dd}" : null);
        Write(front, "author", found?.Author, item.Author);
        front.Append("---\n").Append(text).Append('\n');
        return new FeedArticle(
            Encoding.UTF8.GetBytes(front.ToString()), FeedItem.HashOf(text),
            published ?? (SensibleDay(found, now) ? new DateTimeOffset(found!.Published!.Value, TimeOnly.MinValue, TimeSpan.Zero) : null));
    }

    private static bool SensibleDay(Article? found, DateTimeOffset now) =>
        found is { PublishedAt: null, Published: { } day } && FeedDates.Sensible(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), now) is not null;

    private static Article? OnPage(string page)
    {
        try
        {
            return WebPageArticle.Read("page", page);
        }
        catch (UnreadableArticleException)
        {
            return null;
        }
    }

    private static string? OwnText(FeedItem item) =>
        TextOf(item.Content) is { Length: >= ShortestText } content ? content
        : TextOf(item.Summary) is { Length: >= ShortestSummary } summary ? summary : null;

    /// <summary>What a reader sees of <paramref name="markup"/>; null when there is nothing.</summary>
    public static string? TextOf(string? markup)
    {
        try
        {
            return string.IsNullOrWhiteSpace(markup) ? null : ReadableText.Of(PageParser.Parse(markup).DocumentElement);
        }
        catch (UnreadableArticleException)
        {
            return null;
        }
    }

    private static string Written(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The first value that holds anything, in YAML's double quotation marks, in which nothing has a meaning but what is escaped.</summary>
    private static void Write(StringBuilder front, string key, params ReadOnlySpan<string?> values)
    {
        var tidy = "";
        foreach (var value in values)
        {
            // Invisible characters and line ends are gone once it is tidy.
            tidy = tidy.Length > 0 ? tidy : ArticleTitle.Tidy(Clean(value ?? ""));
        }

        if (tidy.Length == 0)
        {
            return;
        }

        front.Append(key).Append(": \"");
        foreach (var rune in tidy.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\')
            {
                front.Append('\\');
            }

            front.Append(rune.ToString());
        }

        front.Append("\"\n");
    }

    /// <summary>Text that a file of articles may hold: whole characters, no control characters but line ends and tabs.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune.Value is not (0xFEFF or 0xFFFE or 0xFFFF)))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }
}
