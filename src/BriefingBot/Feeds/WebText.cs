using System.Text;
using System.Text.RegularExpressions;

namespace BriefingBot.Feeds;

/// <summary>Bytes of the web to text, whatever they are: what is broken becomes U+FFFD, which nobody takes for a letter.</summary>
internal static partial class WebText
{
    /// <summary>Where a document says in itself what its encoding is: within its first bytes.</summary>
    private const int Head = 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>By its byte order mark, else by its XML declaration, else by the answer's header, else UTF-8.</summary>
    public static string OfFeed(ReadOnlySpan<byte> bytes, string? charset) =>
        ByMark(bytes) ?? (Named(Declared(bytes, XmlDeclaration())) ?? Named(charset) ?? Encoding.UTF8).GetString(bytes);

    /// <summary>
    /// By its byte order mark, else by the answer's header, else as the page says, else UTF-8; what is none of it is Windows-1252, as in browsers.
    /// </summary>
    public static string OfPage(ReadOnlySpan<byte> bytes, string? charset)
    {
        if ((ByMark(bytes) ?? (Named(charset) ?? Named(Declared(bytes, PageDeclaration())))?.GetString(bytes)) is { } text)
        {
            return text;
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Named("windows-1252")!.GetString(bytes);
        }
    }

    private static string? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32.GetString(bytes[4..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        // “<?” in UTF-16 without a mark.
        [(byte)'<', 0, (byte)'?', 0, ..] => Encoding.Unicode.GetString(bytes),
        [0, (byte)'<', 0, (byte)'?', ..] => Encoding.BigEndianUnicode.GetString(bytes),
        _ => null,
    };

    private static string? Declared(ReadOnlySpan<byte> bytes, Regex declaration) =>
        declaration.Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)])) is { Success: true } found ? found.Groups["name"].Value : null;

    /// <summary>Null for a name that means nothing. UTF-16 cannot be meant where the name itself could be read.</summary>
    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || name.Equals("ucs-2", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            // On the web, Latin 1 means Windows-1252 (https://encoding.spec.whatwg.org).
            var meant = name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) ? "windows-1252" : name;
            return CodePagesEncodingProvider.Instance.GetEncoding(meant) ?? Encoding.GetEncoding(meant);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._:-]{1,40})["']""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("""<meta[^>]*?charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9._:-]{1,40})""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PageDeclaration();
}
