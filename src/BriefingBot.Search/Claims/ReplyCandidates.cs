using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>The statements of one article, and which others each of them may answer.</summary>
internal sealed class ReplyCandidates
{
    /// <summary>Statements before an answer among which its claim is looked for, beside the first ones of the article.</summary>
    private const int Back = 12, First = 4;

    /// <summary>So many statements below one of the first are looked at: a report may begin with the answer.</summary>
    private const int Below = 4;

    /// <summary>Characters between two statements that let a sentence stand between them; within fewer they follow each other.</summary>
    private const int Apart = 3, Follows = 5;

    private readonly List<StatementReading> _statements;
    private readonly Dictionary<string, (int First, int Count)> _bySpeaker;
    private readonly HashSet<string> _answered;
    private readonly Dictionary<string, FoundPair> _answers = new(StringComparer.Ordinal);
    private readonly Oppositions _oppositions;
    private readonly WordRarity _rarity;

    /// <param name="places">The statements, in text order.</param>
    /// <param name="found">What statements of the article answer by their own words.</param>
    /// <param name="oppositions">Of the story.</param>
    /// <param name="rarity">Of the story's words.</param>
    /// <param name="sentence">The text of an article's sentence by its number, null where there is none.</param>
    public ReplyCandidates(List<StatementPlace> places, IReadOnlyList<FoundPair> found, Oppositions oppositions, WordRarity rarity, Func<string, int, string?>? sentence)
    {
        var title = WordReader.Read(places[0].Statement.Passage.Article.Title ?? "").Where(word => !word.Is(WordTraits.Stop)).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        (_oppositions, _rarity) = (oppositions, rarity);
        _statements = [.. places.Select((place, i) => new StatementReading(place, i, i > 0 ? places[i - 1] : null, LeadOf(places, i, sentence), title))];
        _bySpeaker = _statements.GroupBy(statement => statement.Speaker, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (group.First().At, group.Count()), StringComparer.Ordinal);
        _answered = [.. found.Select(pair => pair.Claim.Id)];
        foreach (var pair in found)
        {
            _answers.TryAdd(pair.Answer.Id, pair);
        }
    }

    /// <summary>The claims that one of the statements may answer, the nearest above first, those below last.</summary>
    public IEnumerable<ReplyCandidate> Of(int at)
    {
        var (answer, between) = (_statements[at], new List<StatementReading>());
        var hasSpoken = false;
        foreach (var claim in Above(at))
        {
            if (IsOwn(claim, answer))
            {
                hasSpoken |= claim.At < at - 1;
                continue;
            }

            yield return Make(claim, answer) with
            {
                Between = between.Where(other => !other.Place.Party.IsAlso(claim.Place.Party)).DistinctBy(other => other.Speaker, StringComparer.Ordinal).Count(),
                IsLastOfClaimant = !between.Exists(other => other.Place.Party.IsAlso(claim.Place.Party)),
                HasSpokenBetween = hasSpoken,
            };
            between.Add(claim);
        }

        foreach (var claim in at < First ? _statements.Skip(at + 1).Take(Below).Where(claim => !IsOwn(claim, answer)) : [])
        {
            yield return Make(claim, answer);
        }
    }

    /// <summary>Of the statements before one those that are looked at, the nearest first.</summary>
    private IEnumerable<StatementReading> Above(int at)
    {
        var from = Math.Max(0, at - Back);
        return _statements.Take(Math.Min(First, from)).Concat(_statements.GetRange(from, at - from)).Reverse();
    }

    private static bool IsOwn(StatementReading claim, StatementReading answer) => claim.Place.Id == answer.Place.Id || claim.Place.Party.IsAlso(answer.Place.Party);

    private ReplyCandidate Make(StatementReading claim, StatementReading answer)
    {
        var shared = _rarity.Shared(claim.Place, answer.Place);
        return new ReplyCandidate(claim, answer)
        {
            Shared = shared,
            Likeness = _rarity.Likeness(shared),
            IsRare = word => _rarity.Of(word) > 0,
            Statements = _statements.Count,
            HasSpokenBefore = _bySpeaker[answer.Speaker].First < answer.At,
            OfClaimant = _bySpeaker[claim.Speaker].Count,
            OfAnswerer = _bySpeaker[answer.Speaker].Count,
            IsInTurn = _answers.TryGetValue(claim.Place.Id, out var pair) && pair.Claim.Party.IsAlso(answer.Place.Party),
            IsAnswered = _answered.Contains(claim.Place.Id),
            GoesOn = answer.Before is { } before && before.Party.IsAlso(answer.Place.Party) && _answers.TryGetValue(before.Id, out var last) && last.Claim.Id == claim.Place.Id,
            Opposed = _oppositions.Of(claim.Place, answer.Place),
        };
    }

    /// <summary>“Kern sees it differently. ‘…,’ he said.”: the sentence before words that begin their own, where it is about whoever says them.</summary>
    private static Frame LeadOf(List<StatementPlace> places, int at, Func<string, int, string?>? sentence)
    {
        var (answer, before) = (places[at], at > 0 ? places[at - 1] : null);
        var isTheirs = before is not null && before.Party.IsAlso(answer.Party);
        if (answer.Start > answer.Passage.Start + 1 || (before is not null && answer.Passage.Start - before.Passage.End <= Apart && !isTheirs)
            || !answer.IsFirstPlace || sentence?.Invoke(answer.Article, answer.Statement.Passage.Sentence - 1) is not { } text)
        {
            return Frame.Empty;
        }

        var lead = Frame.Of(text, answer.Party);
        return answer.Party.IsNamedIn(lead.Words) || lead.Words is [{ Form: "he" or "she" or "they" }, ..] || (isTheirs && answer.From(before!) <= Follows) ? lead : Frame.Empty;
    }
}
