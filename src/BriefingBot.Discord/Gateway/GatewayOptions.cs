namespace BriefingBot.Discord.Gateway;

/// <summary>What a <see cref="GatewayClient"/> is told. Only token and user agent have no default.</summary>
public sealed record GatewayOptions
{
    /// <summary>The bot's token as Discord shows it, without “Bot” before it. Never logged, not part of <see cref="ToString"/>.</summary>
    public required string Token { get; init; }

    /// <summary>
    /// <c>DiscordBot (https://address, version)</c>, sent when the connection is opened. Discord's document: reference, User Agent.
    /// </summary>
    public required string UserAgent { get; init; }

    /// <summary>
    /// Which events to get, as bits. Interactions need none, so that the default is 0. Discord's document: events/gateway, List of Intents.
    /// </summary>
    public int Intents { get; init; }

    /// <summary>From 0.</summary>
    public int ShardId { get; init; }

    /// <summary>At least 1, which stands for all servers on one connection.</summary>
    public int ShardCount { get; init; } = 1;

    /// <summary>Name of the program, told to Discord with the identification.</summary>
    public string Library { get; init; } = "BriefingBot";

    /// <summary>Version of the Gateway, the parameter <c>v</c> of its address. This client is written for 10.</summary>
    public int Version { get; init; } = 10;

    /// <summary>
    /// Ask for <c>compress=zlib-stream</c>. Off: what this bot gets is interactions of one or two kilobytes, where inflating costs more time
    /// than a good line saves, and a compression context costs memory. It pays with intents that bring much text, or on a line paid by volume.
    /// </summary>
    public bool Compress { get; init; }

    /// <summary>Bytes of the longest message that is taken, once inflated. A longer one is read and passed over. 16 MiB.</summary>
    public int LongestMessage { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many events may wait for the owner; what happens then stands at <see cref="GatewayClient.RunAsync"/>.</summary>
    public int QueueLength { get; init; } = 1024;

    /// <summary>To ask for the address, in all. Long, since the request may have to wait for a rate limit.</summary>
    public TimeSpan AskLimit { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>To open the connection: name, TCP, TLS and WebSocket together.</summary>
    public TimeSpan ConnectLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The same to go on with a session at its own address: while it hangs, another address might not.</summary>
    public TimeSpan ResumeConnectLimit { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>From the open connection to HELLO.</summary>
    public TimeSpan HelloLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From Identify to READY.</summary>
    public TimeSpan ReadyLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From Resume, or from the last event that was replayed, to RESUMED.</summary>
    public TimeSpan ResumedLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long to wait for the other side's farewell. No longer than the first delay, so that the next attempt comes within a second.
    /// </summary>
    public TimeSpan CloseLimit { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// Leave the session alive at the end (closed with 4000) for a process that starts within minutes with <see cref="Session"/>. Off:
    /// closed with 1000, the bot is shown as offline at once. A session that nobody goes on with would show a bot as present that answers nobody.
    /// </summary>
    public bool KeepSession { get; init; }

    /// <summary>
    /// A session of an earlier process, with the same token and shard, to go on with: <see cref="GatewayClient.Session"/> after its end.
    /// </summary>
    public GatewaySession? Session { get; init; }

    /// <summary>The shard only.</summary>
    public override string ToString() => $"shard {ShardId} of {ShardCount}";
}
