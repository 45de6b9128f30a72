using BriefingBot.Search.Index;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Ranking;

/// <summary>Folds statements that are nearly the same into the best of them.</summary>
internal static class SameStatements
{
    /// <summary>The share of words, of all that two statements hold, that both must hold.</summary>
    public const double Alike = 0.8;

    /// <summary>
    /// Keeps the order. To find those alike without comparing all pairs: sets that share 0.8 of their elements share one of
    /// the first fifth of each, in any fixed order (prefix filtering; Chaudhuri, Ganti, Kaushik, ICDE 2006).
    /// </summary>
    public static List<Scored> Fold(StorySearcher searcher, List<Scored> hits)
    {
        var kept = new List<(Scored Hit, uint[] Words)>();
        var byPrefix = new Dictionary<(uint, string), List<int>>();
        foreach (var hit in hits)
        {
            var words = Telling(hit.Tokens.Span);
            var speakers = SpeakersOf(searcher, hit.Hit);
            var prefix = words.AsSpan(0, Math.Min(words.Length, words.Length - (int)Math.Ceiling(Alike * words.Length) + 1));
            var same = int.MaxValue;
            foreach (var word in prefix)
            {
                foreach (var index in byPrefix.GetValueOrDefault((word, speakers)) ?? [])
                {
                    same = index < same && AreAlike(kept[index].Words, words) ? index : same;
                }
            }

            if (same < int.MaxValue)
            {
                var first = kept[same].Hit;
                var others = first.Hit.Others.Append((hit.Hit.Leaf, hit.Hit.Document)).Concat(hit.Hit.Others).ToList();
                kept[same] = kept[same] with { Hit = first with { Hit = first.Hit with { Others = others } } };
                continue;
            }

            foreach (var word in prefix)
            {
                if (!byPrefix.TryGetValue((word, speakers), out var list))
                {
                    byPrefix[(word, speakers)] = list = [];
                }

                list.Add(kept.Count);
            }

            kept.Add((hit, words));
        }

        return kept.ConvertAll(entry => entry.Hit);
    }

    /// <summary>The words that tell statements apart, sorted, each once.</summary>
    private static uint[] Telling(ReadOnlySpan<Token> tokens)
    {
        var words = new List<uint>(tokens.Length);
        foreach (var token in tokens)
        {
            if (!token.Is(WordTraits.Stop))
            {
                words.Add(token.Stem);
            }
        }

        words.Sort();
        return [.. words.Distinct()];
    }

    private static bool AreAlike(uint[] a, uint[] b)
    {
        int shared = 0, i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            shared += a[i] == b[j] ? 1 : 0;
            (i, j) = a[i] == b[j] ? (i + 1, j + 1) : a[i] < b[j] ? (i + 1, j) : (i, j + 1);
        }

        return shared >= Alike * (a.Length + b.Length - shared);
    }

    /// <summary>Two speakers' same words are two statements.</summary>
    private static string SpeakersOf(StorySearcher searcher, Hit hit)
    {
        var view = searcher.View(hit.Leaf);
        var row = view.Rows[hit.Document];
        if (row.Back == 0)
        {
            return "";
        }

        // Quotations follow the article's sentences in their order; so do the statements in its record.
        var (document, article) = view.Articles[view.ArticleOf[hit.Document]];
        var number = hit.Document - document - 1 - article.Sentences;
        return number >= article.Statements.Count ? "" : string.Join('|', article.Statements[number].Speakers.Select(StatementKeys.SpeakerKey).Order(StringComparer.Ordinal));
    }
}
