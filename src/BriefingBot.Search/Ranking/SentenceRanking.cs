using BriefingBot.Search.Index;

namespace BriefingBot.Search.Ranking;

/// <summary>Scores sentences for <c>/ask</c>.</summary>
internal sealed class SentenceRanking(StorySearcher searcher, AskedWords asked, AnswerType type, bool neighbours = true)
{
    /// <summary>The share of the question's weight that a sentence with its neighbours must hold to be an answer.</summary>
    private const double LeastCoverage = 0.4;

    private readonly TokenSource _tokens = searcher.Tokens();

    public Scored Score(Hit hit)
    {
        var row = searcher.RowOf(hit);
        var run = _tokens.Of(hit.Leaf, hit.Document);
        var sentence = run.Span;
        var found = Evidence.Found(asked, sentence, Weights.Kin);
        var before = Neighbour(hit, row, -1);
        var after = Neighbour(hit, row, +1);
        var title = Evidence.Found(asked, neighbours ? _tokens.Of(hit.Leaf, hit.Document - row.Ordinal).Span : []);
        double score = 0, near = 0, covered = 0;
        for (var i = 0; i < found.Length; i++)
        {
            var weight = asked.Words[i].Weight;
            score += weight * found[i];
            near += weight * (1 - found[i]) * Math.Max(Weights.Title * title[i], Math.Max(Weights.Before * before[i], Weights.After * after[i]));
            covered += weight * Math.Max(found[i], Math.Max(title[i], Math.Max(before[i], after[i])) * 0.5);
        }

        var total = asked.Weight > 0 ? asked.Weight : 1;
        var relative = (score + near) / total;
        relative += Weights.Pairs * Evidence.Pairs(asked.Sequence, sentence);
        relative += Weights.Type * Question.Fit(type, asked.Sequence, sentence);
        relative += neighbours ? Weights.Lead / row.Ordinal : 0;
        var exact = Evidence.StandsExactly(asked.Sequence, sentence);
        var coverage = covered / total;
        var answers = coverage >= LeastCoverage && score > 0;
        return new Scored(hit, Math.Round(relative * 10, 6), answers, exact, run);
    }

    private double[] Neighbour(Hit hit, Row row, int step)
    {
        var exists = neighbours && row.Ordinal + step >= 1 && row.Ordinal + step <= searcher.ArticleOf(hit).Sentences;
        return Evidence.Found(asked, exists ? _tokens.Of(hit.Leaf, hit.Document + step).Span : []);
    }

    /// <summary>Tuned together on three sets of questions of different kinds; each in shares of the question's whole weight.</summary>
    private static class Weights
    {
        public const double Kin = 0.4, Title = 0.12, Before = 0.3, After = 0.3, Pairs = 0.1, Type = 0.25, Lead = 0.04;
    }
}
