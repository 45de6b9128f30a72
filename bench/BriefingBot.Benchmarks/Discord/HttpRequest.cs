using System.Buffers.Text;
using System.Text;

namespace BriefingBot.Benchmarks.Discord;

/// <summary>A request as it lies in the buffer: only what the fake Discord looks at.</summary>
internal readonly ref struct HttpRequest
{
    public required ReadOnlySpan<byte> Method { get; init; }

    /// <summary>With the query.</summary>
    public required ReadOnlySpan<byte> Target { get; init; }

    public ReadOnlySpan<byte> Body { get; init; }

    /// <summary>The value of Sec-WebSocket-Key: this connection wants to be a WebSocket.</summary>
    public string? WebSocketKey { get; init; }

    /// <summary>Bytes of the whole request.</summary>
    public required int Length { get; init; }

    /// <summary>False until all of the first request in <paramref name="received"/> has arrived. A body in chunks is put together in place.</summary>
    public static bool TryRead(Span<byte> received, out HttpRequest request)
    {
        request = default;
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var line = received[..received.IndexOf("\r\n"u8)];
        var method = line[..line.IndexOf((byte)' ')];
        var target = line[(method.Length + 1)..line.LastIndexOf((byte)' ')];
        var (length, chunked, key) = Headers(received[line.Length..end]);
        var body = received[(end + 4)..];
        var taken = length;
        if (chunked ? !TryJoin(body, out length, out taken) : body.Length < length)
        {
            return false;
        }

        request = new() { Method = method, Target = target, Body = body[..length], WebSocketKey = key, Length = end + 4 + taken };
        return true;
    }

    private static (int Length, bool Chunked, string? Key) Headers(ReadOnlySpan<byte> lines)
    {
        var (length, chunked, key) = (0, false, (string?)null);
        foreach (var range in lines.Split("\r\n"u8))
        {
            var line = lines[range];
            if (Is(line, "content-length:"u8))
            {
                length = Utf8Parser.TryParse(line[15..].TrimStart((byte)' '), out int bytes, out _) ? bytes : 0;
            }
            else if (Is(line, "transfer-encoding:"u8))
            {
                chunked = true;
            }
            else if (Is(line, "sec-websocket-key:"u8))
            {
                key = Encoding.ASCII.GetString(line[18..]).Trim();
            }
        }

        return (length, chunked, key);
    }

    private static bool Is(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
        line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name);

    /// <summary>Looks first whether all chunks are here: what is joined in place cannot be read a second time.</summary>
    private static bool TryJoin(Span<byte> chunks, out int length, out int taken)
    {
        (length, taken) = (0, 0);
        var size = -1;
        for (var from = 0; size != 0; from = taken)
        {
            if (!TrySize(chunks[from..], out size, out var start) || chunks.Length < from + start + size + 2)
            {
                return false;
            }

            taken = from + start + size + 2;
        }

        for (var from = 0; TrySize(chunks[from..], out size, out var start) && size > 0; from += start + size + 2)
        {
            chunks.Slice(from + start, size).CopyTo(chunks[length..]);
            length += size;
        }

        return true;
    }

    private static bool TrySize(ReadOnlySpan<byte> chunk, out int size, out int start)
    {
        var line = chunk.IndexOf("\r\n"u8);
        start = line + 2;
        size = 0;
        return line > 0 && Utf8Parser.TryParse(chunk[..line], out size, out _, 'X');
    }
}
