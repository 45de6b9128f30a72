using System.Globalization;

namespace BriefingBot.Search.Claims;

/// <summary>Tells a reader why a statement is taken for an answer to another.</summary>
internal static class ReplyReasons
{
    /// <summary>More of them nobody reads.</summary>
    private const int Most = 3;

    /// <summary>Characters within which a statement stands right after another.</summary>
    private const int Follows = 5;

    private static readonly Func<ReplyCandidate, bool> JudgesByFacts = OfAnswer("answer judges");

    /// <summary>The strongest first.</summary>
    private static readonly (Func<ReplyCandidate, bool> IsSeen, string Words)[] All =
    [
        (pair => ReplyAims.Of(pair) == ReplyAim.Claimant, "the report says that it answers this speaker"),
        (pair => ReplyAims.Of(pair) is ReplyAim.Matter or ReplyAim.Somebody, "the report says that it answers"),
        (pair => pair.Claim.Place.Asks, "the other is a question"),
        (Differs, "the report says that its speaker is of another opinion"),
        (OfAnswer("answer denies flatly"), "it begins by saying that something is not so"),
        (PairFacts.ThrowsBack, "it begins with the claim’s own words"),
        (Judges, "it judges what was said, or who said it"),
        (OfAnswer("answer denies", "answer doubts"), "its speaker is said to reject something"),
        (OfAnswer("answer replies"), "its speaker is said to reply"),
        (OfAnswer("answer holds against"), "its speaker is said to hold against something"),
        (pair => pair.Claim.IsCuedBy(ReplyWords.Attacking), "the claim is made against somebody"),
        (pair => pair.Claim.Place.Names(pair.Answer.Place.Party), "the claim names its speaker"),
        (pair => pair.Answer.Place.Names(pair.Claim.Place.Party), "it names whose claim it is"),
        (pair => pair.Answer.Around.Contrasts || pair.Answer.Lead.Contrasts, "the report sets it against what was told before"),
        (pair => pair.Likeness > 0, "both speak of the same thing"),
        (pair => !pair.IsBelow && pair.Gap <= Follows, "it stands right after the claim"),
    ];

    /// <summary>“Kern sees it differently.”</summary>
    public static bool Differs(ReplyCandidate pair) => pair.Answer.Around.Differs || pair.Answer.Lead.Differs;

    /// <summary>“He’s half right.”</summary>
    public static bool Judges(ReplyCandidate pair) => JudgesByFacts(pair);

    /// <param name="pair">The two.</param>
    /// <param name="likely">0 to 1; null where what is seen says so itself.</param>
    public static string Of(ReplyCandidate pair, double? likely = null)
    {
        var seen = All.Where(each => each.IsSeen(pair)).Take(Most).Select(each => each.Words).ToList();
        var because = seen.Count == 0 ? "of where the two stand and who speaks" : string.Join("; ", seen);
        return likely is null ? $"It is taken for an answer because {because}."
            : string.Create(CultureInfo.InvariantCulture, $"It is taken for an answer because {because} ({likely:P0} likely).");
    }

    /// <summary>Whether one of these facts is seen of the answer; where they stand is looked up once.</summary>
    private static Func<ReplyCandidate, bool> OfAnswer(params IReadOnlyList<string> names)
    {
        var at = names.Select(AnswerFacts.Table.IndexOf).ToArray();
        return pair => Array.Exists(at, fact => pair.Answer.AsAnswer[fact] > 0);
    }
}
