using BriefingBot.Search;

namespace BriefingBot.Briefings;

/// <summary>
/// Which passage answers the claim in which other one, by rule: somebody else denies or replies, in the same article within two sentences and of
/// the same matter, or in another article in many of the same words. “Russia has denied that” points at what was said just before it.
/// </summary>
internal sealed class ClaimsAndAnswers
{
    /// <summary>So many sentences after the claim its answer still is one.</summary>
    private const int Near = 2;

    /// <summary>Words of matter that a claim and its answer share, near each other and in different articles.</summary>
    private const int SharedNear = 2, SharedFar = 4;

    /// <summary>A word that more statements hold joins no two articles.</summary>
    private const int Common = 200;

    private static readonly string[] Denials =
        ["deny", "deni", "reject", "dismiss", "refut", "disput", "rebut", "rebuff", "contradict", "repudiat", "disavow"];

    private static readonly string[] Replies = ["repl", "respon", "retort", "answer", "counter"];

    /// <summary>Who is accused, and accuses in turn, answers.</summary>
    private static readonly string[] Accusations = ["accus", "blam", "charg"];

    /// <summary>What a denial says of a claim.</summary>
    private static readonly HashSet<string> Untrue = new(
        ["baseless", "groundless", "unfounded", "untrue", "fabricated", "fabrication", "fabrications", "nonsense", "absurd", "false"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that only point at what was said.</summary>
    private static readonly HashSet<string> Pointing = new(
        ["allega", "accusa", "charge", "claim", "claims", "critic", "report", "statem", "remark", "assert", "sugges", "such", "those", "these", "any", "all"], StringComparer.Ordinal);

    private readonly List<Place> _places;
    private readonly Dictionary<string, List<Place>> _byArticle;
    private readonly Dictionary<int, (int Claim, bool Denies)> _claims = [];
    private readonly Dictionary<int, int> _answers = [];

    private ClaimsAndAnswers(List<Place> places)
    {
        _places = places;
        _byArticle = places.GroupBy(place => place.Article, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(p => p.Sentence).ThenBy(p => p.Start).ToList(), StringComparer.Ordinal);
    }

    public static ClaimsAndAnswers In(IReadOnlyList<BriefingPassage> passages)
    {
        var found = new ClaimsAndAnswers([.. passages.SelectMany((passage, i) => passage.Statements
            .Where(statement => statement.Passage.Quotation is not null).SelectMany(statement => Places(i, statement.Passage)))]);
        found.Join();
        return found;
    }

    /// <summary>The passage whose claim this one answers, and whether it denies it; null when it answers none.</summary>
    public (int Claim, bool Denies)? ClaimOf(int passage) => _claims.TryGetValue(passage, out var claim) ? claim : null;

    /// <summary>The passage that answers this one's claim; null when the story gives none.</summary>
    public int? AnswerTo(int passage) => _answers.TryGetValue(passage, out var answer) ? answer : null;

    private static IEnumerable<Place> Places(int index, Passage passage)
    {
        var place = new Place(index, passage, ContentWords.Of(passage.Quotation!.Text), passage.Article.Id, passage.Sentence, passage.Quotation.Spans[0].Start);
        return passage.Occurrences.Select(other => place with { Article = other.Article.Id, Sentence = other.Sentence, Start = other.Span.Start }).Prepend(place);
    }

    private void Join()
    {
        var postings = new Lazy<Dictionary<string, List<Place>>>(Postings);
        foreach (var answer in _places.Where(place => place.IsAnswer))
        {
            if (!_claims.ContainsKey(answer.Index) && (NearClaim(answer) ?? FarClaim(answer, postings)) is { } claim
                && !_answers.ContainsKey(claim.Index) && !_claims.ContainsKey(claim.Index) && !_answers.ContainsKey(answer.Index))
            {
                _claims[answer.Index] = (claim.Index, answer.Denies);
                _answers[claim.Index] = answer.Index;
            }
        }
    }

    private Place? NearClaim(Place answer)
    {
        var before = _byArticle[answer.Article].TakeWhile(place => (place.Sentence, place.Start).CompareTo((answer.Sentence, answer.Start)) < 0)
            .Where(place => answer.Sentence - place.Sentence <= Near && place.IsOthersThan(answer)).Reverse().ToList();
        var claim = before.FirstOrDefault(place => answer.Points ? answer.Sentence - place.Sentence <= 1
            : answer.Accuses ? place.Accuses && place.Names(answer) : place.Shares(answer) >= SharedNear);
        // Claim and answer in one sentence are shown together as it is.
        return claim is null || claim.Index == answer.Index ? null : claim;
    }

    /// <summary>Only a denial in so many of the same words reaches into another article, and only back in time.</summary>
    private static Place? FarClaim(Place answer, Lazy<Dictionary<string, List<Place>>> postings)
    {
        if (!answer.Denies || answer.Points)
        {
            return null;
        }

        return answer.Words.Stems.SelectMany(stem => postings.Value.GetValueOrDefault(stem) is { Count: <= Common } holding ? holding : [])
            .Where(place => place.Article != answer.Article && place.Index != answer.Index && !place.IsAnswer && place.IsOthersThan(answer)
                && (place.Day is null || answer.Day is null || place.Day <= answer.Day))
            .GroupBy(place => place.Index).Select(group => (Claim: group.First(), Shared: group.Select(place => place.Shares(answer)).Max()))
            .Where(found => found.Shared >= SharedFar)
            .OrderByDescending(found => found.Shared).ThenBy(found => found.Claim.Index).Select(found => found.Claim).FirstOrDefault();
    }

    private Dictionary<string, List<Place>> Postings()
    {
        var postings = new Dictionary<string, List<Place>>(StringComparer.Ordinal);
        foreach (var place in _places)
        {
            foreach (var stem in place.Words.Stems)
            {
                if (!postings.TryGetValue(stem, out var holding))
                {
                    postings[stem] = holding = [];
                }

                holding.Add(place);
            }
        }

        return postings;
    }

    /// <summary>A statement where it stands.</summary>
    private sealed record Place(int Index, Passage Passage, ContentWords Words, string Article, int Sentence, int Start)
    {
        public DateOnly? Day => Passage.Article.Published;

        public bool Denies { get; } = Begins(Passage, Denials) || CallsUntrue(Passage.Quotation!.Text);

        /// <summary>Whoever is accused and accuses in turn.</summary>
        public bool Accuses { get; } = Begins(Passage, Accusations);

        public bool IsAnswer => Denies || Accuses || Begins(Passage, Replies);

        /// <summary>Whether nothing but a pointer is said to be denied: “that”, “the allegations”.</summary>
        public bool Points { get; } = (Begins(Passage, Denials) || Begins(Passage, Replies)) && Words.Stems.All(Pointing.Contains);

        public int Shares(Place other) => Words.Stems.Count(other.Words.Stems.Contains);

        /// <summary>Whether this claim is about the speaker of <paramref name="other"/>.</summary>
        public bool Names(Place other) => other.Passage.Quotation!.Speakers.Any(name => Passage.Quotation!.Text.Contains(name, StringComparison.Ordinal));

        /// <summary>Who is not known may be anybody.</summary>
        public bool IsOthersThan(Place other) => Passage.Quotation!.Speakers is { Count: > 0 } own && other.Passage.Quotation!.Speakers is { Count: > 0 } others
            && !own.Intersect(others).Any();

        private static bool CallsUntrue(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Any(word => Untrue.Contains(word.Trim('“', '”', '‘', '’', '"', ',', '.', ';', ':', '!', '?')));

        private static bool Begins(Passage passage, string[] stems) => passage.Quotation?.Cue is { } cue
            && cue.Split(' ').Any(word => stems.Any(stem => word.StartsWith(stem, StringComparison.OrdinalIgnoreCase)));
    }
}
