using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BriefingBot.Discord.Model;

namespace BriefingBot.Discord.Rest;

/// <summary>What came of one attempt.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Notice">Null when no answer came.</param>
/// <param name="Value">What Discord answered when done, if that was asked for.</param>
/// <param name="Error">What Discord answered when it refused, if that can be read.</param>
/// <param name="Fault">What broke.</param>
internal readonly record struct Answer<T>(
    Ending Ending, RateLimitNotice? Notice = null, T? Value = default, ErrorBody? Error = null, Exception? Fault = null);

/// <summary>
/// Sends one request and reads its answer, over connections that are kept. Headers that do not change are made once, bodies are bytes already: an
/// answer to an interaction costs little more than its request.
/// </summary>
internal sealed class Exchange : IDisposable
{
    /// <summary>Longer errors are not Discord's.</summary>
    private const int MostErrorBytes = 65_536;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpMessageInvoker _http;
    private readonly string _baseUrl;
    private readonly string _agent;
    private readonly string _authorization;
    private readonly Version _version;
    private readonly TimeProvider _time;

    /// <param name="options">Where and as whom.</param>
    /// <param name="time">For time-outs.</param>
    /// <param name="connect">What opens a connection; null for the ordinary way.</param>
    public Exchange(
        DiscordRestOptions options, TimeProvider time, Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect = null)
    {
        _baseUrl = options.BaseUrl.AbsoluteUri.TrimEnd('/');
        _agent = options.UserAgent;
        _authorization = $"Bot {options.Token}";
        _version = options.HttpVersion;
        _time = time;
        _http = new HttpMessageInvoker(Connections(connect), disposeHandler: true);
    }

    /// <summary>Attempts once.</summary>
    /// <param name="route">Where to.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="shape">Of the answer; null when only its status matters.</param>
    /// <param name="timeout">For everything, connecting and reading included.</param>
    /// <param name="cancellation">The caller's.</param>
    /// <exception cref="OperationCanceledException">The caller's wish. Whatever else goes wrong is an <see cref="Answer{T}"/>.</exception>
    public async Task<Answer<T>> TryAsync<T>(Route route, byte[]? body, JsonTypeInfo<T>? shape, TimeSpan timeout, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(timeout, _time);
        using var link = cancellation.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), limit);
        try
        {
            using var request = Request(route, body);
            using var response = await _http.SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode
                ? await ReadAsync(response, shape, limit.Token)
                : await ReadErrorAsync<T>(response, limit.Token, cancellation);
        }
        catch (OperationCanceledException fault)
        {
            cancellation.ThrowIfCancellationRequested();

            // Connecting has a limit of its own, which leaves ours untouched: then nothing was sent.
            return new(limit.IsCancellationRequested ? Ending.TimedOut : Ending.NotSent, Fault: fault);
        }
        catch (HttpRequestException fault)
        {
            return new(IsBeforeSending(fault.HttpRequestError) ? Ending.NotSent : Ending.Lost, Fault: fault);
        }
        catch (IOException fault)
        {
            return new(Ending.Lost, Fault: fault);
        }
    }

    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler Connections(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect) => new()
    {
        ConnectCallback = connect,
        AllowAutoRedirect = false,
        UseCookies = false,

        // No tracing headers: they cost, and Discord has no use for them.
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        EnableMultipleHttp2Connections = true,

        // Shorter than what stands before Discord and in between keeps idle connections for, so that this side closes them first.
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(4),
        PooledConnectionLifetime = TimeSpan.FromMinutes(30),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always,
        KeepAlivePingDelay = TimeSpan.FromSeconds(20),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
    };

    private HttpRequestMessage Request(Route route, byte[]? body)
    {
        var request = new HttpRequestMessage(route.Endpoint.Method, new Uri(_baseUrl + route.Path))
        {
            Version = _version,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", _agent);
        if (route.Endpoint.Kind == EndpointKind.Bot)
        {
            request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        }

        return request;
    }

    private static async Task<Answer<T>> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T>? shape, CancellationToken limit)
    {
        var notice = RateLimitNotice.Read(response, null);
        if (shape is null)
        {
            return new(Ending.Done, notice);
        }

        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(limit);
            var value = await JsonSerializer.DeserializeAsync(stream, shape, limit);
            return new(value is null ? Ending.Unreadable : Ending.Done, notice, value);
        }
        catch (Exception fault) when (fault is JsonException or IOException or HttpRequestException)
        {
            return new(Ending.Unreadable, notice, Fault: fault);
        }
    }

    /// <summary>The status counts even when its body breaks off, is late, or is no JSON.</summary>
    private static async Task<Answer<T>> ReadErrorAsync<T>(HttpResponseMessage response, CancellationToken limit, CancellationToken cancellation)
    {
        ErrorBody? body = null;
        try
        {
            await response.Content.LoadIntoBufferAsync(MostErrorBytes, limit);
            body = JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(limit), WireJson.Wire.ErrorBody);
        }
        catch (Exception fault) when (fault is JsonException or IOException or HttpRequestException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return new(Ending.Refused, RateLimitNotice.Read(response, body), Error: body);
    }

    private static bool IsBeforeSending(HttpRequestError error) => error
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
