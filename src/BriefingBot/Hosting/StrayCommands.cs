using System.Collections.Concurrent;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Surfaces.Discord;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>
/// Takes away the commands that an earlier trial left in a server: who uses one of them gives it away. Once for each server and process.
/// </summary>
internal sealed partial class StrayCommands(Lazy<CommandRegistration> commands, Snowflake? server, ILoggerFactory logs)
{
    private readonly ConcurrentDictionary<Snowflake, bool> _seen = new();
    private readonly ILogger<StrayCommands> _log = logs.CreateLogger<StrayCommands>();

    public void Notice(Interaction interaction)
    {
        if (CommandRegistration.StrayServer(interaction, server) is { } stray && _seen.TryAdd(stray, true))
        {
            _ = ClearAsync(interaction.ApplicationId, stray);
        }
    }

    private async Task ClearAsync(Snowflake application, Snowflake stray)
    {
        try
        {
            await commands.Value.ClearServerAsync(application, stray, CancellationToken.None);
        }
        catch (DiscordApiException refused)
        {
            LogLeft(stray.ToString(), refused.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Commands of an earlier trial are left in server {Server}: {Why}")]
    private partial void LogLeft(string server, string why);
}
