using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Tests.Fakes;

/// <summary>
/// Discord's side of the Gateway on a real loopback socket, one step after another as a test says. Handshake and frames are written here by
/// hand (RFC 6455), so that it can also do what no orderly server does: cut in mid-frame, trickle, fragment, fall silent.
/// </summary>
internal sealed class FakeGateway : IDisposable
{
    /// <summary>After which a step that does not come has failed. No test waits so long but a failing one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<FakeConnection> _accepted = [];

    public FakeGateway()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public string Url => $"ws://127.0.0.1:{Port}";

    /// <summary>Takes the next connection as a WebSocket.</summary>
    /// <param name="status">Another answer than the switch of protocols.</param>
    public async Task<FakeConnection> AcceptAsync(string? status = null)
    {
        var socket = await _listener.AcceptSocketAsync().WaitAsync(Patience);
        socket.NoDelay = true;
        var connection = new FakeConnection(socket);
        _accepted.Add(connection);
        await connection.ReadRequestAsync();
        var key = connection.Headers.GetValueOrDefault("sec-websocket-key", "");
        await connection.WriteAsync(Encoding.ASCII.GetBytes(status is null ? Switching(key) : $"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n"));
        return connection;
    }

    /// <summary>Takes the next connection and cuts it at once.</summary>
    public async Task RefuseAsync()
    {
        using var socket = await _listener.AcceptSocketAsync().WaitAsync(Patience);
        socket.Close(0);
    }

    /// <summary>Nobody has connected since the last that was taken.</summary>
    public bool IsIdle => !_listener.Pending();

    public void Dispose()
    {
        _listener.Dispose();
        _accepted.ForEach(connection => connection.Dispose());
    }

    // RFC 6455, section 4.2.2, prescribes SHA-1 and this constant.
#pragma warning disable CA5350
    private static string Switching(string key) =>
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
        + Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))) + "\r\n\r\n";
#pragma warning restore CA5350
}
