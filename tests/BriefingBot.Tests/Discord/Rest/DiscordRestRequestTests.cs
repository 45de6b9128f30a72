using System.Text.Json;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Discord.Rest;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using static BriefingBot.Tests.Discord.Rest.RestConversation;

namespace BriefingBot.Tests.Discord.Rest;

/// <summary>What goes over the socket. Where Discord's description is at hand, the fake refuses whatever breaks it.</summary>
public class DiscordRestRequestTests
{
    private const string Escaped = "interaction%2Ftoken%2Bof%20the%20test";

    private static readonly MessageBody Card = new()
    {
        Flags = MessageFlags.ComponentsV2,
        Components =
        [
            new Container([
                new TextDisplay("“Zoë’s <words>”"),
                new Separator { Divider = true, Spacing = 1 },
                new Section([new TextDisplay("Context")], new Button(ButtonStyle.Link) { Label = "Read", Url = "https://news.example/a" }),
                new ActionRow([new Button(ButtonStyle.Secondary) { Label = "Next", CustomId = "page:2", Disabled = false }]),
            ]) { AccentColor = 0x336699 },
        ],
    };

    private static readonly ApplicationCommand Command = new()
    {
        Type = ApplicationCommandType.ChatInput,
        Name = "who-said",
        Description = "Who said it",
        DescriptionLocalizations = new Dictionary<string, string> { ["de"] = "Wer das gesagt hat" },
        DefaultMemberPermissions = "32",
        IntegrationTypes = [0, 1],
        Options =
        [
            new() { Type = ApplicationCommandOptionType.Text, Name = "words", Description = "Words", Required = true, Autocomplete = true, MaxLength = 200 },
            new() { Type = ApplicationCommandOptionType.Text, Name = "kind", Description = "Kind", Choices = [new("All", "all")] },
            new() { Type = ApplicationCommandOptionType.Channel, Name = "room", Description = "Room", ChannelTypes = [0, 5] },
        ],
    };

    public static TheoryData<string, string, string, string?> Requests => new()
    {
        { "gateway", "GET /gateway/bot", """{"url":"wss://gateway.discord.gg","shards":1}""", null },
        { "application", "GET /applications/@me", """{"id":"1001","name":"B"}""", null },
        { "commands", "GET /applications/1001/commands?with_localizations=true", "[]", null },
        { "server commands", "GET /applications/1001/guilds/77/commands?with_localizations=true", "[]", null },
        { "overwrite", "PUT /applications/1001/commands", """[{"id":"5","name":"who-said"}]""", "\"contexts\":[0,1,2]" },
        { "overwrite server", "PUT /applications/1001/guilds/77/commands", "[]", "\"default_member_permissions\":\"32\"" },
        { "say", $"POST /interactions/2002/{Escaped}/callback", "", """{"type":4,"data":{"flags":32768,"components":[{""" },
        { "update", $"POST /interactions/2002/{Escaped}/callback", "", """{"type":7,"data":{""" },
        { "later", $"POST /interactions/2002/{Escaped}/callback", "", """{"type":5,"data":{"flags":64}}""" },
        { "offer", $"POST /interactions/2002/{Escaped}/callback", "", """{"type":8,"data":{"choices":[{"name":"Zoë","value":"z"}]}}""" },
        { "edit", $"PATCH /webhooks/1001/{Escaped}/messages/@original", """{"id":"1"}""", "“Zoë’s <words>”" },
        { "delete", $"DELETE /webhooks/1001/{Escaped}/messages/@original", "", null },
        { "follow up", $"POST /webhooks/1001/{Escaped}", """{"id":"1"}""", "\"allowed_mentions\":{\"parse\":[]}" },
        { "create", "POST /channels/3003/messages", """{"id":"1"}""", "\"nonce\":\"n1\",\"enforce_nonce\":true" },
        { "messages", "GET /channels/3003/messages?limit=100", "[]", null },
        { "messages after", "GET /channels/3003/messages?limit=1&after=9", "[]", null },
        { "messages before", "GET /channels/3003/messages?limit=50&before=9", "[]", null },
        { "channel", "GET /channels/3003", """{"id":"3003","type":0}""", null },
        { "direct", "POST /users/@me/channels", """{"id":"8","type":1}""", """{"recipient_id":"9"}""" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Each_request_is_as_Discord_describes_it(string name, string line, string answer, string? inBody)
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(answer.Length == 0 ? RestAnswer.NoContent : RestAnswer.Json(answer));

        await Make(name, conversation.Rest);

        Assert.Empty(conversation.Discord.Problems);
        var request = Assert.Single(conversation.Discord.Requests);
        Assert.Equal(line, request.ToString());
        Assert.Equal(inBody is null ? "" : "application/json", request["Content-Type"] ?? "");
        Assert.Contains(inBody ?? "", request.Body, StringComparison.Ordinal);
        Assert.Matches(@"^DiscordBot \(https?://\S+, \S+\)$", request["User-Agent"]);
        Assert.Equal(line.Contains(Escaped, StringComparison.Ordinal) ? null : $"Bot {BotToken}", request["Authorization"]);
        Assert.Null(request["traceparent"]);
    }

    [Fact]
    public async Task A_rehearsal_reads_an_answer_and_asks_nobody() => Assert.True(await RequestRehearsal.RunAsync());

    [Fact]
    public async Task Answers_are_read()
    {
        await using var conversation = new RestConversation();
        conversation.Discord.Answer(
            RestAnswer.Json("""{"url":"wss://g.example","shards":2,"session_start_limit":{"total":1000,"remaining":7,"reset_after":5,"max_concurrency":1},"new":[1]}"""),
            RestAnswer.Json("""[{"id":"6","channel_id":"3003","content":"b"},{"id":"5","channel_id":"3003","content":"a","components":[{"type":99}]}]"""),
            RestAnswer.Json("""[{"id":"5","type":1,"name":"ask","description":"Ask","version":"1"}]"""));

        var gateway = await conversation.Rest.GetGatewayBotAsync(default);
        var messages = await conversation.Rest.GetMessagesAsync(Room, null, null, 2, default);
        var commands = await conversation.Rest.GetCommandsAsync(App, null, default);

        Assert.Equal(("wss://g.example", 2, 7), (gateway.Url, gateway.Shards, gateway.SessionStartLimit?.Remaining));
        Assert.Equal(["b", "a"], messages.Select(message => message.Content));
        Assert.Equal(("ask", new Snowflake(5)), (commands[0].Name, commands[0].Id));
    }

    [Fact]
    public async Task One_connection_serves_request_after_request()
    {
        await using var conversation = new RestConversation();
        for (var i = 0; i < 20; i++)
        {
            await conversation.Respond($"t{i}");
        }

        Assert.Equal(1, conversation.Discord.Connections);
        Assert.Equal(0, conversation.Rest.Buckets);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void An_interaction_without_a_token_is_not_asked_about(string token)
    {
        using var rest = new DiscordRest(new DiscordRestOptions { Token = "t" }, TimeProvider.System, null, NullLogger<DiscordRest>.Instance);

        Assert.Throws<ArgumentException>(() => { _ = rest.RespondAsync(InteractionId, token, InteractionResponse.Pong, default); });
    }

    [Fact]
    public async Task Pages_go_in_one_direction_and_hold_a_hundred_at_most()
    {
        await using var conversation = new RestConversation();

        await Assert.ThrowsAsync<ArgumentException>(() => conversation.Rest.GetMessagesAsync(Room, new(1), new(2), 5, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => conversation.Rest.GetMessagesAsync(Room, null, null, 101, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => conversation.Rest.GetMessagesAsync(Room, null, null, 0, default));
    }

    [Fact]
    public void What_breaks_the_description_is_found()
    {
        if (OpenApiCheck.Discord is { } check)
        {
            var body = JsonSerializer.Serialize(Hello with { Content = new string('x', 4001) }, WireJson.Wire.MessageBody);
            var headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" };

            Assert.Single(check.Problems(new("POST", "/channels/1/messages", "", headers, body)));
            Assert.NotEmpty(check.Problems(new("POST", "/channels/1/messages", "", headers, """{"contents":"x"}""")));
            Assert.NotEmpty(check.Problems(new("POST", "/interactions/1/t/callback", "", headers, """{"type":4,"data":{"nonce":"n"}}""")));
            Assert.NotEmpty(check.Problems(new("POST", "/interactions/1/t/callback", "", headers, """{"type":3}""")));
            Assert.NotEmpty(check.Problems(new("GET", "/gateway/bots", "", headers, "")));
        }
    }

    private static Task Make(string name, DiscordRest rest) => name switch
    {
        "gateway" => rest.GetGatewayBotAsync(default),
        "application" => rest.GetApplicationAsync(default),
        "commands" => rest.GetCommandsAsync(App, null, default),
        "server commands" => rest.GetCommandsAsync(App, new(77), default),
        "overwrite" => rest.OverwriteCommandsAsync(App, null, [Command with { Contexts = [0, 1, 2] }], default),
        "overwrite server" => rest.OverwriteCommandsAsync(App, new(77), [Command], default),
        "say" => Respond(rest, InteractionResponse.Say(Card)),
        "update" => Respond(rest, InteractionResponse.Update(Card)),
        "later" => Respond(rest, InteractionResponse.Later(ephemeral: true)),
        "offer" => Respond(rest, InteractionResponse.Offer([new Choice("Zoë", "z")])),
        "edit" => rest.EditOriginalAsync(App, InteractionToken, Card, default),
        "delete" => rest.DeleteOriginalAsync(App, InteractionToken, default),
        "follow up" => rest.FollowUpAsync(App, InteractionToken, Card, default),
        "create" => rest.CreateMessageAsync(Room, Card with { Nonce = "n1", EnforceNonce = true }, default),
        "messages" => rest.GetMessagesAsync(Room, null, null, 100, default),
        "messages after" => rest.GetMessagesAsync(Room, new(9), null, 1, default),
        "messages before" => rest.GetMessagesAsync(Room, null, new(9), 50, default),
        "channel" => rest.GetChannelAsync(Room, default),
        _ => rest.OpenDirectMessageAsync(new(9), default),
    };

    private static Task Respond(DiscordRest rest, InteractionResponse response) => rest.RespondAsync(InteractionId, InteractionToken, response, default);
}
