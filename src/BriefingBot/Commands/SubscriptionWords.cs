using BriefingBot.Briefings;

namespace BriefingBot.Commands;

/// <summary>A subscription in words.</summary>
internal static class SubscriptionWords
{
    /// <summary>The zone that its days are told in: UTC where the system no longer knows its own.</summary>
    public static TimeZoneInfo Zone(Subscription subscription) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(subscription.Zone, out var known) ? known : TimeZoneInfo.Utc;

    /// <summary>“08:30, Europe/Zurich”.</summary>
    public static string Hour(Subscription subscription) => $"{TimesOfDay.Written(subscription.Time)}, {subscription.Zone}";

    /// <summary>“, about “missiles”, by Stoltenberg”; empty for the whole story.</summary>
    public static string Subject(Subscription subscription) =>
        (subscription.About is { } about ? $", about {Wording.Quoted(about)}" : "") + (subscription.Speaker is { } speaker ? $", by {speaker}" : "");

    /// <summary>“into this channel”, “by direct message”.</summary>
    /// <param name="subscription">Which.</param>
    /// <param name="at">Where it is told.</param>
    /// <param name="channel">The channel's name, where it is known.</param>
    public static string Where(Subscription subscription, AskedAt? at, string? channel = null) => subscription.Place switch
    {
        { Surface: BriefingPlace.Terminal } => "into this terminal",
        { Channel: null } => "by direct message",
        _ when subscription.Place == at?.Place => "into this channel",
        _ when channel is not null => $"into #{channel}",
        _ => subscription.Place.Guild == at?.Place.Guild ? "into another channel" : "into a channel of another server",
    };

    /// <summary>“08:30, Europe/Zurich, about “missiles””, with the place, unless that is a channel which the surface shows beside it.</summary>
    /// <param name="subscription">Which.</param>
    /// <param name="at">Where it is told; null where a channel is shown.</param>
    public static string HourAndPlace(Subscription subscription, AskedAt? at = null) =>
        $"{Hour(subscription)}{Subject(subscription)}{(at is null && subscription.Place.Channel is not null ? "" : $", {Where(subscription, at)}")}";

    /// <summary>One line for a list: hour, subject, where, and on which day next or why not.</summary>
    /// <param name="subscription">Which.</param>
    /// <param name="at">Where it is told.</param>
    /// <param name="next">When it is due next; null when nobody knows.</param>
    /// <param name="isPlaceShown">Whether the surface shows the place beside the line.</param>
    public static string Line(Subscription subscription, AskedAt? at, DateTimeOffset? next, bool isPlaceShown = false)
    {
        var zone = Zone(subscription);
        string?[] parts =
        [
            $"{Hour(subscription)}{Subject(subscription)}{(isPlaceShown ? "" : $", {Where(subscription, at)}")}",
            subscription.Quiet ? "quiet" : null,
            subscription.Again ? "starts over" : null,
            subscription.Pause is { } pause ? $"paused since {Wording.Day(pause.At, zone)}{Why(pause)}"
                : next is { } due ? $"next on {Wording.Day(due, zone)}" : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    /// <summary>For a choice of at most 100 characters: “3 · 08:30, Europe/Zurich, by direct message”.</summary>
    public static string Choice(Subscription subscription, AskedAt? at) => Wording.Shortened(
        $"{subscription.Id} · {Hour(subscription)}{(subscription.Pause is null ? "" : " (paused)")}, {Where(subscription, at)}{Subject(subscription)}", 100);

    private static string Why(Pause pause) => pause.Reason == PauseReason.ByPerson ? ""
        : $": {(pause.Detail is { } detail ? Wording.OnOneLine(detail) : PauseWords.Reason(pause.Reason))}";
}
