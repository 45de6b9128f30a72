using BriefingBot.Commands;
using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;
using BriefingBot.Tests.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.Commands;

/// <summary>Every command over a real index, a line at a time.</summary>
public sealed class ConversationTests : IDisposable
{
    private static readonly Speaker Anna = Said.Person("Anna Berg", "mayor of Northtown");

    private static readonly Speaker Otto = Said.Person("Otto Lund");

    private readonly TemporaryStory _story = new();
    private readonly Conversation _conversation;

    public ConversationTests()
    {
        _story.Add(
            "bridge",
            "The bridge was closed on Monday.\nAnna Berg called it “a danger to everybody” and left.\nOtto Lund said “repairs begin tomorrow”.\nNobody asked further.",
            "2019-03-04",
            new Said("“a danger to everybody”", Anna) { Mention = "Anna Berg" },
            new Said("“repairs begin tomorrow”", Otto) { Mention = "Otto Lund" });
        _story.Add(
            "market",
            "The market was full.\nAnna Berg said “the market stays open”.",
            "2019-03-06",
            new Said("“the market stays open”", Anna) { Mention = "Anna Berg" });
        _conversation = Talk(_story);
    }

    public void Dispose() => _story.Dispose();

    [Fact]
    public void Who_said_finds_the_speaker_and_says_that_the_words_are_exact()
    {
        var reply = Ask("/who-said danger to everybody");
        Assert.True(reply.Found);
        Assert.Equal("Exactly these words.", reply.Statement);
        Assert.Equal("Anna Berg", reply.Passages[0].Quotation?.Speaker);
        Assert.Equal("1 statement with “danger to everybody”", reply.Heading);
    }

    [Theory]
    [InlineData("/who-said danger to everybody")]
    [InlineData("/timeline bridge danger")]
    public void A_statement_is_told_with_its_denial_which_context_shows_whole(string line)
    {
        _story.Add(
            "denial",
            "Anna Berg said “the ferry is a danger to everybody afloat”.\nOtto Lund denied that.",
            "2019-03-07",
            new Said("“the ferry is a danger to everybody afloat”", Anna) { Mention = "Anna Berg" },
            new Said("that", Otto) { Mention = "Otto Lund", Cue = "denied", Kind = QuotationKind.Paraphrase });
        var reply = Ask(line.Replace("bridge", "ferry", StringComparison.Ordinal).Replace("everybody", "everybody afloat", StringComparison.Ordinal));
        var claim = Assert.Single(reply.Passages, passage => passage.Article.Id == "denial" && passage.Sentence == 1);
        Assert.Equal("Otto Lund", Assert.Single(reply.Pairs.AnswersTo(claim.Id)).Answer.Passage.Quotation!.Speaker);

        var section = Ask($"context {reply.Passages.ToList().IndexOf(claim) + 1}").Sections[^1];
        Assert.Equal("Denied by Otto Lund, 7 March 2019 · sentence 2", section.Title);
        Assert.Equal(["Otto Lund denied that.", "It says right after what somebody else said that it is not so."], section.Lines.Select(each => each.Text));
    }

    [Fact]
    public void Who_said_tells_words_that_were_not_said_so()
    {
        var reply = Ask("/who-said repairs will begin tomorrow");
        Assert.StartsWith("Not in these words; the article says “repairs begin tomorrow”", reply.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_said_refuses_what_nobody_said()
    {
        var reply = Ask("/who-said purple elephants");
        Assert.False(reply.Found);
        Assert.Empty(reply.Passages);
        Assert.Equal("Nobody in this story is quoted as saying “purple elephants”.", reply.Heading);
    }

    [Fact]
    public void Who_said_tells_who_else_said_the_words()
    {
        var reply = Ask("/who-said repairs begin speaker:Berg");
        Assert.False(reply.Found);
        Assert.Equal("Anna Berg is not quoted as saying “repairs begin”.", reply.Heading);
        Assert.Equal(["Otto Lund is quoted with these words."], reply.Notes);
        Assert.Equal("Otto Lund", Assert.Single(reply.Closest).Quotation?.Speaker);
    }

    [Theory]
    [InlineData("/who-said ...")]
    [InlineData("/ask ?")]
    [InlineData("/quotes 💥")]
    [InlineData("/timeline !!!")]
    public void What_holds_no_words_is_not_held_against_the_story(string line)
    {
        var reply = Ask(line);
        Assert.False(reply.Found);
        Assert.Equal($"“{line.Split(' ')[1]}” holds no words to look for.", reply.Heading);
        Assert.Empty(reply.Notes);
    }

    [Theory]
    [InlineData("/who-said purple elephants")]
    [InlineData("/ask ¿dónde están los elefantes?")]
    [InlineData("/quotes elephants")]
    [InlineData("/timeline 象")]
    public void A_refusal_with_nothing_close_tells_where_to_go_on(string line) =>
        Assert.Equal(["Nothing comes close either. /story tells what the story holds, /help how to ask."], Ask(line).Notes);

    [Fact]
    public void The_terminal_names_files_that_could_not_be_read()
    {
        _story.Index.MarkUnreadable(new UnreadableFile("drafts/secret.txt", "It is not UTF-8.", "1"));
        _story.Index.Refresh();
        var told = Ask("/story").Sections[^1];
        Assert.Equal("1 file could not be read", told.Title);
        Assert.Equal(new ReplyLine("drafts/secret.txt", "It is not UTF-8."), Assert.Single(told.Lines));
    }

    [Theory]
    [InlineData("/quotes speaker:Lundt", "“Lundt” is taken for Otto Lund.")]
    [InlineData("/quotes speaker:mayor", "“mayor” is taken for Anna Berg.")]
    [InlineData("/timeline speaker:Ber", "“Ber” is taken for Anna Berg.")]
    [InlineData("/who-said repairs speaker:Lundt", "“Lundt” is taken for Otto Lund.")]
    public void For_whom_a_speaker_is_taken_is_told(string line, string note) => Assert.Equal([note], Ask(line).Notes);

    [Theory]
    [InlineData("/speaker the mayor", "Anna Berg: 2 statements, newest first")]
    [InlineData("/speaker mayor of Northtown", "Anna Berg: 2 statements, newest first")]
    [InlineData("/speaker berg anna", "Anna Berg: 2 statements, newest first")]
    [InlineData("/speaker Berg, Anna", "Anna Berg: 2 statements, newest first")]
    [InlineData("/quotes speaker:Berg, Anna", "2 statements, by Berg, Anna")]
    [InlineData("/quotes speaker:mayor", "2 statements, by mayor")]
    public void A_speaker_is_found_by_office(string line, string heading) => Assert.Equal(heading, Ask(line).Heading);

    [Fact]
    public void More_takes_no_number()
    {
        Ask("/timeline");
        Assert.Equal("“more” turns to the next page, “back” to the one before.", _conversation.Answer("more 3").Reply?.Heading);
    }

    [Fact]
    public void Words_to_be_left_out_are_no_words_to_be_exact_about()
    {
        var reply = Ask("/who-said -market");
        Assert.Equal(2, reply.Total);
        Assert.Null(reply.Statement);
    }

    [Fact]
    public void A_name_without_letters_is_nobodys()
    {
        var reply = Ask("/speaker 💥");
        Assert.False(reply.Found);
        Assert.Equal("Nobody called “💥” speaks in this story.", reply.Heading);
    }

    [Fact]
    public void A_filter_by_somebody_unknown_names_the_nearest()
    {
        var reply = Ask("/who-said market speaker:Nobodyhere");
        Assert.False(reply.Found);
        Assert.Contains("Nobody called “Nobodyhere” speaks in this story.", reply.Notes);
    }

    [Fact]
    public void An_option_takes_as_many_words_as_name_somebody()
    {
        var reply = Ask("/who-said speaker:Anna Berg market open");
        Assert.True(reply.Found);
        Assert.EndsWith("with “market open”, by Anna Berg", reply.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_lists_by_day_newest_first()
    {
        var reply = Ask("/quotes from:2019-03-01");
        Assert.Equal(["2019-03-06", "2019-03-04", "2019-03-04"], reply.Passages.Select(passage => $"{passage.Article.Published:yyyy-MM-dd}"));
        Assert.Equal("3 statements, from 1 March 2019", reply.Heading);
        Assert.Equal(1, Ask("/quotes to:2019-03-05 speaker:Berg").Total);
    }

    [Fact]
    public void A_timeline_is_oldest_first_and_by_day()
    {
        var reply = Ask("/timeline speaker:Berg");
        Assert.True(reply.ByDay);
        Assert.Equal(["bridge", "market"], reply.Passages.Select(passage => passage.Article.Id));
    }

    [Fact]
    public void Ask_says_whom_a_passage_quotes()
    {
        var reply = Ask("/ask When do repairs begin?");
        Assert.Equal("Otto Lund", PassageFormatter.Who(reply.Passages[0]));
    }

    [Fact]
    public void Speaker_tells_role_and_statements_newest_first()
    {
        var reply = Ask("/speaker Berg");
        Assert.Equal("Anna Berg: 2 statements, newest first", reply.Heading);
        Assert.Contains(reply.Sections[0].Lines, line => line.Text == "mayor of Northtown");
        Assert.Equal(["market", "bridge"], reply.Passages.Select(passage => passage.Article.Id));
    }

    [Theory]
    [InlineData("Ferić")]
    [InlineData("feric")]
    [InlineData("Zoë Ferić’s")]
    [InlineData("zoe feric")]
    public void Accents_need_not_be_typed(string name)
    {
        _story.Add("vote", "Zoë Ferić said “the vote is over”.", "2019-03-07", new Said("“the vote is over”", Said.Person("Zoë Ferić")) { Mention = "Zoë Ferić" });
        Assert.Equal("Zoë Ferić: 1 statement, newest first", Ask($"/speaker {name}").Heading);
        Assert.Equal(1, Ask($"/who-said speaker:{name} the vote").Total);
    }

    [Fact]
    public void A_misspelt_speaker_is_not_taken_for_another()
    {
        var reply = Ask("/speaker Anna Burg");
        Assert.False(reply.Found);
        Assert.Contains("Did you mean Anna Berg", reply.Heading, StringComparison.Ordinal);
        Assert.Empty(reply.Passages);
    }

    [Fact]
    public void Story_counts_what_there_is()
    {
        var reply = Ask("/story");
        var lines = reply.Sections.SelectMany(section => section.Lines).Select(line => $"{line.Label}: {line.Text}").ToList();
        Assert.Equal("Title of market", reply.Heading);
        Assert.Contains("Articles: 2 articles, from 4 March 2019 to 6 March 2019", lines);
        Assert.Contains("2: Anna Berg, mayor of Northtown", lines);
        Assert.Contains("Last indexed: 5 March 2019, 08:00 UTC", lines);
    }

    [Fact]
    public void Every_example_of_help_is_answered()
    {
        var examples = Ask("/help").Sections.Single(section => section.Title == "For example").Lines;
        Assert.True(examples.Count >= 5);
        Assert.All(examples, example => Assert.True(Ask(example.Text).Found, example.Text));
    }

    [Fact]
    public void Help_explains_one_command()
    {
        var reply = Ask("/help quotes");
        Assert.StartsWith("/quotes: ", reply.Heading, StringComparison.Ordinal);
        Assert.Contains(reply.Sections[0].Lines, line => line.Label == "kind:" && line.Text.Contains("partly (partly quoted)", StringComparison.Ordinal));
        Assert.Equal(["Words without a name belong to “keyword”."], reply.Notes);
        Assert.Equal("There is no command “qoutes”. Did you mean /quotes?", Ask("/help qoutes").Heading);
    }

    [Fact]
    public void Help_tells_of_the_command_on_messages()
    {
        var line = Assert.Single(Ask("/help").Sections[0].Lines, line => line.Label == "Who said this?");
        Assert.Equal("On Discord, in the menu of a message under Apps: /who-said with that message's words", line.Text);
        Assert.StartsWith("Who said this?: On Discord", Ask("/help who said this").Heading, StringComparison.Ordinal);
    }

    [Fact]
    public void Context_and_why_look_into_an_answer_also_after_help()
    {
        Ask("/who-said danger");
        Ask("/help");
        var context = Ask("context 1");
        Assert.Equal(["1", "2", "3", "4"], context.Sections[0].Lines.Select(line => line.Label));
        Assert.Equal("2", Assert.Single(context.Sections[0].Lines, line => line.Emphasised).Label);
        Assert.Contains(Ask("why").Sections[0].Lines, line => line.Text == "likely (90 %)");
        Assert.Equal("Say which one: why 1.", Ask("why 2").Heading);
    }

    [Fact]
    public void A_statement_that_is_gone_is_said_to_be_gone_and_a_changed_article_to_have_changed()
    {
        Ask("/who-said danger");
        _story.Add("bridge", "New first line.\nAnna Berg called it “a danger to everybody” and left.", "2019-03-04", new Said("“a danger to everybody”", Anna) { Mention = "Anna Berg" });
        _story.Index.Remove("market.txt");
        _story.Index.Refresh();
        Assert.True(Ask("context 1").Found);
        _story.Add("bridge", "Nothing was said.", "2019-03-04");
        Assert.Equal("That statement is no longer in this story.", Ask("context 1").Heading);
    }

    [Fact]
    public void Pages_are_turned_and_results_keep_their_numbers()
    {
        var sentences = Enumerable.Range(1, 12).Select(i => $"Otto Lund said “number {i} is {new string((char)('a' + i), 6)}”.").ToList();
        _story.Add("long", string.Join('\n', sentences), "2019-03-08", [.. sentences.Select(sentence => new Said(sentence[15..^1], Otto) { Mention = "Otto Lund" })]);
        Assert.Equal(new ReplyPage(0, 5, 3), Ask("/quotes speaker:Lund").Page);
        Assert.Equal("This is the first page.", Ask("back").Heading);
        Ask("more");
        var last = Ask("more");
        Assert.Equal(3, last.Passages.Count);
        Assert.Equal(10, last.Leading.Count);
        Assert.Equal("There is no further page.", Ask("more").Heading);
        Assert.Equal("context", Ask("context 13").Command);
        Assert.Equal("Say which one: context 11 to 13.", Ask("context 1").Heading);
        Assert.Equal(1, Ask("back").Page.Number);
    }

    [Fact]
    public void A_later_page_does_not_call_exact_what_is_marked_as_not_in_these_words()
    {
        var sentences = Enumerable.Range(1, 12).Select(i => $"Otto Lund said “the {new string((char)('a' + i), 6)} {(i > 10 ? "cranes fell down in the night" : "crane fell")}”.").ToList();
        _story.Add("long", string.Join('\n', sentences), "2019-03-08", [.. sentences.Select(sentence => new Said(sentence[15..^1], Otto) { Mention = "Otto Lund" })]);
        Assert.Equal("Exactly these words.", Ask("/who-said crane").Statement);
        Ask("more");
        var last = Ask("more");
        Assert.All(last.Passages, passage => Assert.Equal(PassageMatch.Words, passage.Match));
        Assert.Equal("Exactly these words, unless a statement is marked “not in these words”.", last.Statement);
    }

    [Fact]
    public void One_day_is_named_once() =>
        Assert.Equal("2 statements, of 4 March 2019", Ask("/quotes from:2019-03-04 to:2019-03-04").Heading);

    [Fact]
    public void A_role_that_is_written_large_and_small_is_named_once()
    {
        _story.Add(
            "two", "Anna Berg said “it rains”.\nAnna Berg said “it snows”.", "2019-03-08", new Said("“it rains”", Said.Person("Anna Berg", "Mayor of Northtown")),
            new Said("“it snows”", Said.Person("Anna Berg", "mayor")));
        Assert.Equal("mayor of Northtown", Ask("/speaker Anna Berg").Sections[0].Lines[0].Text);
    }

    [Fact]
    public void An_example_is_made_of_a_telling_word()
    {
        _story.Add("new", "Anna Berg said “we were called before noon”.", "2019-03-09", new Said("“we were called before noon”", Anna));
        Assert.Equal("/who-said words:everybody", Ask("/help").Sections[1].Lines[0].Text);
    }

    [Fact]
    public void The_only_result_of_a_later_page_needs_no_number()
    {
        var sentences = Enumerable.Range(1, 6).Select(i => $"Otto Lund said “number {i} is {new string((char)('a' + i), 6)}”.").ToList();
        _story.Add("long", string.Join('\n', sentences), "2019-03-08", [.. sentences.Select(sentence => new Said(sentence[15..^1], Otto) { Mention = "Otto Lund" })]);
        Ask("/quotes from:2019-03-08");
        var last = Assert.Single(Ask("more").Passages);
        Assert.Equal(last.Id, Assert.Single(Ask("why").Leading).Id);
    }

    [Fact]
    public void A_story_without_articles_says_how_to_add_one()
    {
        using var empty = new TemporaryStory();
        var conversation = Talk(empty);
        Assert.Contains(StoryCommand.Empty, conversation.Answer("/who-said anything").Reply!.Notes);
        Assert.DoesNotContain(StoryCommand.Empty, conversation.Answer("/briefing now").Reply!.Notes);
        Assert.Equal(StoryCommand.Empty, conversation.Answer("/story").Reply!.Heading);
    }

    [Fact]
    public void A_fault_becomes_one_sentence_and_the_log_learns_only_its_type()
    {
        var log = new LastLine();
        var router = new CommandRouter(_story.Index, null, TimeZoneInfo.Utc, log);
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

    [Theory]
    [InlineData("more", true)]
    [InlineData("why 1", true)]
    [InlineData("/nonsense", true)]
    [InlineData("/story", false)]
    [InlineData("/who-said purple elephants", false)]
    public void Wrong_usage_is_told_from_an_answer(string line, bool wrong) => Assert.Equal(wrong, _conversation.Answer(line).WrongUsage);

    [Fact]
    public void Blank_lines_say_nothing_and_exit_ends()
    {
        Assert.Null(_conversation.Answer("   ").Reply);
        Assert.True(_conversation.Answer(" exit ").Ends);
        Assert.True(_conversation.Answer("/quit").Ends);
    }

    private static Conversation Talk(TemporaryStory story) => new(
        new CommandLineReader(words => StoryNames.NameSomebody(story.Index, words)),
        new CommandRouter(story.Index, null, TimeZoneInfo.Utc, NullLogger<CommandRouter>.Instance));

    private Reply Ask(string line) => _conversation.Answer(line).Reply!;
}
