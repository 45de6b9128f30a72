namespace BriefingBot.Search.Claims;

/// <summary>What of a statement tells whether it answers another.</summary>
internal static class AnswerFacts
{
    /// <summary>So early it says that something is not; takes something up; speaks to somebody. In words.</summary>
    private const int Early = 6, TakenUp = 8, Addressed = 5;

    /// <summary>No longer is “she did”, “he had never agreed to that”, in words.</summary>
    private const int Elliptic = 7;

    /// <summary>More tells no more: words, words around it, characters.</summary>
    private const int Longest = 60, MostAround = 30, Furthest = 1000;

    public static FactTable<StatementReading> Table { get; } = AddFrames(AddCue(AddWords(SpeakerFacts.AddTo(new FactTable<StatementReading>(), "answer by"))));

    private static FactTable<StatementReading> AddWords(FactTable<StatementReading> table) => table
        .Is("answer ends asking", answer => answer.Place.EndsAsking)
        .Is("answer is a turn", answer => answer.Place.IsSpokenTurn)
        .Is("answer says not early", answer => answer.Begins(Early, ReplyWords.Negations))
        .Is("answer says not", answer => answer.Holds(ReplyWords.Negations))
        .Is("answer says untrue", answer => answer.Holds(SpeechWords.Untrue))
        .Is("answer is elliptic", answer => answer.Place.Words.Count <= Elliptic && ReplyWords.Ends.Contains(answer.Place.Words[^1].Form))
        .Is("answer denies flatly", answer => FlatDenial.Begins(answer.Place.Statement.Passage.Quotation!.Text, answer.Place.Words, answer.Place.IsQuoted))
        .Is("answer judges", answer => new Opening(answer.Place.Statement.Passage.Quotation!.Text, answer.Place.Words).Judges)
        .Is("answer takes up", answer => answer.Begins(TakenUp, ReplyWords.TakingUp))
        .Is("answer of own", answer => answer.Holds(ReplyWords.Own))
        .Is("answer to you", answer => answer.Begins(Addressed, ReplyWords.You))
        .Is("answer yes or no", answer => answer.Begins(1, ReplyWords.YesOrNo))
        .Is("answer begins with pronoun", answer => answer.Begins(1, ReplyWords.Pronouns))
        .Is("answer begins with if", answer => answer.Place.Words[0].Form == "if")
        .Number("answer words", answer => Math.Min(Longest, answer.Place.Words.Count))
        .Number("answer kind", answer => (int)answer.Place.Statement.Passage.Quotation!.Kind)
        .Number("answer words of title", answer => answer.OfTitle);

    private static FactTable<StatementReading> AddCue(FactTable<StatementReading> table) => table
        .Is("answer said", answer => answer.Place.IsSaid)
        .Is("answer adds", answer => answer.Place.Adds)
        .Is("answer plainly said", answer => answer.IsCuedBy(ReplyWords.Plain))
        .Is("answer without cue", answer => answer.Place.HasNoCue)
        .Is("answer denies", answer => CueOf(answer).Denies)
        .Is("answer replies", answer => CueOf(answer).Replies)
        .Is("answer supports", answer => CueOf(answer).Supports)
        .Is("answer doubts", answer => CueOf(answer) is { Doubts: true } or { Turns: true })
        .Is("answer gives a name", answer => CueOf(answer).Names)
        .Is("answer holds against", answer => answer.IsToldBy(ReplyWords.Holding))
        .Is("answer attacks", answer => answer.IsToldBy(ReplyWords.Attacking))
        .Number("answer by own words", answer => answer.Place.Answer is { } reading ? 1 + (int)reading.To : 0)
        .Is("answer denies by own words", answer => answer.Place.Answer?.Denies == true);

    private static FactTable<StatementReading> AddFrames(FactTable<StatementReading> table) => table
        .Is("answer contrasts", answer => answer.Around.Contrasts)
        .Is("answer contrasts before", answer => answer.Lead.Contrasts)
        .Is("answer turns away", answer => answer.Around.TurnsAway || answer.Lead.TurnsAway)
        .Is("answer differs", answer => answer.Around.Differs || answer.Lead.Differs)
        .Is("answer is asked for", answer => answer.Around.IsAsked || answer.Lead.IsAsked)
        .Is("answer is called one", answer => answer.Around is { Answered: not null, IsAsked: false } || answer.Lead is { Answered: not null, IsAsked: false })
        .Number("answer words around", answer => Math.Min(MostAround, answer.Around.Words.Count))
        .Number("answer from statement before", answer => answer.Before is null ? -1 : Math.Min(Furthest, answer.Place.From(answer.Before)))
        .Is("answer after own", answer => answer.Before is not null && (answer.Before.Id == answer.Place.Id || answer.Before.Party.IsAlso(answer.Place.Party)));

    private static Cue CueOf(StatementReading answer) => Cue.Of(answer.Place.Statement.Passage.Quotation!.Cue);
}
