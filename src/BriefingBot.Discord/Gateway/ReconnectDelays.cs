namespace BriefingBot.Discord.Gateway;

/// <summary>
/// How long to wait before each attempt to connect to the Gateway again: the first almost at once, then after 1, 2, 4 … seconds, at most
/// 60. Chance only lengthens a delay, so that many bots do not come back in step. Discord's document: events/gateway, Disconnecting and Resuming.
/// </summary>
public static class ReconnectDelays
{
    /// <summary>The first delay, and so the least time between two attempts.</summary>
    public static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest delay before chance lengthens it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>The largest share that chance adds.</summary>
    public const double Jitter = 0.5;

    /// <summary>Delays without end. Begin anew with every READY or RESUMED.</summary>
    /// <param name="random">Numbers from 0 to 1, as of <see cref="Random.NextDouble"/>; asked once a delay.</param>
    public static IEnumerable<TimeSpan> Sequence(Func<double> random)
    {
        yield return Lengthened(First, random);
        for (var delay = TimeSpan.FromSeconds(1); ; delay = delay * 2 < Longest ? delay * 2 : Longest)
        {
            yield return Lengthened(delay, random);
        }
    }

    private static TimeSpan Lengthened(TimeSpan delay, Func<double> random) => delay * (1 + (Jitter * Math.Clamp(random(), 0, 1)));
}
