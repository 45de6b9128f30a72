using BriefingBot.Search.Claims;

namespace BriefingBot.Search;

/// <summary>A claim that somebody made, and what somebody else says to it.</summary>
/// <param name="Claim">What is claimed.</param>
/// <param name="Answer">The answer, or denial.</param>
/// <param name="Denies">Whether it says that the claim is not so.</param>
public sealed record AnsweredClaim(StoryStatement Claim, StoryStatement Answer, bool Denies);

/// <summary>
/// Which statement answers the claim in which other one, by rule: somebody else denies or replies, in the same article within two sentences and of
/// the same matter, or in another article in many of the same words. “Russia has denied that” points at what was said just before it. A function of
/// the statements alone; safe for any number of threads.
/// </summary>
public sealed class ClaimsAndAnswers
{
    /// <summary>So many sentences after the claim its answer still is one.</summary>
    private const int Near = 2;

    /// <summary>Words of matter that a claim and its answer share, near each other and in different articles.</summary>
    private const int SharedNear = 2, SharedFar = 4;

    /// <summary>A word that more statements hold joins no two articles.</summary>
    private const int Common = 200;

    private readonly Dictionary<string, List<StatementPlace>> _byArticle;
    private readonly Dictionary<string, AnsweredClaim> _byAnswer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AnsweredClaim>> _byClaim = new(StringComparer.Ordinal);
    private readonly List<AnsweredClaim> _pairs = [];

    private ClaimsAndAnswers(IReadOnlyList<StatementPlace> places)
    {
        _byArticle = places.GroupBy(place => place.Article, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(p => p.Sentence).ThenBy(p => p.Start).ToList(), StringComparer.Ordinal);
        var postings = new Lazy<Dictionary<string, List<StatementPlace>>>(() => Postings(places));
        foreach (var answer in places.Where(place => place.IsAnswer))
        {
            if (!_byAnswer.ContainsKey(answer.Id) && (NearClaim(answer) ?? FarClaim(answer, postings)) is { } claim && !IsAnsweredBy(answer, claim))
            {
                Add(new AnsweredClaim(claim.Statement, answer.Statement, answer.Denies));
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

    /// <summary>Whether <paramref name="claim"/> itself answers <paramref name="answer"/>, or an answer to it: said in two articles, either may come first.</summary>
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

    private StatementPlace? NearClaim(StatementPlace answer)
    {
        var before = _byArticle[answer.Article].TakeWhile(place => (place.Sentence, place.Start).CompareTo((answer.Sentence, answer.Start)) < 0)
            .Where(place => answer.Sentence - place.Sentence <= Near && place.IsOthersThan(answer)).Reverse().ToList();
        return before.FirstOrDefault(place => answer.Points ? answer.Sentence - place.Sentence <= 1
            : answer.Accuses ? place.Accuses && place.Names(answer) : place.Shares(answer) >= SharedNear);
    }

    /// <summary>Only a denial in so many of the same words reaches into another article, and only back in time.</summary>
    private static StatementPlace? FarClaim(StatementPlace answer, Lazy<Dictionary<string, List<StatementPlace>>> postings)
    {
        if (!answer.Denies || answer.Points)
        {
            return null;
        }

        return answer.Words.SelectMany(word => postings.Value.GetValueOrDefault(word) is { Count: <= Common } holding ? holding : [])
            .Where(place => place.Article != answer.Article && place.Id != answer.Id && !place.IsAnswer && place.IsOthersThan(answer)
                && (place.Day is null || answer.Day is null || place.Day <= answer.Day))
            .GroupBy(place => place.Id).Select((group, order) => (Claim: group.First(), Order: order, Shared: group.Select(place => place.Shares(answer)).Max()))
            .Where(found => found.Shared >= SharedFar)
            .OrderByDescending(found => found.Shared).ThenBy(found => found.Order).Select(found => found.Claim).FirstOrDefault();
    }

    private static Dictionary<string, List<StatementPlace>> Postings(IReadOnlyList<StatementPlace> places)
    {
        var postings = new Dictionary<string, List<StatementPlace>>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            foreach (var word in place.Words)
            {
                if (!postings.TryGetValue(word, out var holding))
                {
                    postings[word] = holding = [];
                }

                holding.Add(place);
            }
        }

        return postings;
    }
}
