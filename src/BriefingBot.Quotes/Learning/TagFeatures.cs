using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>The features of a word's part of speech (after Ratnaparkhi, EMNLP 1996, and Collins, EMNLP 2002).</summary>
internal static class TagFeatures
{
    public const int Most = 32;

    /// <summary>Stands for a tag that is not there.</summary>
    public const byte NoTag = 255;

    /// <summary>The word as it is written: most words have one tag wherever they stand.</summary>
    public static uint Known(TokenFeatures tokens, int i) => FeatureHash.Mix(tokens.Word(i), tokens.Shape(i));

    /// <summary>Those of token <c>i</c>; of <c>tags</c> the two before it are looked at.</summary>
    public static void Read(Reading text, TokenFeatures tokens, int i, ReadOnlySpan<byte> tags, ref FeatureList into)
    {
        var (last, lastButOne) = Before(text, i, tags);
        var word = text.Text.Word(i);
        var hash = tokens.Word(i);
        into.Add(300, 0);
        into.Add(301, hash);
        into.Add(302, tokens.Suffix(i));
        into.Add(303, FeatureHash.OfWord(word.Length > 2 ? word[^2..] : word));
        into.Add(304, word[^1], tokens.Shape(i));
        into.Add(305, FeatureHash.OfWord(word.Length > 3 ? word[..3] : word));
        into.Add(306, tokens.Shape(i), text.SentenceRun(text.Sentence(i)).First == i ? 1u : 0);
        into.Add(307, tokens.Class(i));
        into.Add(308, last);
        into.Add(309, last, lastButOne);
        into.Add(310, last, hash);
        into.Add(311, tokens.Word(i - 1));
        into.Add(312, tokens.Word(i + 1));
        into.Add(313, tokens.Word(i - 2));
        into.Add(314, tokens.Word(i + 2));
        into.Add(315, last, tokens.Class(i + 1));
        into.Add(316, tokens.Suffix(i + 1));
        into.Add(317, last, tokens.Word(i + 1));
        into.Add(318, hash, tokens.Word(i + 1));
        into.Add(319, hash, tokens.Word(i - 1));
        into.Add(320, tokens.Suffix(i), last);
        into.Add(321, tokens.Class(i + 1), tokens.Class(i + 2), tokens.Shape(i));
        into.Add(322, tokens.Suffix(i), tokens.Suffix(i + 1));
    }

    /// <summary>The two tags before, of the same sentence.</summary>
    private static (uint Last, uint LastButOne) Before(Reading text, int i, ReadOnlySpan<byte> tags)
    {
        var first = text.SentenceRun(text.Sentence(i)).First;
        return (i > first ? tags[i - 1] : NoTag, i > first + 1 ? tags[i - 2] : NoTag);
    }
}
