using BriefingBot.Quotes.Learning;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Training;

/// <summary>A window as hashed features: emissions and edges of each element, and the gold labels.</summary>
internal sealed record Sequence(int[][] Emissions, int[][] Edges, byte[] Labels);

/// <summary>Windows of marked cues as the span trainer learns from them.</summary>
internal static class SpanSequences
{
    /// <summary>What each element of a window looks like, and what people marked it as.</summary>
    public static (uint[][] Emissions, uint[][] Edges, byte[] Labels) Of(SpanWindow window, SpanFeatures f, Gold gold, uint[] buffer)
    {
        var n = window.Count;
        var (emissions, edges, labels) = (new uint[n][], new uint[n][], new byte[n]);
        for (var i = 0; i < n; i++)
        {
            var list = new FeatureList(buffer);
            f.Read(i, ref list);
            emissions[i] = list.Items.ToArray();
            var edge = new FeatureList(buffer);
            f.ReadEdge(i, ref edge);
            edges[i] = edge.Items.ToArray();
            labels[i] = (byte)LabelOf(window[i], i == 0 ? SpanLabel.Outside : (SpanLabel)labels[i - 1], gold);
        }

        return (emissions, edges, labels);
    }

    private static SpanLabel LabelOf(TokenRun run, SpanLabel before, Gold gold)
    {
        if (gold.Source.Contains(run.First) && run.End - run.First == 1)
        {
            return before is SpanLabel.OpensSource or SpanLabel.InSource ? SpanLabel.InSource : SpanLabel.OpensSource;
        }

        var middle = (run.First + run.End - 1) / 2;
        foreach (var content in gold.Contents)
        {
            if (content.Contains(middle))
            {
                return before is SpanLabel.OpensContent or SpanLabel.InContent && content.First < run.First ? SpanLabel.InContent : SpanLabel.OpensContent;
            }
        }

        return SpanLabel.Outside;
    }
}
