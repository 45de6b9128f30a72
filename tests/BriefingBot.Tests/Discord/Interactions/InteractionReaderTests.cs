using System.Text;
using System.Text.Json;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;

namespace BriefingBot.Tests.Discord.Interactions;

public class InteractionReaderTests
{
    [Fact]
    public void A_whole_interaction_is_read_whole()
    {
        var interaction = Read("""{"id":"1","type":2,"token":"t","new":[1],"member":{"user":{"id":"7"}},"data":{"name":"ask","options":[{"name":"question","type":3,"value":"who?"}]}}""");
        Assert.Equal(("ask", "who?", new Snowflake(7)), (interaction?.Data?.Name, interaction?.Data?.Options?[0].Text, interaction?.Person));
    }

    [Theory]
    [InlineData("""{"id":"1","type":2,"token":"t","guild_id":"3","member":{"user":{"id":"7"}},"data":{"name":5}}""")]
    [InlineData("""{"id":"1","type":2,"token":"t","guild_id":"3","member":{"user":{"id":"7"},"permissions":[]}}""")]
    [InlineData("""{"id":"1","type":2,"token":"t","guild_id":"3","user":{"id":"7"},"locale":{}}""")]
    [InlineData("""{"id":"1","type":2,"token":"t","guild_id":"3","user":{"id":"7"},"locale":"\ud800"}""")]
    public void Where_a_member_is_of_another_type_what_an_answer_needs_is_read(string json)
    {
        var interaction = Read(json);
        Assert.Equal((new Snowflake(1), InteractionType.Command, "t", new Snowflake(3), new Snowflake(7)), (interaction!.Id, interaction.Type, interaction.Token, interaction.GuildId, interaction.Person));
        Assert.Null(interaction.Data);
        using var document = JsonDocument.Parse(json);
        Assert.Equal(interaction, InteractionReader.Read(document.RootElement));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"type":2}""")]
    [InlineData("""{"id":"1","type":"2"}""")]
    [InlineData("""{"id":"x","type":2}""")]
    [InlineData("""{"id":"1","type":2,"da""")]
    public void What_is_no_interaction_is_none(string json) => Assert.Null(Read(json));

    private static Interaction? Read(string json) => InteractionReader.Read(Encoding.UTF8.GetBytes(json));
}
