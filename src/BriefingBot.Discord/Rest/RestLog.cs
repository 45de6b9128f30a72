using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Rest;

/// <summary>What the client tells the operator: routes with placeholders, numbers, nothing that anybody wrote.</summary>
internal static partial class RestLog
{
    [LoggerMessage(LogLevel.Warning, "{Endpoint} is over a rate limit ({Scope}); it may go on after {Seconds} s.")]
    public static partial void Limited(ILogger log, Endpoint endpoint, LimitScope scope, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Endpoint} failed ({Ending}, status {Status}) and is tried again in {Seconds} s.")]
    public static partial void Again(ILogger log, Endpoint endpoint, Ending ending, int? status, double seconds);

    [LoggerMessage(LogLevel.Warning, "{Endpoint} was not answered within {Seconds} s and is asked besides.")]
    public static partial void Besides(ILogger log, Endpoint endpoint, double seconds);

    [LoggerMessage(LogLevel.Error, "Discord refused {Count} requests within ten minutes, and bans addresses that go on: until fewer are on record, {What}.")]
    public static partial void Guarded(ILogger log, int count, string what);

    [LoggerMessage(LogLevel.Critical, "Discord does not accept the bot's token (Discord:Token): nothing more is asked with it.")]
    public static partial void TokenRefused(ILogger log);
}
