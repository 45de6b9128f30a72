using BriefingBot.Commands;
using BriefingBot.Discord.Interactions;
using BriefingBot.Discord.Model;
using BriefingBot.Surfaces.Discord;

namespace BriefingBot.Tests.Surfaces.Discord;

public sealed class RecentAnswersTests : IDisposable
{
    private readonly AnsweredStory _story = new();

    public void Dispose() => _story.Dispose();

    [Fact]
    public void The_same_question_has_the_same_answer_until_the_story_changes()
    {
        var first = Danger();
        Assert.Same(first, Danger());
        _story.Story.Add("later", "Eva Holm spoke of “a danger to everybody on the bridge”.", "2019-03-05", new Search.Said("“a danger to everybody on the bridge”"));
        var after = Danger();
        Assert.NotSame(first, after);
        Assert.Equal("2 statements with “danger to everybody”", AnsweredStory.Text(after));
        Assert.Same(after, Danger());
    }

    [Fact]
    public void A_private_answer_and_one_for_all_are_two()
    {
        Assert.Equal(MessageFlags.ComponentsV2, Danger()!.Message!.Flags);
        AnsweredStory.IsOnlyForThePerson(_story.Command("who-said", $"{Words},{{\"name\":\"private\",\"type\":5,\"value\":true}}"));
        Assert.Equal(MessageFlags.ComponentsV2, Danger()!.Message!.Flags);
    }

    [Theory]
    [InlineData("privacy")]
    [InlineData("story")]
    [InlineData("help")]
    public void What_depends_on_the_person_or_on_the_service_is_answered_anew(string command) =>
        Assert.NotSame(_story.Command(command), _story.Command(command));

    [Fact]
    public void Nothing_is_kept_while_the_story_is_being_read_nor_what_is_not_to_last()
    {
        object? edition = null;
        var recent = new RecentAnswers(() => edition);
        var request = CommandRequest.Check(CommandCatalog.Ask, new Dictionary<string, string> { ["question"] = "who left?" }).Request!;
        Assert.NotSame(Answer(lasting: true), Answer(lasting: true));
        edition = new object();
        Assert.NotSame(Answer(lasting: false), Answer(lasting: false));
        Assert.Same(Answer(lasting: true), Answer(lasting: true));
        Assert.NotSame(Answer(lasting: true), recent.Of(request, "de", () => (Fresh(), true)));

        InteractionResponse Answer(bool lasting) => recent.Of(request, null, () => (Fresh(), lasting));
    }

    [Fact]
    public void Ten_thousand_different_questions_are_all_answered_and_few_are_kept()
    {
        var edition = new object();
        var recent = new RecentAnswers(() => edition);
        var first = Ask(0);
        for (var i = 1; i < 10_000; i++)
        {
            Assert.Same(Ask(i), Ask(i));
        }

        Assert.NotSame(first, Ask(0));

        InteractionResponse Ask(int number) => recent.Of(
            CommandRequest.Check(CommandCatalog.Ask, new Dictionary<string, string> { ["question"] = $"who left {number}?" }).Request!, null, () => (Fresh(), true));
    }

    [Fact]
    public void A_value_that_reads_like_an_option_is_another_question()
    {
        var one = Question(("keyword", "a"), ("speaker", "b"));
        var other = Question(("keyword", "a|speaker 1 b"));
        Assert.NotEqual(one, other);
        Assert.Equal(one, Question(("speaker", "b"), ("keyword", "a")));

        static string Question(params (string, string)[] values) =>
            CommandRequest.Check(CommandCatalog.Quotes, values.ToDictionary(each => each.Item1, each => each.Item2)).Request!.Question;
    }

    private const string Words = """{"name":"words","type":3,"value":"danger to everybody"}""";

    private InteractionResponse? Danger() => _story.Command("who-said", Words);

    private static InteractionResponse Fresh() => InteractionResponse.Say(new MessageBody { Content = "x" });
}
