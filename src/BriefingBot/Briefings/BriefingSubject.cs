namespace BriefingBot.Briefings;

/// <summary>All that may be shown of a subject, and what is shown best: the same for everybody who subscribed to it.</summary>
internal sealed class BriefingSubject
{
    private readonly Dictionary<string, int> _byIdentity = new(StringComparer.Ordinal);
    private readonly PassageSelection _selection;
    private readonly List<int> _repeated = [];

    public BriefingSubject(IReadOnlyList<BriefingPassage> passages, WordWeights weights)
    {
        Passages = passages;
        Answers = ClaimsAndAnswers.In(passages);
        Statements = passages.Sum(passage => passage.Statements.Count);
        _selection = new PassageSelection(weights, [.. passages.Select(passage => (ContentWords.Of(passage.Passage.Text), passage.Passage.Sentence))]);
        for (var i = 0; i < passages.Count; i++)
        {
            if (passages[i].Statements.Any(statement => statement.Identities.Count > 1))
            {
                _repeated.Add(i);
            }

            foreach (var identity in passages[i].Identities)
            {
                _byIdentity.TryAdd(identity, i);
            }
        }
    }

    /// <summary>Of the newest article first.</summary>
    public IReadOnlyList<BriefingPassage> Passages { get; }

    public ClaimsAndAnswers Answers { get; }

    /// <summary>How many statements the passages hold.</summary>
    public int Statements { get; }

    /// <summary>Whether all of <see cref="Passages"/> quote somebody.</summary>
    public bool QuotesOnly => Passages.All(passage => passage.Passage.Quotation is not null);

    /// <summary>The passages that were shown, by the identities of statements: one of a passage's is enough.</summary>
    public HashSet<int> Places(IReadOnlySet<string> identities)
    {
        // Whichever are fewer are looked up among the others.
        return identities.Count < _byIdentity.Count
            ? [.. identities.Where(_byIdentity.ContainsKey).Select(identity => _byIdentity[identity])]
            : [.. _byIdentity.Where(entry => identities.Contains(entry.Key)).Select(entry => entry.Value)];
    }

    /// <summary>
    /// Of the passages that were shown the identities that were not known then: what is repeated in nearly the same words stays shown when its
    /// first place leaves the story.
    /// </summary>
    public IEnumerable<string> LaterIdentities(HashSet<int> shown, IReadOnlySet<string> identities) =>
        _repeated.Where(shown.Contains).SelectMany(i => Passages[i].Identities).Where(identity => !identities.Contains(identity));

    /// <summary>
    /// The best passages together, up to <paramref name="count"/>, in the order of choice: first those that are preferred. A claim comes with
    /// what answers it where there is room for both, and nothing comes twice.
    /// </summary>
    /// <param name="allowed">Which may be chosen.</param>
    /// <param name="preferred">Which of those come first.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>Those chosen for being preferred, with what answers them, and the others.</returns>
    public (IReadOnlyList<int> Preferred, IReadOnlyList<int> Others) Choose(Func<int, bool> allowed, Func<int, bool> preferred, int count)
    {
        var chosen = new List<int>();
        var covered = _selection.NothingCovered();
        Take(i => allowed(i) && preferred(i));
        var first = chosen.Count;
        Take(allowed);
        return (chosen[..first], chosen[first..]);

        void Take(Func<int, bool> wanted)
        {
            while (chosen.Count < count)
            {
                var room = count - chosen.Count;
                // Two places hold any passage with what belongs to it.
                var next = _selection.Next(i => wanted(i) && !chosen.Contains(i) && (room > 1 || Together(i).Count == 1), covered)
                    ?? _selection.Next(i => wanted(i) && !chosen.Contains(i), covered);
                if (next is not { } passage)
                {
                    return;
                }

                foreach (var each in Together(passage) is var together && together.Count <= room ? together : [passage])
                {
                    chosen.Add(each);
                    _selection.Cover(each, covered);
                }
            }
        }

        List<int> Together(int passage)
        {
            int?[] order = Answers.ClaimOf(passage) is var (claim, _) ? [claim, passage] : [passage, Answers.AnswerTo(passage)];
            return [.. order.OfType<int>().Where(each => each == passage || (allowed(each) && !chosen.Contains(each)))];
        }
    }
}
