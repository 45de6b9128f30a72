using BriefingBot.Commands;
using BriefingBot.Tests.Search;

namespace BriefingBot.Tests.Commands;

/// <summary>A line after the other: pages, looking into an answer, wrong usage, faults and the end.</summary>
public sealed class ConversationTests : IDisposable
{
    private readonly AskedStory _asked = new();

    public void Dispose() => _asked.Dispose();

    [Fact]
    public void Pages_are_turned_and_results_keep_their_numbers()
    {
        var sentences = Enumerable.Range(1, 12).Select(i => $"Otto Lund said “number {i} is {new string((char)('a' + i), 6)}”.").ToList();
        _asked.Story.Add("long", string.Join('\n', sentences), "2019-03-08", [.. sentences.Select(sentence => new Said(sentence[15..^1], AskedStory.Otto) { Mention = "Otto Lund" })]);
        Assert.Equal(new ReplyPage(0, 5, 3), _asked.Ask("/quotes speaker:Lund").Page);
        Assert.Equal("This is the first page.", _asked.Ask("back").Heading);
        _asked.Ask("more");
        var last = _asked.Ask("more");
        Assert.Equal(3, last.Passages.Count);
        Assert.Equal(10, last.Leading.Count);
        Assert.Equal("There is no further page.", _asked.Ask("more").Heading);
        Assert.Equal("context", _asked.Ask("context 13").Command);
        Assert.Equal("Say which one: context 11 to 13.", _asked.Ask("context 1").Heading);
        Assert.Equal(1, _asked.Ask("back").Page.Number);
    }

    [Fact]
    public void The_only_result_of_a_later_page_needs_no_number()
    {
        var sentences = Enumerable.Range(1, 6).Select(i => $"Otto Lund said “number {i} is {new string((char)('a' + i), 6)}”.").ToList();
        _asked.Story.Add("long", string.Join('\n', sentences), "2019-03-08", [.. sentences.Select(sentence => new Said(sentence[15..^1], AskedStory.Otto) { Mention = "Otto Lund" })]);
        _asked.Ask("/quotes from:2019-03-08");
        var last = Assert.Single(_asked.Ask("more").Passages);
        Assert.Equal(last.Id, Assert.Single(_asked.Ask("why").Leading).Id);
    }

    [Fact]
    public void More_takes_no_number()
    {
        _asked.Ask("/timeline");
        Assert.Equal("“more” turns to the next page, “back” to the one before.", _asked.Conversation.Answer("more 3").Reply?.Heading);
    }

    [Fact]
    public void Context_and_why_look_into_an_answer_also_after_help()
    {
        _asked.Ask("/who-said danger");
        _asked.Ask("/help");
        var context = _asked.Ask("context 1");
        Assert.Equal(["1", "2", "3", "4"], context.Sections[0].Lines.Select(line => line.Label));
        Assert.Equal("2", Assert.Single(context.Sections[0].Lines, line => line.Emphasised).Label);
        Assert.Contains(_asked.Ask("why").Sections[0].Lines, line => line.Text == "likely (90 %)");
        Assert.Equal("Say which one: why 1.", _asked.Ask("why 2").Heading);
    }

    [Fact]
    public void A_statement_that_is_gone_is_said_to_be_gone_and_a_changed_article_to_have_changed()
    {
        _asked.Ask("/who-said danger");
        _asked.Story.Add("bridge", "New first line.\nAnna Berg called it “a danger to everybody” and left.", "2019-03-04", new Said("“a danger to everybody”", AskedStory.Anna) { Mention = "Anna Berg" });
        _asked.Story.Index.Remove("market.txt");
        _asked.Story.Index.Refresh();
        Assert.True(_asked.Ask("context 1").Found);
        _asked.Story.Add("bridge", "Nothing was said.", "2019-03-04");
        Assert.Equal("That statement is no longer in this story.", _asked.Ask("context 1").Heading);
    }

    [Theory]
    [InlineData("more", true)]
    [InlineData("why 1", true)]
    [InlineData("/nonsense", true)]
    [InlineData("/story", false)]
    [InlineData("/who-said purple elephants", false)]
    public void Wrong_usage_is_told_from_an_answer(string line, bool wrong) => Assert.Equal(wrong, _asked.Conversation.Answer(line).WrongUsage);

    [Fact]
    public void A_fault_becomes_one_sentence_and_the_log_learns_only_its_type()
    {
        var log = new LastLine();
        var router = new CommandRouter(_asked.Story.Index, null, TimeZoneInfo.Utc, log);
        var reply = router.Guarded("ask", () => throw new InvalidTimeZoneException("secret words"));
        Assert.True(reply.Failed);
        Assert.DoesNotContain("secret", reply.Heading, StringComparison.Ordinal);
        Assert.Equal("/ask could not be answered, through a fault of this program. The log names it.", reply.Heading);
        Assert.Equal("/ask failed: System.InvalidTimeZoneException", log.Text);
        // What is no command, but a button or a word, has no slash.
        Assert.Equal(
            "“Stop” could not be answered, through a fault of this program. The log names it.", router.Guarded("Stop", () => throw new InvalidTimeZoneException()).Heading);
        Assert.Equal("“Stop” failed: System.InvalidTimeZoneException", log.Text);
    }

    [Fact]
    public void Blank_lines_say_nothing_and_exit_ends()
    {
        Assert.Null(_asked.Conversation.Answer("   ").Reply);
        Assert.True(_asked.Conversation.Answer(" exit ").Ends);
        Assert.True(_asked.Conversation.Answer("/quit").Ends);
    }
}
