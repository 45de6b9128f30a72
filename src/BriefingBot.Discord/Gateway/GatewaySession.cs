namespace BriefingBot.Discord.Gateway;

/// <summary>
/// What it takes to go on with a session on a new connection, so that Discord sends what was missed. It lives for a few minutes without a
/// connection. Discord's document: events/gateway, Preparing to Resume.
/// </summary>
/// <param name="Id">As in READY.</param>
/// <param name="Address">Where to resume, without parameters; null when READY named none, then the address of the first connection serves.</param>
/// <param name="Sequence">Number of the last event that was taken; Discord replays those after it.</param>
public sealed record GatewaySession(string Id, string? Address, long Sequence);
