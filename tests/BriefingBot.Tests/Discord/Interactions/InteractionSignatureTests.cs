using System.Text;
using BriefingBot.Discord.Interactions;
using CsCheck;
using NSec.Cryptography;

namespace BriefingBot.Tests.Discord.Interactions;

public class InteractionSignatureTests
{
    private const string Timestamp = "1551657600";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"type":1,"id":"788"}""");

    /// <summary>RFC 8032, section 7.1, tests 1 to 3: key, message, signature.</summary>
    public static TheoryData<string, string, string> Vectors => new()
    {
        {
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
        {
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_published_vectors_verify(string key, string message, string signature)
    {
        Assert.True(InteractionSignature.TryCreate(key, out var verifier));
        Assert.True(verifier.IsGenuine(signature, "", Convert.FromHexString(message)));
        Assert.True(verifier.IsGenuine(signature.ToUpperInvariant(), "", Convert.FromHexString(message)));
    }

    [Fact]
    public void The_timestamp_is_signed_before_the_body()
    {
        var (key, _, signature) = ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "r",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        Assert.True(InteractionSignature.TryCreate(key, out var verifier));

        Assert.True(verifier.IsGenuine(signature, "r", []));
        Assert.False(verifier.IsGenuine(signature, "", []));
        Assert.False(verifier.IsGenuine(signature, "r", "r"u8));
    }

    [Fact]
    public void A_body_changed_in_one_bit_is_refused()
    {
        var (verifier, signature) = Signed();
        Assert.True(verifier.IsGenuine(signature, Timestamp, Body));

        for (var bit = 0; bit < Body.Length * 8; bit++)
        {
            var tampered = (byte[])Body.Clone();
            tampered[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(verifier.IsGenuine(signature, Timestamp, tampered));
        }
    }

    [Fact]
    public void Another_time_or_another_key_is_refused()
    {
        var (verifier, signature) = Signed();
        var (stranger, _) = Signed();

        Assert.False(verifier.IsGenuine(signature, "1551657601", Body));
        Assert.False(stranger.IsGenuine(signature, Timestamp, Body));
    }

    [Fact]
    public void Missing_short_and_malformed_headers_are_refused_without_an_exception()
    {
        var (verifier, signature) = Signed();
        string?[] signatures = [null, "", "0", signature[..126], signature + "00", "zz" + signature[2..], " " + signature[1..], new string('0', 128), new string('f', 128)];

        Assert.All(signatures, wrong => Assert.False(verifier.IsGenuine(wrong, Timestamp, Body)));
        Assert.False(verifier.IsGenuine(signature, null, Body));
        Assert.False(verifier.IsGenuine(signature, new string('1', 100_000), Body));
        Assert.False(verifier.IsGenuine(signature, "\uD800", Body));
    }

    [Fact]
    public void No_header_provokes_an_exception()
    {
        var (verifier, _) = Signed();
        Gen.Select(Gen.String, Gen.String, Gen.Byte.Array).Sample((signature, timestamp, body) => !verifier.IsGenuine(signature, timestamp, body));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("d75a98")]
    [InlineData("xx5a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a00")]
    public void What_is_no_key_is_refused(string? key) => Assert.False(InteractionSignature.TryCreate(key, out _));

    /// <summary>A verifier for a key made here, and the signature over <see cref="Timestamp"/> and <see cref="Body"/>.</summary>
    private static (InteractionSignature Verifier, string Signature) Signed()
    {
        using var key = Key.Create(SignatureAlgorithm.Ed25519);
        var signature = SignatureAlgorithm.Ed25519.Sign(key, [.. Encoding.UTF8.GetBytes(Timestamp), .. Body]);
        Assert.True(InteractionSignature.TryCreate(Convert.ToHexString(key.PublicKey.Export(KeyBlobFormat.RawPublicKey)), out var verifier));
        return (verifier, Convert.ToHexString(signature));
    }
}
