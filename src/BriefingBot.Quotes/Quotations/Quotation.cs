using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// Something that somebody is reported to have said, as spans over the article's text: the words themselves, the cue
/// (“said”, “accused”) and the mention of the speaker (“he”). The shape follows Pareti's content, cue and source
/// (PARC, LREC 2012).
/// </summary>
public sealed record Quotation
{
    /// <summary>The content in text order, quotation marks included; at least one. More than one when the cue interrupts it.</summary>
    public required IReadOnlyList<TextSpan> Spans { get; init; }

    public required QuotationKind Kind { get; init; }

    /// <summary>
    /// Whether the layout gives the words as a turn of a transcript or an interview: they are the speaker's own, word for word, also where
    /// <see cref="Kind"/>, which tells of quotation marks alone, finds none.
    /// </summary>
    public bool IsTurn { get; init; }

    /// <summary>
    /// Whether this is a question that the sentence tells as the occasion of the answer, by nobody whom it names: “Asked whether he knew, …”. It
    /// is nobody's statement, but a part of the report.
    /// </summary>
    public bool IsQuestionPut { get; init; }

    /// <summary>The words that say that something was said; null where only position tells (a transcript, a trailing name).</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>Where the article names the speaker of this quotation; null when it does not.</summary>
    public TextSpan? Mention { get; init; }

    /// <summary>Who speaks; several when the text joins them, none when unknown or when the source is a document.</summary>
    public IReadOnlyList<Speaker> Speakers { get; init; } = [];

    /// <summary>The speakers joined as the text joins them (“Washington and NATO”); null when unknown.</summary>
    public string? SpeakerName { get; init; }

    /// <summary>How likely the attribution is right, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The rule that decided, as one sentence that a reader understands.</summary>
    public required string Why { get; init; }

    /// <summary>From the content's first to its last character.</summary>
    public TextSpan Cover => TextSpan.Cover(Spans[0], Spans[^1]);
}
