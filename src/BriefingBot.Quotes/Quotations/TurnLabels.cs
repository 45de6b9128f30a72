namespace BriefingBot.Quotes.Quotations;

/// <summary>The labels that stand before or above the paragraphs of an article: which of them are speakers who take turns.</summary>
internal sealed class TurnLabels(Reading text)
{
    /// <summary>More names before colons, none of them twice, are a list and no talk.</summary>
    private const int LongestUnrepeated = 2;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _counts =
        new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The last word of each label: a name may come in full once.</summary>
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _last = new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? _surnames;
    private HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? _givenNames;
    private int _people;
    private int _askers;
    private int _shouted;
    private int _repeated;
    private int _initials;

    /// <summary>Whether two take turns at least, one of them twice or more, and one is a person by name.</summary>
    public bool AreOfTalk => _counts.Dictionary.Count > 1 && _repeated > 0 && _people > 1;

    public void Add(TokenRun label)
    {
        var words = Words(label);
        _counts[words] = _counts.TryGetValue(words, out var count) ? count + 1 : 1;
        _repeated += _last.Add(text.Text.Word(LastOf(label))) ? 0 : 1;
        _initials += count == 1 && AreInitials(words) ? 1 : 0;
        _people += IsPerson(label) ? 1 : 0;
        _askers += IsAsker(words) ? 1 : 0;
        _shouted += IsShouted(label) ? 1 : 0;
    }

    /// <summary>
    /// A name in capitals, a name of somebody whom the article knows beside another such, a “Q” or “A” beside another, the initials of two who
    /// speak twice or more, or what comes again in a talk among people. A list of figures (“Revenue: …”) or of places has the same form.
    /// </summary>
    public bool IsSpeaker(TokenRun label)
    {
        var words = Words(label);
        return words is "Q." or "A." ? _counts.ContainsKey("Q.") && _counts.ContainsKey("A.") : IsAsker(words) ? _askers > 1 : AreInitials(words) && _initials > 1 ? _counts[words] > 1
            : (IsShouted(label) && (_people + _shouted > 1 || !Has(label.End - 1, WordTraits.Common | WordTraits.Document))) || (_people > 1 && (_repeated > 0 || _counts.Dictionary.Count <= LongestUnrepeated) && IsPerson(label)) || (_people + _shouted > 1 && _counts[words] > 1);
    }

    /// <summary>“Moreau” of “Ada Moreau (Ohio)”.</summary>
    private int LastOf(TokenRun label)
    {
        var last = label.End - 1;
        while (last > label.First && (text.Is(last, WordClass.Sign) || IsBracketed(text, label.First, last)))
        {
            last--;
        }

        return last;
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

    private static bool IsAsker(ReadOnlySpan<char> words) => words is "Q" or "A" or "Q." or "A." or "Question" or "Answer" or "QUESTION" or "ANSWER";

    /// <summary>“AM”, “A.M.”.</summary>
    private static bool AreInitials(ReadOnlySpan<char> words)
    {
        var letters = 0;
        foreach (var c in words)
        {
            if (c is not ('.' or (>= 'A' and <= 'Z')))
            {
                return false;
            }

            letters += c == '.' ? 0 : 1;
        }

        return letters is 2 or 3;
    }

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
        return (label.End - label.First > 1 ? Has(label.First, WordTraits.FirstName) : IsGivenName(label.First))
            || (text.Is(label.End - 1, WordClass.Capital) && _surnames.Value.Contains(text.Text.Word(label.End - 1)));
    }

    /// <summary>“Ada:”, where the article names Ada Moreau.</summary>
    private bool IsGivenName(int token)
    {
        _givenNames ??= GivenNames();
        return _givenNames.Value.Contains(text.Text.Word(token));
    }

    private HashSet<string>.AlternateLookup<ReadOnlySpan<char>> GivenNames()
    {
        const WordTraits Ordinary = WordTraits.Common | WordTraits.Function | WordTraits.Place | WordTraits.Role | WordTraits.Title | WordTraits.OrgWord | WordTraits.Document;
        var given = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i + 1 < text.Count; i++)
        {
            if (text.Is(i, WordClass.Capital) && text.Is(i + 1, WordClass.Capital) && text.Sentence(i) == text.Sentence(i + 1) && !text.Is(i, WordClass.Time | WordClass.Subject)
                && !Has(i, Ordinary) && !Has(i + 1, Ordinary))
            {
                given.Add(text.Text.Word(i));
            }
        }

        return given;
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
