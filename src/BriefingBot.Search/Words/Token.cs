using System.Runtime.InteropServices;
using Lucene.Net.Util;

namespace BriefingBot.Search.Words;

/// <summary>
/// A word as it is kept beside its document for ranking: hashes instead of letters, eight bytes. Candidates are scored from these,
/// without reading or analysing their text again.
/// </summary>
/// <param name="Stem">Hash of the stem.</param>
/// <param name="Root">Hash of the first letters, which words of one family often share (“Russia”, “Russian”); 0 for short words.</param>
/// <param name="Form">Hash of the form, to tell forms of one stem apart.</param>
/// <param name="Traits">What the word looks like.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct Token(uint Stem, ushort Root, byte Form, WordTraits Traits)
{
    private const int RootLetters = 5;

    public static Token Of(Word word) => new(Hash32(word.Stem), RootOf(word.Form), (byte)Hash32(word.Form), word.Traits);

    private static ushort RootOf(string form) =>
        form.Length < RootLetters || !char.IsLetter(form[0]) ? (ushort)0 : (ushort)(Hash32(form.AsSpan(0, RootLetters)) | 1);

    public bool Is(WordTraits traits) => (Traits & traits) != 0;

    public static Token[] Of(List<Word> words)
    {
        var tokens = new Token[words.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            tokens[i] = Of(words[i]);
        }

        return tokens;
    }

    public static BytesRef Encode(ReadOnlySpan<Token> tokens) => new(MemoryMarshal.AsBytes(tokens).ToArray());

    /// <summary>FNV-1a: the same on every machine and in every run, unlike <see cref="string.GetHashCode()"/>.</summary>
    public static uint Hash32(ReadOnlySpan<char> letters)
    {
        var hash = 2166136261u;
        foreach (var c in letters)
        {
            hash = (hash ^ (byte)c) * 16777619u;
            hash = (hash ^ (byte)(c >> 8)) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }
}

/// <summary>The tokens of one document, in the bytes that Lucene read them into; cheap to pass on, never changed.</summary>
internal readonly record struct TokenRun(ReadOnlyMemory<byte> Bytes)
{
    public ReadOnlySpan<Token> Span => MemoryMarshal.Cast<byte, Token>(Bytes.Span);

    public int Length => Span.Length;
}
