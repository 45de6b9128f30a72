using System.Text;

namespace BriefingBot.Indexing;

/// <summary>Bytes to text, strictly: what is not UTF-8 is refused, since a guessed letter would be quoted as somebody's word.</summary>
internal static class ArticleEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without a byte order mark; line ends and everything else stay as they are.</summary>
    /// <exception cref="UnreadableArticleException">Empty, binary, or in another encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new UnreadableArticleException("It is written in UTF-16 and not UTF-8; save it as UTF-8.");
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        if (bytes.Contains((byte)0))
        {
            throw new UnreadableArticleException("It is a binary file and not text; save the article as text in UTF-8.");
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException bad)
        {
            throw new UnreadableArticleException($"It is not UTF-8 (see its byte {bad.Index + 1}); save it as UTF-8.");
        }
    }
}
