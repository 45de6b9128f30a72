namespace BriefingBot.Briefings;

/// <summary>The configuration section <c>Briefing</c>.</summary>
internal sealed record BriefingOptions
{
    public const string DefaultZone = "UTC";
    public const int DefaultMaxPassages = 5;
    public const int DefaultMaxPerServer = 25;
    public const int DefaultMaxPerPerson = 5;

    public static readonly TimeOnly DefaultTime = new(8, 0);

    public static readonly TimeSpan DefaultGrace = TimeSpan.FromHours(20);

    /// <summary>Longer than this, a briefing that was missed would meet the next one.</summary>
    public static readonly TimeSpan LongestGrace = TimeSpan.FromHours(23);

    /// <summary>Of a subscription that names none.</summary>
    public TimeOnly Time { get; init; } = DefaultTime;

    /// <summary>Of a subscription that names none; an IANA name.</summary>
    public string Zone { get; init; } = DefaultZone;

    /// <summary>Passages of a briefing, 1 to 10.</summary>
    public int MaxPassages { get; init; } = DefaultMaxPassages;

    /// <summary>How late a briefing that was missed is still sent; up to <see cref="LongestGrace"/>.</summary>
    public TimeSpan Grace { get; init; } = DefaultGrace;

    /// <summary>Subscriptions of one server.</summary>
    public int MaxPerServer { get; init; } = DefaultMaxPerServer;

    /// <summary>One person's own subscriptions.</summary>
    public int MaxPerPerson { get; init; } = DefaultMaxPerPerson;
}
