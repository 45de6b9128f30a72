using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using CsCheck;

namespace BriefingBot.Tests.Surfaces.Discord;

/// <summary>Interactions with members taken away, made null, or of another type: each still has exactly one response, of a type that fits.</summary>
public sealed class HostileInteractionTests : IDisposable
{
    private static readonly string[] Right =
    [
        """{"id":"1","application_id":"2","type":1,"token":"t","version":1}""",
        """{"id":"1","application_id":"2","type":2,"token":"t","guild_id":"3","channel_id":"4","locale":"de","app_permissions":"8","member":{"user":{"id":"7","username":"a"},"permissions":"0","roles":[]},"data":{"id":"5","type":1,"name":"who-said","options":[{"name":"words","type":3,"value":"danger"},{"name":"private","type":5,"value":true}]}}""",
        """{"id":"1","application_id":"2","type":2,"token":"t","user":{"id":"7"},"data":{"id":"5","type":3,"name":"Who said this?","target_id":"9","resolved":{"messages":{"9":{"id":"9","channel_id":"4","content":"","flags":0,"author":{"id":"6"},"embeds":[{"title":"a","description":"b"}],"components":[{"type":17,"components":[{"type":10,"content":"danger"},{"type":9,"components":[{"type":10,"content":"x"}],"accessory":{"type":2,"style":5}}]}]}}}}}""",
        """{"id":"1","application_id":"2","type":3,"token":"t","user":{"id":"7"},"message":{"id":"9","components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"x"}]}]},"data":{"component_type":2,"custom_id":"page:1"}}""",
        """{"id":"1","application_id":"2","type":4,"token":"t","user":{"id":"7"},"data":{"id":"5","type":1,"name":"who-said","options":[{"name":"speaker","type":3,"value":"be","focused":true}]}}""",
        """{"id":"1","application_id":"2","type":5,"token":"t","user":{"id":"7"},"data":{"custom_id":"x","components":[]}}""",
    ];

    private static readonly string[] Junk =
    [
        "null", "true", "0", "-1", "3", "1e300", "12345678901234567890123", "\"\"", "\"x\"", Half, "\"18446744073709551616\"", "[]", "[null]", "[[]]", "{}",
        "{\"type\":10}", "{\"type\":99}", "{\"0\":null}",
    ];

    /// <summary>Stands for half a surrogate pair, which no writer of JSON writes.</summary>
    private const string Half = "\"half\"";

    private readonly AnsweredStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void Every_interaction_of_a_known_type_has_one_response_that_fits()
    {
        var damage = Gen.Select(Gen.Int[0, 60], Gen.Int[0, Junk.Length], (place, junk) => (place, junk));
        Gen.Select(Gen.Int[0, Right.Length - 1], damage.Array[0, 4]).Sample((which, damages) =>
        {
            var json = JsonNode.Parse(Right[which])!;
            foreach (var (place, junk) in damages)
            {
                Damage(json.AsObject(), place, junk);
            }

            if (InteractionReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString().Replace(Half, "\"\\ud800\"", StringComparison.Ordinal))) is not { } interaction)
            {
                return;
            }

            Assert.Equal(json["type"]!.GetValue<int>(), (int)interaction.Type);
            var response = _story.Answers.Answer(interaction);
            Assert.NotNull(response);
            Assert.Contains(response.Type, Fitting(interaction.Type));
            Assert.Equal(response.Type is InteractionResponseType.Message or InteractionResponseType.UpdateMessage, response.Message is not null);
            JsonDocument.Parse(JsonSerializer.Serialize(response, WireJson.Wire.InteractionResponse)).Dispose();
        }, iter: 3000);
    }

    private static InteractionResponseType[] Fitting(InteractionType type) => type switch
    {
        InteractionType.Ping => [InteractionResponseType.Pong],
        InteractionType.Autocomplete => [InteractionResponseType.Choices],
        InteractionType.Component => [InteractionResponseType.Message, InteractionResponseType.UpdateMessage],
        _ => [InteractionResponseType.Message],
    };

    /// <summary>Takes the member at a place away, or puts junk there; id and type stay, without which there is no interaction.</summary>
    private static void Damage(JsonObject root, int place, int junk)
    {
        var places = Places(root).Where(at => at is not (JsonObject, "id" or "type") || at.Parent != root).ToList();
        if (places.Count == 0)
        {
            return; // Everything was taken away before.
        }

        var (parent, key) = places[place % places.Count];
        var value = junk < Junk.Length ? JsonNode.Parse(Junk[junk]) : null;
        if (parent is JsonArray list)
        {
            list[int.Parse(key)] = value;
        }
        else if (junk == Junk.Length)
        {
            parent.AsObject().Remove(key);
        }
        else
        {
            parent[key] = value;
        }
    }

    private static List<(JsonNode Parent, string Key)> Places(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value).Prepend((members, member.Key))).ToList(),
        JsonArray items => items.SelectMany((item, i) => Places(item).Prepend((items, $"{i}"))).ToList(),
        _ => [],
    };
}
