namespace BriefingBot.Benchmarks.Discord;

/// <summary>One session: what was sent in it, to be sent again to whoever resumes.</summary>
internal sealed class FakeSession(string id)
{
    private readonly List<(long Sequence, long Interaction)> _sent = [];

    public string Id { get; } = id;

    /// <summary>The sequence number given last.</summary>
    public long Last { get; private set; }

    public long Next() => ++Last;

    /// <summary>The sequence number of an interaction's event.</summary>
    public long Add(long interaction)
    {
        _sent.Add((Next(), interaction));
        return Last;
    }

    /// <summary>The interactions after <paramref name="sequence"/>, oldest first.</summary>
    public IEnumerable<(long Sequence, long Interaction)> After(long sequence)
    {
        var from = _sent.Count;
        while (from > 0 && _sent[from - 1].Sequence > sequence)
        {
            from--;
        }

        return _sent.Skip(from);
    }
}
