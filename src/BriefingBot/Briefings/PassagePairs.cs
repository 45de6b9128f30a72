using BriefingBot.Search;

namespace BriefingBot.Briefings;

/// <summary>Which passages of a subject answer which others, and what is therefore shown together.</summary>
internal sealed class PassagePairs
{
    private readonly Dictionary<int, List<(int Passage, bool Denies)>> _claims = [];

    /// <summary>For each claim in a passage the passages that answer it.</summary>
    private readonly Dictionary<int, Dictionary<string, List<int>>> _answers = [];

    /// <summary>
    /// Pairs are found over the whole story: where half of one is not of the subject, its passage is added beside the subject's own, and so is
    /// whatever belongs to that one.
    /// </summary>
    /// <param name="places">The subject's own passages; others are added.</param>
    /// <param name="pairs">Of the whole story.</param>
    /// <param name="elsewhere">The story's passage that holds a statement; null when there is none.</param>
    public PassagePairs(PassagePlaces places, ClaimsAndAnswers pairs, Func<StoryStatement, BriefingPassage?> elsewhere)
    {
        var left = pairs.Pairs;
        for (var before = int.MaxValue; left.Count < before;)
        {
            before = left.Count;
            left = [.. left.Where(pair => !TryAdd(pair))];
        }

        bool TryAdd(AnsweredClaim pair)
        {
            var (claim, answer) = (places.Of(pair.Claim), places.Of(pair.Answer));
            if (claim is null && answer is null)
            {
                return false;
            }

            // In one passage they are shown together as it is.
            if ((claim ?? Beside(pair.Claim)) is { } of && (answer ?? Beside(pair.Answer)) is { } by && of != by)
            {
                Add(pair, of, by);
            }

            return true;
        }

        int? Beside(StoryStatement statement) => elsewhere(statement) is { } passage ? places.Add(passage) : null;
    }

    /// <summary>Whether a passage answers any or is answered.</summary>
    public bool Hold(int passage) => _claims.ContainsKey(passage) || _answers.ContainsKey(passage);

    /// <summary>The passages whose claims this one answers.</summary>
    public IReadOnlyList<(int Passage, bool Denies)> ClaimsOf(int passage) => _claims.TryGetValue(passage, out var claims) ? claims : [];

    /// <summary>The passages that answer claims of this one.</summary>
    public IEnumerable<int> AnswersTo(int passage) => AnswersToEach(passage).SelectMany(answers => answers).Distinct();

    /// <summary>Whether a passage answers a claim that was shown without any answer.</summary>
    public bool IsMissed(int answer, Func<int, bool> wasShown) => ClaimsOf(answer).Any(claim => wasShown(claim.Passage)
        && AnswersToEach(claim.Passage).Exists(answers => answers.Contains(answer) && !answers.Exists(each => wasShown(each))));

    /// <summary>
    /// What is shown together with a passage, in the order of reading: the claims that it answers, itself, and to each claim in any of these one
    /// answer.
    /// </summary>
    /// <param name="passage">Which is shown in any case.</param>
    /// <param name="unshown">What has been shown is not shown again.</param>
    public IReadOnlyList<int> Together(int passage, Func<int, bool> unshown)
    {
        if (!Hold(passage))
        {
            return [passage];
        }

        var (together, seen) = (new List<int>(), new HashSet<int>());
        AddBelowClaims(passage);
        for (var i = 0; i < together.Count; i++)
        {
            // An answer that is the reason for showing a claim stays right below it.
            var at = i < together.IndexOf(passage) ? together.Count : i + 1;
            foreach (var answers in AnswersToEach(together[i]).Where(answers => !answers.Exists(answer => !unshown(answer) || together.Contains(answer))))
            {
                together.Insert(at++, answers[0]);
            }
        }

        return together;

        void AddBelowClaims(int each)
        {
            seen.Add(each);
            foreach (var (claim, _) in ClaimsOf(each).Where(claim => unshown(claim.Passage) && !seen.Contains(claim.Passage)))
            {
                AddBelowClaims(claim);
            }

            together.Add(each);
        }
    }

    private List<List<int>> AnswersToEach(int passage) => _answers.TryGetValue(passage, out var answers) ? [.. answers.Values] : [];

    private void Add(AnsweredClaim pair, int claim, int answer)
    {
        var answers = Of(Of(_answers, claim), pair.Claim.Passage.Id);
        if (!answers.Contains(answer))
        {
            answers.Add(answer);
            Of(_claims, answer).Add((claim, pair.Denies));
        }
    }

    private static TValue Of<TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key)
        where TKey : notnull
        where TValue : new()
    {
        if (!dictionary.TryGetValue(key, out var value))
        {
            dictionary[key] = value = new TValue();
        }

        return value;
    }
}
