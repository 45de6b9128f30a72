using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Discord.Rest;

/// <summary>The client and a fake Discord, with the clock between them.</summary>
internal sealed class RestConversation : IAsyncDisposable
{
    public const string BotToken = "bot-token.of-the.test";
    public const string InteractionToken = "interaction/token+of the test";

    public static readonly Snowflake App = new(1001);
    public static readonly Snowflake InteractionId = new(2002);
    public static readonly Snowflake Room = new(3003);
    public static readonly MessageBody Hello = new() { Content = "Hello" };
    public static readonly MessageBody HelloOnce = new() { Content = "Hello", Nonce = "n1", EnforceNonce = true };

    public RestConversation(TimeSpan? timeout = null)
    {
        var options = new DiscordRestOptions { Token = BotToken, BaseUrl = Discord.BaseUrl };
        Rest = new DiscordRest(timeout is { } limit ? options with { Timeout = limit } : options, Time, null, Log);
    }

    public FakeDiscordRest Discord { get; } = new();

    public ArmedTime Time { get; } = new();

    public LogLines<DiscordRest> Log { get; } = new();

    public DiscordRest Rest { get; }

    public Task Respond(string token = InteractionToken) => Rest.RespondAsync(InteractionId, token, InteractionResponse.Say(Hello), default);

    /// <summary>Waits until somebody waits that long, and lets that time pass.</summary>
    public async Task PassAsync(double seconds)
    {
        await Time.ArmedAsync(TimeSpan.FromSeconds(seconds));
        Time.Advance(TimeSpan.FromSeconds(seconds + 0.05));
    }

    public async ValueTask DisposeAsync()
    {
        Rest.Dispose();
        await Discord.DisposeAsync();
    }
}
