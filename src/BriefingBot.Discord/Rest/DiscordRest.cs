using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Discord.Rest;

/// <summary>
/// Discord's HTTP API v10, as far as a bot needs it that answers commands and writes messages. Every call waits for the rate limits in the order of
/// asking, is attempted again where that cannot do anything twice, and throws <see cref="DiscordApiException"/> when there is no (good) answer. Safe
/// for any number of threads; one per process, since it knows what Discord has told so far.
/// </summary>
public sealed class DiscordRest : IDisposable
{
    private readonly Requests _requests;

    /// <param name="options">Where and as whom.</param>
    /// <param name="time">For limits and timeouts; no wall clock is asked.</param>
    /// <param name="random">Numbers from 0 to 1, so that many bots do not try again in step; null for none.</param>
    /// <param name="log">Learns routes with placeholders, never a token or a text.</param>
    /// <exception cref="ArgumentException">An option cannot be used; the message says which and why.</exception>
    public DiscordRest(DiscordRestOptions options, TimeProvider time, Func<double>? random, ILogger<DiscordRest> log)
    {
        options.Validate();
        _requests = new Requests(options, time, random, log);
    }

    /// <summary>How many of Discord's buckets are remembered.</summary>
    internal int Buckets => _requests.Limiter.Buckets;

    /// <summary>How often a request waited for a rate limit.</summary>
    public long RateLimitWaits => _requests.Waits;

    /// <summary>Where the Gateway is, and how many sessions may begin. Discord's document: events/gateway, Get Gateway Bot.</summary>
    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken cancellation) =>
        GetAsync(Routes.GatewayBot, WireJson.Wire.GatewayBot, cancellation);

    /// <summary>Who the bot is. Discord's document: resources/application, Get Current Application.</summary>
    public Task<Application> GetApplicationAsync(CancellationToken cancellation) =>
        GetAsync(Routes.Application, WireJson.Wire.Application, cancellation);

    /// <summary>The registered commands with all their languages. Discord's document: interactions/application-commands.</summary>
    /// <param name="application">Whose.</param>
    /// <param name="guild">The server whose own they are; null for those everywhere.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public async Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(Snowflake application, Snowflake? guild, CancellationToken cancellation) =>
        await GetAsync(Routes.Commands(application, guild), WireJson.Wire.ListApplicationCommand, cancellation);

    /// <summary>
    /// Registers these commands and removes all others. Creating new ones is limited to 200 a day. Discord's document:
    /// interactions/application-commands, Bulk Overwrite.
    /// </summary>
    /// <param name="application">Whose.</param>
    /// <param name="guild">The server whose own they are; null for everywhere.</param>
    /// <param name="commands">All of them; none removes all.</param>
    /// <param name="cancellation">Ends waiting.</param>
    /// <returns>As Discord holds them now, with ids.</returns>
    public async Task<IReadOnlyList<ApplicationCommand>> OverwriteCommandsAsync(
        Snowflake application, Snowflake? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(commands, WireJson.Wire.IReadOnlyListApplicationCommand);
        return (await _requests.SendAsync(
            Routes.Overwrite(application, guild), body, Twice.Harmless, WireJson.Wire.ListApplicationCommand, cancellation))!;
    }

    /// <summary>
    /// Gives the first answer to an interaction, of which there is one, within three seconds. It goes out at once, needs no bot token and no
    /// place in any queue, and is sent again for as long as there is time: Discord takes one only, and tells when it has. Discord's document:
    /// interactions/receiving-and-responding, Create Interaction Response.
    /// </summary>
    /// <param name="interaction">Its id.</param>
    /// <param name="token">Its token.</param>
    /// <param name="response">Of a type that fits the interaction.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public Task RespondAsync(Snowflake interaction, string token, InteractionResponse response, CancellationToken cancellation) =>
        _requests.SendAsync<Message>(
            Routes.Callback(interaction, token), JsonSerializer.SerializeToUtf8Bytes(response, WireJson.Wire.InteractionResponse), Twice.Noticed, null, cancellation);

    /// <summary>Changes the first answer, or gives the one that was deferred; for 15 minutes. Discord's document: Edit Original Interaction Response.</summary>
    /// <param name="application">Whose interaction it is.</param>
    /// <param name="token">The interaction's.</param>
    /// <param name="body">Without a nonce.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public Task EditOriginalAsync(Snowflake application, string token, MessageBody body, CancellationToken cancellation) =>
        _requests.SendAsync<Message>(Routes.Original(application, token), Bytes(body), Twice.Harmless, null, cancellation);

    /// <summary>
    /// Takes the first answer away, or the word that one will come: what follows is then a message of its own, seen by whom its flags say. One that is
    /// gone already is no error. Discord's document: Delete Original Interaction Response.
    /// </summary>
    /// <param name="application">Whose interaction it is.</param>
    /// <param name="token">The interaction's.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public async Task DeleteOriginalAsync(Snowflake application, string token, CancellationToken cancellation)
    {
        try
        {
            await _requests.SendAsync<Message>(Routes.DeleteOriginal(application, token), null, Twice.Harmless, null, cancellation);
        }
        catch (DiscordApiException gone) when (gone.Code == Requests.UnknownMessage)
        {
            // An earlier attempt arrived, or somebody else took it away.
        }
    }

    /// <summary>Gives another answer; for 15 minutes after the interaction. Discord's document: Create Followup Message.</summary>
    /// <param name="application">Whose interaction it is.</param>
    /// <param name="token">The interaction's.</param>
    /// <param name="body">Without a nonce.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public async Task<Message> FollowUpAsync(Snowflake application, string token, MessageBody body, CancellationToken cancellation) =>
        (await _requests.SendAsync(Routes.FollowUp(application, token), Bytes(body), Twice.Harmful, WireJson.Wire.Message, cancellation))!;

    /// <summary>
    /// Writes into a channel. With an enforced nonce it is attempted again even when Discord may have posted it, for as long as Discord is sure to
    /// remember the nonce. Discord's document: resources/message, Create Message.
    /// </summary>
    /// <param name="channel">A channel, a thread or a conversation.</param>
    /// <param name="body">The message.</param>
    /// <param name="cancellation">Ends waiting.</param>
    /// <param name="isWanted">Asked right before every attempt goes out; null for always.</param>
    /// <exception cref="CalledOffException">It is not wanted any more. An earlier attempt may have arrived.</exception>
    public async Task<Message> CreateMessageAsync(Snowflake channel, MessageBody body, CancellationToken cancellation, Func<bool>? isWanted = null)
    {
        var twice = body is { EnforceNonce: true, Nonce.Length: > 0 } ? Twice.HarmlessSoon : Twice.Harmful;
        return (await _requests.SendAsync(Routes.CreateMessage(channel), Bytes(body), twice, WireJson.Wire.Message, cancellation, isWanted))!;
    }

    /// <summary>Discord's document: resources/channel, Get Channel.</summary>
    public Task<Channel> GetChannelAsync(Snowflake channel, CancellationToken cancellation) =>
        GetAsync(Routes.Channel(channel), WireJson.Wire.Channel, cancellation);

    /// <summary>The conversation with one person, begun if need be. Discord's document: resources/user, Create DM.</summary>
    /// <param name="user">The person; only who caused it may be written to.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public async Task<Channel> OpenDirectMessageAsync(Snowflake user, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new DirectMessageRequest(user), WireJson.Wire.DirectMessageRequest);
        return (await _requests.SendAsync(Routes.DirectMessage, body, Twice.Harmful, WireJson.Wire.Channel, cancellation))!;
    }

    /// <summary>
    /// Begins a post in a forum. Discord knows no nonce here, so it is not attempted again once it may have arrived. Discord's document:
    /// resources/channel, Start Thread in Forum or Media Channel.
    /// </summary>
    /// <returns>The post, a thread; its first message has the same id.</returns>
    /// <inheritdoc cref="CreateMessageAsync" path="/exception"/>
    public async Task<Channel> CreatePostAsync(Snowflake forum, PostRequest post, CancellationToken cancellation, Func<bool>? isWanted = null)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(post, WireJson.Wire.PostRequest);
        return (await _requests.SendAsync(Routes.Post(forum), body, Twice.Harmful, WireJson.Wire.Channel, cancellation, isWanted))!;
    }

    /// <summary>A server with its roles; 10004 where the bot is not in it. Discord's document: resources/guild, Get Guild.</summary>
    public Task<Guild> GetGuildAsync(Snowflake guild, CancellationToken cancellation) => GetAsync(Routes.Guild(guild), WireJson.Wire.Guild, cancellation);

    /// <summary>A member of a server, with the ids of the roles they have. Discord's document: resources/guild, Get Guild Member.</summary>
    public Task<Member> GetMemberAsync(Snowflake guild, Snowflake user, CancellationToken cancellation) =>
        GetAsync(Routes.Member(guild, user), WireJson.Wire.Member, cancellation);

    /// <summary>The bot's own account. Discord's document: resources/user, Get Current User.</summary>
    public Task<User> GetCurrentUserAsync(CancellationToken cancellation) => GetAsync(Routes.CurrentUser, WireJson.Wire.User, cancellation);

    /// <summary>The server's threads that are not put away, as far as the bot sees them. Discord's document: resources/guild, List Active Guild Threads.</summary>
    public async Task<IReadOnlyList<Channel>> GetActiveThreadsAsync(Snowflake guild, CancellationToken cancellation) =>
        (await GetAsync(Routes.ActiveThreads(guild), WireJson.Wire.ThreadList, cancellation)).Threads ?? [];

    /// <summary>Messages of a channel, newest first. Discord's document: resources/message, Get Channel Messages.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="after">Only newer ones, the oldest of them; not together with <paramref name="before"/>.</param>
    /// <param name="before">Only older ones, the newest of them.</param>
    /// <param name="limit">1 to 100.</param>
    /// <param name="cancellation">Ends waiting.</param>
    public async Task<IReadOnlyList<Message>> GetMessagesAsync(
        Snowflake channel, Snowflake? after, Snowflake? before, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 100);
        return after is not null && before is not null
            ? throw new ArgumentException("Discord pages in one direction: after a message or before one.", nameof(before))
            : await GetAsync(Routes.Messages(channel, after, before, limit), WireJson.Wire.ListMessage, cancellation);
    }

    /// <summary>Ends all connections; whatever still waits for a rate limit fails.</summary>
    public void Dispose() => _requests.Dispose();

    private static byte[] Bytes(MessageBody body) => JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Wire.MessageBody);

    private async Task<T> GetAsync<T>(Route route, JsonTypeInfo<T> shape, CancellationToken cancellation) =>
        (await _requests.SendAsync(route, null, Twice.Harmless, shape, cancellation))!;
}
