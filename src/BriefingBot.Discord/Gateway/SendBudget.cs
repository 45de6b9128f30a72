namespace BriefingBot.Discord.Gateway;

/// <summary>
/// Counts what one connection sends: Discord closes it after more than 120 payloads in 60 seconds. Not safe for several threads. Discord's
/// document: events/gateway, Rate Limiting.
/// </summary>
internal sealed class SendBudget(TimeProvider time)
{
    public const int Limit = 120;

    /// <summary>Kept for heartbeats of the clock and the handshake. One heartbeat in 41 seconds is usual.</summary>
    public const int Kept = 12;

    /// <summary>Discord's minute, and a second for payloads that take unequally long to arrive.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(61);

    private readonly Queue<long> _sent = new();

    public void Take()
    {
        Forget();
        _sent.Enqueue(time.GetTimestamp());
    }

    /// <summary>Whether something may be sent that can be left out: the answer to a heartbeat request, when many come.</summary>
    public bool HasRoom()
    {
        Forget();
        return _sent.Count < Limit - Kept;
    }

    private void Forget()
    {
        while (_sent.TryPeek(out var first) && time.GetElapsedTime(first) >= Window)
        {
            _sent.Dequeue();
        }
    }
}
