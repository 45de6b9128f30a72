using BriefingBot.Commands;
using CsCheck;

namespace BriefingBot.Tests.Commands;

public class CommandLineReaderTests
{
    private static readonly string[] Names = ["Jens Stoltenberg", "Russian Defense Ministry", "Washington and NATO"];

    private static readonly CommandLineReader Reader = new(words => Names.Contains(words, StringComparer.OrdinalIgnoreCase));

    [Theory]
    [InlineData("/who-said cornerstone speaker:Stoltenberg", "who-said", "words=cornerstone|speaker=Stoltenberg")]
    [InlineData("who-said speaker:Stoltenberg cornerstone", "who-said", "words=cornerstone|speaker=Stoltenberg")]
    [InlineData("/WHO-SAID Words: cornerstone Speaker:Stoltenberg", "who-said", "words=cornerstone|speaker=Stoltenberg")]
    [InlineData("/who-said speaker:Jens Stoltenberg our time", "who-said", "words=our time|speaker=Jens Stoltenberg")]
    [InlineData("/who-said our speaker:Russian Defense Ministry time", "who-said", "words=our time|speaker=Russian Defense Ministry")]
    [InlineData("/who-said speaker:\"Somebody Unknown\" our time", "who-said", "words=our time|speaker=Somebody Unknown")]
    [InlineData("/who-said speaker:“Somebody Unknown” our time", "who-said", "words=our time|speaker=Somebody Unknown")]
    [InlineData("/who-said kind:direct words:we will take our time private:yes", "who-said", "words=we will take our time|kind=direct|private=true")]
    [InlineData("/who-said \"clear and blatant\" -violation", "who-said", "words=\"clear and blatant\" -violation")]
    [InlineData("/who-said \"the speaker: a chair\"", "who-said", "words=\"the speaker: a chair\"")]
    [InlineData("/who-said at 10:30 see https://a.example/?x:y now", "who-said", "words=at 10:30 see https://a.example/?x:y now")]
    [InlineData("/who-said a 5\" gun speaker:Stoltenberg", "who-said", "words=a 5\" gun|speaker=Stoltenberg")]
    [InlineData("/quotes from:2019-03-01 treaty to:2019-03-31", "quotes", "keyword=treaty|from=2019-03-01|to=2019-03-31")]
    [InlineData("/quotes to:2019-03-31", "quotes", "to=2019-03-31")]
    [InlineData("  speaker   Jens Stoltenberg ", "speaker", "name=Jens Stoltenberg")]
    [InlineData("ask question:Who met in Vienna? private:false", "ask", "question=Who met in Vienna?|private=false")]
    [InlineData("timeline kind:direct treaty", "timeline", "about=kind:direct treaty")]
    [InlineData("help who-said", "help", "command=who-said")]
    [InlineData("story", "story", "")]
    [InlineData("/briefing now", "briefing now", "")]
    [InlineData("  BRIEFING   Now private:yes", "briefing now", "private=true")]
    [InlineData("/briefing me", "briefing me", "")]
    [InlineData("/briefing me 7:15", "briefing me", "time=07:15")]
    [InlineData("/briefing me at 8:30 pm", "briefing me", "time=20:30")]
    [InlineData("/briefing subscribe 8.30 nuclear missiles zone:new york", "briefing subscribe", "time=08:30|zone=America/New_York|about=nuclear missiles")]
    [InlineData("/briefing me missiles time:8 am zone:UTC quiet:yes again:no", "briefing me", "time=08:00|zone=UTC|about=missiles|quiet=true|again=false")]
    [InlineData("/briefing me zone:Berlin 7:15 the stand", "briefing me", "time=07:15|zone=Europe/Berlin|about=the stand")]
    [InlineData("/briefing me zone:Berlin 7:15 time:9 stand", "briefing me", "time=09:00|zone=Europe/Berlin|about=7:15 stand")]
    [InlineData("/briefing now 2 private:yes", "briefing now", "id=2|private=true")]
    [InlineData("/briefing me about:25:00 by the clock", "briefing me", "about=25:00 by the clock")]
    [InlineData("/briefing me missiles at 25:00", "briefing me", "about=missiles at 25:00")]
    [InlineData("/briefing me 10.000 missiles", "briefing me", "about=10.000 missiles")]
    [InlineData("/briefing me speaker:Jens Stoltenberg missiles", "briefing me", "about=missiles|speaker=Jens Stoltenberg")]
    [InlineData("/briefing pause 3", "briefing pause", "id=3")]
    [InlineData("/briefing unsubscribe id:#3", "briefing unsubscribe", "id=3")]
    public void A_line_is_read_as_a_command_with_its_options(string line, string command, string expected)
    {
        var reading = Reader.Read(line);
        Assert.True(reading.IsRight, reading.Problem);
        Assert.Equal(command, reading.Request.Command.Name);
        var options = reading.Request.Command.Options.Where(option => reading.Request[option.Name] is not null);
        Assert.Equal(expected, string.Join('|', options.Select(option => $"{option.Name}={reading.Request[option.Name]}")));
    }

    [Theory]
    [InlineData("/", "Say a command, such as /help.")]
    [InlineData("/whosaid cornerstone", "There is no command “whosaid”. Did you mean /who-said?")]
    [InlineData("who said cornerstone", "There is no command “who”. Did you mean /who-said?")]
    [InlineData("storey", "There is no command “storey”. Did you mean /story?")]
    [InlineData("What happened?", "There is no command “What”: /ask takes a question in plain words, and /help lists what can be asked.")]
    [InlineData("/who-said", "Say what to look for: /who-said words:…")]
    [InlineData("/who-said speaker:Stoltenberg",
        "Say what to look for: /who-said words:… All that is quoted of Stoltenberg: /quotes speaker:Stoltenberg")]
    [InlineData("/who-said x speaker:", "“speaker:” needs a value.")]
    [InlineData("/who-said x spekaer:Stoltenberg", "/who-said has no option “spekaer”. Did you mean “speaker:”?")]
    [InlineData("/quotes kind:direct", "/quotes needs at least one of keyword, speaker, from and to.")]
    [InlineData("/ask who speaker:Stoltenberg", "/ask has no option “speaker”; it has question and private.")]
    [InlineData("/story colour:red", "/story has no option “colour”; it has private.")]
    [InlineData("/story today", "/story takes no words: “today”.")]
    [InlineData("/who-said x kind:loud", "“kind” is direct, partly or paraphrase, not “loud”.")]
    [InlineData("/who-said x private:perhaps", "“private” is true or false, not “perhaps”.")]
    [InlineData("/quotes from:2019-02-30", "“from” is a day such as 2019-03-04, not “2019-02-30”.")]
    [InlineData("/quotes from:2019-03-05 to:2019-03-04", "No day is from 2019-03-05 and up to 2019-03-04: “from” comes first.")]
    [InlineData("/who-said x kind:direct kind:partly", "“kind:” is given twice.")]
    [InlineData("/briefing", "Say what about it: /briefing now, subscribe, me, list, pause, resume or unsubscribe.")]
    [InlineData("/briefing puase", "There is no command “briefing puase”. Did you mean /briefing pause?")]
    [InlineData("subscribe", "There is no command “subscribe”. Did you mean /briefing subscribe?")]
    [InlineData("/briefing subscribe 25:00", "“time” is an hour such as 08:30, not “25:00”.")]
    [InlineData("/briefing me at 25:00 missiles", "“time” is an hour such as 08:30, not “at 25:00”.")]
    [InlineData("/briefing me 8:5", "“time” is an hour such as 08:30, not “8:5”.")]
    [InlineData("/briefing me 13 pm missiles", "“time” is an hour such as 08:30, not “13 pm”.")]
    [InlineData("/briefing me 0pm", "“time” is an hour such as 08:30, not “0pm”.")]
    [InlineData("/briefing me 24h", "“time” is an hour such as 08:30, not “24h”.")]
    [InlineData("/briefing me time:8 time:9", "“time:” is given twice.")]
    [InlineData("/briefing me zone:Zurick", "“Zurick” is not a time zone; did you mean Europe/Zurich?")]
    [InlineData("/briefing me quiet:perhaps", "“quiet” is true or false, not “perhaps”.")]
    [InlineData("/briefing pause the first", "/briefing pause takes no words: “first”.")]
    [InlineData("/briefing pause x", "“id” is a number that /briefing list shows, not “x”.")]
    [InlineData("/briefing list mine", "/briefing list takes no words: “mine”.")]
    public void What_is_wrong_is_said_in_one_sentence(string line, string problem)
    {
        var reading = Reader.Read(line);
        Assert.False(reading.IsRight);
        Assert.Equal(problem, reading.Problem);
    }

    [Fact]
    public void Text_has_at_most_200_characters()
    {
        Assert.True(Reader.Read("/who-said " + new string('x', 200)).IsRight);
        Assert.Equal("“words” takes at most 200 characters; this has 201.", Reader.Read("/who-said " + new string('x', 201)).Problem);
        Assert.Equal("A command has at most 4,000 characters; this has 1,000,010.", Reader.Read("/who-said " + new string('"', 1_000_000)).Problem);
    }

    [Fact]
    public void An_option_that_no_command_has_is_read_as_words_and_said_so()
    {
        var reading = Reader.Read("/who-said cornerstone colour:red");
        Assert.True(reading.IsRight);
        Assert.Equal("cornerstone colour:red", reading.Request["words"]);
        Assert.Equal(["“colour:” is no option of /who-said; it was read as words."], reading.Request.Notes);
    }

    [Fact]
    public void Words_whose_marks_the_shell_took_off_keep_together()
    {
        var line = CommandLineReader.Join(["who-said", "cornerstone", "speaker:A Person Unknown", "of Europe"]);
        Assert.Equal("who-said cornerstone speaker:\"A Person Unknown\" of Europe", line);
    }

    [Fact]
    public void Any_line_is_either_a_request_or_a_sentence()
    {
        string[] pieces =
            ["/", "who-said", "quotes", "ask", " ", "speaker:", "words:", "from:", "kind:direct", "\"", "“", "”", ":", "-", "\t", "2019-03-04"];
        var piece = Gen.OneOf(Gen.String, Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]));
        piece.Array[0, 12].Select(string.Concat).Sample(
            line =>
            {
                var reading = Reader.Read(line);
                Assert.True(reading.IsRight ? reading.Request.Text.Length <= 200 : reading.Problem.Length is > 0 and < 300);
            },
            iter: 3000);
    }
}
