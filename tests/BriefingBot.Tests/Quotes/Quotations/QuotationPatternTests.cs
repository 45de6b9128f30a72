namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>Each pattern on an invented example: the text, then <c>mention | cue | contents</c>.</summary>
public class QuotationPatternTests
{
    [Theory]
    [InlineData(
        "“The pitch was too wet to play,” said Marta Keller, the club's captain. “We will try again on Sunday.”",
        "Marta Keller | said | “The pitch was too wet to play,” ¦ “We will try again on Sunday.”")]
    [InlineData("“We lost,” Keller admitted, “but we learned.”", "Keller | admitted | “We lost,” ¦ “but we learned.”")]
    [InlineData("\"Nobody told us,\" said Tom Reed, a farmer.", "Tom Reed | said | \"Nobody told us,\"")]
    [InlineData("''Nobody told us,'' said Tom Reed, a farmer.", "Tom Reed | said | ''Nobody told us,''")]
    [InlineData("''He said, 'Never again,''' Reed recalled.", "Reed | recalled | ''He said, 'Never again,'''")]
    [InlineData("“This is fantastic!” beamed Rosa Diaz of Madrid.", "Rosa Diaz of Madrid | beamed | “This is fantastic!”")]
    [InlineData("“Sell now,” the analyst, Peter Grant, told investors. “Or never.”", "the analyst, Peter Grant | told | “Sell now,” ¦ “Or never.”")]
    [InlineData("“It rained,” Keller said on “The Late Match.” “It poured.”", "Keller | said | “It rained,” ¦ “It poured.”")]
    [InlineData("“It rained,” another fan, Ana Ruiz said.", "Ana Ruiz | said | “It rained,”")]
    public void Words_in_quotation_marks_belong_to_the_speaker_named_beside_them(string text, string expected) =>
        Assert.Equal([expected], Extraction.Lines(text));

    [Theory]
    [InlineData("Coach Brown tweeted: “What a night!”", "Coach Brown | tweeted | “What a night!”")]
    [InlineData("In his letter, Brandt warned of “a lost decade.”", "Brandt | warned | “a lost decade.”")]
    [InlineData("Brandt declared:\n\n“The decade is lost.”\n\nNobody listened.", "Brandt | declared | “The decade is lost.”")]
    [InlineData("Said Dora Pointer, who grew up nearby: “We were proud.”", "Dora Pointer | Said | “We were proud.”")]
    [InlineData("The club's coach, Ana Ruiz, took the stage: “No.”", "The club's coach, Ana Ruiz | - | “No.”")]
    [InlineData("Brandt was blunt: “It is over.”", "Brandt | - | “It is over.”")]
    [InlineData("KELLER: We lost the ball too often.", "KELLER | - | We lost the ball too often.")]
    [InlineData("“The best food in town.” ― Rosa Diaz", "Rosa Diaz | - | “The best food in town.”")]
    public void A_colon_a_verb_or_a_dash_can_tie_words_to_their_speaker(string text, string expected) =>
        Assert.Equal([expected], Extraction.Lines("The match is over.\n" + text));

    [Theory]
    [InlineData(
        "Lena Hofer, the chief executive of Alpina Foods, said the company would close two plants by June.",
        "Lena Hofer | said | the company would close two plants by June")]
    [InlineData("The league denied that it had known about the scheme.", "The league | denied | that it had known about the scheme")]
    [InlineData("The airline said in a statement on Tuesday that it had ordered 40 jets.", "The airline | said | that it had ordered 40 jets")]
    [InlineData("She also said, without evidence, that “they lied.”", "She | also said | that “they lied.”")]
    [InlineData("What Grant said was that the market “had lost its mind.”", "Grant | said | that the market “had lost its mind.”")]
    [InlineData("Brandt last week asked whether the bank was safe.", "Brandt | asked | whether the bank was safe")]
    [InlineData("The airline's claim that fuel had run out was false.", "The airline | claim | that fuel had run out was false")]
    [InlineData("Brandt refused to say how much it cost.", "Brandt | refused | to say how much it cost")]
    public void A_clause_is_what_was_said(string text, string expected) => Assert.Equal([expected], Extraction.Lines(text));

    [Theory]
    [InlineData("Prosecutors accused the bank of hiding its losses.", "Prosecutors | accused | the bank of hiding its losses")]
    [InlineData("The board rejected the claims.", "The board | rejected | the claims")]
    [InlineData("Allegations dismissed by the airline surfaced again.", "the airline | dismissed by | Allegations")]
    [InlineData("The union ordered its members to return to work.", "The union | ordered | its members to return to work")]
    [InlineData("The coach told his players to rest.", "The coach | told | to rest")]
    [InlineData("Ms. Dahl vowed to double the budget.", "Ms. Dahl | vowed | to double the budget")]
    [InlineData("The airline predicted more delays.", "The airline | predicted | more delays")]
    [InlineData("The union demanded her resignation as recently as March.", "The union | demanded | her resignation")]
    [InlineData("Brandt, who proposed the plan in 2009, was in tears.", "Brandt | proposed | the plan in 2009")]
    [InlineData("Brandt called the plan a “reckless gamble.”", "Brandt | called | the plan a “reckless gamble.”")]
    [InlineData("The striker, who had scored twice, described the referee as “blind.”", "The striker | described | the referee as “blind.”")]
    public void Accusations_denials_orders_and_calls_are_statements(string text, string expected) =>
        Assert.Equal([expected], Extraction.Lines(text));

    [Theory]
    [InlineData(
        "According to a report by the central bank, inflation will fall next year.",
        "a report | According to | inflation will fall next year")]
    [InlineData(
        "Inflation will fall next year, according to Anna Brandt, an economist.",
        "Anna Brandt | according to | Inflation will fall next year")]
    [InlineData("Sales were great, according to the Farmers' Union, which knows.", "the Farmers' Union | according to | Sales were great")]
    [InlineData("Sales were great, the farmers’ leader said.", "the farmers’ leader | said | Sales were great")]
    [InlineData("Sales were great, Ms. Okafor said.", "Ms. Okafor | said | Sales were great")]
    [InlineData("The plan, Ms. Okafor said, “is dead.”", "Ms. Okafor | said | The plan ¦ “is dead.”")]
    [InlineData("But, Ms. Okafor added, nobody had been hurt.", "Ms. Okafor | added | nobody had been hurt")]
    public void The_source_can_follow_or_interrupt_a_paraphrase(string text, string expected) =>
        Assert.Equal([expected], Extraction.Lines(text));

    [Theory]
    [InlineData(
        "Anna Keller met the director Ozgur Brandt.\n\nKeller: Yes. It starts on Monday.\n\nBrandt: And it will hurt.",
        "Keller | - | Yes. It starts on Monday.", "Brandt | - | And it will hurt.")]
    [InlineData("They met.\n\nAnna Keller: Yes.\n\nPeter Brandt: No.", "Anna Keller | - | Yes.", "Peter Brandt | - | No.")]
    [InlineData("Anna Keller leads Alpina.\n\nKeller: a portrait.\n\nThe firm is old.")]
    [InlineData("The firm met its goals.\n\nRevenue: 3 million.\n\nProfit: 2 million.\n\nBern: 40 jobs.")]
    public void People_who_take_turns_are_quoted(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("Asked by a reporter whether it was safe, Anna Keller hesitated.", "a reporter | Asked | whether it was safe")]
    [InlineData("Asked about the fee, Anna Keller hesitated.", "- | Asked | the fee")]
    public void A_circumstance_is_not_what_the_sentence_says(string text, params string[] expected) =>
        Assert.Equal(expected, Extraction.Lines(text));

    [Fact]
    public void A_question_told_first_ends_where_the_answer_begins()
    {
        Assert.Equal(
            ["- | Asked | if he bore a grudge", "Brandt | quoted | his father: “Never wrestle with a pig.”"],
            Extraction.Lines("Asked if he bore a grudge, Brandt quoted his father: “Never wrestle with a pig.”"));
    }

    [Fact]
    public void A_participle_shares_the_speaker_of_its_sentence()
    {
        Assert.Equal(
            ["Paul Weber | Claiming | that the vote was unfair", "Paul Weber | told | that he would appeal"],
            Extraction.Lines("Claiming that the vote was unfair, Paul Weber told reporters in Bern that he would appeal."));
        Assert.Equal(
            ["Ms. Dahl | said | “Fine,”", "Ms. Dahl | adding | that the season was “a marathon.”"],
            Extraction.Lines("“Fine,” Ms. Dahl said, adding that the season was “a marathon.”"));
        Assert.Equal(
            ["Ms. Dahl | vowed | to double the budget", "Ms. Dahl | criticized | her rivals for their silence"],
            Extraction.Lines("Ms. Dahl vowed to double the budget and criticized her rivals for their silence."));
    }

    [Fact]
    public void A_participle_can_bring_a_speaker_of_its_own() =>
        Assert.Equal(["Weber | insisting | that talks go on"], Extraction.Lines("The two sides traded blame, with Weber insisting that talks go on."));

    [Theory]
    [InlineData("The claim, in which he called the deal “a fire sale”, is therefore wrong.", "he | called | the deal “a fire sale”")]
    [InlineData("The letter, which called it “a fire sale”, has been lost.", "The letter | called | it “a fire sale”")]
    [InlineData("Keller said the mill, known as “the Owl”, is old.", "Keller | said | the mill, known as “the Owl”, is old")]
    public void A_content_ends_with_its_marks_where_the_outer_sentence_goes_on(string text, string expected) => Assert.Equal([expected], Extraction.Lines(text));

    [Fact]
    public void A_relative_clause_can_hold_a_judgement_of_its_own()
    {
        Assert.Equal(["Weber | called | a “gift to the rich,”"], Extraction.Lines("The accord, which Weber called a “gift to the rich,” passed on Friday."));
        Assert.Equal(
            ["Weber | said | that the accord was safe", "he | called | a “gift.”"],
            Extraction.Lines("Weber said that the accord was safe, which he called a “gift.”"));
    }

    [Fact]
    public void A_question_does_not_swallow_its_answer() =>
        Assert.Contains("Mr. Weber | said | “No.”", Extraction.Lines("Asked whether he would resign, Mr. Weber said: “No.”"));

    [Theory]
    [InlineData("He wore a “Best Dad” cap.")]
    [InlineData("She read “War and Peace” on the train.")]
    [InlineData("The so-called “wave” never came to the “Old Mill” inn.")]
    [InlineData("The report lay on the table while the statement was printed.")]
    public void Scare_quotes_and_titles_are_nobodys_words(string text) => Assert.Empty(Extraction.Lines(text));

    [Fact]
    public void The_outermost_statement_holds_what_is_reported_within_it() =>
        Assert.Equal(["Brandt | said | that Weber denied the charges"], Extraction.Lines("Brandt said that Weber denied the charges."));

    [Fact]
    public void A_new_speakers_words_are_not_added_to_the_one_before() =>
        Assert.Equal(
            ["Brandt | said | “Prices rose,”", "Lopez | said | “They fell,”"],
            Extraction.Lines("“Prices rose,” Brandt said. “They fell,” Lopez said."));

    [Fact]
    public void A_quotation_of_several_paragraphs_is_one()
    {
        var text = "Keller was blunt.\n\n“We lost,” Keller said. “We lost badly.\n\n“And we will lose again.\n\n“Until we learn.”\n\nThe season ends in May.";

        var quotation = Assert.Single(Extraction.QuotationsIn(text));

        Assert.Equal("“We lost,” ¦ “We lost badly.\n\n“And we will lose again.\n\n“Until we learn.”", Extraction.Words(text, quotation));
    }

    [Fact]
    public void Words_that_lead_up_over_paragraphs_to_their_speaker_are_one_quotation()
    {
        var text = "“We lost badly.\n\n“And we will lose again,” Keller said.";

        var quotation = Assert.Single(Extraction.QuotationsIn(text));

        Assert.Equal("“We lost badly.\n\n“And we will lose again,”", Extraction.Words(text, quotation));
    }
}
