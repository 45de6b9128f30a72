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

    /// <summary>Whether the answer takes the side of the claim.</summary>
    public bool Supports { get; init; }

    /// <summary>Whether two were meant at once, so that what is said next may be meant for either.</summary>
    public bool IsOfTwo { get; init; }
}

/// <summary>Finds the claims that answers answer. Takes time in proportion to the statements: of each only so many others are looked at.</summary>
internal sealed class ClaimSearch
{
    /// <summary>
    /// Characters between the sentences of a claim and of its answer: where one follows the other, where a short sentence may stand between the
    /// two, where one stands near the other, and in the same stretch of an article.
    /// </summary>
    private const int Follows = 5, NearlyFollows = 40, Near = 500, Stretch = 1500;

    /// <summary>Characters between two sentences of one paragraph.</summary>
    private const int Beside = 1;

    /// <summary>Statements before an answer among which its claim is looked for.</summary>
    private const int Furthest = 40;

    /// <summary>“(Denied) ever having seen it”: no longer.</summary>
    private const int LongestTaken = 6;

    /// <summary>So many statements into an article, and below them, a denial may stand above its claim.</summary>
    private const int Lead = 3;

    /// <summary>Words that an answer repeats of a claim of its own article.</summary>
    private const int LeastRepeated = 2;

    /// <summary>Of what an answer repeats, how much must be said in a claim of its own article, and of another.</summary>
    private const double ShareNear = 0.34, ShareFar = 0.6;

    /// <summary>Words that an answer repeats of a claim in another article; and where that claim is about whoever answers.</summary>
    private const int LeastRepeatedFar = 4, LeastRepeatedOfOwn = 2;

    /// <summary>A word that more statements hold joins no two articles.</summary>
    private const int Common = 200;

    /// <summary>What it counts that a reply names whose claim it is; and so much is enough to pass over what was said last.</summary>
    private const double Named = 0.5, Meant = 0.35;

    private readonly List<List<StatementPlace>> _articles;
    private readonly Lazy<Dictionary<string, List<StatementPlace>>> _byWord;
    private readonly WordRarity _rarity;
    private readonly Func<string, int, string?>? _sentence;

    /// <param name="places">All of the story.</param>
    /// <param name="sentence">The text of an article's sentence by its number, null where there is none.</param>
    public ClaimSearch(IReadOnlyList<StatementPlace> places, Func<string, int, string?>? sentence)
    {
        _articles = [.. places.GroupBy(place => place.Article, StringComparer.Ordinal).Select(StatementParties.In)];
        _rarity = new WordRarity(places);
        _sentence = sentence;
        _byWord = new(() => places.SelectMany(place => place.Matter.Select(word => (word, place)))
            .GroupBy(pair => pair.word, pair => pair.place, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal));
    }

    /// <summary>All pairs, article by article, in the order of the answers; of a statement that stands in several places more than once.</summary>
    public IEnumerable<FoundPair> All()
    {
        foreach (var (article, found, candidates) in Articles())
        {
            for (var i = 0; i < article.Count; i++)
            {
                if ((found[i] ?? (MayReply(article[i]) ? ReplySearch.For([.. candidates.Of(i)]) : null)) is { } pair)
                {
                    yield return pair;
                }
            }
        }
    }

    /// <summary>Of each statement that says by no words of its own what it answers, the claims that it may answer.</summary>
    public IEnumerable<IEnumerable<ReplyCandidate>> Candidates() => Articles().SelectMany(article => article.Places
        .Select((place, i) => article.Found[i] is null && MayReply(place) ? article.Candidates.Of(i) : null).OfType<IEnumerable<ReplyCandidate>>());

    /// <summary>A thought answers nobody.</summary>
    private static bool MayReply(StatementPlace place) => place.IsSaid && place.Words.Count > 0;

    /// <summary>Each article's statements with what they answer by their own words.</summary>
    private IEnumerable<(List<StatementPlace> Places, FoundPair?[] Found, ReplyCandidates Candidates)> Articles()
    {
        var found = _articles.ConvertAll(Found);
        var oppositions = new Oppositions(found.SelectMany(pairs => pairs.OfType<FoundPair>()));
        for (var i = 0; i < _articles.Count; i++)
        {
            yield return (_articles[i], found[i], new ReplyCandidates(_articles[i], [.. found[i].OfType<FoundPair>()], oppositions, _rarity, _sentence));
        }
    }

    private FoundPair?[] Found(List<StatementPlace> places)
    {
        var (found, answers, talk) = (new FoundPair?[places.Count], new Dictionary<string, FoundPair>(StringComparer.Ordinal), new Talk(places));
        for (var i = 0; i < places.Count; i++)
        {
            found[i] = For(places, i, answers) ?? talk.For(i, _rarity) ?? GoingOn(i > 0 ? found[i - 1] : null, places[i]) ?? Asked(places, i);
            if (found[i] is { } pair)
            {
                answers.TryAdd(pair.Answer.Id, pair);
            }
        }

        return found;
    }

    /// <summary>“…, he said, adding …”: what whoever answers says right after belongs to the answer; a new paragraph must speak of the same.</summary>
    private FoundPair? GoingOn(FoundPair? last, StatementPlace next)
    {
        if (last is null or { IsOfTwo: true } || !IsFree(next, last.Answer) || !next.Party.IsAlso(last.Answer.Party) || !next.Party.IsOthersThan(last.Claim.Party))
        {
            return null;
        }

        var isBeside = !last.GoesOn && next.From(last.Answer) <= Beside
            && (last.Denies ? next.Passage.Overlaps(last.Answer.Passage) || !next.Adds : next.IsQuoted && !next.Adds);
        return isBeside || (next.IsDirect && !next.IsSpokenTurn && !next.Asks && (next.Names(last.Claim.Party) || _rarity.Likeness(last.Claim, next) > 0))
            ? new FoundPair(last.Claim, next, isBeside && last.Denies && !next.Adds, $"The same speaker goes on from a statement that {(last.Denies ? "denies" : "answers")} it.")
            {
                GoesOn = true,
                Supports = last.Supports,
            }
            : null;
    }

    private static bool IsFree(StatementPlace next, StatementPlace before) =>
        next.Answer is null && next.IsSaid && next.From(before) <= Follows && next.Id != before.Id;

    /// <summary>Null when the story holds none that is certain enough.</summary>
    private FoundPair? For(List<StatementPlace> places, int at, Dictionary<string, FoundPair> answers)
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
            AnswerTo.Last => before is [{ IsInTitle: false } last, ..] && others.Contains(last) && answer.From(last) <= Follows ? MeantOf(others, answer) : null,
            AnswerTo.Pointed => PointedAt(others, answer, answers) ?? (reading.Denies ? ToldAfter(places, at) : null),
            AnswerTo.Accused => others.Find(place => answer.From(place) <= Near && place.Names(answer.Party)),
            AnswerTo.Accuser => others.Find(place => answer.From(place) <= Near && place.Answer is { To: AnswerTo.Accuser }
                && place.Names(answer.Party) && answer.Names(place.Party)),
            _ => Repeated(answer, others) ?? (reading.Denies ? Taken(others, answer) ?? ToldAfter(places, at) ?? RepeatedFrom(answer) ?? (others.Count == 0 ? ToldBelow(places, at) : null) : null),
        };
        return claim is null || (claim.HasNoCue && claim.Asks && reading.To == AnswerTo.Last) ? null
            : new FoundPair(claim, answer, reading.Denies && !claim.Asks, reading.Why)
            {
                Supports = reading.Supports,
                IsOfTwo = others is [var nearest, ..] && answers.TryGetValue(nearest.Id, out var pair) && pair.Supports && pair.Claim == claim,
            };
    }

    /// <summary>Of what others said shortly before, what a reply names or speaks of itself; else what was said last, the first of them.</summary>
    private StatementPlace MeantOf(List<StatementPlace> others, StatementPlace answer) => others.TakeWhile(place => answer.From(place) <= Near)
        .Select((place, i) => (Place: place, IsLast: i == 0, Score: _rarity.Likeness(place, answer) + (answer.Names(place.Party) ? Named : 0)))
        .Where(each => each.IsLast || (each.Score >= Meant && !each.Place.IsInTitle)).OrderByDescending(each => each.Score).First().Place;

    /// <summary>What was said right before; of whoever is named, what they said last.</summary>
    private static StatementPlace? PointedAt(List<StatementPlace> others, StatementPlace answer, Dictionary<string, FoundPair> answers)
    {
        var reading = answer.Answer!;
        var near = others.Find(place => (reading.Owner.Count > 0 && !reading.IsNext) || answer.From(place) <= (reading.Denies ? NearlyFollows : Follows));
        return near is null ? null : Root(InsistedOn(ToWhichItAdds(near, others), others, answer), answer, answers);
    }

    /// <summary>“Berg insisted that the ferry was safe. ‘I like it,’ she said. That claim was challenged”: what she insisted on.</summary>
    private static StatementPlace InsistedOn(StatementPlace near, List<StatementPlace> others, StatementPlace answer)
    {
        var isClaim = answer.Answer!.Owner.Count == 0 && answer.Words is [{ Form: "that" or "this" or "the" }, { Form: "assertion" or "claim" or "contention" }, ..];
        return isClaim && !near.IsClaimed ? others.SkipWhile(place => place != near).TakeWhile(place => place.Party.IsAlso(near.Party) && near.From(place) <= Near)
            .FirstOrDefault(place => place.IsClaimed) ?? near : near;
    }

    /// <summary>“Lund backed her version. But Kern cast doubt on the explanation”: hers.</summary>
    private static StatementPlace Root(StatementPlace near, StatementPlace answer, Dictionary<string, FoundPair> answers) =>
        answer.Answer is { Denies: true, Owner.Count: 0 } && answers.TryGetValue(near.Id, out var pair) && pair.Supports && pair.Claim.Party.IsOthersThan(answer.Party)
            ? pair.Claim : near;

    /// <summary>“Berg wants to know what becomes of the ferry. Kern says …”, in one paragraph.</summary>
    private static FoundPair? Asked(List<StatementPlace> places, int at) => at > 0
        && places[at - 1] is { Asks: true, IsSpokenTurn: false, EndsAsking: false, Words: [var first, ..] } question && ReplyWords.Asking.Contains(first.Form)
        && places[at] is { Asks: false, IsSaid: true } answer && answer.CueWords.Any(word => ReplyWords.Telling.Contains(word.Form))
        && !question.CueWords.Any(word => word.Form != "to" && SpeechWords.NotDone.Contains(word.Form))
        && answer.From(question) is > 0 and <= Beside && answer.Party.IsOthersThan(question.Party)
        ? new FoundPair(question, answer, false, "It is what somebody else says right after the question.") : null;

    /// <summary>“She added that …” tells less than what she said before.</summary>
    private static StatementPlace ToWhichItAdds(StatementPlace near, List<StatementPlace> others) => !near.Adds ? near
        : others.SkipWhile(place => place != near).TakeWhile(place => place.Party.IsAlso(near.Party) && near.From(place) <= Near).FirstOrDefault(place => !place.Adds) ?? near;

    /// <summary>
    /// “The letter passed through Kern’s hands, Berg said. Kern denied ever seeing it”: said of whoever denies, in other words, of which “it” takes
    /// up one.
    /// </summary>
    private static StatementPlace? Taken(List<StatementPlace> others, StatementPlace answer) => answer.Answer!.Owner.Count == 0
        && answer.Words.Count <= LongestTaken && answer.Words[^1].Form is "it" or "this" or "that" or "them" or "so"
        && others is [var next, ..] && answer.From(next) <= Follows && next.Names(answer.Party) ? next : null;

    /// <summary>“Pryce denied giving a promise after Mbatha claimed that …”: in the same sentence, below its denial.</summary>
    private static StatementPlace? ToldAfter(List<StatementPlace> places, int at)
    {
        var answer = places[at];
        return at + 1 < places.Count && places[at + 1] is { Answer: null } next && next.Passage.Overlaps(answer.Passage) && next.Start > answer.Start
            && MayAnswer(answer, next) && answer.Statement.Passage.Text.Contains(" after ", StringComparison.Ordinal) ? next : null;
    }

    /// <summary>“Kern has denied making a promise. Berg had claimed that …”: a report that begins with the denial.</summary>
    private static StatementPlace? ToldBelow(List<StatementPlace> places, int at)
    {
        var answer = places[at];
        return at >= Lead ? null : places.Skip(at + 1).Take(Lead).FirstOrDefault(place => place.From(answer) <= Near && MayAnswer(answer, place) && place.Answer is null
            && place.IsAlleged);
    }

    private static bool MayAnswer(StatementPlace answer, StatementPlace claim) => claim.IsSaid && claim.Party.IsOthersThan(answer.Party)
        && (answer.Answer!.Owner.Count == 0 || (claim.Party.IsCalled(answer.Answer.Owner) && !(claim.Asks && answer.Answer.Owner is [ReplyWords.Document])));

    private static StatementPlace? Repeated(StatementPlace answer, List<StatementPlace> others)
    {
        var reading = answer.Answer!;
        return others.Select(place => (Place: place, Shared: reading.Matter.Count(place.Matter.Contains)))
            .Where(found => reading.Owner.Count > 0 ? found.Shared > 0 || answer.From(found.Place) <= Follows
                : found.Shared >= Math.Min(answer.From(found.Place) <= Follows ? 1 : LeastRepeated, reading.Matter.Count) && found.Shared >= ShareNear * reading.Matter.Count)
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
