using BriefingBot.Discord.Model;

namespace BriefingBot.Surfaces.Discord;

/// <summary>Discord's limits for commands. Its document: interactions/application-commands, Registering a Command and Slash Commands.</summary>
internal static class CommandLimits
{
    public const int MostCommands = 100;
    public const int MostMessageCommands = 15;
    public const int MostOptions = 25;

    /// <summary>Of the names, descriptions and values of one command, of each text its longest translation.</summary>
    public const int MostCharacters = 8000;

    /// <summary>One sentence for each limit that is exceeded.</summary>
    public static IReadOnlyList<string> Exceeded(IReadOnlyList<ApplicationCommand> commands)
    {
        var problems = new List<string>();
        Check(problems, "typed commands", commands.Count(command => command.Type is null or ApplicationCommandType.ChatInput), MostCommands);
        Check(problems, "commands on messages", commands.Count(command => command.Type == ApplicationCommandType.Message), MostMessageCommands);
        foreach (var command in commands)
        {
            Check(problems, $"characters in /{command.Name}", Characters(command), MostCharacters);
            Check(problems, $"/{command.Name}", command.Options);
        }

        return problems;
    }

    /// <summary>What Discord counts of a command.</summary>
    public static int Characters(ApplicationCommand command) =>
        Longest(command.Name, command.NameLocalizations) + Longest(command.Description, command.DescriptionLocalizations)
        + (command.Options ?? []).Sum(Characters);

    private static int Characters(ApplicationCommandOption option) =>
        Longest(option.Name, option.NameLocalizations) + Longest(option.Description, option.DescriptionLocalizations)
        + (option.Choices ?? []).Sum(choice => Longest(choice.Name, choice.NameLocalizations) + choice.Value.Length)
        + (option.Options ?? []).Sum(Characters);

    private static int Longest(string? text, IReadOnlyDictionary<string, string>? translations) =>
        Math.Max(text?.Length ?? 0, translations is { Count: > 0 } ? translations.Values.Max(translation => translation.Length) : 0);

    /// <summary>Also of subcommands, which are options that have options.</summary>
    private static void Check(List<string> problems, string command, IReadOnlyList<ApplicationCommandOption>? options)
    {
        Check(problems, $"options of {command}", options?.Count ?? 0, MostOptions);
        foreach (var option in options ?? [])
        {
            Check(problems, $"choices of {command} {option.Name}", option.Choices?.Count ?? 0, MostOptions);
            Check(problems, $"{command} {option.Name}", option.Options);
        }
    }

    private static void Check(List<string> problems, string what, int count, int most)
    {
        if (count > most)
        {
            problems.Add($"{count} {what} are more than the {most} that Discord takes.");
        }
    }
}
