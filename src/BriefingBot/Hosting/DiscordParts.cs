using BriefingBot.Configuration;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>The one place where what connects to Discord and what answers on it are joined to the service.</summary>
internal static class DiscordParts
{
    /// <summary>Joins the parts that <paramref name="settings"/> ask for; nothing connects yet.</summary>
    /// <exception cref="ConfigurationException">This version does not connect.</exception>
    public static DiscordLink Connect(Settings settings, TimeProvider time, ILoggerFactory logs) =>
        throw new ConfigurationException(
            $"{ConfigurationKeys.DiscordToken} is set, but this version does not connect to Discord yet: it answers in the terminal. Try: chat");

    /// <summary>Numbers from 0 to 1, for delays; safe for any number of threads.</summary>
    public static Func<double> Chance(TimeProvider time)
    {
        var random = new Random(HashCode.Combine(Environment.ProcessId, time.GetTimestamp()));
        var drawing = new Lock();
        return () =>
        {
            lock (drawing)
            {
                return random.NextDouble();
            }
        };
    }
}
