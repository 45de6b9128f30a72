namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// The general word lists that ship inside the library (<c>Words/*.txt</c>): given names with their gender, offices, places, closed classes,
/// and ordinary words that a capital letter at the head of a sentence does not turn into a name.
/// </summary>
internal static class WordLists
{
    /// <summary>“Deans” and “Cooks” are surnames.</summary>
    private const int ShortestOffice = 5;

    /// <summary>What <paramref name="word"/> can be, whatever its case; a place of two words is asked for with a single space.</summary>
    public static WordTraits Of(ReadOnlySpan<char> word) => Lexicon.Find(word)?.Traits ?? WordTraits.None;

    /// <summary>The lists' words, without regard to case.</summary>
    public static Dictionary<string, WordTraits> Read()
    {
        var traits = new Dictionary<string, WordTraits>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in new[] { "words.txt", "common-words.txt", "first-names.txt" })
        {
            using var reader = Open(file);
            Read(reader, traits);
        }

        AddSeveral(traits);
        return traits;
    }

    /// <summary>“Auditors”, “Surgeons”: of no list themselves, they are several of an office or trade that is in one, and no name at the head of a sentence.</summary>
    private static void AddSeveral(Dictionary<string, WordTraits> traits)
    {
        foreach (var office in traits.Where(word => word.Value.HasFlag(WordTraits.Role) && word.Key.Length >= ShortestOffice && word.Key[^1] is not ('s' or '.') && !word.Key.EndsWith("man", StringComparison.OrdinalIgnoreCase)).Select(word => word.Key).ToList())
        {
            traits.TryAdd($"{office}s", WordTraits.Common);
        }
    }

    /// <summary>One of the lists that are a part of this library.</summary>
    public static StreamReader Open(string file) => new(typeof(WordLists).Assembly.GetManifestResourceStream(file)
        ?? throw new InvalidOperationException($"The word list {file} is missing from the library."));

    private static void Read(StreamReader reader, Dictionary<string, WordTraits> traits)
    {
        var section = WordTraits.None;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (line.StartsWith('['))
            {
                section = SectionOf(line.Trim('[', ']', ' '));
                continue;
            }

            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var key = section == WordTraits.PlacePhrase ? word.Replace('_', ' ') : word;
                traits[key] = traits.GetValueOrDefault(key) | section;
                if (key.Contains('\'', StringComparison.Ordinal))
                {
                    var curly = key.Replace('\'', '’');
                    traits[curly] = traits.GetValueOrDefault(curly) | section;
                }
            }
        }
    }

    private static WordTraits SectionOf(string name) => name switch
    {
        "male names" => WordTraits.MaleName,
        "female names" => WordTraits.FemaleName,
        _ => Enum.Parse<WordTraits>(name, ignoreCase: true),
    };
}
