namespace BriefingBot.Quotes.Quotations;

/// <summary>How what is said stands to the verb that says so.</summary>
internal enum Frame : byte
{
    /// <summary>“said that …”.</summary>
    That,

    /// <summary>“asked whether …”.</summary>
    Question,

    /// <summary>“said, “…””, “called it “…””: quotation marks open beside the verb.</summary>
    Quote,

    /// <summary>“said the deal was dead”, “denied the charges”: a clause or a noun phrase.</summary>
    Object,

    /// <summary>“vowed to …”, “told him to …”.</summary>
    To,

    /// <summary>“accused Moscow of …”, “called for …”: through a preposition.</summary>
    Preposition,

    /// <summary>“…,” she said.</summary>
    Before,

    /// <summary>“was asked about …”, “rejected by …”: who speaks is not the subject.</summary>
    Passive,
}
