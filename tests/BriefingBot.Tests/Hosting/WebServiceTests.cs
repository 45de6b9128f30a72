using System.Net;
using System.Text;
using BriefingBot.Configuration;
using BriefingBot.Discord.Interactions;
using BriefingBot.Hosting;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using NSec.Cryptography;

namespace BriefingBot.Tests.Hosting;

/// <summary>The service's pages and the interactions endpoint, asked over a real socket.</summary>
public sealed class WebServiceTests : IAsyncLifetime, IDisposable
{
    private readonly WatchedTime _time = new();
    private readonly ServiceMeters _meters = new();
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly CancellationTokenSource _stop = new();
    private readonly ListeningSocket _socket = ListeningSocket.Open(new HttpOptions("http://127.0.0.1:0", new IPEndPoint(IPAddress.Loopback, 0)));
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly List<string> _edits = [];
    private readonly SemaphoreSlim _edited = new(0);
    private Func<Interaction, Task<InteractionResponse?>> _answer = interaction => Task.FromResult<InteractionResponse?>(Interactions.Says($"answer to {interaction.Data?.Name}"));
    private InteractionDispatch? _dispatch;
    private Task _serving = Task.CompletedTask;
    private Condition _index = new("index", true, "open and up to date");

    public Task InitializeAsync()
    {
        _client.BaseAddress = new Uri($"http://{_socket.EndPoint}");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
    }

    public void Dispose()
    {
        _client.Dispose();
        _socket.Dispose();
        _dispatch?.Dispose();
        _meters.Dispose();
        _key.Dispose();
        _stop.Dispose();
        _edited.Dispose();
    }

    [Fact]
    public async Task Health_readiness_and_nothing_else_are_told()
    {
        Serve(endpoint: false);
        Assert.Equal("alive\n", await _client.GetStringAsync(new Uri("/healthz", UriKind.Relative)));
        Assert.Equal(
            """{"ready":true,"conditions":{"index":{"ok":true,"says":"open and up to date"}}}""",
            await _client.GetStringAsync(new Uri("/readyz", UriKind.Relative)));

        _index = new Condition("index", false, "3 of 9 changed files read");
        using var unready = await _client.GetAsync(new Uri("/readyz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unready.StatusCode);
        Assert.Equal([_index], Readiness.Read(await unready.Content.ReadAsStringAsync()));
        _index = _index with { Starting = true };
        using var starting = await _client.GetAsync(new Uri("/readyz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, starting.StatusCode);
        Assert.Equal([_index], Readiness.Read(await starting.Content.ReadAsStringAsync()));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/interactions", new StringContent("{}")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync("/healthz", new StringContent("")));
    }

    [Fact]
    public async Task Figures_are_told_for_Prometheus_also_those_from_before_anybody_asked()
    {
        _meters.Observe(() => [new ShardHealth(0, true, true, 4)], () => 7, () => null);
        _meters.Handled("who-said", Outcome.Answered, TimeSpan.FromMilliseconds(20));
        _meters.Handled("who-said", Outcome.PutOff, TimeSpan.FromMilliseconds(1500));
        Serve(endpoint: false);

        var figures = await _client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Contains("briefingbot_commands_total", figures, StringComparison.Ordinal);
        Assert.Matches("""briefingbot_commands_total\{.*command="who-said",outcome="deferred"\} 1""", figures);
        Assert.Matches("""briefingbot_response_duration_seconds_bucket\{.*command="who-said",le="0.025"\} 1""", figures);
        Assert.Matches("""briefingbot_response_duration_seconds_count\{.*command="who-said"\} 2""", figures);
        Assert.Matches("""briefingbot_gateway_reconnects_total(\{.*\})? 4""", figures);
        Assert.Matches("""briefingbot_rest_rate_limit_waits_total(\{.*\})? 7""", figures);
    }

    [Fact]
    public async Task A_signed_ping_is_answered_with_a_pong()
    {
        Serve();
        using var answer = await _client.SendAsync(Signed("""{"type":1,"id":"1","application_id":"2","token":"t"}"""));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("""{"type":1}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_signed_command_is_answered_in_the_body()
    {
        Serve();
        using var answer = await _client.SendAsync(Signed(Command));
        Assert.Equal(
            """{"type":4,"data":{"content":"answer to story","allowed_mentions":{"parse":[]}}}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_slow_answer_is_put_off_in_the_body_and_follows_by_the_API()
    {
        var answer = new TaskCompletionSource<InteractionResponse?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _answer = _ => answer.Task;
        Serve();
        var sending = _client.SendAsync(Signed(Command));
        await _time.PassAsync(InteractionDispatch.PutOffAfter);
        using var deferred = await sending;
        Assert.Equal("""{"type":5}""", await deferred.Content.ReadAsStringAsync());

        await _time.WaitedForAsync(due => due == InteractionDispatch.UntilNoted);
        answer.SetResult(Interactions.Says("at last"));
        Assert.Empty(_edits);
        _time.Advance(InteractionDispatch.UntilNoted);
        await _edited.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(["at last"], _edits);
    }

    [Fact]
    public async Task Who_is_left_without_a_response_gets_202_and_nothing()
    {
        _answer = _ => Task.FromResult<InteractionResponse?>(null);
        Serve();
        using var answer = await _client.SendAsync(Signed(Command));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("no signature")]
    [InlineData("no timestamp")]
    [InlineData("short signature")]
    [InlineData("tampered body")]
    [InlineData("other timestamp")]
    [InlineData("timestamp of words")]
    [InlineData("another key")]
    public async Task Whatever_is_not_signed_is_401(string how)
    {
        Serve();
        using var another = Key.Create(SignatureAlgorithm.Ed25519);
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        using var request = how switch
        {
            "another key" => Signed(Command, key: another),
            "timestamp of words" => Signed(Command, stamp: "just now"),
            "tampered body" => Signed(Command, sent: Command.Replace("story", "st0ry", StringComparison.Ordinal)),
            _ => Signed(Command),
        };
        Change(request, how, now);
        using var answer = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(-300, HttpStatusCode.OK)]
    [InlineData(300, HttpStatusCode.OK)]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    [InlineData(301, HttpStatusCode.Unauthorized)]
    [InlineData(-86_400, HttpStatusCode.Unauthorized)]
    public async Task What_was_overheard_cannot_be_sent_again_later(int seconds, HttpStatusCode status)
    {
        Serve();
        using var answer = await _client.SendAsync(Signed(Command, stamp: $"{_time.GetUtcNow().ToUnixTimeSeconds() + seconds}"));
        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[1]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("{\"id\":\"1\",\"type\":1}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("{\"id\":\"1\",\"type\":1}", "application/json; charset=utf-8", HttpStatusCode.OK)]
    public async Task Something_signed_that_is_no_interaction_is_refused_decently(string body, string type, HttpStatusCode status)
    {
        Serve();
        using var answer = await _client.SendAsync(Signed(body, type: type));
        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_413_whether_or_not_its_length_is_told(bool told)
    {
        Serve();
        using var request = Signed(Command);
        var large = new byte[InteractionsEndpoint.MostBytes + 1];
        request.Content = told ? new ByteArrayContent(large) : new StreamContent(new PartedStream(large));
        // A length that is told is refused unread: a client that sends on meanwhile may find the connection closed before it reads the answer.
        request.Headers.ExpectContinue = told;
        using var answer = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Another_method_is_405_and_names_the_right_one()
    {
        Serve();
        using var answer = await _client.GetAsync(new Uri("/interactions", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("POST", answer.Content.Headers.Allow);
    }

    [Fact]
    public void A_port_in_use_is_one_line_with_its_key()
    {
        var taken = Assert.Throws<ConfigurationException>(() => ListeningSocket.Open(new HttpOptions($"http://{_socket.EndPoint}", _socket.EndPoint)));
        Assert.StartsWith("Http:Url: nothing can listen at http://127.0.0.1:", Assert.Single(taken.Problems), StringComparison.Ordinal);
    }

    private const string Command = """{"type":2,"id":"1","application_id":"2","token":"t","data":{"id":"3","name":"story","type":1},"user":{"id":"4"}}""";

    private void Serve(bool endpoint = true)
    {
        _dispatch = new InteractionDispatch(
            new InteractionCalls
            {
                Answer = interaction => _answer(interaction),
                Respond = (_, _, _) => throw new InvalidOperationException("The first response goes into the body."),
                Delete = (_, _) => throw new InvalidOperationException("A command's answer stands in its place."),
                FollowUp = (_, _, _) => throw new InvalidOperationException("A command's answer stands in its place."),
                Edit = (_, message, _) =>
                {
                    _edits.Add(message.Content ?? "");
                    _edited.Release();
                    return Task.CompletedTask;
                },
            },
            _time,
            _meters,
            NullLogger<InteractionDispatch>.Instance);
        Assert.True(InteractionSignature.TryCreate(Convert.ToHexString(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)), out var signature));
        var web = new WebService(_socket, new Readiness(() => _index), _meters, NullLoggerFactory.Instance)
        {
            Interactions = endpoint ? new InteractionsEndpoint(signature, _dispatch, _time, NullLogger<InteractionsEndpoint>.Instance) : null,
        };
        _serving = web.RunAsync(_stop.Token, CancellationToken.None);
    }

    private HttpRequestMessage Signed(string body, string? stamp = null, string? sent = null, string type = "application/json", Key? key = null)
    {
        var time = stamp ?? _time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = SignatureAlgorithm.Ed25519.Sign(key ?? _key, Encoding.UTF8.GetBytes(time + body));
        var request = new HttpRequestMessage(HttpMethod.Post, "/interactions") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(sent ?? body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Add(InteractionSignature.SignatureHeader, Convert.ToHexStringLower(signature));
        request.Headers.Add(InteractionSignature.TimestampHeader, time);
        return request;
    }

    private static void Change(HttpRequestMessage request, string how, long now)
    {
        if (how is "no signature" or "short signature")
        {
            request.Headers.Remove(InteractionSignature.SignatureHeader);
        }

        if (how == "short signature")
        {
            request.Headers.Add(InteractionSignature.SignatureHeader, "abcd");
        }

        if (how is "no timestamp" or "other timestamp")
        {
            request.Headers.Remove(InteractionSignature.TimestampHeader);
        }

        if (how == "other timestamp")
        {
            request.Headers.Add(InteractionSignature.TimestampHeader, $"{now + 1}");
        }
    }

    private async Task<HttpStatusCode> StatusAsync(string path, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path) { Content = body };
        using var answer = await _client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Of unknown length, so that it is sent in pieces.</summary>
    private sealed class PartedStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
