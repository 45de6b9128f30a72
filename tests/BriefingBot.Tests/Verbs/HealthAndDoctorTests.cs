using System.Net;
using BriefingBot.Briefings;
using BriefingBot.Configuration;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Hosting;
using BriefingBot.Storage;
using BriefingBot.Tests.Fakes;
using BriefingBot.Tests.Hosting;
using BriefingBot.Verbs;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Verbs;

/// <summary><c>health</c> asks over a real socket; <c>doctor</c> asks a Discord of functions.</summary>
public sealed class HealthAndDoctorTests : IDisposable
{
    private static readonly Application Herald = new() { Id = new Snowflake(42), Name = "Herald", ApproximateGuildCount = 2 };

    private readonly StoryOnDisk _disk = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _disk.Dispose();
    }

    [Theory]
    [InlineData(true, 0, "index: open and up to date; gateway: ready")]
    [InlineData(false, 1, "index: open and up to date; gateway: not ready")]
    public async Task Health_tells_whether_the_running_bot_is_ready(bool ready, int exit, string says)
    {
        using var socket = ListeningSocket.Open(new HttpOptions("http://127.0.0.1:0", new IPEndPoint(IPAddress.Loopback, 0)));
        using var meters = new ServiceMeters();
        using var stop = new CancellationTokenSource();
        var readiness = new Readiness(
            () => new Condition("index", true, "open and up to date"), () => Readiness.Gateway([new ShardHealth(0, ready, true, 0)]));
        var serving = new WebService(socket, readiness, meters, NullLoggerFactory.Instance).RunAsync(stop.Token, CancellationToken.None);
        Assert.Equal(exit, await Program.RunAsync(["health", $"--Http:Url=http://{socket.EndPoint}"], _output, _error, CancellationToken.None));
        Assert.Equal(says, _output.ToString().Trim());
        await stop.CancelAsync();
        await serving;
    }

    [Fact]
    public async Task Health_without_a_bot_ends_with_1_and_says_where_it_asked()
    {
        IPEndPoint free;
        using (var socket = ListeningSocket.Open(new HttpOptions("http://127.0.0.1:0", new IPEndPoint(IPAddress.Loopback, 0))))
        {
            free = socket.EndPoint;
        }

        Assert.Equal(1, await Program.RunAsync(["health", $"--Http:Url=http://{free}"], _output, _error, CancellationToken.None));
        Assert.StartsWith($"No bot answers at http://{free}/readyz", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_lacks_nothing_is_found_well()
    {
        Assert.Equal(0, await DoctorAsync(Link(Herald)));
        Assert.DoesNotContain("mend", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("“Herald”", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("client_id=42&scope=bot+applications.commands", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret-word", _output.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string> Ailments => new()
    {
        { "endpoint", "", "", "Empty “Interactions Endpoint URL”" },
        { "", "Discord:Transport", "Http", "set Discord:PublicKey" },
        { "", "Discord:ApplicationId", "43", "Discord:ApplicationId is 43, but the token is of 42" },
        { "no server", "", "", "it is in none yet. Invite it: https://discord.com/oauth2/authorize?client_id=42" },
        { "", "Discord:Nonsense", "1", "unknown and without effect: Discord:Nonsense" },
        { "", "Run:Roles", "Feeds", "Story:Feeds names no feed" },
        { "commands", "", "", "/ask is missing. The bot registers them when it starts" },
        { "unreachable", "", "", "cannot be reached from here" },
    };

    [Theory]
    [MemberData(nameof(Ailments))]
    public async Task What_is_wrong_is_named_with_how_to_mend_it(string how, string key, string value, string says)
    {
        var application = how switch
        {
            "endpoint" => Herald with { InteractionsEndpointUrl = "https://bot.example/interactions" },
            "no server" => Herald with { ApproximateGuildCount = 0 },
            _ => Herald,
        };
        var link = Link(application);
        link = how switch
        {
            "commands" => link with { Differences = (_, _) => Task.FromResult<IReadOnlyList<string>>(["/ask is missing"]) },
            "unreachable" => link with { Application = _ => throw new DiscordApiException("GET was not answered in time.") },
            _ => link,
        };
        Assert.Equal(1, await DoctorAsync(link, key.Length > 0 ? [(key, value)] : []));
        Assert.Contains(_output.ToString().Split('\n'), line => line.StartsWith("mend", StringComparison.Ordinal) && line.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_public_key_of_another_application_is_found()
    {
        var key = new string('a', 64);
        var own = new string('b', 64);
        var application = Herald with { VerifyKey = own, InteractionsEndpointUrl = "https://bot.example/interactions" };
        Assert.Equal(1, await DoctorAsync(Link(application), ("Discord:Transport", "Http"), ("Discord:PublicKey", key)));
        Assert.Contains($"set it to {own}", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_channel_of_a_subscription_is_checked_once_and_what_is_missing_has_its_name()
    {
        var store = new SubscriptionStore(new Database(Path.Combine(_disk.Root, "bot.db")), new BriefingOptions(), TimeProvider.System);
        store.Subscribe(TemporaryDatabase.InChannel("7", "8"));
        store.Subscribe(TemporaryDatabase.InChannel("7", "8", "treaty"));
        store.Subscribe(TemporaryDatabase.InChannel("7", "9"));
        store.Subscribe(TemporaryDatabase.InChannel("7", "10"));
        var left = store.Subscribe(TemporaryDatabase.InChannel("11", "12")).Subscription!;
        store.Pause(left.Id, new Pause(PauseReason.LeftServer, TimeProvider.System.GetUtcNow(), PauseWords.LeftServer));
        var asked = new List<ulong>();
        var link = Link(Herald) with
        {
            MissingIn = (channel, _) =>
            {
                asked.Add(channel.Value);
                return channel.Value switch
                {
                    8 => Task.FromResult<IReadOnlyList<string>>([]),
                    9 => Task.FromResult<IReadOnlyList<string>>(["Send Messages", "Read Message History"]),
                    10 => throw new DiscordApiException("refused", HttpStatusCode.NotFound, 10003),
                    _ => throw new DiscordApiException("refused", HttpStatusCode.Forbidden, 50001),
                };
            },
        };
        Assert.Equal(1, await DoctorAsync(link));
        Assert.Equal([8, 9, 10, 12], asked);
        var lines = _output.ToString();
        Assert.Contains("ok    Subscription 2: nothing is missing in its place. 2: channel 8 of server 7, ", lines, StringComparison.Ordinal);
        Assert.Contains("; next ", lines, StringComparison.Ordinal);
        Assert.Contains("mend  Subscription 3: channel 9 of server 7: the bot lacks “Send Messages” and “Read Message History”. Give it those permissions", lines, StringComparison.Ordinal);
        Assert.Contains("mend  Subscription 4: channel 10 of server 7: The channel no longer exists", lines, StringComparison.Ordinal);
        Assert.Contains("mend  Subscription 5: channel 12 of server 11: The bot is not in this server any more: invite it again. ", lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_Discord_refuses_ends_with_3()
    {
        var link = Link(Herald) with { Application = _ => throw new DiscordApiException("refused", HttpStatusCode.Unauthorized) };
        Assert.Equal(3, await DoctorAsync(link));
        Assert.Contains("mend  Token: Discord refuses the token", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_it_says_where_to_get_one()
    {
        Assert.Equal(1, await DoctorAsync(Link(Herald), ("Discord:Token", "")));
        Assert.Contains("mend  Token: there is none", _output.ToString(), StringComparison.Ordinal);
    }

    private static DiscordLink Link(Application application) => new FakeLink().Link with { Application = _ => Task.FromResult(application) };

    private async Task<int> DoctorAsync(DiscordLink link, params (string Key, string Value)[] settings)
    {
        using var workplace = FakeLink.Workplace(_disk, _error, settings);
        return await DoctorVerb.RunAsync(workplace, (_, _, _) => link, _output, CancellationToken.None);
    }
}
