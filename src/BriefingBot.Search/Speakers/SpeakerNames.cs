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
}
