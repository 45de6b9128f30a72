using BriefingBot.Search;

namespace BriefingBot.Briefings;

/// <summary>All that may be shown of a subject, and what is shown best: the same for everybody who subscribed to it.</summary>
internal sealed class BriefingSubject
{
    private readonly PassageSelection _selection;
    private readonly PassagePlaces _places;
    private readonly List<int> _repeated = [];
    private readonly HashSet<int> _answersBeside = [];

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
        _selection = new PassageSelection(weights, [.. Passages.Select(passage => (ContentWords.Of(passage.Passage.Text), passage.Passage.Sentence))]);
        _repeated.AddRange(Enumerable.Range(0, Passages.Count).Where(i => Passages[i].Statements.Any(statement => statement.Identities.Count > 1)));
        AddAnswersBeside(Enumerable.Range(0, Own));
    }

    /// <summary>The subject's own, of the newest article first, then what belongs to them and is not of the subject.</summary>
    public IReadOnlyList<BriefingPassage> Passages => _places.Passages;

    /// <summary>How many of <see cref="Passages"/> are the subject's own.</summary>
    public int Own { get; }

    public PassagePairs Pairs { get; }

    /// <summary>How many statements the subject's own passages hold.</summary>
    public int Statements { get; }

    /// <summary>Whether all of its own passages quote somebody.</summary>
    public bool QuotesOnly { get; }

    /// <summary>The passages that were shown, by the identities of statements.</summary>
    public HashSet<int> Places(IReadOnlySet<string> identities) => _places.Of(identities);

    /// <summary>The passage that holds a statement; null when none does.</summary>
    public BriefingPassage? Holding(StoryStatement statement) => _places.Of(statement) is { } place ? Passages[place] : null;

    /// <summary>Whether a passage is yet to be shown: the subject's own, and what answers one that was shown, wherever it is said.</summary>
    public bool IsLeft(int passage, HashSet<int> shown) => !shown.Contains(passage)
        && (passage < Own || (_answersBeside.Contains(passage) && Pairs.ClaimsOf(passage).Any(claim => shown.Contains(claim.Passage))));

    /// <summary>How many passages are yet to be shown.</summary>
    public int Left(HashSet<int> shown) => Own - shown.Count(passage => passage < Own) + _answersBeside.Count(passage => IsLeft(passage, shown));

    /// <summary>
    /// Of the passages that were shown the identities that were not known then: what is repeated in nearly the same words stays shown when its
    /// first place leaves the story.
    /// </summary>
    public IEnumerable<string> LaterIdentities(HashSet<int> shown, IReadOnlySet<string> identities) =>
        _repeated.Where(shown.Contains).SelectMany(i => Passages[i].Identities).Where(identity => !identities.Contains(identity));

    /// <summary>
    /// The best passages together, in the order of choice: first those that are preferred. What belongs together is shown together, and nothing
    /// comes twice.
    /// </summary>
    /// <param name="shown">What is not shown again, whatever it belongs to.</param>
    /// <param name="preferred">Which come first.</param>
    /// <param name="count">How many at most, unless more belong together.</param>
    /// <returns>Those chosen for being preferred, with what belongs to them, and the others.</returns>
    public (IReadOnlyList<int> Preferred, IReadOnlyList<int> Others) Choose(HashSet<int> shown, Func<int, bool> preferred, int count)
    {
        var chosen = new List<int>();
        var covered = _selection.NothingCovered();
        Take(preferred);
        var first = chosen.Count;
        Take(_ => true);
        return (chosen[..first], chosen[first..]);

        void Take(Func<int, bool> wanted)
        {
            while (chosen.Count < count && Next(wanted) is { } next)
            {
                foreach (var each in Pairs.Together(next, IsUnshown))
                {
                    chosen.Add(each);
                    _selection.Cover(each, covered);
                }
            }
        }

        // What finds no room beside others is the first of a later briefing.
        int? Next(Func<int, bool> wanted) =>
            _selection.Next(i => wanted(i) && IsLeft(i, shown) && !chosen.Contains(i) && Fits(i), covered);

        bool Fits(int passage) => chosen.Count == 0 || !Pairs.Hold(passage) || Pairs.Together(passage, IsUnshown).Count <= count - chosen.Count;

        bool IsUnshown(int passage) => !shown.Contains(passage) && !chosen.Contains(passage);
    }

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
