using System.CommandLine;
using BriefingBot.Configuration;

namespace BriefingBot.Verbs;

/// <summary><c>run</c>, also without a verb: the bot. This version has no connection to Discord and says so.</summary>
internal static class RunVerb
{
    internal static Command Create(Workplace workplace)
    {
        var command = new Command("run", "Runs the bot. This is also what happens without a verb.");
        command.SetAction(_ => Run(workplace));
        return command;
    }

    internal static int Run(Workplace workplace)
    {
        workplace.Error.WriteLine(workplace.Settings.HasToken
            ? "Discord:Token is set, but this version does not connect to Discord yet: it answers in the terminal. Try: chat"
            : """
              There is no Discord:Token. Set one in appsettings.json, as the environment variable Discord__Token, or name a file that
              holds it in Discord__TokenFile; you get it at https://discord.com/developers/applications.
              Without Discord, talk to the bot in this terminal: chat
              For example: dotnet run --project src/BriefingBot -- chat
              """);
        return ExitCode.NeedsAttention;
    }
}
