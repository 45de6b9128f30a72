using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>The mentions that the stages before took for the source of one cue.</summary>
/// <param name="cueScore">How likely the cue is one, as a logit.</param>
/// <param name="rule">What the rules made of it.</param>
internal sealed class CueSources(float cueScore, Attribution? rule)
{
    private readonly List<LabelledSource> _labelled = [];

    public float CueScore => cueScore;

    public Attribution? Rule => rule;

    /// <summary>What the window's labellings have as the source, that of the likeliest labelling first.</summary>
    public IReadOnlyList<LabelledSource> Labelled => _labelled;

    /// <summary>Adds the source of the next likely labelling.</summary>
    public void Add(TokenRun mention, float logProbability)
    {
        mention = mention.OrNone;
        var at = _labelled.FindIndex(other => other.Mention == mention);
        if (at < 0)
        {
            _labelled.Add(new LabelledSource(mention, logProbability, MathF.Exp(logProbability)));
        }
        else
        {
            _labelled[at] = _labelled[at] with { Share = _labelled[at].Share + MathF.Exp(logProbability) };
        }
    }

    /// <summary>How a mention was found that is to be the cue's source: by the rule that found a word of it.</summary>
    public static MentionRule RuleOf(TokenRun mention, Attribution? rule) =>
        mention.IsEmpty ? MentionRule.None
        : rule is not null && rule.Mention.Overlaps(mention) ? rule.Rule : MentionRule.Subject;
}

/// <summary>A mention with what speaks for it.</summary>
/// <param name="Mention">Empty where a labelling has no source.</param>
/// <param name="LogProbability">How likely the likeliest labelling is that has it, as a natural logarithm.</param>
/// <param name="Share">How likely all labellings are that have it, 0 to 1.</param>
internal readonly record struct LabelledSource(TokenRun Mention, float LogProbability, float Share);
