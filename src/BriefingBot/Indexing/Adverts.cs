using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BriefingBot.Indexing;

/// <summary>The parts of a saved page that call themselves adverts; the reader view keeps those that stand beside the article.</summary>
internal static class Adverts
{
    private static readonly string[] Names = ["ad", "ads", "advert", "adverts", "advertisement", "advertising", "adsbygoogle", "sponsored"];

    public static void RemoveFrom(IHtmlDocument page)
    {
        foreach (var element in page.All.Where(IsAdvert).ToList())
        {
            element.Remove();
        }
    }

    private static bool IsAdvert(IElement element) =>
        (element.ClassList.Append(element.Id).Any(NamesAdvert) || element.GetAttribute("aria-label") is { } label && NamesAdvert(label))
        && !HoldsArticle(element);

    /// <summary>“ad”, “ad-slot”, “ads_top”, but not “adapted” and not “after-ad”, which is the article going on.</summary>
    private static bool NamesAdvert(string? name)
    {
        var end = name?.AsSpan().IndexOfAny('-', '_') ?? -1;
        var head = name.AsSpan()[..(end < 0 ? name?.Length ?? 0 : end)];
        foreach (var advert in Names)
        {
            if (head.Equals(advert, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Classes such as “ads-on” and “ad-free” tell how a whole page is shown.</summary>
    private static bool HoldsArticle(IElement element) =>
        element.LocalName is "html" or "body" or "main" or "article" || element.QuerySelector("main,article,h1") is not null;
}
