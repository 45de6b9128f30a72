using BriefingBot.Configuration;
using BriefingBot.Storage;

namespace BriefingBot.Briefings;

/// <summary>A subscription as <c>status</c> and <c>doctor</c> tell of it, and as <c>status --format json</c> prints it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">Where it goes, in words.</param>
/// <param name="Guild">The server's id; null outside of one.</param>
/// <param name="Channel">The channel's id; null for direct messages and the terminal.</param>
/// <param name="Time">By the zone's clocks.</param>
/// <param name="Zone">An IANA name.</param>
/// <param name="About">Null for everything.</param>
/// <param name="Speaker">Null for everybody.</param>
/// <param name="Paused">Null while it is active.</param>
/// <param name="Next">When it is due next; null while a person paused it, or its zone is not known here.</param>
/// <param name="LastSent">When one was last sent.</param>
/// <param name="LastDay">The local day of the last that was due.</param>
/// <param name="LastState">What became of that one.</param>
/// <param name="LastError">Why it did not go through; null when there is nothing to tell.</param>
internal sealed record SubscriptionStatus(
    long Id, string Place, string? Guild, string? Channel, string Time, string Zone, string? About, string? Speaker, PauseStatus? Paused,
    DateTimeOffset? Next, DateTimeOffset? LastSent, DateOnly? LastDay, string? LastState, string? LastError)
{
    /// <summary>Most that the text tells one by one.</summary>
    public const int MostTold = 50;

    /// <summary>All that are stored, the oldest first.</summary>
    public static IReadOnlyList<(DeliveryReport Report, SubscriptionStatus Status)> All(Settings settings, TimeProvider time)
    {
        var database = new Database(settings.StoragePath);
        var store = new SubscriptionStore(database, settings.Briefing, time);
        return [.. new DeliveryReports(database, time).All().Select(report => (report, Of(report, store.Next(report.Subscription, 1))))];
    }

    public static SubscriptionStatus Of(DeliveryReport report, IReadOnlyList<DateTimeOffset> next)
    {
        var subscription = report.Subscription;
        return new SubscriptionStatus(
            subscription.Id,
            PlaceOf(subscription),
            subscription.Place.Guild,
            subscription.Place.Channel,
            Sql.Stored(subscription.Time),
            subscription.Zone,
            subscription.About,
            subscription.Speaker,
            subscription.Pause is { } pause ? new PauseStatus(pause.Reason.ToString(), pause.At, pause.Detail) : null,
            subscription.Pause is { Reason: PauseReason.ByPerson } || next.Count == 0 ? null : next[0],
            report.LastSent,
            report.Last?.Slot,
            report.Last?.State.ToString().ToLowerInvariant(),
            report.Last?.Error);
    }

    /// <summary>What an operator should look at: a pause that nobody asked for, a briefing that did not go through, a zone that is not known.</summary>
    public string? Attention => this switch
    {
        { Paused: { Reason: not nameof(PauseReason.ByPerson) } pause } => $"Subscription {Id} ({Place}) is paused since {Moment(pause.At)}: {pause.Detail}",
        { LastState: "failed" or "rejected", LastError: { } error } => $"Subscription {Id} ({Place}): the briefing of {LastDay:yyyy-MM-dd} did not go through. {error}",
        { LastState: "sent", LastError: { } doubt } => $"Subscription {Id} ({Place}), briefing of {LastDay:yyyy-MM-dd}: {doubt}",
        { Paused: null, Next: null } => $"Subscription {Id} ({Place}) waits: this machine does not know its time zone {Zone}. Is tzdata installed?",
        _ => null,
    };

    /// <summary>One line.</summary>
    public override string ToString() =>
        $"{Id}: {Place}, {Time} {Zone}; {(Paused is { } pause ? $"paused since {Moment(pause.At)}: {PauseWords.Reason(Enum.Parse<PauseReason>(pause.Reason)).TrimEnd('.')}{(Next is { } again ? $"; tried again {Moment(again)}" : "")}" : $"next {Told(Next)}")}; "
        + $"last {(LastDay is null ? "none yet" : $"{InWords(LastState)} on {LastDay:yyyy-MM-dd}")}{(LastSent is not { } sent ? "" : LastState == "sent" ? $", at {Moment(sent)}" : $"; sent last {Moment(sent)}")}";

    private static string InWords(string? state) => state switch
    {
        "silent" => "had nothing to say",
        "rejected" => "refused",
        "claimed" => "under way",
        { } other => other,
        null => "none yet",
    };

    private static string PlaceOf(Subscription subscription) => subscription.Place switch
    {
        { Surface: BriefingPlace.Terminal } => "the terminal",
        { Channel: null } => $"direct messages to {(subscription.Owner.Length == 0 ? "nobody" : subscription.Owner)}",
        var place => $"channel {place.Channel} of server {place.Guild}",
    };

    private static string Told(DateTimeOffset? moment) => moment is { } known ? Moment(known) : "never";

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'");
}

/// <param name="Reason">The name of a <see cref="PauseReason"/>.</param>
/// <param name="At">Since when.</param>
/// <param name="Detail">How to mend it.</param>
internal sealed record PauseStatus(string Reason, DateTimeOffset At, string? Detail);
