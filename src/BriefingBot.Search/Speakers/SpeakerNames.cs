using System.Collections.Frozen;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Speakers;

/// <summary>Names of people and bodies as they are compared.</summary>
public static class SpeakerNames
{
    /// <summary>The same as one text: “the Kremlin” → “kremlin”.</summary>
    public static string Fold(string name) => string.Join(' ', Parts(name));

    /// <summary>A name's words in lower case, without accents, possessive and the article before them.</summary>
    public static string[] Parts(string name)
    {
        var parts = WordReader.Read(name).Select(word => word.Form).ToArray();
        var begin = parts.Length > 1 && parts[0] is "the" or "a" or "an" ? 1 : 0;
        return parts[begin..];
    }

    /// <summary>The words of a name without titles before it: “Prof. Ada Berg” → “ada”, “berg”; all of them where no more would be left.</summary>
    public static string[] WithoutTitles(string name) => Parts(name) is var parts ? parts[Titles.Leading(parts)..] : [];

    /// <summary>Whether a person's name is a surname alone: one word, hyphens or not, or what small words open.</summary>
    internal static bool IsSurname(string name)
    {
        var end = name.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 || Particles.Contains(Fold(name[..end]));
    }

    private static readonly FrozenSet<string> Particles = new[]
    {
        "de", "la", "le", "las", "los", "van", "von", "zu", "der", "den", "ter", "ten", "bin", "ibn", "bint", "al", "el", "del", "della", "di", "da", "dos", "du",
        "af", "av", "ap", "mac", "ni", "nic", "o", "ui", "abu", "st", "san", "santa",
    }.ToFrozenSet(StringComparer.Ordinal);
}
