using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Quotes.Learning;

/// <summary>Which tokens are the content of a chosen proposal, and which cues are taken.</summary>
internal sealed class Claims(int tokens)
{
    private readonly bool[] _claimed = new bool[tokens];
    private readonly HashSet<int> _cues = [];

    /// <summary>The proposals taken so far.</summary>
    public HashSet<Proposal> Taken { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether its cue is not taken and stands in no content, and no token of its content is claimed.</summary>
    public bool AreFree(Attribution attribution)
    {
        if (attribution.Cue is { } cue && (_claimed[cue.Verb] || _cues.Contains(cue.Verb)))
        {
            return false;
        }

        foreach (var run in attribution.Contents)
        {
            if (_claimed.AsSpan(run.First, run.End - run.First).Contains(true))
            {
                return false;
            }
        }

        return true;
    }

    public void Take(Proposal proposal)
    {
        Taken.Add(proposal);
        Mark(proposal, true);
    }

    public void GiveBack(Proposal proposal)
    {
        Taken.Remove(proposal);
        Mark(proposal, false);
    }

    private void Mark(Proposal proposal, bool claimed)
    {
        foreach (var run in proposal.Attribution.Contents)
        {
            Array.Fill(_claimed, claimed, run.First, run.End - run.First);
        }

        if (proposal.Attribution.Cue is { } cue && !(claimed ? _cues.Add(cue.Verb) : _cues.Remove(cue.Verb)))
        {
            throw new InvalidOperationException("A cue has one attribution.");
        }
    }
}
