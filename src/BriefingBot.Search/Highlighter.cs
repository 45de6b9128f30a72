using BriefingBot.Quotes.Articles;
using BriefingBot.Search.Words;

namespace BriefingBot.Search;

/// <summary>Finds what to emphasise in a passage, by reading its words again.</summary>
internal static class Highlighter
{
    /// <summary>
    /// The spans of the words of <paramref name="text"/> whose stem is asked for; words side by side become one span. Function words count
    /// only between two that do, or where all the words asked for stand in their order.
    /// </summary>
    /// <param name="text">The passage.</param>
    /// <param name="offset">Where the passage begins in the article: the spans count from there.</param>
    /// <param name="asked">The words asked for.</param>
    public static IReadOnlyList<TextSpan> Mark(string text, int offset, IReadOnlyList<Word> asked)
    {
        var telling = asked.Where(word => !word.Is(WordTraits.Stop)).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var all = asked.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        telling = telling.Count > 0 ? telling : all;
        var spans = new List<TextSpan>();
        var words = WordReader.Read(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (StandsAt(words, i, asked))
            {
                spans.Add(TextSpan.Between(offset + words[i].Span.Start, offset + words[i + asked.Count - 1].Span.End));
                i += asked.Count - 1;
                continue;
            }

            if (!telling.Contains(words[i].Stem))
            {
                continue;
            }

            var last = i;
            for (var next = i + 1; next < words.Count && next - last <= 3 && all.Contains(words[next].Stem); next++)
            {
                last = telling.Contains(words[next].Stem) ? next : last;
            }

            spans.Add(TextSpan.Between(offset + words[i].Span.Start, offset + words[last].Span.End));
            i = last;
        }

        return spans;
    }

    /// <summary>Whether all the words asked for stand there in their order, function words too: “going home”, “a dark day”.</summary>
    private static bool StandsAt(List<Word> words, int start, IReadOnlyList<Word> asked)
    {
        if (asked.Count < 2 || start + asked.Count > words.Count)
        {
            return false;
        }

        for (var i = 0; i < asked.Count; i++)
        {
            if (words[start + i].Stem != asked[i].Stem)
            {
                return false;
            }
        }

        return true;
    }
}
