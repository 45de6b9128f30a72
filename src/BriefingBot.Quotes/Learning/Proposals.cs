using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>What was proposed for an article, and for each token that is a likely cue what may be its source.</summary>
internal sealed record Proposed(List<Proposal> Proposals, CueSources?[] Sources);

/// <summary>Makes the proposals of an article: for each likely cue the learned spans, and what the rules found.</summary>
internal sealed class Proposals(CueScorer cues, SpanDecoder spans)
{
    /// <summary>Cues less likely than this, as a logit, are not looked at further: here one in eight is an attribution.</summary>
    public const float LeastCue = -1.9f;

    /// <summary>A labelling that is less likely than the best by more than this, as a logarithm, is not proposed.</summary>
    private const float MostBehind = 3;

    public Proposed Of(Reading text, TokenFeatures tokens, RuleHints rules, IReadOnlyList<Attribution> candidates)
    {
        var (found, sources) = (new List<Proposal>(), new CueSources?[text.Count]);
        var cueFeatures = new CueFeatures(text, tokens, rules);
        var spanFeatures = new SpanFeatures(text, tokens, rules);
        var window = new SpanWindow(text);
        foreach (var (i, score, speech) in cues.Score(cueFeatures, text.Count))
        {
            if (score < LeastCue)
            {
                if (rules.Candidate(i) is { } left)
                {
                    found.Add(new Proposal(left, Origin.Rules) { CueScore = score, SpeechScore = speech, SpanScore = 1 });
                }

                continue;
            }

            window.Read(i);
            spanFeatures.Read(window);
            var rule = rules.Candidate(i);
            var own = sources[i] = new CueSources(score, rule);
            Add(found, rule, Learned(text, tokens, window, spanFeatures, own), score, speech);
        }

        foreach (var candidate in candidates)
        {
            if (candidate.Cue is null)
            {
                found.Add(new Proposal(candidate, Origin.Rules) { CueScore = 9, SpeechScore = 9, SpanScore = 1 });
            }
        }

        Compare(found, text.Count);
        return new Proposed(found, sources);
    }

    /// <summary>
    /// What the window's likeliest labellings make of the cue, the likeliest first, with the logarithm of how likely each is: one for each
    /// content.
    /// </summary>
    private List<(Attribution Attribution, float LogProbability)> Learned(Reading text, TokenFeatures tokens, SpanWindow window, SpanFeatures features, CueSources sources)
    {
        var learned = new List<(Attribution Attribution, float LogProbability)>(SpanDecoder.Most);
        var count = spans.Decode(features, window.Count);
        for (var rank = 0; rank < count && spans.LogProbability(rank) > spans.LogProbability(0) - MostBehind; rank++)
        {
            if (LabeledSpans.Of(text, tokens, window, spans.Labels(rank), sources.Rule) is not { } one)
            {
                continue;
            }

            sources.Add(one.Mention, spans.LogProbability(rank));
            if (!learned.Exists(other => other.Attribution.Contents.SequenceEqual(one.Contents)))
            {
                learned.Add((one, spans.LogProbability(rank)));
            }
        }

        return learned;
    }

    private static void Add(
        List<Proposal> found, Attribution? rule, List<(Attribution Attribution, float LogProbability)> learned, float score, float speech)
    {
        var agreed = false;
        for (var rank = 0; rank < learned.Count; rank++)
        {
            var (attribution, logProbability) = learned[rank];
            var agreement = rule is null ? -1 : Agreement(rule.Contents, attribution.Contents);
            agreed |= agreement >= 1;
            found.Add(new Proposal(attribution, agreement >= 1 ? Origin.Both : Origin.Model)
            {
                CueScore = score,
                SpeechScore = speech,
                SpanScore = logProbability,
                Agreement = agreement,
                Behind = learned[0].LogProbability - logProbability,
                Rank = rank,
                Rival = rank > 0 ? learned[0].Attribution : learned.Count > 1 ? learned[1].Attribution : agreement < 1 ? rule : null,
            });
        }

        if (rule is not null && !agreed)
        {
            found.Add(new Proposal(rule, Origin.Rules)
            {
                CueScore = score,
                SpeechScore = speech,
                SpanScore = learned.Count == 0 ? 1 : learned[0].LogProbability,
                Agreement = learned.Count == 0 ? -1 : Agreement(rule.Contents, learned[0].Attribution.Contents),
                Rival = learned.Count == 0 ? null : learned[0].Attribution,
            });
        }
    }

    /// <summary>The tokens in both over the tokens in either.</summary>
    private static float Agreement(List<TokenRun> a, List<TokenRun> b)
    {
        int common = 0, all = 0;
        foreach (var x in a)
        {
            all += x.End - x.First;
            foreach (var y in b)
            {
                common += Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.First, y.First));
            }
        }

        foreach (var y in b)
        {
            all += y.End - y.First;
        }

        return (float)common / Math.Max(1, all - common);
    }

    /// <summary>Tells each proposal of the cues around it and within it.</summary>
    private static void Compare(List<Proposal> found, int tokens)
    {
        var outer = new float[tokens];
        Array.Fill(outer, -20);
        var cueAt = new float[tokens];
        Array.Fill(cueAt, -20);
        foreach (var proposal in found)
        {
            foreach (var run in proposal.Attribution.Contents)
            {
                for (var i = run.First; i < run.End; i++)
                {
                    outer[i] = Math.Max(outer[i], proposal.CueScore);
                }
            }

            if (proposal.Attribution.Cue is { } cue)
            {
                cueAt[cue.Verb] = proposal.CueScore;
            }
        }

        foreach (var proposal in found)
        {
            proposal.Outer = proposal.Attribution.Cue is { } cue ? outer[cue.Verb] : -20;
            foreach (var run in proposal.Attribution.Contents)
            {
                for (var i = run.First; i < run.End; i++)
                {
                    proposal.Inner = Math.Max(proposal.Inner, cueAt[i]);
                }
            }
        }
    }
}
