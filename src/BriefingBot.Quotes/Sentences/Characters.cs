using System.Buffers;
using System.Globalization;

namespace BriefingBot.Quotes.Sentences;

/// <summary>The classes of characters that sentence ends are decided by.</summary>
internal static class Characters
{
    /// <summary>Ends a sentence, or a part of an ellipsis.</summary>
    public static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '‼' or '⁇' or '⁈' or '⁉' or '‽' || IsWideStop(c);

    /// <summary>A full stop of Chinese or Japanese writing, after which no space is needed.</summary>
    public static bool IsWideStop(char c) => c is '。' or '！' or '？' or '｡';

    /// <summary>Stays with the sentence whose stop it follows at once. <c>“</c> closes in German, and in English by mistake.</summary>
    public static bool IsCloser(char c) => c is '"' or '\'' or '”' or '’' or '“' or '»' or '›' or ')' or ']' or '}' or '″' || IsInvisible(c);

    public static bool IsClosingQuote(char c) => c is '"' or '\'' or '”' or '’' or '“' or '»';

    /// <summary>May stand before the first word of a sentence.</summary>
    public static bool IsOpener(char c) =>
        c is '"' or '\'' or '“' or '‘' or '”' or '’' or '„' or '«' or '‹' or '(' or '[' or '{' or '¿' or '¡' or '*' or '_' || IsInvisible(c);

    /// <summary>Those of <see cref="IsLineBreak"/>, to be looked for many characters at a time.</summary>
    public static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r\u000B\u000C\u0085\u2028\u2029");

    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u000B' or '\u000C' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Begins an item of a list.</summary>
    public static bool IsBullet(char c) => c is '•' or '⁃' or '◦' or '‣' or '▪' or '●';

    public static bool IsDash(char c) => c is '-' or '–' or '—' or '―' or '−';

    /// <summary>Zero-width and direction marks: no white space, but nothing that is seen either.</summary>
    public static bool IsInvisible(char c) => c >= '\u00AD' && char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>A letter that is not lower case: a capital, or one of a script that has no case.</summary>
    public static bool IsCapital(char c) => char.IsLetter(c) && !char.IsLower(c);
}
