using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BriefingBot.Benchmarks.Discord;

/// <summary>
/// Discord's REST API and Gateway at one loopback port, for one bot: it checks nothing and logs nothing, so that what is measured is the bot.
/// What faults need it has: a session with everything that was sent in it, replayed after a Resume.
/// </summary>
internal sealed class FakeDiscord : IDisposable
{
    public const string GuildId = "1100000000000000003";

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _frames = new byte[InteractionFrame.Longest * 256];
    private readonly byte[] _answers = new byte[1 << InteractionFrame.NumberBits];
    private readonly TaskCompletionSource<long> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<long> _registered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FakeSession? _session;
    private GatewayConnection? _connection;
    private TaskCompletionSource _live = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _sessions;

    public FakeDiscord()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(512);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        Answers = new HttpAnswers(Port);
        _ = AcceptAsync();
    }

    /// <summary>Held for everything that sends on the Gateway or changes what is known.</summary>
    public Lock Gate { get; } = new();

    public int Port { get; }

    public HttpAnswers Answers { get; }

    /// <summary>Milliseconds; told in each HELLO.</summary>
    public int HeartbeatInterval { get; set; } = 41_250;

    /// <summary>When the first READY was sent (<see cref="Stopwatch.GetTimestamp"/>).</summary>
    public Task<long> Ready => _ready.Task;

    /// <summary>When the commands' registration was answered.</summary>
    public Task<long> Registered => _registered.Task;

    public string Commands { get; private set; } = "[]";

    /// <summary>Body of the first callback that was an answer.</summary>
    public string FirstAnswer { get; private set; } = "";

    /// <summary>Callbacks that promised an answer for later.</summary>
    public int Deferred { get; private set; }

    /// <summary>Interactions made so far; the next one's number.</summary>
    public int Issued { get; private set; }

    /// <summary>Interactions that a second callback came for.</summary>
    public int AnsweredTwice { get; private set; }

    /// <summary>Sessions begun, so Identifies.</summary>
    public int Sessions => _sessions;

    public int Resumes { get; private set; }

    /// <summary>Called under <see cref="Gate"/> with an interaction's number at its first callback.</summary>
    public Action<int>? Answered { get; set; }

    /// <summary>The next replay is cut in the middle of a frame.</summary>
    public bool CutNextReplay { get; set; }

    /// <summary>Finished while a session is live; asked for anew after each fault.</summary>
    public Task Live
    {
        get
        {
            lock (Gate)
            {
                return _live.Task;
            }
        }
    }

    public GatewayConnection? Connection => _connection;

    public bool IsAnswered(int number) => _answers[number] > 0;

    /// <summary>Makes interactions and sends them in one go where a connection is live; otherwise they wait in the session.</summary>
    public void Issue(int count)
    {
        lock (Gate)
        {
            var session = _session ?? throw new InvalidOperationException("No session has begun.");
            var length = 0;
            for (var i = 0; i < count; i++)
            {
                var id = InteractionFrame.Id(Issued++);
                length += InteractionFrame.Write(_frames.AsSpan(length), session.Add(id), id);
            }

            if (_connection is { IsLive: true, IsSilent: false } connection)
            {
                connection.SendRaw(_frames.AsSpan(0, length));
            }
        }
    }

    /// <summary>Sends one more interaction, half of its frame, and cuts the connection.</summary>
    public void CutInMidFrame(bool hard)
    {
        var session = _session ?? throw new InvalidOperationException("No session has begun.");
        var id = InteractionFrame.Id(Issued++);
        var length = InteractionFrame.Write(_frames, session.Add(id), id);
        _connection?.SendRaw(_frames.AsSpan(0, length / 2));
        _connection?.Cut(hard);
    }

    /// <summary>Before a fault: whoever asks for <see cref="Live"/> now waits for the next READY or RESUMED.</summary>
    public void ExpectReturn() => _live = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The session can no longer be resumed; nothing of it is sent again.</summary>
    public void EndSession() => _session = null;

    public void Identify(GatewayConnection connection)
    {
        _session = new FakeSession($"5e55{++_sessions:x28}");
        _connection = connection;
        connection.Send(
            $$$"""{"t":"READY","s":{{{_session.Next()}}},"op":0,"d":{"v":10,"user_settings":{},"user":{"verified":true,"username":"Briefing","mfa_enabled":false,"id":"{{{HttpAnswers.ApplicationId}}}","global_name":null,"flags":0,"email":null,"discriminator":"0001","bot":true,"avatar":null},"session_type":"normal","session_id":"{{{_session.Id}}}","resume_gateway_url":"ws://127.0.0.1:{{{Port}}}","relationships":[],"private_channels":[],"presences":[],"guilds":[{"unavailable":true,"id":"{{{GuildId}}}"}],"guild_join_requests":[],"geo_ordered_rtc_regions":["rotterdam"],"game_relationships":[],"auth":{},"application":{"id":"{{{HttpAnswers.ApplicationId}}}","flags":0},"_trace":["[\"fake\",{}]"]}}""");
        _ready.TrySetResult(Stopwatch.GetTimestamp());
        connection.IsLive = true;
        _live.TrySetResult();
    }

    public void Resume(GatewayConnection connection, string? session, long sequence)
    {
        if (_session is null || _session.Id != session)
        {
            connection.Send("""{"t":null,"s":null,"op":9,"d":false}""");
            return;
        }

        Resumes++;
        _connection = connection;
        foreach (var (missed, id) in _session.After(sequence))
        {
            var length = InteractionFrame.Write(_frames, missed, id);
            connection.SendRaw(_frames.AsSpan(0, CutNextReplay && missed == _session.Last ? length / 2 : length));
        }

        if (CutNextReplay)
        {
            CutNextReplay = false;
            connection.Cut(hard: false);
            return;
        }

        connection.Send($$$"""{"t":"RESUMED","s":{{{_session.Next()}}},"op":0,"d":{"_trace":["[\"fake\",{}]"]}}""");
        connection.IsLive = true;
        _live.TrySetResult();
    }

    /// <summary>A bot that closes with 1000 or 1001 ends its session.</summary>
    public void HasClosed(GatewayConnection connection, int? code)
    {
        if (connection == _connection && code is 1000 or 1001)
        {
            EndedByBot += _session is null ? 0 : 1;
            _session = null;
        }
    }

    /// <summary>Sessions that the bot itself has ended.</summary>
    public int EndedByBot { get; private set; }

    /// <param name="target">From the interaction's id on.</param>
    /// <param name="body">As it came.</param>
    /// <returns>False when there was an answer already.</returns>
    public bool TakeCallback(ReadOnlySpan<byte> target, ReadOnlySpan<byte> body)
    {
        if (!Utf8Parser.TryParse(target, out long id, out _))
        {
            return false;
        }

        var number = InteractionFrame.Number(id);
        lock (Gate)
        {
            if (_answers[number] > 0)
            {
                AnsweredTwice += _answers[number] == 1 ? 1 : 0;
                _answers[number] = 2;
                return false;
            }

            _answers[number] = 1;

            // No part of a message has type 4, so that this can only be the callback's.
            if (body.IndexOf("\"type\":4"u8) < 0)
            {
                Deferred++;
            }
            else if (FirstAnswer.Length == 0)
            {
                FirstAnswer = Encoding.UTF8.GetString(body);
            }

            Answered?.Invoke(number);
            return true;
        }
    }

    /// <summary>What a list of commands looks like once it is registered.</summary>
    public string Register(ReadOnlySpan<byte> body)
    {
        var commands = JsonNode.Parse(body)?.AsArray() ?? [];
        foreach (var (command, i) in commands.Select((command, i) => (command!.AsObject(), i)))
        {
            command["id"] = (string?)command["name"] == "who-said" ? HttpAnswers.CommandId : $"12000000000000000{i:D2}";
            command["application_id"] = HttpAnswers.ApplicationId;
            command["version"] = "1100000000000000008";
            command["type"] ??= 1;
            command["nsfw"] ??= false;
        }

        return Commands = commands.ToJsonString();
    }

    public void HasAnswered(string path, byte[] answer)
    {
        if (Commands.Length > 2 && path.EndsWith("/commands", StringComparison.Ordinal) && answer.Length > 0)
        {
            _registered.TrySetResult(Stopwatch.GetTimestamp());
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync();
                socket.NoDelay = true;
                _ = new HttpConnection(this, socket).ServeAsync();
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The measurement is over.
        }
    }
}
