using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using BriefingBot.Discord.Model;

namespace BriefingBot.Benchmarks.Delivery;

/// <summary>
/// Discord's channels on a loopback port: keeps what is posted, takes a message with a nonce that it remembers for one it has, and gives messages
/// back without their nonces.
/// </summary>
internal sealed class FakeMessages : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<(Snowflake Id, string Mark)>> _channels = [];
    private readonly Dictionary<string, string> _nonces = [];
    private readonly Func<DateTimeOffset> _now;
    private readonly bool _keep;
    private ulong _count;
    private int _inFlight;
    private long _posted;

    /// <param name="now">The clock that ids tell.</param>
    /// <param name="keep">Whether messages are kept, to be read and counted; else only their number is.</param>
    public FakeMessages(Func<DateTimeOffset> now, bool keep)
    {
        (_now, _keep) = (now, keep);
        using var free = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        free.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)free.LocalEndPoint!).Port;
        free.Dispose();
        BaseUrl = new Uri($"http://127.0.0.1:{port}/api/v10");
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri BaseUrl { get; }

    /// <summary>Requests that have come and are not answered yet.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>Messages that were posted.</summary>
    public long Posted => Interlocked.Read(ref _posted);

    /// <summary>Called with the channel of each message.</summary>
    public Action<string>? Posting { get; set; }

    /// <summary>Marks of all messages that were kept.</summary>
    public IReadOnlyList<string> Marks
    {
        get
        {
            lock (_gate)
            {
                return [.. _channels.Values.SelectMany(messages => messages.Select(message => message.Mark))];
            }
        }
    }

    /// <summary>As after some minutes.</summary>
    public void ForgetNonces()
    {
        lock (_gate)
        {
            _nonces.Clear();
        }
    }

    public void Dispose() => _listener.Close();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                Interlocked.Increment(ref _inFlight);
                _ = Task.Run(() => AnswerAsync(context));
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            var answer = Encoding.UTF8.GetBytes(Answer(context.Request, body));
            context.Response.ContentType = "application/json";
            context.Response.ContentLength64 = answer.Length;
            await context.Response.OutputStream.WriteAsync(answer);
            context.Response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
        {
            // Whoever asked has been killed.
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private string Answer(HttpListenerRequest request, string body)
    {
        var parts = request.Url!.AbsolutePath.Split('/')[3..];
        lock (_gate)
        {
            return (request.HttpMethod, parts) switch
            {
                ("POST", ["channels", var channel, "messages"]) => Post(channel, body),
                ("GET", ["channels", var channel, "messages"]) => History(channel),
                ("GET", ["channels", var channel]) => $$"""{"id":"{{channel}}","type":0,"guild_id":"7"}""",
                ("GET", ["guilds", var guild]) => $$"""{"id":"{{guild}}","name":"g","roles":[{"id":"{{guild}}","permissions":"{{ulong.MaxValue}}"}]}""",
                ("GET", ["guilds", _, "members", ..]) => """{"roles":[]}""",
                ("GET", ["users", "@me"]) => """{"id":"42"}""",
                _ => "{}",
            };
        }
    }

    private string Post(string channel, string body)
    {
        if (!_keep)
        {
            Interlocked.Increment(ref _posted);
            Posting?.Invoke(channel);
            return $$"""{"id":"{{NewId()}}","channel_id":"{{channel}}"}""";
        }

        var nonce = JsonNode.Parse(body)!["nonce"]!.GetValue<string>();
        if (!_nonces.TryGetValue(nonce, out var id))
        {
            var made = NewId();
            id = _nonces[nonce] = made.ToString();
            if (!_channels.TryGetValue(channel, out var messages))
            {
                _channels[channel] = messages = [];
            }

            messages.Add((made, nonce));
            Interlocked.Increment(ref _posted);
        }

        return $$"""{"id":"{{id}}","channel_id":"{{channel}}"}""";
    }

    private string History(string channel) => _channels.TryGetValue(channel, out var messages)
        ? $"[{string.Join(',', messages.AsEnumerable().Reverse().Take(100).Select(message =>
            $$"""{"id":"{{message.Id}}","channel_id":"{{channel}}","components":[{"type":1,"components":[{"type":2,"style":2,"custom_id":"1s:{{message.Mark}}"}]}]}"""))}]"
        : "[]";

    private Snowflake NewId() => new(Snowflake.At(_now()).Value + ++_count);
}
