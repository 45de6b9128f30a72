namespace BriefingBot.Search.Claims;

/// <summary>What of a statement tells whether somebody answers it.</summary>
internal static class ClaimFacts
{
    /// <summary>A longer one is as good as this one, in words.</summary>
    private const int Longest = 60;

    public static FactTable<StatementReading> Table { get; } = SpeakerFacts.AddTo(new FactTable<StatementReading>(), "claim by")
        .Is("claim asks", claim => claim.Place.Asks)
        .Is("claim ends asking", claim => claim.Place.EndsAsking)
        .Is("claim is a turn", claim => claim.Place.IsSpokenTurn)
        .Is("claim in title", claim => claim.Place.IsInTitle)
        .Is("claim claimed", claim => claim.Place.IsClaimed)
        .Is("claim said", claim => claim.Place.IsSaid)
        .Is("claim attacks", claim => claim.IsCuedBy(ReplyWords.Attacking))
        .Is("claim demands", claim => claim.Holds(ReplyWords.Demanding))
        .Is("claim says not", claim => claim.Holds(ReplyWords.Negations))
        .Is("claim to you", claim => claim.Holds(ReplyWords.You))
        .Number("claim words", claim => Math.Min(Longest, claim.Place.Words.Count))
        .Number("claim kind", claim => (int)claim.Place.Statement.Passage.Quotation!.Kind)
        .Is("claim plainly said", claim => claim.IsCuedBy(ReplyWords.Plain))
        .Is("claim without cue", claim => claim.Place.HasNoCue)
        .Number("claim words of title", claim => claim.OfTitle);
}
