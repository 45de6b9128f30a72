namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// What a token can be for the grammar of attributions. A word may be several things; open-class words are none of these.
/// </summary>
[Flags]
internal enum WordClass
{
    None = 0,

    /// <summary>An article or another word that opens a noun phrase: “the”, “some”.</summary>
    Determiner = 1 << 0,

    /// <summary>“his”, “their”: opens a noun phrase.</summary>
    Possessive = 1 << 1,

    /// <summary>A pronoun that can be a subject: “he”.</summary>
    Subject = 1 << 2,

    /// <summary>A pronoun that can be an object: “him”.</summary>
    Object = 1 << 3,

    Preposition = 1 << 4,

    /// <summary>“and”, “or”, “but”.</summary>
    Conjunction = 1 << 5,

    /// <summary>Opens a subordinate clause: “because”, “after”.</summary>
    Subordinator = 1 << 6,

    /// <summary>A form of “be”.</summary>
    Be = 1 << 7,

    /// <summary>A form of “have” or “do”, or a modal verb.</summary>
    Auxiliary = 1 << 8,

    Adverb = 1 << 9,

    /// <summary>A day, a month, “yesterday”, “week”.</summary>
    Time = 1 << 10,

    /// <summary>Opens an indirect question or a relative clause: “whether”, “which”.</summary>
    Wh = 1 << 11,

    That = 1 << 12,

    To = 1 << 13,

    /// <summary>What people speak or write in: “statement”, “interview”, “rally”.</summary>
    Occasion = 1 << 14,

    Number = 1 << 15,

    /// <summary>Begins with a capital letter.</summary>
    Capital = 1 << 16,

    /// <summary>A verb form that is no noun: it ends a noun phrase.</summary>
    Verb = 1 << 17,

    Comma = 1 << 18,

    Colon = 1 << 19,

    Dash = 1 << 20,

    /// <summary>A full stop, a question or exclamation mark, or a semicolon.</summary>
    Stop = 1 << 21,

    /// <summary>A quotation mark.</summary>
    Mark = 1 << 22,

    /// <summary>Another sign, such as a bracket.</summary>
    Sign = 1 << 23,

    /// <summary>“ ’s ”.</summary>
    Genitive = 1 << 24,

    /// <summary>Ends in -ing.</summary>
    Ing = 1 << 25,

    /// <summary>Those that address somebody, without being one: reporters, supporters, the crowd.</summary>
    Audience = 1 << 26,

    /// <summary>“not”, “n’t”, “never”.</summary>
    Negation = 1 << 27,
}
