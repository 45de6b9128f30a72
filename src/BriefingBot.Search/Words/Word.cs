using BriefingBot.Quotes.Articles;

namespace BriefingBot.Search.Words;

/// <summary>One word of a text as it is searched for.</summary>
/// <param name="Span">Where it stands in the text that was read, hidden characters included.</param>
/// <param name="Form">Lower case, without accents, possessive and hidden characters: “9m729”, “us” for “U.S.”.</param>
/// <param name="Stem">What its inflected forms share; equals the form where there is nothing to take off.</param>
/// <param name="Traits">What can be told from its look.</param>
/// <param name="Hyphen">Whether a hyphen ties it to the next word (“arms-” in “arms-control”).</param>
internal readonly record struct Word(TextSpan Span, string Form, string Stem, WordTraits Traits, bool Hyphen)
{
    public bool Is(WordTraits traits) => (Traits & traits) != 0;
}

/// <summary>What a word looks like; kept with every indexed word, since a question asks for a kind of word.</summary>
[Flags]
internal enum WordTraits : byte
{
    None = 0,

    /// <summary>Begins with a capital letter.</summary>
    Capital = 1,

    /// <summary>Holds a digit, or is a number in letters.</summary>
    Number = 2,

    /// <summary>A year, a month, a day of the week or another word for a time.</summary>
    Time = 4,

    /// <summary>Too common to tell anything: asked for only in a phrase, or when nothing else is.</summary>
    Stop = 8,

    /// <summary>The first of its sentence or of a quotation: its capital tells nothing.</summary>
    First = 16,

    /// <summary>An amount of money, or a currency.</summary>
    Money = 32,

    /// <summary>Follows “in”, “at”, “from”, “near” and the like.</summary>
    Placed = 64,

    /// <summary>Follows or is a title or a word for somebody: “Mr”, “President”, “spokesman”.</summary>
    Titled = 128,
}
