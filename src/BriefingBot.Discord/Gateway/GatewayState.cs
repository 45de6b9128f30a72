namespace BriefingBot.Discord.Gateway;

/// <summary>How far a connection is.</summary>
internal enum GatewayStage
{
    /// <summary>There is none; what still arrives on an old one counts for nothing.</summary>
    Apart,

    /// <summary>It is open, HELLO is to come.</summary>
    Open,

    /// <summary>It is not this shard's turn to identify yet.</summary>
    AwaitingTurn,

    /// <summary>READY is to come.</summary>
    Identifying,

    /// <summary>What was missed arrives, then RESUMED.</summary>
    Resuming,

    /// <summary>Events arrive.</summary>
    Ready,

    /// <summary>Discord refuses for good.</summary>
    Refused,
}

/// <summary>Where the next connection leads.</summary>
internal enum GatewayRoute
{
    /// <summary>To an address that is asked for now, to begin a session.</summary>
    Anew,

    /// <summary>To the session's own address.</summary>
    ToSession,

    /// <summary>With the session to the address of the first connection: its own does not answer.</summary>
    ToSessionElsewhere,
}

/// <summary>
/// The protocol, without a socket and a clock: one state, from one happening to the next. Over all connections of a client it is the same
/// state, since session and sequence outlive a connection. Discord's document: events/gateway, Connection Lifecycle.
/// </summary>
internal readonly record struct GatewayState
{
    /// <summary>Attempts at a session's own address before the first address is tried instead; by then some four seconds have passed.</summary>
    public const int AttemptsAtSession = 3;

    /// <summary>Attempts to resume at all; by then some six minutes have passed, and no session lives that long without a connection.</summary>
    public const int AttemptsToResume = 12;

    /// <summary>
    /// Attempts to go on with a session of an earlier process: it may have ended because of where the session is, and a new one costs less than
    /// minutes of silence.
    /// </summary>
    public const int AttemptsToInherit = 2;

    public GatewayStage Stage { get; init; }

    /// <summary>Null: there is none to resume.</summary>
    public GatewaySession? Session { get; init; }

    /// <summary>Whether the session is of an earlier process, and has not gone on here yet.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Number of the session's last event.</summary>
    public long? Sequence { get; init; }

    /// <summary>A heartbeat of the clock has been sent and not been acknowledged.</summary>
    public bool AwaitsAcknowledgement { get; init; }

    /// <summary>How often the connection was left or not even opened since READY or RESUMED came last.</summary>
    public int Attempts { get; init; }

    /// <summary>Wait one to five seconds before the next connection: Discord wants that before a new session after an invalid one.</summary>
    public bool RestFirst { get; init; }

    /// <summary>Why Discord refuses; only with <see cref="GatewayStage.Refused"/>.</summary>
    public CloseCode? Refusal { get; init; }

    public bool IsOver => Stage is GatewayStage.Apart or GatewayStage.Refused;

    public GatewayRoute Route => Session is null ? GatewayRoute.Anew
        : Attempts <= AttemptsAtSession ? GatewayRoute.ToSession : GatewayRoute.ToSessionElsewhere;

    /// <summary>Before the first connection.</summary>
    /// <param name="session">One of an earlier process to go on with.</param>
    public static GatewayState Begun(GatewaySession? session) => new() { Session = session, Sequence = session?.Sequence, IsInherited = session is not null };

    /// <summary>What follows from <paramref name="input"/>.</summary>
    public GatewayStep On(in GatewayInput input) => (Stage, input.What) switch
    {
        (GatewayStage.Apart, GatewayHappening.Opened) =>
            Stays(this with { Stage = GatewayStage.Open, AwaitsAcknowledgement = false, RestFirst = false }),
        (GatewayStage.Apart, GatewayHappening.NotOpened) => Left(),
        (GatewayStage.Apart or GatewayStage.Refused, _) => Stays(this),
        (_, GatewayHappening.Hello) => OnHello(),
        (GatewayStage.AwaitingTurn, GatewayHappening.TurnCame) =>
            new GatewayStep(this with { Stage = GatewayStage.Identifying, Sequence = null }, GatewayActs.Identify),
        (GatewayStage.Identifying or GatewayStage.Resuming, GatewayHappening.Ready) => OnReady(input),
        (GatewayStage.Resuming, GatewayHappening.Resumed) => (this with { Stage = GatewayStage.Ready, Attempts = 0, IsInherited = false }).OnEvent(input),
        (_, GatewayHappening.Ready or GatewayHappening.Resumed or GatewayHappening.Dispatch) => OnEvent(input),
        (_, GatewayHappening.BeatRequested) => new GatewayStep(this, GatewayActs.BeatIfRoom),
        (_, GatewayHappening.Acknowledged) => Stays(this with { AwaitsAcknowledgement = false }),
        (_, GatewayHappening.BeatDue) => OnBeatDue(input.HeldUp),
        (_, GatewayHappening.SessionInvalid) => OnSessionInvalid(input.Resumable),
        (_, GatewayHappening.Closed) => OnClosed(CloseCode.Of(input.CloseCode)),
        (GatewayStage.Open or GatewayStage.Identifying or GatewayStage.Resuming, GatewayHappening.Late) => Left(),
        (_, GatewayHappening.ReconnectRequested or GatewayHappening.Garbled or GatewayHappening.Stopped) => Left(),
        _ => Stays(this),
    };

    private static GatewayStep Stays(in GatewayState state) => new(state, GatewayActs.None);

    /// <summary>A second HELLO is passed over: heart and handshake have begun.</summary>
    private GatewayStep OnHello() => Stage != GatewayStage.Open ? Stays(this)
        : Session is null ? new GatewayStep(this with { Stage = GatewayStage.AwaitingTurn }, GatewayActs.StartHeart | GatewayActs.AwaitTurn)
        : new GatewayStep(this with { Stage = GatewayStage.Resuming }, GatewayActs.StartHeart | GatewayActs.Resume);

    /// <summary>A READY in answer to a Resume is a new session, whatever it is doing there; its numbers begin anew.</summary>
    private GatewayStep OnReady(in GatewayInput input) => new(
        this with { Stage = GatewayStage.Ready, Session = input.Session, Sequence = input.Sequence, Attempts = 0, IsInherited = false }, GatewayActs.Dispatch);

    /// <summary>
    /// Each event once: one whose number has been is a repetition of the replay. One without a number cannot be told from its repetition and
    /// is handed on. Before the handshake no session is there that it could belong to.
    /// </summary>
    private GatewayStep OnEvent(in GatewayInput input) =>
        Stage is GatewayStage.Open or GatewayStage.AwaitingTurn || input.Sequence <= Sequence ? Stays(this)
        : new GatewayStep(this with { Sequence = input.Sequence ?? Sequence }, GatewayActs.Dispatch);

    /// <summary>A heartbeat that was not acknowledged by the next ends the connection, whatever else arrives on it.</summary>
    private GatewayStep OnBeatDue(bool heldUp) => AwaitsAcknowledgement && !heldUp ? Left()
        : new GatewayStep(this with { AwaitsAcknowledgement = true }, GatewayActs.Beat);

    private GatewayStep OnSessionInvalid(bool resumable) => resumable && Session is not null ? Left()
        : (this with { Session = null, Sequence = null, RestFirst = true }).Left();

    private GatewayStep OnClosed(CloseCode code) => code.Then switch
    {
        AfterClose.GiveUp => new GatewayStep(this with { Stage = GatewayStage.Refused, Refusal = code }, GatewayActs.Leave),
        AfterClose.Identify => (this with { Session = null, Sequence = null }).Left(),
        _ => Left(),
    };

    private GatewayStep Left()
    {
        var resumes = Session is not null && Attempts < (IsInherited ? AttemptsToInherit - 1 : AttemptsToResume);
        return new GatewayStep(
            this with
            {
                Stage = GatewayStage.Apart,
                Attempts = Attempts + 1,
                Session = resumes ? Session : null,
                Sequence = resumes ? Sequence : null,
                IsInherited = resumes && IsInherited,
            },
            GatewayActs.Leave);
    }
}
