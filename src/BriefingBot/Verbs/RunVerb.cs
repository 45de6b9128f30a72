using System.CommandLine;
using BriefingBot.Configuration;
using BriefingBot.Discord.Rest;
using BriefingBot.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Verbs;

/// <summary><c>run</c>, also without a verb: the bot on Discord, until it is asked to stop.</summary>
internal static partial class RunVerb
{
    internal static Command Create(Workplace workplace)
    {
        var command = new Command("run", "Runs the bot. This is also what happens without a verb.");
        command.SetVerb((_, stop) => RunAsync(workplace, stop));
        return command;
    }

    /// <exception cref="ConfigurationException">The configuration does not allow a start.</exception>
    internal static async Task<int> RunAsync(Workplace workplace, CancellationToken stop)
    {
        workplace.LogsFrom = LogLevel.Information;

        // Not waited for: it only takes work off the first request.
        _ = Task.Run(RequestRehearsal.RunAsync, CancellationToken.None);
        Require(workplace.Settings);
        using var discord = DiscordParts.Connect(workplace.Settings, workplace.Time, workplace.Logs);
        return await RunAsync(workplace, discord, stop);
    }

    /// <inheritdoc cref="RunAsync(Workplace, CancellationToken)"/>
    internal static async Task<int> RunAsync(Workplace workplace, DiscordLink discord, CancellationToken stop)
    {
        try
        {
            await new BotService(workplace, discord, DiscordParts.Chance(workplace.Time)).RunAsync(stop);
            return ExitCode.Done;
        }
        catch (DiscordRefusedException refused)
        {
            await workplace.Error.WriteLineAsync(refused.Message);
            return ExitCode.Refused;
        }
        catch (Exception fault) when (fault is not ConfigurationException)
        {
            LogFault(workplace.Logs.CreateLogger<BotService>(), fault);
            await workplace.Error.WriteLineAsync($"The bot ends, since a part of it has failed: {fault.Message}");
            return ExitCode.NeedsAttention;
        }
    }

    /// <summary>What a start on Discord needs beyond values that are allowed.</summary>
    private static void Require(Settings settings)
    {
        if (!settings.HasToken && !settings.Run.OnlyFeeds)
        {
            throw new ConfigurationException(
                """
                There is no Discord:Token. Set one in appsettings.json, as the environment variable Discord__Token, or name a file that
                holds it in Discord__TokenFile; you get it at https://discord.com/developers/applications.
                Without Discord, talk to the bot in this terminal: chat
                For example: dotnet run --project src/BriefingBot -- chat
                """);
        }

        var problems = new List<string>();
        if (settings.Run.OnlyFeeds && settings.Feeds.Addresses.Count == 0)
        {
            problems.Add($"{ConfigurationKeys.RunRoles}: with {RunRole.Feeds} alone there is nothing to do, since {ConfigurationKeys.StoryFeeds} names no feed; name one, or other roles.");
        }

        if (settings.Discord is { Transport: DiscordTransport.Http, PublicKey: null } && settings.Run.Does(RunRole.Commands))
        {
            problems.Add(
                $"{ConfigurationKeys.DiscordPublicKey}: nothing is set; with {ConfigurationKeys.DiscordTransport} Http it must be the application's "
                + "public key, 64 hexadecimal digits, from https://discord.com/developers/applications.");
        }

        if (problems.Count > 0)
        {
            throw new ConfigurationException(problems);
        }
    }

    [LoggerMessage(LogLevel.Critical, "A part of the bot has failed.")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
