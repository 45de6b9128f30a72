using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;

namespace BriefingBot.Hosting;

/// <summary>What the dispatch calls.</summary>
internal sealed record InteractionCalls
{
    /// <summary>The answer, run on a thread of the pool; null to leave the person without a response, as one who floods the bot.</summary>
    public required Func<Interaction, Task<InteractionResponse?>> Answer { get; init; }

    /// <inheritdoc cref="DiscordLink.Respond"/>
    public required Func<Interaction, InteractionResponse, CancellationToken, Task> Respond { get; init; }

    /// <inheritdoc cref="DiscordLink.Edit"/>
    public required Func<Interaction, MessageBody, CancellationToken, Task> Edit { get; init; }

    /// <inheritdoc cref="DiscordLink.Delete"/>
    public required Func<Interaction, CancellationToken, Task> Delete { get; init; }

    /// <inheritdoc cref="DiscordLink.FollowUp"/>
    public required Func<Interaction, MessageBody, CancellationToken, Task> FollowUp { get; init; }
}
