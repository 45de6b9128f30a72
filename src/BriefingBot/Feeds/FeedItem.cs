using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Feeds;

/// <summary>A feed as it was read.</summary>
/// <param name="Title">Of the feed: how the source calls itself.</param>
/// <param name="Items">The newest first, each identity once.</param>
internal sealed record ReadFeed(string? Title, IReadOnlyList<FeedItem> Items);

/// <summary>An item of a feed.</summary>
/// <param name="Identity">Told from all others by; hexadecimal digits.</param>
/// <param name="Title">One line without markup; may be empty.</param>
internal sealed record FeedItem(string Identity, string Title)
{
    /// <summary>The item's page; null when the item has none.</summary>
    public Uri? Link { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was changed last, as it is written.</summary>
    public string? Updated { get; init; }

    public string? Author { get; init; }

    /// <summary>HTML of the text itself.</summary>
    public string? Content { get; init; }

    /// <summary>HTML, or text, of what it is about.</summary>
    public string? Summary { get; init; }

    /// <summary>Words that the source files it under.</summary>
    public string Categories { get; init; } = "";

    /// <summary>
    /// Another for an item that was edited. The date of publication is left out: some feeds give the hour at which they were asked, and an item would be
    /// new each time.
    /// </summary>
    public string Fingerprint => HashOf(Title, Link?.AbsoluteUri, Updated, Content, Summary);

    /// <summary>
    /// What an item is told from others by: what the feed calls it, or its address without what was added to trace readers. An address is unique on its
    /// host, any other name within its feed: a feed can speak for no other one's items.
    /// </summary>
    /// <param name="feed">The feed's address.</param>
    /// <param name="id">As the feed gives it; may be empty.</param>
    /// <param name="link">The item's page.</param>
    /// <param name="words">The rest of what tells it from others.</param>
    public static string IdentityOf(Uri feed, string? id, Uri? link, string words)
    {
        var named = id?.Trim() is { Length: > 0 } given ? given : null;
        return named is not null && Uri.TryCreate(named, UriKind.Absolute, out var own) && own.Scheme != Uri.UriSchemeFile ? HashOf(feed.IdnHost, "id", named)
            : named is not null ? HashOf(feed.AbsoluteUri, "id", named)
            : link is not null ? HashOf(feed.IdnHost, "link", Tracking.Without(link))
            : HashOf(feed.AbsoluteUri, "words", words);
    }

    /// <summary>32 hexadecimal digits.</summary>
    public static string HashOf(params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(part is null ? [0] : [1]);
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
            hash.AppendData([0xFF]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}

/// <summary>Parts of addresses that tell a site where its readers come from, and nothing of what is there.</summary>
internal static class Tracking
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "at_campaign", "at_medium", "at_custom1", "at_custom2", "at_custom3", "at_custom4", "cmp", "cmpid", "fbclid", "gclid", "ito", "mc_cid", "mc_eid",
        "ncid", "ns_campaign", "ns_mchannel", "ns_source", "ns_linkname", "smid", "traffic_source", "xtor", "yclid",
    };

    /// <summary>The address without them.</summary>
    public static string Without(Uri address)
    {
        var bare = address.GetLeftPart(UriPartial.Path);
        var query = Kept(address.Query);
        var fragment = Kept(address.Fragment);
        return $"{bare}{(query.Length > 0 ? $"?{query}" : "")}{(fragment.Length > 0 ? $"#{fragment}" : "")}";
    }

    private static string Kept(string part) => string.Join('&', part.TrimStart('?', '#').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(IsKept));

    private static bool IsKept(string pair) =>
        pair.Split('=', 2)[0] is var name && !Names.Contains(name) && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase);
}
