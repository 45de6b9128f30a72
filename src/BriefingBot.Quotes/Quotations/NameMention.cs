namespace BriefingBot.Quotes.Quotations;

/// <summary>What a capitalised phrase names, as far as the phrase itself tells.</summary>
internal enum NameKind : byte
{
    /// <summary>One word of no list: the rest of the article tells whose it is.</summary>
    Unknown,
    Person,
    Organization,
    Place,
}

/// <summary>
/// A name as it stands in an article, by token indexes: the name itself from <c>First</c> up to <c>End</c>, and what stands before it
/// (“NATO Secretary-General”) from <c>Lead</c>; without such words <c>Lead</c> equals <c>First</c>.
/// </summary>
internal readonly record struct NameMention(int Lead, int First, int End, NameKind Kind)
{
    /// <summary>Whether a title stands before it (“Mr.”, “Senator”): a lone word is then a surname.</summary>
    public bool Titled { get; init; }

    /// <summary>How many letters of honour stand at its end (“KC”), which are no part of what somebody is called.</summary>
    public int Letters { get; init; }

    /// <summary>Where what somebody is called ends.</summary>
    public int NameEnd => End - Letters;

    public int Words => NameEnd - First;
}
