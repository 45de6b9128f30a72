using System.Net.Sockets;
using System.Text;

namespace BriefingBot.Benchmarks.Discord;

/// <summary>A connection that the bot has opened: requests one after another, until one makes it a WebSocket.</summary>
internal sealed class HttpConnection(FakeDiscord discord, Socket socket)
{
    private byte[] _received = new byte[16 * 1024];
    private int _filled;

    public async Task ServeAsync()
    {
        try
        {
            string? key;
            while (!AnswerWhatIsHere(out key))
            {
                if (_filled == _received.Length)
                {
                    Array.Resize(ref _received, _filled * 2);
                }

                var read = await socket.ReceiveAsync(_received.AsMemory(_filled));
                if (read == 0)
                {
                    break;
                }

                _filled += read;
            }

            if (key is not null)
            {
                await new GatewayConnection(discord, socket).ServeAsync(key, _received.AsMemory(0, _filled));
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The bot has gone; whether it comes back is what is measured.
        }
        finally
        {
            socket.Dispose();
        }
    }

    /// <summary>True when the connection becomes a WebSocket; then only what follows that request is left.</summary>
    private bool AnswerWhatIsHere(out string? webSocketKey)
    {
        webSocketKey = null;
        var from = 0;
        while (webSocketKey is null && HttpRequest.TryRead(_received.AsSpan(from, _filled - from), out var request))
        {
            webSocketKey = request.WebSocketKey;
            if (webSocketKey is null)
            {
                Answer(request);
            }

            from += request.Length;
        }

        if (from > 0)
        {
            _received.AsSpan(from, _filled - from).CopyTo(_received);
            _filled -= from;
        }

        return webSocketKey is not null;
    }

    private void Answer(HttpRequest request)
    {
        var at = request.Target.IndexOf("/interactions/"u8);
        if (at >= 0)
        {
            var accepted = discord.TakeCallback(request.Target[(at + 14)..], request.Body);
            socket.Send(!accepted ? HttpAnswers.AlreadyAcknowledged
                : request.Target.IndexOf("with_response=true"u8) < 0 ? discord.Answers.NoContent
                : HttpAnswers.CallbackResponse);
            return;
        }

        var path = Encoding.ASCII.GetString(request.Target).Split('?')[0];
        var answer = (Encoding.ASCII.GetString(request.Method), path) switch
        {
            ("GET", _) when path.EndsWith("/gateway/bot", StringComparison.Ordinal) => discord.Answers.GatewayBot,
            ("GET", _) when path.EndsWith("/applications/@me", StringComparison.Ordinal) => HttpAnswers.Application,
            ("GET", _) when path.EndsWith("/users/@me", StringComparison.Ordinal) => HttpAnswers.User,
            ("GET", _) when path.EndsWith("/commands", StringComparison.Ordinal) => HttpAnswers.Of("200 OK", discord.Commands),
            ("PUT", _) when path.EndsWith("/commands", StringComparison.Ordinal) => HttpAnswers.Of("200 OK", discord.Register(request.Body)),
            ("DELETE", _) => HttpAnswers.Of("204 No Content", ""),
            (_, _) when path.Contains("/webhooks/", StringComparison.Ordinal) => HttpAnswers.Message,
            _ => HttpAnswers.Of("404 Not Found", """{"message":"404: Not Found","code":0}"""),
        };
        socket.Send(answer);
        discord.HasAnswered(path, answer);
    }
}
