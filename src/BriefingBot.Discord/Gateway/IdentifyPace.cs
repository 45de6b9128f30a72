namespace BriefingBot.Discord.Gateway;

/// <summary>
/// Who may identify when: shards with the same <c>shard_id % max_concurrency</c> one after the other, one every five seconds. Shared by all
/// shards of a process. Discord's document: events/gateway, Max Concurrency.
/// </summary>
public sealed class IdentifyPace
{
    /// <summary>Discord's five seconds, and a quarter for two Identifies that take unequally long to arrive.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(5.25);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, TimeSpan> _free = [];
    private readonly TimeProvider _time;
    private readonly long _begun;

    public IdentifyPace(TimeProvider time) => (_time, _begun) = (time, time.GetTimestamp());

    /// <summary>Waits for a turn, in the order of asking. Whoever got it should identify at once.</summary>
    /// <param name="shardId">From 0.</param>
    /// <param name="maxConcurrency">As Discord told it last; less than 1 counts as 1.</param>
    /// <param name="stop">Gives the turn back, unless somebody waits behind it.</param>
    public async Task TakeTurnAsync(int shardId, int maxConcurrency, CancellationToken stop)
    {
        var key = shardId % Math.Max(1, maxConcurrency);
        var (turn, wait) = Reserve(key);
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        try
        {
            await Task.Delay(wait, _time, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            GiveBack(key, turn);
            throw;
        }
    }

    /// <summary>The next turn, as time since the beginning, and how long until then.</summary>
    internal (TimeSpan Turn, TimeSpan Wait) Reserve(int key)
    {
        lock (_gate)
        {
            var now = _time.GetElapsedTime(_begun);
            var turn = _free.TryGetValue(key, out var free) && free > now ? free : now;
            _free[key] = turn + Apart;
            return (turn, turn - now);
        }
    }

    private void GiveBack(int key, TimeSpan turn)
    {
        lock (_gate)
        {
            if (_free[key] == turn + Apart)
            {
                _free[key] = turn;
            }
        }
    }
}
