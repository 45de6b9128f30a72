namespace BriefingBot.Discord.Gateway;

/// <summary>
/// Hands events to the owner and notes when that takes long. An owner may take an event on the reader's own thread: a change of threads for
/// each would cost more than reading it.
/// </summary>
internal sealed class OwnersPace(GatewayParts parts)
{
    private const long Nobody = -1;

    private long _tellingSince = Nobody;
    private volatile bool _wasSlow;

    /// <summary>False when the queue is full: then <see cref="TellAsync"/>.</summary>
    public bool TryTell(GatewayEvent told)
    {
        Volatile.Write(ref _tellingSince, told.Received);
        if (!parts.Events.TryWrite(told))
        {
            return false;
        }

        Told();
        return true;
    }

    /// <summary>Waits until the queue has room.</summary>
    public async Task TellAsync(GatewayEvent told, CancellationToken abandoned)
    {
        if (!_wasSlow)
        {
            parts.Log.HeldUp(parts.Options.ShardId, parts.Options.QueueLength);
            _wasSlow = true;
        }

        await parts.Events.WriteAsync(told, abandoned).ConfigureAwait(false);
        Told();
    }

    /// <summary>Whether an acknowledgement may lie unread because the owner was slow, now or since this was asked last.</summary>
    public bool WasSlow()
    {
        var was = _wasSlow || IsLong(Volatile.Read(ref _tellingSince));
        _wasSlow = false;
        return was;
    }

    private void Told()
    {
        _wasSlow |= IsLong(_tellingSince);
        Volatile.Write(ref _tellingSince, Nobody);
    }

    private bool IsLong(long since) => since != Nobody && parts.Time.GetElapsedTime(since) >= GatewayConnection.Patience;
}
