using System.Text.RegularExpressions;

namespace BriefingBot.Discord.Rest;

/// <summary>Where and as whom to ask Discord.</summary>
public sealed partial record DiscordRestOptions
{
    /// <summary>The bot's token, without “Bot ” before it. Never logged and in no error.</summary>
    public required string Token { get; init; }

    /// <summary>With the API's version, without a slash at the end.</summary>
    public Uri BaseUrl { get; init; } = new("https://discord.com/api/v10");

    /// <summary>
    /// <c>DiscordBot (address, version)</c>: the address begins with http:// or https://, the version holds no space; more may follow. Discord
    /// blocks others. Discord's document: reference, User Agent.
    /// </summary>
    public string UserAgent { get; init; } =
        $"DiscordBot (https://briefingbot.example, {typeof(DiscordRestOptions).Assembly.GetName().Version?.ToString(3) ?? "0"})";

    /// <summary>For one attempt, connecting and reading included. The first answer to an interaction has its three seconds in all.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A request that a rate limit holds up for longer fails at once, with <see cref="DiscordApiException.RetryAfter"/>: some of Discord's limits last a day.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// 2 where the server offers it when TLS is agreed on, as Discord does, else 1.1. One connection carries all requests then: a burst of
    /// answers needs no further handshakes, pings keep it warm and notice when it is dead, and what the server did not look at is known.
    /// </summary>
    public Version HttpVersion { get; init; } = System.Net.HttpVersion.Version20;

    /// <summary>Holds no token.</summary>
    public override string ToString() => $"{nameof(DiscordRestOptions)} {{ {nameof(BaseUrl)} = {BaseUrl}, {nameof(UserAgent)} = {UserAgent} }}";

    /// <exception cref="ArgumentException">One sentence, without the token.</exception>
    internal void Validate()
    {
        if (Token.Length == 0 || Token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException(Token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase)
                ? "The bot's token is given without “Bot ” before it."
                : "The bot's token is empty, or holds white space or characters that no token has.", nameof(Token));
        }

        if (!BaseUrl.IsAbsoluteUri || (BaseUrl.Scheme != Uri.UriSchemeHttps && BaseUrl.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException($"The API's address must begin with https:// or http://; “{BaseUrl}” does not.", nameof(BaseUrl));
        }

        if (!AgentForm().IsMatch(UserAgent))
        {
            throw new ArgumentException(
                $"The user agent must read “DiscordBot (https://address, version)”, the version without a space; “{UserAgent}” does not.", nameof(UserAgent));
        }
    }

    [GeneratedRegex(@"^DiscordBot \(https?://[!-~]+, [!-~]+\)( [ -~]+)?$")]
    private static partial Regex AgentForm();
}
