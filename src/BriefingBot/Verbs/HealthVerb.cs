using System.CommandLine;
using BriefingBot.Configuration;
using BriefingBot.Hosting;

namespace BriefingBot.Verbs;

/// <summary><c>health</c>: asks the bot that runs on this machine whether it answers. For a container's HEALTHCHECK.</summary>
internal static class HealthVerb
{
    internal static Command Create(Workplace workplace)
    {
        var command = new Command("health", "Asks the running bot's /readyz at Http:Url. Exit code 0 when it is ready, else 1.");
        command.SetVerb((parsed, stop) => RunAsync(workplace, parsed.InvocationConfiguration.Output, stop));
        return command;
    }

    private static async Task<int> RunAsync(Workplace workplace, TextWriter output, CancellationToken stop)
    {
        var address = new Uri(workplace.Settings.Http.Ask, "/readyz");
        if (await Readiness.AskAsync(address, stop) is not var (ready, conditions))
        {
            await output.WriteLineAsync($"No bot answers at {address}.");
            return ExitCode.NeedsAttention;
        }

        if (conditions.Count == 0)
        {
            await output.WriteLineAsync($"What answers at {address} is no bot of this kind.");
            return ExitCode.NeedsAttention;
        }

        await output.WriteLineAsync(string.Join("; ", conditions.Select(condition => $"{condition.Name}: {condition.Says}")));
        return ready ? ExitCode.Done : ExitCode.NeedsAttention;
    }
}
