using System.Globalization;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Index;

/// <summary>Which statements are the same one. Keys hold no place and no date, so that they survive edits elsewhere and renaming.</summary>
internal static class StatementKeys
{
    private const ulong Seed = 14695981039346656037, Prime = 1099511628211;

    /// <summary>The public identity: twelve hexadecimal digits made from all words, and from who speaks where there is a speaker.</summary>
    public static string Identity(List<Word> words, string type, IEnumerable<string> speakers)
    {
        var hash = Add(Seed, type);
        foreach (var word in words)
        {
            hash = Add(hash, word.Form);
        }

        return Finish(AddSpeakers(hash, speakers)).ToString("x16", CultureInfo.InvariantCulture)[..12];
    }

    /// <summary>
    /// Equal for statements that differ in function words, case or marks only: “But Washington …” and “Washington …”. A statement of
    /// function words alone is told by all of its words.
    /// </summary>
    public static long Statement(List<Word> words, string type, IEnumerable<string> speakers)
    {
        var hash = Add(Seed, type);
        var all = words.TrueForAll(word => word.Is(WordTraits.Stop));
        foreach (var word in words)
        {
            hash = all || !word.Is(WordTraits.Stop) ? Add(hash, word.Form) : hash;
        }

        return (long)Finish(AddSpeakers(hash, speakers));
    }

    /// <summary>Last names only: a fuller name found for the same speaker must not make it another statement.</summary>
    private static ulong AddSpeakers(ulong hash, IEnumerable<string> speakers)
    {
        foreach (var name in speakers.Select(SpeakerKey).Order(StringComparer.Ordinal))
        {
            hash = Add(hash, name);
        }

        return hash;
    }

    public static string SpeakerKey(string name) => WordReader.Read(name) is { Count: > 0 } words ? words[^1].Form : name;

    private static ulong Add(ulong hash, string word)
    {
        foreach (var c in word)
        {
            hash = (hash ^ c) * Prime;
        }

        return (hash ^ 0x1F) * Prime;
    }

    private static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        return hash ^ (hash >> 33);
    }
}
