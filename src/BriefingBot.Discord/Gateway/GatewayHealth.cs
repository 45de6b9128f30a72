namespace BriefingBot.Discord.Gateway;

/// <summary>How the connection is, at one moment: for readiness checks and metrics. Counts are since the client was made.</summary>
public sealed record GatewayHealth
{
    /// <summary>There is an open connection.</summary>
    public bool Connected { get; init; }

    /// <summary>Events arrive: READY or RESUMED came on this connection.</summary>
    public bool Ready { get; init; }

    /// <summary>Id of the session, also while it waits to be resumed; null when there is none.</summary>
    public string? Session { get; init; }

    /// <summary>When Discord last acknowledged a heartbeat.</summary>
    public DateTimeOffset? LastAcknowledged { get; init; }

    /// <summary>From the last heartbeat sent to its acknowledgement.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>How long one heartbeat is after another, as Discord wants it; null before the first HELLO.</summary>
    public TimeSpan? HeartbeatInterval { get; init; }

    /// <summary>Connections opened.</summary>
    public long Connections { get; init; }

    /// <summary>Connections opened after the first.</summary>
    public long Reconnects => Math.Max(0, Connections - 1);

    /// <summary>Sessions that went on (RESUMED).</summary>
    public long Resumes { get; init; }

    /// <summary>Identifies sent: Discord allows 1,000 a day.</summary>
    public long Identifies { get; init; }

    /// <summary>Payloads that could not be read, or were longer than accepted, and were passed over.</summary>
    public long Unreadable { get; init; }
}

/// <summary>Keeps a <see cref="GatewayHealth"/>: written by one connection after another, read at any time.</summary>
internal sealed class GatewayVitals
{
    private readonly Lock _gate = new();
    private volatile GatewayHealth _now = new();

    public GatewayHealth Now => _now;

    public void Change(Func<GatewayHealth, GatewayHealth> change)
    {
        lock (_gate)
        {
            _now = change(_now);
        }
    }
}
