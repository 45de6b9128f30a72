using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>Where one statement ends and the next begins, and what is none.</summary>
public class StatementTests
{
    [Theory]
    [InlineData("Keller said the mill was full.\n\n“Nobody had room for more grain.”", "Keller | said | the mill was full", "Keller | - | “Nobody had room for more grain.”")]
    [InlineData("It was in the spring, she recalled, that the mill burned. “Nobody told us.”", "she | recalled | It was in the spring ¦ that the mill burned", "she | - | “Nobody told us.”")]
    [InlineData("“The mill burned,” she recalled. “Nobody told us.”", "she | recalled | “The mill burned,” ¦ “Nobody told us.”")]
    [InlineData("She said it “burned.” “Nobody told us.”", "She | said | it “burned.” ¦ “Nobody told us.”")]
    public void A_paraphrase_and_what_follows_word_for_word_are_two(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("I ask when she first knew.\n\n“There was a man called Ferris, who had a dog.”", "I | ask | when she first knew", "she | - | “There was a man called Ferris, who had a dog.”")]
    [InlineData("Keller asked when the mill opened.\n\n“There was a man called Ferris, who had a dog.”", "Keller | asked | when the mill opened")]
    public void An_answer_is_not_the_askers(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("“I never wanted it,” Keller says.\n\nOn the lid: “A paper wrote that I did, and it was wrong.”", "Keller | says | “I never wanted it,”", "Keller | - | “A paper wrote that I did, and it was wrong.”")]
    public void A_topic_goes_on_with_whoever_spoke_above(string text, params string[] expected) => Assert.Equal(expected, Extraction.Lines(text));

    [Theory]
    [InlineData("Ada Moreau pours the tea.\n\nOn the price: “It went up twice in a year.” Peter Novak said no.\n\nOn Peter Novak: “I hired him once.” (He laughed. “She did,” he said.)", "Ada Moreau|Peter Novak|Ada Moreau|Peter Novak")]
    [InlineData("Ada Moreau spoke first.\n\nOn taxes: “We will raise them.” (Moreau)\n\nOn health: “We will cut them.” (Nils Dahl, Conservatives)", "-|-")]
    public void A_talk_told_by_its_topics_is_of_the_one_it_is_about(string text, string speakers) =>
        Assert.Equal(speakers, string.Join('|', Extraction.QuotationsIn(text).Select(quotation => quotation.SpeakerName ?? "-")));

    [Theory]
    [InlineData("A sale was possible, she indicated, although two owners, who asked not to be named, said there was no need of one.", "she | indicated | A sale was possible")]
    [InlineData("She said he had found the letter and had read it twice.", "She | said | he had found the letter and had read it twice")]
    [InlineData("The chairman has published the minutes, in what one rival called “the first honest page”.", "The chairman | has published | the minutes", "one rival | called | “the first honest page”")]
    public void The_next_statement_is_no_part_of_the_first(string text, params string[] expected)
    {
        var lines = Extraction.Lines(text);
        Assert.All(expected, line => Assert.Contains(line, lines));
    }

    [Theory]
    [InlineData("She did not dispute it.")]
    [InlineData("He did not answer questions on the way in.")]
    [InlineData("Ada Keller will not say which.")]
    [InlineData("She considers it for a long time.")]
    [InlineData("Keller left when told of the prediction.")]
    [InlineData("He was worried and tells him so.")]
    [InlineData("Outside the court Ada Keller said little.")]
    [InlineData("Ada Keller told reporters nothing.")]
    public void What_claims_nothing_is_no_statement(string text) => Assert.Empty(Extraction.Lines(text));

    /// <summary>Of two statements side by side, as something found them: the first without the next one's subject, and complete where it breaks off.</summary>
    [Theory]
    [InlineData("She noted that it “could be theirs.” Still, she", " said it was old.", "that it “could be theirs.”")]
    [InlineData("She noted that it was looted and then", ", decades later, stolen again.", "that it was looted and then, decades later, stolen again")]
    [InlineData("She noted that it was sold and others", " said it was old.", "that it was sold")]
    public void Neighbours_keep_their_words(string first, string rest, string expected)
    {
        var reading = new Reading(new ArticleText(first + rest));
        var cues = CueFinder.Find(reading).Where(cue => cue.Use is CueUse.Finite).ToList();
        var (_, end) = reading.Text.TokensOf(new BriefingBot.Quotes.Articles.TextSpan(0, first.Length));
        var found = cues.Select((cue, i) => new Attribution
        {
            Cue = cue,
            Frame = Frame.That,
            Contents = [i == 0 ? new TokenRun(cue.Group.End, end) : new TokenRun(cue.Group.End, reading.Count - 1)],
            Mention = new TokenRun(0, 1),
            Rule = MentionRule.Subject,
            Score = 1,
        }).Take(rest[0] == ',' ? 1 : 2).ToList();
        var mended = NeighbourEdges.Mended(reading, found);
        Assert.Equal(expected, reading.Span(mended[0].Contents[0]).Of(reading.Text.Text));
    }
}
