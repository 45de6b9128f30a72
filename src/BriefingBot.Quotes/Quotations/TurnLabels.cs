namespace BriefingBot.Quotes.Quotations;

/// <summary>The labels that stand before or above the paragraphs of an article: which of them are speakers who take turns.</summary>
internal sealed class TurnLabels(Reading text)
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _counts =
        new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? _surnames;
    private int _people;
    private int _askers;
    private int _shouted;
    private int _repeated;

    /// <summary>Whether two take turns at least, one of them twice or more, and one is a person by name.</summary>
    public bool AreOfTalk => _counts.Dictionary.Count > 1 && _repeated > 0 && _people > 1;

    public void Add(TokenRun label)
    {
        var words = Words(label);
        _counts[words] = _counts.TryGetValue(words, out var count) ? count + 1 : 1;
        _repeated += count == 1 ? 1 : 0;
        _people += IsPerson(label) ? 1 : 0;
        _askers += IsAsker(words) ? 1 : 0;
        _shouted += IsShouted(label) ? 1 : 0;
    }

    /// <summary>
    /// A name in capitals, a name of somebody whom the article knows beside another such, a “Q” or “A” beside another, or what comes again in
    /// a talk among people. A list of figures (“Revenue: …”) or of places has the same form.
    /// </summary>
    public bool IsSpeaker(TokenRun label)
    {
        var words = Words(label);
        return IsAsker(words) ? _askers > 1
            : (IsShouted(label) && (_people + _shouted > 1 || !Has(label.End - 1, WordTraits.Common | WordTraits.Document))) || (_people > 1 && IsPerson(label)) || (_people + _shouted > 1 && _counts[words] > 1);
    }

    /// <summary>Whether the token stands between brackets that open behind <paramref name="first"/>: “(D-Ohio)”.</summary>
    public static bool IsBracketed(Reading text, int first, int token)
    {
        for (var i = token; i > first; i--)
        {
            if (text.Is(i, WordClass.Sign) && text.FirstChar(i) is '(' or ')')
            {
                return text.FirstChar(i) == '(' || i == token;
            }
        }

        return false;
    }

    private static bool IsAsker(ReadOnlySpan<char> words) => words is "Q" or "A" or "Question" or "Answer" or "QUESTION" or "ANSWER";

    private ReadOnlySpan<char> Words(TokenRun label) => text.Span(label).In(text.Text.Text);

    private bool IsShouted(TokenRun label)
    {
        var words = Words(label);
        var bracket = words.IndexOf('(');
        foreach (var c in bracket < 0 ? words : words[..bracket])
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return text.Text.Word(label.First).Length > 2;
    }

    private bool IsPerson(TokenRun label)
    {
        _surnames ??= Surnames();
        return (label.End - label.First > 1 && Has(label.First, WordTraits.FirstName))
            || (text.Is(label.End - 1, WordClass.Capital) && _surnames.Value.Contains(text.Text.Word(label.End - 1)));
    }

    private bool Has(int token, WordTraits any) => ((text.Text.Listed[token]?.Traits ?? 0) & any) != 0;

    /// <summary>The words that stand behind a given name, or behind an office and one more word: “director Paulo Reis”.</summary>
    private HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Surnames()
    {
        var surnames = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 1; i < text.Count; i++)
        {
            if (text.Is(i, WordClass.Capital) && text.Is(i - 1, WordClass.Capital)
                && (Has(i - 1, WordTraits.FirstName) || (i > 1 && Has(i - 2, WordTraits.Role | WordTraits.Title))))
            {
                surnames.Add(text.Text.Word(i));
            }
        }

        return surnames;
    }
}
