namespace BriefingBot.Quotes.Quotations;

/// <summary>How much of a quotation stands in quotation marks.</summary>
public enum QuotationKind
{
    /// <summary>All of it: the speaker's words.</summary>
    Direct,

    /// <summary>Some of it.</summary>
    Partly,

    /// <summary>None of it: the article's words for what was said.</summary>
    Paraphrase,
}
