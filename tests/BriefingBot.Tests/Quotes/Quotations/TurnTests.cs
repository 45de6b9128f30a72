using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>Speech set out as turns: the text, then a line a quotation, <c>mention | cue | contents</c>.</summary>
public class TurnTests
{
    [Fact]
    public void Initials_before_a_turn_are_whoever_had_them_for_the_first()
    {
        const string Text = "The mill has stood for a hundred years.\n\nPeter Novak: Where were you when you heard of it?\n\nAda Keller: At home, with the cat on my knees.\n\nPN: And what did you do then?\n\nAK: I fed the cat.\n\nPN: And then?\n\nAK: I went out.";
        Assert.Equal("Peter Novak|Ada Keller|Peter Novak|Ada Keller|Peter Novak|Ada Keller", string.Join('|', Extraction.QuotationsIn(Text).Select(turn => turn.SpeakerName)));
    }

    [Theory]
    [InlineData(
        "The council met.\n\nMOREAU: I never said he lied. He told me so himself. We'll see.\n\nBECK: You did.",
        "MOREAU | - | I never said he lied. He told me so himself. We'll see.", "BECK | - | You did.")]
    [InlineData(
        "The council met.\n\nREP. ADA MOREAU (G-Vale): I never said he lied.\n\nMOREAU: He claims it.",
        "REP. ADA MOREAU (G-Vale) | - | I never said he lied.", "MOREAU | - | He claims it.")]
    [InlineData("Ada Moreau keeps bees.\n\nQ: Do they sting?\n\nA: They said no. I believe them.", "Q | - | Do they sting?", "A | - | They said no. I believe them.")]
    [InlineData("Revenue rose.\n\nQ: the quick ratio", new string[0])]
    [InlineData("They met.\n\nNOTE: The first sentence has been corrected.", new string[0])]
    public void A_label_with_a_colon_owns_its_paragraph(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Fact]
    public void A_turn_in_marks_runs_over_every_paragraph_that_opens_them_again() => Assert.Equal(
        ["BECK | - | Let us begin. Who paid?", "MOREAU | - | Well, nobody said so.\n\n\"The mill paid. It always claims it did.\n\n\"And that is all."],
        Extraction.Lines("A partial transcript:\n\n\"BECK: Let us begin. Who paid?\n\n\"MOREAU: Well, nobody said so.\n\n\"The mill paid. It always claims it did.\n\n\"And that is all.\""));

    [Fact]
    public void A_name_alone_on_its_line_owns_the_paragraphs_below() => Assert.Equal(
        [
            "Operator | - | Welcome to the call.",
            "Ada Moreau | - | Thank you. Sales fell.\n\nI said they would.",
            "Jan Beck | - | Who told you?",
            "Ada Moreau | - | The mill did.",
            "Operator | - | That was all.",
        ],
        Extraction.Lines("The call in full\n\nOperator\n\nWelcome to the call.\n\nAda Moreau -- Chief Executive\n\nThank you. Sales fell.\n\nI said they would.\n\n"
            + "Jan Beck -- Vale Bank -- Analyst\n\nWho told you?\n\nAda Moreau -- Chief Executive\n\nThe mill did.\n\nOperator\n\nThat was all.\n\nShares were flat."));

    [Fact]
    public void A_turn_of_a_transcript_goes_on_up_to_the_next_label() => Assert.Equal(
        ["PRYCE | - | I was there.\n\nIt was late. Nobody told me anything.", "FENN | - | You saw it?", "PRYCE | - | Yes."],
        Extraction.Lines("A vigil.\n\nPRYCE: I was there.\n\nIt was late. Nobody told me anything.\n\nFENN: You saw it?\n\n[Laughter]\n\nPRYCE: Yes.\n\nThe inquiry goes on."));

    [Fact]
    public void Prose_between_the_turns_of_an_interview_is_the_article_s_own() => Assert.Equal(
        ["Q | - | Is it far?", "A | - | Not far.", "Moreau | said | “Never ask a miller,”", "Q | - | Why?", "A | - | He lies."],
        Extraction.Lines("Ada Moreau keeps bees.\n\nQ: Is it far?\n\nA: Not far.\n\nThe mill came into view. “Never ask a miller,” Moreau said.\n\nQ: Why?\n\nA: He lies."));

    [Fact]
    public void A_turn_is_word_for_word_though_no_marks_stand_around_it()
    {
        var quotation = Extraction.QuotationsIn("The council met.\n\nMOREAU: I never said “he lied.” He did.\n\nBECK: You did.")[0];
        Assert.True(quotation.IsTurn);
        Assert.Contains("word for word", quotation.Why, StringComparison.Ordinal);
        Assert.False(Extraction.QuotationsIn("Ada Moreau said he lied.")[0].IsTurn);
    }

    [Theory]
    [InlineData("FENN: I was there.\n\nO'NEILL-MCKAY: You?\n\nFENN: Yes.", "Fenn|O'Neill-McKay|Fenn")]
    [InlineData("ADA FENN III: I was there.\n\nBECK: You?\n\nADA FENN III: Yes.", "Ada Fenn III|Beck|Ada Fenn III")]
    [InlineData("FENN: I was there.\n\nNATO: No.\n\nFENN: Yes. Ada Fenn left.", "Ada Fenn|NATO|Ada Fenn")]
    [InlineData("ADA FENN: I was there.\n\nEVA VAN DER BERG: You?\n\nFENN: Yes.", "Ada Fenn|Eva van der Berg|Ada Fenn")]
    public void A_speaker_s_name_in_capitals_is_shown_as_prose_has_it(string talk, string speakers) =>
        Assert.Equal(speakers, string.Join('|', Extraction.QuotationsIn("A vigil was held.\n\n" + talk).Select(quotation => quotation.SpeakerName)));

    [Fact]
    public void A_surname_in_capitals_is_a_person_s() => Assert.Equal(
        (SpeakerType.Person, "FENN"),
        Assert.Single(new QuotationFinder().Analyze("A vigil.\n\nFENN: I was there.\n\nBECK: You?\n\nFENN: Yes.").Cast, speaker => speaker.Name == "Fenn") is var fenn
            ? (fenn.Type, Assert.Single(fenn.OtherNames)) : default);

    [Fact]
    public void Headings_are_nobody_s_turns() =>
        Assert.Empty(Extraction.Lines("The vale\n\nThe Mill\n\nIt is near the river.\n\nThe Inn\n\nIt was built late.\n\nThe Mill\n\nIt burned down."));

    [Fact]
    public void The_answers_of_an_interview_are_those_of_whom_it_introduces()
    {
        const string Text = "Ada Moreau keeps bees, and Jan Beck buys her honey.\n\nMoreau lives in a mill. She asked us in.\n\nQ: Do they sting?\n\nA: No.";
        Assert.Equal([null, "Ada Moreau"], new QuotationFinder().Analyze(Text).Quotations.TakeLast(2).Select(quotation => quotation.SpeakerName));
    }
}
