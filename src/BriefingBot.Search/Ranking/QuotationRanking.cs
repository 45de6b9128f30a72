using BriefingBot.Search.Index;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Ranking;

/// <summary>Scores quotations for <c>/who-said</c> and <c>/quotes</c>, and says which scores are an answer.</summary>
internal sealed class QuotationRanking(StorySearcher searcher, AskedWords asked)
{
    /// <summary>A word in the sentence around the quotation counts this much of one in it.</summary>
    private const double AroundWeight = 0.5;

    /// <summary>A word of the quotation's cue counts more: “accused” asks for the accusation, not for what else its sentence reports.</summary>
    private const double CueWeight = 0.75;

    /// <summary>The share of the words' weight that must stand in the quotation and its sentences: two of three words that weigh the same.</summary>
    public const double LeastCoverage = 0.65;

    /// <summary>A word of the same beginning counts this much of the one asked for: “European” of “Europe”.</summary>
    private const double Kin = 0.4;

    /// <summary>A quotation that holds no more than this share of the words' weight as asked is no answer, whatever kin the others have there.</summary>
    public const double LeastAsAsked = (LeastCoverage - Kin) / (1 - Kin);

    private readonly TokenSource _tokens = searcher.Tokens(), _cues = searcher.Tokens(SentenceFields.CueTokens);

    public Scored Score(Hit hit)
    {
        var run = _tokens.Of(hit.Leaf, hit.Document);
        var quotation = run.Span;
        var inside = Evidence.Found(asked, quotation, Kin);
        var nearby = new double[inside.Length];
        var row = searcher.RowOf(hit);
        for (var i = 0; i < row.Sentences && nearby.Length > 0; i++)
        {
            Evidence.Add(asked, _tokens.Of(hit.Leaf, hit.Document - row.Back + i).Span, nearby, Kin);
        }

        var cue = Evidence.Found(asked, _cues.Of(hit.Leaf, hit.Document).Span);
        double score = 0, covered = 0;
        var words = 0;
        for (var i = 0; i < inside.Length; i++)
        {
            var weight = asked.Words[i].Weight;
            score += weight * Math.Max(inside[i], Math.Max(CueWeight * cue[i], AroundWeight * nearby[i]));
            var found = Math.Max(inside[i], nearby[i]);
            covered += weight * found;
            words += found > 0 ? 1 : 0;
        }

        var exact = Evidence.StandsExactly(asked.Sequence, quotation);
        score *= 1 + (0.3 * Evidence.Pairs(asked.Sequence, quotation)) + (exact ? 0.5 : 0);
        score *= 1 - (0.02 * Math.Log(1 + (quotation.Length / SentenceSimilarity.UsualLength)));
        var coverage = asked.Weight > 0 ? covered / asked.Weight : 1;
        // Two rare words weigh much, and yet say little of what was asked when there are four.
        var answers = coverage >= LeastCoverage && 2 * words > asked.Words.Count;
        return new Scored(hit, Math.Round(score, 6), answers, exact, run) { OnlyBeside = inside.Length > 0 && !inside.AsSpan().ContainsAnyExcept(0.0) };
    }
}

/// <summary>A hit with all that ranking found out about it.</summary>
/// <param name="Hit">Where it stands.</param>
/// <param name="Score">Higher is better; 0 or more.</param>
/// <param name="Answers">Whether it holds enough of the asked words' weight for an answer.</param>
/// <param name="Exact">Whether the words stand there as asked.</param>
/// <param name="Tokens">The statement's own words.</param>
internal sealed record Scored(Hit Hit, double Score, bool Answers, bool Exact, TokenRun Tokens)
{
    /// <summary>Of a quotation: whether the words asked for stand around it only.</summary>
    public bool OnlyBeside { get; init; }
}
