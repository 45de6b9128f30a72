namespace BriefingBot.Quotes.Quotations;

/// <summary>Says in one sentence why a quotation is one and why it is given to its speaker.</summary>
internal static class Reasons
{
    public static string Of(Reading text, Attribution attribution, ResolvedSource? source)
    {
        var words = Words(text, attribution);
        return source is null ? words + "; the article does not say who." : words + "; " + source.Why;
    }

    private static string Words(Reading text, Attribution attribution)
    {
        var cue = attribution.Cue is { } found ? text.Span(found.Group).Of(text.Text.Text) : "";
        return attribution.Frame switch
        {
            Frame.Before when attribution.Rule is MentionRule.According => "“according to” gives the source of the words beside it",
            Frame.Before => $"“{cue}” follows the words",
            Frame.That => $"“{cue}” introduces the clause with “that”",
            Frame.Quote => $"“{cue}” introduces the words in quotation marks",
            Frame.Passive => $"“{cue}” reports what was said",
            _ => $"“{cue}” introduces the words",
        };
    }
}
