using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Tests.Search;

public sealed class UnattributedWordsTests : IDisposable
{
    private const string Text = """
        Ada Byron said that the loom would weave flowers.
        A leaflet with the line “hands off our harbour” lay on every seat of the loom hall.
        The harbour was full of herring by noon.
        """;

    private readonly TemporaryStory _story = new();

    public UnattributedWordsTests() => _story.Add("a", Text, "2019-03-04", new Said("that the loom would weave flowers", new Speaker("Ada Byron", SpeakerType.Person)));

    public void Dispose() => _story.Dispose();

    [Fact]
    public void Words_in_marks_that_nobody_was_found_for_answer_without_a_speaker()
    {
        var answer = Ask("off our harbour");

        Assert.True(answer.Found);
        Assert.Equal(1, answer.Total);
        var passage = Assert.Single(answer.Passages);
        Assert.Equal(("“hands off our harbour”", null, null), (passage.Quotation!.Text, passage.Quotation.Speaker, passage.Quotation.Mention));
        Assert.Equal((PassageMatch.Exact, 2, 0.0), (passage.Match, passage.Sentence, passage.Quotation.Confidence));
        Assert.Equal(Text.Split('\n')[1], passage.Text);
        Assert.Equal(passage.Text, _story.Index.Find(passage.Id)!.Text);
    }

    [Fact]
    public void They_are_no_answer_where_statements_are_counted_listed_or_asked_of_a_speaker()
    {
        Assert.False(_story.WhoSaid("off our harbour").Found);
        Assert.False(_story.Index.Search(new PassageQuery { Words = "off our harbour", WithUnattributed = true, Speaker = "Byron" }).Found);
        Assert.False(_story.Index.Search(new PassageQuery { Words = "off our harbour", WithUnattributed = true, Kind = QuotationKind.Partly }).Found);
        Assert.Equal(1, _story.Index.Story().Statements);
        Assert.Single(_story.Index.Statements(new PassageQuery { RefuseWeak = false, Take = 10 }));
    }

    [Fact]
    public void They_are_no_answer_to_words_that_stand_beside_them_only() => Assert.Equal("Ada Byron", Assert.Single(Ask("loom").Passages).Quotation!.Speaker);

    [Fact]
    public void A_statement_with_the_same_words_comes_first()
    {
        _story.Add("b", "“Hands off our harbour,” Mary Ward said.\n", "2019-03-05", new Said("“Hands off our harbour,”", new Speaker("Mary Ward", SpeakerType.Person)));

        Assert.Equal(["Mary Ward", null], Ask("hands off our harbour").Passages.Select(passage => passage.Quotation!.Speaker));
    }

    [Fact]
    public void A_statement_that_holds_the_word_asked_for_comes_before_a_title_with_it()
    {
        _story.Add("b", "Mary Ward said that for all she knew the old harbour at the end of the road would stay as it was.\n", "2019-03-05",
            new Said("that for all she knew the old harbour at the end of the road would stay as it was", new Speaker("Mary Ward", SpeakerType.Person)));

        Assert.Equal(["Mary Ward", null], Ask("harbour").Passages.Select(passage => passage.Quotation!.Speaker));
    }

    [Fact]
    public void The_phrase_asked_for_comes_before_a_statement_with_one_of_its_words()
    {
        _story.Add("b", "Mary Ward said my harbour is deep.\n", "2019-03-05", new Said("my harbour is deep", new Speaker("Mary Ward", SpeakerType.Person)));

        Assert.Null(Ask("hands off our harbour").Passages[0].Quotation!.Speaker);
        Assert.Null(Ask("off our harbour").Passages[0].Quotation!.Speaker);
    }

    [Fact]
    public void When_nothing_answers_the_sentence_that_holds_the_words_as_asked_comes_closest()
    {
        _story.Add("c", "Ada Byron said that the harbour would be full.\n", "2019-03-05", new Said("that the harbour would be full", new Speaker("Ada Byron", SpeakerType.Person)));

        var answer = Ask("full of herring by noon");

        Assert.False(answer.Found);
        Assert.Equal("The harbour was full of herring by noon.", answer.Closest[0].Text);
    }

    private PassageAnswer Ask(string words) => _story.Index.Search(new PassageQuery { Words = words, WithUnattributed = true });
}
