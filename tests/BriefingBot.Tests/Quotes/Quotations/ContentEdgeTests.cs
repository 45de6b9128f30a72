using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Quotations;

public class ContentEdgeTests
{
    /// <summary>A sentence with the two parts of what was taken for a content in braces; what is left of them, joined by “|”.</summary>
    [Theory]
    [InlineData("{“He loves us,”} Moreau said, {and soon the balloons dropped}.", "“He loves us,”")]
    [InlineData("{“He loves us,”} Moreau said, {but nobody heard her}.", "“He loves us,”")]
    [InlineData("{“He loves us,”} Moreau said, {and that she would stay}.", "“He loves us,”|and that she would stay")]
    [InlineData("{“He loves us,”} Moreau said, {and “we love him”}.", "“He loves us,”|and “we love him”")]
    [InlineData("{He loves us}, Moreau said, {and we love him}.", "He loves us|and we love him")]
    [InlineData("{“With a match,”} Moreau said, {to laughter that the chairman silenced}.", "“With a match,”")]
    public void Behind_words_in_marks_the_report_goes_on(string marked, string expected)
    {
        var (text, contents) = Marked(marked);
        var said = Enumerable.Range(0, text.Count).First(i => text.IsWord(i, "said"));
        var mended = ContentEdges.Mended(text, new Attribution
        {
            Cue = new Cue(new TokenRun(said, said + 1), said, CueUse.Finite),
            Frame = Frame.Before,
            Contents = contents,
            Mention = new TokenRun(said - 1, said),
            Rule = MentionRule.Subject,
            Score = 1,
        });
        Assert.Equal(expected, string.Join('|', mended.Contents.Select(run => text.Span(run).Of(text.Text.Text))));
    }

    [Theory]
    [InlineData("Moreau said the council had lost its nerve, drawing applause from the benches.", "the council had lost its nerve")]
    [InlineData("Moreau said that the council had lost its nerve, which drew a loud groan from the row where the mayor sat.", "that the council had lost its nerve")]
    [InlineData("Moreau said the council had lost its nerve, to laughter.", "the council had lost its nerve")]
    [InlineData("Moreau said the speech would win applause, and the crowd would get a laugh.", "the speech would win applause, and the crowd would get a laugh")]
    [InlineData("It may be nothing, Moreau says; it may, in the young, be more.", "It may be nothing|it may, in the young, be more")]
    [InlineData("The lamp had been dim, Moreau went on, and his nephews laughed at it.", "The lamp had been dim|and his nephews laughed at it")]
    [InlineData("The deal is dead, Moreau said; in 2012 it was not.", "The deal is dead")]
    [InlineData("The money for a second trial has been set aside, Moreau told me when I rang him.", "The money for a second trial has been set aside")]
    public void What_the_reporter_says_round_it_is_no_content(string text, string expected)
    {
        var quotation = Assert.Single(Extraction.QuotationsIn(text));
        Assert.Equal(expected, string.Join('|', quotation.Spans.Select(span => span.Of(text))));
        Assert.Contains("Moreau", quotation.SpeakerName);
    }

    [Theory]
    [InlineData("{Moreau} expects {to publish it}.", "Moreau|to publish it")]
    [InlineData("{Moreau} had expected {to publish it}.", "Moreau|to publish it")]
    [InlineData("{Moreau} is expected {to publish it}.", "|Moreau|to publish it")]
    [InlineData("{“Suspended,”} corrects {her}.", "|“Suspended,”")]
    public void Whoever_says_it_and_whom_it_is_said_to_is_no_content(string marked, string expected)
    {
        var (text, contents) = Marked(marked);
        var verb = Enumerable.Range(0, text.Count).First(i => text.Text.Word(i) is "expects" or "expected" or "corrects");
        var mended = ContentEdges.Mended(text, new Attribution
        {
            Cue = new Cue(new TokenRun(verb, verb + 1), verb, CueUse.Finite),
            Frame = Frame.Before,
            Contents = contents,
            Mention = TokenRun.None,
            Rule = MentionRule.None,
            Score = 1,
        });
        Assert.Equal(expected, string.Join('|', mended.Contents.Prepend(mended.Mention).Select(run => run.IsEmpty ? "" : text.Span(run).Of(text.Text.Text))));
    }

    [Theory]
    [InlineData("Moreau said {privately they would go}.", "they would go")]
    [InlineData("Moreau says {in a complaint to the ministry that it burned}.", "that it burned")]
    [InlineData("Moreau told {about 900 workers in the canteen that it burned}.", "that it burned")]
    [InlineData("Moreau apologised to {the panel for having called him a snake}.", "for having called him a snake")]
    [InlineData("Moreau said on {that night nobody slept}.", "on that night nobody slept")]
    [InlineData("Moreau said {in May the mill that stood there burned}.", "in May the mill that stood there burned")]
    public void Circumstances_before_that_are_no_content(string marked, string expected)
    {
        var (start, end) = (marked.IndexOf('{', StringComparison.Ordinal), marked.IndexOf('}', StringComparison.Ordinal) - 1);
        var text = new Reading(new ArticleText(marked.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)));
        var verb = Enumerable.Range(0, text.Count).First(i => text.Verb(i) is not null);
        var cue = new Cue(new TokenRun(verb, verb + 1), verb, CueUse.Finite);
        Assert.Equal(expected, text.Span(ContentHeads.Mended(text, cue, Tokens(text, start, end))).Of(text.Text.Text));
    }

    /// <summary>The text without its braces, and the tokens that stood in the first pair and in the last.</summary>
    private static (Reading Text, List<TokenRun> Contents) Marked(string marked)
    {
        var (first, end, second, last) = (marked.IndexOf('{', StringComparison.Ordinal), marked.IndexOf('}', StringComparison.Ordinal) - 1, marked.LastIndexOf('{') - 2, marked.LastIndexOf('}') - 3);
        var text = new Reading(new ArticleText(marked.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)));
        return (text, [Tokens(text, first, end), Tokens(text, second, last)]);
    }

    /// <summary>The hour of a live report's entry in braces, with what follows it.</summary>
    [Theory]
    [InlineData("{11.55 The engineer, Ada Moreau,} asks {why}.", "The engineer, Ada Moreau,")]
    [InlineData("{3.40 pm The engineer} asks {why}.", "The engineer")]
    [InlineData("{Two engineers} ask {why}.", "Two engineers")]
    public void The_hour_of_an_entry_is_nobody(string marked, string expected)
    {
        var (text, contents) = Marked(marked);
        Assert.Equal(expected, text.Span(Entries.WithoutHour(text, contents[0])).Of(text.Text.Text));
    }

    private static TokenRun Tokens(Reading text, int start, int end)
    {
        var (first, last) = text.Text.TokensOf(BriefingBot.Quotes.Articles.TextSpan.Between(start, end));
        return new TokenRun(first, last);
    }
}
