using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;

namespace BriefingBot.Surfaces.Discord;

/// <summary>What of the catalogue an interaction means. Anything in it may be missing, and its lists may hold nulls.</summary>
internal static class InteractionCommand
{
    /// <summary>A command with its options, checked as the terminal's are; null for a command that the catalogue does not have.</summary>
    public static CommandReading? Read(InteractionData? data)
    {
        if (Find(data) is not { } command)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var given in Options(data))
        {
            if (given.Name is not { } name || command.Option(name) is not { } option)
            {
                return CommandReading.Wrong(command.Name, $"/{command.Name} has changed since Discord loaded it. Restart Discord and ask again.");
            }

            if (!values.TryAdd(option.Name, given.Text))
            {
                return CommandReading.Wrong(command.Name, $"“{option.Name}” is given twice.");
            }
        }

        return CommandRequest.Check(command, values);
    }

    /// <summary>The option that is being typed, and what stands there; null when none of the catalogue's is.</summary>
    public static (OptionDescription Option, string Typed)? Focused(InteractionData? data) =>
        Find(data) is { } command
            && Options(data).FirstOrDefault(option => option.Focused is true) is { Name: { } name } focused
            && command.Option(name) is { } option
            ? (option, focused.Text) : null;

    /// <summary>The message that a command was chosen on; null when it did not come along.</summary>
    public static Message? Target(InteractionData data)
    {
        var messages = data.Resolved?.Messages;
        return messages is null ? null
            : data.TargetId is { } id && messages.TryGetValue(id, out var message) ? message
            : messages.Count == 1 ? messages.Values.First() : null;
    }

    /// <summary>The catalogue's command that was used; null when it has none such.</summary>
    public static CommandDescription? Find(InteractionData? data) => data?.Name is not { } name ? null
        : CommandCatalog.FindGroup(name) is null ? CommandCatalog.Find(name) is { Group: null } command ? command : null
        : Subcommand(data) is { Name: { } own } ? CommandCatalog.Find($"{name} {own}") : null;

    /// <summary>What the option called <paramref name="name"/> was filled in with; null when it was not.</summary>
    public static string? Value(InteractionData? data, string name) => Options(data).FirstOrDefault(option => option.Name == name)?.Text;

    private static IEnumerable<InteractionOption> Options(InteractionData? data) =>
        (Subcommand(data) is { } sub ? sub.Options ?? [] : data?.Options ?? []).OfType<InteractionOption>();

    private static InteractionOption? Subcommand(InteractionData? data) =>
        data?.Options?.OfType<InteractionOption>().FirstOrDefault(option => option.Type == (int)ApplicationCommandOptionType.Subcommand);
}
