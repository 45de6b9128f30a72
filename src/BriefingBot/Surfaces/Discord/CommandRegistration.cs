using System.Text.Json;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// Brings what Discord lists in line with the catalogue: asked for at every start, overwritten in bulk only when something differs, so that
/// removed commands disappear and a restart costs one request. No command shows twice, since it is registered in one place only:
/// <list type="bullet">
/// <item>with a server (<c>Discord:GuildId</c>) there, and what is registered globally is taken away afterwards, so that there is no moment
/// without commands;</item>
/// <item>without one globally. In which servers an earlier trial left commands Discord does not tell; whoever uses one of them gives it away
/// (<see cref="StrayServer"/>), and <see cref="ClearServerAsync"/> takes them away there.</item>
/// </list>
/// Discord's document: interactions/application-commands, Bulk Overwrite Global Application Commands.
/// </summary>
internal sealed partial class CommandRegistration
{
    private readonly Func<Snowflake, Snowflake?, CancellationToken, Task<IReadOnlyList<ApplicationCommand>>> _list;
    private readonly Func<Snowflake, Snowflake?, IReadOnlyList<ApplicationCommand>, CancellationToken, Task> _overwrite;
    private readonly IReadOnlyList<CommandLanguage> _languages;
    private readonly ILogger<CommandRegistration> _log;

    /// <param name="list">The commands of an application, of a server where one is given, with localisations.</param>
    /// <param name="overwrite">Replaces all of them.</param>
    /// <param name="languages">Into which names and descriptions are translated; one that leads over Discord's limits is left out.</param>
    /// <param name="log">What was registered, and what was left out.</param>
    public CommandRegistration(
        Func<Snowflake, Snowflake?, CancellationToken, Task<IReadOnlyList<ApplicationCommand>>> list,
        Func<Snowflake, Snowflake?, IReadOnlyList<ApplicationCommand>, CancellationToken, Task> overwrite,
        IReadOnlyList<CommandLanguage> languages,
        ILogger<CommandRegistration> log)
    {
        (_list, _overwrite, _log) = (list, overwrite, log);
        _languages = Fitting(languages);
    }

    /// <summary>Registers what differs; which places were written to.</summary>
    /// <exception cref="DiscordApiException">Discord refused, or could not be asked.</exception>
    public async Task<RegisteredCommands> RegisterAsync(Snowflake application, Snowflake? server, CancellationToken stop)
    {
        if (server is null)
        {
            return new(await OverwriteAsync(application, null, CommandObjects.Of(_languages, global: true), stop), false);
        }

        var inServer = await OverwriteAsync(application, server, CommandObjects.Of(_languages, global: false), stop);
        return new(await OverwriteAsync(application, null, [], stop), inServer);
    }

    /// <summary>Takes away the commands of one server, where there are any.</summary>
    /// <exception cref="DiscordApiException">Discord refused, or could not be asked.</exception>
    public Task<bool> ClearServerAsync(Snowflake application, Snowflake server, CancellationToken stop) =>
        OverwriteAsync(application, server, [], stop);

    /// <summary>In words, what Discord lists otherwise than it should be; empty when <see cref="RegisterAsync"/> would write nothing.</summary>
    /// <exception cref="DiscordApiException">Discord refused, or could not be asked.</exception>
    public async Task<IReadOnlyList<string>> DifferencesAsync(Snowflake application, Snowflake? server, CancellationToken stop)
    {
        var (global, _) = await CompareAsync(application, null, server is null ? CommandObjects.Of(_languages, global: true) : [], stop);
        if (server is null)
        {
            return global;
        }

        var (inServer, _) = await CompareAsync(application, server, CommandObjects.Of(_languages, global: false), stop);
        return [.. inServer, .. global.Select(difference => $"outside that server: {difference}")];
    }

    /// <summary>The server whose own command was used although commands are registered elsewhere; null when all is well.</summary>
    /// <param name="interaction">Any.</param>
    /// <param name="server">Where commands are registered; null for globally.</param>
    public static Snowflake? StrayServer(Interaction interaction, Snowflake? server) =>
        interaction.Data?.GuildId is { Value: > 0 } of && of != server ? of : null;

    private async Task<bool> OverwriteAsync(Snowflake application, Snowflake? server, List<ApplicationCommand> wanted, CancellationToken stop)
    {
        var (differences, before) = await CompareAsync(application, server, wanted, stop);
        if (differences.Count == 0)
        {
            LogUnchanged(Place(server), wanted.Count);
            return false;
        }

        await _overwrite(application, server, wanted, stop);
        LogOverwritten(Place(server), wanted.Count, before);
        return true;
    }

    /// <summary>Also adds to what is wanted the command that Discord made itself: it refuses a list without it.</summary>
    private async Task<(IReadOnlyList<string> Differences, int Listed)> CompareAsync(
        Snowflake application, Snowflake? server, List<ApplicationCommand> wanted, CancellationToken stop)
    {
        var listed = await ListAsync(application, server, stop);
        // Discord takes no age restriction of it.
        wanted.AddRange(listed.Where(command => command.Type == ApplicationCommandType.EntryPoint).Select(command => command with { Nsfw = null }));
        return (CommandComparison.Differences(listed, wanted, global: server is null), listed.Count);
    }

    private async Task<IReadOnlyList<ApplicationCommand>> ListAsync(Snowflake application, Snowflake? server, CancellationToken stop)
    {
        try
        {
            return await _list(application, server, stop);
        }
        catch (DiscordApiException unreadable) when (unreadable.InnerException is JsonException)
        {
            // Somebody else's commands, of a shape that we do not have: whatever they are, they are not ours.
            LogUnreadable(Place(server));
            return [new ApplicationCommand { Name = "?" }];
        }
    }

    /// <summary>The languages with which all commands stay within Discord's limits, taken in their order.</summary>
    private List<CommandLanguage> Fitting(IReadOnlyList<CommandLanguage> languages)
    {
        var fitting = new List<CommandLanguage>();
        foreach (var language in languages)
        {
            if (CommandLimits.Exceeded(CommandObjects.Of([.. fitting, language], global: true)) is [var exceeded, ..])
            {
                LogTooLong(language.Locale, exceeded);
                continue;
            }

            fitting.Add(language);
        }

        return fitting;
    }

    private static string Place(Snowflake? server) => server is { } id ? $"server {id}" : "all servers";

    [LoggerMessage(LogLevel.Information, "The {Count} commands for {Place} are registered already")]
    private partial void LogUnchanged(string place, int count);

    [LoggerMessage(LogLevel.Information, "Registered {Count} commands for {Place}, in place of {Before}")]
    private partial void LogOverwritten(string place, int count, int before);

    [LoggerMessage(LogLevel.Warning, "What is registered for {Place} cannot be read; it is overwritten")]
    private partial void LogUnreadable(string place);

    [LoggerMessage(LogLevel.Warning, "The commands are not shown in {Locale}: {Reason}")]
    private partial void LogTooLong(string locale, string reason);
}

/// <summary>Where commands had to be written; elsewhere they were registered already.</summary>
internal sealed record RegisteredCommands(bool Globally, bool InServer);
