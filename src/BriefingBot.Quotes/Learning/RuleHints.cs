using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>
/// What the rules found in an article, told as features: the model learns where to trust them. A verb has the candidate that the rules
/// made of it, chosen or not.
/// </summary>
internal sealed class RuleHints
{
    private readonly Attribution?[] _byVerb;
    private readonly bool[] _chosen;
    private readonly bool[] _cues;
    private readonly int[] _within;

    public RuleHints(Reading text, RuleFindings found)
    {
        _within = new int[text.Count];
        _byVerb = new Attribution?[text.Count];
        _chosen = new bool[text.Count];
        _cues = new bool[text.Count];
        foreach (var cue in found.Cues)
        {
            _cues[cue.Verb] = true;
        }

        foreach (var candidate in found.Candidates)
        {
            if (candidate.Cue is { } cue)
            {
                _byVerb[cue.Verb] ??= candidate;
            }
        }

        foreach (var attribution in found.Chosen)
        {
            if (attribution.Cue is { } cue)
            {
                _chosen[cue.Verb] = true;
                _byVerb[cue.Verb] = attribution;
            }

            foreach (var run in attribution.Contents)
            {
                Array.Fill(_within, attribution.Cue is { } own ? own.Verb + 1 : -1, run.First, run.End - run.First);
            }
        }
    }

    public Attribution? Candidate(int verb) => verb >= 0 ? _byVerb[verb] : null;

    /// <summary>1 for a verb of which the rules made a candidate, and 2 more for one that they chose.</summary>
    public uint Told(int verb) => (Candidate(verb) is null ? 0u : 1u) | (IsChosen(verb) ? 2u : 0);

    public bool IsCue(int verb) => _cues[verb];

    public bool IsChosen(int verb) => verb >= 0 && _chosen[verb];

    /// <summary>Whether the token stands in what the rules take for the content of another cue.</summary>
    public bool IsWithin(int token) => _within[token] != 0 && _within[token] != token + 1;

    public bool IsClaimed(int token) => _within[token] != 0;
}
