using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;
using BriefingBot.Tests.Search;

namespace BriefingBot.Tests.Commands;

/// <summary><c>/who-said</c> over a real index: exactness, refusals, denials and options.</summary>
public sealed class WhoSaidCommandTests : IDisposable
{
    private readonly AskedStory _asked = new();

    public void Dispose() => _asked.Dispose();

    [Fact]
    public void Who_said_finds_the_speaker_and_says_that_the_words_are_exact()
    {
        var reply = _asked.Ask("/who-said danger to everybody");
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
        _asked.Story.Add(
            "denial",
            "Anna Berg said “the ferry is a danger to everybody afloat”.\nOtto Lund denied that.",
            "2019-03-07",
            new Said("“the ferry is a danger to everybody afloat”", AskedStory.Anna) { Mention = "Anna Berg" },
            new Said("that", AskedStory.Otto) { Mention = "Otto Lund", Cue = "denied", Kind = QuotationKind.Paraphrase });
        var reply = _asked.Ask(line.Replace("bridge", "ferry", StringComparison.Ordinal).Replace("everybody", "everybody afloat", StringComparison.Ordinal));
        var claim = Assert.Single(reply.Passages, passage => passage.Article.Id == "denial" && passage.Sentence == 1);
        Assert.Equal("Otto Lund", Assert.Single(reply.Pairs.AnswersTo(claim.Id)).Answer.Passage.Quotation!.Speaker);

        var section = _asked.Ask($"context {reply.Passages.ToList().IndexOf(claim) + 1}").Sections[^1];
        Assert.Equal("Denied by Otto Lund, 7 March 2019 · sentence 2", section.Title);
        Assert.Equal(["Otto Lund denied that.", "It says right after what somebody else said that it is not so."], section.Lines.Select(each => each.Text));
    }

    [Fact]
    public void Who_said_tells_words_that_were_not_said_so()
    {
        var reply = _asked.Ask("/who-said repairs will begin tomorrow");
        Assert.StartsWith("Not in these words; the article says “repairs begin tomorrow”", reply.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_said_refuses_what_nobody_said()
    {
        var reply = _asked.Ask("/who-said purple elephants");
        Assert.False(reply.Found);
        Assert.Empty(reply.Passages);
        Assert.Equal("Nobody in this story is quoted as saying “purple elephants”.", reply.Heading);
    }

    [Fact]
    public void Who_said_tells_who_else_said_the_words()
    {
        var reply = _asked.Ask("/who-said repairs begin speaker:Berg");
        Assert.False(reply.Found);
        Assert.Equal("Anna Berg is not quoted as saying “repairs begin”.", reply.Heading);
        Assert.Equal(["Otto Lund is quoted with these words."], reply.Notes);
        Assert.Equal("Otto Lund", Assert.Single(reply.Closest).Quotation?.Speaker);
    }

    [Fact]
    public void Words_to_be_left_out_are_no_words_to_be_exact_about()
    {
        var reply = _asked.Ask("/who-said -market");
        Assert.Equal(2, reply.Total);
        Assert.Null(reply.Statement);
    }

    [Fact]
    public void A_filter_by_somebody_unknown_names_the_nearest()
    {
        var reply = _asked.Ask("/who-said market speaker:Nobodyhere");
        Assert.False(reply.Found);
        Assert.Contains("Nobody called “Nobodyhere” speaks in this story.", reply.Notes);
    }

    [Fact]
    public void An_option_takes_as_many_words_as_name_somebody()
    {
        var reply = _asked.Ask("/who-said speaker:Anna Berg market open");
        Assert.True(reply.Found);
        Assert.EndsWith("with “market open”, by Anna Berg", reply.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_page_does_not_call_exact_what_is_marked_as_not_in_these_words()
    {
        var sentences = Enumerable.Range(1, 12).Select(i => $"Otto Lund said “the {new string((char)('a' + i), 6)} {(i > 10 ? "cranes fell down in the night" : "crane fell")}”.").ToList();
        _asked.Story.Add("long", string.Join('\n', sentences), "2019-03-08", [.. sentences.Select(sentence => new Said(sentence[15..^1], AskedStory.Otto) { Mention = "Otto Lund" })]);
        Assert.Equal("Exactly these words.", _asked.Ask("/who-said crane").Statement);
        _asked.Ask("more");
        var last = _asked.Ask("more");
        Assert.All(last.Passages, passage => Assert.Equal(PassageMatch.Words, passage.Match));
        Assert.Equal("Exactly these words, unless a statement is marked “not in these words”.", last.Statement);
    }
}
