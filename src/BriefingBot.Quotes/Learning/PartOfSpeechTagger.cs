using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>Gives each token its part of speech, from left to right.</summary>
internal sealed class PartOfSpeechTagger(WeightTable weights)
{
    /// <summary>The tags by their numbers in <see cref="PartsOfSpeech"/>. Linear in the number of tokens.</summary>
    public byte[] Tag(Reading text, TokenFeatures tokens)
    {
        var tags = new byte[text.Count];
        Span<uint> buffer = stackalloc uint[TagFeatures.Most];
        Span<int> sums = stackalloc int[weights.Width];
        uint last = 255, lastButOne = 255;
        for (var i = 0; i < tags.Length; i++)
        {
            if (i > 0 && text.Sentence(i) != text.Sentence(i - 1))
            {
                last = lastButOne = 255;
            }

            var features = new FeatureList(buffer);
            TagFeatures.Read(text, tokens, i, last, lastButOne, ref features);
            sums.Clear();
            weights.AddTo(features.Items, sums);
            var best = 0;
            for (var tag = 1; tag < sums.Length; tag++)
            {
                best = sums[tag] > sums[best] ? tag : best;
            }

            tags[i] = (byte)best;
            lastButOne = last;
            last = (uint)best;
        }

        return tags;
    }
}
