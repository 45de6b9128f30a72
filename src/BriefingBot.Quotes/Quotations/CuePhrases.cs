namespace BriefingBot.Quotes.Quotations;

/// <summary>A verb that says something only together with the words after it: “took issue with”, “put the figure at”.</summary>
/// <param name="Verb">With the rates of the whole phrase.</param>
/// <param name="Form">Of the verb in the text.</param>
/// <param name="Words">What follows the verb.</param>
/// <param name="Object">Whether an object of up to three words stands before them.</param>
internal sealed record CuePhrase(SpeechVerb Verb, VerbForm Form, string[] Words, bool Object);

/// <summary>The phrases of <c>CuePhrases.txt</c>.</summary>
internal static class CuePhrases
{
    private const int LongestObject = 3;

    private static readonly Dictionary<string, List<CuePhrase>>.AlternateLookup<ReadOnlySpan<char>> ByForm = Read();

    /// <summary>
    /// The phrase that begins with the token, the longest that fits, and the token after its last word, or after the verb where an object is
    /// a part of what is said; null when there is none.
    /// </summary>
    public static (CuePhrase Phrase, int End)? At(ArticleText text, int token)
    {
        if (!ByForm.TryGetValue(text.Word(token), out var phrases))
        {
            return null;
        }

        (CuePhrase, int)? best = null;
        foreach (var phrase in phrases)
        {
            if (EndOf(text, token, phrase) is { } end && (best is null || end > best.Value.Item2))
            {
                best = (phrase, end);
            }
        }

        return best;
    }

    private static int? EndOf(ArticleText text, int token, CuePhrase phrase)
    {
        var skip = phrase.Object ? LongestObject : 0;
        for (var first = token + 1 + (phrase.Object ? 2 : 0); first <= token + 1 + skip; first++)
        {
            var i = 0;
            while (i < phrase.Words.Length && first + i < text.Tokens.Length && text.Tokens[first + i].Sentence == text.Tokens[token].Sentence
                && text.Word(first + i).Equals(phrase.Words[i], StringComparison.OrdinalIgnoreCase))
            {
                i++;
            }

            if (i == phrase.Words.Length && (!phrase.Object || IsMeasured(text, token + 1, first)))
            {
                return phrase.Object ? token + 1 : first + i;
            }
        }

        return null;
    }

    /// <summary>“the figure”, “the cost”: what is put at an amount, where “put his feet at” says nothing.</summary>
    private static bool IsMeasured(ArticleText text, int first, int end) => end < text.Tokens.Length - 1 && text.Word(first) is "the" or "its" or "their" or "that"
        && text.Word(end - 1) is "figure" or "number" or "cost" or "costs" or "price" or "total" or "toll" or "bill" or "loss" or "losses" or "value" or "damage" or "chance" or "chances"
            or "odds" or "share" or "sum" or "size" or "crowd" or "count" or "tally";

    private static Dictionary<string, List<CuePhrase>>.AlternateLookup<ReadOnlySpan<char>> Read()
    {
        using var lines = WordLists.Open("CuePhrases.txt");
        var phrases = new Dictionary<string, List<CuePhrase>>(StringComparer.OrdinalIgnoreCase);
        while (lines.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                Add(phrases, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return phrases.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static void Add(Dictionary<string, List<CuePhrase>> phrases, string[] columns)
    {
        var words = columns[5].Split('_');
        var verb = new SpeechVerb(columns[0], [.. columns[6..].Select(byte.Parse)]) { PastIsParticiple = columns[2] == columns[3] };
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (column, form) in new[] { (2, VerbForm.Past), (3, VerbForm.Participle), (1, VerbForm.Third), (4, VerbForm.Ing), (0, VerbForm.Base) })
        {
            if (used.Add(columns[column]))
            {
                var phrase = new CuePhrase(verb, form, words[0] == "*" ? words[1..] : words, words[0] == "*");
                (phrases.TryGetValue(columns[column], out var known) ? known : phrases[columns[column]] = []).Add(phrase);
            }
        }
    }
}
