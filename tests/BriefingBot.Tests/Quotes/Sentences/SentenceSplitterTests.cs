using BriefingBot.Quotes.Sentences;

namespace BriefingBot.Tests.Quotes.Sentences;

public class SentenceSplitterTests
{
    /// <summary>Each text with <c>|</c> where a sentence ends.</summary>
    [Theory]
    [InlineData("The ferry sailed. | It came back at dusk.")]
    [InlineData("Who pays? | Nobody knows! | That is all.")]
    [InlineData("Mr. Okafor met Gen. Ruiz and Sen. Lang on Monday. | They agreed.")]
    [InlineData("The U.S. ambassador left the U.S. on Jan. 5 with J. R. Hall. | The reason is unknown.")]
    [InlineData("He lives in the U.K. | She lives in Spain.")]
    [InlineData("Exports to the U.K. Government stopped.")]
    [InlineData("The vote was at 9 a.m. in Room No. 5. | No. | It was later.")]
    [InlineData("Talks began at 6 p.m. | The minister was late.")]
    [InlineData("Dana Reyes, Ph.D., joined Harbor Lines Inc. last year. | She left Harbor Lines Inc. | The firm sank.")]
    [InlineData("Prices rose 3.5 percent to $2.10. | In May they fell.")]
    [InlineData("See www.harbor.example.org or write to press.office@harbor.example. | Both work.")]
    [InlineData("“I will go.” | He left.")]
    [InlineData("“Will you go?” she asked. | “Never!” he said.")]
    [InlineData("“Will you go?” General Amara Ito asked. | “Perhaps.”")]
    [InlineData("“Will you go?” | The general did not answer.")]
    [InlineData("(The port is closed.) | Ships wait.")]
    [InlineData("\"It's over,\" he said. | \"We lost.\" | Nobody argued.")]
    [InlineData("‘It is over.’ ” | The hall was silent.")]
    [InlineData("We waited ... and waited. | Then it came.")]
    [InlineData("I never thought… | She stopped.")]
    [InlineData("We had hoped ... I mean, we all had.")]
    [InlineData("The bridge is old. | … But it holds.")]
    [InlineData("The bridge is old. | . . . But it holds.")]
    [InlineData("The report calls it “a failure [...]” (page 7).")]
    [InlineData("The treaty was signed.[12] | It lapsed in May.")]
    [InlineData("The strike ended on Friday.|The port opened again.")]
    [InlineData("The firm also runs Node.js servers and trader.example.org.")]
    [InlineData("SEN. LANG and REP. OSEI spoke. | Both lost.")]
    [InlineData("You and I. | Did they see Paul I. Moreau?")]
    [InlineData("iHarbor is new. | eFerry is older. | iHarbor leads.")]
    [InlineData("They left in 2019. | 2020 was quiet.")]
    [InlineData("10.07 | The hall is full. | Nobody sits.")]
    [InlineData("10:07am | “Rubbish!” shouts a man.")]
    [InlineData("3.40 pm – | The mayor rises.")]
    [InlineData("9:45 p.m. GMT: | Ada Moreau leaves.")]
    [InlineData("12.50 euros were paid.")]
    [InlineData("10.75 Percent is much.")]
    [InlineData("25.10 The date is wrong.")]
    [InlineData("At 10.07 The Herald came out.")]
    [InlineData("1. Close the port. | 2. Open the road. | 3. Tell nobody.")]
    [InlineData("1) Close the port | 2) Open the road")]
    [InlineData("港は閉鎖された。|船は待っている。")]
    public void Sentences_end_where_a_reader_ends_them(string marked)
    {
        var expected = marked.Split('|').Select(part => part.Trim()).ToArray();
        var text = marked.Replace("| ", "", StringComparison.Ordinal).Replace("|", "", StringComparison.Ordinal);

        Assert.Equal(expected, Texts(text));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\u0085")]
    [InlineData(" \t\n\u00A0\r\n\n")]
    public void A_headline_without_a_stop_is_a_sentence_of_its_own(string lineEnd)
    {
        var text = $"Port closes after storm{lineEnd}The port was closed on Monday. Ships wait outside.{lineEnd}";
        var sentences = SentenceSplitter.Split(text);

        Assert.Equal(["Port closes after storm", "The port was closed on Monday.", "Ships wait outside."], sentences.Select(s => s.Span.Of(text)));
        Assert.Equal([1, 2, 2], sentences.Select(s => s.Paragraph));
        Assert.Equal([1, 2, 3], sentences.Select(s => s.Ordinal));
    }

    [Fact]
    public void A_line_broken_off_before_a_small_letter_goes_on() => Assert.Equal(
        ["The port was closed after the\nstorm of Monday night."], Texts("The port was closed after the\nstorm of Monday night."));

    [Fact]
    public void A_blank_line_ends_a_sentence_also_before_a_small_letter() =>
        Assert.Equal(["The port was closed after the", "storm"], Texts("The port was closed after the\n\nstorm"));

    [Fact]
    public void Items_in_small_letters_stay_apart() => Assert.Equal(["bread", "salt and oil", "two lemons"], Texts("bread\nsalt and oil\ntwo lemons\n"));

    /// <summary>Wrapped by a program: lines break before capitals and after stops as well, and a paragraph is what stands between blank lines.</summary>
    [Fact]
    public void Wrapped_lines_are_read_as_one_paragraph()
    {
        const string Text =
            "The harbour of Port Elstow was closed on Monday night after a storm that Mayor\n" +
            "Amara Ito called the worst in forty years. Ships wait outside. They will sail\n" +
            "tomorrow, said the harbour office, unless the wind turns to the west again and\n" +
            "stays.\n" +
            "\n" +
            "Nobody was hurt.";
        var sentences = SentenceSplitter.Split(Text);

        Assert.Equal(4, sentences.Count);
        Assert.Equal([1, 1, 1, 2], sentences.Select(s => s.Paragraph));
        Assert.StartsWith("They will sail", sentences[2].Span.Of(Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00A0\u2028 ")]
    public void White_space_alone_holds_no_sentence(string text) => Assert.Empty(SentenceSplitter.Split(text));

    [Theory]
    [InlineData("\u200B")]
    [InlineData("...")]
    [InlineData("•")]
    [InlineData("1.")]
    [InlineData("\uD800")]
    public void Whatever_is_no_white_space_is_kept(string text) => Assert.Equal([text], Texts(text));

    [Fact]
    public void A_zero_width_space_after_a_stop_does_not_hide_it() =>
        Assert.Equal(["The port is closed.\u200B", "Ships wait."], Texts("The port is closed.\u200B Ships wait."));

    private static string[] Texts(string text) => [.. SentenceSplitter.Split(text).Select(sentence => sentence.Span.Of(text))];
}
