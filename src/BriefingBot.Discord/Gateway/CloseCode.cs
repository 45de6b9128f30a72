using System.Collections.Frozen;

namespace BriefingBot.Discord.Gateway;

/// <summary>What to do after the Gateway's connection has closed.</summary>
public enum AfterClose
{
    /// <summary>Connect to the resume address and go on with the session: nothing is missed.</summary>
    Resume,

    /// <summary>Connect and begin a new session: this one is gone.</summary>
    Identify,

    /// <summary>Do not connect again: the same would happen, until somebody changes token or configuration.</summary>
    GiveUp,
}

/// <summary>A code that a connection was closed with.</summary>
/// <param name="Code">Discord's own begin with 4; those of WebSocket (RFC 6455, section 7.4.1) with 1.</param>
/// <param name="Then">What to do.</param>
/// <param name="Meaning">What happened, for the log.</param>
public sealed record CloseCode(int Code, AfterClose Then, string Meaning)
{
    /// <summary>
    /// The codes of which something is known. Discord's document: topics/opcodes-and-status-codes, Gateway Close Event Codes. Its
    /// “reconnect: true” resumes, but for the codes that say that there is no session to resume.
    /// </summary>
    public static IReadOnlyList<CloseCode> Known { get; } =
    [
        // Discord itself ends the session with a normal closure.
        new(1000, AfterClose.Identify, "closed normally by Discord"),
        new(1001, AfterClose.Resume, "the server is going away"),
        new(1002, AfterClose.Resume, "protocol error"),
        new(1003, AfterClose.Resume, "data of a kind that cannot be accepted"),
        new(1005, AfterClose.Resume, "closed without a code"),
        new(1006, AfterClose.Resume, "the connection was lost"),
        new(1007, AfterClose.Resume, "data that is not what it claims to be"),
        new(1008, AfterClose.Resume, "against the server's policy"),
        new(1009, AfterClose.Resume, "a message too large"),
        new(1010, AfterClose.Resume, "an extension is missing"),
        new(1011, AfterClose.Resume, "an unexpected condition on the server"),
        new(1012, AfterClose.Resume, "the server restarts"),
        new(1013, AfterClose.Resume, "the server asks to try again later"),
        new(1014, AfterClose.Resume, "a bad gateway on the way"),
        new(1015, AfterClose.Resume, "the TLS handshake failed"),
        new(4000, AfterClose.Resume, "an unknown error"),
        new(4001, AfterClose.Resume, "an opcode that Discord does not know was sent"),
        new(4002, AfterClose.Resume, "a payload that Discord cannot read was sent"),
        new(4003, AfterClose.Identify, "something was sent before identifying, or the session is no longer valid"),
        new(4004, AfterClose.GiveUp, "the token is wrong"),
        new(4005, AfterClose.Resume, "identified twice"),
        new(4007, AfterClose.Identify, "the sequence number to resume from is wrong"),
        new(4008, AfterClose.Resume, "too much was sent in too short a time"),
        new(4009, AfterClose.Identify, "the session timed out"),
        new(4010, AfterClose.GiveUp, "the shard is wrong"),
        new(4011, AfterClose.GiveUp, "the bot is in so many servers that it needs shards"),
        new(4012, AfterClose.GiveUp, "the Gateway's version is wrong"),
        new(4013, AfterClose.GiveUp, "an intent that does not exist was asked for"),
        new(4014, AfterClose.GiveUp, "an intent was asked for that the application may not use"),
    ];

    private static readonly FrozenDictionary<int, CloseCode> ByCode = Known.ToFrozenDictionary(known => known.Code);

    /// <summary>
    /// What <paramref name="code"/> means; null stands for a connection that ended without closing. A code that nobody documents is
    /// resumed from: where that is impossible, Discord answers so (opcode 9).
    /// </summary>
    public static CloseCode Of(int? code) => ByCode.GetValueOrDefault(code ?? 1006)
        ?? new CloseCode(code ?? 1006, AfterClose.Resume, "a code that is not documented");
}
