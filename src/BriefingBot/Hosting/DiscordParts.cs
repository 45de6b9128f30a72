using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Indexing;
using BriefingBot.Surfaces.Discord;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Hosting;

/// <summary>The one place where what connects to Discord and what answers on it are joined to the service.</summary>
internal static partial class DiscordParts
{
    /// <summary>Joins the parts that <paramref name="settings"/> ask for; nothing connects yet.</summary>
    public static DiscordLink Connect(Settings settings, TimeProvider time, ILoggerFactory logs)
    {
        var options = settings.Discord;
        var chance = Chance(time);
        var api = new DiscordRestOptions { Token = options.Token ?? "", BaseUrl = options.ApiBaseUrl };
        var rest = new DiscordRest(api, time, chance, logs.CreateLogger<DiscordRest>());
        var flood = new FloodGate(settings.Flood, time);
        var desk = new BriefingDesk(settings, time, logs);
        var access = new ChannelAccess(rest);
        var shards = options.Transport == DiscordTransport.Gateway
            ? new GatewayShards(options, api.UserAgent, rest.GetGatewayBotAsync, time, chance, logs)
            : null;
        // The languages are read where commands are compared, not at the start of every connection.
        var commands = new Lazy<CommandRegistration>(() => Commands(rest, logs));
        return new DiscordLink
        {
            Answers = (story, progress) => Answers(story, progress, settings, flood, new StrayCommands(commands, options.GuildId, logs), desk, access, time, logs),
            Respond = (interaction, response, stop) => rest.RespondAsync(interaction.Id, interaction.Token ?? "", response, stop),
            Edit = (interaction, message, stop) => rest.EditOriginalAsync(interaction.ApplicationId, interaction.Token ?? "", message, stop),
            FollowUp = (interaction, message, stop) => rest.FollowUpAsync(interaction.ApplicationId, interaction.Token ?? "", message, stop),
            Application = rest.GetApplicationAsync,
            Register = (application, stop) => commands.Value.RegisterAsync(application, options.GuildId, stop),
            Differences = (application, stop) => commands.Value.DifferencesAsync(application, options.GuildId, stop),
            Gateway = shards is null ? null : new GatewayLink(shards.InteractionsAsync, shards.Health),
            RateLimitWaits = () => rest.RateLimitWaits,
            Owned = [flood, rest],
        };
    }

    /// <summary>Numbers from 0 to 1, for delays; safe for any number of threads.</summary>
    public static Func<double> Chance(TimeProvider time)
    {
        var random = new Random(HashCode.Combine(Environment.ProcessId, time.GetTimestamp()));
        var drawing = new Lock();
        return () =>
        {
            lock (drawing)
            {
                return random.NextDouble();
            }
        };
    }

    private static CommandRegistration Commands(DiscordRest rest, ILoggerFactory logs)
    {
        var (languages, problems) = CommandLocalization.Load(CommandLocalization.ShippedFolder);
        var log = logs.CreateLogger<CommandRegistration>();
        foreach (var problem in problems)
        {
            LogLanguage(log, problem);
        }

        return new CommandRegistration(rest.GetCommandsAsync, rest.OverwriteCommandsAsync, languages, log);
    }

    private static Func<Interaction, InteractionResponse?> Answers(
        OpenStory story, Func<IndexProgress?> progress, Settings settings, FloodGate flood, StrayCommands strays,
        BriefingDesk desk, ChannelAccess access, TimeProvider time, ILoggerFactory logs)
    {
        var edition = () => progress() is null ? story.Index.Edition : null;
        var briefings = new BriefingCommands(desk.Store, desk.Composer(story.Index, edition), settings.Briefing, time);
        var router = new CommandRouter(
            story.Index, settings.Story.Name, TimeZoneInfo.Utc, logs.CreateLogger<CommandRouter>(), briefings: briefings);
        var ofBriefings = new BriefingButtons(router, briefings, desk.Store, time);
        var buttons = new ReplyButtons(router);
        var answers = new InteractionAnswers(
            router,
            new RecentAnswers(edition),
            new Autocompletion(story.Index, time),
            flood,
            (reply, request) => DiscordReplies.Message(ReadingNote.On(reply, progress()), request),
            interaction => (ofBriefings.Press(interaction) ?? buttons.Press(
                interaction.Data?.CustomId ?? "",
                interaction.Message,
                interaction.Message?.Flags?.HasFlag(MessageFlags.Ephemeral) == true,
                interaction.Person)).Response,
            logs.CreateLogger<InteractionAnswers>(),
            briefings,
            new MeantChannels(channel => Missing(access, channel)));
        return interaction =>
        {
            strays.Notice(interaction);
            return answers.Answer(interaction);
        };
    }

    /// <summary>What the bot lacks in a channel; null when Discord does not tell in time: then it is found out by the first briefing.</summary>
    private static IReadOnlyList<string>? Missing(ChannelAccess access, string channel)
    {
        if (!Snowflake.TryParse(channel, out var id))
        {
            return null;
        }

        try
        {
            using var limit = new CancellationTokenSource(InteractionDispatch.PutOffAfter);
            return access.MissingAsync(id, limit.Token).GetAwaiter().GetResult();
        }
        catch (DiscordApiException unseen) when (unseen.IsFinal)
        {
            return ["View Channel"];
        }
        catch (Exception unanswered) when (unanswered is DiscordApiException or OperationCanceledException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A language of the commands: {Problem}")]
    private static partial void LogLanguage(ILogger log, string problem);
}
