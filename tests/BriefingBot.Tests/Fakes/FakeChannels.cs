using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Discord.Model;
using BriefingBot.Tests.Surfaces.Discord;

namespace BriefingBot.Tests.Fakes;

/// <summary>
/// Discord as far as briefings meet it: channels that keep what was posted, give it back newest first, and take a message with a nonce they remember
/// for one they have. A test can refuse a request, or lose the answer to one that was carried out.
/// </summary>
internal sealed class FakeChannels : IAsyncDisposable
{
    /// <summary>The server that channels belong to.</summary>
    public const string Guild = "7";

    /// <summary>The bot's own account.</summary>
    public const string Self = "42";

    private readonly Lock _gate = new();
    private readonly List<FakeMessage> _messages = [];
    private readonly Dictionary<string, FakeMessage> _nonces = [];
    private readonly Dictionary<string, int> _types = [];
    private readonly List<(string Post, string Forum)> _posts = [];
    private readonly Func<DateTimeOffset> _now;
    private ulong _count;

    public FakeChannels(Func<DateTimeOffset> now)
    {
        _now = now;
        Rest.Script = AnswerAsync;
    }

    public FakeDiscordRest Rest { get; } = new();

    /// <summary>Decides what is answered instead; null to carry the request out. Several may be decided at once.</summary>
    public Func<RestRequest, RestAnswer?> Refuse { get; set; } = _ => null;

    /// <summary>What is answered although the request was carried out; null for the truth.</summary>
    public Func<RestRequest, RestAnswer?> Lose { get; set; } = _ => null;

    /// <summary>Waited for before a request is looked at.</summary>
    public Func<RestRequest, Task> Hold { get; set; } = _ => Task.CompletedTask;

    /// <summary>Waited for before a request that was carried out is answered.</summary>
    public Func<RestRequest, Task> HoldAnswer { get; set; } = _ => Task.CompletedTask;

    /// <summary>What the role of everybody may do: all that is needed, unless a test says otherwise.</summary>
    public ulong Everybody { get; set; } = (1UL << 10) | (1UL << 11) | (1UL << 16) | (1UL << 38);

    /// <summary>What a channel says of everybody, as JSON; none without.</summary>
    public string Overwrites { get; set; } = "[]";

    /// <summary>All that stands in any channel, in order.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    public void MakeForum(string channel) => _types[channel] = (int)ChannelType.Forum;

    /// <summary>Minutes have passed: a nonce seen before is taken again.</summary>
    public void ForgetNonces()
    {
        lock (_gate)
        {
            _nonces.Clear();
        }
    }

    /// <summary>What other people write.</summary>
    public void Chatter(string channel, int count)
    {
        lock (_gate)
        {
            for (var i = 0; i < count; i++)
            {
                _messages.Add(new FakeMessage(NewId(), channel, new JsonObject { ["content"] = "hello" }));
            }
        }
    }

    public ValueTask DisposeAsync() => Rest.DisposeAsync();

    private async Task<RestAnswer> AnswerAsync(RestRequest request)
    {
        await Hold(request);
        if (Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var answer = Carry(request);
        await HoldAnswer(request);
        return Lose(request) ?? answer;
    }

    private RestAnswer Carry(RestRequest request)
    {
        lock (_gate)
        {
            return Answer(request);
        }
    }

    private RestAnswer Answer(RestRequest request) => (request.Method, request.Path.Split('/')[1..]) switch
    {
        ("POST", ["channels", var channel, "messages"]) when _types.GetValueOrDefault(channel) == (int)ChannelType.Forum =>
            RestAnswer.Error(400, 50008, "Cannot send messages in a non-text channel"),
        ("POST", ["channels", var channel, "messages"]) => Post(channel, JsonNode.Parse(request.Body)!.AsObject()),
        ("GET", ["channels", var channel, "messages"]) => History(channel, request.Query),
        ("POST", ["channels", var forum, "threads"]) => Begin(forum, JsonNode.Parse(request.Body)!.AsObject()),
        ("GET", ["channels", var channel]) => RestAnswer.Json(
            $$"""{"id":"{{channel}}","type":{{_types.GetValueOrDefault(channel)}},"guild_id":"{{Guild}}","name":"news","permission_overwrites":{{Overwrites}}}"""),
        ("POST", ["users", "@me", "channels"]) => RestAnswer.Json($$"""{"id":"9{{JsonNode.Parse(request.Body)!["recipient_id"]}}","type":1}"""),
        ("GET", ["users", "@me"]) => RestAnswer.Json($$"""{"id":"{{Self}}","username":"herald"}"""),
        ("GET", ["applications", "@me"]) => RestAnswer.Json($$"""{"id":"{{Self}}","name":"Herald","approximate_guild_count":1}"""),
        ("GET", ["guilds", Guild]) => RestAnswer.Json($$"""{"id":"{{Guild}}","name":"Harbour","roles":[{"id":"{{Guild}}","permissions":"{{Everybody}}"}]}"""),
        ("GET", ["guilds", Guild, "members", Self]) => RestAnswer.Json($$"""{"user":{"id":"{{Self}}"},"roles":[]}"""),
        ("GET", ["guilds", Guild, "threads", "active"]) => RestAnswer.Json(
            $$"""{"threads":[{{string.Join(',', _posts.Select(post => $$"""{"id":"{{post.Post}}","type":11,"parent_id":"{{post.Forum}}"}"""))}}],"members":[],"has_more":false}"""),
        ("GET", ["guilds", ..]) => RestAnswer.Error(404, 10004, "Unknown Guild"),
        ("GET" or "PUT", ["applications", ..]) => RestAnswer.Json("[]"),
        _ => RestAnswer.NoContent,
    };

    private RestAnswer Post(string channel, JsonObject body)
    {
        var nonce = body["enforce_nonce"]?.GetValue<bool>() == true ? body["nonce"]?.GetValue<string>() : null;
        if (nonce is null || !_nonces.TryGetValue(nonce, out var message))
        {
            message = new FakeMessage(NewId(), channel, body);
            _messages.Add(message);
            if (nonce is not null)
            {
                _nonces[nonce] = message;
            }
        }

        return RestAnswer.Json(message.Json());
    }

    private RestAnswer Begin(string forum, JsonObject body)
    {
        var message = new FakeMessage(NewId(), "", body["message"]!.AsObject());
        _messages.Add(message with { Channel = message.Id.ToString() });
        _posts.Add((message.Id.ToString(), forum));
        return new RestAnswer(201, $$"""{"id":"{{message.Id}}","type":11,"parent_id":"{{forum}}","guild_id":"{{Guild}}"}""");
    }

    private RestAnswer History(string channel, string query)
    {
        var values = query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => ulong.Parse(pair[1]));
        var before = values.GetValueOrDefault("before", ulong.MaxValue);
        var visible = (Everybody & (1UL << 16)) != 0 || channel.StartsWith('9');
        var page = _messages.Where(message => visible && message.Channel == channel && message.Id.Value < before)
            .OrderByDescending(message => message.Id).Take((int)values["limit"]);
        return RestAnswer.Json($"[{string.Join(',', page.Select(message => message.Json()))}]");
    }

    private Snowflake NewId() => new(Snowflake.At(_now()).Value + ++_count);
}

/// <summary>A message as it stands in a channel.</summary>
internal sealed record FakeMessage(Snowflake Id, string Channel, JsonObject Body)
{
    /// <summary>The marks at the ends of its buttons' custom ids.</summary>
    public IReadOnlyList<string> Marks => [.. Body.ToJsonString().Split("\"custom_id\":\"").Skip(1).Select(rest => rest[..rest.IndexOf('"')].Split(':')[^1])];

    /// <summary>All its text, without Markdown's backslashes.</summary>
    public string Text => Sent.Of(JsonSerializer.Deserialize(Body.ToJsonString(), WireJson.Wire.MessageBody)!).Plain;

    /// <summary>As Discord gives it back: without its nonce.</summary>
    public string Json()
    {
        var given = new JsonObject { ["id"] = Id.ToString(), ["channel_id"] = Channel, ["author"] = new JsonObject { ["id"] = FakeChannels.Self } };
        foreach (var (name, value) in Body.Where(each => each.Key is "content" or "components" or "flags"))
        {
            given[name] = value?.DeepClone();
        }

        return given.ToJsonString();
    }
}
