using BriefingBot.Search.Claims;

namespace BriefingBot.Search;

/// <summary>A claim that somebody made, and what somebody else says to it.</summary>
/// <param name="Claim">What is claimed.</param>
/// <param name="Answer">The answer, or denial.</param>
/// <param name="Denies">Whether it says that the claim is not so.</param>
public sealed record AnsweredClaim(StoryStatement Claim, StoryStatement Answer, bool Denies);

/// <summary>
/// Which statement answers the claim in which other one, by rule: somebody else denies or replies, and says to what, or says it right after the
/// claim. A function of the statements alone; safe for any number of threads.
/// </summary>
public sealed class ClaimsAndAnswers
{
    private readonly Dictionary<string, AnsweredClaim> _byAnswer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AnsweredClaim>> _byClaim = new(StringComparer.Ordinal);
    private readonly List<AnsweredClaim> _pairs = [];

    private ClaimsAndAnswers(IReadOnlyList<StatementPlace> places)
    {
        var search = new ClaimSearch(places);
        foreach (var answer in places)
        {
            if (answer.Answer is not null && !_byAnswer.ContainsKey(answer.Id) && search.For(answer) is { } claim && !IsAnsweredBy(answer, claim))
            {
                Add(new AnsweredClaim(claim.Statement, answer.Statement, answer.Answer.Denies));
            }
        }
    }

    /// <summary>All pairs of a story.</summary>
    /// <param name="statements">The story's, in the order in which pairs are to be found; sentences that quote nobody answer nothing.</param>
    public static ClaimsAndAnswers In(IEnumerable<StoryStatement> statements) =>
        new([.. statements.Where(statement => statement.Passage.Quotation is not null).SelectMany(StatementPlace.Of)]);

    /// <summary>In the order of their answers.</summary>
    public IReadOnlyList<AnsweredClaim> Pairs => _pairs;

    /// <summary>The claim that a statement answers; null when it answers none.</summary>
    /// <param name="identity">Any identity of the statement.</param>
    public AnsweredClaim? Answered(string identity) => _byAnswer.GetValueOrDefault(identity);

    /// <summary>What answers a statement, the first answer first; none when the story gives none.</summary>
    /// <param name="identity">Any identity of the statement.</param>
    public IReadOnlyList<AnsweredClaim> AnswersTo(string identity) => _byClaim.TryGetValue(identity, out var answers) ? answers : [];

    private void Add(AnsweredClaim pair)
    {
        _pairs.Add(pair);
        foreach (var identity in pair.Answer.Identities)
        {
            _byAnswer.TryAdd(identity, pair);
        }

        foreach (var identity in pair.Claim.Identities)
        {
            if (!_byClaim.TryGetValue(identity, out var answers))
            {
                _byClaim[identity] = answers = [];
            }

            answers.Add(pair);
        }
    }

    /// <summary>Whether the claim itself answers the answer, or an answer to it: said in two articles, either may come first.</summary>
    private bool IsAnsweredBy(StatementPlace answer, StatementPlace claim)
    {
        for (var pair = Answered(claim.Id); pair is not null; pair = Answered(pair.Claim.Passage.Id))
        {
            if (pair.Claim.Passage.Id == answer.Id)
            {
                return true;
            }
        }

        return false;
    }
}
