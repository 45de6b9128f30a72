using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace BriefingBot.Feeds;

/// <summary>What of the configuration section <c>Story</c> is about feeds.</summary>
internal sealed record FeedOptions
{
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    /// <summary>Of RSS and Atom feeds, each once.</summary>
    public IReadOnlyList<Uri> Addresses { get; init; } = [];

    /// <summary>Only items that hold one of these come into the story; all when there are none.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>How often a feed is asked; 1 minute to 1 day.</summary>
    public TimeSpan Interval { get; init; } = DefaultInterval;

    /// <summary>Networks that are not public, and that may be reached all the same.</summary>
    public IReadOnlyList<IPNetwork> Networks { get; init; } = [];
}

/// <summary>Addresses of feeds and of the pages that they name.</summary>
internal static class FeedAddress
{
    /// <summary>In UTF-16 code units: what a browser, and a reply of the bot, takes.</summary>
    public const int MaxLength = 2000;

    /// <summary>An absolute http or https address, without a password that would be shown wherever the feed is named.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address)
    {
        address = text.Length <= MaxLength && Uri.TryCreate(text, UriKind.Absolute, out var read) && IsWeb(read) ? Bare(read) : null;
        return address is not null;
    }

    /// <summary>What <paramref name="link"/> means on the page at <paramref name="page"/>; null when it leads to no web page.</summary>
    public static Uri? Follow(Uri page, string? link) =>
        link?.Trim() is { Length: > 0 and <= MaxLength } text && Uri.TryCreate(page, text, out var address) && IsWeb(address) ? address : null;

    /// <summary>As an operator reads it: without what follows the question mark, where some feeds have their key.</summary>
    public static string Shown(Uri address) => $"{address.GetLeftPart(UriPartial.Path)}{(address.Query.Length > 1 ? "?…" : "")}";

    private static bool IsWeb(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0 && address.Host.Length > 0;

    private static Uri Bare(Uri address) => address.Fragment.Length == 0 ? address : new Uri(address.GetLeftPart(UriPartial.Query));
}
