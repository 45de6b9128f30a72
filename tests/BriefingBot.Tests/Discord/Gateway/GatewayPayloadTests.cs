using System.Text;
using System.Text.Json;
using BriefingBot.Discord.Gateway;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Tests.Fakes;
using CsCheck;

namespace BriefingBot.Tests.Discord.Gateway;

/// <summary>What Discord sends, also what it should not.</summary>
public class GatewayPayloadTests
{
    [Theory]
    [InlineData("""{"t":"X","s":7,"op":0,"d":{"a":[1,{"b":2}]}}""")]
    [InlineData("""{"d":{"a":[1,{"b":2}]},"op":0,"s":7,"t":"X"}""")]
    [InlineData("""{ "new": {"op": 5, "d": null}, "op" : 0 , "d" : {"a":[1,{"b":2}]} , "t":"X", "s":7 }""")]
    public void Members_are_found_in_any_order_and_unknown_ones_passed_over(string message)
    {
        var payload = GatewayPayload.Read(Encoding.UTF8.GetBytes(message));

        Assert.Equal((Opcode.Dispatch, 7L, "X"), (payload.Op, payload.Sequence, payload.Name));
        Assert.Equal("""{"a":[1,{"b":2}]}""", Encoding.UTF8.GetString(payload.DataIn(Encoding.UTF8.GetBytes(message))));
    }

    [Theory]
    [InlineData("""{}""", Opcode.None, null, null)]
    [InlineData("""{"op":null,"s":null,"t":null,"d":null}""", Opcode.None, null, null)]
    [InlineData("""{"op":"0","s":"7","t":5}""", Opcode.None, null, null)]
    [InlineData("""{"op":0.5,"s":1e99,"t":{"t":"X"}}""", Opcode.None, null, null)]
    [InlineData("""{"op":99,"s":-3,"t":""}""", (Opcode)99, -3L, "")]
    public void Members_that_are_missing_null_or_of_another_kind_do_no_harm(string message, object op, long? sequence, string? name)
    {
        var payload = GatewayPayload.Read(Encoding.UTF8.GetBytes(message));

        Assert.Equal(((Opcode)op, sequence, name), (payload.Op, payload.Sequence, payload.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("hello")]
    [InlineData("""{"op":0""")]
    [InlineData("""{"op":0}}""")]
    [InlineData("""{"op":0,"d":{"a":}}""")]
    [InlineData("""{"op":0,"t":"\ud800"}""")]
    public void What_is_no_payload_is_called_so(string message) => Assert.Null(ReceivedPayload.Read(Encoding.UTF8.GetBytes(message)));

    [Fact]
    public void No_bytes_make_reading_fail() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        if (ReceivedPayload.Read(bytes) is { } payload)
        {
            payload.Event(bytes, 0, out _);
        }
    });

    /// <summary>Every byte of a real payload changed into every kind of nonsense.</summary>
    [Fact]
    public void No_damage_to_a_payload_makes_reading_fail()
    {
        string[] payloads = [GatewayPayloads.Hello(), GatewayPayloads.Ready("one", "wss://x"), GatewayPayloads.Interaction(5, 2), GatewayPayloads.InvalidSession(true)];
        byte[] damages = [.. "\"{}[]1-\\,:n"u8, 0xFF];
        Gen.Select(Gen.Int[0, payloads.Length - 1], Gen.Int[0, 2000], Gen.Int[0, damages.Length - 1]).Sample(
            (payload, place, damage) =>
            {
                var bytes = Encoding.UTF8.GetBytes(payloads[payload]);
                bytes[place % bytes.Length] = damages[damage];
                if (ReceivedPayload.Read(bytes) is { } read)
                {
                    read.Event(bytes, 0, out _);
                    PayloadData.HeartbeatInterval(read.Outer.DataIn(bytes));
                }
            },
            iter: 5_000);
    }

    [Theory]
    [InlineData("""{"heartbeat_interval":41250}""", 41250.0)]
    [InlineData("""{"x":{"heartbeat_interval":1},"heartbeat_interval":200.5}""", 200.5)]
    [InlineData("""{"heartbeat_interval":1e300}""", 3_600_000.0)]
    [InlineData("""{"heartbeat_interval":0}""", null)]
    [InlineData("""{"heartbeat_interval":-5}""", null)]
    [InlineData("""{"heartbeat_interval":null}""", null)]
    [InlineData("""{"heartbeat_interval":"41250"}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("""[1]""", null)]
    [InlineData("", null)]
    public void The_interval_is_taken_where_it_is_one(string data, double? milliseconds) =>
        Assert.Equal(milliseconds, PayloadData.HeartbeatInterval(Encoding.UTF8.GetBytes(data))?.TotalMilliseconds);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    [InlineData("\"true\"", false)]
    [InlineData("1", false)]
    public void Only_a_plain_true_makes_a_session_resumable(string data, bool resumable) =>
        Assert.Equal(resumable, PayloadData.IsResumable(Encoding.UTF8.GetBytes(data)));

    [Theory]
    [InlineData("""{"session_id":"a","resume_gateway_url":"wss://b","application":{"id":"5","x":{}},"guilds":[{}]}""", "a", "wss://b", 5ul)]
    [InlineData("""{"session_id":null,"resume_gateway_url":null,"application":null}""", null, null, null)]
    [InlineData("""{"session_id":7,"resume_gateway_url":{"a":1},"application":{"id":null}}""", null, null, null)]
    [InlineData("""{"session_id":"","application":{"id":5}}""", null, null, 5ul)]
    [InlineData("""{"session_id":"\ud800"}""", null, null, null)]
    [InlineData("null", null, null, null)]
    [InlineData("", null, null, null)]
    public void Ready_is_read_as_far_as_it_can_be(string data, string? session, string? address, ulong? application)
    {
        var id = application is { } value ? new Snowflake(value) : (Snowflake?)null;

        Assert.Equal(new GatewayReady(session, address, id), PayloadData.Ready(Encoding.UTF8.GetBytes(data)));
    }

    [Fact]
    public void A_session_whose_resume_would_be_too_long_cannot_be_resumed() =>
        Assert.Null(PayloadData.Ready(Encoding.UTF8.GetBytes($$"""{"session_id":"{{new string('x', 1001)}}"}""")).SessionId);

    [Fact]
    public void An_interaction_is_read_whole()
    {
        var interaction = Told(GatewayPayloads.Interaction(5, 2), out var problem)?.Interaction;

        Assert.Null(problem);
        Assert.Equal((new Snowflake(5), "token-5", InteractionType.Command, "who-said"), (interaction!.Id, interaction.Token, interaction.Type, interaction.Data?.Name));
        Assert.Equal("cornerstone", interaction.Data?.Options?[0].Text);
    }

    [Theory]
    [InlineData("""{"id":"5","token":"t","type":2,"data":{"options":{"not":"a list"}}}""")]
    [InlineData("""{"id":"5","token":"t","type":2,"member":"nobody","x":[{"id":"6"}]}""")]
    [InlineData("""{"member":7,"token":"t","type":2,"id":5}""")]
    [InlineData("""{"id":"5","token":"t","type":2,"data":{"name":"\ud800"}}""")]
    public void An_interaction_that_cannot_be_read_whole_can_still_be_answered(string data)
    {
        var told = Told(GatewayPayloads.Dispatch("INTERACTION_CREATE", 2, data), out var problem);

        Assert.NotNull(problem);
        Assert.Equal(
            (new Snowflake(5), "t", InteractionType.Command), (told?.Interaction?.Id ?? default, told?.Interaction?.Token, told?.Interaction?.Type ?? default));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"5","token":null}""")]
    [InlineData("""{"id":"x","token":"t"}""")]
    [InlineData("""{"token":"t","type":2}""")]
    public void An_interaction_that_nobody_can_answer_is_not_told(string data)
    {
        Assert.Null(Told(GatewayPayloads.Dispatch("INTERACTION_CREATE", 2, data), out var problem));
        Assert.NotNull(problem);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_sent_is_what_the_documentation_asks_for(bool sharded)
    {
        var payloads = new SentPayloads(new GatewayOptions
        {
            Token = "secret",
            UserAgent = "DiscordBot (https://example.org, 1.0)",
            ShardId = sharded ? 3 : 0,
            ShardCount = sharded ? 16 : 1,
            Intents = 513,
        });
        using var identify = JsonDocument.Parse(payloads.Identify);
        var data = identify.RootElement.GetProperty("d");

        Assert.Equal(["op", "d"], identify.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["token", "intents", "properties", "shard"], data.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["os", "browser", "device"], data.GetProperty("properties").EnumerateObject().Select(member => member.Name));
        Assert.Equal((2, "secret", 513), (identify.RootElement.GetProperty("op").GetInt32(), data.GetProperty("token").GetString(), data.GetProperty("intents").GetInt32()));
        Assert.Equal(sharded ? [3, 16] : [0, 1], data.GetProperty("shard").EnumerateArray().Select(number => number.GetInt32()));
        Assert.Equal(
            """{"op":6,"d":{"token":"secret","session_id":"one","seq":1337}}""",
            Encoding.UTF8.GetString(payloads.Resume(new GatewaySession("one", null, 0), 1337)));
        Assert.Equal("""{"op":1,"d":251}""", Encoding.UTF8.GetString(SentPayloads.Heartbeat(251)));
        Assert.Equal("""{"op":1,"d":null}""", Encoding.UTF8.GetString(SentPayloads.Heartbeat(null)));
    }

    [Fact]
    public void A_token_that_makes_payloads_too_long_is_refused_without_repeating_it()
    {
        var options = new GatewayOptions { Token = new string('x', 4000), UserAgent = "x" };

        Assert.DoesNotContain("xxx", Assert.Throws<ArgumentException>(() => new SentPayloads(options)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", options.ToString(), StringComparison.Ordinal);
    }

    private static GatewayEvent? Told(string message, out string? problem)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        return ReceivedPayload.Read(bytes)!.Value.Event(bytes, 0, out problem);
    }
}
