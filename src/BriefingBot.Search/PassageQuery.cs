using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Search;

/// <summary>What is asked of the index. Any text is good input.</summary>
public sealed record PassageQuery
{
    /// <summary>
    /// The words asked for, up to 200 characters; empty when only filters are given. For quotations the small query language applies
    /// (words, "a phrase", -without, speaker:name, kind:direct); for sentences this is a question in plain words.
    /// </summary>
    public string Words { get; init; } = "";

    /// <summary>Rank quotations or sentences.</summary>
    public PassageScope Scope { get; init; } = PassageScope.Quotations;

    /// <summary>
    /// Of quotations by relevance: whether words in quotation marks whose speaker was not understood answer as well (<c>/who-said</c>). With a
    /// filter for speakers or kinds, or a phrase, they never do.
    /// </summary>
    public bool WithUnattributed { get; init; }

    /// <summary>Only what this person or body said: any of its names, a part of one, or a country for its capital.</summary>
    public string? Speaker { get; init; }

    public QuotationKind? Kind { get; init; }

    /// <summary>First day, inclusive, by the article's date.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; init; }

    public PassageOrder Order { get; init; } = PassageOrder.Relevance;

    /// <summary>
    /// What counts as an answer: <see langword="true"/> when weak hits must be refused (<c>/who-said</c>, <c>/ask</c>),
    /// <see langword="false"/> when any hit may be listed.
    /// </summary>
    public bool RefuseWeak { get; init; } = true;

    /// <summary>How many passages to leave out before the first that is answered (paging).</summary>
    public int Skip { get; init; }

    /// <summary>The largest number of passages to answer.</summary>
    public int Take { get; init; } = 10;

    /// <summary>All statements of the story, as many as are counted anywhere; of a larger story its newest.</summary>
    internal static PassageQuery Everything { get; } = new() { Order = PassageOrder.NewestFirst, RefuseWeak = false, Take = PassageAnswer.MostCounted };
}

/// <summary>What is ranked.</summary>
public enum PassageScope
{
    Quotations,

    Sentences,

    /// <summary>Words in quotation marks whose speaker was not understood; they have no speaker and no cue, and the query language does not apply.</summary>
    Unattributed,
}

/// <summary>In which order passages are answered; ties go by date, then article, then place.</summary>
public enum PassageOrder
{
    Relevance,

    NewestFirst,

    OldestFirst,
}
