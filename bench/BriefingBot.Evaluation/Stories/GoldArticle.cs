using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Evaluation.Stories;

/// <summary>An article of a story with all that is attributed in it, in the order of the contents.</summary>
internal sealed record GoldArticle(
    string Id, string Publisher, DateOnly Date, string Title, string Text, IReadOnlyList<GoldAttribution> Attributions);

/// <summary>Who says what: spans of the article's text, in text order.</summary>
/// <param name="Number">The number that the marks and the pairs of the story call it by; unique in its article.</param>
/// <param name="Kind">How much of the content stands in double quotation marks.</param>
/// <param name="Speech">False for a thought or an intention that nobody is said to have uttered.</param>
/// <param name="Speaker">The full name, or null: groups, documents, people who are not named, several at once.</param>
/// <param name="SpeakerType"><c>person</c>, <c>organization</c>, or null as the speaker is.</param>
/// <param name="Source">May be empty: nobody is named as the source.</param>
/// <param name="Cue">May be empty: nothing but its place says that this is a quotation.</param>
/// <param name="Content">Never empty.</param>
internal sealed record GoldAttribution(
    int Number,
    QuotationKind Kind,
    bool Speech,
    string? Speaker,
    string? SpeakerType,
    IReadOnlyList<TextSpan> Source,
    IReadOnlyList<TextSpan> Cue,
    IReadOnlyList<TextSpan> Content);

/// <summary>An attribution, wherever it stands in the story.</summary>
internal readonly record struct GoldPlace(string Article, int Attribution);

/// <summary>Two attributions of a story that belong together.</summary>
/// <param name="Kind">What <paramref name="Second"/> is to <paramref name="First"/>.</param>
/// <param name="First">The claim, or where the same statement stood before.</param>
/// <param name="Second">The reply, or where the same statement stands again.</param>
internal sealed record GoldPair(GoldPairKind Kind, GoldPlace First, GoldPlace Second)
{
    /// <summary>Whether another reader may judge otherwise: neither right nor wrong, found or not.</summary>
    public bool IsDoubtful { get; init; }
}

internal enum GoldPairKind
{
    /// <summary>Another speaker says that the claim is not so.</summary>
    Denial,

    /// <summary>Another speaker takes up the claim without saying that it is not so: agrees, explains, attacks, evades.</summary>
    Answer,

    /// <summary>The same speaker's same statement, reported again: what is paired with one is paired with both.</summary>
    Same,
}
