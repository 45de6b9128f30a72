using BriefingBot.Quotes.Quotations;
using BriefingBot.Search;

namespace BriefingBot.Tests.Search;

public sealed class WhoSaidTests : IDisposable
{
    private const string Talks = """
        In Brussels, Jens Stoltenberg called the treaty a “cornerstone for European security for decades.”
        “We will take our time, we will be measured,” he said of the alliance’s response.
        Moscow accused the United States that it wanted to abandon the pact so it can start a new arms race.
        Nobody else spoke about the weather in Vienna.
        """;

    private static readonly Speaker Stoltenberg = Said.Person("Jens Stoltenberg", "NATO Secretary-General");

    private readonly TemporaryStory _story = new();

    public WhoSaidTests() => _story.Add(
        "talks", Talks, "2019-03-04",
        new Said("a “cornerstone for European security for decades.”", Stoltenberg) { Mention = "Jens Stoltenberg" },
        new Said("“We will take our time, we will be measured,”", Stoltenberg) { Mention = "he", Kind = QuotationKind.Direct },
        new Said("that it wanted to abandon the pact so it can start a new arms race", Said.Place("Moscow")) { Kind = QuotationKind.Paraphrase });

    public void Dispose() => _story.Dispose();

    [Fact]
    public void A_single_word_that_occurs_is_answered_with_who_said_it()
    {
        var passage = Assert.Single(_story.WhoSaid("cornerstone").Passages);
        Assert.Equal("Jens Stoltenberg", passage.Quotation!.Speaker);
        Assert.Equal("NATO Secretary-General", passage.Quotation.Role);
        Assert.Equal(1, passage.Sentence);
        Assert.Equal(PassageMatch.Exact, passage.Match);
        Assert.Equal("cornerstone", passage.Highlights.Single().Of(Talks));
    }

    [Fact]
    public void Words_that_stand_there_as_asked_are_marked_as_a_whole()
    {
        Assert.Equal("a new arms race", Assert.Single(_story.WhoSaid("a new arms race").Passages[0].Highlights).Of(Talks));
        Assert.Equal("will take our", _story.WhoSaid("will take our").Passages[0].Highlights[0].Of(Talks));
    }

    [Theory]
    [InlineData("we WILL be, measured", PassageMatch.Exact)]
    [InlineData("measured time", PassageMatch.Words)]
    public void The_match_tells_whether_the_words_stand_there_as_asked(string words, PassageMatch match) =>
        Assert.Equal(match, _story.WhoSaid(words).Passages[0].Match);

    [Fact]
    public void A_phrase_finds_its_words_in_their_order_only()
    {
        Assert.True(_story.WhoSaid("\"start a new arms race\"").Found);
        Assert.False(_story.WhoSaid("\"start new arms race\"").Found);
    }

    [Theory]
    [InlineData("Stoltenberg", 2)]
    [InlineData("stoltenburg", 2)]
    [InlineData("Stolt", 2)]
    [InlineData("Russia", 1)]
    [InlineData("Moscow", 1)]
    [InlineData("Washington", 0)]
    public void A_speaker_is_found_by_part_of_the_name_by_country_and_with_a_typing_error(string speaker, int statements) =>
        Assert.Equal(statements, _story.WhoSaid("", speaker).Total);

    [Fact]
    public void A_statement_with_all_the_words_comes_before_one_with_most_of_them()
    {
        _story.Add("more", """
            Ada Byron said that the loom, a marvel of patience in a mill of the north, for all its faults weaves flowers and leaves at night.
            Mary Ward said that the loom weaves leaves.
            """, "2019-03-05",
            new Said("that the loom, a marvel of patience in a mill of the north, for all its faults weaves flowers and leaves at night", Said.Person("Ada Byron")),
            new Said("that the loom weaves leaves", Said.Person("Mary Ward")));

        Assert.Equal(["Ada Byron", "Mary Ward"], _story.WhoSaid("loom leaves weaves flowers").Passages.Select(passage => passage.Quotation!.Speaker));
    }

    [Fact]
    public void Words_far_from_each_other_in_a_long_speech_are_no_answer_together()
    {
        var filler = string.Join(' ', Enumerable.Repeat("and so on and on it goes", 30));
        var speech = $"“The loom is old {filler} while the flowers fade {filler} until leaves fall.”";
        _story.Add("speech", $"{speech} Ada Byron said.\n", "2019-03-05", new Said(speech, Said.Person("Ada Byron")));

        Assert.True(_story.WhoSaid("loom old").Found);
        Assert.True(_story.WhoSaid("flowers fade").Found);
        Assert.False(_story.WhoSaid("loom fade leaves").Found);
    }

    [Fact]
    public void A_word_may_be_excluded() => Assert.Equal(1, _story.WhoSaid("speaker:Stoltenberg -cornerstone").Total);

    [Fact]
    public void What_nobody_said_is_refused_and_the_closest_statements_are_shown()
    {
        var answer = _story.WhoSaid("harvest volcano measured umbrella");
        Assert.False(answer.Found);
        Assert.Empty(answer.Passages);
        Assert.Contains("measured", answer.Closest[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cornerstone Europe", true)]
    [InlineData("cornerstone umbrella", false)]
    [InlineData("Europe", false)]
    public void A_word_of_the_same_family_counts_in_part(string words, bool found) =>
        Assert.Equal(found, _story.WhoSaid(words, "Jens Stoltenberg").Found);

    [Theory]
    [InlineData("cornerstnoe")]
    [InlineData("cornerstoen")]
    [InlineData("conerstone harvest")]
    public void A_misspelt_word_is_refused_with_the_statement_that_was_meant_as_closest(string words) =>
        Assert.Contains(_story.WhoSaid(words).Closest, passage => passage.Text.Contains("cornerstone", StringComparison.Ordinal));

    [Fact]
    public void Words_that_stand_only_where_nobody_is_quoted_give_that_sentence_as_closest()
    {
        var answer = _story.WhoSaid("weather");
        Assert.False(answer.Found);
        Assert.Null(Assert.Single(answer.Closest).Quotation);
    }

    [Theory]
    [InlineData(QuotationKind.Direct, 1)]
    [InlineData(QuotationKind.Paraphrase, 1)]
    public void A_kind_alone_lists_all_of_that_kind(QuotationKind kind, int statements) =>
        Assert.Equal(statements, _story.Index.Search(new PassageQuery { Kind = kind }).Total);

    [Fact]
    public void Words_in_the_quotation_count_more_than_words_around_it()
    {
        _story.Add("more", "After the cornerstone ceremony, she praised “the weather”.", "2020-01-01", new Said("“the weather”", Said.Person("Ann Lee")));
        Assert.Equal("talks", _story.WhoSaid("cornerstone").Passages[0].Article.Id);
    }

    /// <summary>Whoever remembers five words does not know where the statement among them begins.</summary>
    [Theory]
    [InlineData("in the early days of a")]
    [InlineData("days of a new ministry")]
    public void A_phrase_that_runs_across_a_statements_edge_finds_it_before_one_with_its_rarest_word(string words)
    {
        _story.Add("ministry", """
            What would be cut in the early days of a new ministry “for want of friends,” Ada Byron asked.
            Mary Ward said of the mill that its early days were over.
            In the early days of spring, a marvel of patience, Mary Ward said, was weaved there.
            """, "2019-03-05",
            new Said("of a new ministry “for want of friends,”", Said.Person("Ada Byron")),
            new Said("that its early days were over", Said.Person("Mary Ward")),
            new Said("In the early days of spring, a marvel of patience", Said.Person("Mary Ward")));

        var first = _story.WhoSaid(words).Passages[0];
        Assert.Equal("Ada Byron", first.Quotation!.Speaker);
        Assert.Equal(1, first.Sentence);
    }
}
