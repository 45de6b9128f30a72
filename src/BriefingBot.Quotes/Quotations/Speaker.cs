using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>A person or body of an article's cast: one entry each, whatever it is called on the way.</summary>
/// <param name="Name">The fullest name the article gives, without office or rank: “Jens Stoltenberg”, “Russian Defense Ministry”.</param>
/// <param name="Type">Person, body, or a place that stands for a government (“Moscow”).</param>
public sealed record Speaker(string Name, SpeakerType Type)
{
    /// <summary>Offices, ranks and descriptions in the article's own words, the fullest first: “NATO Secretary-General”.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The other names the article uses, longest first: “Stoltenberg”.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Every place where the article names or means this speaker, in text order.</summary>
    public IReadOnlyList<TextSpan> Mentions { get; init; } = [];
}

/// <summary>What kind of speaker it is.</summary>
public enum SpeakerType
{
    Person,

    Organization,

    /// <summary>A capital, country or building that speaks for a government: “Moscow”, “the Kremlin”.</summary>
    Place,
}
