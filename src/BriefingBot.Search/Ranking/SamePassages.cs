using System.Runtime.InteropServices;
using BriefingBot.Search.Index;

namespace BriefingBot.Search.Ranking;

/// <summary>
/// Leaves out statements that were found only because the words asked for stand beside them, where another statement of the same
/// sentences is a better answer: one sentence must not flood an answer with all that it reports. Remembers what it has kept, so that
/// the next run of candidates gives way to it and a page already shown stays as it is.
/// </summary>
internal sealed class SamePassages(StorySearcher searcher)
{
    private readonly Dictionary<(int Leaf, int Article), List<(int First, int Last)>> _kept = [];

    /// <summary>Keeps the order of <paramref name="hits"/>, whatever it is: which statement is the better one, scores decide.</summary>
    public List<Scored> Thin(List<Scored> hits)
    {
        var beside = hits.FindAll(scored => scored.OnlyBeside);
        if (beside.Count == 0 && _kept.Count == 0)
        {
            hits.ForEach(Keep);
            return hits;
        }

        hits.FindAll(scored => !scored.OnlyBeside).ForEach(Keep);
        var outdone = new HashSet<Scored>(ReferenceEqualityComparer.Instance);
        foreach (var scored in beside.OrderByDescending(scored => scored.Score))
        {
            if (PlacesOf(scored).All(IsTaken))
            {
                outdone.Add(scored);
            }
            else
            {
                Keep(scored);
            }
        }

        return outdone.Count == 0 ? hits : hits.FindAll(scored => !outdone.Contains(scored));
    }

    private void Keep(Scored scored)
    {
        foreach (var (leaf, document) in PlacesOf(scored))
        {
            ref var ranges = ref CollectionsMarshal.GetValueRefOrAddDefault(_kept, ArticleAt(leaf, document), out _);
            (ranges ??= []).Add(SentencesAt(leaf, document));
        }
    }

    private bool IsTaken((int Leaf, int Document) place)
    {
        var (first, last) = SentencesAt(place.Leaf, place.Document);
        return _kept.TryGetValue(ArticleAt(place.Leaf, place.Document), out var ranges) && ranges.Exists(range => range.First <= last && first <= range.Last);
    }

    private (int Leaf, int Article) ArticleAt(int leaf, int document) => (leaf, searcher.View(leaf).ArticleOf[document]);

    private (int First, int Last) SentencesAt(int leaf, int document)
    {
        var row = searcher.View(leaf).Rows[document];
        return (row.Ordinal, row.Ordinal + row.Sentences - 1);
    }

    /// <summary>All places of a statement said more than once: it gives way only where it is outdone in each.</summary>
    private static IEnumerable<(int Leaf, int Document)> PlacesOf(Scored scored) =>
        scored.Hit.Others.Prepend((scored.Hit.Leaf, scored.Hit.Document));
}
