using BriefingBot.Discord.Model;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// Whether the commands that Discord lists are those that are wanted. Compared is what we set, with Discord's defaults filled in: a member
/// that is missing, null or empty is the same; a translation that equals the default is ignored by Discord and so here; the order of options
/// and choices counts, that of commands does not.
/// </summary>
internal static class CommandComparison
{
    /// <summary>Discord's own limit for text that sets none.</summary>
    private const int LongestText = 6000;

    /// <summary>Each difference in words, such as “/ask is missing”; none when the two are the same.</summary>
    /// <param name="listed">As Discord answers, with localisations.</param>
    /// <param name="wanted">As they would be registered.</param>
    /// <param name="global">False for a server's own commands: Discord fills in where those work.</param>
    public static IReadOnlyList<string> Differences(IReadOnlyList<ApplicationCommand> listed, IReadOnlyList<ApplicationCommand> wanted, bool global)
    {
        // Discord lets no two commands of a type have one name.
        var found = listed.ToLookup(Key);
        var known = wanted.Select(Key).ToHashSet();
        return
        [
            .. wanted.Where(command => !found.Contains(Key(command))).Select(command => $"{Called(command)} is missing"),
            .. wanted.Where(command => found[Key(command)].FirstOrDefault() is { } other && !AreSame(other, command, global))
                .Select(command => $"{Called(command)} is registered otherwise"),
            .. listed.Where(command => !known.Contains(Key(command))).Select(command => $"{Called(command)} is none of this version's"),
        ];
    }

    private static (ApplicationCommandType Type, string Name) Key(ApplicationCommand command) => (Type(command), command.Name);

    private static string Called(ApplicationCommand command) =>
        Type(command) == ApplicationCommandType.ChatInput ? "/" + command.Name : $"“{command.Name}”";

    private static ApplicationCommandType Type(ApplicationCommand command) => command.Type ?? ApplicationCommandType.ChatInput;

    private static bool AreSame(ApplicationCommand a, ApplicationCommand b, bool global) =>
        Type(a) == Type(b)
        && a.Name == b.Name
        && (a.Description ?? "") == (b.Description ?? "")
        && a.DefaultMemberPermissions == b.DefaultMemberPermissions
        && (Type(b) == ApplicationCommandType.EntryPoint || (a.Nsfw ?? false) == (b.Nsfw ?? false))
        && (!global || (AreSameSets(a.Contexts, b.Contexts) && AreSameSets(a.IntegrationTypes, b.IntegrationTypes)))
        && AreSame(a.NameLocalizations, b.NameLocalizations, a.Name)
        && AreSame(a.DescriptionLocalizations, b.DescriptionLocalizations, a.Description ?? "")
        && AreSame(a.Options, b.Options, AreSame);

    private static bool AreSame(ApplicationCommandOption a, ApplicationCommandOption b) =>
        a.Type == b.Type
        && a.Name == b.Name
        && a.Description == b.Description
        && (a.Required ?? false) == (b.Required ?? false)
        && (a.Autocomplete ?? false) == (b.Autocomplete ?? false)
        && (a.MinLength ?? 0) == (b.MinLength ?? 0)
        && (a.MaxLength ?? LongestText) == (b.MaxLength ?? LongestText)
        && AreSameSets(a.ChannelTypes, b.ChannelTypes)
        && AreSame(a.NameLocalizations, b.NameLocalizations, a.Name)
        && AreSame(a.DescriptionLocalizations, b.DescriptionLocalizations, a.Description)
        && AreSame(a.Choices, b.Choices, AreSame)
        && AreSame(a.Options, b.Options, AreSame);

    private static bool AreSame(Choice a, Choice b) =>
        a.Name == b.Name && a.Value == b.Value && AreSame(a.NameLocalizations, b.NameLocalizations, a.Name);

    private static bool AreSame(IReadOnlyDictionary<string, string>? a, IReadOnlyDictionary<string, string>? b, string otherwise)
    {
        var (left, right) = (Telling(a, otherwise), Telling(b, otherwise));
        return left.Count == right.Count && left.All(text => right.TryGetValue(text.Key, out var other) && other == text.Value);
    }

    private static Dictionary<string, string> Telling(IReadOnlyDictionary<string, string>? texts, string otherwise) =>
        (texts ?? new Dictionary<string, string>()).Where(text => text.Value != otherwise)
            .ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);

    private static bool AreSame<T>(IReadOnlyList<T>? a, IReadOnlyList<T>? b, Func<T, T, bool> same) =>
        (a?.Count ?? 0) == (b?.Count ?? 0) && (a ?? []).Zip(b ?? [], same).All(each => each);

    private static bool AreSameSets(IReadOnlyList<int>? a, IReadOnlyList<int>? b) => (a ?? []).ToHashSet().SetEquals(b ?? []);
}
