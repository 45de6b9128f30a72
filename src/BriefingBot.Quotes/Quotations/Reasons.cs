namespace BriefingBot.Quotes.Quotations;

/// <summary>Says in one sentence why a quotation is one and why it is given to its speaker.</summary>
internal static class Reasons
{
    /// <summary>“The words stand in quotation marks and “said” follows them; “he” is taken for …, who spoke last.”</summary>
    public static string Of(Reading text, Attribution attribution, QuotationKind kind, ResolvedSource? source)
    {
        var cue = attribution.Cue is { } found ? text.Span(found.Group).In(text.Text.Text) : default;
        var (marks, words) = kind switch
        {
            QuotationKind.Direct => ("The words stand in quotation marks and ", "them"),
            QuotationKind.Partly => ("Some of the words stand in quotation marks and ", "them"),
            _ => ("", "the words"),
        };
        var a = marks.Length > 0 ? "a" : "A";
        var who = source is null ? "the article does not say who" : source.Why.AsSpan().TrimEnd('.');
        var rule = attribution switch
        {
            { Rule: MentionRule.According } => $"{marks}“{cue}” gives the source of the words beside it; {who}.",
            { Rule: MentionRule.TrailingName } => $"{marks}{a} name follows {words} after a dash; {who}.",
            { IsTurn: true, Rule: MentionRule.LineAbove } => $"The layout of a transcript gives the words, word for word: the speaker's name stands on the line above them; {who}.",
            { IsTurn: true, Place: TalkPlace.Interview } => $"The layout of an interview gives the words, word for word: a question to “you” stands before them; {who}.",
            { IsTurn: true } => $"The layout of a transcript gives the words, word for word: the speaker's name stands before their colon; {who}.",
            { Rule: MentionRule.Headline } => $"{marks}{a} headline has them beside their source; {who}.",
            { Place: TalkPlace.Answer } => $"{marks}{a} question stands before {words}, which they answer; {who}.",
            { Place: TalkPlace.Interview } => $"{marks}{a}n interview has them as an answer; {who}.",
            { Place: TalkPlace.InTurn } => $"{marks}{a} talk of two goes on in turns; {who}.",
            { Rule: MentionRule.CarriedOn } => $"{marks}{a} sentence or a heading about their speaker stands before {words}; {who}.",
            { Rule: MentionRule.Transcript } => $"{marks}{a} colon introduces {words}; {who}.",
            { Frame: Frame.Before } => $"{marks}“{cue}” follows {words}; {who}.",
            { Frame: Frame.That } => $"{marks}“{cue}” introduces {words} with “that”; {who}.",
            _ => $"{marks}“{cue}” introduces {words}; {who}.",
        };
        return attribution.IsSpeech is { } isSpeech ? $"{rule} {Judged(attribution.Score, isSpeech, cue)}" : rule;
    }

    private static string Judged(double probability, bool isSpeech, ReadOnlySpan<char> cue)
    {
        var sure = Math.Clamp((int)Math.Round(probability * 100), 1, 99);
        return isSpeech ? $"By what was learnt from marked news, this reports a statement in {sure} of 100 cases."
            : $"By what was learnt from marked news, “{cue}” tells in {sure} of 100 cases what somebody thinks, wants or does, more than words.";
    }
}
