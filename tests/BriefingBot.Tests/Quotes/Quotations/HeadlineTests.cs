namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>What a headline reports, and questions put: the text, then <c>mention | cue | contents</c> of what its first paragraph holds.</summary>
public class HeadlineTests
{
    private const string Article = "\n\nAda Moreau, the minister, left on Monday. Jan Beck, the boss of Tatra, stayed.";

    [Theory]
    [InlineData("Minister: No talks planned", "Minister | - | No talks planned")]
    [InlineData("Council leader: 'I had the fish, and I promised nothing'", "Council leader | - | 'I had the fish, and I promised nothing'")]
    [InlineData("Moreau: I still believe we can win", "Moreau | - | I still believe we can win")]
    [InlineData("Tatra boss says lid is safe", "Tatra boss | says | lid is safe")]
    [InlineData("Firm Knew of Fault a Year Ago, Memos Show", "Memos | Show | Firm Knew of Fault a Year Ago")]
    [InlineData("'We were wrong': minister", "minister | - | 'We were wrong'")]
    [InlineData("“We were wrong” – Moreau", "Moreau | - | “We were wrong”")]
    [InlineData("'We were wrong': what it means", new string[0])]
    [InlineData("Analysis: No talks planned", new string[0])]
    [InlineData("Live: Strike goes on", new string[0])]
    [InlineData("Strike at Beck: live updates", new string[0])]
    [InlineData("Moreau: a captain or a passenger?", new string[0])]
    public void A_headline_has_its_source_before_a_colon_or_beside_a_verb(string headline, params string[] expected) =>
        Assert.Equal(expected, Extraction.Lines(headline + Article));

    [Theory]
    [InlineData("Minister: No talks planned", "Ada Moreau")]
    [InlineData("Tatra boss says lid is safe", "Jan Beck")]
    [InlineData("Firm Knew of Fault a Year Ago, Memos Show", null)]
    public void Whoever_holds_the_office_says_so(string headline, string? speaker) =>
        Assert.Equal(speaker, Extraction.QuotationsIn(headline + Article)[0].SpeakerName);

    [Fact]
    public void The_boss_of_a_firm_is_whoever_the_article_says_directs_it() => Assert.Equal("Jan Beck", Extraction.QuotationsIn(
        "‘We are innocent,’ says Tatra boss\n\nAda Moreau, a lawyer, left on Monday. Jan Beck, general director of Tatra, stayed.")[0].SpeakerName);

    [Theory]
    [InlineData("Asked whether the firm had known, Beck said it had not.", "Beck | said | it had not")]
    [InlineData("Asked about the fee, company spokesman Jan Beck called it “too high.”", "company spokesman Jan Beck | called | it “too high.”")]
    [InlineData("Pressed on whether the firm had known, Beck said it had not.", "Beck | said | it had not")]
    [InlineData("Pressed on the price, Beck said it was fair.", "Beck | said | it was fair")]
    public void A_question_put_is_nobody_s_statement(string text, string expected) => Assert.Equal(
        [expected], Extraction.Lines(text).Zip(Extraction.QuotationsIn(text)).Where(line => !line.Second.IsQuestionPut).Select(line => line.First));
}
