namespace BriefingBot.Discord.Gateway;

/// <summary>What can happen to a connection.</summary>
internal enum GatewayHappening
{
    /// <summary>The WebSocket is open.</summary>
    Opened,

    /// <summary>It could not be opened, or no address was to be had.</summary>
    NotOpened,

    /// <summary>Opcode 10.</summary>
    Hello,

    /// <summary>READY.</summary>
    Ready,

    /// <summary>RESUMED.</summary>
    Resumed,

    /// <summary>Any other event, of whatever name.</summary>
    Dispatch,

    /// <summary>Opcode 1: Discord wants a heartbeat now.</summary>
    BeatRequested,

    /// <summary>Opcode 11.</summary>
    Acknowledged,

    /// <summary>Opcode 7.</summary>
    ReconnectRequested,

    /// <summary>Opcode 9.</summary>
    SessionInvalid,

    /// <summary>An opcode that nobody documents, or something that cannot be read.</summary>
    Incomprehensible,

    /// <summary>From here on nothing more can be read, although the connection stands: its compression is out of step.</summary>
    Garbled,

    /// <summary>It is this shard's turn to identify.</summary>
    TurnCame,

    /// <summary>Time for a heartbeat.</summary>
    BeatDue,

    /// <summary>HELLO, READY or RESUMED has not come in time.</summary>
    Late,

    /// <summary>The connection has ended.</summary>
    Closed,

    /// <summary>The owner wants no more.</summary>
    Stopped,
}

/// <summary>Something that happened, with what it brought.</summary>
/// <param name="What">It happened.</param>
/// <param name="Sequence">Of an event: its number.</param>
internal readonly record struct GatewayInput(GatewayHappening What, long? Sequence = null)
{
    /// <summary>Of READY: the session; null when it cannot be resumed.</summary>
    public GatewaySession? Session { get; init; }

    /// <summary>Of <see cref="GatewayHappening.SessionInvalid"/>: it may be tried again all the same.</summary>
    public bool Resumable { get; init; }

    /// <summary>Of <see cref="GatewayHappening.Closed"/>; null when it ended without one.</summary>
    public int? CloseCode { get; init; }

    /// <summary>
    /// Of <see cref="GatewayHappening.BeatDue"/>: since the last heartbeat the owner was so slow that the acknowledgement may lie unread.
    /// </summary>
    public bool HeldUp { get; init; }
}

/// <summary>What to do.</summary>
[Flags]
internal enum GatewayActs
{
    None = 0,

    /// <summary>Begin with heartbeats.</summary>
    StartHeart = 1,

    /// <summary>Wait for the turn to identify.</summary>
    AwaitTurn = 2,

    Identify = 4,

    Resume = 8,

    /// <summary>Send a heartbeat.</summary>
    Beat = 16,

    /// <summary>Send a heartbeat, if the limit of sends has room.</summary>
    BeatIfRoom = 32,

    /// <summary>Hand the event to the owner.</summary>
    Dispatch = 64,

    /// <summary>Leave the connection, so that the session stays.</summary>
    Leave = 128,
}

/// <summary>The state after something happened, and what to do.</summary>
/// <param name="State">From now on.</param>
/// <param name="Acts">To be done.</param>
internal readonly record struct GatewayStep(GatewayState State, GatewayActs Acts);
