using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>Whom a statement is made to is no part of it where most people leave them out, and is where most take them in.</summary>
public class AddresseeTests
{
    [Theory]
    [InlineData("The two sides warned each other of planned strikes.", "The two sides | warned | planned strikes")]
    [InlineData("Reed warned villagers of the danger.", "Reed | warned | the danger")]
    [InlineData("Reed warned members of the council that the dam leaks.", "Reed | warned | that the dam leaks")]
    [InlineData("Reed warned Arvik and Osk not to wait.", "Reed | warned | not to wait")]
    [InlineData("Reed reminded the committee of its promise.", "Reed | reminded | its promise")]
    [InlineData("Reed reminded the audience of comments Keller made in May.", "Reed | reminded | comments Keller made in May")]
    [InlineData("Reed informed shareholders of the loss.", "Reed | informed | the loss")]
    [InlineData("Reed assured the families of the victims that help was near.", "Reed | assured | that help was near")]
    [InlineData("Reed told a crowd of 400 that he would stay.", "Reed | told | that he would stay")]
    [InlineData("Reed told the annual conference of the fund on Tuesday that it was safe.", "Reed | told | that it was safe")]
    [InlineData("Reed told the head of the fund to resign.", "Reed | told | to resign")]
    [InlineData("Reed told the Echo his plan would work.", "Reed | told | his plan would work")]
    [InlineData("Reed told reporters about the plan.", "Reed | told | the plan")]
    [InlineData("Police warned residents of looters.", "Police | warned | looters")]
    [InlineData("Drivers questioned by police said the road was icy.", "police | said | the road was icy")]
    [InlineData("Reed advised tenants not to sign.", "Reed | advised | not to sign")]
    public void A_content_begins_behind_whom_it_is_said_to(string text, string expected) => Assert.Equal([expected], Extraction.Lines(text));

    [Theory]
    [InlineData("Reed warned the deal would collapse.", "Reed | warned | the deal would collapse")]
    [InlineData("Reed warned the risk of a flood was real.", "Reed | warned | the risk of a flood was real")]
    [InlineData("Reed warned the leaders of the revolt would be jailed.", "Reed | warned | the leaders of the revolt would be jailed")]
    [InlineData("Reed ordered his staff to leave the hall.", "Reed | ordered | his staff to leave the hall")]
    [InlineData("Reed accused the bank of lying.", "Reed | accused | the bank of lying")]
    public void Who_acts_in_what_is_said_stays_in_it(string text, string expected) => Assert.Equal([expected], Extraction.Lines(text));

    [Theory]
    [InlineData("Reed warned villagers of the danger.", "villagers of the danger", "the danger")]
    [InlineData("Reed warned each other of strikes.", "each other of strikes", "strikes")]
    [InlineData("Reed told members of the council the dam was safe.", "the council the dam was safe", "the dam was safe")]
    [InlineData("Reed has quietly told voters that he stays.", "voters that he stays", "that he stays")]
    [InlineData("Reed reminded voters of the stakes.", "of the stakes", "of the stakes")]
    [InlineData("Reed urged colleagues to reject it.", "colleagues to reject it", "colleagues to reject it")]
    [InlineData("Reed asked members to vote again.", "members to vote again", "members to vote again")]
    [InlineData("Reed warned the deal would collapse.", "the deal would collapse", "the deal would collapse")]
    [InlineData("Reed asked a direct question about the bill.", "a direct question about the bill", "a direct question about the bill")]
    [InlineData("Reed was asked for the hundredth time about the bill.", "the hundredth time about the bill", "the bill")]
    public void A_learnt_content_is_mended(string text, string found, string expected)
    {
        var reading = new Reading(new ArticleText(text));
        var cue = CueFinder.Find(reading)[0];

        var mended = ContentEdges.Mended(reading, Learnt(reading, cue, found));

        Assert.Equal(expected, reading.Span(mended.Contents[0]).Of(text));
    }

    [Theory]
    [InlineData("Asked for the third time whether it was safe, Reed laughed.", "- | Asked | whether it was safe")]
    [InlineData("Reed asked for more time to prepare.", "Reed | asked | more time to prepare")]
    public void How_often_is_no_part_of_a_question(string text, string expected) => Assert.Equal([expected], Extraction.Lines(text));

    internal static Attribution Learnt(Reading text, Cue cue, string content)
    {
        var first = text.Text.Text.IndexOf(content, StringComparison.Ordinal);
        var run = new TokenRun(
            Array.FindIndex(text.Tokens, token => token.Start == first), Array.FindIndex(text.Tokens, token => token.End == first + content.Length) + 1);
        return new Attribution
        {
            Cue = new Cue(new TokenRun(cue.Verb, cue.Verb + 1), cue.Verb, CueUse.Finite),
            Frame = Frame.Object,
            Contents = [run],
            Mention = new TokenRun(0, 1),
            Rule = MentionRule.Subject,
            Score = 1,
        };
    }
}
