using BriefingBot.Briefings;
using BriefingBot.Storage;

namespace BriefingBot.Commands;

/// <summary>
/// Briefings that are shown and not delivered: <c>/briefing now</c>, the preview, and what else there is to show (<em>More</em>). They are composed
/// like those that are delivered, and change nothing.
/// </summary>
internal sealed class BriefingNowCommand(
    SubscriptionStore store, SubscriptionsCommand subscriptions, BriefingComposer composer, BriefingOptions options, TimeProvider time)
{
    /// <summary>Nobody turns so many pages, and each is composed on top of those before.</summary>
    private const int MostPages = 400;

    /// <summary>
    /// The briefing that is asked for by its number; without one this channel's (in a thread its own, else its channel's), else one's own, else what a
    /// new one would bring.
    /// </summary>
    public Reply Now(CommandRequest request)
    {
        var meant = Meant(request);
        if (meant.Count == 0 && request["id"] is { } id)
        {
            return SubscriptionsCommand.None(request, id, "see");
        }

        var subscription = meant.Count == 0 ? null : meant[0];
        var reply = Show(request.Command.Name, subscription, request.Page, request.At?.Zone);
        if (subscription is not null || reply.Failed)
        {
            // What somebody subscribed to for themselves concerns nobody else in a channel.
            return reply with
            {
                Private = reply.Private || (subscription is not null && subscription.Place.Guild != request.At?.Place.Guild),
                Notes = [.. reply.Notes, .. Others(meant)],
            };
        }

        var subscribe = request.Manages && request.At?.Place.Guild is not null ? CommandCatalog.BriefingSubscribe : CommandCatalog.BriefingMe;
        return reply with { Notes = [.. reply.Notes, $"/{subscribe.Name} time:08:30 zone:Europe/Zurich brings it daily."] };
    }

    /// <summary>What a subscription's next briefing would say if it were composed now.</summary>
    /// <param name="command">What this answers.</param>
    /// <param name="subscription">Null for one that shows the whole story from the beginning.</param>
    /// <param name="page">0 for the briefing itself, then what could be shown beyond it.</param>
    /// <param name="zone">For the days of one without a subscription; null for that of new ones.</param>
    public Reply Show(string command, Subscription? subscription, int page, TimeZoneInfo? zone = null)
    {
        if (!composer.IsReady)
        {
            return Reply.Failure(command, "The articles are still being read: ask again in a moment.");
        }

        var order = Order(subscription, zone ?? TimeZones.Find(options.Zone) ?? TimeZoneInfo.Utc);
        ComposedBriefing? briefing = null;
        for (var i = 0; i <= Math.Clamp(page, 0, MostPages); i++)
        {
            briefing = composer.Compose(order);
            if (briefing is null || briefing.SaysAllShown)
            {
                break;
            }

            // Beyond the first, what is new has been told, and what was withdrawn too.
            order = order with { Shown = briefing.StartsOver ? briefing.Shown.ToHashSet() : [.. order.Shown, .. briefing.Shown], LastDelivered = null, Again = false, SaidAllShown = i > 0 };
        }

        // That all has been shown is said with the promise of news, which a paused one would not bring.
        var isNothing = briefing is null || (briefing.SaysAllShown && subscription is { Pause: not null });
        var reply = isNothing ? Nothing(order, page, subscription) : Paged(briefing!.Reply, page);
        return reply with { Command = command, Briefing = subscription?.Id ?? 0, Notes = [.. reply.Notes, .. Paused(subscription)] };
    }

    private BriefingOrder Order(Subscription? subscription, TimeZoneInfo zone)
    {
        var now = time.GetUtcNow();
        if (subscription is null)
        {
            return new BriefingOrder(null, null, new HashSet<string>(), null, false, false, null, now, zone);
        }

        var (shown, last, saidAll) = store.Progress(subscription.Id);
        return new BriefingOrder(
            subscription.About, subscription.Speaker, shown, last, saidAll, subscription.Again, null, now, SubscriptionWords.Zone(subscription));
    }

    /// <summary>Where a briefing stands among all that could be shown.</summary>
    private static Reply Paged(Reply reply, int page) =>
        reply.Passages.Count == 0 ? reply : reply with { Page = reply.Page with { Number = page, Count = page + reply.Page.Count } };

    private static Reply Nothing(BriefingOrder order, int page, Subscription? subscription)
    {
        var narrowed = BriefingWords.Narrowed(order);
        var (nothing, next) = page > 0 || order.Shown.Count > 0
            ? ($"There is nothing more to show{narrowed}", subscription?.Again == true ? ": the next briefing starts over." : ": the next briefing comes when there is news.")
            : ($"Nothing in the story is there to be shown{narrowed} yet", ": the briefing comes when there is.");
        return new Reply { Command = "", Heading = subscription is { Pause: null } ? nothing + next : nothing };
    }

    private static IEnumerable<string> Paused(Subscription? subscription) => subscription?.Pause is not { } pause ? [] :
    [
        $"Daily briefing {subscription.Id} is paused: {PauseWords.Reason(pause.Reason)}",
        $"/{CommandCatalog.BriefingResume.Name} id:{subscription.Id} makes it go on.",
    ];

    private static IEnumerable<string> Others(IReadOnlyList<Subscription> meant) => meant.Count < 2 ? [] :
        [$"This is daily briefing {meant[0].Id}; /{CommandCatalog.BriefingNow.Name} id:{meant[1].Id} shows {(meant.Count == 2 ? "the other" : "another")}."];

    /// <summary>Those that somebody may mean, the first of which is shown.</summary>
    private IReadOnlyList<Subscription> Meant(CommandRequest request)
    {
        if (store.IsEmpty || request.At is not { } at)
        {
            return [];
        }

        var here = at.Place.Guild is { } guild ? at.Here(store.OfGuild(guild)) : [];
        if (request["id"] is { } id)
        {
            return [.. here.Concat(subscriptions.Of(request)).Where(each => $"{each.Id}" == id).Take(1)];
        }

        return here.Count > 0 ? here
            : request.Person is { } person ? [.. store.OfOwner(person).Where(each => each.Place.Surface == at.Place.Surface && each.Place.Guild is null)] : [];
    }
}
