namespace BriefingBot.Discord.Model;

/// <summary>A server; only what tells what the bot may do there. Discord's document: resources/guild, Guild Object.</summary>
public sealed record Guild
{
    public Snowflake Id { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<Role>? Roles { get; init; }
}

/// <summary>Discord's document: topics/permissions, Role Object.</summary>
public sealed record Role
{
    /// <summary>The server's own id for the role that everybody has.</summary>
    public Snowflake Id { get; init; }

    /// <summary>As a number in a string.</summary>
    public string? Permissions { get; init; }
}
