using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace BriefingBot.Tests.Fakes;

/// <summary>
/// Discord's HTTP API as a script on a real loopback socket: it states what it was asked, answers what it is told to, and can hold an answer back or
/// cut a connection in the middle. What breaks Discord's own description of its API is answered with 400, as Discord would, whatever the script says.
/// </summary>
internal sealed class FakeDiscordRest : IAsyncDisposable
{
    private const string Base = "/api/v10";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<RestRequest> _requests = new();
    private readonly Channel<RestRequest> _arrivals = Channel.CreateUnbounded<RestRequest>();
    private readonly ConcurrentDictionary<Task, bool> _conversations = new();
    private readonly Task _accepting;
    private int _connections;
    private int _isDisposed;

    public FakeDiscordRest()
    {
        _listener.Start();
        BaseUrl = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{Base}");
        _accepting = AcceptAsync();
    }

    public Uri BaseUrl { get; }

    /// <summary>Decides every answer; several requests may be decided at once.</summary>
    public Func<RestRequest, Task<RestAnswer>> Script { get; set; } = _ => Task.FromResult(RestAnswer.NoContent);

    /// <summary>All that came so far, in order.</summary>
    public IReadOnlyList<RestRequest> Requests => [.. _requests];

    /// <summary>How many connections were opened.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>What broke Discord's description.</summary>
    public ConcurrentQueue<string> Problems { get; } = new();

    /// <summary>Answers each request by the next of <paramref name="answers"/>, and all further ones by the last.</summary>
    public void Answer(params RestAnswer[] answers)
    {
        var next = -1;
        Script = _ => Task.FromResult(answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]);
    }

    /// <summary>The next request that nobody has waited for yet.</summary>
    public async Task<RestRequest> NextAsync() => await _arrivals.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>Nobody listens afterwards; may be done twice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_conversations.Keys);
        _end.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                var conversation = ConverseAsync(client);
                _conversations.TryAdd(conversation, true);

                // A script or check that throws is told when the fake ends.
                _ = conversation.ContinueWith(ended => ended.IsFaulted ? false : _conversations.TryRemove(ended, out _), TaskScheduler.Default);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException
            || (end is InvalidOperationException && _end.IsCancellationRequested))
        {
            // The last: a listener that was stopped between two connections says that it does not listen.
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            connection.NoDelay = true;
            await using var stream = connection.GetStream();
            var reader = new RestRequestReader(stream, Base);
            while (await reader.ReadAsync(_end.Token) is { } request)
            {
                var answer = await DecideAsync(request);
                if (answer.Status == 0)
                {
                    break;
                }

                var (bytes, isWhole) = answer.Wire();
                await stream.WriteAsync(bytes, _end.Token);
                if (!isWhole)
                {
                    break;
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException)
        {
        }
    }

    private async Task<RestAnswer> DecideAsync(RestRequest request)
    {
        var problems = OpenApiCheck.Discord?.Problems(request) ?? [];
        foreach (var problem in problems)
        {
            Problems.Enqueue(problem);
        }

        _requests.Enqueue(request);
        _arrivals.Writer.TryWrite(request);
        var answer = await Script(request).WaitAsync(_end.Token);
        return problems.Count == 0 ? answer : RestAnswer.Error(400, 50035, string.Join("; ", problems).Replace('"', '\''));
    }
}

/// <summary>Reads requests of HTTP/1.1 one after the other.</summary>
internal sealed class RestRequestReader(Stream stream, string basePath)
{
    private readonly byte[] _buffer = new byte[4096];
    private readonly List<byte> _read = [];

    /// <summary>Null at the connection's end.</summary>
    public async Task<RestRequest?> ReadAsync(CancellationToken end)
    {
        int headEnd;
        while ((headEnd = Encoding.Latin1.GetString([.. _read]).IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            if (!await MoreAsync(end))
            {
                return null;
            }
        }

        var lines = Encoding.Latin1.GetString([.. _read.Take(headEnd)]).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var length = headers.TryGetValue("Content-Length", out var stated) ? int.Parse(stated) : 0;
        while (_read.Count < headEnd + 4 + length)
        {
            if (!await MoreAsync(end))
            {
                return null;
            }
        }

        var body = Encoding.UTF8.GetString([.. _read.Skip(headEnd + 4).Take(length)]);
        _read.RemoveRange(0, headEnd + 4 + length);
        var first = lines[0].Split(' ');
        var target = first[1].Split('?', 2);
        var path = target[0].StartsWith(basePath, StringComparison.Ordinal) ? target[0][basePath.Length..] : target[0];
        return new RestRequest(first[0], path, target.Length == 2 ? $"?{target[1]}" : "", headers, body);
    }

    private async Task<bool> MoreAsync(CancellationToken end)
    {
        var count = await stream.ReadAsync(_buffer, end);
        _read.AddRange(_buffer.AsSpan(0, count));
        return count > 0;
    }
}
