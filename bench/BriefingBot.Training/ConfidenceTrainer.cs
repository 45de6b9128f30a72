using BriefingBot.Quotes.Learning;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Training;

/// <summary>Learns how often a quotation is right in its words and its speaker: from articles that no part of the model has seen.</summary>
internal static class ConfidenceTrainer
{
    /// <summary>What was chosen of an article, with the sources chosen for it, and whether that is right.</summary>
    public static IEnumerable<(float[] Row, float Right)> Rows(Document d, List<Attribution> chosen)
    {
        var cast = QuotationFinder.CastOf(d.Text.Text, d.Found);
        foreach (var found in QuotationFinder.Completed(d.Text, d.Found, chosen))
        {
            var source = QuotationFinder.SourceOf(d.Text, cast, found);
            var row = new float[ConfidenceFacts.Count];
            var facts = new FactList(row);
            ConfidenceFacts.Read(d.Text, found, source, ref facts);
            yield return (row, Agreement.IsRight(d, found, source) ? 1 : 0);
        }
    }
}
