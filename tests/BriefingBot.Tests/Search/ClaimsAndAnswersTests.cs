using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Search;

/// <summary>Which statement is taken for an answer to which other one. A line is a sentence; what is said stands in braces, its cue in brackets.</summary>
public sealed class ClaimsAndAnswersTests : IDisposable
{
    private readonly MarkedStory _story = new();

    public void Dispose() => _story.Dispose();

    [Theory]
    [InlineData("Berg [said] {Kern took bribes}.", "Kern [denied] {that}.")]
    [InlineData("Berg [said] {Kern took bribes}.", "Kern [has denied] {any wrongdoing}.")]
    [InlineData("Berg [said] {Kern took bribes}.", "Kern [rejected] {the accusations through a lawyer}.")]
    [InlineData("Berg [accused] {the company of hiding the damage}.", "The company [denied] {that}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [dismissed] {that suggestion as a sign of despair}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [rejected] {Berg’s claim}.")]
    [InlineData("Berg [said] {the ferry is unsafe and too old for the crossing}.", "Kern [disputed] {that the ferry was unsafe for any crossing}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [called] {the claim “baseless”}.")]
    [InlineData("Berg [warned] {the ferry is unsafe}.", "{“That is simply not true,”} Kern [said].")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "{“No, it was never safer,”} Kern [replied].")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [dismissed] {that as a joke}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [took issue with] {that account}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [does not accept] {that claim}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [says] {it does no such thing}.")]
    [InlineData("Berg [warned] {Kern had lied}.", "Kern [said] {he did not}.")]
    [InlineData("Berg [wrote] {Kern signed the letter}.", "{“I never said that.”} Kern [said].")]
    [InlineData("Berg [warned] {the ferry is unsafe}.", "{“There is no truth in that at all,”} Kern [said].")]
    [InlineData("Berg [said] {talks with a bank took place}.", "Kern [denied] {that any such talks took place}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [contradicted] {her}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [disagrees with] {her}.")]
    [InlineData("Berg [said] {the letter passed through Kern’s hands}.", "Kern [has denied] {ever seeing it}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "The sailors [rejected] {that claim}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [called] {it the fantasy of a landlubber}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [told] {a rather different story}.")]
    [InlineData("Berg [said] {she had answered}.", "Kern [shrugged]: {“With respect, you haven’t.”}")]
    public void Who_denies_what_was_said_right_before_answers_it(string claim, string denial)
    {
        _story.Add("first", claim, denial);

        _story.AssertPairs((claim, denial, true));
    }

    [Theory]
    [InlineData("Berg [asked] {whether the ferry is safe}.", "Kern [replied] {that it is}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "{“Ask the crew,”} Kern [shot back].")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [countered] {if she knew better she would sail it herself}.")]
    [InlineData("Berg [called] {Kern a pirate}.", "Kern [responded] {to that criticism of his by calling her a landlubber}.")]
    public void Who_replies_to_what_was_said_right_before_answers_it(string claim, string reply)
    {
        _story.Add("first", claim, reply);

        _story.AssertPairs((claim, reply, false));
    }

    [Theory]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [backed] {her version}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [confirmed] {as much}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [stood by] {that account}.")]
    public void Who_takes_the_side_of_whoever_spoke_answers_without_denying(string claim, string reply)
    {
        _story.Add("first", claim, reply);

        _story.AssertPairs((claim, reply, false));
    }

    [Fact]
    public void What_whoever_denies_says_beside_it_in_the_same_paragraph_denies_the_same_claim()
    {
        const string claim = "Berg [warned] {the ferry is unsafe}.", denial = "Kern [denied] {that}.", more = "Kern [argued] {the hull was new}.";
        _story.Add("first", claim, denial, more, "Lund [said] {the weather was fine}.");

        _story.AssertPairs((claim, denial, true), (claim, more, true));
    }

    [Fact]
    public void A_denial_of_a_claim_that_is_told_after_it_in_the_same_sentence_answers_it()
    {
        const string sentence = "Kern [denied] {giving a promise} after {the ferry “will be sold”}, Berg claimed.";
        _story.Story.Add(
            "first",
            MarkedStory.Plain(sentence),
            "2019-03-05",
            new Said("giving a promise", MarkedStory.Cast["Kern"]) { Cue = "denied", Kind = QuotationKind.Paraphrase },
            new Said("the ferry “will be sold”", MarkedStory.Cast["Berg"]) { Cue = "claimed", Kind = QuotationKind.Partly });

        var pair = Assert.Single(_story.Pairs.Pairs);
        Assert.Equal(("the ferry “will be sold”", "giving a promise", true), (pair.Claim.Passage.Quotation!.Text, pair.Answer.Passage.Quotation!.Text, pair.Denies));
    }

    [Fact]
    public void A_claim_that_is_challenged_is_what_was_claimed_and_not_what_was_said_last()
    {
        const string claim = "Berg [insisted] {the ferry is safe}.", denial = "The sailors [challenged] {that claim}.";
        _story.Add("first", claim, "Berg [said] {she would sail}.", denial);

        _story.AssertPairs((claim, denial, true));
    }

    [Theory]
    [InlineData("dismissed", "an allegation", "Kern", "as “fantasy”")]
    [InlineData("rejected", "which", "Kern", "as a slur")]
    public void A_denial_of_what_the_same_sentence_tells_may_stand_in_apposition(string cue, string what, string who, string rest)
    {
        var sentence = $"Berg accused her of hiding the damage, {what} {who} {cue} {rest}.";
        _story.Story.Add(
            "first",
            $"Lund said the weather was fine.\n{sentence}",
            "2019-03-05",
            new Said("the weather was fine", MarkedStory.Cast["Lund"]) { Cue = "said", Kind = QuotationKind.Paraphrase },
            new Said("her of hiding the damage", MarkedStory.Cast["Berg"]) { Cue = "accused", Kind = QuotationKind.Paraphrase },
            new Said($"{what} {who} {cue} {rest}", MarkedStory.Cast[who]) { Cue = cue, Kind = QuotationKind.Paraphrase });

        var pair = Assert.Single(_story.Pairs.Pairs);
        Assert.Equal(("her of hiding the damage", true), (pair.Claim.Passage.Quotation!.Text, pair.Denies));
    }

    [Fact]
    public void A_question_is_answered_and_not_denied()
    {
        const string question = "Berg [asked] {whether Kern had lied}.", answer = "Kern [said] {he did not}.";
        _story.Add("first", question, answer);

        _story.AssertPairs((question, answer, false));
    }

    [Fact]
    public void A_government_that_is_accused_and_accuses_in_turn_answers_under_any_of_its_names()
    {
        const string claim = "Washington [accuses] {Moscow of breaking the accord}.", answer = "Russia [accused] {the United States of breaking it first}.";
        _story.Add("first", claim, answer);

        _story.AssertPairs((claim, answer, false));
    }

    [Fact]
    public void Whose_claim_is_denied_is_found_further_up()
    {
        const string claim = "Berg [said] {the ferry is unsafe}.", denial = "Kern [rejected] {Berg’s claim}.";
        _story.Add("first", claim, "Lund [said] {the weather was fine}.", "It was a long day.", denial);

        _story.AssertPairs((claim, denial, true));
    }

    [Theory]
    [InlineData("Kern [did not dispute] {that}.")]
    [InlineData("Kern [refused to deny] {that the ferry is unsafe}.")]
    [InlineData("Kern [contradicted] {the laws of the sea}.")]
    [InlineData("Kern [took] {a different view}.")]
    [InlineData("The ferryman [denied] {ever seeing it}.")]
    [InlineData("{“With respect, we sail tomorrow,”} Kern [said].")]
    [InlineData("Kern [would reject] {that idea}.")]
    [InlineData("Kern [is pushing friends to reject] {the ferry deal}.")]
    [InlineData("Kern [was dismissed] {that very day}.")]
    [InlineData("Kern [dismissed] {two sailors}.")]
    [InlineData("Kern [rejected] {Lund’s claim}.")]
    [InlineData("Kern [is disavowing] {remarks made by a cook who said gulls are pirates}.")]
    [InlineData("{“There is no daylight between us,”} Kern [said].")]
    [InlineData("{“No ferry sinks in May,”} Kern [said].")]
    [InlineData("Kern [said] {in a false voice that he sang}.")]
    [InlineData("Kern [answered] {her door}.")]
    [InlineData("Kern [did not respond] {to requests for comment}.")]
    [InlineData("Berg [denied] {that}.")]
    [InlineData("The candidate [denied] {that}.")]
    [InlineData("Kern [denied] {making any such offer}.")]
    [InlineData("Kern [rejected] {Berg’s offer}.")]
    [InlineData("Kern [agrees] {“his ideas of safety are different”}.")]
    [InlineData("The harbour has been called the safest of all harbours between here and the northern cape for many a year, although Kern [disputes] {this}.")]
    [InlineData("{“No. We are not for sale,”} Kern [told] a reporter.")]
    [InlineData("55 percent of all voters [say] {she does not}.")]
    public void What_only_looks_like_an_answer_is_none(string statement)
    {
        _story.Add("first", "Berg [said] {the ferry is unsafe}.", statement);

        _story.AssertPairs();
    }

    [Fact]
    public void What_somebody_thought_is_not_replied_to()
    {
        _story.Add("first", "Berg [believed] {the ferry to be unsafe}.", "{“Good morning,”} Kern [replied].");

        _story.AssertPairs();
    }

    [Fact]
    public void A_denial_in_another_article_that_repeats_the_claim_answers_it_and_one_that_shares_a_few_words_does_not()
    {
        const string claim = "Berg [said] {the mayor took bribes from harbour builders in March}.";
        const string denial = "Kern [rejected] {the claim that he took bribes from harbour builders}.";
        _story.Add("first", claim);
        _story.Add("second", "Lund [rejected] {the idea that harbour builders of the north would ever sell cheap bread to hungry gulls in March}.");
        _story.Add("third", denial);

        _story.AssertPairs((claim, denial, true));
    }

    [Fact]
    public void Pairs_are_found_by_either_side()
    {
        _story.Add("first", "Berg [said] {Kern took bribes}.", "Kern [denied] {that}.");
        var pairs = _story.Pairs;
        var pair = Assert.Single(pairs.Pairs);

        Assert.Same(pair, Assert.Single(pairs.ClaimsOf(pair.Answer.Passage.Id)));
        Assert.Same(pair, Assert.Single(pairs.AnswersTo(pair.Claim.Passage.Id)));
        Assert.Empty(pairs.ClaimsOf(pair.Claim.Passage.Id));
        Assert.Empty(pairs.AnswersTo(pair.Answer.Passage.Id));
    }
}
