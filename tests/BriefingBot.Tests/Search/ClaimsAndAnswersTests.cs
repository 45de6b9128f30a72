using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Tests.Search;

/// <summary>Which statement is taken for an answer to which other one. A line is a sentence; what is said stands in braces, its cue in brackets.</summary>
public sealed class ClaimsAndAnswersTests : IDisposable
{
    private static readonly Dictionary<string, Speaker> Cast = new(StringComparer.Ordinal)
    {
        ["Berg"] = Said.Person("Anna Berg"),
        ["Kern"] = Said.Person("Otto Kern"),
        ["Lund"] = Said.Person("Ida Lund"),
        ["Moscow"] = Said.Place("Moscow"),
        ["Russia"] = Said.Place("Russia"),
        ["Washington"] = Said.Place("Washington"),
    };

    private readonly TemporaryStory _story = new();

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
    public void Who_denies_what_was_said_right_before_answers_it(string claim, string denial)
    {
        Add("first", claim, denial);

        AssertPairs((claim, denial, true));
    }

    [Theory]
    [InlineData("Berg [asked] {whether the ferry is safe}.", "Kern [replied] {that it is}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "{“Ask the crew,”} Kern [shot back].")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [countered] {if she knew better she would sail it herself}.")]
    [InlineData("Berg [called] {Kern a pirate}.", "Kern [responded] {to that criticism of his by calling her a landlubber}.")]
    public void Who_replies_to_what_was_said_right_before_answers_it(string claim, string reply)
    {
        Add("first", claim, reply);

        AssertPairs((claim, reply, false));
    }

    [Theory]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [backed] {her version}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [confirmed] {as much}.")]
    [InlineData("Berg [said] {the ferry is unsafe}.", "Kern [stood by] {that account}.")]
    public void Who_takes_the_side_of_whoever_spoke_answers_without_denying(string claim, string reply)
    {
        Add("first", claim, reply);

        AssertPairs((claim, reply, false));
    }

    [Fact]
    public void What_whoever_denies_says_beside_it_in_the_same_paragraph_denies_the_same_claim()
    {
        const string claim = "Berg [warned] {the ferry is unsafe}.", denial = "Kern [denied] {that}.", more = "Kern [argued] {the hull was new}.";
        Add("first", claim, denial, more, "Lund [said] {the weather was fine}.");

        AssertPairs((claim, denial, true), (claim, more, true));
    }

    [Fact]
    public void A_denial_of_a_claim_that_is_told_after_it_in_the_same_sentence_answers_it()
    {
        const string sentence = "Kern [denied] {giving a promise} after {the ferry “will be sold”}, Berg claimed.";
        _story.Add(
            "first",
            Plain(sentence),
            "2019-03-05",
            new Said("giving a promise", Cast["Kern"]) { Cue = "denied", Kind = QuotationKind.Paraphrase },
            new Said("the ferry “will be sold”", Cast["Berg"]) { Cue = "claimed", Kind = QuotationKind.Partly });

        var pair = Assert.Single(Pairs().Pairs);
        Assert.Equal(("the ferry “will be sold”", "giving a promise", true), (pair.Claim.Passage.Quotation!.Text, pair.Answer.Passage.Quotation!.Text, pair.Denies));
    }

    [Fact]
    public void A_question_is_answered_and_not_denied()
    {
        const string question = "Berg [asked] {whether Kern had lied}.", answer = "Kern [said] {he did not}.";
        Add("first", question, answer);

        AssertPairs((question, answer, false));
    }

    [Fact]
    public void A_government_that_is_accused_and_accuses_in_turn_answers_under_any_of_its_names()
    {
        const string claim = "Washington [accuses] {Moscow of breaking the accord}.", answer = "Russia [accused] {the United States of breaking it first}.";
        Add("first", claim, answer);

        AssertPairs((claim, answer, false));
    }

    [Fact]
    public void Whose_claim_is_denied_is_found_further_up()
    {
        const string claim = "Berg [said] {the ferry is unsafe}.", denial = "Kern [rejected] {Berg’s claim}.";
        Add("first", claim, "Lund [said] {the weather was fine}.", "It was a long day.", denial);

        AssertPairs((claim, denial, true));
    }

    [Theory]
    [InlineData("Kern [did not dispute] {that}.")]
    [InlineData("Kern [refused to deny] {that the ferry is unsafe}.")]
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
    [InlineData("Kern would neither confirm nor [deny] {that}.")]
    [InlineData("Kern [denied] {making any such offer}.")]
    [InlineData("Kern [rejected] {Berg’s offer}.")]
    [InlineData("Kern [agrees] {“his ideas of safety are different”}.")]
    [InlineData("The harbour has been called the safest of all harbours between here and the northern cape for many a year, although Kern [disputes] {this}.")]
    [InlineData("{“No. We are not for sale,”} Kern [told] a reporter.")]
    [InlineData("55 percent of all voters [say] {she does not}.")]
    public void What_only_looks_like_an_answer_is_none(string statement)
    {
        Add("first", "Berg [said] {the ferry is unsafe}.", statement);

        AssertPairs();
    }

    [Fact]
    public void What_somebody_thought_is_not_replied_to()
    {
        Add("first", "Berg [believed] {the ferry to be unsafe}.", "{“Good morning,”} Kern [replied].");

        AssertPairs();
    }

    [Fact]
    public void A_denial_in_another_article_that_repeats_the_claim_answers_it_and_one_that_shares_a_few_words_does_not()
    {
        const string claim = "Berg [said] {the mayor took bribes from harbour builders in March}.";
        const string denial = "Kern [rejected] {the claim that he took bribes from harbour builders}.";
        Add("first", claim);
        Add("second", "Lund [rejected] {the idea that harbour builders of the north would ever sell cheap bread to hungry gulls in March}.");
        Add("third", denial);

        AssertPairs((claim, denial, true));
    }

    [Fact]
    public void Pairs_are_found_by_either_side()
    {
        Add("first", "Berg [said] {Kern took bribes}.", "Kern [denied] {that}.");
        var pairs = Pairs();
        var pair = Assert.Single(pairs.Pairs);

        Assert.Same(pair, Assert.Single(pairs.ClaimsOf(pair.Answer.Passage.Id)));
        Assert.Same(pair, Assert.Single(pairs.AnswersTo(pair.Claim.Passage.Id)));
        Assert.Empty(pairs.ClaimsOf(pair.Claim.Passage.Id));
        Assert.Empty(pairs.AnswersTo(pair.Answer.Passage.Id));
    }

    private static string Plain(string marked) => string.Concat(marked.Where(c => c is not ('[' or ']' or '{' or '}')));

    private static string Between(string text, char open, char close) => text[(text.IndexOf(open, StringComparison.Ordinal) + 1)..text.IndexOf(close, StringComparison.Ordinal)];

    private ClaimsAndAnswers Pairs() => _story.Index.Pairs;

    private void AssertPairs(params (string Claim, string Answer, bool Denies)[] expected) => Assert.Equal(
        expected.Select(pair => (Plain(pair.Claim), Plain(pair.Answer), pair.Denies)),
        Pairs().Pairs.Select(pair => (pair.Claim.Passage.Text, pair.Answer.Passage.Text, pair.Denies)));

    private void Add(string id, params string[] sentences)
    {
        var said = sentences.Where(sentence => sentence.Contains('{', StringComparison.Ordinal)).Select(sentence =>
        {
            var speaker = Cast.Where(each => sentence.StartsWith(each.Key, StringComparison.Ordinal) || sentence.Contains($"}} {each.Key} [", StringComparison.Ordinal))
                .Select(each => each.Value).ToArray();
            var kind = sentence.Contains("{“", StringComparison.Ordinal) ? QuotationKind.Direct : QuotationKind.Paraphrase;
            return new Said(Between(sentence, '{', '}'), speaker)
            {
                Cue = Between(sentence, '[', ']'),
                Kind = kind,
                Mention = speaker.Length == 0 ? sentence[..sentence.IndexOf(" [", StringComparison.Ordinal)] : null,
            };
        }).ToArray();
        _story.Add(id, string.Join('\n', sentences.Select(Plain)), "2019-03-05", said);
    }
}
