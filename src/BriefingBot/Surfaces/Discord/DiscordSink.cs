using System.Net;
using System.Text.Json;
using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// Briefings on Discord: into a channel or thread, into the one post that a subscription has in a forum, or by direct message. The request that
/// sends is the only one that an ordinary delivery makes.
/// </summary>
/// <param name="rest">Discord.</param>
/// <param name="render">What a briefing looks like; every message carries its mark at the end of a button's custom id, after a colon.</param>
internal sealed class DiscordSink(DiscordRest rest, Func<Reply, Subscription?, DateOnly, IReadOnlyList<MessageBody>> render) : IMessageSink
{
    private const int WrongType = 50008;
    private const int WrongTypeToo = 50024;
    private const int UnknownChannel = 10003;

    /// <summary>A week: the longest that Discord leaves a post open without a message.</summary>
    private const int LongestOpen = 10080;

    /// <summary>Of the one post that a subscription has in a forum; each briefing in it has its own heading.</summary>
    private const string PostTitle = "Daily briefing";

    private readonly ReadBack _readBack = new(rest);

    public IReadOnlyList<string> Render(Reply reply, Subscription subscription, DateOnly slot) =>
        [.. render(reply, subscription, slot).Select(body => JsonSerializer.Serialize(body, WireJson.Wire.MessageBody))];

    public async Task<SentPart?> SendAsync(
        Subscription subscription, string? conversation, string part, string mark, Func<bool> isOurs, CancellationToken stop)
    {
        var body = JsonSerializer.Deserialize(part, WireJson.Wire.MessageBody)!;
        body = subscription.Quiet ? body with { Flags = (body.Flags ?? MessageFlags.None) | MessageFlags.SuppressNotifications } : body;
        try
        {
            return subscription.Place.Channel is null
                ? await ToPersonAsync(subscription.Owner, conversation, Once(body, mark), isOurs, stop)
                : await ToChannelAsync(subscription.Place.Channel, conversation, body, mark, isOurs, stop);
        }
        catch (CalledOffException)
        {
            return null;
        }
        catch (DiscordApiException refused)
        {
            throw await RefusalAsync(refused, subscription, null, stop);
        }
    }

    public async Task<IReadOnlyDictionary<string, SentPart>?> FindAsync(
        Subscription subscription, string? conversation, IReadOnlyList<string> marks, DateTimeOffset since, CancellationToken stop)
    {
        try
        {
            return subscription.Place switch
            {
                { Channel: null } => await _readBack.InConversationAsync(conversation ?? await OpenAsync(subscription.Owner, stop), marks, since, stop),
                { Channel: { } channel } => await _readBack.InServerAsync(channel, conversation, marks, since, stop),
            };
        }
        catch (DiscordApiException refused)
        {
            throw await RefusalAsync(refused, subscription, true, stop);
        }
    }

    public async Task<bool?> IsInAsync(string guild, CancellationToken stop)
    {
        try
        {
            return Snowflake.TryParse(guild, out var server) && await rest.GetGuildAsync(server, stop) is not null;
        }
        catch (DiscordApiException unknown)
        {
            return unknown.IsFinal && unknown.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden ? false : null;
        }
    }

    public async Task TellAsync(string person, Reply notice, CancellationToken stop)
    {
        try
        {
            await rest.CreateMessageAsync(IdOf(await OpenAsync(person, stop)), DiscordReplies.Message(notice, null), stop);
        }
        catch (DiscordApiException refused)
        {
            throw DiscordRefusals.Of(refused);
        }
    }

    private static MessageBody Once(MessageBody body, string mark) => body with { Nonce = mark, EnforceNonce = true };

    private static Snowflake IdOf(string id) => Snowflake.TryParse(id, out var read)
        ? read
        : throw new DeliveryException("The place is no channel of Discord's.") { IsFinal = true, Pause = PauseReason.ChannelGone };

    private async Task<SentPart> ToPersonAsync(string person, string? conversation, MessageBody body, Func<bool> isOurs, CancellationToken stop)
    {
        var opened = conversation ?? await OpenAsync(person, stop);
        var sent = await rest.CreateMessageAsync(IdOf(opened), body, stop, isOurs);
        return new SentPart(sent.Id.ToString(), opened);
    }

    private async Task<SentPart> ToChannelAsync(
        string channel, string? post, MessageBody body, string mark, Func<bool> isOurs, CancellationToken stop)
    {
        try
        {
            var sent = await rest.CreateMessageAsync(IdOf(post ?? channel), Once(body, mark), stop, isOurs);
            return new SentPart(sent.Id.ToString(), post);
        }
        catch (DiscordApiException refused) when (post is not null && refused.Code == UnknownChannel)
        {
            // The post was deleted; the forum may still be there.
            return await BeginPostAsync(IdOf(channel), body, isOurs, stop);
        }
        catch (DiscordApiException refused) when (refused.Code is WrongType or WrongTypeToo && post is null)
        {
            // What a channel is was not asked before: that would be a second request for every briefing, for the sake of a post's first.
            var place = await rest.GetChannelAsync(IdOf(channel), stop);
            if ((ChannelType?)place.Type is ChannelType.Forum or ChannelType.Media)
            {
                return await BeginPostAsync(place.Id, body, isOurs, stop);
            }

            throw;
        }
    }

    private async Task<SentPart> BeginPostAsync(Snowflake forum, MessageBody body, Func<bool> isOurs, CancellationToken stop)
    {
        var post = await rest.CreatePostAsync(forum, new PostRequest(PostTitle, body) { AutoArchiveDuration = LongestOpen }, stop, isOurs);
        return new SentPart(post.Id.ToString(), post.Id.ToString());
    }

    private async Task<string> OpenAsync(string person, CancellationToken stop) => (await rest.OpenDirectMessageAsync(IdOf(person), stop)).Id.ToString();

    /// <summary>A server that the bot has left looks like a channel that it must not see; only the server tells them apart.</summary>
    private async Task<DeliveryException> RefusalAsync(DiscordApiException refused, Subscription subscription, bool? mayHaveArrived, CancellationToken stop)
    {
        var pause = DiscordRefusals.PauseOf(refused);
        if (pause is PauseReason.NoAccess or PauseReason.ChannelGone && subscription.Place.Guild is { } guild && await IsInAsync(guild, stop) is false)
        {
            pause = PauseReason.LeftServer;
        }

        return DiscordRefusals.Of(refused, pause, mayHaveArrived);
    }
}
