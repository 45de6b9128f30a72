namespace BriefingBot.Discord.Rest;

/// <summary>How an attempt ended.</summary>
internal enum Ending
{
    /// <summary>Discord did as asked, and what it answered was understood.</summary>
    Done,

    /// <summary>Discord answered with an error.</summary>
    Refused,

    /// <summary>Discord did as asked; its answer broke off or cannot be read.</summary>
    Unreadable,

    /// <summary>No connection came about: nothing has been sent.</summary>
    NotSent,

    /// <summary>The connection broke: Discord may have done as asked.</summary>
    Lost,

    /// <summary>No answer in time: Discord may have done as asked.</summary>
    TimedOut,
}

/// <summary>What doing something twice does.</summary>
internal enum Twice
{
    /// <summary>The same as doing it once.</summary>
    Harmless,

    /// <summary>The same as once, if it is done soon: a message with an enforced nonce.</summary>
    HarmlessSoon,

    /// <summary>Nothing but an error that tells so: the first answer to an interaction, of which Discord takes one.</summary>
    Noticed,

    /// <summary>Something else: another message.</summary>
    Harmful,
}

/// <summary>Whether an attempt is made again. 429 is not an attempt that failed: it waits, in its bucket.</summary>
internal static class Repetition
{
    /// <summary>Discord's number for an interaction that has been answered: topics/opcodes-and-status-codes, JSON Error Codes.</summary>
    private const int AlreadyAnswered = 40060;

    /// <summary>Waits after which the same request is given up, although the rate limit asked for each.</summary>
    public const int Waits = 10;

    /// <summary>Discord looks for a nonce among the messages of “the past few minutes”: this is soon for certain.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private const int Attempts = 4;

    /// <summary>As many as begin within its three seconds.</summary>
    private const int AttemptsOfCallback = 6;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);

    /// <summary>An answer to an interaction has three seconds in all.</summary>
    private static readonly TimeSpan FirstOfCallback = TimeSpan.FromSeconds(0.1);

    /// <summary>Whether to try again after an attempt that ended so.</summary>
    /// <param name="ending">Not <see cref="Ending.Done"/>.</param>
    /// <param name="status">The answer's; null without one.</param>
    /// <param name="twice">What a second time does.</param>
    public static bool IsSafe(Ending ending, int? status, Twice twice) => ending switch
    {
        Ending.NotSent => true,
        Ending.Lost or Ending.TimedOut or Ending.Unreadable => twice != Twice.Harmful,
        Ending.Refused => twice != Twice.Harmful && IsPassing(status),
        _ => false,
    };

    /// <summary>In all.</summary>
    public static int Most(EndpointKind kind) => kind == EndpointKind.Callback ? AttemptsOfCallback : Attempts;

    /// <summary>Whether this refusal tells that an earlier attempt arrived.</summary>
    /// <param name="code">Discord's number.</param>
    /// <param name="course">With the attempts before.</param>
    public static bool TellsOfArrival(int? code, Course course) =>
        course is { Twice: Twice.Noticed, ArrivedAt: not null } && code == AlreadyAnswered;

    /// <summary>Whether Discord may have done what was asked for in spite of this ending.</summary>
    public static bool MayHaveArrived(Ending ending, int? status) =>
        ending is Ending.Lost or Ending.TimedOut or Ending.Unreadable || (ending == Ending.Refused && status >= 500);

    /// <summary>The pause before the next attempt; chance only lengthens it, by half at most.</summary>
    /// <param name="attempts">How many were made.</param>
    /// <param name="kind">What was asked.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan Pause(int attempts, EndpointKind kind, Func<double>? random) =>
        (kind == EndpointKind.Callback ? FirstOfCallback : First) * (1 << (attempts - 1)) * (1 + (0.5 * Math.Clamp(random?.Invoke() ?? 0, 0, 1)));

    /// <summary>Trouble of a server, Discord's own or what stands before it (52x).</summary>
    private static bool IsPassing(int? status) => status is 500 or 502 or 503 or 504 or (>= 520 and <= 524);
}
