using System.CommandLine;
using BriefingBot.Briefings;
using BriefingBot.Configuration;
using BriefingBot.Feeds;
using BriefingBot.Hosting;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Verbs;

/// <summary><c>doctor</c>: checks what the bot needs on Discord, and says how to mend what is missing.</summary>
internal static class DoctorVerb
{
    internal static Command Create(Workplace workplace)
    {
        var command = new Command("doctor", "Checks the configuration, the feeds, the token, the commands and the channels of daily briefings, and says how to mend what is wrong.");
        command.SetVerb((parsed, stop) => RunAsync(workplace, DiscordParts.Connect, parsed.InvocationConfiguration.Output, stop));
        return command;
    }

    /// <param name="workplace">Whose configuration is checked.</param>
    /// <param name="connect">Joins the service to Discord.</param>
    /// <param name="output">Takes a line for each check.</param>
    /// <param name="stop">Ends the checks.</param>
    /// <returns>0 when all is well, 1 when something is to be mended, 3 when Discord refuses the token.</returns>
    internal static async Task<int> RunAsync(
        Workplace workplace, Func<Settings, TimeProvider, ILoggerFactory, DiscordLink> connect, TextWriter output, CancellationToken stop)
    {
        // Wrong values have been named by now, and have ended the program.
        var settings = workplace.Settings;
        var examination = new Examination(settings, output);
        await examination.ConfigurationAsync();
        using (var feeds = FeedParts.Join(settings, "doctor", workplace.Time, workplace.Logs))
        {
            await examination.FeedsAsync(feeds.Poll, stop);
        }

        if (!settings.HasToken)
        {
            return examination.Result;
        }

        using var discord = connect(settings, workplace.Time, workplace.Logs);
        return await examination.DiscordAsync(discord, SubscriptionStatus.All(settings, workplace.Time), stop);
    }
}
