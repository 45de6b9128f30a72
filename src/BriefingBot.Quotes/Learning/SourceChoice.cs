using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// Chooses the source of what stands, once its words are known: the labellings decide on words and source together, in a window, and seldom
/// see that “he” two commas before is the subject of three cues.
/// </summary>
internal sealed class SourceChoice(BoostedTrees trees)
{
    /// <summary>From this share on, of 1, a source is taken as it is.</summary>
    private const float Sure = 0.9f;

    /// <summary>The attributions with the likeliest source of each.</summary>
    public List<Attribution> Of(Reading text, TokenFeatures tokens, Tallies tallies, CueSources?[] sources, List<Attribution> chosen)
    {
        var facts = new SourceFacts(text, tokens, tallies);
        return chosen.ConvertAll(attribution => attribution.Cue is { } cue && !IsSure(attribution, sources[cue.Verb])
            ? WithLikeliest(facts, new SourceCandidates(text, sources, attribution, cue)) : attribution);
    }

    /// <summary>Whether nearly all that the labellings give to chance is one source, and the rules have no other: half of what is chosen needs no second look.</summary>
    public static bool IsSure(Attribution attribution, CueSources? found) => found?.Labelled is [var likeliest, ..] && likeliest.Share >= Sure
        && likeliest.Mention == attribution.Mention && (found.Rule is not { Mention: { IsEmpty: false } other } || other == attribution.Mention);

    private Attribution WithLikeliest(SourceFacts facts, SourceCandidates candidates)
    {
        Span<float> buffer = stackalloc float[SourceFacts.Count];
        var cue = new FactList(buffer);
        facts.ReadCue(candidates, ref cue);
        var (likeliest, most) = (TokenRun.None, float.MinValue);
        foreach (var candidate in candidates.All)
        {
            var row = cue;
            facts.Read(candidates, candidate, ref row);
            var sum = trees.Sum(row.Row);
            (likeliest, most) = sum > most ? (candidate, sum) : (likeliest, most);
        }

        var given = candidates.Attribution;
        return likeliest == given.Mention ? given
            : given with { Mention = likeliest, Rule = CueSources.RuleOf(likeliest, candidates.Own?.Rule) };
    }
}
