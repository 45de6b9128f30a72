using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;

namespace BriefingBot.Surfaces.Discord;

/// <summary>
/// Finds messages of the bot's by their marks, where it is not known whether they were posted. Discord gives no nonce back, so the mark stands at
/// the end of a button's custom id.
/// </summary>
internal sealed class ReadBack(DiscordRest rest)
{
    /// <summary>What Discord gives at once.</summary>
    private const int PageSize = 100;

    private const int UnknownChannel = 10003;

    /// <summary>By how much this machine's clock may be ahead of Discord's: looking further back costs requests, too little a second briefing.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromHours(1);

    private readonly ChannelAccess _access = new(rest);

    /// <summary>In direct messages, which can always be read.</summary>
    public async Task<IReadOnlyDictionary<string, SentPart>?> InConversationAsync(
        string conversation, IReadOnlyList<string> marks, DateTimeOffset since, CancellationToken stop) =>
        (await InAsync(Snowflake.Parse(conversation), conversation, marks, since, stop)).Found;

    /// <summary>In a channel or thread; in a forum, in the posts that were begun since.</summary>
    /// <param name="channel">The subscription's.</param>
    /// <param name="post">Its post, where the channel is a forum and there is one already.</param>
    /// <param name="marks">What is looked for.</param>
    /// <param name="since">None was posted before.</param>
    /// <param name="stop">Ends waiting.</param>
    /// <returns>What was found, by mark; null when messages cannot be read there.</returns>
    public async Task<IReadOnlyDictionary<string, SentPart>?> InServerAsync(
        string channel, string? post, IReadOnlyList<string> marks, DateTimeOffset since, CancellationToken stop)
    {
        var place = Snowflake.Parse(channel);
        if (post is null && await rest.GetChannelAsync(place, stop) is { Type: (int)ChannelType.Forum or (int)ChannelType.Media, GuildId: { } server })
        {
            return await InPostsAsync(server, place, marks, since, stop);
        }

        var where = post is null ? place : Snowflake.Parse(post);
        Dictionary<string, SentPart> found;
        bool isEmpty;
        try
        {
            (found, isEmpty) = await InAsync(where, post, marks, since, stop);
        }
        catch (DiscordApiException gone) when (post is not null && gone.Code == UnknownChannel)
        {
            // With the post went whatever stood in it.
            return new Dictionary<string, SentPart>();
        }

        // Without the permission Discord shows an empty channel instead of refusing.
        return isEmpty && !await _access.ReadsHistoryAsync(where, stop) ? null : found;
    }

    private async Task<Dictionary<string, SentPart>?> InPostsAsync(
        Snowflake server, Snowflake forum, IReadOnlyList<string> marks, DateTimeOffset since, CancellationToken stop)
    {
        if (!await _access.ReadsHistoryAsync(forum, stop))
        {
            return null;
        }

        var found = new Dictionary<string, SentPart>(StringComparer.Ordinal);
        var posts = await rest.GetActiveThreadsAsync(server, stop);
        foreach (var post in posts.Where(post => post.ParentId == forum && post.Id.CreatedAt >= since - ClocksDiffer))
        {
            foreach (var (mark, sent) in (await InAsync(post.Id, post.Id.ToString(), marks, since, stop)).Found)
            {
                found[mark] = sent;
            }
        }

        return found;
    }

    /// <summary>Pages back from the newest message to what was written before <paramref name="since"/>.</summary>
    private async Task<(Dictionary<string, SentPart> Found, bool IsEmpty)> InAsync(
        Snowflake channel, string? conversation, IReadOnlyList<string> marks, DateTimeOffset since, CancellationToken stop)
    {
        var found = new Dictionary<string, SentPart>(StringComparer.Ordinal);
        Snowflake? before = null;
        while (true)
        {
            var page = await rest.GetMessagesAsync(channel, null, before, PageSize, stop);
            foreach (var message in page)
            {
                foreach (var mark in marks.Where(mark => Carries(message.Components, $":{mark}", 0)))
                {
                    found[mark] = new SentPart(message.Id.ToString(), conversation);
                }
            }

            if (page.Count < PageSize || found.Count == marks.Count || page[^1].Id.CreatedAt < since - ClocksDiffer)
            {
                return (found, before is null && page.Count == 0);
            }

            before = page[^1].Id;
        }
    }

    private static bool Carries(IReadOnlyList<Component>? components, string ending, int depth)
    {
        const int deepest = 4;
        return depth <= deepest && (components ?? []).Any(component => component switch
        {
            Button { CustomId: { } id } => id.EndsWith(ending, StringComparison.Ordinal),
            ActionRow row => Carries(row.Components, ending, depth + 1),
            Container container => Carries(container.Components, ending, depth + 1),
            Section section => Carries([section.Accessory], ending, depth + 1),
            _ => false,
        });
    }
}
