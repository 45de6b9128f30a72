using BriefingBot.Evaluation.Stories;
using BriefingBot.Quotes.Articles;
using BriefingBot.Search;
using BriefingBot.Search.Claims;

namespace BriefingBot.Evaluation.Pairs;

/// <summary>
/// Compares the pairs that were found in a story with those that people marked. A statement that was found is the attribution with which it
/// shares most characters, half of the shorter of the two at least; a statement that is reported again is one with where it stood before, as
/// <c>same</c> says.
/// </summary>
internal sealed class PairScore
{
    private const double LeastShared = 0.5;

    private readonly Dictionary<string, GoldArticle> _articles;
    private readonly Dictionary<GoldPlace, GoldPlace> _first = [];
    private readonly Dictionary<(GoldPlace Claim, GoldPlace Answer), GoldPairKind> _gold = [];
    private readonly HashSet<(GoldPlace Claim, GoldPlace Answer)> _doubtful;
    private readonly HashSet<GoldPlace> _paired;

    public PairScore(GoldStory story)
    {
        _articles = story.Articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        foreach (var pair in story.Pairs.Where(pair => pair.Kind == GoldPairKind.Same))
        {
            var (kept, joined) = (FirstOf(pair.First), FirstOf(pair.Second));
            if (kept != joined)
            {
                _first[joined] = kept;
            }
        }

        foreach (var pair in story.Pairs.Where(pair => pair.Kind != GoldPairKind.Same && !pair.IsDoubtful))
        {
            _gold.TryAdd((FirstOf(pair.First), FirstOf(pair.Second)), pair.Kind);
        }

        _doubtful = [.. story.Pairs.Where(pair => pair.IsDoubtful).Select(pair => (FirstOf(pair.First), FirstOf(pair.Second)))];
        _paired = [.. story.Pairs.SelectMany(pair => new[] { pair.First, pair.Second })];
    }

    /// <summary>What each pair that was found is, and the marked pairs that were not.</summary>
    public PairFindings Judge(IEnumerable<AnsweredClaim> found)
    {
        var judged = found.Select(pair => (Pair: pair, Gold: Marked(pair))).Where(each => each.Gold is not { } gold || !_doubtful.Contains(gold)).ToList();
        var met = judged.Where(each => each.Gold is { } gold && _gold.ContainsKey(gold)).Select(each => each.Gold!.Value).ToHashSet();
        return new PairFindings(
            [.. judged.Select(each => new JudgedPair(each.Pair, each.Gold is { } gold && _gold.TryGetValue(gold, out var kind) ? kind : null, each.Gold))],
            [.. _gold.Where(pair => !met.Contains(pair.Key)).Select(pair => new GoldPair(pair.Value, pair.Key.Claim, pair.Key.Answer))],
            _gold);
    }

    public (GoldArticle Article, GoldAttribution Said) At(GoldPlace place) =>
        (_articles[place.Article], _articles[place.Article].Attributions.First(said => said.Number == place.Attribution));

    /// <summary>As what two statements are marked; null where they are no pair.</summary>
    public GoldPairKind? KindOf(GoldPlace claim, GoldPlace answer) => _gold.TryGetValue((FirstOf(claim), FirstOf(answer)), out var kind) ? kind : null;

    public bool IsDoubtful(GoldPlace claim, GoldPlace answer) => _doubtful.Contains((FirstOf(claim), FirstOf(answer)));

    /// <summary>The marked statement that stands in a place; null where none does.</summary>
    public GoldPlace? PlaceOf(StatementPlace place) => _articles[place.Article].Attributions
        .Where(said => place.IsFirstPlace ? said.Content[0].Start == place.Start
            : IsSaidIn(_articles[place.Article], said, place.Passage, Letters(place.Statement.Passage.Quotation!.Text)))
        .Select(said => (GoldPlace?)new GoldPlace(place.Article, said.Number)).FirstOrDefault();

    private GoldPlace FirstOf(GoldPlace place)
    {
        while (_first.TryGetValue(place, out var before))
        {
            place = before;
        }

        return place;
    }

    private (GoldPlace Claim, GoldPlace Answer)? Marked(AnsweredClaim pair) =>
        Marked(pair.Claim) is { } claim && Marked(pair.Answer) is { } answer ? (FirstOf(claim), FirstOf(answer)) : null;

    /// <summary>Of a statement that stands in several places the one that is marked in some pair, if any is.</summary>
    private GoldPlace? Marked(StoryStatement statement)
    {
        var said = Letters(statement.Passage.Quotation!.Text);
        var again = statement.Passage.Occurrences.SelectMany(other => _articles[other.Article.Id].Attributions
            .Where(marked => IsSaidIn(_articles[other.Article.Id], marked, other.Span, said))
            .Select(marked => (GoldPlace?)new GoldPlace(other.Article.Id, marked.Number)));
        var places = again.Prepend(Here(statement)).OfType<GoldPlace>().ToList();
        return places.Count == 0 ? null : places.Find(_paired.Contains) is { Article: not null } paired ? paired : places[0];
    }

    /// <summary>Whether a marked statement stands in a passage that says it again.</summary>
    private static bool IsSaidIn(GoldArticle article, GoldAttribution marked, TextSpan passage, string letters) =>
        passage.Overlaps(marked.Content[0]) && Letters(TextOf(article, marked)) == letters;

    private static string TextOf(GoldArticle article, GoldAttribution said) => article.Text[said.Content[0].Start..said.Content[^1].End];

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private GoldPlace? Here(StoryStatement statement)
    {
        var (article, spans) = (_articles[statement.Passage.Article.Id], statement.Passage.Quotation!.Spans);
        return article.Attributions.Select(said => (Said: said, Shared: Shared(said.Content, spans)))
            .Where(each => each.Shared >= LeastShared * Math.Min(Length(each.Said.Content), Length(spans)))
            .OrderByDescending(each => each.Shared).ThenBy(each => each.Said.Number)
            .Select(each => (GoldPlace?)new GoldPlace(article.Id, each.Said.Number)).FirstOrDefault();
    }

    private static int Length(IReadOnlyList<TextSpan> spans) => spans.Sum(span => span.Length);

    private static int Shared(IReadOnlyList<TextSpan> some, IReadOnlyList<TextSpan> others) =>
        some.Sum(a => others.Sum(b => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start))));
}

/// <summary>A pair that was found.</summary>
/// <param name="Pair">Which.</param>
/// <param name="Kind">As what it is marked; null where it is not.</param>
/// <param name="Gold">The marked statements that its two are, paired or not; null where either is none.</param>
internal sealed record JudgedPair(AnsweredClaim Pair, GoldPairKind? Kind, (GoldPlace Claim, GoldPlace Answer)? Gold)
{
    /// <summary>A denial is an answer as well, but not the other way round.</summary>
    public bool IsRight => Kind is { } kind && (!Pair.Denies || kind == GoldPairKind.Denial);
}

/// <summary>What was found in a story.</summary>
internal sealed record PairFindings(
    IReadOnlyList<JudgedPair> Found, IReadOnlyList<GoldPair> Missed, IReadOnlyDictionary<(GoldPlace Claim, GoldPlace Answer), GoldPairKind> Gold)
{
    /// <summary>Of several stories, no article of which is another's.</summary>
    public static PairFindings Of(IReadOnlyList<PairFindings> stories) => new(
        [.. stories.SelectMany(story => story.Found)],
        [.. stories.SelectMany(story => story.Missed)],
        stories.SelectMany(story => story.Gold).ToDictionary(pair => pair.Key, pair => pair.Value));

    /// <summary>Of pairs of a kind; with null of all pairs, whichever of the two they are taken for.</summary>
    public PairFigures Figures(GoldPairKind? kind)
    {
        var found = Found.Where(each => kind is null || each.Pair.Denies == (kind == GoldPairKind.Denial)).ToList();
        var right = found.Where(each => each.IsRight).ToList();
        var (met, wanted) = (Found.Where(each => kind is null ? each.Kind is not null : each.IsRight && each.Kind == kind
            && each.Pair.Denies == (kind == GoldPairKind.Denial)).Select(each => each.Gold).Distinct().Count(), Gold.Values.Count(each => kind is null || each == kind));
        var (precision, recall) = (Share(right.Count, found.Count), Share(met, wanted));
        return new PairFigures(wanted, found.Count, right.Count, precision, recall, precision + recall == 0 ? 0 : Math.Round(2 * precision * recall / (precision + recall), 4));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : Math.Round((double)part / whole, 4);
}

/// <summary>How often pairing is right.</summary>
/// <param name="Gold">Marked pairs.</param>
/// <param name="Found">Pairs that were found.</param>
/// <param name="Right">Of these, those that are marked.</param>
/// <param name="Precision">0 to 1, as the next two.</param>
/// <param name="Recall">Of the marked ones.</param>
/// <param name="F1">Of both.</param>
internal sealed record PairFigures(int Gold, int Found, int Right, double Precision, double Recall, double F1);
