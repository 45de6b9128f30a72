using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Gateway;

/// <summary>What the connection tells its operator; no token, no session, nobody's words.</summary>
internal static partial class GatewayLog
{
    [LoggerMessage(1, LogLevel.Debug, "Shard {Shard} connects to {Host}, {Route}")]
    public static partial void Connecting(this ILogger log, int shard, string host, GatewayRoute route);

    [LoggerMessage(2, LogLevel.Information, "Shard {Shard} is ready")]
    public static partial void IsReady(this ILogger log, int shard);

    [LoggerMessage(3, LogLevel.Information, "Shard {Shard} goes on with its session")]
    public static partial void Resumed(this ILogger log, int shard);

    [LoggerMessage(4, LogLevel.Information, "Shard {Shard}: connection closed with {Code}, {Meaning}")]
    public static partial void Closed(this ILogger log, int shard, int code, string meaning);

    [LoggerMessage(5, LogLevel.Information, "Shard {Shard} leaves the connection: {Reason}")]
    public static partial void Leaves(this ILogger log, int shard, string reason);

    [LoggerMessage(6, LogLevel.Warning, "Shard {Shard} could not connect (attempt {Attempt}): {Reason}")]
    public static partial void NotConnected(this ILogger log, int shard, int attempt, string reason);

    [LoggerMessage(7, LogLevel.Warning, "Shard {Shard}: Discord allows no further session now; waiting {Wait}")]
    public static partial void SessionsUsedUp(this ILogger log, int shard, TimeSpan wait);

    [LoggerMessage(8, LogLevel.Warning, "Shard {Shard}: a payload of {Length} bytes cannot be read and is passed over")]
    public static partial void Unreadable(this ILogger log, int shard, int length);

    [LoggerMessage(9, LogLevel.Warning, "Shard {Shard}: a payload of more than {Limit} bytes is passed over")]
    public static partial void TooLong(this ILogger log, int shard, int limit);

    [LoggerMessage(10, LogLevel.Warning, "Shard {Shard}: an interaction cannot be read at {Place}")]
    public static partial void UnreadableInteraction(this ILogger log, int shard, string place);

    [LoggerMessage(11, LogLevel.Warning, "Shard {Shard}: HELLO without a usable interval; beating every {Interval}")]
    public static partial void NoInterval(this ILogger log, int shard, TimeSpan interval);

    [LoggerMessage(12, LogLevel.Debug, "Shard {Shard}: event {Sequence} is a repetition or came before its time")]
    public static partial void Repeated(this ILogger log, int shard, long? sequence);

    [LoggerMessage(13, LogLevel.Error, "Shard {Shard}: reading the connection failed unexpectedly")]
    public static partial void ReadingFailed(this ILogger log, int shard, Exception exception);

    [LoggerMessage(14, LogLevel.Warning, "Shard {Shard}: {Waiting} events wait for their owner; reading pauses until there is room")]
    public static partial void HeldUp(this ILogger log, int shard, int waiting);

    [LoggerMessage(15, LogLevel.Debug, "Shard {Shard} connects again in {Wait}")]
    public static partial void Waits(this ILogger log, int shard, TimeSpan wait);
}
