namespace BriefingBot.Quotes.Quotations;

/// <summary>Says in one sentence why a quotation is one and why it is given to its speaker.</summary>
internal static class Reasons
{
    /// <summary>“The words stand in quotation marks and “said” follows them; “he” is taken for …, who spoke last.”</summary>
    public static string Of(Reading text, Attribution attribution, QuotationKind kind, ResolvedSource? source)
    {
        var words = Words(text, attribution, kind);
        return source is null ? $"{words}; the article does not say who." : $"{words}; {source.Why.TrimEnd('.')}.";
    }

    private static string Words(Reading text, Attribution attribution, QuotationKind kind)
    {
        var cue = attribution.Cue is { } found ? text.Span(found.Group).Of(text.Text.Text) : "";
        var marks = kind switch
        {
            QuotationKind.Direct => "The words stand in quotation marks and ",
            QuotationKind.Partly => "Some of the words stand in quotation marks and ",
            _ => "",
        };
        var link = attribution switch
        {
            { Rule: MentionRule.According } => $"“{cue}” gives the source of the words beside it",
            { Rule: MentionRule.TrailingName } => "a name follows them after a dash",
            { Rule: MentionRule.Transcript } => "a colon introduces them",
            { Frame: Frame.Before } => $"“{cue}” follows them",
            { Frame: Frame.That } => $"“{cue}” introduces them with “that”",
            _ => $"“{cue}” introduces them",
        };
        return kind is QuotationKind.Paraphrase ? Capitalized(link.Replace("them", "the words", StringComparison.Ordinal)) : marks + link;
    }

    private static string Capitalized(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
