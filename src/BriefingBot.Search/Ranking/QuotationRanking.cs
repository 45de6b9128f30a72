using BriefingBot.Search.Index;
using BriefingBot.Search.Words;

namespace BriefingBot.Search.Ranking;

/// <summary>Scores quotations for <c>/who-said</c> and <c>/quotes</c>, and says which scores are an answer.</summary>
internal sealed class QuotationRanking(StorySearcher searcher, AskedWords asked)
{
    /// <summary>A word in the sentence around the quotation counts this much of one in it.</summary>
    private const double AroundWeight = 0.5;

    /// <summary>The same where the whole phrase asked for stands in one of those sentences: across the statement's edge, or beside it.</summary>
    private const double AcrossPhraseWeight = 0.9, BesidePhraseWeight = 0.75;

    /// <summary>A word of the quotation's cue counts more: “accused” asks for the accusation, not for what else its sentence reports.</summary>
    private const double CueWeight = 0.75;

    /// <summary>The share of the words' weight that must stand in the quotation and its sentences: two of three words that weigh the same.</summary>
    public const double LeastCoverage = 0.65;

    /// <summary>A word of the same beginning counts this much of the one asked for: “European” of “Europe”.</summary>
    private const double Kin = 0.4;

    /// <summary>A quotation that holds no more than this share of the words' weight as asked is no answer, whatever kin the others have there.</summary>
    public const double LeastAsAsked = (LeastCoverage - Kin) / (1 - Kin);

    /// <summary>What it adds that the words stand there as asked, a few or a phrase.</summary>
    private const double ExactWords = 0.5, ExactPhrase = 1, ExactPhraseAround = 0.8;

    /// <summary>Of a longer quotation words that stand far from each other do not answer together: four words stand somewhere in any speech.</summary>
    private const int Together = 120;

    private readonly TokenSource _tokens = searcher.Tokens(), _cues = searcher.Tokens(SentenceFields.CueTokens);

    public Scored Score(Hit hit)
    {
        var run = _tokens.Of(hit.Leaf, hit.Document);
        var quotation = run.Span;
        var inside = Best(quotation);
        var nearby = new double[inside.Length];
        var exact = Evidence.StandsExactly(asked.Sequence, quotation);
        var exactAround = false;
        var row = searcher.RowOf(hit);
        for (var i = 0; i < row.Sentences && nearby.Length > 0; i++)
        {
            var sentence = _tokens.Of(hit.Leaf, hit.Document - row.Back + i).Span;
            Evidence.Add(asked, sentence, nearby, Kin);
            exactAround = exactAround || (!exact && asked.IsPhrase && Evidence.StandsExactly(asked.Sequence, sentence));
        }

        var cue = Evidence.Found(asked, _cues.Of(hit.Leaf, hit.Document).Span);
        var pairs = Evidence.Pairs(asked.Sequence, quotation);
        var around = !exactAround ? AroundWeight : pairs > 0 ? AcrossPhraseWeight : BesidePhraseWeight;
        double score = 0, covered = 0;
        var words = 0;
        for (var i = 0; i < inside.Length; i++)
        {
            var weight = asked.Words[i].Weight;
            score += weight * Math.Max(inside[i], Math.Max(CueWeight * cue[i], around * nearby[i]));
            // A long quotation's own sentences hold what stands far from the best stretch of it.
            var found = quotation.Length > Together ? inside[i] : Math.Max(inside[i], nearby[i]);
            covered += weight * found;
            words += found > 0 ? 1 : 0;
        }

        score *= 1 + (0.3 * pairs) + (exactAround ? ExactPhraseAround : !exact ? 0 : asked.IsPhrase ? ExactPhrase : ExactWords);
        score *= 1 - (0.02 * Math.Log(1 + (quotation.Length / SentenceSimilarity.UsualLength)));
        var coverage = asked.Weight > 0 ? covered / asked.Weight : 1;
        score *= coverage;
        // Two rare words weigh much, and yet say little of what was asked when there are four.
        var answers = coverage >= LeastCoverage && 2 * words > asked.Words.Count;
        return new Scored(hit, Math.Round(score, 6), answers, exact, run) { OnlyBeside = inside.Length > 0 && !inside.AsSpan().ContainsAnyExcept(0.0) };
    }

    /// <summary>How well each asked word is found in the stretch of the quotation that holds most of their weight.</summary>
    private double[] Best(ReadOnlySpan<Token> quotation)
    {
        var (best, most) = (Evidence.Found(asked, quotation[..Math.Min(Together, quotation.Length)], Kin), -1.0);
        for (var start = 0; start + Together < quotation.Length; start += Together / 2)
        {
            var end = Math.Min(quotation.Length, start + (Together / 2) + Together);
            var found = Evidence.Found(asked, quotation[(start + (Together / 2))..end], Kin);
            most = most < 0 ? WeightOf(best) : most;
            (best, most) = WeightOf(found) is var weight && weight > most ? (found, weight) : (best, most);
        }

        return best;
    }

    private double WeightOf(double[] found)
    {
        var weight = 0.0;
        for (var i = 0; i < found.Length; i++)
        {
            weight += found[i] * asked.Words[i].Weight;
        }

        return weight;
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
