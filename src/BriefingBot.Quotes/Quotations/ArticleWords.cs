namespace BriefingBot.Quotes.Quotations;

/// <summary>
/// What the word lists say about each token of an article, and which tokens can be a part of a name: a capital letter tells
/// nothing at the head of a sentence or in a headline, so the rest of the article is asked how it writes the word.
/// </summary>
internal sealed class ArticleWords
{
    /// <summary>A line break or other words lie between what begins further apart.</summary>
    private const int LongestWord = 24;

    private readonly ArticleText _text;
    private readonly WordTraits[] _traits;
    private readonly bool[] _headlines;
    private readonly HashSet<int> _labels = [];

    /// <summary>Ordinary words and words of no list that the article writes with a capital in the middle of a sentence.</summary>
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _capitalized;

    /// <summary>Words of no list that the article writes small.</summary>
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _small;

    /// <param name="text">The article.</param>
    /// <param name="labels">The names before or above turns of a talk.</param>
    public ArticleWords(ArticleText text, IEnumerable<TokenRun> labels)
    {
        _text = text;
        foreach (var label in labels)
        {
            for (var i = label.First; i < label.End; i++)
            {
                _labels.Add(i);
            }
        }

        _capitalized = new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _small = new HashSet<string>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _traits = new WordTraits[text.Tokens.Length];
        for (var i = 0; i < _traits.Length; i++)
        {
            _traits[i] = text.Listed[i]?.Traits ?? WordTraits.None;
        }

        _headlines = new bool[text.Sentences.Length];
        for (var sentence = 0; sentence < _headlines.Length; sentence++)
        {
            _headlines[sentence] = LooksLikeHeadline(sentence);
            LearnUse(sentence);
        }
    }

    public WordTraits this[int token] => _traits[token];

    public bool Has(int token, WordTraits any) => token >= 0 && token < _traits.Length && (_traits[token] & any) != 0;

    /// <summary>Whether the token's sentence is written in title case or capitals throughout.</summary>
    public bool InHeadline(int token) => _headlines[_text.Tokens[token].Sentence];

    public bool IsCapital(int token) =>
        _text.Tokens[token].Kind == TokenKind.Word && char.IsUpper(_text.Text[_text.Tokens[token].Start]);

    /// <summary>All capitals or digits, two letters at least, full stops allowed: “NATO”, “U.S.”.</summary>
    public bool IsAcronym(int token)
    {
        if (IsLabel(token))
        {
            return false;
        }

        var capitals = 0;
        foreach (var c in _text.Word(token))
        {
            if (char.IsUpper(c))
            {
                capitals++;
            }
            else if (!char.IsDigit(c) && c is not ('.' or '&' or '-'))
            {
                return false;
            }
        }

        return capitals >= 2;
    }

    /// <summary>Whether the token is a word of a speaker's name before a turn, written in capitals as transcripts have it: “FENN:”.</summary>
    public bool IsLabel(int token) => _labels.Contains(token) && _text.Tokens[token].Length > 3 && (_traits[token] & (WordTraits.OrgName | WordTraits.OrgWord | WordTraits.Alliance | WordTraits.Place)) == 0;

    /// <summary>Whether the token is a word of what stands before or above a turn, however it is written: “NP:”.</summary>
    public bool IsOfLabel(int token) => _labels.Contains(token);

    /// <summary>Whether the token is the “’s” of a possessive.</summary>
    public bool IsPossessive(int token)
    {
        if (token < 0 || token >= _traits.Length)
        {
            return false;
        }

        var word = _text.Word(token);
        return (word.Length == 2 && word[0] is '\'' or '’' && word[1] is 's' or 'S') || (word.Length == 1 && word[0] is '\'' or '’');
    }

    /// <summary>Whether the token can be a part of a name, as far as it can be told without its neighbours.</summary>
    public bool CanBeName(int token)
    {
        if (!IsCapital(token))
        {
            return HasSmallParticle(token);
        }

        var traits = _traits[token];
        var initial = IsInitial(token);
        if (!initial && !InHeadline(token))
        {
            return ((traits & WordTraits.Function) == 0 || (traits & (WordTraits.FirstName | WordTraits.Calendar)) != 0
                || (IsAcronym(token) && (traits & WordTraits.Place) != 0)) && !IsCompoundWord(token);
        }

        if (IsCompoundWord(token))
        {
            return false;
        }

        const WordTraits Telling = WordTraits.Title | WordTraits.Demonym | WordTraits.Place | WordTraits.OrgName;
        if ((traits & (WordTraits.Function | WordTraits.Speech | WordTraits.Caption)) != 0 && !IsAcronymInProse(token))
        {
            return false;
        }

        if ((traits & Telling) != 0 || IsBeforeSyllables(token))
        {
            return true;
        }

        var word = _text.Word(token);
        if ((traits & (WordTraits.Common | WordTraits.Role)) != 0)
        {
            return _capitalized.Contains(word) || ((traits & (WordTraits.OrgWord | WordTraits.Role | WordTraits.FirstName)) != 0
                && token + 1 < _traits.Length && IsCapital(token + 1) && !InHeadline(token));
        }

        return (traits & (WordTraits.FirstName | WordTraits.OrgWord)) != 0 || _capitalized.Contains(word)
            || !(_small.Contains(word) || LooksInflected(word) || IsPlural(token));
    }

    /// <summary>“Growers say”, “Porters and nurses”: several without a name, as the verb behind them tells, or the small ones beside them.</summary>
    private bool IsPlural(int token)
    {
        var word = _text.Word(token);
        // “Fishermen disputed it.”
        if (word.Length > 5 && word.EndsWith("men") && word[^4] is 'r' or 's' or 'd' or 'n' or 'k' or 't' or 'e' && (_traits[token] & WordTraits.FirstName) == 0
            && token + 1 < _traits.Length && !IsCapital(token + 1))
        {
            return true;
        }

        // “Ferries, she says, …”.
        if (word.Length > 5 && word.EndsWith("ies") && token + 2 < _traits.Length && _text.Word(token + 1) is "," && _text.Word(token + 2) is "he" or "she" or "they")
        {
            return true;
        }

        if (word.Length < 4 || (_traits[token] & WordTraits.FirstName) != 0 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i' || token + 2 >= _traits.Length || InHeadline(token))
        {
            return false;
        }

        return _text.Word(token + 1) is "say" or "tell" or "want" or "believe" or "think" or "know" or "fear" or "hope" or "argue" or "insist" or "claim" or "complain" or "reckon" or "are" or "were" or "have"
            || (_text.Word(token + 1) is "and" or "or" && char.IsLower(_text.Word(token + 2)[0]) && _text.Word(token + 2)[^1] == 's' && (_traits[token + 2] & WordTraits.Function) == 0);
    }

    /// <summary>Whether a capital letter is due by position: the head of a sentence, of a quotation, or after a colon.</summary>
    public bool IsInitial(int token)
    {
        if (token == 0 || _text.Tokens[token - 1].Sentence != _text.Tokens[token].Sentence)
        {
            return true;
        }

        var before = _text.Tokens[token - 1];
        return before.Kind == TokenKind.QuotationMark
            || (before.Kind == TokenKind.Punctuation && _text.Text[before.Start] is ':' or '—' or '–' or '‘' or '•' or '*' or '…' or '[' or '.' or '!' or '?');
    }

    private bool IsAcronymInProse(int token) => !InHeadline(token) && IsAcronym(token);

    /// <summary>“al-Masri”, “d’Estaing”.</summary>
    private bool HasSmallParticle(int token)
    {
        var word = _text.Word(token);
        return (word.Length > 4 && word[2] == '-' && char.IsUpper(word[3]) && word[..2] is "al" or "el" or "as" or "ad" or "an" or "ar")
            || (word.Length > 4 && word[0] == 'd' && word[1] is '’' or '\'' && char.IsUpper(word[2]));
    }

    /// <summary>“American-born”, “War-era”, “U.S.-Russia”, “R-Idaho”: a hyphen makes an adjective or a label of it.</summary>
    private bool IsCompoundWord(int token)
    {
        var word = _text.Word(token);
        var hyphen = word.IndexOf('-');
        return hyphen > 0 && hyphen + 1 < word.Length
            && ((char.IsLower(word[hyphen + 1]) && word[..hyphen] is not ("Al" or "El") && !IsOfSyllables(token)) || hyphen == 1 || word[hyphen - 1] == '.');
    }

    /// <summary>“Moon Jae-in”, “Jae-in Moon”: a given name of two syllables, which a surname beside it tells at a sentence's head or in a headline.</summary>
    public bool IsOfSyllables(int token) => SyllableNames.Contains(_text.Word(token))
        && ((!IsInitial(token) && !InHeadline(token)) || IsBesideName(token - 1, token) || IsBesideName(token + 1, token));

    /// <summary>“Moon” before “Jae-in”: an ordinary word that a given name follows is its surname.</summary>
    public bool IsBeforeSyllables(int token) => token + 1 < _traits.Length && _text.Tokens[token + 1].Sentence == _text.Tokens[token].Sentence
        && SyllableNames.Contains(_text.Word(token + 1)) && (_traits[token] & (WordTraits.Role | WordTraits.Title | WordTraits.Demonym | WordTraits.OrgWord)) == 0;

    private bool IsBesideName(int neighbour, int token) => neighbour >= 0 && neighbour < _traits.Length && IsCapital(neighbour)
        && _text.Tokens[neighbour].Sentence == _text.Tokens[token].Sentence && Math.Abs(_text.Tokens[neighbour].Start - _text.Tokens[token].Start) < LongestWord
        && (_traits[neighbour] & (WordTraits.Function | WordTraits.Common | WordTraits.Demonym | WordTraits.OrgWord)) == 0;

    /// <summary>“Raging”, “Shamed”: an ending that few names have.</summary>
    public static bool LooksInflected(ReadOnlySpan<char> word) =>
        word.Length > 5 && (word.EndsWith("ly", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal)
            || word.EndsWith("ed", StringComparison.Ordinal));

    /// <summary>A headline has a capital on nearly every word, also on words that are no names.</summary>
    private bool LooksLikeHeadline(int sentence)
    {
        var (first, end) = _text.TokensOf(sentence);
        if (CarriedOn.OpensStatement(_text, first))
        {
            // The capitals are the name's: “Statement of Alder Home Products”.
            return false;
        }

        int words = 0, capitals = 0, ordinary = 0;
        for (var i = first; i < end; i++)
        {
            if (_text.Tokens[i].Kind != TokenKind.Word || (_traits[i] & (WordTraits.Preposition | WordTraits.Determiner)) != 0
                || _text.Tokens[i].Length < 3)
            {
                continue;
            }

            words++;
            if (IsCapital(i))
            {
                capitals++;
                const WordTraits OfNames = WordTraits.Role | WordTraits.Title | WordTraits.OrgWord | WordTraits.Place | WordTraits.Demonym
                    | WordTraits.Calendar | WordTraits.FirstName;
                ordinary += i > first && (_traits[i] & (WordTraits.Common | WordTraits.Function)) != 0 && (_traits[i] & OfNames) == 0 ? 1 : 0;
            }
        }

        return words >= 4 && capitals * 4 >= words * 3 && (ordinary >= 2 || (ordinary == 1 && capitals == words));
    }

    private void LearnUse(int sentence)
    {
        if (_headlines[sentence])
        {
            return;
        }

        var (first, end) = _text.TokensOf(sentence);
        for (var i = first; i < end; i++)
        {
            if (_text.Tokens[i].Kind != TokenKind.Word)
            {
                continue;
            }

            if (!char.IsUpper(_text.Text[_text.Tokens[i].Start]))
            {
                if (_traits[i] == WordTraits.None)
                {
                    _small.Add(_text.Word(i));
                }
            }
            else if ((_traits[i] == WordTraits.None || (_traits[i] & (WordTraits.Common | WordTraits.Role)) != 0) && !IsInitial(i))
            {
                _capitalized.Add(_text.Word(i));
            }
        }
    }
}
