namespace BriefingBot.Quotes.Quotations;

/// <summary>What the lists that ship inside the library say about one word.</summary>
/// <param name="Traits">From the lists of names, offices, places and ordinary words.</param>
/// <param name="Class">The closed word classes it belongs to; none when it belongs to an open one.</param>
/// <param name="Verb">The verb of saying that it is a form of.</param>
/// <param name="Form">Which form of <paramref name="Verb"/>.</param>
internal sealed record LexiconEntry(WordTraits Traits, WordClass Class, SpeechVerb? Verb, VerbForm Form);

/// <summary>
/// All lists in one table, so that each word of an article is looked up once: nearly half of the time that an article takes went into
/// asking three dictionaries that ignore case. A table of its own is open to words chosen to collide, which is why what an article's
/// own words fill stays in the framework's dictionaries; here the longest way is that of the fixed lists, a few places.
/// </summary>
internal static class Lexicon
{
    /// <summary>“go” says too many other things.</summary>
    private const int ShortestVerb = 3;

    private static readonly (int Hash, string Word, LexiconEntry Entry)[] Places = Fill(out Longest);

    private static readonly int Longest;

    /// <summary>What is known about <paramref name="word"/>, whatever its case; null when it stands in no list.</summary>
    public static LexiconEntry? Find(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
        {
            return null;
        }

        var places = Places;
        var hash = Hash(word);
        for (var at = hash & (places.Length - 1); places[at].Word is { } known; at = (at + 1) & (places.Length - 1))
        {
            // Most words that stand here by chance are told by their hash, without a look at them.
            if (places[at].Hash == hash && (word.SequenceEqual(known) || word.Equals(known, StringComparison.OrdinalIgnoreCase)))
            {
                return places[at].Entry;
            }
        }

        return null;
    }

    /// <summary>The same for all spellings that differ in case only: all that is not ASCII counts alike.</summary>
    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = (hash ^ (char.IsAscii(c) ? c | 0x20u : 0x80u)) * 16777619u;
        }

        return (int)(hash ^ (hash >> 15));
    }

    private static (int Hash, string Word, LexiconEntry Entry)[] Fill(out int longest)
    {
        var traits = WordLists.Read();
        var classes = WordClasses.Read();
        var verbs = SpeechVerbs.Read();
        var words = new HashSet<string>([.. traits.Keys, .. classes.Keys, .. verbs.Keys], StringComparer.OrdinalIgnoreCase);
        var entries = new Dictionary<LexiconEntry, LexiconEntry>();
        var places = new (int Hash, string Word, LexiconEntry Entry)[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words.Count * 2)];
        longest = 0;
        foreach (var word in words)
        {
            var (verb, form) = word.Length < ShortestVerb ? default : verbs.GetValueOrDefault(word);
            var entry = new LexiconEntry(traits.GetValueOrDefault(word), classes.GetValueOrDefault(word), verb, form);
            if (!entries.TryGetValue(entry, out var same))
            {
                entries[entry] = same = entry;
            }

            var hash = Hash(word);
            var at = hash & (places.Length - 1);
            while (places[at].Word is not null)
            {
                at = (at + 1) & (places.Length - 1);
            }

            places[at] = (hash, word, same);
            longest = Math.Max(longest, word.Length);
        }

        return places;
    }
}
