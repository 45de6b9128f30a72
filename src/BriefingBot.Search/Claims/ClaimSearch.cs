namespace BriefingBot.Search.Claims;

/// <summary>A pair where it was found.</summary>
/// <param name="Claim">What is claimed.</param>
/// <param name="Answer">What answers it.</param>
/// <param name="Denies">Whether it says that the claim is not so.</param>
/// <param name="Why">One sentence for the reader.</param>
internal sealed record FoundPair(StatementPlace Claim, StatementPlace Answer, bool Denies, string Why)
{
    /// <summary>Whether it is found by what the same speaker said before.</summary>
    public bool GoesOn { get; init; }
}

/// <summary>Finds the claims that answers answer. Takes time in proportion to the statements: of each only so many others are looked at.</summary>
internal sealed class ClaimSearch
{
    /// <summary>
    /// Characters between the sentences of a claim and of its answer: where one follows the other, stands near it, and in the same stretch of an
    /// article.
    /// </summary>
    private const int Follows = 5, Near = 500, Stretch = 1500;

    /// <summary>Characters between two sentences of one paragraph.</summary>
    private const int Beside = 1;

    /// <summary>Statements before an answer among which its claim is looked for.</summary>
    private const int Furthest = 40;

    /// <summary>Words that an answer repeats of a claim of its own article.</summary>
    private const int LeastRepeated = 2;

    /// <summary>Of what an answer repeats, how much must be said in a claim of its own article, and of another.</summary>
    private const double ShareNear = 0.34, ShareFar = 0.6;

    /// <summary>Words that an answer repeats of a claim in another article; and where that claim is about whoever answers.</summary>
    private const int LeastRepeatedFar = 4, LeastRepeatedOfOwn = 2;

    /// <summary>A word that more statements hold joins no two articles.</summary>
    private const int Common = 200;

    private readonly List<List<StatementPlace>> _articles;
    private readonly Lazy<Dictionary<string, List<StatementPlace>>> _byWord;

    public ClaimSearch(IReadOnlyList<StatementPlace> places)
    {
        _articles = [.. places.GroupBy(place => place.Article, StringComparer.Ordinal).Select(group => group.OrderBy(place => place.Start).ToList())];
        _byWord = new(() => places.SelectMany(place => place.Matter.Select(word => (word, place)))
            .GroupBy(pair => pair.word, pair => pair.place, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal));
    }

    /// <summary>All pairs, article by article, in the order of the answers; of a statement that stands in several places more than once.</summary>
    public IEnumerable<FoundPair> All()
    {
        foreach (var places in _articles)
        {
            FoundPair? last = null;
            for (var i = 0; i < places.Count; i++)
            {
                last = For(places, i) ?? GoingOn(last, places[i]);
                if (last is not null)
                {
                    yield return last;
                }
            }
        }
    }

    /// <summary>“…, he said, adding …”: what whoever answers says right after belongs to the answer.</summary>
    private static FoundPair? GoingOn(FoundPair? last, StatementPlace next) =>
        last is not null && !last.GoesOn && IsFree(next, last.Answer) && next.From(last.Answer) <= Beside && next.Party.IsAlso(last.Answer.Party) && next.Party.IsOthersThan(last.Claim.Party)
            && (last.Denies ? next.Passage.Overlaps(last.Answer.Passage) || !next.Adds : next.IsQuoted && !next.Adds)
            ? new FoundPair(last.Claim, next, last.Denies && !next.Adds, $"The same speaker goes on from a statement that {(last.Denies ? "denies" : "answers")} it.") { GoesOn = true }
            : null;

    private static bool IsFree(StatementPlace next, StatementPlace before) =>
        next.Answer is null && next.IsSaid && next.From(before) <= Follows && next.Id != before.Id;

    /// <summary>Null when the story holds none that is certain enough.</summary>
    private FoundPair? For(List<StatementPlace> places, int at)
    {
        var answer = places[at];
        if (answer.Answer is not { } reading)
        {
            return null;
        }

        var before = places.GetRange(Math.Max(0, at - Furthest), Math.Min(at, Furthest)).Where(place => place.Id != answer.Id && answer.From(place) <= Stretch)
            .Reverse().ToList();
        var others = before.FindAll(place => MayAnswer(answer, place) && (!reading.IsInSentence || place.Passage.Overlaps(answer.Passage)));
        var claim = reading.To switch
        {
            AnswerTo.Last => before is [var last, ..] && others.Contains(last) && answer.From(last) <= Follows ? last : null,
            AnswerTo.Pointed => others.Find(place => reading.Owner.Count > 0 || answer.From(place) <= Follows) is { } near ? ToWhichItAdds(near, others)
                : reading.Denies ? ToldAfter(places, at) : null,
            AnswerTo.Accused => others.Find(place => answer.From(place) <= Near && place.Names(answer.Party)),
            AnswerTo.Accuser => others.Find(place => answer.From(place) <= Near && place.Answer is { To: AnswerTo.Accuser }
                && place.Names(answer.Party) && answer.Names(place.Party)),
            _ => Repeated(answer, others) ?? (reading.Denies ? ToldAfter(places, at) ?? RepeatedFrom(answer) : null),
        };
        return claim is null || (claim.IsTurn && claim.Asks && reading.To == AnswerTo.Last) ? null
            : new FoundPair(claim, answer, reading.Denies && !claim.Asks, reading.Why);
    }

    /// <summary>“She added that …” tells less than what she said before.</summary>
    private static StatementPlace ToWhichItAdds(StatementPlace near, List<StatementPlace> others) => !near.Adds ? near
        : others.SkipWhile(place => place != near).TakeWhile(place => place.Party.IsAlso(near.Party) && near.From(place) <= Near).FirstOrDefault(place => !place.Adds) ?? near;

    /// <summary>“Pryce denied giving a promise after Mbatha claimed that …”: in the same sentence, below its denial.</summary>
    private static StatementPlace? ToldAfter(List<StatementPlace> places, int at)
    {
        var answer = places[at];
        return at + 1 < places.Count && places[at + 1] is { Answer: null } next && next.Passage.Overlaps(answer.Passage) && next.Start > answer.Start
            && MayAnswer(answer, next) && answer.Statement.Passage.Text.Contains(" after ", StringComparison.Ordinal) ? next : null;
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
