using BriefingBot.Commands;
using BriefingBot.Discord.Model;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// The catalogue as Discord's objects. Global commands work in servers, in direct messages with the bot and in other private channels,
/// whether the bot was installed to a server or by a person; a server's own commands carry neither, since Discord refuses them there.
/// Discord's document: interactions/application-commands, Application Command Object.
/// </summary>
internal static class CommandObjects
{
    private static readonly int[] Everywhere = [0, 1, 2];
    private static readonly int[] ServersAndPeople = [0, 1];

    /// <summary>All commands, in the catalogue's order, those on messages last.</summary>
    /// <param name="languages">As <see cref="CommandLocalization"/> read them.</param>
    /// <param name="global">False for one server's own commands.</param>
    public static List<ApplicationCommand> Of(IReadOnlyList<CommandLanguage> languages, bool global) =>
    [
        .. CommandCatalog.Commands.Where(command => command.Group is null).Select(command => Command(command, languages))
            .Concat(CommandCatalog.Groups.Select(group => Group(group, languages)))
            .Concat(CommandCatalog.MessageCommands.Select(command => OnMessage(command, languages)))
            .Select(command => global ? command with { Contexts = Everywhere, IntegrationTypes = ServersAndPeople } : command),
    ];

    private static ApplicationCommand Command(CommandDescription command, IReadOnlyList<CommandLanguage> languages) =>
        ChatInput(command.Name, command.Description, languages, words => Options(command, words));

    /// <summary>Commands of a group are one command of Discord's, with a subcommand each.</summary>
    private static ApplicationCommand Group(CommandGroup group, IReadOnlyList<CommandLanguage> languages) =>
        ChatInput(group.Name, group.Description, languages, _ =>
            [.. CommandCatalog.Commands.Where(command => command.Group == group.Name).Select(command => Subcommand(command, languages))]);

    private static ApplicationCommand ChatInput(
        string name,
        string description,
        IReadOnlyList<CommandLanguage> languages,
        Func<List<(string Locale, CommandWords Words)>, IReadOnlyList<ApplicationCommandOption>?> options)
    {
        var words = Words(languages, language => language.Commands.GetValueOrDefault(name));
        return new ApplicationCommand
        {
            Type = ApplicationCommandType.ChatInput,
            Name = name,
            NameLocalizations = Texts(words, found => found.Name),
            Description = description,
            DescriptionLocalizations = Texts(words, found => found.Description),
            Options = options(words),
        };
    }

    private static ApplicationCommandOption Subcommand(CommandDescription command, IReadOnlyList<CommandLanguage> languages)
    {
        var words = Words(languages, language => language.Commands.GetValueOrDefault(command.Name));
        return new ApplicationCommandOption
        {
            Type = ApplicationCommandOptionType.Subcommand,
            Name = command.OwnName,
            NameLocalizations = Texts(words, found => found.Name),
            Description = command.Description,
            DescriptionLocalizations = Texts(words, found => found.Description),
            Options = Options(command, words),
        };
    }

    private static IReadOnlyList<ApplicationCommandOption>? Options(CommandDescription command, List<(string Locale, CommandWords Words)> words) =>
        command.Options.Count == 0 ? null : [.. command.Options.Select(option =>
            Option(option, [.. words.Select(each => (each.Locale, each.Words.Options.GetValueOrDefault(option.Name)))]))];

    /// <summary>A command on a message has a name and nothing else.</summary>
    private static ApplicationCommand OnMessage(MessageCommandDescription command, IReadOnlyList<CommandLanguage> languages) => new()
    {
        Type = ApplicationCommandType.Message,
        Name = command.Name,
        NameLocalizations = Texts(Words(languages, language => language.Commands.GetValueOrDefault(command.Name)), found => found.Name),
    };

    private static ApplicationCommandOption Option(OptionDescription option, IReadOnlyList<(string Locale, OptionWords? Words)> languages)
    {
        var words = languages.Where(language => language.Words is not null).Select(language => (language.Locale, language.Words!)).ToList();
        var isText = option.Choices.Count == 0 && option.Type is not (OptionType.Boolean or OptionType.Channel);
        return new ApplicationCommandOption
        {
            Type = option.Type switch
            {
                OptionType.Boolean => ApplicationCommandOptionType.Truth,
                OptionType.Channel => ApplicationCommandOptionType.Channel,
                _ => ApplicationCommandOptionType.Text,
            },
            Name = option.Name,
            NameLocalizations = Texts(words, found => found.Name),
            Description = option.Description,
            DescriptionLocalizations = Texts(words, found => found.Description),
            Required = option.Required ? true : null,
            Autocomplete = option.Suggests == Suggestion.None ? null : true,
            MaxLength = isText ? option.MaxLength : null,
            ChannelTypes = option.Type == OptionType.Channel ? [.. MeantChannels.Types.Select(type => (int)type)] : null,
            Choices = option.Choices.Count == 0 ? null : [.. option.Choices.Select(choice => new Choice(choice.Label, choice.Value)
            {
                NameLocalizations = Texts(words, found => found.Choices.GetValueOrDefault(choice.Value)),
            })],
        };
    }

    private static List<(string Locale, CommandWords Words)> Words(IReadOnlyList<CommandLanguage> languages, Func<CommandLanguage, CommandWords?> find) =>
        [.. languages.Select(language => (language.Locale, Words: find(language))).Where(found => found.Words is not null).Select(found => (found.Locale, found.Words!))];

    private static Dictionary<string, string>? Texts<T>(IEnumerable<(string Locale, T Words)> languages, Func<T, string?> text)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (locale, words) in languages)
        {
            if (text(words) is { } found)
            {
                texts[locale] = found;
            }
        }

        return texts.Count == 0 ? null : texts;
    }
}
