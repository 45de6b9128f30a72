using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using NSec.Cryptography;

namespace BriefingBot.Discord.Interactions;

/// <summary>
/// Tells whether a web request comes from Discord: its signature is Ed25519 (RFC 8032) over the timestamp header and the body, made with
/// the application's key. Any number of threads may ask. Discord's document: interactions/overview, Setting Up an Endpoint, Validating Security
/// Request Headers.
/// </summary>
public sealed class InteractionSignature
{
    /// <summary>The header with the signature, as 128 hexadecimal digits.</summary>
    public const string SignatureHeader = "X-Signature-Ed25519";

    /// <summary>The header with the time of sending, signed before the body.</summary>
    public const string TimestampHeader = "X-Signature-Timestamp";

    private const int KeyBytes = 32;
    private const int SignatureBytes = 64;

    /// <summary>Discord sends ten digits; nobody needs more bytes than this.</summary>
    private const int LongestTimestamp = 64;

    private readonly PublicKey _key;

    private InteractionSignature(PublicKey key) => _key = key;

    /// <summary>Takes the application's public key, 64 hexadecimal digits; false when that is no key.</summary>
    public static bool TryCreate(string? publicKey, [NotNullWhen(true)] out InteractionSignature? signature)
    {
        Span<byte> bytes = stackalloc byte[KeyBytes];
        signature = IsHex(publicKey, bytes) && PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key) && key is not null
            ? new InteractionSignature(key)
            : null;
        return signature is not null;
    }

    /// <summary>
    /// Whether Discord signed this request. False, never an exception: for a missing, short or otherwise malformed header too.
    /// </summary>
    /// <param name="signature">The value of <see cref="SignatureHeader"/>; null when it is missing.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>; null when it is missing.</param>
    /// <param name="body">The bytes of the body as they came, before any decoding.</param>
    public bool IsGenuine(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        Span<byte> signed = stackalloc byte[SignatureBytes];
        if (timestamp is null || !IsHex(signature, signed) || Encoding.UTF8.GetByteCount(timestamp) is var length && length > LongestTimestamp)
        {
            return false;
        }

        var message = ArrayPool<byte>.Shared.Rent(length + body.Length);
        try
        {
            Encoding.UTF8.GetBytes(timestamp, message);
            body.CopyTo(message.AsSpan(length));
            return SignatureAlgorithm.Ed25519.Verify(_key, message.AsSpan(0, length + body.Length), signed);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(message);
        }
    }

    /// <summary>Fills <paramref name="bytes"/> from exactly as many pairs of digits.</summary>
    private static bool IsHex(string? digits, Span<byte> bytes) =>
        digits?.Length == bytes.Length * 2 && Convert.FromHexString(digits, bytes, out _, out _) == OperationStatus.Done;
}
