using BriefingBot.Briefings;
using BriefingBot.Storage;

namespace BriefingBot.Commands;

/// <summary><c>/briefing subscribe</c> and <c>/briefing me</c>: a daily briefing in a channel, or for one person.</summary>
internal sealed class SubscribeCommand(SubscriptionStore store, BriefingComposer composer, BriefingOptions options, TimeProvider time)
{
    private const int NextTimes = 3;

    private static readonly string[] Ordinals = ["First", "Then", "And then"];

    /// <summary>Into a channel; in the terminal, which has none, as <see cref="Me"/>.</summary>
    public Reply Subscribe(CommandRequest request)
    {
        if (request.At is { Place.Surface: BriefingPlace.Terminal })
        {
            return request["channel"] is null ? Me(request) : Failure(request, "There are no channels in a terminal: leave “channel” out.");
        }

        if (request.At is not { Place: { Guild: { } guild } here })
        {
            return Failure(request, $"There is no channel here for everybody: /{CommandCatalog.BriefingMe.Name} brings you a briefing by direct message.");
        }

        if (!request.Manages)
        {
            return Failure(request, $"That needs the permission Manage Server: ask somebody who has it, or use /{CommandCatalog.BriefingMe.Name} for one of your own.");
        }

        var channel = request.At.Channel;
        return channel?.Problem is { } problem ? Failure(request, problem)
            : Make(request, here with { Guild = guild, Channel = channel?.Id ?? here.Channel }, channel?.Name);
    }

    /// <summary>By direct message, or into the terminal.</summary>
    public Reply Me(CommandRequest request) =>
        Make(request, new BriefingPlace(request.At?.Place.Surface ?? BriefingPlace.Terminal, null, null), null);

    private static Reply Failure(CommandRequest request, string sentence) => Reply.Failure(request.Command.Name, sentence);

    private Reply Make(CommandRequest request, BriefingPlace place, string? channel)
    {
        if (request.Person is not { } person)
        {
            return Failure(request, "Nobody knows who is asking, so no briefing can be set up.");
        }

        var hour = TimesOfDay.Read(request["time"] ?? "") ?? options.Time;
        var zone = request["zone"] ?? (request.At?.Zone is { } own && TimeZones.Find(own.Id) is not null ? own.Id : options.Zone);
        var wanted = new NewSubscription(
            person, place, hour, zone, request["about"], request.Speaker, request["quiet"] is "true", request["again"] is "true");
        var result = store.Subscribe(wanted);
        return result.Subscription is { } made ? Told(request, result, made, channel) : Failure(request, place.Guild is null
            ? $"You have {Most(result)}, as many as one person may have: end one with /{CommandCatalog.BriefingUnsubscribe.Name}."
            : $"This server has {Most(result)}, as many as it may have: end one with /{CommandCatalog.BriefingUnsubscribe.Name}.");
    }

    private static string Most(SubscribeResult result) => Wording.Count(result.Most, "daily briefing");

    private Reply Told(CommandRequest request, SubscribeResult result, Subscription made, string? channel)
    {
        var changed = result.Outcome == SubscribeOutcome.Changed ? "changed" : "set up";
        return new Reply
        {
            Command = request.Command.Name,
            Heading = $"Daily briefing {made.Id} is {changed}: {SubscriptionWords.Hour(made)}, {SubscriptionWords.Where(made, request.At, channel)}{SubscriptionWords.Subject(made)}",
            Sections = [new(null, Times(store, made, NextTimes, Ordinals))],
            Notes = [.. Notes(request, made)],
            Preview = made.Id,
        };
    }

    /// <summary>When it comes next, a line each.</summary>
    public static IReadOnlyList<ReplyLine> Times(SubscriptionStore store, Subscription subscription, int count, IReadOnlyList<string> labels)
    {
        var zone = SubscriptionWords.Zone(subscription);
        return [.. store.Next(subscription, count).Select((moment, i) => new ReplyLine(labels[i], Wording.Moment(moment, zone)) { Moment = moment })];
    }

    private IEnumerable<string> Notes(CommandRequest request, Subscription made)
    {
        if (composer.IsReady && composer.Count(made.About, made.Speaker, time.GetUtcNow()) == 0)
        {
            yield return "Nothing in the story fits that yet; the first briefing comes when something does.";
        }

        if (request["zone"] is null && request.At?.Zone is null)
        {
            yield return $"The time is that of {made.Zone}, since no zone was given: zone:Europe/Zurich, or just a city, makes it yours.";
        }

        if (made.Quiet && made.Place.Surface != BriefingPlace.Terminal)
        {
            yield return "It comes without a push notification.";
        }

        if (made.Again)
        {
            yield return "When everything has been shown it starts over.";
        }

        if (made.Place is { Surface: BriefingPlace.Terminal })
        {
            yield return "It is printed here while this chat is open at its time, and later that day when you open it.";
        }
    }
}
