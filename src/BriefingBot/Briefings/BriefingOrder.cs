using BriefingBot.Commands;

namespace BriefingBot.Briefings;

/// <summary>What a briefing is to be composed from: what its subscription is about, and how far it is.</summary>
/// <param name="About">Only statements about this; null for all.</param>
/// <param name="Speaker">Only what these said; null for all.</param>
/// <param name="Shown">Identities of the passages shown to the subscription in its current round.</param>
/// <param name="LastDelivered">When the last delivered briefing was composed: what came into the story later is new. Null before the first.</param>
/// <param name="SaidAllShown">Whether the last delivered briefing said that all has been shown.</param>
/// <param name="Again">Whether to start over once all has been shown.</param>
/// <param name="LateSince">When it was due, if it is late; else null.</param>
/// <param name="Now">The moment of composing.</param>
/// <param name="Zone">For the day that it is of.</param>
internal sealed record BriefingOrder(
    string? About,
    string? Speaker,
    IReadOnlySet<string> Shown,
    DateTimeOffset? LastDelivered,
    bool SaidAllShown,
    bool Again,
    DateTimeOffset? LateSince,
    DateTimeOffset Now,
    TimeZoneInfo Zone);

/// <summary>A briefing, and what its delivery changes for the subscription.</summary>
/// <param name="Reply">What it says.</param>
/// <param name="Shown">Identities of the statements that it shows, to be added to what was shown.</param>
/// <param name="SaysAllShown">Whether it says that all has been shown: then it shows nothing, and is the last one until there is news.</param>
/// <param name="StartsOver">Whether a new round begins: then what was shown before is forgotten first.</param>
internal sealed record ComposedBriefing(Reply Reply, IReadOnlyList<string> Shown, bool SaysAllShown, bool StartsOver);
