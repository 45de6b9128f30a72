using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Sentences;

namespace BriefingBot.Quotes.Quotations;

/// <summary>An article's text with its sentences, quotation marks and tokens: what every stage of the extraction reads.</summary>
internal sealed class ArticleText
{
    private readonly int[] _firstTokens;

    public ArticleText(string text)
    {
        Text = text;
        Sentences = [.. SentenceSplitter.Split(text)];
        Quoted = QuotationMarks.Find(text);
        Tokens = Tokenizer.Tokenize(text, Sentences, Quoted);
        Listed = new LexiconEntry?[Tokens.Length];
        for (var i = 0; i < Listed.Length; i++)
        {
            Listed[i] = Tokens[i].Kind == TokenKind.Word ? Lexicon.Find(Word(i)) : null;
        }

        _firstTokens = new int[Sentences.Length + 1];
        var token = 0;
        for (var sentence = 0; sentence <= Sentences.Length; sentence++)
        {
            while (token < Tokens.Length && Tokens[token].Sentence < sentence)
            {
                token++;
            }

            _firstTokens[sentence] = token;
        }
    }

    public string Text { get; }

    public Sentence[] Sentences { get; }

    /// <summary>The stretches in quotation marks, marks included.</summary>
    public IReadOnlyList<TextSpan> Quoted { get; }

    public Token[] Tokens { get; }

    /// <summary>What the word lists say about each token; null for marks, numbers and words of no list.</summary>
    public LexiconEntry?[] Listed { get; }

    /// <summary>The tokens of a sentence: first index, and the index after the last.</summary>
    public (int First, int End) TokensOf(int sentence) => (_firstTokens[sentence], _firstTokens[sentence + 1]);

    /// <summary>The tokens that lie in <paramref name="span"/>, in part at least: first, and the one after the last.</summary>
    public (int First, int End) TokensOf(TextSpan span)
    {
        var first = FirstEndingAfter(span.Start);
        var end = first;
        while (end < Tokens.Length && Tokens[end].Start < span.End)
        {
            end++;
        }

        return (first, end);
    }

    private int FirstEndingAfter(int position)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>A token's words.</summary>
    public ReadOnlySpan<char> Word(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].Length);
}
