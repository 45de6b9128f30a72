namespace BriefingBot.Search.Claims;

/// <summary>Two statements of one article, the second of which may answer the first.</summary>
/// <param name="Claim">Which may be answered.</param>
/// <param name="Answer">Which may answer it.</param>
internal sealed record ReplyCandidate(StatementReading Claim, StatementReading Answer)
{
    /// <summary>Rare words of both, as stems.</summary>
    public required IReadOnlyList<string> Shared { get; init; }

    /// <summary>How much the two speak of the same, 0 to 1.</summary>
    public required double Likeness { get; init; }

    /// <summary>Whether a stem is rare enough to tell something.</summary>
    public required Func<string, bool> IsRare { get; init; }

    /// <summary>Statements of the article.</summary>
    public required int Statements { get; init; }

    /// <summary>How many others spoke between the two.</summary>
    public int Between { get; init; }

    /// <summary>Whether whoever claims says nothing else before the answer.</summary>
    public bool IsLastOfClaimant { get; init; } = true;

    /// <summary>Whether whoever answers said something else between the two.</summary>
    public bool HasSpokenBetween { get; init; }

    /// <summary>Whether whoever answers has spoken in the article before.</summary>
    public bool HasSpokenBefore { get; init; }

    /// <summary>Statements of whoever claims, and of whoever answers, in the article.</summary>
    public int OfClaimant { get; init; }

    /// <inheritdoc cref="OfClaimant"/>
    public int OfAnswerer { get; init; }

    /// <summary>Whether the claim answers, by its own words, whoever answers it.</summary>
    public bool IsInTurn { get; init; }

    /// <summary>Whether another statement answers the claim by its own words.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>Whether whoever answers has answered the claim in the statement before, by its own words.</summary>
    public bool GoesOn { get; init; }

    /// <summary>How often the two answer each other elsewhere in the story, by their own words.</summary>
    public int Opposed { get; init; }

    /// <summary>Whether the claim stands below its answer.</summary>
    public bool IsBelow => Claim.At > Answer.At;

    /// <summary>Characters between the sentences of the two, where the claim stands above.</summary>
    public int Gap => Answer.Place.From(Claim.Place);
}
