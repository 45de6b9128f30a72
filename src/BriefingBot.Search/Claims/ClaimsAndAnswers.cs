using BriefingBot.Search.Claims;

namespace BriefingBot.Search;

/// <summary>A claim that somebody made, and what somebody else says to it.</summary>
/// <param name="Claim">What is claimed.</param>
/// <param name="Answer">The answer, or denial.</param>
/// <param name="Denies">Whether it says that the claim is not so.</param>
/// <param name="Why">Why the one is taken to answer the other, as one sentence for the reader.</param>
public sealed record AnsweredClaim(StoryStatement Claim, StoryStatement Answer, bool Denies, string Why);

/// <summary>
/// Which statement answers the claim in which other one, by rule: somebody else denies or replies, and says to what, or says it right after the
/// claim; or the report says around it that it answers. A function of the statements alone; safe for any number of threads.
/// </summary>
public sealed class ClaimsAndAnswers
{
    /// <summary>So far a chain of answers is followed before the claim counts as no answer to its own answer.</summary>
    private const int LongestRound = 8;

    private readonly Dictionary<string, List<AnsweredClaim>> _byAnswer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AnsweredClaim>> _byClaim = new(StringComparer.Ordinal);
    private readonly HashSet<(string Claim, string Answer)> _known = [];
    private readonly List<AnsweredClaim> _pairs = [];

    private ClaimsAndAnswers(IReadOnlyList<StatementPlace> places, Func<string, int, string?>? sentence)
    {
        var answered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (claim, answer, denies, why) in new ClaimSearch(places, sentence).All())
        {
            // Where a statement stands again, its first place tells what it answers.
            var isFirst = answered.TryAdd(answer.Id, answer.Article) || answered[answer.Id] == answer.Article;
            if (isFirst && !_known.Contains((claim.Id, answer.Id)) && !IsAnsweredBy(answer.Id, claim.Id))
            {
                Add(new AnsweredClaim(claim.Statement, answer.Statement, denies, why));
            }
        }
    }

    /// <summary>Of a story without statements.</summary>
    public static ClaimsAndAnswers None { get; } = new([], null);

    /// <summary>All pairs of a story.</summary>
    /// <param name="statements">The story's, in the order in which pairs are to be found; sentences that quote nobody answer nothing.</param>
    /// <param name="sentence">The text of an article's sentence by its number, null where there is none; without it only the passages are read.</param>
    public static ClaimsAndAnswers In(IEnumerable<StoryStatement> statements, Func<string, int, string?>? sentence = null) =>
        new([.. statements.Where(statement => statement.Passage.Quotation is not null).SelectMany(StatementPlace.Of)], sentence);

    /// <summary>In the order of their answers.</summary>
    public IReadOnlyList<AnsweredClaim> Pairs => _pairs;

    /// <summary>The claims that a statement answers, the surest first; none when it answers none.</summary>
    /// <param name="identity">Any identity of the statement.</param>
    public IReadOnlyList<AnsweredClaim> ClaimsOf(string identity) => _byAnswer.TryGetValue(identity, out var claims) ? claims : [];

    /// <summary>What answers a statement, the first answer first; none when the story gives none.</summary>
    /// <param name="identity">Any identity of the statement.</param>
    public IReadOnlyList<AnsweredClaim> AnswersTo(string identity) => _byClaim.TryGetValue(identity, out var answers) ? answers : [];

    private void Add(AnsweredClaim pair)
    {
        _pairs.Add(pair);
        _known.UnionWith(pair.Claim.Identities.SelectMany(claim => pair.Answer.Identities.Select(answer => (claim, answer))));
        Note(_byAnswer, pair.Answer, pair);
        Note(_byClaim, pair.Claim, pair);
    }

    private static void Note(Dictionary<string, List<AnsweredClaim>> pairs, StoryStatement statement, AnsweredClaim pair)
    {
        foreach (var identity in statement.Identities)
        {
            if (!pairs.TryGetValue(identity, out var known))
            {
                pairs[identity] = known = [];
            }

            known.Add(pair);
        }
    }

    /// <summary>Whether the claim itself answers the answer, or an answer to it: said in two articles, either may come first.</summary>
    private bool IsAnsweredBy(string answer, string claim)
    {
        for (var step = 0; step < LongestRound && ClaimsOf(claim) is [var pair, ..]; step++)
        {
            claim = pair.Claim.Passage.Id;
            if (claim == answer)
            {
                return true;
            }
        }

        return false;
    }
}
