namespace BriefingBot.Search.Claims;

/// <summary>Finds the claim that a statement answers without a word of denying or replying of its own: by what stands around the two.</summary>
/// <param name="rarity">Of the story's words.</param>
/// <param name="sentence">The text of an article's sentence by its number, null where there is none.</param>
internal sealed class ReplySearch(WordRarity rarity, Func<string, int, string?>? sentence)
{
    /// <summary>Statements before an answer among which its claim is looked for, and characters between the sentences of the two.</summary>
    private const int Furthest = 8, Stretch = 1500;

    /// <summary>Characters between a statement and the one before it that let a sentence stand between them; within fewer they follow each other.</summary>
    private const int Apart = 3, Follows = 5;

    private readonly ReplyEvidence _evidence = new(rarity);

    /// <summary>Null when nothing is certain enough.</summary>
    /// <param name="places">Of one article, in text order.</param>
    /// <param name="at">Of the answer.</param>
    /// <param name="answers">What was found in the article so far, by the identity of the answer.</param>
    public FoundPair? For(List<StatementPlace> places, int at, IReadOnlyDictionary<string, FoundPair> answers)
    {
        var answer = places[at];
        var claims = answer.IsSaid && !answer.Asks ? Claims(places, at).ToList() : [];
        if (claims.Count == 0)
        {
            return null;
        }

        var frames = new ReplyFrames(answer.FrameAfter(at > 0 ? places[at - 1] : null), LeadOf(places, at));
        var best = claims.Select(each => (each.Place, Signs: _evidence.Of(
                each.Place, answer, frames, each.IsBetween, answers.TryGetValue(each.Place.Id, out var pair) && pair.Claim.Party.IsAlso(answer.Party))))
            .Where(each => each.Signs.AreEnough).OrderByDescending(each => each.Signs.Score).FirstOrDefault();
        return best.Place is null ? null : new FoundPair(best.Place, answer, answer.Answer?.Denies == true && !best.Place.Asks, best.Signs.Why);
    }

    /// <summary>What others said shortly before, the nearest first, and whether anybody else spoke meanwhile. A headline repeats what stands below it.</summary>
    private static IEnumerable<(StatementPlace Place, bool IsBetween)> Claims(List<StatementPlace> places, int at)
    {
        var (answer, isBetween) = (places[at], false);
        for (var i = at - 1; i >= Math.Max(0, at - Furthest) && answer.From(places[i]) <= Stretch; i--)
        {
            var claim = places[i];
            if (claim.Id == answer.Id || claim.Party.IsAlso(answer.Party))
            {
                continue;
            }

            if (claim.IsSaid && claim.Party.IsOthersThan(answer.Party) && answer.From(claim) > 0 && !claim.IsInTitle)
            {
                yield return (claim, isBetween);
            }

            isBetween = isBetween || (i > 0 && !claim.Party.IsAlso(places[i - 1].Party));
        }
    }

    /// <summary>“Kern sees it differently. ‘…,’ he said.”: the sentence before words that begin their own, where it is about whoever says them.</summary>
    private Frame LeadOf(List<StatementPlace> places, int at)
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
