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
    public void Behind_words_in_marks_the_report_goes_on(string marked, string expected)
    {
        var (first, end, second, last) = (marked.IndexOf('{', StringComparison.Ordinal), marked.IndexOf('}', StringComparison.Ordinal) - 1, marked.LastIndexOf('{') - 2, marked.LastIndexOf('}') - 3);
        var text = new Reading(new ArticleText(marked.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)));
        var said = Enumerable.Range(0, text.Count).First(i => text.IsWord(i, "said"));
        var mended = ContentEdges.Mended(text, new Attribution
        {
            Cue = new Cue(new TokenRun(said, said + 1), said, CueUse.Finite),
            Frame = Frame.Before,
            Contents = [Tokens(text, first, end), Tokens(text, second, last)],
            Mention = new TokenRun(said - 1, said),
            Rule = MentionRule.Subject,
            Score = 1,
        });
        Assert.Equal(expected, string.Join('|', mended.Contents.Select(run => text.Span(run).Of(text.Text.Text))));
    }

    private static TokenRun Tokens(Reading text, int start, int end)
    {
        var (first, last) = text.Text.TokensOf(BriefingBot.Quotes.Articles.TextSpan.Between(start, end));
        return new TokenRun(first, last);
    }
}
