namespace BriefingBot.Briefings;

/// <summary>A daily briefing that somebody asked for: where it goes, when, and about what.</summary>
internal sealed record Subscription
{
    /// <summary>From 1; never given twice.</summary>
    public required long Id { get; init; }

    /// <summary>Whoever set it up, by the surface's own name for them; empty once they had themselves erased.</summary>
    public required string Owner { get; init; }

    public required BriefingPlace Place { get; init; }

    /// <summary>To the minute, by the clocks of <see cref="Zone"/>.</summary>
    public required TimeOnly Time { get; init; }

    /// <summary>An IANA name, such as Europe/Zurich.</summary>
    public required string Zone { get; init; }

    /// <summary>Only passages about this; null for all.</summary>
    public string? About { get; init; }

    /// <summary>Only what these said; null for all.</summary>
    public string? Speaker { get; init; }

    /// <summary>Whether it comes without a push notification.</summary>
    public bool Quiet { get; init; }

    /// <summary>When it was made, changed or resumed: no slot before this is due.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Null while it is active.</summary>
    public Pause? Pause { get; init; }

    /// <summary>Slots before this local day are skipped.</summary>
    public DateOnly? SnoozedUntil { get; init; }

    /// <summary>Whether it starts over when all has been shown.</summary>
    public bool Again { get; init; }
}

/// <summary>Why and since when a subscription is paused.</summary>
/// <param name="Reason">Who or what paused it.</param>
/// <param name="At">Since when.</param>
/// <param name="Detail">A sentence for whoever can mend it; null when there is nothing to add.</param>
internal sealed record Pause(PauseReason Reason, DateTimeOffset At, string? Detail);

/// <summary>What a subscription is paused for. All but the first are tried again daily, and end by themselves.</summary>
internal enum PauseReason
{
    ByPerson,

    /// <summary>The bot may not write there.</summary>
    NoAccess,

    ChannelGone,

    DirectMessagesClosed,

    /// <summary>The bot is no longer in the server: what belongs to it goes after 30 days.</summary>
    LeftServer,
}

/// <summary>A subscription as it is asked for; see <see cref="Subscription"/>.</summary>
internal sealed record NewSubscription(
    string Owner, BriefingPlace Place, TimeOnly Time, string Zone, string? About, string? Speaker, bool Quiet, bool Again);
