using BriefingBot.Search;

namespace BriefingBot.Commands;

/// <summary><c>/help</c>: what can be asked, with examples that the story in hand answers.</summary>
internal sealed class HelpCommand(SentenceIndex index)
{
    public Reply Answer(CommandRequest request)
    {
        if (Name(request) is not { } name)
        {
            return Overview(request);
        }

        if (Explained(request) is { } command)
        {
            return One(request, command);
        }

        if (CommandCatalog.FindGroup(name) is { } group)
        {
            return Group(request, group);
        }

        if (CommandCatalog.MessageCommands.FirstOrDefault(other => IsNamed(other, name)) is { } onMessage)
        {
            return new Reply { Command = request.Command.Name, Heading = $"{onMessage.Name}: {Describe(onMessage)}" };
        }

        var near = NearestName.Find(name, CommandCatalog.Commands.Select(other => other.Name));
        return new Reply
        {
            Command = request.Command.Name,
            Found = false,
            Heading = near is null
                ? $"There is no command “{name}”: /help lists what can be asked."
                : $"There is no command “{name}”. Did you mean /{near}?",
        };
    }

    /// <summary>The command whose options a request for help is about; null when it is about none, or all.</summary>
    public static CommandDescription? Explained(CommandRequest request) => Name(request) is { } name ? CommandCatalog.Find(name) : null;

    private static string? Name(CommandRequest request) => request["command"]?.TrimStart('/');

    private static bool IsNamed(MessageCommandDescription command, string name) =>
        command.Name.TrimEnd('?').Equals(name.TrimEnd('?'), StringComparison.OrdinalIgnoreCase);

    private static string Describe(MessageCommandDescription command) =>
        $"On Discord, in the menu of a message under Apps: /{command.Answers.Name} with that message's {command.Option}";

    /// <summary>What happens to a daily briefing when clocks are changed, for whoever wonders.</summary>
    private const string ClockChanges =
        "Daily briefings when clocks change: an hour that comes twice has its briefing at the first pass, one that is left out at the next minute that there is.";

    private static Reply Group(CommandRequest request, CommandGroup group) => new()
    {
        Command = request.Command.Name,
        Heading = $"/{group.Name}: {group.Description}",
        Sections = [new("Commands", [.. CommandCatalog.Commands.Where(command => command.Group == group.Name).Select(command => new ReplyLine($"/{command.Name}", command.Description))])],
        Notes =
        [
            $"/{request.Command.Name} command:{CommandCatalog.BriefingSubscribe.Name} tells the options of that command; so with every one.",
            "A briefing shows what is new first, then what matters most, and nothing twice before all has been shown.",
            ClockChanges,
        ],
    };

    private Reply Overview(CommandRequest request)
    {
        var commands = CommandCatalog.Commands.Select(command => new ReplyLine($"/{command.Name}", command.Description))
            .Concat(CommandCatalog.MessageCommands.Select(command => new ReplyLine(command.Name, Describe(command)))).ToList();
        var examples = StoryExamples.From(index).Select(example => new ReplyLine(null, example)).ToList();
        return new Reply
        {
            Command = request.Command.Name,
            Heading = "Ask who said what in this story; every answer shows the passage word for word.",
            Sections = examples.Count > 0 ? [new("Commands", commands), new("For example", examples)] : [new("Commands", commands)],
            Notes = [$"/{request.Command.Name} command:{CommandCatalog.Quotes.Name} tells the options of /{CommandCatalog.Quotes.Name}; so with every command.", ClockChanges],
        };
    }

    private Reply One(CommandRequest request, CommandDescription command)
    {
        var options = command.Options.Select(option => new ReplyLine($"{option.Name}:", Describe(option))).ToList();
        var examples = StoryExamples.From(index)
            .Where(example => example.StartsWith($"/{command.Name} ", StringComparison.Ordinal) || example == $"/{command.Name}")
            .Select(example => new ReplyLine(null, example)).ToList();
        IReadOnlyList<ReplySection> sections = [new("Options", options), new("For example", examples)];
        return new Reply
        {
            Command = request.Command.Name,
            Heading = $"/{command.Name}: {command.Description}",
            Sections = [.. sections.Where(section => section.Lines.Count > 0)],
        };
    }

    private static string Describe(OptionDescription option)
    {
        var values = option.Choices.Count > 0
            ? $": {Wording.Either([.. option.Choices.Select(choice => choice.Value == choice.Label ? choice.Value : $"{choice.Value} ({choice.Label})")])}"
            : option.Type == OptionType.Boolean ? ": true or false" : "";
        return $"{option.Description}{values}{(option.Required ? " (required)" : "")}";
    }
}
