using BriefingBot.Evaluation.Stories;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Stories;

/// <summary>A marked article becomes its text and what is attributed in it.</summary>
public sealed class StoryReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("briefingbot-story-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Marks_are_stripped_and_spans_point_at_the_text()
    {
        var article = Read(
            "A row\n\n{q2:“No,”} {s2,3:Ada Byron} {c2:said}. {q2:“Never.”} She {c3:wanted} {q3:peace}.",
            "2 direct Ada Byron\n3 thought Ada Byron");

        Assert.Equal("A row\n\n“No,” Ada Byron said. “Never.” She wanted peace.", article.Text);
        Assert.Equal(("The Echo", new DateOnly(2024, 2, 6), "A row"), (article.Publisher, article.Date, article.Title));
        Assert.EndsWith("-01-echo", article.Id);
        var said = article.Attributions[0];
        Assert.Equal(["“No,”", "“Never.”"], Words(article, said.Content));
        Assert.Equal(["Ada Byron"], Words(article, said.Source));
        Assert.Equal(["said"], Words(article, said.Cue));
        Assert.Equal((QuotationKind.Direct, true, "Ada Byron", "person"), (said.Kind, said.Speech, said.Speaker, said.SpeakerType));
        var wanted = article.Attributions[1];
        Assert.Equal((QuotationKind.Paraphrase, false, 3), (wanted.Kind, wanted.Speech, wanted.Number));
        Assert.Equal(said.Source, wanted.Source);
    }

    [Fact]
    public void A_quotation_of_several_paragraphs_is_one_span()
    {
        var article = Read("{s1:She} {c1:wrote}:\n\n{q1:“One.\n\n“Two.”}", "1 direct Ada Byron");

        Assert.Equal("“One.\n\n“Two.”", Assert.Single(Words(article, article.Attributions[0].Content)));
    }

    [Fact]
    public void An_attribution_may_stand_in_anothers_source()
    {
        var article = Read(
            "{s1:Ada Byron, {s2:who} {c2:denies} {q2:it},} {c1:said} {q1:so}.", "1 indirect Ada Byron\n2 indirect Ada Byron");

        Assert.Equal(["it", "so"], article.Attributions.Select(said => said.Content[0].Of(article.Text)));
    }

    [Fact]
    public void Bodies_and_the_unnamed_are_told_apart()
    {
        var article = Read(
            "{s1:The Royal Society} said {q1:no}. {s2:Some} said {q2:yes}.", "1 indirect Royal Society (organization)\n2 indirect -");

        var speakers = article.Attributions.Select(said => (said.Speaker, said.SpeakerType));
        Assert.Equal([("Royal Society", "organization"), (null, null)], speakers);
    }

    [Theory]
    [InlineData("She said {q1:“no”}.", "direct")]
    [InlineData("She said {q1:\"no\"}.", "direct")]
    [InlineData("She said {q1:''no''}.", "direct")]
    [InlineData("She said {q1:‘no’}.", "indirect")]
    [InlineData("She said {q1:'no'}.", "indirect")]
    [InlineData("She said {q1:that “no”}.", "mixed")]
    [InlineData("She said {q1:“no, and on and on}\n\n{q1:“and on”}.", "direct")]
    [InlineData("She said {q1:“no” and “yes”}.", "mixed")]
    public void The_kind_goes_by_double_quotation_marks(string text, string kind)
    {
        var article = Read(text, $"1 {kind} -");

        Assert.Equal(kind, ArticleSource.NameOf(article.Attributions[0].Kind));
    }

    [Theory]
    [InlineData("A row: the loom", "A row: the loom")]
    [InlineData("\"A row: the loom\"", "A row: the loom")]
    [InlineData("\"“No”: a row\"", "“No”: a row")]
    [InlineData("\"No\", she said", "\"No\", she said")]
    public void A_title_may_stand_in_quotation_marks(string written, string title) =>
        Assert.Equal(title, Read("{q1:“No,”} {s1:she} said.", "1 direct -", written).Title);

    private static IEnumerable<string> Words(GoldArticle article, IReadOnlyList<TextSpan> spans) =>
        spans.Select(span => span.Of(article.Text));

    private GoldArticle Read(string text, string attributions, string title = "A row")
    {
        File.WriteAllText(
            Path.Combine(_folder, "01-echo.txt"),
            $"---\ntitle: {title}\nsource: The Echo\npublished: 2024-02-06\n---\n{text}\n---\n{attributions}\n");
        return Assert.Single(GoldStory.Read(_folder).Articles);
    }
}
