using System.Diagnostics;
using System.Net;
using System.Text.Json;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.EndToEnd;

/// <summary>The bot as an operator starts it, a process of its own, with a Discord of loopback sockets.</summary>
public sealed class ServiceProcessTests : IAsyncLifetime, IDisposable
{
    private const string Token = "a-secret-word";

    private const string WhoSaid =
        """
        {"id":"1100000000000000001","application_id":"42","type":2,"token":"interaction-token","version":1,"channel_id":"7","locale":"en-GB",
        "user":{"id":"5","username":"reader"},"data":{"id":"9","type":1,"name":"who-said","options":[{"name":"words","type":3,"value":"herring"}]}}
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StoryOnDisk _disk = new();
    private readonly FakeGateway _gateway = new();
    private readonly FakeDiscordRest _rest = new();
    private Process? _bot;

    public Task InitializeAsync()
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        _rest.Script = request => Task.FromResult((request.Method, request.Path.Split('/')[^1]) switch
        {
            ("GET", "bot") => RestAnswer.Json(
                $$$"""{"url":"{{{_gateway.Url}}}","shards":1,"session_start_limit":{"total":1000,"remaining":999,"reset_after":0,"max_concurrency":1}}"""),
            ("GET", "@me") => RestAnswer.Json("""{"id":"42","name":"Herald","approximate_guild_count":1}"""),
            ("GET" or "PUT", "commands") => RestAnswer.Json("[]"),
            _ => RestAnswer.NoContent,
        });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (_bot is { HasExited: false })
        {
            _bot.Kill();
        }

        await _rest.DisposeAsync();
    }

    public void Dispose()
    {
        _bot?.Dispose();
        _gateway.Dispose();
        _disk.Dispose();
    }

    [Fact]
    public async Task It_connects_registers_answers_tells_how_it_is_and_ends_with_0_on_SIGTERM()
    {
        Start();
        using var connection = await BecomesReadyAsync();
        var begun = await UntilAsync(_bot!.StandardError, "Ready for questions");
        var error = ReadAsync(_bot.StandardError);

        // Nobody has subscribed to anything.
        var loaded = await File.ReadAllTextAsync($"/proc/{_bot.Id}/maps");
        Assert.DoesNotContain("Quartz", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("sqlite", loaded, StringComparison.OrdinalIgnoreCase);
        var registered = await RequestAsync("PUT");
        Assert.EndsWith("/applications/42/commands", registered.Path, StringComparison.Ordinal);

        await connection.SendAsync(GatewayPayloads.Dispatch("INTERACTION_CREATE", 2, WhoSaid));
        var answer = await RequestAsync("POST");
        Assert.EndsWith("/interactions/1100000000000000001/interaction-token/callback", answer.Path, StringComparison.Ordinal);
        Assert.Contains("Anna Keller", answer.Body, StringComparison.Ordinal);
        Assert.StartsWith("{\"type\":4,", answer.Body, StringComparison.Ordinal);

        Assert.Equal(0, await EndAsync(connection));
        var lines = begun + await error;
        Assert.DoesNotContain(Token, lines, StringComparison.Ordinal);
        Assert.DoesNotContain("interaction-token", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("herring", lines, StringComparison.Ordinal);
        Assert.Contains("Listening at http://127.0.0.1:", lines, StringComparison.Ordinal);
        Assert.True(_rest.Problems.IsEmpty, string.Join("\n", _rest.Problems));
    }

    [Fact]
    public async Task SIGTERM_as_soon_as_it_has_begun_ends_it_with_0()
    {
        _rest.Script = _ => new TaskCompletionSource<RestAnswer>().Task;
        Start();
        await PortAsync(_bot!.StandardError);
        var reading = ReadAsync(_bot.StandardError);
        Assert.Equal(0, await EndAsync());
        await reading;
    }

    [Fact]
    public async Task A_token_that_the_Gateway_refuses_ends_it_with_3_and_one_line()
    {
        Start("--Logging:LogLevel:Default=None");
        var error = ReadAsync(_bot!.StandardError);
        using var connection = await _gateway.AcceptAsync();
        await connection.SendAsync(GatewayPayloads.Hello());
        await connection.ExpectAsync(2);
        await connection.CloseAsync(4004);
        await _bot!.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(3, _bot.ExitCode);
        Assert.StartsWith("Discord refuses the token", Assert.Single((await error).Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_the_API_refuses_ends_it_with_3()
    {
        _rest.Script = _ => Task.FromResult(RestAnswer.Error(401, 0, "401: Unauthorized"));
        Start("--Logging:LogLevel:Default=None");
        await _bot!.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(3, _bot.ExitCode);
    }

    [Fact]
    public async Task A_port_in_use_ends_it_with_1_and_one_line_before_Discord_hears_of_it()
    {
        Start($"--Http:Url=http://127.0.0.1:{_gateway.Port}");
        await _bot!.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(1, _bot.ExitCode);
        var line = Assert.Single((await _bot.StandardError.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("Http:Url: nothing can listen at ", line, StringComparison.Ordinal);
        Assert.Empty(_rest.Requests);
    }

    [Fact]
    public async Task Discord_out_of_reach_does_not_end_it_and_readiness_tells()
    {
        _rest.Script = _ => Task.FromResult(RestAnswer.Cut);
        Start();
        var port = await PortAsync(_bot!.StandardError);
        var reading = ReadAsync(_bot.StandardError);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Assert.Equal("alive\n", await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/healthz")));
        using var unready = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unready.StatusCode);
        using var json = JsonDocument.Parse(await unready.Content.ReadAsStringAsync());
        Assert.False(json.RootElement.GetProperty("conditions").GetProperty("gateway").GetProperty("ok").GetBoolean());
        Assert.Equal(0, await EndAsync());
        await reading;
    }

    private void Start(params string[] line) => _bot = Process.Start(new ProcessStartInfo(
        "dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "BriefingBot.dll"), "run", .. _disk.Arguments,
            $"--Discord:Token={Token}", $"--Discord:ApiBaseUrl={_rest.BaseUrl}", "--Http:Url=http://127.0.0.1:0", .. line,
        ])
    {
        RedirectStandardError = true,
    });

    private async Task<FakeConnection> BecomesReadyAsync()
    {
        var connection = await _gateway.AcceptAsync();
        await connection.SendAsync(GatewayPayloads.Hello());
        var identify = await connection.ExpectAsync(2);
        Assert.Equal(Token, identify.GetProperty("token").GetString());
        await connection.SendAsync(GatewayPayloads.Ready("one", _gateway.Url));
        return connection;
    }

    private async Task<RestRequest> RequestAsync(string method)
    {
        while (await NextAsync() is var request)
        {
            Assert.True(_rest.Problems.IsEmpty, string.Join("\n", _rest.Problems));
            if (request.Method == method)
            {
                return request;
            }
        }

        throw new InvalidOperationException("The requests have no end.");
    }

    private async Task<RestRequest> NextAsync()
    {
        try
        {
            return await _rest.NextAsync();
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"Only these came: {string.Join("; ", _rest.Requests)}. The bot has {(_bot!.HasExited ? "ended" : "not ended")}.", late);
        }
    }

    private static async Task<int> PortAsync(StreamReader error)
    {
        var line = (await UntilAsync(error, "Listening at http://127.0.0.1:")).Trim();
        return int.Parse(line[(line.LastIndexOf(':') + 1)..].TrimEnd('.'), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>All up to the line that says so.</summary>
    private static async Task<string> UntilAsync(StreamReader error, string words)
    {
        var lines = "";
        while (await error.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            lines += line + "\n";
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return lines;
            }
        }

        throw new InvalidOperationException($"It ended before it said so: {lines}");
    }

    private static Task<string> ReadAsync(StreamReader reader) => reader.ReadToEndAsync().WaitAsync(Patience);

    private async Task<int> EndAsync(FakeConnection? connection = null)
    {
        using var kill = Process.Start("kill", ["-TERM", _bot!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        if (connection is not null)
        {
            Assert.Equal(4000, await connection.ExpectCloseAsync());
        }

        await _bot.WaitForExitAsync().WaitAsync(Patience);
        return _bot.ExitCode;
    }
}
