using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using BriefingBot.Configuration;
using Microsoft.Security.AntiSSRF;

namespace BriefingBot.Feeds;

/// <summary>
/// Fetches what feeds and their items name. Whoever writes a feed decides what is asked for: so every address, that of each redirect too, must be
/// public or in an allowed network at the moment when the connection is made, and an answer is cut off where it becomes too large or too slow.
/// </summary>
internal sealed class WebFetcher : IDisposable
{
    /// <summary>For all of a request, redirects included; waiting for a host's turn apart.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public const int MaxRedirects = 5;

    private const int MaxEncodings = 2;

    private readonly HttpClient _client;
    private readonly HostPace _pace;
    private readonly TimeProvider _time;

    /// <param name="networks">That are not public and may be reached.</param>
    /// <param name="pace">One request at a time for each host.</param>
    /// <param name="time">For the limits.</param>
    public WebFetcher(IReadOnlyList<IPNetwork> networks, HostPace pace, TimeProvider time)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest) { AllowPlainTextHttp = true, AddXFFHeader = false };
        if (networks.Count > 0)
        {
            policy.AddAllowedAddresses([.. networks.Select(each => each.ToString())]);
        }

        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("BriefingBot", typeof(WebFetcher).Assembly.GetName().Version?.ToString(2)));
        (_pace, _time) = (pace, time);
    }

    /// <summary>Asks <paramref name="address"/>, and whoever it sends on to.</summary>
    /// <param name="address">http or https.</param>
    /// <param name="accept">Media types, as in the header.</param>
    /// <param name="maxBytes">Of the answer's body, unpacked.</param>
    /// <param name="known">ETag and Last-Modified of the answer that is known; “not modified” may then be answered.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="UnfetchedException">There is no answer.</exception>
    public async Task<WebAnswer> GetAsync(Uri address, string accept, long maxBytes, (string? ETag, string? Modified) known, CancellationToken stop)
    {
        var left = Limit;
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            using var turn = await _pace.EnterAsync(address.IdnHost, stop);
            var start = _time.GetTimestamp();
            using var limit = new CancellationTokenSource(left, _time);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            try
            {
                using var request = Request(address, accept, known);
                using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ended.Token);
                if (!IsRedirect(answer.StatusCode))
                {
                    return await ReadAsync(address, answer, maxBytes, ended.Token);
                }

                address = FeedAddress.Follow(address, LocationOf(answer)) ?? throw new UnfetchedException("it redirects to what is no web address", isFinal: true);
            }
            catch (Exception failed) when (failed is not UnfetchedException && !stop.IsCancellationRequested)
            {
                throw Unfetched(failed, limit.IsCancellationRequested);
            }

            left -= _time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                throw Unfetched(new OperationCanceledException(), late: true);
            }
        }

        throw new UnfetchedException($"it redirects more than {MaxRedirects} times", isFinal: true);
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Request(Uri address, string accept, (string? ETag, string? Modified) known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (known.ETag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        }

        if (known.Modified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", known.Modified);
        }

        return request;
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static string? LocationOf(HttpResponseMessage answer) => Written(answer.Headers, "Location");

    private async Task<WebAnswer> ReadAsync(Uri address, HttpResponseMessage answer, long maxBytes, CancellationToken stop)
    {
        var type = answer.Content.Headers.ContentType;
        var again = answer.Headers.RetryAfter;
        return new WebAnswer(address, answer.StatusCode, answer.IsSuccessStatusCode ? await BodyAsync(answer.Content, maxBytes, stop) : [])
        {
            MediaType = type?.MediaType?.ToLowerInvariant(),
            Charset = type?.CharSet?.Trim('"', '\'', ' '),
            ETag = Written(answer.Headers, "ETag"),
            LastModified = Written(answer.Content.Headers, "Last-Modified"),
            RetryAfter = again?.Delta ?? (again?.Date is { } date ? date - _time.GetUtcNow() : null),
        };
    }

    /// <summary>As it was sent, so that it comes back so. Longer values are no validator of an honest site.</summary>
    private static string? Written(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 and <= FeedAddress.MaxLength } value ? value : null;

    private static async Task<byte[]> BodyAsync(HttpContent content, long maxBytes, CancellationToken stop)
    {
        var packed = content.Headers.ContentEncoding.Where(each => !each.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToList();
        if (content.Headers.ContentLength > maxBytes)
        {
            throw TooLarge(maxBytes);
        }

        var stream = await content.ReadAsStreamAsync(stop);
        if (packed.Count > MaxEncodings)
        {
            throw new UnfetchedException("it is packed more than twice", isFinal: true);
        }

        foreach (var encoding in packed.AsEnumerable().Reverse())
        {
            stream = Unpacked(stream, encoding);
        }

        await using (stream)
        {
            // What is too large is seen while it is unpacked: a few kilobytes can hold gigabytes.
            using var body = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = await stream.ReadAsync(buffer, stop)) > 0; body.Write(buffer, 0, read))
            {
                if (body.Length + read > maxBytes)
                {
                    throw TooLarge(maxBytes);
                }
            }

            return body.ToArray();
        }
    }

    private static Stream Unpacked(Stream packed, string encoding) => encoding.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => new GZipStream(packed, CompressionMode.Decompress),
        "br" => new BrotliStream(packed, CompressionMode.Decompress),
        "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
        _ => throw new UnfetchedException("it is packed in a way that was not asked for", isFinal: true),
    };

    private static UnfetchedException TooLarge(long maxBytes) => new($"it is larger than {maxBytes:#,0} bytes", isFinal: true);

    private static UnfetchedException Unfetched(Exception failed, bool late) => late ? new($"it took longer than {Limit.TotalSeconds:0} seconds", isFinal: false) : failed switch
    {
        AntiSSRFException or ArgumentException => new(
            $"its address is not public; if it may be reached, name its network in {ConfigurationKeys.StoryFeedNetworks}", isFinal: true),
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => new("its host's name is not known", isFinal: false),
        SocketException refused => new($"no connection to it can be made ({refused.SocketErrorCode})", isFinal: false),
        HttpRequestException { InnerException: AntiSSRFException inner } => Unfetched(inner, late),
        AuthenticationException or HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new("its certificate is not trusted, or it speaks no TLS", isFinal: false),
        HttpRequestException { InnerException: SocketException inner } => Unfetched(inner, late),
        InvalidDataException or InvalidOperationException => new("its packed answer is broken", isFinal: false),
        _ => new("the connection broke, or what it answers is not HTTP", isFinal: false),
    };
}
