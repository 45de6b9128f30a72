using BriefingBot.Search.Words;

namespace BriefingBot.Search.Claims;

/// <summary>Where an answer stands: what the report says around it and before it.</summary>
/// <param name="Around">In its own sentences.</param>
/// <param name="Lead">In the sentence before, where that is about the same speaker; else empty.</param>
internal sealed record ReplyFrames(Frame Around, Frame Lead);

/// <summary>Sees what speaks for one statement's answering another.</summary>
internal sealed class ReplyEvidence(WordRarity rarity)
{
    /// <summary>Characters between the sentences of the two.</summary>
    private const int Follows = 5, Near = 500;

    /// <summary>So many words say whom a claim is made against, and what it is that is answered.</summary>
    private const int First = 5, Object = 4;

    /// <summary>So early somebody says that it is not so.</summary>
    private const int Early = 12;

    /// <summary>Likeness of two statements that may contradict each other.</summary>
    private const double Alike = 0.35;

    /// <param name="claim">Which may be answered.</param>
    /// <param name="answer">Which may answer it.</param>
    /// <param name="frames">Around the answer.</param>
    /// <param name="isBetween">Whether somebody else said something meanwhile.</param>
    /// <param name="inTurn">Whether the claim answers a statement of whoever answers it.</param>
    public ReplySigns Of(StatementPlace claim, StatementPlace answer, ReplyFrames frames, bool isBetween, bool inTurn)
    {
        var signs = new ReplySigns();
        _ = AddAnswer(signs, claim, answer, frames.Around) || AddAnswer(signs, claim, answer, frames.Lead);
        if (!signs.Has(ReplySign.AnswersThem) && SpeaksFor(answer, claim.Party, frames.Around))
        {
            return new ReplySigns();
        }

        var from = answer.From(claim);
        signs.Add(ReplySign.Beside, from is > 0 and <= Follows);
        signs.Add(ReplySign.Far, from > Near);
        signs.Add(ReplySign.Between, isBetween);
        signs.Add(ReplySign.Question, claim.Asks);
        signs.Add(ReplySign.InTurn, inTurn);
        signs.Add(ReplySign.Differs, frames.Lead.Differs);
        signs.Add(ReplySign.Contrasts, frames.Around.Contrasts || frames.Lead.Contrasts);
        signs.Add(ReplySign.TurnsAway, frames.Around.TurnsAway || frames.Lead.TurnsAway);
        // “Insisted on paying” holds against nobody.
        signs.Add(ReplySign.Holds, answer.Words is not [{ Form: [.., 'i', 'n', 'g'] }, ..] && answer.CueWords.Concat(frames.Around.Words).Any(word => ReplyWords.Holding.Contains(word.Form)));
        signs.Add(ReplySign.Untrue, answer.IsQuoted && answer.Words.Take(Early).Any(word => SpeechWords.Untrue.Contains(word.Form)));
        AddOpening(signs, claim, answer, from, isBetween);
        AddNames(signs, claim, answer, from <= Near && !isBetween);
        AddMatter(signs, claim, answer, from <= Near);
        return signs;
    }

    /// <summary>“Lund, a spokesman for Berg”: on Berg's side.</summary>
    private static bool SpeaksFor(StatementPlace answer, Party other, Frame frame) =>
        (frame.Words.Any(word => ReplyWords.Affiliated.Contains(word.Form)) && other.IsNamedIn(frame.Words))
        || (answer.Statement.Passage.Quotation!.Role is { } role && other.IsNamedIn(WordReader.Read(role)));

    private void AddOpening(ReplySigns signs, StatementPlace claim, StatementPlace answer, int from, bool isBetween)
    {
        // What a crowd chants takes nothing up.
        if (!isBetween && from <= Near && answer.IsQuoted && !answer.IsSpokenTurn && !answer.CueWords.Any(word => word.Stem is "chant" or "cheer"))
        {
            var opening = new Opening(answer.Statement.Passage.Quotation!.Text, answer.Words);
            signs.Add(ReplySign.ThrowsBack, from <= Follows && opening.TakesUp(word => claim.Matter.Contains(word.Stem) && rarity.Of(word.Stem) > 0 && !word.Is(WordTraits.Number)
                && !claim.Party.IsCalled([word.Form]) && !answer.Party.IsCalled([word.Form])));
            signs.Add(ReplySign.Judges, opening.Judges);
        }
    }

    private static void AddNames(ReplySigns signs, StatementPlace claim, StatementPlace answer, bool isNext)
    {
        var (named, names) = (claim.Names(answer.Party), answer.Names(claim.Party));
        signs.Add(ReplySign.Named, named);
        signs.Add(ReplySign.Names, names);
        signs.Add(ReplySign.Reports, names && answer.Reports(claim.Party));
        // “Criticised Kern for his remarks” may stand above the remarks themselves.
        signs.Add(ReplySign.Attacked, named && isNext && claim.CueWords.Any(word => ReplyWords.Attacking.Contains(word.Form))
            && answer.Party.IsNamedIn([.. claim.Words.Take(First)]) && !claim.Words.Any(word => SpeechWords.Said.Contains(word.Stem))
            && (answer.IsQuoted || answer.CueWords.Any(word => ReplyWords.Speech.Contains(word.Form))));
    }

    private void AddMatter(ReplySigns signs, StatementPlace claim, StatementPlace answer, bool isNear)
    {
        var shared = rarity.Shared(claim, answer);
        if (shared.Count == 0)
        {
            return;
        }

        var likeness = rarity.Likeness(shared);
        signs.Add(ReplySign.Shares, true, likeness);
        signs.Add(ReplySign.Contradicts, isNear && likeness >= Alike && shared.Exists(word => claim.IsNegated(word) != answer.IsNegated(word)));
        signs.Add(ReplySign.Echoes, answer.Echoes(claim));
    }

    /// <summary>Whether the report says that something is answered; a question of a reporter is nothing that a story tells.</summary>
    private bool AddAnswer(ReplySigns signs, StatementPlace claim, StatementPlace answer, Frame frame)
    {
        // “In response to Kern’s charge that …” of Kern's charge itself.
        if (frame.Answered is not { } answered || answered.Take(Object).Any(word => ReplyWords.Questioners.Contains(word.Form))
            || answer.Party.IsNamedIn([.. answered.TakeWhile((word, i) => i < 2 || answered[i - 1].Is(WordTraits.Titled))]))
        {
            return false;
        }

        // “Asked about Berg” asks about a person, “asked about Berg’s” about what is Berg's.
        var isTheirs = claim.Party.IsNamedIn(frame.IsAsked ? [.. answered.Where(word => word.Span.Length > word.Form.Length)] : answered);
        var isAnothers = answered.Any(word => word.Is(WordTraits.Capital) && !word.Is(WordTraits.Stop) && !word.Is(WordTraits.Time) && !answer.Party.IsCalled([word.Form]));
        var isMatter = answered.Any(word => !word.Is(WordTraits.Stop | WordTraits.Capital) && claim.Matter.Contains(word.Stem) && rarity.Of(word.Stem) > 0);
        signs.Add(ReplySign.AnswersThem, isTheirs);
        signs.Add(ReplySign.AnswersMatter, !isTheirs && isMatter);
        signs.Add(ReplySign.Answers, !isTheirs && !isMatter && !isAnothers && !frame.IsAsked);
        return isTheirs || isMatter || (!isAnothers && !frame.IsAsked);
    }
}
