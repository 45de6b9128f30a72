using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>Quotation marks of one stroke, which are apostrophes too.</summary>
public class SingleMarkTests
{
    [Theory]
    [InlineData("‘We stay,’ said Ada Moreau, the chairwoman. ‘Not now.’", "‘We stay,’|‘Not now.’")]
    [InlineData("'I don't know,' she said. 'Ask the lads' mums.'", "'I don't know,'|'Ask the lads' mums.'")]
    [InlineData("Moreau said: ‘It's the trust’s land and the members’ money.’", "‘It's the trust’s land and the members’ money.’")]
    [InlineData("He called it 'a waste of lives' and 'a shame'.", "'a waste of lives'|'a shame'")]
    [InlineData("Moreau: 'Never again'", "'Never again'")]
    [InlineData("‘They call it “home”, and mean it,’ he said.", "‘They call it “home”, and mean it,’")]
    [InlineData("“They say ‘never’ and mean it,” he said.", "“They say ‘never’ and mean it,”")]
    [InlineData("The fee was 'too high' ('far too high').", "'too high'|'far too high'")]
    [InlineData("‘We lost.\n\n‘We lost badly,’ he said.", "‘We lost.|‘We lost badly,’")]
    public void A_mark_before_a_word_and_one_behind_a_word_hold_a_stretch(string text, string expected) => Assert.Equal(expected, Stretches(text));

    [Theory]
    [InlineData("The members' fees and the Joneses' dog.")]
    [InlineData("Rock 'n' roll in the '90s, 'til the lads' mums told 'em.")]
    [InlineData("It's the trust's, isn’t it? The class of '92 won ’em all.")]
    [InlineData("The star 'refuses' a new deal.")]
    [InlineData("‘Twas late, and nobody’s fault.")]
    [InlineData("He is 5' 11'' tall.")]
    public void An_apostrophe_holds_nothing(string text) => Assert.DoesNotContain(QuotationMarks.Find(text), stretch => SingleMarks.Around(text, stretch));

    [Theory]
    [InlineData("‘We stay,’ said Ada Moreau. ‘Not now.’", "Ada Moreau | said | ‘We stay,’ ¦ ‘Not now.’")]
    [InlineData("Ada Moreau said: ‘We stay. It's the trust's land.’", "Ada Moreau | said | ‘We stay. It's the trust's land.’")]
    [InlineData("Ada Moreau said it was 'a waste' of time.", "Ada Moreau | said | it was 'a waste' of time")]
    public void Words_between_them_are_quoted_as_between_double_ones(string text, string expected) => Assert.Equal([expected], Extraction.Lines(text));

    [Fact]
    public void A_statement_between_them_is_word_for_word() =>
        Assert.Equal(QuotationKind.Direct, Assert.Single(Extraction.QuotationsIn("‘We stay here,’ said Ada Moreau.")).Kind);

    [Fact]
    public void Marks_around_a_verb_are_no_part_of_what_is_said_or_of_who_says_it()
    {
        var text = new Reading(new ArticleText("A star ' claims' a new deal."));
        var mended = MentionEdges.Mended(text, ContentEdges.Mended(text, new Attribution
        {
            Frame = Frame.Object,
            Contents = [new TokenRun(4, 8)],
            Mention = new TokenRun(0, 3),
            Rule = MentionRule.Subject,
            Score = 1,
        }));
        Assert.Equal(("A star", "a new deal"), (text.Span(mended.Mention).Of(text.Text.Text), text.Span(mended.Contents[0]).Of(text.Text.Text)));
    }

    [Fact]
    public void A_heading_in_single_marks_does_not_go_on_from_double_ones() => Assert.Equal(
        ["Keller | said | “We lost,”"], Extraction.Lines("Keller was blunt.\n\n“We lost,” Keller said.\n\n'A hard decision.'\n\nThe season ends in May."));

    [Theory]
    [InlineData('\'')]
    [InlineData('‘')]
    public void Marks_that_never_close_are_read_in_linear_time(char mark)
    {
        var text = string.Concat(Enumerable.Repeat($" {mark}a", 400_000));
        Assert.Empty(QuotationMarks.Find(text));
    }

    private static string Stretches(string text) => string.Join('|', QuotationMarks.Find(text).Select(stretch => stretch.Of(text)));
}
