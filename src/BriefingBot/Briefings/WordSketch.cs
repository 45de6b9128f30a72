using System.Globalization;

namespace BriefingBot.Briefings;

/// <summary>
/// What is kept of a statement's words to tell later whether another one says nearly the same: hashes of them, the least ones of a long statement
/// (bottom-k sketch; Broder, “On the resemblance and containment of documents”, 1997). The words cannot be read back: what its article no longer
/// says is not kept.
/// </summary>
internal sealed class WordSketch
{
    /// <summary>Hashes kept of a statement.</summary>
    private const int Most = 32;

    private const int Digits = 4;

    private readonly ushort[] _hashes;

    private WordSketch(IEnumerable<ushort> hashes) => _hashes = [.. hashes.Distinct().Order().Take(Most)];

    /// <summary>Of a statement of which nothing is known: like no other.</summary>
    public static readonly WordSketch Unknown = new([]);

    public bool IsUnknown => ReferenceEquals(this, Unknown);

    public static WordSketch Of(string text) => new(ContentWords.Of(text).Stems.Select(Hash));

    /// <summary>What <see cref="ToString"/> wrote; <see cref="Unknown"/> for anything else.</summary>
    public static WordSketch Parse(string? text)
    {
        var hashes = (text ?? "?").Chunk(Digits)
            .Select(digits => ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash) ? hash : (ushort?)null).ToList();
        return hashes.Contains(null) ? Unknown : new WordSketch(hashes.OfType<ushort>());
    }

    /// <summary>The share of words, of all that two statements hold, that both hold; from 0 to 1, estimated for long ones.</summary>
    public double Likeness(WordSketch other)
    {
        var all = _hashes.Union(other._hashes).Order().Take(Most).ToList();
        return all.Count == 0 ? 0 : all.Count(hash => _hashes.Contains(hash) && other._hashes.Contains(hash)) / (double)all.Count;
    }

    public override string ToString() => string.Concat(_hashes.Select(hash => hash.ToString("x4", CultureInfo.InvariantCulture)));

    private static ushort Hash(string word)
    {
        // FNV-1a: the same in every process.
        var hash = 2166136261;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (ushort)(hash ^ (hash >> 16));
    }
}
