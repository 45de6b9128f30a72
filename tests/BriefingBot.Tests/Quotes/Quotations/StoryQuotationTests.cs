using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Quotes.Quotations;

/// <summary>The story in hand: what must come out of it, by general rules.</summary>
public abstract class StoryQuotationTests(QuotationFinder finder)
{
    private static readonly string Text = ReadStory();
    private readonly ArticleAnalysis _analysis = finder.Analyze(Text);

    [Theory]
    [InlineData("cornerstone for European security", "Jens Stoltenberg", QuotationKind.Partly)]
    [InlineData("clear and blatant violation", "Jens Stoltenberg", QuotationKind.Partly)]
    [InlineData("We will take our time", "Jens Stoltenberg", QuotationKind.Direct)]
    [InlineData("intention of deploying", "Jens Stoltenberg", QuotationKind.Partly)]
    [InlineData("constructive", "Russian Defense Ministry", QuotationKind.Partly)]
    [InlineData("the two generals had discussed issues", "Russian Defense Ministry", QuotationKind.Paraphrase)]
    [InlineData("continued interaction on incident prevention", "Russian Defense Ministry", QuotationKind.Partly)]
    [InlineData("exchanged views on the state", "Patrick Ryder", QuotationKind.Partly)]
    [InlineData("efforts to improve operational safety", "Patrick Ryder", QuotationKind.Partly)]
    [InlineData("recognize the importance of maintaining", "Patrick Ryder", QuotationKind.Partly)]
    [InlineData("of violating the accord by developing", "Washington and NATO", QuotationKind.Paraphrase)]
    [InlineData("of violating the 1987 Intermediate-Range", "United States", QuotationKind.Paraphrase)]
    [InlineData("it wanted to abandon the pact", "Moscow", QuotationKind.Paraphrase)]
    [InlineData("the United States of breaking the accord itself", "Russia", QuotationKind.Paraphrase)]
    [InlineData("has signed a decree", "Kremlin", QuotationKind.Paraphrase)]
    public void The_statement_is_given_to_its_speaker(string words, string speaker, QuotationKind kind)
    {
        var found = Holding(words);

        Assert.NotEmpty(found);
        Assert.All(found, quotation => Assert.Equal((speaker, kind), (quotation.SpeakerName, quotation.Kind)));
    }

    [Fact]
    public void Russias_denial_is_its_own()
    {
        var denial = Assert.Single(_analysis.Quotations, quotation => quotation.Cue?.Of(Text) == "has denied");

        Assert.Equal("Russia", denial.SpeakerName);
    }

    [Fact]
    public void Washington_rejects_the_allegations()
    {
        var rejected = Assert.Single(_analysis.Quotations, quotation => Extraction.Words(Text, quotation) == "allegations");

        Assert.Equal("Washington", rejected.SpeakerName);
    }

    [Fact]
    public void A_document_is_the_source_in_its_own_words_and_no_speaker()
    {
        var decree = Assert.Single(Holding("ordered the INF Treaty be suspended"));

        Assert.Null(decree.SpeakerName);
        Assert.Empty(decree.Speakers);
        Assert.StartsWith("the text of his decree", decree.Mention?.Of(Text), StringComparison.Ordinal);
        Assert.Equal("According to", decree.Cue?.Of(Text));
    }

    [Fact]
    public void Two_accusers_are_listed_one_by_one()
    {
        var found = Holding("of violating the accord by developing");

        Assert.Equal(2, found.Count);
        Assert.All(found, quotation => Assert.Equal(["Washington", "NATO"], quotation.Speakers.Select(speaker => speaker.Name)));
    }

    [Fact]
    public void The_cornerstone_is_what_he_called_it()
    {
        var cornerstone = Assert.Single(Holding("cornerstone"));

        Assert.Equal("a “cornerstone for European security for decades.”", Extraction.Words(Text, cornerstone));
        Assert.Equal(("called", "he"), (cornerstone.Cue?.Of(Text), cornerstone.Mention?.Of(Text)));
    }

    [Fact]
    public void Each_quotation_says_why_in_one_sentence() =>
        Assert.All(_analysis.Quotations, quotation =>
        {
            Assert.EndsWith(".", quotation.Why, StringComparison.Ordinal);
            Assert.True(char.IsUpper(quotation.Why[0]) || quotation.Why[0] == '“', quotation.Why);
            Assert.Contains(quotation.Cue?.Of(Text) ?? "colon", quotation.Why, StringComparison.Ordinal);
        });

    private List<Quotation> Holding(string words) =>
        [.. _analysis.Quotations.Where(quotation => Extraction.Words(Text, quotation).Contains(words, StringComparison.Ordinal))];

    private static string ReadStory()
    {
        var file = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Story", "inf-treaty-2019-03-04.txt"));
        return file[(file.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];
    }
}
