using System.Text;
using BriefingBot.Briefings;
using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Surfaces.Discord;
using BriefingBot.Tests.Commands;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Surfaces.Discord;

/// <summary>The commands about briefings as Discord sends them.</summary>
public sealed class BriefingInteractionsTests : IDisposable
{
    /// <summary>View Channel, Send Messages, Read Message History, Send Messages in Threads.</summary>
    private const string Enough = "274877975552";

    private readonly BriefedStory _story = new();
    private readonly FloodGate _flood;
    private readonly InteractionAnswers _answers;
    private ChannelFinding? _missing;

    public BriefingInteractionsTests()
    {
        _flood = new FloodGate(new FloodOptions { Commands = 0 }, _story.Story.Time);
        _answers = new InteractionAnswers(
            _story.Router,
            new RecentAnswers(() => _story.Story.Index.Edition),
            new Autocompletion(_story.Story.Index, _story.Story.Time),
            _flood,
            DiscordReplies.Message,
            _ => InteractionResponse.Pong,
            NullLogger<InteractionAnswers>.Instance,
            _story.Commands,
            new MeantChannels(_ => _missing));
    }

    public void Dispose()
    {
        _flood.Dispose();
        _story.Dispose();
    }

    [Fact]
    public void A_subcommand_is_carried_out_in_the_channel_that_was_chosen()
    {
        var text = Subscribe("""{"name":"channel","type":7,"value":"30"},{"name":"time","type":3,"value":"8:30"}""", Resolved("0", Enough));
        Assert.Contains("08:30, UTC, into \\#news", text, StringComparison.Ordinal);
        Assert.Contains("<t:", text, StringComparison.Ordinal);
        Assert.Equal("30", _story.Store.Find(1)!.Place.Channel);
    }

    [Theory]
    [InlineData("0", "1024", "lacks Send Messages and Read Message History in")]
    [InlineData("0", "0", "lacks View Channel, Send Messages and Read Message History in")]
    [InlineData("15", "68608", "lacks Send Messages in Posts in")]
    [InlineData("11", "66560", "lacks Send Messages in Threads in")]
    [InlineData("4", "8", "choose a text channel, a thread or a forum")]
    public void What_is_missing_in_the_channel_is_said_before_yes(string type, string permissions, string sentence)
    {
        Assert.Contains(sentence, Subscribe("""{"name":"channel","type":7,"value":"30"}""", Resolved(type, permissions)), StringComparison.Ordinal);
        Assert.True(_story.Store.IsEmpty);
    }

    [Fact]
    public void Without_a_channel_it_is_this_one_and_where_nothing_tells_what_it_allows_Discord_is_asked()
    {
        _missing = ChannelFinding.Lacks(["Send Messages"]);
        Assert.Contains("lacks Send Messages", Subscribe("", ""), StringComparison.Ordinal);
        _missing = null;
        Assert.Contains("into this channel", Subscribe("", ""), StringComparison.Ordinal);
        Assert.Equal("20", _story.Store.Find(1)!.Place.Channel);
    }

    [Fact]
    public void Where_only_a_person_installed_the_bot_it_cannot_write()
    {
        const string owners = """, "authorizing_integration_owners":{"1":"7"} """;
        var response = _answers.Answer(Read(Command("subscribe", "", "", owners)));
        Assert.Contains("not a member of this server", Sent.Of(response!.Message!).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_and_ones_own_briefings_are_private_also_while_their_answer_is_awaited()
    {
        foreach (var name in new[] { "list", "me" })
        {
            var interaction = Read(Command(name, "", "", ""));
            Assert.True(InteractionAnswers.IsPrivate(interaction));
            Assert.True(_answers.Answer(interaction)!.Message!.Flags!.Value.HasFlag(MessageFlags.Ephemeral));
        }

        Assert.False(InteractionAnswers.IsPrivate(Read(Command("now", "", "", ""))));
        Assert.True(InteractionAnswers.IsPrivate(Read(Command("now", """{"name":"private","type":5,"value":true}""", "", ""))));
    }

    [Fact]
    public void Zones_and_ones_own_briefings_are_offered_while_they_are_typed()
    {
        Assert.Equal("Europe/Zurich · 09:00 now · UTC+01:00", Offered("me", "zone", "zur")[0].Name);
        Assert.Empty(Offered("pause", "id", ""));
        _story.Ask(CommandCatalog.BriefingMe, BriefedStory.Direct, values: ("time", "07:15"));
        Assert.Equal(("1 · 07:15, UTC, by direct message", "1"), (Offered("pause", "id", "")[0].Name, Offered("pause", "id", "")[0].Value));
        Assert.Single(Offered("pause", "id", "07:15"));
        Assert.Empty(Offered("pause", "id", "08"));
    }

    [Fact]
    public void A_paused_briefing_of_which_nobody_could_be_told_is_told_with_the_next_command_to_that_person_alone()
    {
        _story.Ask(CommandCatalog.BriefingMe, BriefedStory.Direct);
        _story.Store.Pause(1, new Pause(PauseReason.DirectMessagesClosed, _story.Story.Time.GetUtcNow(), null));
        _story.Store.TellLater([_story.Store.Find(1)!]);
        const string asked = """{"id":"1","type":2,"token":"t","user":{"id":"7"},"data":{"type":1,"name":"who-said","options":[{"name":"words","type":3,"value":"ferries"}]}}""";

        var first = Sent.Of(_answers.Answer(Read(asked))!.Message!);
        Assert.Contains("Your daily briefing 1 (08:00, UTC, by direct message) is paused: no direct message reached you.", first.Text, StringComparison.Ordinal);
        Assert.True(first.Body.Flags!.Value.HasFlag(MessageFlags.Ephemeral));
        var second = Sent.Of(_answers.Answer(Read(asked))!.Message!);
        Assert.DoesNotContain("is paused", second.Text, StringComparison.Ordinal);
        Assert.False(second.Body.Flags!.Value.HasFlag(MessageFlags.Ephemeral));
    }

    [Theory]
    [InlineData("""{"name":"briefing","type":1}""")]
    [InlineData("""{"name":"briefing","type":1,"options":[]}""")]
    [InlineData("""{"name":"briefing","type":1,"options":[{"name":"weekly","type":1}]}""")]
    [InlineData("""{"name":"briefing","type":1,"options":[{"name":"now","type":3,"value":"x"}]}""")]
    [InlineData("""{"name":"briefing now","type":1}""")]
    public void What_is_no_command_about_briefings_is_one_private_sentence(string data)
    {
        var response = _answers.Answer(Read($$"""{"id":"1","type":2,"token":"t","user":{"id":"7"},"data":{{data}}}"""));
        Assert.True(response!.Message!.Flags!.Value.HasFlag(MessageFlags.Ephemeral));
    }

    private string Subscribe(string options, string resolved)
    {
        var response = _answers.Answer(Read(Command("subscribe", options, resolved, "")));
        Sent.Of(response!.Message!).AssertAcceptable();
        return Sent.Of(response.Message!).Text;
    }

    private IReadOnlyList<Choice> Offered(string command, string option, string typed)
    {
        var json = Command(command, $$"""{"name":"{{option}}","type":3,"value":"{{typed}}","focused":true}""", "", "").Replace("\"type\":2,", "\"type\":4,", StringComparison.Ordinal);
        return _answers.Answer(Read(json))!.Choices!;
    }

    private static string Resolved(string type, string permissions) =>
        $$""","resolved":{"channels":{"30":{"id":"30","name":"news","type":{{type}},"permissions":"0","app_permissions":"{{permissions}}"} } }""";

    private static string Command(string name, string options, string resolved, string more) =>
        $$$"""{"id":"1","type":2,"token":"t","guild_id":"1","channel_id":"20","member":{"user":{"id":"7"},"permissions":"32"},"data":{"id":"2","type":1,"name":"briefing","options":[{"name":"{{{name}}}","type":1,"options":[{{{options}}}]}]{{{resolved}}}}{{{more}}}}""";

    private static Interaction Read(string json) => InteractionReader.Read(Encoding.UTF8.GetBytes(json))!;
}
