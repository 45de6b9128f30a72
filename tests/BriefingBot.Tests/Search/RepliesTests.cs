namespace BriefingBot.Tests.Search;

/// <summary>Which statement is taken for an answer because of what stands around it. How sentences are marked: <see cref="MarkedStory"/>.</summary>
public sealed class RepliesTests : IDisposable
{
    private readonly MarkedStory _story = new();

    public void Dispose() => _story.Dispose();

    [Theory]
    [InlineData("Berg [warned] {the ferry is unsafe}.", "Responding to Berg, Kern [said] {the hull was new}.")]
    [InlineData("Berg [warned] {the ferry is unsafe}.", "{“The hull is new,”} Kern [said] in response to Berg’s claim.")]
    [InlineData("Berg [warned] {Kern’s ferry is unsafe}.", "Kern hit back, [saying] {the hull was new}.")]
    [InlineData("Berg [warned] {the ferry is unsafe}.", "Asked about Berg’s words, Kern [said] {the hull was new}.")]
    [InlineData("Berg [warned] {the ferry is unsafe}.", "Kern [mocked] {the suggestion}.")]
    [InlineData("Berg [warned] {the ferry is unsafe}.", "Kern [described] {the allegation as “regrettable”}.")]
    [InlineData("Berg [warned] {the ferry is unsafe}.", "Kern would neither confirm nor [deny] {that}.")]
    [InlineData("Analysts [warned] {the ferry is unsafe}.", "Kern [agreed with] {the analysts}.")]
    [InlineData("Berg [wants to know] {what becomes of the ferry}.", "Kern [said] {it would sail in May}.")]
    [InlineData("Berg [warned] {the ferry is unsafe}.", "{“Nobody told me,”} said Kern when told of Berg’s words, and Kern [laughed].")]
    [InlineData("Berg [warned] {the ferry is unsafe}.", "{“She’s half right,”} Kern [said].")]
    [InlineData("The trust [warned] {the ferry is unsafe}.", "{“They are half right,”} Kern [said].")]
    [InlineData("Berg [warned] {the ferry is unsafe}.", "Kern [called] {that account “colourful”}.")]
    public void What_the_report_gives_out_for_an_answer_answers_and_does_not_deny(string claim, string answer)
    {
        _story.Add("first", "It was a long day.", claim, answer);

        _story.AssertPairs((claim, answer, false));
    }

    [Theory]
    [InlineData("Kern [said] {that was untrue}.")]
    [InlineData("{“Those figures are not correct,”} Kern [said].")]
    [InlineData("{“Berg’s story is nonsense from the first to the last word,”} Kern [said].")]
    [InlineData("{“There’s no truth in that,”} Kern [said].")]
    [InlineData("Kern [challenged] {the claim}.")]
    [InlineData("Kern [said] {no such ferry had ever left the harbour}.")]
    [InlineData("Kern [remembers] {no such talk}.")]
    [InlineData("{“Never happened,”} Kern [snapped].")]
    [InlineData("Kern [branded] {Berg’s tale “piffle from a man who drinks”}.")]
    [InlineData("Kern [calls] {this a slander}.")]
    [InlineData("Kern [said] {the company did not recognise Berg’s figures}.")]
    [InlineData("Kern [says] {he does not accept that account}.")]
    [InlineData("Kern [contested] {that account}.")]
    [InlineData("Kern [bristled at] the suggestion {that the ferry is unsafe}.")]
    public void More_words_of_denying_deny(string denial)
    {
        const string claim = "Berg [warned] {nine of ten ferries are unsafe}.";
        _story.Add("first", claim, denial);

        _story.AssertPairs((claim, denial, true));
    }

    [Theory]
    [InlineData("Kern [said] {the complaint was “without merit and without end”}.")]
    [InlineData("Kern [said] {the suit is false}.")]
    [InlineData("{“The document is a crude fake,”} Kern [said].")]
    public void What_a_document_says_is_denied_by_other_names(string denial)
    {
        const string claim = "The suit, filed on Monday in Bern, [alleges] {that nine of ten ferries are unsafe}.";
        _story.Add("first", claim, "Lind [said] {it was late}.", denial);

        _story.AssertPairs((claim, $"Lind [said] {{it was late}}.\n{denial}", true));
    }

    [Theory]
    [InlineData("Kern [said] {the ferry is old}.")]
    [InlineData("{“It’s not a steamer,”} Kern [said].")]
    [InlineData("{“She’s right behind you,”} Kern [said].")]
    [InlineData("{“He did nothing wrong,”} Kern [said].")]
    [InlineData("{“We may disagree,”} Kern [said].")]
    [InlineData("{“Marvellous! We sail,”} Kern [said].")]
    [InlineData("But Kern [said] {the weather was fine}.")]
    [InlineData("Meanwhile Kern [insisted] {Berg’s hat was lost}.")]
    [InlineData("Responding to a question, Kern [said] {the weather was fine}.")]
    [InlineData("After Lund replied, Kern [said] {the weather was fine}.")]
    [InlineData("Kern [insisted] {paying for Berg’s lunch}.")]
    [InlineData("Lund, a spokesman for Berg, however, [said] {Berg says so every day}.")]
    [InlineData("Kern [challenged] {the champion to a race}.")]
    [InlineData("Kern [described] {the claim}.")]
    [InlineData("Kern did not respond but [said] {the weather was fine}.")]
    public void What_stands_after_a_claim_and_is_no_answer_is_none(string statement)
    {
        _story.Add("first", "Berg [warned] {Kern’s ferry is unsafe}.", statement);

        _story.AssertPairs();
    }

    [Theory]
    [InlineData("Berg [warned] {the ferry was sold voluntarily}.", "{“Voluntarily! We were told to,”} Kern [said].")]
    [InlineData("Berg [warned] {the crossing was routine}.", "{“If that was routine, I should hate to see a storm,”} Kern [said].")]
    [InlineData("Berg [warned] {she bought a steamer}.", "{“It’s not a steamer,”} Kern [said].")]
    public void Words_that_begin_by_throwing_the_claim_back_answer_it(string claim, string answer)
    {
        _story.Add("first", "Lund [noted] {how blue was the sea}.", "Lund [added] {how green was the shore}.", "It was a long day.", claim, answer, "Lund [found] {herring at last}.");

        _story.AssertPairs((claim, answer, false));
    }

    [Fact]
    public void A_figure_that_is_not_recognised_denies_what_tells_it()
    {
        const string claim = "Berg [warned] {that 212 people had been hurt}.", denial = "Kern [said] {the company did not recognise the figure of 212}.";
        _story.Add("first", claim, "", "It was a long day.", "Lund [found] {herring at last}.", "", denial);

        _story.AssertPairs((claim, denial, true));
    }

    [Fact]
    public void The_sentence_before_words_may_tell_that_they_answer()
    {
        const string claim = "Berg [warned] {Kern’s ferry is unsafe}.", answer = "{“The hull is new,”} Kern [said].";
        _story.Add("first", claim, "Kern sees it differently.", answer);
        _story.Add("second", "Berg [warned] {Kern’s harbour is too small}.", "Kern sees gulls every day.", "{“They like herring,”} Kern [said].");

        _story.AssertPairs((claim, answer, false));
    }

    [Fact]
    public void A_reader_is_told_what_speaks_for_an_answer()
    {
        _story.Add("first", "Berg [warned] {Kern’s ferry is unsafe}.", "Responding to Berg, Kern [said] {Berg says so of every ship}.");

        Assert.Equal(
            "It is taken for an answer because the report says that it answers this speaker; the claim names its speaker; it names whose claim it is.",
            Assert.Single(_story.Pairs.Pairs).Why);
    }

    [Fact]
    public void Who_doubts_an_explanation_that_another_has_backed_denies_it_and_not_the_backing()
    {
        const string claim = "Berg [warned] {the hull is rotten}.", backing = "Lund [backed] {her version}.", denial = "Kern [cast doubt on] {the explanation}.";
        _story.Add("first", claim, backing, denial, "Kern [said] {he had seen the hull}.");

        _story.AssertPairs((claim, backing, false), (claim, denial, true));
    }

    [Fact]
    public void A_report_may_begin_with_the_denial_and_tell_the_claim_below()
    {
        const string denial = "Kern [has denied] {promising a new ferry}.", claim = "Berg [claimed] {that she had his word}.";
        _story.Add("first", denial, claim);
        _story.Add("second", "Kern [has denied] {promising a new harbour}.", "Berg [warned] {the weather was fine}.");

        _story.AssertPairs((claim, denial, true));
    }

    [Fact]
    public void What_whoever_answers_says_in_the_next_paragraph_answers_the_same_if_it_speaks_of_it()
    {
        const string claim = "Berg [warned] {Kern took bribes}.", denial = "Kern [denied] {that}.", more = "{“Berg made that up,”} Kern [said].";
        _story.Add("first", claim, denial, "", more, "", "{“And now to lunch,”} Kern [added].");

        _story.AssertPairs((claim, denial, true), (claim, more, false));
    }

    [Fact]
    public void A_sister_may_deny_what_her_sister_says()
    {
        const string claim = "Berg [warned] {the ferry is unsafe}.", denial = "Karin [denied] {that}.";
        _story.Add("first", claim, denial);

        _story.AssertPairs((claim, denial, true));
    }

    [Theory]
    [InlineData("A former captain [warned] {the company was broke}.", "The captain [called] {its ferry a wreck}.")]
    [InlineData("Analysts [warned] {the company was broke}.", "They [called] {its ferry a wreck}.")]
    public void Somebody_without_a_name_who_is_meant_again_is_somebody_else_than_whoever_denies(string before, string claim)
    {
        const string denial = "Kern [denied] {that}.";
        _story.Add("first", before, claim, denial);

        _story.AssertPairs((claim, denial, true));
    }
}
