using BriefingBot.Search.Words;

namespace BriefingBot.Search.Ranking;

/// <summary>How the words asked for stand in a stretch of words.</summary>
internal static class Evidence
{
    /// <summary>What another form of an asked word counts.</summary>
    private const double OtherForm = 0.85;

    /// <summary>
    /// How well each asked word is found: 1 in the form asked, a little less as another form of it, <paramref name="kin"/> where a word of
    /// the same beginning stands, 0 not at all.
    /// </summary>
    public static double[] Found(AskedWords asked, ReadOnlySpan<Token> tokens, double kin = 0)
    {
        var found = new double[asked.Words.Count];
        Add(asked, tokens, found, kin);
        return found;
    }

    /// <summary>Takes more words into account.</summary>
    public static void Add(AskedWords asked, ReadOnlySpan<Token> tokens, Span<double> found, double kin = 0)
    {
        for (var i = 0; i < found.Length; i++)
        {
            var wanted = asked.Words[i].Token;
            foreach (var token in tokens)
            {
                if (token.Stem == wanted.Stem)
                {
                    found[i] = Math.Max(found[i], token.Form == wanted.Form ? 1 : OtherForm);
                }
                else if (token.Root == wanted.Root && token.Root != 0)
                {
                    found[i] = Math.Max(found[i], kin);
                }
            }
        }
    }

    /// <summary>Whether all asked words stand there one after the other as asked, function words included.</summary>
    public static bool StandsExactly(ReadOnlySpan<Token> asked, ReadOnlySpan<Token> tokens)
    {
        for (var start = 0; asked.Length > 0 && start + asked.Length <= tokens.Length; start++)
        {
            var same = 0;
            while (same < asked.Length && tokens[start + same].Form == asked[same].Form && tokens[start + same].Stem == asked[same].Stem)
            {
                same++;
            }

            if (same == asked.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The share of neighbouring asked words that stand side by side, in this order, with at most one word between.</summary>
    public static double Pairs(ReadOnlySpan<Token> asked, ReadOnlySpan<Token> tokens)
    {
        if (asked.Length < 2)
        {
            return 0;
        }

        var pairs = 0.0;
        for (var i = 0; i + 1 < asked.Length; i++)
        {
            var best = 0.0;
            for (var t = 0; t + 1 < tokens.Length && best < 1; t++)
            {
                if (tokens[t].Stem != asked[i].Stem)
                {
                    continue;
                }

                best = tokens[t + 1].Stem == asked[i + 1].Stem ? 1
                    : t + 2 < tokens.Length && tokens[t + 2].Stem == asked[i + 1].Stem ? Math.Max(best, 0.5) : best;
            }

            pairs += best * (asked[i].Is(WordTraits.Stop) && asked[i + 1].Is(WordTraits.Stop) ? 0.3 : 1);
        }

        return pairs / (asked.Length - 1);
    }
}
