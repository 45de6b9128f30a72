using BriefingBot.Storage;
using BriefingBot.Surfaces;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Briefings;

/// <summary>All that delivers briefings on one surface, joined. Nothing is opened before it is used.</summary>
/// <param name="Store">The subscriptions.</param>
/// <param name="Due">Those of the surface, as they are due.</param>
/// <param name="Ledger">What became of each.</param>
/// <param name="Rounds">Deliver what is due.</param>
/// <param name="Service">Runs it all.</param>
internal sealed record BriefingParts(SubscriptionStore Store, DueSubscriptions Due, DeliveryLedger Ledger, BriefingRounds Rounds, BriefingService Service) : IDisposable
{
    /// <param name="store">The subscriptions of <paramref name="database"/>.</param>
    /// <param name="database">Where they and the ledger are kept.</param>
    /// <param name="due">Which of them are this process's to deliver.</param>
    /// <param name="process">What this process is told from others by.</param>
    /// <param name="sink">Where to.</param>
    /// <param name="compose">Null when there is nothing to say.</param>
    /// <param name="ready">Whether anything can be composed yet.</param>
    /// <param name="options">The grace time.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logs">For all of them.</param>
    /// <param name="story">How the story is called; null where nobody is told.</param>
    public static BriefingParts Join(
        SubscriptionStore store, Database database, DueSubscriptions due, string process, IMessageSink sink,
        Func<Subscription, BriefingOrder, ComposedBriefing?> compose, Func<bool> ready, BriefingOptions options, TimeProvider time, ILoggerFactory logs,
        Func<string?>? story = null)
    {
        var ledger = new DeliveryLedger(database, process, time);
        var notices = new PauseNotices(store, sink, story ?? (() => null));
        var delivery = new BriefingDelivery(ledger, store, compose, sink, notices, options, time, logs.CreateLogger<BriefingDelivery>());
        var rounds = new BriefingRounds(due, ledger, delivery, ready, options, time, logs.CreateLogger<BriefingRounds>());
        var left = new LeftServers(new ServerRecords(database), notices, sink, time, logs.CreateLogger<LeftServers>());
        return new BriefingParts(store, due, ledger, rounds, new BriefingService(store, due, delivery, rounds, left, time, logs));
    }

    public void Dispose() => Rounds.Dispose();
}
