namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>A parenthesis of the reporter's within a clause, and a clause before a verb that stands ahead of its subject.</summary>
public class InterruptedClauseTests
{
    [Theory]
    [InlineData("It was, the miller allowed, “and I have dined on it ever since.”", "the miller | allowed | It was ¦ “and I have dined on it ever since.”")]
    [InlineData("There were, she told the young engineer, “channels”.", "she | told | There were ¦ “channels”")]
    [InlineData("Bread, she noted, is free.", "she | noted | Bread ¦ is free")]
    [InlineData("“When will it open?” she asked.\n\nThis mill, she says, is different.", "she | asked | “When will it open?”", "she | says | This mill ¦ is different")]
    [InlineData("His father, he went on, would be grinding by night.", "he | went on | His father ¦ would be grinding by night")]
    [InlineData("She did not buy the mill, as she reminded the court, and she was four when it was built.",
        "she | reminded | She did not buy the mill ¦ and she was four when it was built")]
    [InlineData("While some workers could stay, she added, closing the mill would be “very hard.”", "she | added | While some workers could stay ¦ closing the mill would be “very hard.”")]
    [InlineData("He has been called a thief; neither word, he insists, does him justice.", "he | insists | neither word ¦ does him justice")]
    public void Both_parts_of_the_clause_are_said(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("The mill had saved her husband’s life, twice, pointed out the chairman, Mrs Ada Keller, 81.",
        "the chairman, Mrs Ada Keller | pointed out | The mill had saved her husband’s life, twice")]
    [InlineData("It could, replied the medical director.", "the medical director | replied | It could")]
    [InlineData("It proved, argued Jan Keller, that their client had hidden nothing.", "Jan Keller | argued | It proved ¦ that their client had hidden nothing")]
    [InlineData("Its own inquiry into the fire remained open, said Inspector Ada Beck, “at least until spring.”",
        "Inspector Ada Beck | said | Its own inquiry into the fire remained open ¦ “at least until spring.”")]
    [InlineData("(It isn't, says Ada Keller, who teaches law.)", "Ada Keller | says | It isn't")]
    [InlineData("He is a liar, believes the dealer.", "the dealer | believes | He is a liar")]
    public void A_clause_before_an_inverted_verb_is_said_by_who_stands_behind_it(string text, string expected) => Assert.Equal([expected], Extraction.Lines(text));

    [Theory]
    [InlineData("The miller, who spent ten years there, believes the dealer.", "The miller | believes | the dealer")]
    [InlineData("Keller, a miller, reported the theft.", "Keller | reported | the theft")]
    public void An_apposition_is_no_clause(string text, string expected) => Assert.Equal([expected], Extraction.Lines(text));
}
