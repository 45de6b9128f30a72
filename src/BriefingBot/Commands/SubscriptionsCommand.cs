using System.Globalization;
using BriefingBot.Briefings;
using BriefingBot.Storage;

namespace BriefingBot.Commands;

/// <summary><c>/briefing list</c>, <c>pause</c>, <c>resume</c> and <c>unsubscribe</c>.</summary>
internal sealed class SubscriptionsCommand(SubscriptionStore store, TimeProvider time)
{
    /// <summary>
    /// Those that whoever asks may change: their own, and with Manage Server this server's. What they set up in this server needs that too; of
    /// another server nobody can tell what they may do there, and setting it up is enough.
    /// </summary>
    public IReadOnlyList<Subscription> Of(CommandRequest request) => Of(request.Person, request.Manages, request.At);

    /// <inheritdoc cref="Of(CommandRequest)"/>
    public IReadOnlyList<Subscription> Of(string? person, bool manages, AskedAt? at)
    {
        if (store.IsEmpty)
        {
            return [];
        }

        var guild = at?.Place.Guild;
        var own = person is null ? [] : store.OfOwner(person).Where(each => each.Place.Surface == (at?.Place.Surface ?? each.Place.Surface) && (each.Place.Guild is null || each.Place.Guild != guild));
        return [.. own.Concat(manages && guild is not null ? store.OfGuild(guild) : []).DistinctBy(each => each.Id).OrderBy(each => each.Id)];
    }

    public Reply List(CommandRequest request)
    {
        var all = Of(request);
        return new Reply
        {
            Command = request.Command.Name,
            Heading = all.Count == 0 ? "There is no daily briefing of yours." : Wording.Count(all.Count, "daily briefing"),
            Sections = all.Count == 0 ? [] : [new(null, [.. all.Select(each => Line(each, request.At))])],
            Notes = all.Count > 0 ? []
                : request.At?.Place.Guild is not null && !request.Manages ? [HowTo(request), "Those of this server are listed for whoever has Manage Server."] : [HowTo(request)],
        };
    }

    public Reply Pause(CommandRequest request) => With(request, subscription =>
    {
        if (subscription.Pause is { Reason: PauseReason.ByPerson })
        {
            return Told(request, $"Daily briefing {subscription.Id} is paused already.", GoesOn(subscription));
        }

        store.Pause(subscription.Id, new Pause(PauseReason.ByPerson, time.GetUtcNow(), null));
        return Told(request, $"Daily briefing {subscription.Id} is paused.", GoesOn(subscription));
    });

    public Reply Resume(CommandRequest request) => With(request, subscription =>
    {
        if (subscription is { Pause: null, SnoozedUntil: null })
        {
            return Told(request, $"Daily briefing {subscription.Id} is not paused.") with { Sections = Next(subscription) };
        }

        if (request.At?.ProblemIn(subscription.Place) is { } problem)
        {
            return Reply.Failure(request.Command.Name, problem);
        }

        store.Resume(subscription.Id);
        return Told(request, $"Daily briefing {subscription.Id} goes on.") with { Sections = Next(store.Find(subscription.Id) ?? subscription) };
    });

    public Reply Unsubscribe(CommandRequest request) => With(request, subscription =>
    {
        store.Remove(subscription.Id);
        return Told(request, $"Daily briefing {subscription.Id} is ended and forgotten: {SubscriptionWords.Hour(subscription)}{SubscriptionWords.Subject(subscription)}.");
    });

    /// <summary>The answer to a number that is nobody's, or somebody else's.</summary>
    public static Reply None(CommandRequest request, string id, string may) => Reply.Failure(
        request.Command.Name, $"There is no daily briefing {id} that you may {may}: /{CommandCatalog.BriefingList.Name} shows those that there are.");

    private ReplyLine Line(Subscription subscription, AskedAt? at)
    {
        // A channel of another server has no name here.
        var channel = subscription.Place.Guild == at?.Place.Guild ? subscription.Place.Channel : null;
        DateTimeOffset? next = subscription.Pause is null && store.Next(subscription, 1) is [var due] ? due : null;
        return new ReplyLine($"{subscription.Id}", SubscriptionWords.Line(subscription, at, next, channel is not null)) { Channel = channel };
    }

    private static string GoesOn(Subscription subscription) =>
        $"/{CommandCatalog.BriefingResume.Name} id:{subscription.Id} makes it go on; nothing is forgotten meanwhile.";

    private static string HowTo(CommandRequest request) =>
        $"/{(request.Manages && request.At?.Place.Guild is not null ? CommandCatalog.BriefingSubscribe : CommandCatalog.BriefingMe).Name} time:08:30 zone:Europe/Zurich sets one up.";

    private static Reply Told(CommandRequest request, string heading, params IReadOnlyList<string> notes) =>
        new() { Command = request.Command.Name, Heading = heading, Notes = notes };

    private List<ReplySection> Next(Subscription subscription) =>
        SubscribeCommand.Times(store, subscription, 1, ["Next"]) is { Count: > 0 } times ? [new(null, times)] : [];

    /// <summary>The one that is meant: by its number; without one the only one, or this channel's only one.</summary>
    private Reply With(CommandRequest request, Func<Subscription, Reply> change)
    {
        // What somebody subscribed to for themselves concerns nobody else in a channel.
        Reply Act(Subscription meant)
        {
            var reply = change(meant);
            return reply with { Private = reply.Private || (meant.Place.Guild is null && request.At?.Place.Guild is not null) };
        }

        var all = Of(request);
        if (request["id"] is { } typed)
        {
            var id = long.Parse(typed, CultureInfo.InvariantCulture);
            return all.FirstOrDefault(each => each.Id == id) is { } named ? Act(named)
                : None(request, typed, "change");
        }

        return all is [var only] ? Act(only)
            : request.At?.Here(all) is [var one] ? Act(one)
            : Reply.Failure(request.Command.Name, all.Count == 0
                ? $"There is no daily briefing that you may change. {HowTo(request)}"
                : $"Say which one, id:{all[0].Id} or another: /{CommandCatalog.BriefingList.Name} shows them.");
    }
}
