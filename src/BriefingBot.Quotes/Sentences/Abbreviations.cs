using System.Collections.Frozen;

namespace BriefingBot.Quotes.Sentences;

/// <summary>Words whose full stop does not by itself end a sentence.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Col", "Maj", "Capt", "Lt", "Sgt", "Cmdr", "Adm", "Sen", "Rep", "Gov", "Pres", "Rev",
        "Hon", "St", "Jr", "Sr", "vs", "etc", "No", "Inc", "Corp", "Co", "Ltd", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
        "Sept", "Oct", "Nov", "Dec",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="word"/>, without its full stop, is an abbreviation.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
