using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Quotations;

public class MentionEdgeTests
{
    /// <summary>A mention as something found it, and as it is mended; nothing where it is none.</summary>
    [Theory]
    [InlineData("which officials", "officials")]
    [InlineData("whom one insider", "one insider")]
    [InlineData("who Moreau", "Moreau")]
    [InlineData("who in two speeches", "who")]
    [InlineData("who served as mayor", "who")]
    [InlineData("which", "which")]
    [InlineData("a long report in which lawyers", "lawyers")]
    [InlineData("Ada Moreau, who won", "Ada Moreau, who won")]
    [InlineData("the woman with whom he", "he")]
    [InlineData("Ada Moreau, with whom he wrote it,", "Ada Moreau, with whom he wrote it,")]
    [InlineData("What does page 88", "")]
    [InlineData("One who", "One")]
    [InlineData("an allegation Ms Moreau", "Ms Moreau")]
    [InlineData("an engineer", "an engineer")]
    [InlineData("What Cheer Mutual", "What Cheer Mutual")]
    public void A_relative_pronoun_and_a_subject_are_not_one_mention(string mention, string expected)
    {
        var text = new Reading(new ArticleText(mention + " said it was late."));
        var (first, end) = text.Text.TokensOf(new TextSpan(0, mention.Length));
        var found = new Attribution
        {
            Frame = Frame.Object,
            Contents = [new TokenRun(end + 1, text.Count - 1)],
            Mention = new TokenRun(first, end),
            Rule = MentionRule.Subject,
            Score = 1,
        };
        var mended = MentionEdges.Mended(text, found);
        Assert.Equal(expected, mended.Mention.IsEmpty ? "" : text.Span(mended.Mention).Of(text.Text.Text));
        Assert.Equal(mended.Mention.IsEmpty ? MentionRule.None : MentionRule.Subject, mended.Rule);
    }

    [Theory]
    [InlineData("It begins.\n\n11:19 a.m. Ada Keller, the mayor, says it is late.", "Ada Keller")]
    [InlineData("The mayor last night said it was late.", "The mayor")]
    [InlineData("Ada Keller spat: “It is late.”", "Ada Keller")]
    [InlineData("“No,” countered Ada Keller when told of it.", "Ada Keller")]
    [InlineData("The complaint, filed in court by Ada Keller, 84, and her nephew, Jan Keller, demands the mill.", "The complaint")]
    public void A_mention_ends_with_its_clause(string text, string expected) => Assert.Equal(expected, Extraction.Lines(text)[0].Split(" | ")[0]);

    [Fact]
    public void The_last_of_its_makers_is_not_the_document()
    {
        var text = new Reading(new ArticleText("The complaint, filed in court by Ada Keller, 84, and her nephew, Jan Keller, demands the mill."));
        var cue = CueFinder.Find(text).First(found => text.IsWord(found.Verb, "demands"));
        var mended = MentionEdges.Mended(text, new Attribution
        {
            Cue = cue,
            Frame = Frame.Object,
            Contents = [new TokenRun(cue.Group.End, text.Count - 1)],
            Mention = new TokenRun(cue.Group.First - 6, cue.Group.First),
            Rule = MentionRule.Subject,
            Score = 1,
        });
        Assert.Equal("The complaint", text.Span(mended.Mention).Of(text.Text.Text));
    }

    /// <summary>A mention before its verb, as something found it.</summary>
    [Theory]
    [InlineData("the coast – as grieving families", "grieving families")]
    [InlineData("The complaint, filed by Ada Keller,", "The complaint")]
    [InlineData("Ada Keller, the miller,", "Ada Keller, the miller,")]
    [InlineData("raising", "")]
    [InlineData("Reading", "Reading")]
    public void A_mention_begins_with_its_clause(string mention, string expected) => Assert.Equal(expected, MendedBeforeVerb(mention + " demanded that he be sent home.", 0));

    [Theory]
    [InlineData("On the steps of the court Ms Moreau demanded that he be sent home.", "Ms Moreau")]
    [InlineData("On Monday Jan Keller, who leads Ms Moreau’s team, demanded that he be sent home.", "Monday Jan Keller, who leads Ms Moreau’s team,")]
    public void A_place_before_a_title_and_name_is_not_the_speaker(string sentence, string expected) => Assert.Equal(expected, MendedBeforeVerb(sentence, 1));

    /// <summary>The mention from the token up to the verb “demanded”, as it is mended; nothing where it is none.</summary>
    private static string MendedBeforeVerb(string sentence, int first)
    {
        var text = new Reading(new ArticleText(sentence));
        var cue = CueFinder.Find(text).First(found => text.IsWord(found.Verb, "demanded"));
        var mended = MentionEdges.Mended(text, new Attribution
        {
            Cue = cue,
            Frame = Frame.That,
            Contents = [new TokenRun(cue.Group.End, text.Count - 1)],
            Mention = new TokenRun(first, cue.Group.First),
            Rule = MentionRule.Subject,
            Score = 1,
        });
        return mended.Mention.IsEmpty ? "" : text.Span(mended.Mention).Of(text.Text.Text);
    }
}
