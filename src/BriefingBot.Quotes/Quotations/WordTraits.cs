namespace BriefingBot.Quotes.Quotations;

/// <summary>What a word can be in the phrases that name a speaker; a word may be several of these.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,

    /// <summary>A word of the closed classes (“the”, “but”, “would”): never a name, even at the head of a sentence.</summary>
    Function = 1 << 0,
    Preposition = 1 << 1,
    Determiner = 1 << 2,
    Auxiliary = 1 << 3,
    Speech = 1 << 4,

    /// <summary>Stands before a name: “Sen.”, “Colonel”, “President”.</summary>
    Title = 1 << 5,
    Male = 1 << 6,
    Female = 1 << 7,

    /// <summary>An office, trade or relation: “spokesman”, “professor”, “daughter”.</summary>
    Role = 1 << 8,

    /// <summary>Makes a capitalised phrase a body: “Ministry”, “News”.</summary>
    OrgWord = 1 << 9,
    Place = 1 << 10,

    /// <summary>“Russian”, “Republican”: an adjective of people, place or party.</summary>
    Demonym = 1 << 11,
    Calendar = 1 << 12,

    /// <summary>A body's common noun: “the ministry”, “the alliance”.</summary>
    BodyNoun = 1 << 13,
    Document = 1 << 14,
    Group = 1 << 15,
    Alliance = 1 << 16,

    /// <summary>An ordinary English word, written small where it does not begin a sentence.</summary>
    Common = 1 << 17,

    /// <summary>A body known by one word: “Twitter”, “Gazprom”.</summary>
    OrgName = 1 << 18,
    PlacePhrase = 1 << 19,
    MaleName = 1 << 20,
    FemaleName = 1 << 21,

    /// <summary>Opens a caption or a notice (“Watch: …”): no name at the head of a line, though one may end with it.</summary>
    Caption = 1 << 22,

    FirstName = MaleName | FemaleName,
}
