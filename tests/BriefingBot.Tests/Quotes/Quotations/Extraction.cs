using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>Quotations of short texts, written so that they can be compared at a glance.</summary>
internal static class Extraction
{
    private static readonly QuotationFinder Finder = new();

    public static IReadOnlyList<Quotation> QuotationsIn(string text) => Finder.Analyze(text).Quotations;

    /// <summary>One line a quotation: <c>mention | cue | contents joined by ¦</c>.</summary>
    public static string[] Lines(string text) => [.. QuotationsIn(text).Select(quotation => Line(text, quotation))];

    public static string Words(string text, Quotation quotation) => string.Join(" ¦ ", quotation.Spans.Select(span => span.Of(text)));

    private static string Line(string text, Quotation quotation) =>
        $"{Words(text, quotation.Mention)} | {Words(text, quotation.Cue)} | {Words(text, quotation)}";

    private static string Words(string text, TextSpan? span) => span?.Of(text) ?? "-";
}
