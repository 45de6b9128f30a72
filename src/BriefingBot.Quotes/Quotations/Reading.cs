using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>A run of tokens: the first, and the one after the last.</summary>
internal readonly record struct TokenRun(int First, int End)
{
    public static readonly TokenRun None = new(-1, -1);

    public bool IsEmpty => End <= First;

    /// <summary>The run; <see cref="None"/> for any that is empty, so that runs can be compared.</summary>
    public TokenRun OrNone => IsEmpty ? None : this;

    public bool Contains(int token) => token >= First && token < End;

    /// <summary>Whether they share a token; an empty run shares none.</summary>
    public bool Overlaps(TokenRun other) => First < other.End && other.First < End && !IsEmpty && !other.IsEmpty;
}

/// <summary>
/// An article's tokens with what each can be: word classes, speech verbs, and the stretch in quotation marks it stands in.
/// </summary>
internal sealed class Reading
{
    private readonly WordClass[] _classes;
    private readonly int[] _stretches;
    private readonly TokenRun[] _runs;
    private readonly Dictionary<int, (CuePhrase Phrase, int End)> _phrases = [];

    public Reading(ArticleText text)
    {
        Text = text;
        Tokens = text.Tokens;
        _classes = new WordClass[Tokens.Length];
        _stretches = new int[Tokens.Length];
        _runs = new TokenRun[text.Quoted.Count];
        Array.Fill(_runs, TokenRun.None);
        var stretch = 0;
        for (var i = 0; i < Tokens.Length; i++)
        {
            var token = Tokens[i];
            _classes[i] = OwnsAsPlural(i) ? WordClass.Genitive : WordClasses.Of(text.Word(i), token.Kind, text.Listed[i]);
            while (stretch < text.Quoted.Count && text.Quoted[stretch].End <= token.Start)
            {
                stretch++;
            }

            _stretches[i] = token.Quoted && stretch < text.Quoted.Count ? stretch : -1;
            if (_stretches[i] >= 0)
            {
                _runs[stretch] = new TokenRun(_runs[stretch].First < 0 ? i : _runs[stretch].First, i + 1);
            }
        }

        for (var i = 0; i < Tokens.Length; i++)
        {
            _classes[i] &= IsGivenName(i) || IsSurname(i) ? WordClass.Capital : ~WordClass.None;
            // The marks of “Ada “Skip” Moreau” part nothing.
            _classes[i] = Tokens[i].Kind == TokenKind.QuotationMark && !Tokens[i].Quoted && Is(i - 1, WordClass.Capital) && Is(i + 1, WordClass.Capital) ? WordClass.Capital : _classes[i];
            if (Tokens[i].Kind == TokenKind.Word && CuePhrases.At(Text, i) is { } phrase)
            {
                _phrases[i] = phrase;
            }
        }
    }

    /// <summary>“Theresa May”, “George Will”.</summary>
    private bool IsSurname(int token) => token > 0 && Is(token, WordClass.Capital) && Text.Word(token) is "May" or "March" or "August" or "Will"
        && Is(token - 1, WordClass.Capital) && ((Text.Listed[token - 1]?.Traits ?? 0) & WordTraits.FirstName) != 0 && !Is(token - 1, WordClass.Time)
        && !Is(token + 1, WordClass.Number) && Tokens[token - 1].Sentence == Tokens[token].Sentence;

    /// <summary>“June Alder”, “asked Will Moreau”: a given name that is a month or an auxiliary elsewhere.</summary>
    private bool IsGivenName(int token)
    {
        if ((_classes[token] & (WordClass.Time | WordClass.Auxiliary)) == 0 || !Is(token, WordClass.Capital) || !Is(token + 1, WordClass.Capital)
            || (Text.Listed[token]!.Traits & WordTraits.FirstName) == 0 || Tokens[token + 1].Sentence != Tokens[token].Sentence
            || ((Text.Listed[token + 1]?.Class ?? 0) != 0))
        {
            return false;
        }

        var opens = token == 0 || Tokens[token - 1].Sentence != Tokens[token].Sentence;
        return Is(token, WordClass.Time) ? opens || !Is(token - 1, WordClass.Preposition) : !opens;
    }

    /// <summary>The apostrophe of “the farmers' union”; within quotation marks it may be a mark itself.</summary>
    private bool OwnsAsPlural(int token) => Tokens[token].Kind == TokenKind.Punctuation && !Tokens[token].Quoted && FirstChar(token) is '\'' or '’'
        && token > 0 && token + 1 < Count && Text.Text[Tokens[token].Start - 1] == 's' && Tokens[token - 1].Kind == TokenKind.Word
        && Tokens[token + 1].Kind == TokenKind.Word && Tokens[token + 1].Start > Tokens[token].End;

    public ArticleText Text { get; }

    public Token[] Tokens { get; }

    public int Count => Tokens.Length;

    /// <summary>How many stretches in quotation marks there are.</summary>
    public int Stretches => _runs.Length;

    public WordClass Class(int token) => token >= 0 && token < _classes.Length ? _classes[token] : WordClass.None;

    public bool Is(int token, WordClass any) => (Class(token) & any) != 0;

    /// <summary>What owns something is no verb: “the United States’ military”.</summary>
    public SpeechVerb? Verb(int token) => token >= 0 && token < _classes.Length && !Is(token + 1, WordClass.Genitive)
        ? _phrases.TryGetValue(token, out var phrase) ? phrase.Phrase.Verb : Text.Listed[token]?.Verb : null;

    public VerbForm Form(int token) => _phrases.TryGetValue(token, out var phrase) ? phrase.Phrase.Form : Text.Listed[token]?.Form ?? VerbForm.Base;

    /// <summary>The token after the verb and the words without which it says nothing: “took issue with”.</summary>
    public int VerbEnd(int token) => _phrases.TryGetValue(token, out var phrase) ? phrase.End : token + 1;

    /// <summary>The stretch in quotation marks that the token stands in; -1 when in none.</summary>
    public int Stretch(int token) => token >= 0 && token < _stretches.Length ? _stretches[token] : -1;

    /// <summary>
    /// The tokens of a stretch, marks included; <see cref="TokenRun.None"/> when no token stands in it, and for the -1 of a mark that
    /// belongs to no stretch.
    /// </summary>
    public TokenRun StretchRun(int stretch) => stretch >= 0 ? _runs[stretch] : TokenRun.None;

    /// <summary>Whether the token's marks open and never close in its paragraph.</summary>
    public bool IsLeftOpen(int token) => Stretch(token) is var stretch and >= 0 && !Is(_runs[stretch].End - 1, WordClass.Mark);

    public int Sentence(int token) => Tokens[token].Sentence;

    public int Paragraph(int token) => Text.Sentences[Tokens[token].Sentence].Paragraph;

    /// <summary>The token after the last of the token's paragraph. Takes time with the rest of the paragraph.</summary>
    public int ParagraphEnd(int token)
    {
        var end = token + 1;
        while (end < Count && Paragraph(end) == Paragraph(token))
        {
            end++;
        }

        return end;
    }

    public TokenRun SentenceRun(int sentence)
    {
        var (first, end) = Text.TokensOf(sentence);
        return new TokenRun(first, end);
    }

    /// <summary>Whether the token is this word, in any case.</summary>
    public bool IsWord(int token, string word) =>
        token >= 0 && token < Tokens.Length && Text.Word(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the run holds <paramref name="least"/> words or numbers; looks no further than it must.</summary>
    public bool HasWords(TokenRun run, int least)
    {
        for (var i = run.First; i < run.End && least > 0; i++)
        {
            least -= Tokens[i].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        }

        return least <= 0;
    }

    public char FirstChar(int token) => Text.Text[Tokens[token].Start];

    public TextSpan Span(TokenRun run) => TextSpan.Between(Tokens[run.First].Start, Tokens[run.End - 1].End);
}
