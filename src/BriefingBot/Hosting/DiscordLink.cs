using BriefingBot.Briefings;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Indexing;

namespace BriefingBot.Hosting;

/// <summary>
/// All that the service needs of Discord, as functions: what connects and what answers are joined to it in <see cref="DiscordParts"/>, and a
/// test passes its own.
/// </summary>
internal sealed record DiscordLink : IDisposable
{
    /// <summary>
    /// What answers an interaction from the story, with null for one that is to be left without a response; the second value tells how far the
    /// index is, null once it is up to date.
    /// </summary>
    public required Func<OpenStory, Func<IndexProgress?>, Func<Interaction, InteractionResponse?>> Answers { get; init; }

    /// <summary>
    /// What delivers briefings composed from the story; the second value as for <see cref="Answers"/>. Null where nothing does. The caller disposes it.
    /// </summary>
    public Func<OpenStory, Func<IndexProgress?>, BriefingParts>? Briefings { get; init; }

    /// <summary>Sends the first response to the interaction's callback.</summary>
    public required Func<Interaction, InteractionResponse, CancellationToken, Task> Respond { get; init; }

    /// <summary>Puts a message where the deferred response, or the button's message, stands.</summary>
    public required Func<Interaction, MessageBody, CancellationToken, Task> Edit { get; init; }

    /// <summary>Takes the first response away: a message that is sent afterwards is seen by whom its flags say.</summary>
    public required Func<Interaction, CancellationToken, Task> Delete { get; init; }

    /// <summary>Sends a further message, after the first response.</summary>
    public required Func<Interaction, MessageBody, CancellationToken, Task> FollowUp { get; init; }

    /// <summary>Asks Discord which application the token is of.</summary>
    public required Func<CancellationToken, Task<Application>> Application { get; init; }

    /// <summary>Registers the commands of the catalogue with the application where they differ from what Discord lists.</summary>
    public required Func<Snowflake, CancellationToken, Task> Register { get; init; }

    /// <summary>In words, what differs between the commands that Discord lists and the catalogue; empty when nothing does.</summary>
    public required Func<Snowflake, CancellationToken, Task<IReadOnlyList<string>>> Differences { get; init; }

    /// <summary>
    /// Names of the permissions that a briefing needs in a channel and the bot lacks. Throws <see cref="BriefingBot.Discord.Rest.DiscordApiException"/>
    /// where the channel cannot be asked for.
    /// </summary>
    public Func<Snowflake, CancellationToken, Task<IReadOnlyList<string>>> MissingIn { get; init; } = (_, _) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>The Gateway; null where interactions come by web request.</summary>
    public GatewayLink? Gateway { get; init; }

    /// <summary>How often a request waited for a rate limit since the start.</summary>
    public Func<long> RateLimitWaits { get; init; } = () => 0;

    /// <summary>What holds connections.</summary>
    public IReadOnlyList<IDisposable> Owned { get; init; } = [];

    public void Dispose()
    {
        foreach (var each in Owned)
        {
            each.Dispose();
        }
    }
}

/// <summary>The Gateway as the service sees it.</summary>
/// <param name="Interactions">
/// Connects, and yields what people do until it is cancelled. Throws <see cref="DiscordRefusedException"/> when connecting again would change
/// nothing.
/// </param>
/// <param name="Health">Of each shard of this process; empty before the first is connected.</param>
internal sealed record GatewayLink(
    Func<CancellationToken, IAsyncEnumerable<ReceivedInteraction>> Interactions, Func<IReadOnlyList<ShardHealth>> Health);

/// <summary>An interaction, and when it was read from the connection.</summary>
/// <param name="Interaction">What somebody did.</param>
/// <param name="Received">A timestamp of the service's <see cref="TimeProvider"/>.</param>
internal readonly record struct ReceivedInteraction(Interaction Interaction, long Received);

/// <summary>How a shard's connection is.</summary>
/// <param name="Shard">Its number, from 0.</param>
/// <param name="Ready">Whether it has a session.</param>
/// <param name="Acknowledged">Whether Discord acknowledged the last heartbeat in time.</param>
/// <param name="Reconnects">How often it had to connect again since the start.</param>
internal sealed record ShardHealth(int Shard, bool Ready, bool Acknowledged, long Reconnects);

/// <summary>Discord refuses for good: somebody has to change the token or the configuration. The message is one clear line.</summary>
internal sealed class DiscordRefusedException(string line, Exception? inner = null) : Exception(line, inner);
