namespace BriefingBot.Quotes.Quotations;

/// <summary>What the rules find in an article.</summary>
/// <param name="Cues">In text order.</param>
/// <param name="Candidates">All, which may overlap.</param>
/// <param name="Turns">Those of them that the layout alone tells: turns of a talk, and names at the end of a paragraph.</param>
/// <param name="Chosen">Those of them that stand by the rules, in text order of their cues.</param>
internal sealed record RuleFindings(List<Cue> Cues, List<Attribution> Candidates, List<Attribution> Turns, List<Attribution> Chosen)
{
    public static RuleFindings Of(Reading text)
    {
        var cues = CueFinder.Find(text);
        var candidates = new AttributionCandidates(text).Of(cues);
        var turns = Quotations.Turns.Of(text);
        turns = Quotations.Turns.Prevail(text, turns, TrailingNames.OfWholeParagraphs(text));
        candidates.AddRange(turns);
        SpeechNouns.AddTo(candidates, text);
        Estimates.AddTo(candidates, text);
        Headlines.AddTo(candidates, text);
        Colons.AddTo(candidates, text);
        TrailingNames.AddTo(candidates, text);
        var chosen = AttributionChoice.Of(text, turns, candidates);
        var carried = CarriedOn.Find(text, chosen);
        candidates.AddRange(carried);
        chosen.AddRange(carried);
        return new RuleFindings(cues, candidates, turns, chosen);
    }
}
