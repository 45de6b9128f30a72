using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>Gives each token its part of speech, from left to right.</summary>
internal sealed class PartOfSpeechTagger(WeightTable weights, WeightTable known)
{
    /// <summary>The tags by their numbers in <see cref="PartsOfSpeech"/>. Linear in the number of tokens.</summary>
    public byte[] Tag(Reading text, TokenFeatures tokens)
    {
        var tags = new byte[text.Count];
        Span<uint> buffer = stackalloc uint[TagFeatures.Most];
        Span<Vector256<short>> vectors = stackalloc Vector256<short>[weights.Groups];
        var sums = MemoryMarshal.Cast<Vector256<short>, short>(vectors)[..weights.Width];
        // First all that have one tag wherever they stand: so many questions in a row, none of which waits for the answer before.
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = (byte)((int)known.Sum([TagFeatures.Known(tokens, i)]) - 1);
        }

        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i] == TagFeatures.NoTag)
            {
                var features = new FeatureList(buffer);
                TagFeatures.Read(text, tokens, i, tags, ref features);
                weights.Prefetch(features.Items);
                weights.Sum(features.Items, vectors);
                var best = 0;
                for (var tag = 1; tag < sums.Length; tag++)
                {
                    best = sums[tag] > sums[best] ? tag : best;
                }

                tags[i] = (byte)best;
            }
        }

        return tags;
    }
}
