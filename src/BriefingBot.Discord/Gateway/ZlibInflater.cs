using System.IO.Compression;

namespace BriefingBot.Discord.Gateway;

/// <summary>
/// Discord's transport compression: one compressed stream over the whole life of a connection, flushed after every message. Discord's
/// document: events/gateway, Transport Compression.
/// </summary>
internal sealed class ZlibInflater : IDisposable
{
    private readonly Arrived _arrived = new();
    private readonly ZLibStream _stream;

    public ZlibInflater() => _stream = new ZLibStream(_arrived, CompressionMode.Decompress);

    /// <summary>Whether a message ends here; if not, the rest comes with the next frame.</summary>
    public static bool EndsMessage(ReadOnlySpan<byte> compressed) => compressed.EndsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0xFF, 0xFF]);

    /// <exception cref="InvalidDataException">This is no such stream; nothing that follows can be read either.</exception>
    public void Inflate(ReadOnlyMemory<byte> compressed, MessageBuffer message)
    {
        _arrived.Rest = compressed;
        for (int count; (count = _stream.Read(message.Room().Span)) > 0;)
        {
            message.Advance(count);
        }

        if (_arrived.Rest.Length > 0)
        {
            throw new InvalidDataException("The compressed stream has ended before the connection.");
        }
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>What of the compressed stream has arrived. Its end is only the end so far.</summary>
    private sealed class Arrived : Stream
    {
        public ReadOnlyMemory<byte> Rest { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Rest.Length);
            Rest.Span[..count].CopyTo(buffer);
            Rest = Rest[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
