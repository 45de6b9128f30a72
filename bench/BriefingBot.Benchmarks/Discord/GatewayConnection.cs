using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BriefingBot.Benchmarks.Discord;

/// <summary>The Gateway's side of one WebSocket: frames by hand, since only their bytes matter here. Sends happen under the fake's lock.</summary>
internal sealed class GatewayConnection(FakeDiscord discord, Socket socket)
{
    private readonly byte[] _received = new byte[8 * 1024];

    /// <summary>This side has said goodbye; what the bot still says is only its reply.</summary>
    private bool _isClosing;

    /// <summary>Events go out on it: after READY or RESUMED, until a fault.</summary>
    public bool IsLive { get; set; }

    /// <summary>No ACK comes any more, and no event.</summary>
    public bool IsSilent { get; set; }

    public async Task ServeAsync(string key, ReadOnlyMemory<byte> early)
    {
        lock (discord.Gate)
        {
            socket.NoDelay = true;
            socket.Send(Encoding.ASCII.GetBytes(
                $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {Accept(key)}\r\n\r\n"));
            Send($$$"""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":{{{discord.HeartbeatInterval}}},"_trace":["[\"fake\",{}]"]}}""");
        }

        early.CopyTo(_received);
        var filled = early.Length;
        while (true)
        {
            var taken = 0;
            while (TryFrame(_received.AsSpan(taken, filled - taken), out var length, out var goesOn))
            {
                if (!goesOn)
                {
                    return;
                }

                taken += length;
            }

            _received.AsSpan(taken, filled - taken).CopyTo(_received);
            filled -= taken;
            var read = await socket.ReceiveAsync(_received.AsMemory(filled));
            if (read == 0)
            {
                return;
            }

            filled += read;
        }
    }

    public void Send(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        SendFrame(0x81, payload);
    }

    public void SendRaw(ReadOnlySpan<byte> frames)
    {
        try
        {
            socket.Send(frames);
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            IsLive = false;
        }
    }

    /// <summary>The bot answers with a close frame or ends the connection; either ends this side too.</summary>
    public void Close(int code)
    {
        IsLive = false;
        _isClosing = true;
        Span<byte> payload = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        SendFrame(0x88, payload);
    }

    /// <param name="hard">With a TCP reset, which also throws away what the bot has not read yet.</param>
    public void Cut(bool hard)
    {
        IsLive = false;
        if (hard)
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        else
        {
            try
            {
                socket.Shutdown(SocketShutdown.Both);
            }
            catch (SocketException)
            {
                // Already gone.
            }
        }

        socket.Dispose();
    }

    private void SendFrame(byte first, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[payload.Length + 4];
        var header = WriteHeader(frame, first, payload.Length);
        payload.CopyTo(frame.AsSpan(header));
        SendRaw(frame.AsSpan(0, header + payload.Length));
    }

    /// <summary>The header of a server's frame of less than 64 KB: 2 or 4 bytes.</summary>
    private static int WriteHeader(Span<byte> frame, byte first, int length)
    {
        frame[0] = first;
        if (length < 126)
        {
            frame[1] = (byte)length;
            return 2;
        }

        frame[1] = 126;
        BinaryPrimitives.WriteUInt16BigEndian(frame[2..], (ushort)length);
        return 4;
    }

    private bool TryFrame(Span<byte> received, out int length, out bool goesOn)
    {
        (length, goesOn) = (0, true);
        if (received.Length < 6)
        {
            return false;
        }

        var size = received[1] & 0x7F;
        var header = size == 126 ? 8 : 6;
        if (received.Length < header)
        {
            return false;
        }

        // A bot's payloads have at most 4,096 bytes: the long form of the length does not come.
        size = size == 126 ? BinaryPrimitives.ReadUInt16BigEndian(received[2..]) : size;
        length = header + size;
        if (received.Length < length)
        {
            return false;
        }

        var mask = received.Slice(header - 4, 4);
        var payload = received.Slice(header, size);
        for (var i = 0; i < payload.Length; i++)
        {
            payload[i] ^= mask[i & 3];
        }

        goesOn = Take(received[0] & 0xF, payload);
        return true;
    }

    private bool Take(int opcode, ReadOnlySpan<byte> payload)
    {
        lock (discord.Gate)
        {
            switch (opcode)
            {
                case 1:
                    TakePayload(payload);
                    return true;
                case 8:
                    TakeClose(payload);
                    return false;
                case 9:
                    SendFrame(0x8A, payload);
                    return true;
                default:
                    return true;
            }
        }
    }

    private void TakeClose(ReadOnlySpan<byte> payload)
    {
        IsLive = false;
        if (!_isClosing)
        {
            SendFrame(0x88, payload.Length >= 2 ? payload[..2] : payload);
            discord.HasClosed(this, payload.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(payload) : null);
        }
    }

    private void TakePayload(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        using var json = JsonDocument.ParseValue(ref reader);
        var data = json.RootElement.TryGetProperty("d", out var d) ? d : default;
        switch (json.RootElement.GetProperty("op").GetInt32())
        {
            case 1 when !IsSilent:
                Send("""{"t":null,"s":null,"op":11,"d":null}""");
                break;
            case 2:
                discord.Identify(this);
                break;
            case 6:
                discord.Resume(this, data.GetProperty("session_id").GetString(), data.GetProperty("seq").GetInt64());
                break;
        }
    }

    private static string Accept(string key)
    {
#pragma warning disable CA5350 // RFC 6455, section 4.2.2 asks for SHA-1.
        return Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
    }
}
