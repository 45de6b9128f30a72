using BriefingBot.Commands;
using BriefingBot.Configuration;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Search;
using BriefingBot.Surfaces.Discord;

namespace BriefingBot.Tests.Surfaces.Discord;

public sealed class InteractionAnswersTests : IDisposable
{
    private readonly AnsweredStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void A_ping_is_answered_by_a_pong() =>
        Assert.Equal(InteractionResponse.Pong, _story.Answer("""{"id":"1","type":1,"token":"t","application_id":"3","version":1}"""));

    [Fact]
    public void A_command_is_answered_by_a_message_that_everybody_sees()
    {
        var response = _story.Command("who-said", """{"name":"words","type":3,"value":"danger to everybody"}""");
        Assert.Equal(InteractionResponseType.Message, response?.Type);
        Assert.Equal("1 statement with “danger to everybody”", AnsweredStory.Text(response));
        Assert.Equal(MessageFlags.ComponentsV2, response!.Message!.Flags);
        Assert.Equal("7", _story.Asked?.Person);
    }

    [Fact]
    public void Private_true_is_for_the_person_alone() => AnsweredStory.IsOnlyForThePerson(
        _story.Command("who-said", """{"name":"words","type":3,"value":"danger"},{"name":"private","type":5,"value":true}"""));

    [Theory]
    [InlineData("quotes", "", "/quotes needs at least one of keyword, speaker, from and to.")]
    [InlineData("quotes", """{"name":"from","type":3,"value":"yesterday"}""", "“from” is a day such as 2019-03-04, not “yesterday”.")]
    [InlineData("who-said", "", "Say what to look for: /who-said words:…")]
    [InlineData("who-said", """{"name":"words","type":3,"value":{"a":1}}""", "Say what to look for: /who-said words:…")]
    [InlineData("who-said", """{"name":"words","type":3,"value":"x"},{"name":"colour","type":3,"value":"red"}""", "/who-said has changed since Discord loaded it. Restart Discord and ask again.")]
    [InlineData("who-said", """{"name":"words","type":3,"value":"x"},{"name":"words","type":3,"value":"y"}""", "“words” is given twice.")]
    [InlineData("weather", "", "That command is not known here any more. Restart Discord to see those that are, or ask /help.")]
    public void What_cannot_be_answered_is_one_private_sentence(string command, string options, string sentence)
    {
        var response = _story.Command(command, options);
        AnsweredStory.IsOnlyForThePerson(response);
        Assert.Equal(sentence, AnsweredStory.Text(response));
    }

    [Theory]
    [InlineData("""{"id":"1","type":2,"token":"t"}""")]
    [InlineData("""{"id":"1","type":2,"token":"t","data":null}""")]
    [InlineData("""{"id":"1","type":2,"token":"t","data":{"type":2,"name":"ask","target_id":"5"}}""")]
    [InlineData("""{"id":"1","type":2,"token":"t","data":{"type":3,"name":"Translate","target_id":"5"}}""")]
    [InlineData("""{"id":"1","type":2,"token":"t","data":{"type":3,"name":"Who said this?"}}""")]
    [InlineData("""{"id":"1","type":2,"token":"t","data":{"type":3,"name":"Who said this?","target_id":"5","resolved":{"messages":{"5":null}}}}""")]
    [InlineData("""{"id":"1","type":2,"token":"t","data":{"type":1,"name":["ask"]}}""")]
    [InlineData("""{"id":"1","type":2,"token":"t","data":"ask"}""")]
    [InlineData("""{"id":"1","type":5,"token":"t","data":{"custom_id":"x","components":[]}}""")]
    [InlineData("""{"id":"1","type":77,"token":"t"}""")]
    public void What_is_unknown_or_malformed_is_one_private_sentence(string interaction) =>
        AnsweredStory.IsOnlyForThePerson(_story.Answer(interaction));

    [Fact]
    public void A_null_among_the_options_harms_nothing() =>
        Assert.StartsWith("1 statement", AnsweredStory.Text(_story.Command("who-said", """null,{"name":"words","type":3,"value":"danger"}""")), StringComparison.Ordinal);

    [Fact]
    public void A_button_is_answered_by_who_made_it() =>
        Assert.Equal("pressed", AnsweredStory.Text(_story.Answer("""{"id":"1","type":3,"token":"t","data":{"custom_id":"page:1","component_type":2}}""")));

    [Fact]
    public void A_fault_behind_a_button_is_one_private_sentence()
    {
        using var story = new AnsweredStory(press: _ => throw new InvalidOperationException("no"));
        AnsweredStory.IsOnlyForThePerson(story.Answer("""{"id":"1","type":3,"token":"t","data":{"custom_id":"x"}}"""));
    }

    [Fact]
    public void A_fault_while_the_message_is_made_leaves_a_private_sentence()
    {
        using var story = new AnsweredStory(render: (_, _) => throw new InvalidOperationException("no"));
        var response = story.Command("story");
        Assert.Equal((InteractionResponseType.Message, MessageFlags.Ephemeral), (response!.Type, response.Message!.Flags));
        Assert.NotEmpty(response.Message.Content!);
    }

    [Fact]
    public void While_typing_the_storys_own_words_and_names_are_offered()
    {
        var words = _story.Answer(Typing("who-said", """{"name":"words","type":3,"value":"dang","focused":true}"""));
        Assert.Equal(InteractionResponseType.Choices, words?.Type);
        Assert.Equal(["a danger to everybody"], words!.Choices.Select(choice => choice.Value));
        var speaker = _story.Answer(Typing("quotes", """{"name":"keyword","type":3,"value":"x"},{"name":"speaker","type":3,"value":"berg","focused":true}"""));
        Assert.Equal(["Anna Berg"], speaker!.Choices.Select(choice => choice.Value));
    }

    [Theory]
    [InlineData("weather", """{"name":"words","type":3,"value":"dang","focused":true}""")]
    [InlineData("who-said", """{"name":"colour","type":3,"value":"dang","focused":true}""")]
    [InlineData("who-said", """{"name":"kind","type":3,"value":"dang","focused":true}""")]
    [InlineData("who-said", """{"name":"words","type":3,"value":"dang"}""")]
    [InlineData("who-said", "null")]
    public void Typing_that_means_nothing_is_offered_nothing(string command, string options)
    {
        var response = _story.Answer(Typing(command, options));
        Assert.Equal(InteractionResponseType.Choices, response?.Type);
        Assert.Empty(response!.Choices);
    }

    [Theory]
    [InlineData("""  "member":{"user":{"id":"7"},"permissions":"32"} """, true)]
    [InlineData("""  "member":{"user":{"id":"7"},"permissions":"2251799813685295"} """, true)]
    [InlineData("""  "member":{"user":{"id":"7"},"permissions":"8"} """, true)]
    [InlineData("""  "member":{"user":{"id":"7"},"permissions":"2048"} """, false)]
    [InlineData("""  "member":{"user":{"id":"7"},"permissions":"all"} """, false)]
    [InlineData("""  "member":{"user":{"id":"7"},"permissions":"-1"} """, false)]
    [InlineData("""  "member":{"user":{"id":"7"}} """, false)]
    [InlineData("""  "user":{"id":"7"} """, false)]
    public void Files_that_could_not_be_read_are_named_only_to_who_may_manage_the_server(string person, bool named)
    {
        using var story = new AnsweredStory(render: DiscordReplies.Message);
        story.Story.Index.MarkUnreadable(new UnreadableFile("drafts/secret.txt", "It is not UTF-8.", "1"));
        story.Story.Index.Refresh();
        var told = Sent.Of(story.Answer($$$"""{"id":"1","type":2,"token":"t",{{{person}}},"data":{"type":1,"name":"story"} }""")!.Message!).Text;
        Assert.Contains("1 file could not be read", told, StringComparison.Ordinal);
        Assert.Equal(named, told.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Help_on_Discord_says_nothing_that_only_a_terminal_takes()
    {
        using var story = new AnsweredStory(render: DiscordReplies.Message);
        foreach (var options in (string[])["", .. CommandCatalog.Commands.Select(command => $$$"""{"name":"command","type":3,"value":"{{{command.Name}}}"}""")])
        {
            var told = Sent.Of(story.Command("help", options)!.Message!).Text;
            Assert.DoesNotContain("without a name", told, StringComparison.Ordinal);
            var examples = told.Split('\n').Where(line => line.StartsWith("`/", StringComparison.Ordinal)).ToList();
            Assert.All(examples, line => Assert.Matches(@"^`/[-a-z]+( [a-z]+:[^:`]+)*`$", line));
        }
    }

    [Theory]
    [InlineData("who-said", "words", "danger")]
    [InlineData("who-said", "words", "👩🏽‍🍳 @everyone <@7> ``` ## שלום")]
    [InlineData("quotes", "keyword", "repairs")]
    [InlineData("ask", "question", "When do repairs begin?")]
    [InlineData("speaker", "name", "Berg")]
    [InlineData("timeline", "about", "danger")]
    [InlineData("story", "private", "true")]
    [InlineData("help", "command", "quotes")]
    [InlineData("help", "command", "Who said this?")]
    [InlineData("privacy", "erase", "true")]
    [InlineData("weather", "words", "rain")]
    public void Every_command_makes_a_message_that_Discord_takes(string command, string option, string value)
    {
        using var story = new AnsweredStory(render: DiscordReplies.Message);
        var response = story.Command(command, $$"""{"name":"{{option}}","type":3,"value":"{{value}}"}""");
        Sent.Of(response!.Message!).AssertAcceptable();
    }

    [Fact]
    public void A_message_is_looked_for_by_its_words()
    {
        var response = _story.OnMessage("""{"id":"5","channel_id":"6","content":"> a **danger** to everybody"}""");
        Assert.Equal("1 statement with “a danger to everybody”", AnsweredStory.Text(response));
        Assert.Equal("who-said", _story.Asked?.Command.Name);
        var picture = _story.OnMessage("""{"id":"5","channel_id":"6","content":"","embeds":[],"attachments":[{"id":"9"}]}""");
        Assert.Equal("That message holds no words to look for.", AnsweredStory.Text(picture));
        AnsweredStory.IsOnlyForThePerson(picture);
    }

    [Theory]
    [InlineData("""{"id":"1","type":2,"data":{"name":"ask","options":[{"name":"private","type":5,"value":true}]}}""", true)]
    [InlineData("""{"id":"1","type":2,"data":{"name":"ask","options":[{"name":"private","type":5,"value":false}]}}""", false)]
    [InlineData("""{"id":"1","type":2,"data":{"name":"ask","options":[null]}}""", false)]
    [InlineData("""{"id":"1","type":2,"data":{"name":"privacy"}}""", true)]
    public void Whether_the_answer_will_be_private_is_known_before_it(string interaction, bool expected) =>
        Assert.Equal(expected, InteractionAnswers.IsPrivate(InteractionReader.Read(System.Text.Encoding.UTF8.GetBytes(interaction))!));

    [Fact]
    public void Who_floods_is_asked_once_and_left_alone_and_nobody_else_notices()
    {
        using var story = new AnsweredStory(new FloodOptions { Commands = 2 });
        Assert.Equal("Title of bridge", AnsweredStory.Text(story.Command("story")));
        story.Answer("""{"id":"1","type":3,"token":"t","user":{"id":"7"},"data":{"custom_id":"page:1"}}""");
        AnsweredStory.IsOnlyForThePerson(story.Command("story"));
        Assert.Null(story.Command("story"));
        Assert.NotEmpty(story.Answer(Typing("who-said", """{"name":"words","type":3,"value":"","focused":true}"""))!.Choices);
        Assert.NotNull(story.Answer("""{"id":"1","type":2,"token":"t","member":{"user":{"id":"8"}},"data":{"name":"story"}}"""));
        story.Story.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Title of bridge", AnsweredStory.Text(story.Command("story")));
    }

    private static string Typing(string command, string options) =>
        $$$"""{"id":"1","type":4,"token":"t","user":{"id":"7"},"data":{"type":1,"name":"{{{command}}}","options":[{{{options}}}] } }""";
}
