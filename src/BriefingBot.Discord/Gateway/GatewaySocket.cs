using System.Net.WebSockets;
using System.Runtime.CompilerServices;

namespace BriefingBot.Discord.Gateway;

internal enum ArrivalKind
{
    Message,

    /// <summary>A message beyond the limit, or of frames that make no message; it is gone.</summary>
    TooLong,

    /// <summary>The compressed stream cannot be read any more.</summary>
    Garbled,

    Closed,
}

/// <summary>What came over the socket.</summary>
/// <param name="Kind">Of what kind it is.</param>
/// <param name="Message">Valid until the next read.</param>
/// <param name="CloseCode">Null when the connection ended without one.</param>
internal readonly record struct Arrival(ArrivalKind Kind, ReadOnlyMemory<byte> Message = default, int? CloseCode = null);

/// <summary>A WebSocket with whole messages, inflated where they are compressed. One reader, one writer; closing may come from a third.</summary>
internal sealed class GatewaySocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly MessageBuffer _received;
    private readonly MessageBuffer? _inflated;
    private readonly ZlibInflater? _inflater;
    private bool _clear = true;

    private GatewaySocket(GatewayOptions options)
    {
        // Discord has heartbeats of its own, and no use for the pongs that would be sent here.
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        _socket.Options.SetRequestHeader("User-Agent", options.UserAgent);
        _received = new MessageBuffer(options.LongestMessage);
        if (options.Compress)
        {
            _inflated = new MessageBuffer(options.LongestMessage);
            _inflater = new ZlibInflater();
        }
    }

    /// <exception cref="WebSocketException">It cannot be opened.</exception>
    public static async Task<GatewaySocket> OpenAsync(Uri address, GatewayOptions options, CancellationToken stop)
    {
        var socket = new GatewaySocket(options);
        try
        {
            await socket._socket.ConnectAsync(address, stop).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The next message, or the end. Not to be called again after the end.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Arrival> ReadAsync()
    {
        while (true)
        {
            if (_clear)
            {
                _received.Clear();
            }

            var part = await _socket.ReceiveAsync(_received.Room(), CancellationToken.None).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return new Arrival(ArrivalKind.Closed, CloseCode: Code());
            }

            _received.Advance(part.Count);
            var compressed = part.MessageType == WebSocketMessageType.Binary && _inflater is not null;
            _clear = part.EndOfMessage && (!compressed || ZlibInflater.EndsMessage(_received.Written.Span));
            if (_clear)
            {
                return compressed ? Inflated() : new Arrival(_received.IsOverfull ? ArrivalKind.TooLong : ArrivalKind.Message, _received.Written);
            }
        }
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> message) =>
        _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>Says farewell without waiting for an answer.</summary>
    public Task CloseAsync(int code, CancellationToken stop) => _socket.CloseOutputAsync((WebSocketCloseStatus)code, "", stop);

    /// <summary>Cuts the connection; a read or a send under way fails.</summary>
    public void Abort() => _socket.Abort();

    /// <summary>Only once nobody reads any more: the buffers go back to the pool.</summary>
    public void Dispose()
    {
        _socket.Dispose();
        _received.Dispose();
        _inflated?.Dispose();
        _inflater?.Dispose();
    }

    /// <summary>
    /// The library puts a farewell without a code as 1000. One of 1000 without words is taken for it: to resume a session that is gone costs
    /// an answer of Discord's, to drop one that is not loses what was missed.
    /// </summary>
    private int? Code() => _socket.CloseStatus is not { } code ? null
        : code == WebSocketCloseStatus.NormalClosure && string.IsNullOrEmpty(_socket.CloseStatusDescription) ? null : (int)code;

    private Arrival Inflated()
    {
        // Without its beginning the stream is of no use, also for the messages after it.
        if (_received.IsOverfull)
        {
            return new Arrival(ArrivalKind.Garbled);
        }

        _inflated!.Clear();
        try
        {
            _inflater!.Inflate(_received.Written, _inflated);
        }
        catch (InvalidDataException)
        {
            return new Arrival(ArrivalKind.Garbled);
        }

        return new Arrival(_inflated.IsOverfull ? ArrivalKind.TooLong : ArrivalKind.Message, _inflated.Written);
    }
}
