using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BriefingBot.Benchmarks.Discord;

/// <summary>
/// A bot that is none: bytes from one socket to another, an answer of the usual length. What the fake Discord reaches with it is the
/// ceiling of everything measured at it.
/// </summary>
internal static class BareClient
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes($$$"""{"type":4,"data":{"content":"{{{new string('x', 880)}}}"}}""");

    public static async Task RunAsync(int port)
    {
        SingleLoop.Use();
        var address = new IPEndPoint(IPAddress.Loopback, port);
        using (var rest = await OpenAsync(address))
        {
            await rest.SendAsync(Request("PUT", $"/api/v10/applications/{HttpAnswers.ApplicationId}/commands", """[{"name":"who-said"}]"""u8));
            await rest.ReceiveAsync(new byte[4096]);
        }

        using var gateway = await OpenAsync(address);
        await gateway.SendAsync("GET /?v=10 HTTP/1.1\r\nHost: bare\r\nUpgrade: websocket\r\nSec-WebSocket-Key: YmFyZWJhcmViYXJlYmFyZQ==\r\n\r\n"u8.ToArray());
        await gateway.SendAsync(Masked("""{"op":2,"d":{}}"""u8));
        await AnswerAsync(gateway, address);
    }

    private static async Task AnswerAsync(Socket gateway, IPEndPoint address)
    {
        var idle = new Stack<Socket>();
        var received = new byte[256 * 1024];
        var filled = 0;
        while (await gateway.ReceiveAsync(received.AsMemory(filled)) is var read and > 0)
        {
            filled += read;
            var taken = 0;
            for (var length = 0; (length = TryFind(received.AsSpan(taken, filled - taken), out var request)) > 0; taken += length)
            {
                Socket? rest;
                lock (idle)
                {
                    idle.TryPop(out rest);
                }

                _ = PostAsync(rest ?? await OpenAsync(address), request, idle);
            }

            received.AsSpan(taken, filled - taken).CopyTo(received);
            filled -= taken;
        }
    }

    private static async Task PostAsync(Socket rest, byte[] request, Stack<Socket> idle)
    {
        await rest.SendAsync(request);
        await rest.ReceiveAsync(new byte[1024]);
        lock (idle)
        {
            idle.Push(rest);
        }
    }

    /// <summary>Finds an event's end, token and id by what stands before them: the frames of <see cref="InteractionFrame"/> only.</summary>
    private static int TryFind(ReadOnlySpan<byte> received, out byte[] request)
    {
        request = [];
        var end = received.IndexOf("\"app_permissions\":\"2248473465835073\"}}"u8);
        if (end < 0)
        {
            return 0;
        }

        var token = After(received, "\"token\":\""u8);
        var id = After(received, "\"locale\":\"en-GB\",\"id\":\""u8);
        request = Request("POST", $"/api/v10/interactions/{id}/{token}/callback", Body);
        return end + "\"app_permissions\":\"2248473465835073\"}}".Length;
    }

    private static string After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        var value = text[(text.IndexOf(name) + name.Length)..];
        return Encoding.ASCII.GetString(value[..value.IndexOf((byte)'"')]);
    }

    private static byte[] Request(string method, string target, ReadOnlySpan<byte> body) =>
    [
        .. Encoding.ASCII.GetBytes($"{method} {target} HTTP/1.1\r\nHost: bare\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"),
        .. body,
    ];

    /// <summary>With a mask of zeros.</summary>
    private static byte[] Masked(ReadOnlySpan<byte> payload) => [0x81, (byte)(0x80 | payload.Length), 0, 0, 0, 0, .. payload];

    private static async Task<Socket> OpenAsync(IPEndPoint address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address);
        return socket;
    }
}
