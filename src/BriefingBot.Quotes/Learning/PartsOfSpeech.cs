namespace BriefingBot.Quotes.Learning;

/// <summary>The tags of the Penn Treebank, by number.</summary>
internal static class PartsOfSpeech
{
    private static readonly string[] Names =
    [
        "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB",
        "RBR", "RBS", "RP", "SYM", "TO", "UH", "#", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "``", "''", ",", ".",
        ":", "$", "-LRB-", "-RRB-",
    ];

    public static int Count => Names.Length;

    /// <summary>The tag's number; that of a noun for a tag that the treebank does not know.</summary>
    public static byte Of(string name) => (byte)(Array.IndexOf(Names, name) is var at and >= 0 ? at : 11);

    /// <summary>Verbs, common nouns, adjectives and colons.</summary>
    public static bool CanBeCue(uint tag) => IsVerb(tag) || IsNounOrAdjective(tag) || tag is 41;

    /// <summary>Common nouns and adjectives.</summary>
    public static bool IsNounOrAdjective(uint tag) => tag is 11 or 12 or 6;

    /// <summary>Verbs that a clause can stand on: past, present, modals.</summary>
    public static bool IsFinite(uint tag) => tag is 28 or 31 or 32 or 10;

    public static bool IsVerb(uint tag) => tag is >= 27 and <= 32;
}
