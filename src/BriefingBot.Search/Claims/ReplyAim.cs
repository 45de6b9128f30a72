using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>Whom a report says that a statement answers.</summary>
internal enum ReplyAim
{
    /// <summary>It does not say that it answers, or says that it answers something else.</summary>
    None,

    /// <summary>“Kern hit back, saying …”, and nobody else is named.</summary>
    Somebody,

    /// <summary>“Asked about the ferry, Kern said …”, where the claim is about the ferry.</summary>
    Matter,

    /// <summary>“Responding to Berg, Kern said …”.</summary>
    Claimant,
}

/// <summary>Reads whom a report says that a statement answers.</summary>
internal static class ReplyAims
{
    /// <summary>So many words say what it is that is answered.</summary>
    private const int Object = 4;

    public static ReplyAim Of(ReplyCandidate pair) =>
        Of(pair, pair.Answer.Around) is var aim && aim != ReplyAim.None ? aim : Of(pair, pair.Answer.Lead);

    /// <summary>A question of a reporter is nothing that a story tells.</summary>
    private static ReplyAim Of(ReplyCandidate pair, Frame frame)
    {
        var (claim, answer) = (pair.Claim.Place, pair.Answer.Place);
        // “In response to Kern’s charge that …” of Kern's charge itself.
        if (frame.Answered is not { } answered || answered.Take(Object).Any(word => ReplyWords.Questioners.Contains(word.Form))
            || answer.Party.IsNamedIn([.. answered.TakeWhile((word, i) => i < 2 || answered[i - 1].Is(WordTraits.Titled))]))
        {
            return ReplyAim.None;
        }

        // “Asked about Berg” asks about a person, “asked about Berg’s” about what is Berg's.
        var isTheirs = claim.Party.IsNamedIn(frame.IsAsked ? [.. answered.Where(word => word.Span.Length > word.Form.Length)] : answered);
        var isAnothers = answered.Any(word => word.Is(WordTraits.Capital) && !word.Is(WordTraits.Stop) && !word.Is(WordTraits.Time) && !answer.Party.IsCalled([word.Form]));
        return isTheirs ? ReplyAim.Claimant
            : answered.Any(word => !word.Is(WordTraits.Capital) && PairFacts.IsOfClaim(pair, word)) ? ReplyAim.Matter
            : !isAnothers && !frame.IsAsked ? ReplyAim.Somebody : ReplyAim.None;
    }
}
