namespace BriefingBot.Search.Claims;

/// <summary>Finds the claim that a statement answers without a word of denying or replying that says which: by what stands in the two and around them.</summary>
internal static class ReplySearch
{
    /// <summary>What is less likely a denial is shown as an answer.</summary>
    public const double LeastDenial = 0.5;

    /// <summary>A pair that is less likely is not shown. How many of those shown readers called right: docs/claims.md.</summary>
    private const double LeastAnswer = 0.4;

    /// <summary>Characters between the sentences of the two: where one follows the other, where it stands near, and in the same stretch.</summary>
    private const int Follows = 5, Near = 500, Stretch = 1500;

    /// <summary>Null when nothing is likely enough.</summary>
    /// <param name="candidates">The claims that a statement may answer, the nearest first.</param>
    public static FoundPair? For(IReadOnlyList<ReplyCandidate> candidates) =>
        candidates.FirstOrDefault(IsSaidToAnswer) is { } said ? new FoundPair(said.Claim.Place, said.Answer.Place, false, ReplyReasons.Of(said)) : Likeliest(candidates);

    /// <summary>
    /// Whether the report or the answer says that it answers. So little of that is in what the model learnt from that it would not dare; of 54
    /// such pairs there people called 39 right.
    /// </summary>
    private static bool IsSaidToAnswer(ReplyCandidate pair) => !pair.IsBelow && pair.Claim.Place is { IsInTitle: false, IsSaid: true } && pair.Claim.Place.Party.IsOthersThan(pair.Answer.Place.Party)
        && (ReplyAims.Of(pair) switch
        {
            ReplyAim.Claimant => pair.Gap <= Stretch,
            ReplyAim.Matter => pair is { Gap: <= Near, Between: 0 },
            // “Biden responded” may be to what no statement tells.
            ReplyAim.Somebody => pair.Gap <= Follows && (pair.Likeness > 0 || pair.Claim.Place.Names(pair.Answer.Place.Party)),
            _ => false,
        }
        || (pair.Gap <= Follows && PairFacts.ThrowsBack(pair)) || (pair is { Gap: <= Near, Between: 0 } && (ReplyReasons.Judges(pair) || ReplyReasons.Differs(pair))));

    private static FoundPair? Likeliest(IReadOnlyList<ReplyCandidate> candidates)
    {
        var (model, facts, row) = (ReplyModel.Shipped, new float[ReplyModel.Facts], new float[ReplyModel.Facts]);
        (ReplyCandidate? Pair, double Likely) best = (null, LeastAnswer);
        foreach (var pair in candidates)
        {
            ReplyModel.ReadFacts(pair, row);
            if (model.Answers(row) is var likely && likely >= best.Likely)
            {
                best = (pair, likely);
                row.CopyTo(facts, 0);
            }
        }

        return best.Pair is null ? null : new FoundPair(
            best.Pair.Claim.Place, best.Pair.Answer.Place, !best.Pair.Claim.Place.Asks && model.Denies(facts) >= LeastDenial, ReplyReasons.Of(best.Pair, best.Likely));
    }
}
