using System.Buffers.Binary;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace BriefingBot.Tests.Fakes;

/// <summary>One WebSocket that a <see cref="FakeGateway"/> has taken.</summary>
internal sealed class FakeConnection(Socket socket) : IDisposable
{
    private const int Text = 1;
    private const int Binary = 2;
    private const int Close = 8;
    private const int Ping = 9;
    private const int Pong = 10;
    private const int Final = 0x80;

    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private readonly MemoryStream _compressed = new();
    private ZLibStream? _zlib;

    /// <summary>Path and parameters that it was opened with.</summary>
    public string Target { get; private set; } = "";

    /// <summary>Names in lower case.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>The next payload from the client, which must be of this opcode: its data. Heartbeats may come before another.</summary>
    public async Task<JsonElement> ExpectAsync(int opcode)
    {
        while (true)
        {
            var (kind, payload) = await ReadFrameAsync();
            Assert.True(kind == Text, $"Expected opcode {opcode}, but a frame of kind {kind} came: {Described(kind, payload)}");
            using var document = JsonDocument.Parse(payload);
            var came = document.RootElement.GetProperty("op").GetInt32();
            if (came == opcode)
            {
                return document.RootElement.GetProperty("d").Clone();
            }

            Assert.True(came == 1, $"Expected opcode {opcode}, but {came} came.");
        }
    }

    /// <summary>The client's farewell: its code. Then answers it and ends.</summary>
    public async Task<int> ExpectCloseAsync(bool answer = true)
    {
        while (true)
        {
            var (kind, payload) = await ReadFrameAsync();
            if (kind == Close)
            {
                if (answer)
                {
                    await WriteAsync([Final | Close, 2, payload[0], payload[1]]);
                    Dispose();
                }

                return BinaryPrimitives.ReadUInt16BigEndian(payload);
            }
        }
    }

    /// <summary>The client has ended the connection in whatever way.</summary>
    public async Task ExpectEndAsync()
    {
        try
        {
            while (await ReadFrameAsync() is not (Close, _))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Without a farewell.
        }
    }

    /// <summary>The pong to a ping.</summary>
    public async Task<byte[]> ExpectPongAsync()
    {
        var (kind, payload) = await ReadFrameAsync();
        Assert.Equal(Pong, kind);
        return payload;
    }

    /// <summary>Until the client has dealt with all that was sent and reads on: only then its clock may move without seeming to be held up.</summary>
    public async Task SettleAsync()
    {
        await PingAsync([]);
        await ExpectPongAsync();
    }

    public Task SendAsync(string payload) => WriteAsync(Frame(Final | Text, Encoding.UTF8.GetBytes(payload)));

    public Task SendBytesAsync(byte[] payload, bool binary) => WriteAsync(Frame(Final | (binary ? Binary : Text), payload));

    public Task PingAsync(byte[] payload) => WriteAsync(Frame(Final | Ping, payload));

    /// <summary>In frames of so many bytes.</summary>
    public async Task SendFragmentedAsync(string payload, int size)
    {
        var bytes = Encoding.UTF8.GetBytes(payload);
        for (var start = 0; start < bytes.Length; start += size)
        {
            var part = bytes[start..Math.Min(start + size, bytes.Length)];
            await WriteAsync(Frame((start == 0 ? Text : 0) | (start + size >= bytes.Length ? Final : 0), part));
        }
    }

    /// <summary>Byte by byte, each in a packet of its own.</summary>
    public async Task TrickleAsync(string payload)
    {
        foreach (var one in Frame(Final | Text, Encoding.UTF8.GetBytes(payload)))
        {
            await WriteAsync([one]);
        }
    }

    /// <summary>Compressed as a part of the connection's stream (zlib-stream), in so many frames.</summary>
    public async Task SendCompressedAsync(string payload, int frames = 1)
    {
        var bytes = Compressed(payload);
        var size = (bytes.Length + frames - 1) / frames;
        foreach (var part in bytes.Chunk(size))
        {
            await WriteAsync(Frame(Final | Binary, part));
        }
    }

    /// <summary>Begins a frame and cuts the connection in its middle.</summary>
    public async Task CutInMidFrameAsync(string payload, bool reset = false)
    {
        var frame = Frame(Final | Text, Encoding.UTF8.GetBytes(payload));
        await WriteAsync(frame[..(frame.Length / 2)]);
        Cut(reset);
    }

    /// <summary>Ends TCP without a farewell.</summary>
    /// <param name="reset">By RST, as after a crash, instead of FIN.</param>
    public void Cut(bool reset = false)
    {
        if (reset)
        {
            socket.LingerState = new LingerOption(true, 0);
        }

        Dispose();
    }

    /// <summary>Says farewell, with or without a code, and waits for the client's.</summary>
    public async Task CloseAsync(int? code)
    {
        byte[] payload = code is { } number ? [(byte)(number >> 8), (byte)number, .. "Bye."u8] : [];
        await WriteAsync(Frame(Final | Close, payload));
        await ExpectEndAsync();
        Dispose();
    }

    public Task WriteAsync(byte[] bytes) => _stream.WriteAsync(bytes).AsTask().WaitAsync(FakeGateway.Patience);

    public async Task ReadRequestAsync()
    {
        var text = new StringBuilder();
        var one = new byte[1];
        while (!text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await ReadAsync(one);
            text.Append((char)one[0]);
        }

        var lines = text.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Target = lines[0].Split(' ')[1];
        foreach (var line in lines[1..])
        {
            Headers[line[..line.IndexOf(':', StringComparison.Ordinal)].ToLowerInvariant()] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _zlib?.Dispose();
        _compressed.Dispose();
    }

    private byte[] Compressed(string payload)
    {
        _zlib ??= new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true);
        _compressed.SetLength(0);
        _zlib.Write(Encoding.UTF8.GetBytes(payload));
        _zlib.Flush();
        return _compressed.ToArray();
    }

    private static byte[] Frame(int head, byte[] payload)
    {
        byte[] length = payload.Length switch
        {
            < 126 => [(byte)payload.Length],
            <= ushort.MaxValue => [126, (byte)(payload.Length >> 8), (byte)payload.Length],
            _ => [127, 0, 0, 0, 0, (byte)(payload.Length >> 24), (byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length],
        };
        return [(byte)head, .. length, .. payload];
    }

    /// <summary>A client's frames are masked and, here, small and whole.</summary>
    private async Task<(int Kind, byte[] Payload)> ReadFrameAsync()
    {
        var head = new byte[2];
        await ReadAsync(head);
        Assert.True((head[0] & Final) != 0 && (head[1] & 0x80) != 0, "A client's frame is whole and masked.");
        var length = head[1] & 0x7F;
        if (length == 126)
        {
            var longer = new byte[2];
            await ReadAsync(longer);
            length = BinaryPrimitives.ReadUInt16BigEndian(longer);
        }

        Assert.True(length <= 4096, $"Discord takes 4096 bytes at most, not {length}.");
        var mask = new byte[4];
        await ReadAsync(mask);
        var payload = new byte[length];
        await ReadAsync(payload);
        for (var i = 0; i < payload.Length; i++)
        {
            payload[i] ^= mask[i % 4];
        }

        return (head[0] & 0x0F, payload);
    }

    private Task ReadAsync(byte[] bytes) => _stream.ReadExactlyAsync(bytes).AsTask().WaitAsync(FakeGateway.Patience);

    private static string Described(int kind, byte[] payload) => kind == Close && payload.Length >= 2
        ? $"closed with {BinaryPrimitives.ReadUInt16BigEndian(payload)}" : Encoding.UTF8.GetString(payload);
}
