namespace BriefingBot.Search.Claims;

/// <summary>Finds the claim that an answer answers.</summary>
internal sealed class ClaimSearch
{
    /// <summary>
    /// Characters between the sentences of a claim and of its answer: where one follows the other, stands near it, and in the same stretch of an
    /// article.
    /// </summary>
    private const int Follows = 5, Near = 500, Stretch = 1500;

    /// <summary>Words that an answer repeats of a claim of its own article.</summary>
    private const int LeastRepeated = 2;

    /// <summary>Of what an answer repeats, how much must be said in a claim of its own article, and of another.</summary>
    private const double ShareNear = 0.34, ShareFar = 0.6;

    /// <summary>Words that an answer repeats of a claim in another article; and where that claim is about whoever answers.</summary>
    private const int LeastRepeatedFar = 4, LeastRepeatedOfOwn = 2;

    /// <summary>A word that more statements hold joins no two articles.</summary>
    private const int Common = 200;

    private readonly IReadOnlyList<StatementPlace> _places;
    private readonly Dictionary<string, List<StatementPlace>> _byArticle;
    private readonly Lazy<Dictionary<string, List<StatementPlace>>> _byWord;

    public ClaimSearch(IReadOnlyList<StatementPlace> places)
    {
        _places = places;
        _byArticle = places.GroupBy(place => place.Article, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(place => place.Start).ToList(), StringComparer.Ordinal);
        _byWord = new(() => places.SelectMany(place => place.Matter.Select(word => (word, place)))
            .GroupBy(pair => pair.word, pair => pair.place, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal));
    }

    /// <summary>All pairs, in the order of the answers; the same statements may come twice.</summary>
    public IEnumerable<(StatementPlace Claim, StatementPlace Answer, bool Denies)> All()
    {
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in _places)
        {
            if (answer.Answer is { } reading && !answered.Contains(answer.Id) && For(answer) is { } claim)
            {
                answered.Add(answer.Id);
                yield return (claim, answer, reading.Denies);
            }
        }
    }

    /// <summary>Null when the story holds none that is certain enough.</summary>
    private StatementPlace? For(StatementPlace answer)
    {
        var reading = answer.Answer!;
        var before = _byArticle[answer.Article].TakeWhile(place => place.Start < answer.Start)
            .Where(place => place.Id != answer.Id && answer.From(place) <= Stretch).Reverse().ToList();
        var others = before.FindAll(place => MayAnswer(answer, place) && (!reading.IsInSentence || place.Passage.Overlaps(answer.Passage)));
        return reading.To switch
        {
            AnswerTo.Last => before is [var last, ..] && others.Contains(last) && answer.From(last) <= Follows ? last : null,
            AnswerTo.Pointed => others.Find(place => reading.Owner.Count > 0 || answer.From(place) <= Follows),
            AnswerTo.Accused => others.Find(place => answer.From(place) <= Near && place.Names(answer.Party)),
            AnswerTo.Accuser => others.Find(place => answer.From(place) <= Near && place.Answer is { To: AnswerTo.Accuser }
                && place.Names(answer.Party) && answer.Names(place.Party)),
            _ => Repeated(answer, others) ?? (reading.Denies ? RepeatedFrom(answer) : null),
        };
    }

    private static bool MayAnswer(StatementPlace answer, StatementPlace claim) => claim.IsSaid && claim.Party.IsOthersThan(answer.Party)
        && (answer.Answer!.Owner.Count == 0 || claim.Party.IsCalled(answer.Answer.Owner));

    private static StatementPlace? Repeated(StatementPlace answer, List<StatementPlace> others)
    {
        var reading = answer.Answer!;
        return others.Select(place => (Place: place, Shared: reading.Matter.Count(place.Matter.Contains)))
            .Where(found => reading.Owner.Count > 0 ? found.Shared > 0 || answer.From(found.Place) <= Follows
                : found.Shared >= Math.Min(LeastRepeated, reading.Matter.Count) && found.Shared >= ShareNear * reading.Matter.Count)
            .OrderByDescending(found => found.Shared).Select(found => found.Place).FirstOrDefault();
    }

    /// <summary>Another article's claim that is repeated nearly whole, said no later.</summary>
    private StatementPlace? RepeatedFrom(StatementPlace answer)
    {
        var matter = answer.Answer!.Matter;
        return matter.SelectMany(word => _byWord.Value.GetValueOrDefault(word) is { Count: <= Common } holding ? holding : [])
            .Where(place => place.Article != answer.Article && place.Id != answer.Id && place.Answer is not { Denies: true } && MayAnswer(answer, place)
                && (place.Day is null || answer.Day is null || place.Day <= answer.Day))
            .GroupBy(place => place.Id).Select(group => (Claim: group.First(), Shared: matter.Count(group.First().Matter.Contains)))
            .Where(found => found.Shared >= (found.Claim.Names(answer.Party) ? LeastRepeatedOfOwn : LeastRepeatedFar) && found.Shared >= ShareFar * matter.Count)
            .OrderByDescending(found => found.Shared).Select(found => found.Claim).FirstOrDefault();
    }
}
