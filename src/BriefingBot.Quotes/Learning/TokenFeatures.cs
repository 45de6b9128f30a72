using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>What each token of an article looks like to the model, as hashes: its word, stem, ending, shape, classes and tag.</summary>
internal sealed class TokenFeatures
{
    /// <summary>What stands before the first and after the last token.</summary>
    private const uint Outside = 0x51ED270B;

    private readonly Reading _text;
    private readonly uint[] _words;
    private readonly uint[] _stems;
    private readonly uint[] _suffixes;
    private readonly byte[] _shapes;

    public TokenFeatures(Reading text)
    {
        _text = text;
        _suffixes = new uint[text.Count];
        _shapes = new byte[text.Count];
        _words = new uint[text.Count];
        _stems = new uint[text.Count];
        for (var i = 0; i < _words.Length; i++)
        {
            var word = text.Text.Word(i);
            _words[i] = FeatureHash.OfWord(word);
            _stems[i] = StemOf(word, text.Text.Listed[i]);
            _suffixes[i] = FeatureHash.OfWord(word.Length > 3 ? word[^3..] : word);
            _shapes[i] = ShapeOf(word);
        }
    }

    public uint Word(int token) => token >= 0 && token < _words.Length ? _words[token] : Outside;

    /// <summary>The dictionary form of a verb of speech; the other words' forms without their usual endings.</summary>
    public uint Stem(int token) => token >= 0 && token < _stems.Length ? _stems[token] : Outside;

    /// <summary>The parts of speech, by number; none until a tagger has given them.</summary>
    public byte[] Tags { get; set; } = [];

    public uint Tag(int token) => token >= 0 && token < Tags.Length ? Tags[token] : 255u;

    public uint Class(int token) => (uint)_text.Class(token);

    /// <summary>The last three letters.</summary>
    public uint Suffix(int token) => token >= 0 && token < _suffixes.Length ? _suffixes[token] : Outside;

    /// <summary>Capital, all capitals, digits, small letters, or the sign itself.</summary>
    public uint Shape(int token) => token >= 0 && token < _shapes.Length ? _shapes[token] : 9u;

    private static byte ShapeOf(ReadOnlySpan<char> word)
    {
        var first = word[0];
        return !char.IsLetterOrDigit(first) ? (byte)(first & 0x7F | 0x20) : char.IsDigit(first) ? (byte)1
            : !char.IsUpper(first) ? (word.Contains('-') ? (byte)2 : (byte)3) : word.Length > 1 && char.IsUpper(word[1]) ? (byte)4 : (byte)5;
    }

    private static uint StemOf(ReadOnlySpan<char> word, LexiconEntry? listed)
    {
        if (listed?.Verb is { } verb)
        {
            return FeatureHash.OfWord(verb.Lemma);
        }

        var stem = word switch
        {
            [.. var head, 'i', 'n', 'g'] when head.Length > 2 => head,
            [.. var head, 'i', 'e', 's'] when head.Length > 2 => head,
            [.. var head, 'i', 'e', 'd'] when head.Length > 2 => head,
            [.. var head, 'e', 's'] when head.Length > 2 => head,
            [.. var head, 'e', 'd'] when head.Length > 2 => head,
            [.. var head, 's'] when head.Length > 2 && head[^1] != 's' => head,
            [.. var head, 'e' or 'y'] when head.Length > 2 => head,
            _ => word,
        };
        stem = stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
        return FeatureHash.OfWord(stem);
    }
}
