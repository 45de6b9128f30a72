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
        for (var i = 0; i < tags.Length; i++)
        {
            var best = (int)known.Sum([TagFeatures.Known(tokens, i)]) - 1;
            if (best < 0)
            {
                var features = new FeatureList(buffer);
                TagFeatures.Read(text, tokens, i, tags, ref features);
                weights.Sum(features.Items, vectors);
                best = 0;
                for (var tag = 1; tag < sums.Length; tag++)
                {
                    best = sums[tag] > sums[best] ? tag : best;
                }
            }

            tags[i] = (byte)best;
        }

        return tags;
    }
}
