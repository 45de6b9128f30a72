using System.Runtime.InteropServices;
using BriefingBot.Quotes.Articles;

namespace BriefingBot.Quotes.Quotations;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    Punctuation,

    /// <summary>A quotation mark: “ ” " „ « » or two single ones, or a single one that opens or closes a stretch.</summary>
    QuotationMark,
}

/// <summary>
/// One token of an article: a word, number, mark or sign; “ ’s ” is a token of its own, as in the Penn Treebank. <c>Sentence</c> is the
/// index of its sentence, from 0; <c>Quoted</c> tells whether it stands in quotation marks, the marks themselves included.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(int Start, int Length, TokenKind Kind, int Sentence, bool Quoted)
{
    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);
}
