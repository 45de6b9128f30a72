namespace BriefingBot.Discord.Rest;

/// <summary>Whoever asked for a request did not want it any more when its turn came: in that attempt nothing was sent.</summary>
public sealed class CalledOffException() : Exception("The request is not wanted any more.");
