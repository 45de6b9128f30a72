using System.Runtime.CompilerServices;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// Hashes of features. A feature is known by its hash alone, two that fall together share a weight (Weinberger and others,
/// “Feature hashing for large scale multitask learning”, ICML 2009). Part of the model's file format: a change here needs new training.
/// </summary>
internal static class FeatureHash
{
    /// <summary>The same for all spellings that differ in case only; all digits are alike.</summary>
    public static uint OfWord(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            var folded = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : char.IsAsciiDigit(c) ? '0' : c is '’' ? '\'' : c;
            hash = (hash ^ folded) * 16777619u;
        }

        return Finish(hash);
    }

    /// <summary>One multiplication: a document has millions of features.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint a, uint b) => (uint)((((((ulong)a << 32) | b) ^ 0x8E5A_51C3_27D4_EB2Ful) * 0x9E37_79B9_7F4A_7C15ul) >> 29);

    public static uint Mix(uint a, uint b, uint c) => Mix(Mix(a, b), c);

    private static uint Finish(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        hash ^= hash >> 12;
        hash *= 0x297A2D39u;
        return hash ^ (hash >> 15);
    }
}
