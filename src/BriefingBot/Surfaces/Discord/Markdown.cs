using System.Text;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// Text of articles and people as Discord's Markdown that shows exactly this text. Discord's document: reference, Message Formatting.
/// </summary>
/// <remarks>
/// Everything is escaped by a backslash, which Discord takes off: nothing is left out or replaced, so that copied words are the article's.
/// A web address in running text is shown but is no link (<c>https\://…</c>), nothing unfurls, and a reader is not led away by an article's
/// words: the only link is the article's own.
/// </remarks>
internal static class Markdown
{
    /// <summary>More cannot be the name of an emoji.</summary>
    private const int LongestEmojiName = 64;

    /// <summary>Whether the character at <paramref name="index"/> of <paramref name="text"/> needs a backslash; lines end with <c>\n</c>.</summary>
    public static bool NeedsEscape(string text, int index) => text[index] switch
    {
        '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '[' or ']' or '@' or '#' => true,
        '>' or '-' or '+' => OnlyBefore(text, index, char.IsWhiteSpace),
        '.' => index > 0 && char.IsAsciiDigit(text[index - 1]) && OnlyBefore(text, index, c => char.IsWhiteSpace(c) || char.IsAsciiDigit(c)),
        ':' => IsAddress(text, index) || IsEmojiName(text, index),
        _ => false,
    };

    /// <summary>The whole text, escaped.</summary>
    /// <param name="text">As <see cref="SafeText"/> makes it: no control characters, no lone surrogates.</param>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (NeedsEscape(text, i))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    /// <summary>A moment as each reader's own client shows it, in the reader's zone and language.</summary>
    /// <param name="moment">Which.</param>
    /// <param name="style">Of Discord's styles: <c>f</c> day and time, <c>D</c> day.</param>
    public static string Moment(DateTimeOffset moment, char style) => $"<t:{moment.ToUnixTimeSeconds()}:{style}>";

    /// <summary>
    /// The address as the target of a masked link, between <c>(&lt;</c> and <c>&gt;)</c>; null when it is no web address, hides where it leads
    /// behind a name, or is longer than <paramref name="longest"/>. Nothing of it can end the link early.
    /// </summary>
    public static string? LinkTarget(string? url, int longest)
    {
        if (url is null || url.Length > longest || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.UserInfo.Length > 0 || address.HostNameType == UriHostNameType.IPv6)
        {
            return null;
        }

        var target = new StringBuilder(url.Length);
        foreach (var rune in address.AbsoluteUri.EnumerateRunes())
        {
            if (rune.Value is '@' or '[' or ']' or '(' or ')' or '<' or '>' or '\\' or '"' or '\'' or '`' or '|' or ' ' || Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            {
                target.Append(Uri.EscapeDataString(rune.ToString()));
            }
            else
            {
                target.Append(rune.ToString());
            }
        }

        return target.Length <= longest ? target.ToString() : null;
    }

    /// <summary>Whether text can be the label of a masked link: Discord shows no link whose label holds brackets that do not pair, or an address.</summary>
    public static bool CanBeLabel(string text) =>
        text.IndexOfAny(['[', ']', '\n']) < 0 && !text.Contains("://", StringComparison.Ordinal) && HasVisible(text);

    /// <summary>Whether anything of the text shows: Discord refuses a text of nothing but white space.</summary>
    public static bool HasVisible(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text holds letters that are written from right to left, and so can reorder what stands beside it.</summary>
    public static bool RunsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
                or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) or 0x200F)
            {
                return true;
            }
        }

        return false;
    }

    private static bool OnlyBefore(string text, int index, Func<char, bool> allowed)
    {
        for (var i = index - 1; i >= 0 && text[i] != '\n'; i--)
        {
            if (!allowed(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAddress(string text, int index) => index + 1 < text.Length && text[index + 1] == '/';

    private static bool IsEmojiName(string text, int index)
    {
        for (var i = index + 1; i < text.Length && i - index <= LongestEmojiName; i++)
        {
            if (text[i] == ':' || char.IsWhiteSpace(text[i]))
            {
                return text[i] == ':';
            }
        }

        return false;
    }
}
