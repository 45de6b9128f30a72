namespace BriefingBot.Quotes.Learning;

/// <summary>What stands against each proposal of an article: others of the same cue, and others that claim the same words.</summary>
internal sealed class Rivals
{
    /// <summary>Where there is no other.</summary>
    private const float Nothing = -20;

    /// <summary>By token: the likeliest proposal that claims it, and the likeliest of another cue.</summary>
    private readonly (int Cue, float Best, float Other)[] _claims;
    private readonly Dictionary<int, (int Count, float Best, float Second)> _byCue = [];

    public Rivals(List<Proposal> proposals, int tokens)
    {
        _claims = new (int, float, float)[tokens];
        Array.Fill(_claims, (int.MinValue, Nothing, Nothing));
        foreach (var proposal in proposals)
        {
            var (cue, logit) = (CueOf(proposal), proposal.FirstLogit);
            var (count, best, second) = _byCue.GetValueOrDefault(cue, (0, Nothing, Nothing));
            _byCue[cue] = logit > best ? (count + 1, logit, best) : (count + 1, best, Math.Max(second, logit));
            foreach (var run in proposal.Attribution.Contents)
            {
                foreach (ref var claim in _claims.AsSpan(run.First, run.End - run.First))
                {
                    claim = claim.Cue == cue ? claim with { Best = Math.Max(claim.Best, logit) }
                        : logit > claim.Best ? (cue, logit, claim.Best) : claim with { Other = Math.Max(claim.Other, logit) };
                }
            }
        }
    }

    /// <summary>How many proposals its cue has.</summary>
    public int Count(Proposal proposal) => _byCue[CueOf(proposal)].Count;

    /// <summary>The logit of the likeliest other proposal of its cue.</summary>
    public float OfCue(Proposal proposal)
    {
        var (_, best, second) = _byCue[CueOf(proposal)];
        return proposal.FirstLogit >= best ? second : best;
    }

    /// <summary>The logit of the likeliest proposal of another cue that claims one of its words.</summary>
    public float OfWords(Proposal proposal)
    {
        var most = Nothing;
        foreach (var run in proposal.Attribution.Contents)
        {
            for (var i = run.First; i < run.End; i++)
            {
                most = Math.Max(most, At(i, CueOf(proposal)));
            }
        }

        return most;
    }

    /// <summary>The logit of the likeliest proposal of another cue that claims its cue.</summary>
    public float OfCueWord(Proposal proposal) => proposal.Attribution.Cue is { } cue ? At(cue.Verb, CueOf(proposal)) : Nothing;

    private float At(int token, int cue) => _claims[token].Cue == cue ? _claims[token].Other : _claims[token].Best;

    /// <summary>The cue's token; for what has none a number that only those share which begin at the same token.</summary>
    private static int CueOf(Proposal proposal) => proposal.Attribution.Cue?.Verb ?? -1 - proposal.Attribution.First;
}
