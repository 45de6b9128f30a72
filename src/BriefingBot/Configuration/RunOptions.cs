namespace BriefingBot.Configuration;

/// <summary>What a process of the bot does; several processes share the work.</summary>
internal enum RunRole
{
    /// <summary>Answers commands.</summary>
    Commands,

    /// <summary>Sends briefings.</summary>
    Briefings,

    /// <summary>Fetches articles.</summary>
    Feeds,
}

/// <summary>The configuration section <c>Run</c>.</summary>
/// <param name="Roles">Each once, in their own order.</param>
internal sealed record RunOptions(IReadOnlyList<RunRole> Roles)
{
    /// <summary>Everything, so that one process is a whole bot.</summary>
    public static readonly IReadOnlyList<RunRole> DefaultRoles = Enum.GetValues<RunRole>();

    /// <summary>Whether this process only fetches articles: it then needs nothing of Discord.</summary>
    public bool OnlyFeeds => Roles is [RunRole.Feeds];

    /// <summary>Whether this process does it.</summary>
    public bool Does(RunRole role) => Roles.Contains(role);
}
