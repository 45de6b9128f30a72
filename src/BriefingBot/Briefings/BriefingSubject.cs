using BriefingBot.Search;

namespace BriefingBot.Briefings;

/// <summary>All that may be shown of a subject, and what is shown best: the same for everybody who subscribed to it.</summary>
internal sealed class BriefingSubject
{
    private readonly PassagePlaces _places;
    private readonly List<int> _repeated = [];
    private readonly HashSet<int> _answersBeside = [];
    private readonly HashSet<int> _headlines;

    /// <param name="own">Of the newest article first.</param>
    /// <param name="weights">Of the story.</param>
    /// <param name="pairs">Of the whole story.</param>
    /// <param name="elsewhere">The story's passage that holds a statement which is not of the subject; null when there is none.</param>
    public BriefingSubject(
        IReadOnlyList<BriefingPassage> own, WordWeights weights, ClaimsAndAnswers pairs, Func<StoryStatement, BriefingPassage?> elsewhere)
    {
        Own = own.Count;
        Statements = own.Sum(passage => passage.Statements.Count);
        QuotesOnly = own.All(passage => passage.Passage.Quotation is not null);
        _places = new PassagePlaces(own);
        Pairs = new PassagePairs(_places, pairs, elsewhere);
        Selection = new PassageSelection(weights, [.. Passages.Select(passage => (ContentWords.Of(passage.Passage.Text), passage.Passage.Sentence))]);
        _repeated.AddRange(Enumerable.Range(0, Passages.Count).Where(i => Passages[i].Statements.Any(statement => statement.Identities.Count > 1)));
        _headlines = [.. Enumerable.Range(0, Passages.Count).Where(i => Passages[i].IsHeadline)];
        AddAnswersBeside(Enumerable.Range(0, Own));
    }

    /// <summary>The subject's own, of the newest article first, then what belongs to them and is not of the subject.</summary>
    public IReadOnlyList<BriefingPassage> Passages => _places.Passages;

    /// <summary>How many of <see cref="Passages"/> are the subject's own.</summary>
    public int Own { get; }

    public PassagePairs Pairs { get; }

    /// <summary>Of <see cref="Passages"/>, by their numbers.</summary>
    public PassageSelection Selection { get; }

    /// <summary>Whether a passage is <see cref="BriefingPassage.IsHeadline"/>.</summary>
    public bool IsHeadline(int passage) => _headlines.Contains(passage);

    /// <summary>How many statements the subject's own passages hold.</summary>
    public int Statements { get; }

    /// <summary>Whether all of its own passages quote somebody.</summary>
    public bool QuotesOnly { get; }

    /// <summary>The passages that were shown, by the identities of statements.</summary>
    public HashSet<int> Places(IReadOnlySet<string> identities) => _places.Of(identities);

    /// <summary>The number of the passage that holds a statement; null when none does.</summary>
    public int? Place(StoryStatement statement) => _places.Of(statement);

    /// <inheritdoc cref="Place"/>
    public BriefingPassage? Holding(StoryStatement statement) => Place(statement) is { } place ? Passages[place] : null;

    /// <summary>Whether a passage is yet to be shown: the subject's own, and what answers one that was shown without any answer, wherever it is said.</summary>
    public bool IsLeft(int passage, HashSet<int> shown) => !shown.Contains(passage)
        && (passage < Own || (_answersBeside.Contains(passage) && Pairs.IsMissed(passage, shown.Contains)));

    /// <summary>How many passages are yet to be shown.</summary>
    public int Left(HashSet<int> shown) => Own - shown.Count(passage => passage < Own) + _answersBeside.Count(passage => IsLeft(passage, shown));

    /// <summary>
    /// Of the passages that were shown the identities that were not known then: what is repeated in nearly the same words stays shown when its
    /// first place leaves the story.
    /// </summary>
    public IEnumerable<string> LaterIdentities(HashSet<int> shown, IReadOnlySet<string> identities) =>
        _repeated.Where(shown.Contains).SelectMany(i => Passages[i].Identities).Where(identity => !identities.Contains(identity));

    private void AddAnswersBeside(IEnumerable<int> claims)
    {
        foreach (var answer in claims.SelectMany(Pairs.AnswersTo).Where(answer => answer >= Own).ToList())
        {
            if (_answersBeside.Add(answer))
            {
                AddAnswersBeside([answer]);
            }
        }
    }
}
