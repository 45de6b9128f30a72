using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Feeds;
using BriefingBot.Indexing;
using BriefingBot.Storage;
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
        // A process that only fetches articles has none, and asks Discord for nothing.
        var api = new DiscordRestOptions { Token = options.Token ?? "none", BaseUrl = options.ApiBaseUrl };
        var rest = new DiscordRest(api, time, chance, logs.CreateLogger<DiscordRest>());
        var flood = new FloodGate(settings.Flood, time);
        var desk = new BriefingDesk(settings, time, logs);
        desk.Database.Check();
        var access = new ChannelAccess(rest);
        var shards = options.Transport == DiscordTransport.Gateway
            ? new GatewayShards(
                options,
                api.UserAgent,
                rest.GetGatewayBotAsync,
                new KeptSessions(settings.Story.IndexPath, api.Token, time, logs.CreateLogger<KeptSessions>()),
                time,
                chance,
                logs)
            : null;
        // The languages are read where commands are compared, not at the start of every connection.
        var commands = new Lazy<CommandRegistration>(() => Commands(rest, logs));
        return new DiscordLink
        {
            Answers = (story, progress) => Answers(
                story, progress, settings, desk, access, flood, new StrayCommands(commands, options.GuildId, logs), time, logs),
            Briefings = (story, progress) => Briefings(story, progress, settings, desk, rest, chance, time, logs),
            Respond = (interaction, response, stop) => rest.RespondAsync(interaction.Id, interaction.Token ?? "", response, stop),
            Edit = (interaction, message, stop) => rest.EditOriginalAsync(interaction.ApplicationId, interaction.Token ?? "", message, stop),
            Delete = (interaction, stop) => rest.DeleteOriginalAsync(interaction.ApplicationId, interaction.Token ?? "", stop),
            FollowUp = (interaction, message, stop) => rest.FollowUpAsync(interaction.ApplicationId, interaction.Token ?? "", message, stop),
            Application = rest.GetApplicationAsync,
            Register = (application, stop) => commands.Value.RegisterAsync(application, options.GuildId, stop),
            Differences = (application, stop) => commands.Value.DifferencesAsync(application, options.GuildId, stop),
            Gateway = shards is null ? null : new GatewayLink(shards.InteractionsAsync, shards.Health),
            MissingIn = access.MissingAsync,
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
        OpenStory story, Func<IndexProgress?> progress, Settings settings, BriefingDesk desk, ChannelAccess access, FloodGate flood, StrayCommands strays,
        TimeProvider time, ILoggerFactory logs)
    {
        var briefings = new BriefingCommands(desk.Store, ComposerOf(story, progress, desk), settings.Briefing, time);
        var router = new CommandRouter(story.Index, settings.Story.Name, TimeZoneInfo.Utc, logs.CreateLogger<CommandRouter>(), null, briefings, FailingFeeds.Told(settings.Feeds, desk.Database, time));
        var buttons = new ReplyButtons(router);
        var briefingButtons = new BriefingButtons(router, briefings, desk.Store, time);
        var answers = new InteractionAnswers(
            router,
            new RecentAnswers(() => progress() is null ? story.Index.Edition : null),
            new Autocompletion(story.Index, time),
            flood,
            (reply, request) => DiscordReplies.Message(ReadingNote.On(reply, progress()), request),
            interaction => (briefingButtons.Press(interaction) ?? buttons.Press(
                interaction.Data?.CustomId ?? "",
                interaction.Message,
                interaction.Message?.Flags?.HasFlag(MessageFlags.Ephemeral) == true,
                interaction.Person)).Response,
            logs.CreateLogger<InteractionAnswers>(),
            briefings,
            new MeantChannels(channel => Find(access, channel)));
        return interaction =>
        {
            strays.Notice(interaction);
            return answers.Answer(interaction);
        };
    }

    private static BriefingParts Briefings(
        OpenStory story, Func<IndexProgress?> progress, Settings settings, BriefingDesk desk, DiscordRest rest, Func<double> chance, TimeProvider time,
        ILoggerFactory logs)
    {
        var composer = ComposerOf(story, progress, desk);
        var process = $"{Environment.MachineName} {Environment.ProcessId} {(long)(chance() * long.MaxValue):x}";
        return BriefingParts.Join(
            desk.Store, desk.Database, new DueSubscriptions(desk.Database, BriefingPlace.Discord), process, new DiscordSink(rest, BriefingMessages.Of),
            (_, order) => composer.Compose(order), () => composer.IsReady, settings.Briefing, time, logs,
            () => settings.Story.Name ?? (story.Index.Story().Articles is [var newest, ..] ? newest.Title : null));
    }

    private static BriefingComposer ComposerOf(OpenStory story, Func<IndexProgress?> progress, BriefingDesk desk) =>
        desk.Composer(story.Index, () => progress() is null ? story.Index.Edition : null);

    /// <summary>For the rare interaction that does not tell: an answer that comes too late for it is none.</summary>
    private static ChannelFinding? Find(ChannelAccess access, string channel)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        return access.FindAsync(channel, limit.Token).GetAwaiter().GetResult();
    }

    [LoggerMessage(LogLevel.Warning, "A language of the commands: {Problem}")]
    private static partial void LogLanguage(ILogger log, string problem);
}
