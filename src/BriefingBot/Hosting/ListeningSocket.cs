using System.Net;
using System.Net.Sockets;
using BriefingBot.Configuration;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Hosting;

/// <summary>
/// The service's own port, taken at the very start, so that a port in use is noticed before Discord hears of a second bot. The web server comes
/// when somebody first connects: nothing of it is loaded before, neither into the time of the start nor into memory. Who connects waits meanwhile.
/// </summary>
internal sealed class ListeningSocket : IConnectionListenerFactory, IDisposable
{
    /// <summary>As many as Discord may open at once; the kernel has a limit of its own.</summary>
    private const int Backlog = 4096;

    private readonly Socket _socket;
    private Socket? _first;

    private ListeningSocket(Socket socket) => _socket = socket;

    /// <summary>Where it listens, with the port that was free when none was named.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    /// <exception cref="ConfigurationException">The port is in use, or not this process's to take.</exception>
    public static ListeningSocket Open(HttpOptions options)
    {
        var socket = new Socket(options.Listen.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (options.Listen.Address.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.Bind(options.Listen);
            socket.Listen(Backlog);
            return new ListeningSocket(socket);
        }
        catch (SocketException taken)
        {
            socket.Dispose();
            throw new ConfigurationException(
                $"{ConfigurationKeys.HttpUrl}: nothing can listen at {options.Url} ({taken.Message}); a free port of this machine is allowed. "
                + "Does another bot run here?");
        }
    }

    /// <summary>Waits until somebody connects.</summary>
    public async Task WaitAsync(CancellationToken stop) => _first ??= await _socket.AcceptAsync(stop);

    ValueTask<IConnectionListener> IConnectionListenerFactory.BindAsync(EndPoint endpoint, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IConnectionListener>(new Listener(this));

    public void Dispose()
    {
        _first?.Dispose();
        _socket.Dispose();
    }

    /// <summary>What the web server accepts from: whoever came first, then all others.</summary>
    private sealed class Listener(ListeningSocket listening) : IConnectionListener
    {
        private readonly SocketConnectionContextFactory _contexts =
            new(new SocketConnectionFactoryOptions(), NullLogger.Instance);

        private readonly CancellationTokenSource _unbound = new();

        public EndPoint EndPoint => listening.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (true)
            {
                try
                {
                    var socket = Interlocked.Exchange(ref listening._first, null) ?? await listening._socket.AcceptAsync(_unbound.Token);
                    socket.NoDelay = true;
                    return _contexts.Create(socket);
                }
                catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
                {
                    return null;
                }
                catch (SocketException)
                {
                    // Whoever connected is gone again, or there are too many at once: the next one is another matter.
                    await Task.Yield();
                }
            }
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
        {
            _unbound.Cancel();
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            _unbound.Cancel();
            _contexts.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
