using BriefingBot.Storage;
using BriefingBot.Surfaces;

namespace BriefingBot.Briefings;

/// <summary>
/// Tells whoever set briefings up that the bot had to pause them: once for each pause, and once for all that they have in a server which the bot has
/// left. They are noted as told before they are; where no direct message reaches them, it is for their next command.
/// </summary>
/// <param name="store">Who has been told.</param>
/// <param name="sink">Tells them.</param>
/// <param name="story">How the story is called; null where it has no name.</param>
internal sealed class PauseNotices(SubscriptionStore store, IMessageSink sink, Func<string?> story)
{
    /// <param name="subscription">Which has been paused.</param>
    /// <param name="reason">What for.</param>
    /// <param name="why">The same in one sentence that says how to mend it.</param>
    /// <param name="stop">Ends waiting.</param>
    public async Task TellAsync(Subscription subscription, PauseReason reason, string why, CancellationToken stop)
    {
        if (store.TryTell(subscription.Id) is not { Count: > 0 } paused)
        {
            return;
        }

        try
        {
            if (reason == PauseReason.DirectMessagesClosed)
            {
                store.TellLater(paused);
                return;
            }

            await sink.TellAsync(subscription.Owner, PauseWords.Notice(story(), paused, reason, why), stop);
        }
        catch (DeliveryException)
        {
            store.TellLater(paused);
        }
    }

    /// <summary>Everybody who set something up in a server that the bot has left, and was not told yet.</summary>
    public async Task TellOfServerAsync(string guild, CancellationToken stop)
    {
        foreach (var subscription in store.OfGuild(guild).Where(each => each.Pause is { Reason: PauseReason.LeftServer }))
        {
            await TellAsync(subscription, PauseReason.LeftServer, PauseWords.LeftServer, stop);
        }
    }
}
