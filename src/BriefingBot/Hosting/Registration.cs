using System.Net;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>
/// Registers the commands at the start. Discord out of reach holds up nothing: they most likely stand as they did, and it is tried again.
/// </summary>
internal sealed partial class Registration(DiscordLink discord, Snowflake? application, TimeProvider time, Func<double> random, ILogger<Registration> log)
{
    /// <exception cref="DiscordRefusedException">The token is wrong.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        foreach (var delay in ReconnectDelays.Sequence(random))
        {
            try
            {
                var id = application ?? (await discord.Application(stop)).Id;
                await discord.Register(id, stop);
                LogRegistered();
                return;
            }
            catch (DiscordApiException wrong) when (wrong.Status == HttpStatusCode.Unauthorized)
            {
                throw TokenRefused(wrong);
            }
            catch (DiscordApiException refused) when (refused.IsFinal)
            {
                LogRefused(refused.Message);
                return;
            }
            catch (DiscordApiException unreached)
            {
                LogUnreached(unreached.Message, (int)delay.TotalSeconds);
            }

            await Task.Delay(delay, time, stop);
        }
    }

    /// <summary>What an answer of 401 means, whatever was asked.</summary>
    public static DiscordRefusedException TokenRefused(Exception refused) => new(
        "Discord refuses the token in Discord:Token. Copy it anew from https://discord.com/developers/applications, page Bot, or reset it there.", refused);

    [LoggerMessage(LogLevel.Information, "The commands are registered.")]
    private partial void LogRegistered();

    [LoggerMessage(LogLevel.Error, "The commands could not be registered, and trying again would not change that: {Why} “doctor” says more.")]
    private partial void LogRefused(string why);

    [LoggerMessage(LogLevel.Warning, "The commands could not be registered now: {Why} Next attempt in {Seconds} s.")]
    private partial void LogUnreached(string why, int seconds);
}
