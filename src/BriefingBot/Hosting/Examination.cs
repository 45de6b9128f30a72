using System.Net;
using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Feeds;
using BriefingBot.Storage;

namespace BriefingBot.Hosting;

/// <summary>The checks of <c>doctor</c>, each a line that says what is well, or what is wrong and how to mend it.</summary>
internal sealed class Examination(Settings settings, TextWriter output)
{
    /// <summary>Where applications are made and set up.</summary>
    public const string Portal = "https://discord.com/developers/applications";

    /// <summary>View Channel, Send Messages, Read Message History and Send Messages in Threads. Answering commands needs none of them.</summary>
    private const ulong ForBriefings = (1UL << 10) | (1UL << 11) | (1UL << 16) | (1UL << 38);

    private bool _well = true;

    public async Task ConfigurationAsync()
    {
        await (settings.Unknown.Count == 0
            ? WellAsync("Configuration", "every value is allowed")
            : WrongAsync("Configuration", $"unknown and without effect: {string.Join(", ", settings.Unknown)}. Are they misspelt? appsettings.json shows all there are."));
        if (settings.Run.OnlyFeeds && settings.Feeds.Addresses.Count == 0)
        {
            await WrongAsync("Roles", $"{ConfigurationKeys.RunRoles} names {RunRole.Feeds} alone, and {ConfigurationKeys.StoryFeeds} names no feed; name one, or other roles.");
        }

        if (settings.Discord is { Transport: DiscordTransport.Http, PublicKey: null })
        {
            await WrongAsync("Public key", $"with {ConfigurationKeys.DiscordTransport} Http, set {ConfigurationKeys.DiscordPublicKey} to the one that {Portal} shows.");
        }

        if (!settings.HasToken && !settings.Run.OnlyFeeds)
        {
            await WrongAsync("Token", $"there is none. Make an application at {Portal}, copy the token from its page Bot, and set Discord__Token, or Discord__TokenFile to a file that holds it.");
        }
    }

    /// <summary>Each feed once; nothing is taken from it.</summary>
    public async Task FeedsAsync(FeedPoll poll, CancellationToken stop)
    {
        if (settings.Feeds.Addresses.Count > 0 && !settings.Run.Does(RunRole.Feeds))
        {
            await WellAsync("Feeds", $"this process leaves them to another: {ConfigurationKeys.RunRoles} does not name {RunRole.Feeds}");
        }

        foreach (var feed in settings.Feeds.Addresses)
        {
            try
            {
                var (items, ofStory) = await poll.TryAsync(feed, stop);
                await WellAsync("Feed", $"{FeedAddress.Shown(feed)}: {Wording.Count(items, "item")}, {ofStory} of them of this story");
            }
            catch (Exception wrong) when (wrong is UnfetchedException or UnreadableFeedException)
            {
                await WrongAsync("Feed", $"{FeedAddress.Shown(feed)}: {wrong.Message}.");
            }
        }
    }

    /// <summary>The exit code of the checks so far.</summary>
    public int Result => _well ? ExitCode.Done : ExitCode.NeedsAttention;

    /// <param name="discord">Discord.</param>
    /// <param name="subscriptions">All of them, with what became of their last briefings.</param>
    /// <param name="stop">Ends the checks.</param>
    /// <returns>The exit code of all checks.</returns>
    public async Task<int> DiscordAsync(DiscordLink discord, IReadOnlyList<(DeliveryReport Report, SubscriptionStatus Status)> subscriptions, CancellationToken stop)
    {
        try
        {
            var application = await discord.Application(stop);
            await ApplicationAsync(application);
            await CommandsAsync(await discord.Differences(application.Id, stop));
            await SubscriptionsAsync(discord, subscriptions, stop);
        }
        catch (DiscordApiException refused) when (refused.Status == HttpStatusCode.Unauthorized)
        {
            await WrongAsync("Token", Registration.TokenRefused(refused).Message);
            return ExitCode.Refused;
        }
        catch (DiscordApiException refused)
        {
            await WrongAsync("Discord", refused.Status is null
                ? $"{settings.Discord.ApiBaseUrl} cannot be reached from here: {refused.Message} Does this machine reach the internet?"
                : $"it did not answer as it should: {refused.Message}");
        }

        return Result;
    }

    private async Task ApplicationAsync(Application application)
    {
        await WellAsync("Token", $"it is that of “{application.Name}”, application {application.Id}");
        if (settings.Discord.ApplicationId is { } configured && configured != application.Id)
        {
            await WrongAsync("Application", $"{ConfigurationKeys.DiscordApplicationId} is {configured}, but the token is of {application.Id}; set that, or nothing.");
        }

        await TransportAsync(application);
        var invitation = $"https://discord.com/oauth2/authorize?client_id={application.Id}&scope=bot+applications.commands&permissions={ForBriefings}";
        await (application.ApproximateGuildCount switch
        {
            0 => WrongAsync("Servers", $"it is in none yet. Invite it: {invitation}"),
            { } servers => WellAsync("Servers", $"about {servers}. To invite it to another: {invitation}"),
            null => WellAsync("Servers", $"to invite it to one: {invitation}"),
        });
    }

    private Task TransportAsync(Application application) => (settings.Discord, application) switch
    {
        ({ Transport: DiscordTransport.Gateway }, { InteractionsEndpointUrl: { Length: > 0 } address }) => WrongAsync(
            "Transport", $"Discord sends interactions to {address}, so the Gateway gets none. Empty “Interactions Endpoint URL” at {Portal}, or set {ConfigurationKeys.DiscordTransport} to Http."),
        ({ Transport: DiscordTransport.Http }, { InteractionsEndpointUrl: null or "" }) => WrongAsync(
            "Transport", $"Discord knows no address for interactions. While the bot runs, set “Interactions Endpoint URL” at {Portal} to the public https address of /interactions, or set {ConfigurationKeys.DiscordTransport} to Gateway."),
        ({ Transport: DiscordTransport.Http, PublicKey: { } key }, { VerifyKey: { } own }) when !key.Equals(own, StringComparison.OrdinalIgnoreCase) => WrongAsync(
            "Public key", $"{ConfigurationKeys.DiscordPublicKey} is not this application's; set it to {own}."),
        ({ Transport: DiscordTransport.Http }, _) => WellAsync("Transport", $"signed web requests, sent to {application.InteractionsEndpointUrl}"),
        _ => WellAsync("Transport", "the Gateway"),
    };

    private Task CommandsAsync(IReadOnlyList<string> differences) => differences.Count == 0
        ? WellAsync("Commands", settings.Discord.GuildId is { } server ? $"registered in server {server}" : "registered")
        : WrongAsync("Commands", $"{string.Join("; ", differences)}. The bot registers them when it starts: run it, or start it anew.");

    /// <summary>Channels are asked for once each; of direct messages only the last attempt tells whether they are open.</summary>
    private async Task SubscriptionsAsync(
        DiscordLink discord, IReadOnlyList<(DeliveryReport Report, SubscriptionStatus Status)> subscriptions, CancellationToken stop)
    {
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (report, status) in subscriptions.Where(each => each.Report.Subscription.Place.Surface == BriefingPlace.Discord))
        {
            var (id, place) = (report.Subscription.Id, report.Subscription.Place);
            if (place.Channel is { } channel && !known.ContainsKey(channel))
            {
                known[channel] = await LackingAsync(discord, channel, stop);
            }

            var wrong = place.Channel is null ? ClosedFor(report) : WrongIn(report, known[place.Channel]);
            var where = place.Channel is null ? "direct messages" : $"channel {place.Channel} of server {place.Guild}";
            await (wrong is null
                ? WellAsync($"Subscription {id}", $"nothing is missing in its place. {status}")
                : WrongAsync($"Subscription {id}", $"{where}: {wrong} {status}"));
        }
    }

    /// <summary>What is wrong with a channel, and how to mend it; null when nothing is.</summary>
    private static async Task<string?> LackingAsync(DiscordLink discord, string channel, CancellationToken stop)
    {
        try
        {
            return !Snowflake.TryParse(channel, out var id) ? "that is no channel's id; unsubscribe it."
                : await discord.MissingIn(id, stop) is { Count: > 0 } lacking
                    ? $"the bot lacks {string.Join(" and ", lacking.Select(name => $"“{name}”"))}. Give it {(lacking.Count == 1 ? "that permission" : "those permissions")} in the channel's settings, page Permissions."
                    : null;
        }
        catch (DiscordApiException refused) when (refused.IsFinal && refused.Status != HttpStatusCode.Unauthorized)
        {
            return refused.Known?.Advice ?? refused.Message;
        }
    }

    /// <summary>A server that the bot has left looks like a channel that it must not see.</summary>
    private static string? WrongIn(DeliveryReport report, string? wrong) =>
        wrong is not null && report.Subscription.Pause is { Reason: PauseReason.LeftServer } ? PauseWords.LeftServer : wrong;

    private static string? ClosedFor(DeliveryReport report) =>
        report.Subscription.Pause is { Reason: PauseReason.DirectMessagesClosed } pause ? pause.Detail ?? "they are closed." : null;

    private Task WellAsync(string what, string says) => output.WriteLineAsync($"ok    {what}: {says}");

    private Task WrongAsync(string what, string says)
    {
        _well = false;
        return output.WriteLineAsync($"mend  {what}: {says}");
    }
}
