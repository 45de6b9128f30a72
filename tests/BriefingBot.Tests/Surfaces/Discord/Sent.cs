using System.Text;
using System.Text.Json;
using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Fakes;

namespace BriefingBot.Tests.Surfaces.Discord;

/// <summary>A message as it goes to Discord, looked at as Discord would.</summary>
internal sealed class Sent
{
    private static readonly Dictionary<string, string> Headers = new() { ["Content-Type"] = "application/json" };

    private Sent(MessageBody body) => Body = body;

    public MessageBody Body { get; }

    public static Sent Of(Reply reply, CommandRequest? request = null) => new(DiscordReplies.Message(reply, request));

    public static Sent Of(MessageBody body) => new(body);

    public IReadOnlyList<Component> All => [.. Below(Body.Components ?? [])];

    public IReadOnlyList<string> Texts => [.. All.OfType<TextDisplay>().Select(text => text.Content)];

    public string Text => string.Join('\n', Texts);

    /// <summary>As readers see its letters.</summary>
    public string Plain => HostileText.Unescaped(Text);

    public IReadOnlyList<Button> Buttons => [.. All.OfType<Button>()];

    /// <summary>The message as Discord gives it back when one of its buttons is pressed: through JSON.</summary>
    public Message Returned(ulong? asker = null)
    {
        var json = JsonSerializer.Serialize(Body, WireJson.Wire.MessageBody);
        return JsonSerializer.Deserialize(json, WireJson.Wire.Message)! with
        {
            InteractionMetadata = asker is { } id ? new InteractionMetadata { User = new User { Id = new Snowflake(id) } } : null,
        };
    }

    /// <summary>Whether one person alone sees it.</summary>
    public bool IsPrivate => Body.Flags!.Value.HasFlag(MessageFlags.Ephemeral);

    public Button Button(string label) => Buttons.First(button => button.Label == label);

    /// <summary>Every limit that Discord's documents name for what we send, and Discord's own description where it is at hand.</summary>
    public void AssertAcceptable()
    {
        AssertDescribed();
        Assert.True(Body.Flags!.Value.HasFlag(MessageFlags.ComponentsV2));
        Assert.Null(Body.Content);
        Assert.Empty(Body.AllowedMentions.Parse);
        Assert.InRange(All.Count, 1, 40);
        Assert.InRange(Texts.Sum(text => text.Length), 1, 4000);
        Assert.All(Texts, text =>
        {
            Assert.NotEqual("", text.Trim());
            Assert.True(IsWellFormed(text));
        });
        Assert.All(All.OfType<ActionRow>(), row => Assert.InRange(row.Components.Count, 1, 5));
        Assert.All(All.OfType<Container>(), container => Assert.NotEmpty(container.Components));
        Assert.All(Buttons, button =>
        {
            Assert.InRange(button.Label!.Length, 1, 80);
            Assert.InRange(button.CustomId!.Length, 1, 100);
            Assert.Equal(button.CustomId, button.CustomId.Trim());
            Assert.True(IsWellFormed(button.CustomId));
        });
        Assert.Equal(Buttons.Count, Buttons.Select(button => button.CustomId).Distinct().Count());
    }

    private void AssertDescribed()
    {
        if (OpenApiCheck.Discord is { } check)
        {
            var body = JsonSerializer.Serialize(InteractionResponse.Say(Body), WireJson.Wire.InteractionResponse);
            Assert.Empty(check.Problems(new RestRequest("POST", "/interactions/1/token/callback", "", Headers, body)));
        }
    }

    /// <summary>Neither half of a surrogate pair stands alone.</summary>
    public static bool IsWellFormed(string text) => new UTF8Encoding(false, false).GetString(Encoding.UTF8.GetBytes(text)) == text;

    private static IEnumerable<Component> Below(IEnumerable<Component> components) => components.SelectMany(component => component switch
    {
        Container container => [component, .. Below(container.Components)],
        ActionRow row => [component, .. Below(row.Components)],
        _ => new[] { component },
    });
}
