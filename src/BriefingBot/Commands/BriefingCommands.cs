using BriefingBot.Briefings;
using BriefingBot.Storage;

namespace BriefingBot.Commands;

/// <summary>All that answers about briefings, joined once.</summary>
internal sealed class BriefingCommands
{
    /// <summary>What is said of a subscription that is there no more.</summary>
    public const string Ended = "That daily briefing has been ended.";

    private readonly SubscriptionStore _store;

    public BriefingCommands(SubscriptionStore store, BriefingComposer composer, BriefingOptions options, TimeProvider time)
    {
        _store = store;
        Subscribe = new SubscribeCommand(store, composer, options, time);
        Subscriptions = new SubscriptionsCommand(store, time);
        Shown = new BriefingNowCommand(store, Subscriptions, composer, options, time);
        Untold = new UntoldPauses(store, time);
    }

    public SubscribeCommand Subscribe { get; }

    public SubscriptionsCommand Subscriptions { get; }

    public BriefingNowCommand Shown { get; }

    /// <summary>What a subscription's delivered briefing left to be shown.</summary>
    /// <param name="subscription">Of whoever asks.</param>
    /// <param name="page">From 0, right after what was delivered.</param>
    public Reply More(long subscription, int page) => !_store.IsEmpty && _store.Find(subscription) is { } found
        ? Shown.Show("more", found, page) : Reply.Failure("more", Ended);

    /// <summary>What is to be told at somebody's next command.</summary>
    public UntoldPauses Untold { get; }

    /// <summary>What is stored about people on account of briefings.</summary>
    public PersonalData PersonalData => new(
        "Daily briefings that you set up",
        person => _store.IsEmpty ? [] : [.. _store.OfOwner(person).Select(each => $"{each.Id}: {SubscriptionWords.Line(each, null, null)}")],
        person => _store.IsEmpty ? 0 : _store.Erase(person))
    {
        Remains = "What you set up for a server’s channel goes on there, without your name: /briefing unsubscribe there ends it.",
    };

    /// <summary>The commands and what answers each.</summary>
    public IEnumerable<(CommandDescription Command, Func<CommandRequest, Reply> Answer)> Answers =>
    [
        (CommandCatalog.BriefingNow, Shown.Now),
        (CommandCatalog.BriefingSubscribe, Subscribe.Subscribe),
        (CommandCatalog.BriefingMe, Subscribe.Me),
        (CommandCatalog.BriefingList, Subscriptions.List),
        (CommandCatalog.BriefingPause, Subscriptions.Pause),
        (CommandCatalog.BriefingResume, Subscriptions.Resume),
        (CommandCatalog.BriefingUnsubscribe, Subscriptions.Unsubscribe),
    ];
}
