using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>How papers and magazines set out an interview: who asks, who answers.</summary>
public class InterviewLayoutTests
{
    private const string Head = "By Ines Calloway\n\nThaddeus Moreau had not given an interview since the mill burned. He receives me in a former creamery.\n\n";

    [Theory]
    [InlineData("IC:", "TM:")]
    [InlineData("I.C.:", "T.M.:")]
    [InlineData("Ines:", "Thaddeus:")]
    [InlineData("Calloway:", "Moreau:")]
    [InlineData("Q:", "A:")]
    [InlineData("Q.", "A.")]
    [InlineData("Me:", "Moreau:")]
    [InlineData("Interviewer:", "Moreau:")]
    public void Labels_are_whoever_bears_them(string asks, string answers)
    {
        var text = Head + $"{asks} Where were you when you heard of it?\n\n{answers} Up a ladder. She said it was gone.\n\n{asks} So you were paid twice.\n\n{answers} Not once.\n\n{asks} Who do you think lit it?\n\n{answers} I find I don’t care.";
        var turns = Extraction.QuotationsIn(text);

        Assert.Equal(["Ines Calloway", "Thaddeus Moreau", "Ines Calloway", "Thaddeus Moreau", "Ines Calloway", "Thaddeus Moreau"], turns.Select(turn => turn.SpeakerName));
        Assert.Equal(["Where were you when you heard of it?", "Up a ladder. She said it was gone.", "So you were paid twice.", "Not once.", "Who do you think lit it?", "I find I don’t care."], turns.Select(turn => Extraction.Words(text, turn)));
        Assert.All(turns, turn => Assert.True(turn.IsTurn));
    }

    [Theory]
    [InlineData("Interview by Ines Calloway")]
    [InlineData("Ines Calloway in Bern")]
    [InlineData("Live from the town hall with Ines Calloway")]
    [InlineData("By INES CALLOWAY")]
    public void A_line_at_the_head_tells_who_asks(string line) => Assert.Equal(
        ["Ines Calloway", "Thaddeus Moreau", "Ines Calloway", "Thaddeus Moreau"],
        Extraction.QuotationsIn(line + "\n\nThaddeus Moreau lives by the sea, and keeps a parrot there.\n\nQ: Did you light it?\n\nA: I did not.\n\nQ: Who did?\n\nA: Nobody I know.").Select(turn => turn.SpeakerName));

    [Fact]
    public void Without_labels_answers_stand_below_questions_to_you()
    {
        const string Text = Head + "Where were you when you heard of it?\n\nUp a ladder. My wife said it was gone.\n\nI went down.\n\nSo you were paid twice.\n\nNot once.\n\nDid you ask them?\n\nI did.\n\nWho do you think lit it?\n\nI find I don’t care.\n\nThe mill stood for a hundred years.";
        var turns = Extraction.QuotationsIn(Text).Where(quotation => quotation.IsTurn).ToArray();

        Assert.Equal(["Up a ladder. My wife said it was gone.\n\nI went down.", "Not once.", "I did.", "I find I don’t care."], turns.Select(turn => Extraction.Words(Text, turn)));
        Assert.All(turns, turn => Assert.Equal("Thaddeus Moreau", turn.SpeakerName));
        Assert.StartsWith("The layout of an interview gives the words, word for word: a question to “you” stands before them; ", turns[0].Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ada Moreau keeps bees.\n\nCan you vote by mail?\n\nYes, in Bern.\n\nDo you need a stamp?\n\nNo.\n\nWhere do you send it?\n\nTo the town hall.")]
    [InlineData("Ada Moreau keeps bees.\n\nMoreau: holds a rally in Bern.\n\nPeter Novak: at the fair from noon.\n\nJan Keller: no events.")]
    [InlineData("Ada Moreau keeps bees.\n\nMoreau: Honey, at the fair.\n\nNew Bern: none.\n\nOld Bern: none.")]
    [InlineData("Ada Moreau keeps bees.\n\nAda Moreau (Ohio): holds a rally in Bern.\n\nPeter Novak (Iowa): at the fair from noon.\n\nJan Keller (Utah): no events.")]
    [InlineData("The mill burned.\n\nA. Moreau was the owner, and he wept.\n\nNobody came to the mill.\n\nA. Novak was the clerk, and she left.")]
    public void Questions_and_lists_of_nobody_are_no_talk(string text) => Assert.DoesNotContain(Extraction.QuotationsIn(text), quotation => quotation.IsTurn);

    /// <summary>A caption says who is seen, and not who wrote.</summary>
    [Fact]
    public void A_caption_is_no_byline() => Assert.Null(Cast.Of(new ArticleText("Baker wins.\n\nAda Moreau at her shop in Bern\n\nAda Moreau won the prize on Monday. She sells rye.")).Author);
}
