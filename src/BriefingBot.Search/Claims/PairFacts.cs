using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>What of two statements tells whether the second answers the first.</summary>
internal static class PairFacts
{
    /// <summary>More tells no more: characters, statements, sentences, statements of an article.</summary>
    private const int Furthest = 4000, MostSteps = 30, MostSentences = 60, MostStatements = 60;

    /// <summary>More tells no more: places in the article, other speakers, statements of one speaker, words, answers.</summary>
    private const int MostPlaces = 40, MostOthers = 6, MostOfOne = 10, MostShared = 6, MostOpposed = 4, MostAround = 3;

    /// <summary>Words that say of whom a claim is.</summary>
    private const int First = 4;

    public static FactTable<ReplyCandidate> Table { get; } = AddWords(AddNames(AddPlaces(new FactTable<ReplyCandidate>())));

    private static FactTable<ReplyCandidate> AddPlaces(FactTable<ReplyCandidate> table) => table
        .Number("gap", pair => pair.IsBelow ? -1 : Math.Min(Furthest, pair.Gap))
        .Number("steps", pair => Math.Min(MostSteps, pair.Answer.At - pair.Claim.At))
        .Number("sentences", pair => Math.Clamp(SentenceOf(pair.Answer) - SentenceOf(pair.Claim), -MostSteps, MostSentences))
        .Number("others between", pair => Math.Min(MostOthers, pair.Between))
        .Is("last of claimant", pair => pair.IsLastOfClaimant)
        .Is("answerer spoke between", pair => pair.HasSpokenBetween)
        .Is("answerer spoke before", pair => pair.HasSpokenBefore)
        .Is("in turn", pair => pair.IsInTurn)
        .Is("claim is answered", pair => pair.IsAnswered)
        .Is("goes on", pair => pair.GoesOn)
        .Number("place of claim", pair => Math.Min(MostPlaces, pair.Claim.At))
        .Number("place of answer", pair => Math.Min(MostPlaces, pair.Answer.At))
        .Number("statements", pair => Math.Min(MostStatements, pair.Statements))
        .Number("of claimant", pair => Math.Min(MostOfOne, pair.OfClaimant))
        .Number("of answerer", pair => Math.Min(MostOfOne, pair.OfAnswerer))
        .Number("opposed", pair => Math.Min(MostOpposed, pair.Opposed));

    private static FactTable<ReplyCandidate> AddNames(FactTable<ReplyCandidate> table) => table
        .Is("of two that are known", pair => pair.Claim.Place.Party.IsOthersThan(pair.Answer.Place.Party))
        .Is("claim names answerer", pair => pair.Claim.Place.Names(pair.Answer.Place.Party))
        .Is("claim begins with answerer", pair => pair.Answer.Place.Party.IsNamedIn([.. pair.Claim.Place.Words.Take(First)]))
        .Is("claim speaks of answerer", pair => pair.Claim.Place.Matter.Overlaps(pair.Answer.Source))
        .Is("answerer named around claim", pair => pair.Answer.Place.Party.IsNamedIn(pair.Claim.Around.Words))
        .Is("answer names claimant", pair => pair.Answer.Place.Names(pair.Claim.Place.Party))
        .Is("answer reports claimant", pair => pair.Answer.Place.Names(pair.Claim.Place.Party) && pair.Answer.Place.Reports(pair.Claim.Place.Party))
        .Is("answer speaks of claimant", pair => pair.Answer.Place.Matter.Overlaps(pair.Claim.Source))
        .Is("claimant named around answer", pair => pair.Claim.Place.Party.IsNamedIn(pair.Answer.Around.Words) || pair.Claim.Place.Party.IsNamedIn(pair.Answer.Lead.Words))
        .Is("answerer speaks for claimant", SpeaksFor)
        .Number("answers", pair => (int)ReplyAims.Of(pair));

    private static FactTable<ReplyCandidate> AddWords(FactTable<ReplyCandidate> table) => table
        .Number("likeness", pair => pair.Likeness)
        .Number("shared words", pair => Math.Min(MostShared, pair.Shared.Count))
        .Is("one says not", pair => pair.Shared.Any(word => pair.Claim.Place.IsNegated(word) != pair.Answer.Place.IsNegated(word)))
        .Number("numbers", pair => pair.Claim.Numbers.Count == 0 || pair.Answer.Numbers.Count == 0 ? 0 : pair.Claim.Numbers.Overlaps(pair.Answer.Numbers) ? 1 : 2)
        .Is("another number", pair => pair.Answer.Amounts.Any(amount => pair.Claim.Amounts.TryGetValue(amount.Key, out var number) && number != amount.Value))
        .Is("echoes", pair => pair.Claim.Place.Matter.Overlaps(pair.Answer.Place.Matter) && pair.Answer.Place.Echoes(pair.Claim.Place))
        .Is("quotes", pair => pair.Answer.Quoted.Overlaps(pair.Claim.Place.Matter))
        .Is("throws back", ThrowsBack)
        .Is("repeats cue", pair => pair.Claim.CueStems.Overlaps(pair.Answer.Place.Matter) || pair.Answer.Around.Words.Any(word => pair.Claim.CueStems.Contains(word.Stem)))
        .Number("shared around answer", pair => Math.Min(MostAround, pair.Answer.Around.Words.Concat(pair.Answer.Lead.Words).Count(word => IsOfClaim(pair, word))));

    /// <summary>Whether a word is one of the claim's that tells something, and nobody's name.</summary>
    internal static bool IsOfClaim(ReplyCandidate pair, Word word) => !word.Is(WordTraits.Stop) && pair.Claim.Place.Matter.Contains(word.Stem) && pair.IsRare(word.Stem)
        && !pair.Claim.Place.Party.IsCalled([word.Form]) && !pair.Answer.Place.Party.IsCalled([word.Form]);

    private static int SentenceOf(StatementReading statement) => statement.Place.Statement.Passage.Sentence;

    /// <summary>“Lund, a spokesman for Berg”: on Berg's side.</summary>
    private static bool SpeaksFor(ReplyCandidate pair) => pair.Claim.Place.Party is var other
        && ((pair.Answer.Around.Words.Any(word => ReplyWords.Affiliated.Contains(word.Form)) && other.IsNamedIn(pair.Answer.Around.Words))
            || other.IsNamedIn(pair.Answer.Role));

    /// <summary>“Voluntarily! They were told to”: what a crowd chants takes nothing up.</summary>
    internal static bool ThrowsBack(ReplyCandidate pair) => pair is { IsBelow: false, Answer.Place: { IsQuoted: true, IsSpokenTurn: false } answer }
        && pair.Claim.Place.Matter.Overlaps(answer.Matter) && !answer.CueWords.Any(word => word.Stem is "chant" or "cheer")
        && new Opening(answer.Statement.Passage.Quotation!.Text, answer.Words).TakesUp(word => !word.Is(WordTraits.Number) && IsOfClaim(pair, word));
}
