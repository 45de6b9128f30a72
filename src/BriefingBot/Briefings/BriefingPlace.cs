namespace BriefingBot.Briefings;

/// <summary>Where a briefing goes: a channel of a server, a person's direct messages, or the terminal.</summary>
/// <param name="Surface"><see cref="Discord"/> or <see cref="Terminal"/>.</param>
/// <param name="Guild">The server; null outside of one.</param>
/// <param name="Channel">The channel, thread or forum; null for direct messages to the owner, and in the terminal.</param>
internal sealed record BriefingPlace(string Surface, string? Guild, string? Channel)
{
    public const string Discord = "discord";

    public const string Terminal = "terminal";
}
