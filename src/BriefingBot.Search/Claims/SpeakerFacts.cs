namespace BriefingBot.Search.Claims;

/// <summary>Who makes a statement, as facts.</summary>
internal static class SpeakerFacts
{
    /// <param name="table">Gets them.</param>
    /// <param name="whose">Begins their names.</param>
    public static FactTable<StatementReading> AddTo(FactTable<StatementReading> table, string whose) => table
        .Is($"{whose} one with a name", statement => statement.Place.Statement.Passage.Quotation!.Speakers.Count == 1)
        .Is($"{whose} several", statement => statement.Place.Statement.Passage.Quotation!.Speakers.Count > 1)
        .Is($"{whose} a body", statement => statement.IsCalled(ReplyWords.Bodies))
        .Is($"{whose} one who speaks for others", statement => statement.IsCalled(ReplyWords.SpeakingFor)
            || statement.Role.Any(word => ReplyWords.SpeakingFor.Contains(word.Form)))
        .Is($"{whose} a pronoun", statement => statement.Mention is [{ Form: "he" or "she" or "they" or "it" or "i" }])
        .Is($"{whose} nobody", statement => statement.Mention.Count == 0)
        .Is($"{whose} a document", statement => statement.IsCalled(ReplyWords.Documents));
}
