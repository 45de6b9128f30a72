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
        var kept = new List<(Scored Hit, HashSet<uint> Words, string Speakers)>();
        var byPrefix = new Dictionary<(uint, string), List<int>>();
        foreach (var hit in hits)
        {
            var words = hit.Tokens.Where(token => !token.Is(WordTraits.Stop)).Select(token => token.Stem).ToHashSet();
            var speakers = SpeakersOf(searcher, hit.Hit);
            var prefix = words.Order().Take(words.Count - (int)Math.Ceiling(Alike * words.Count) + 1).ToList();
            var same = prefix.SelectMany(word => byPrefix.GetValueOrDefault((word, speakers)) ?? [])
                .Where(index => AreAlike(kept[index].Words, words)).DefaultIfEmpty(-1).Min();
            if (same >= 0)
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

            kept.Add((hit, words, speakers));
        }

        return kept.ConvertAll(entry => entry.Hit);
    }

    private static bool AreAlike(HashSet<uint> a, HashSet<uint> b)
    {
        var shared = a.Count(b.Contains);
        return shared >= Alike * (a.Count + b.Count - shared);
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
        return string.Join('|', article.Statements[number].Speakers.Select(StatementKeys.SpeakerKey).Order(StringComparer.Ordinal));
    }
}
