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

    /// <summary>
    /// Roles that were asked for and that nothing does yet. All of them together are what the default says: that is a whole bot, as far as
    /// there is one, and nothing to complain of.
    /// </summary>
    public IReadOnlyList<RunRole> Missing =>
        Roles.Count == DefaultRoles.Count ? [] : [.. Roles.Where(role => role == RunRole.Feeds)];

    /// <summary>Whether this process does it.</summary>
    public bool Does(RunRole role) => Roles.Contains(role);
}
