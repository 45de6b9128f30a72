using BriefingBot.Quotes.Quotations;
using BriefingBot.Search.Index;

namespace BriefingBot.Search.Ranking;

/// <summary>
/// Of a statement's places chooses the one that is shown: where the speaker's own words stand, before where another retells them; then where
/// the speaker is named; else the first as ranked.
/// </summary>
internal sealed class Wordings(StorySearcher searcher, Func<Hit, Scored> score)
{
    /// <summary>What is repeated more often is hardly told word for word only after that.</summary>
    private const int MostCompared = 100;

    /// <summary>Keeps the score, which is the statement's; a sentence that quotes nobody stays as it is.</summary>
    public Scored Choose(Scored statement)
    {
        var hit = statement.Hit;
        if (hit.Others.Count == 0 || searcher.RowOf(hit).Back == 0)
        {
            return statement;
        }

        var places = hit.Others.Take(MostCompared).Select(other => (other.Leaf, other.Document, Distance: DistanceOf(other.Leaf, other.Document))).ToList();
        var shown = DistanceOf(hit.Leaf, hit.Document);
        foreach (var place in places.Where(place => place.Distance < shown).OrderBy(place => place.Distance))
        {
            var other = score(hit with { Leaf = place.Leaf, Document = place.Document });
            // Words that stand there as asked are not given away.
            if (other.Exact || !statement.Exact)
            {
                List<(int Leaf, int Document)> others = [(hit.Leaf, hit.Document), .. hit.Others.Where(one => one != (place.Leaf, place.Document))];
                return other with { Hit = other.Hit with { Others = others }, Score = statement.Score };
            }
        }

        return statement;
    }

    /// <summary>How far the wording is from the speaker's own mouth.</summary>
    private int DistanceOf(int leaf, int document)
    {
        var record = searcher.Statement(leaf, document);
        var wording = record.IsTurn ? QuotationKind.Direct : record.Kind;
        return (2 * (int)wording) + (record.Speakers.Count > 0 ? 0 : 1);
    }
}
