using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Commands;

/// <summary>The kinds of statements by the names that people type and programs read; in words: <see cref="PassageFormatter.Kind(QuotationKind)"/>.</summary>
internal static class KindNames
{
    public static string Of(QuotationKind kind) => kind switch
    {
        QuotationKind.Direct => "direct",
        QuotationKind.Partly => "partly",
        _ => "paraphrase",
    };

    /// <summary>The kind of this name; null when it is none's.</summary>
    public static QuotationKind? Find(string? name) =>
        Enum.GetValues<QuotationKind>().Where(kind => Of(kind) == name).Select(kind => (QuotationKind?)kind).FirstOrDefault();
}
