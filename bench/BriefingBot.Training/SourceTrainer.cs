using BriefingBot.Quotes.Learning;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Training;

/// <summary>Learns which mention is the source of words that are found: from articles that no part of the model has seen.</summary>
internal static class SourceTrainer
{
    /// <summary>What a mention is worth that shares a word with the marked source; the rest is for having all words and no others.</summary>
    private const float Near = 0.7f;

    /// <summary>Of what was chosen of an article: each candidate of each attribution that people marked, and what it is worth.</summary>
    public static IEnumerable<(float[] Row, float Worth)> Rows(Judged article, List<Attribution> chosen)
    {
        var d = article.Document;
        var facts = new SourceFacts(d.Text, d.Tokens, article.Tallies);
        foreach (var attribution in chosen)
        {
            if (attribution.Cue is not { } cue || SourceChoice.IsSure(attribution, article.Sources[cue.Verb]) || Agreement.GoldOf(d, attribution) is not { } gold)
            {
                continue;
            }

            var candidates = new SourceCandidates(d.Text, article.Sources, attribution, cue);
            foreach (var candidate in candidates.All)
            {
                var row = new float[SourceFacts.Count];
                var list = new FactList(row);
                facts.ReadCue(candidates, ref list);
                facts.Read(candidates, candidate, ref list);
                yield return (row, Worth(d.Text, gold, candidate));
            }
        }
    }

    public static BoostedTrees Train(IEnumerable<(float[] Row, float Worth)> rows, Options options)
    {
        var all = rows.ToList();
        return TreeTrainer.Train(all.ConvertAll(each => each.Row), all.ConvertAll(each => each.Worth), options.Source);
    }

    private static float Worth(Reading text, Gold gold, TokenRun candidate)
    {
        if (gold.Sources.Count == 0 || candidate.IsEmpty)
        {
            return gold.Sources.Count == 0 && candidate.IsEmpty ? 1 : 0;
        }

        var overlap = (float)Agreement.SourceOverlap(text, gold, candidate);
        return overlap > 0 ? Near + ((1 - Near) * overlap) : 0;
    }
}
