using BriefingBot.Evaluation.Stories;
using BriefingBot.Quotes.Articles;
using BriefingBot.Quotes.Quotations;

namespace BriefingBot.Tests.Stories;

/// <summary>The stories that extraction is measured on: the reader takes them, and they are what they set out to be.</summary>
public class StoryGoldTests
{
    private static readonly string[] LongStories = ["recall", "stadium"];
    private static readonly string[] ShortStories = ["lamplighter", "orchard", "relay", "valve"];

    /// <summary>Written as they came, to see what a story gets that nobody has read.</summary>
    private static readonly string[] UnseenStories = ["album", "ballet", "canteen", "ferry", "harbour", "hearing", "peloton", "quarry", "trial"];

    public static TheoryData<string> AllNames => [.. LongStories, .. ShortStories, .. UnseenStories];

    public static TheoryData<string> Names => [.. LongStories, .. ShortStories];

    public static TheoryData<string> LongNames => [.. LongStories];

    [Fact]
    public void Every_story_is_tested_here() =>
        Assert.Equal([.. LongStories.Concat(ShortStories).Concat(UnseenStories).Order(StringComparer.Ordinal)], Directory.GetDirectories(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_story_is_told_by_many_over_weeks(string name)
    {
        var articles = Read(name).Articles;

        Assert.True(articles.Count >= (IsLong(name) ? 12 : 6));
        Assert.True(articles.DistinctBy(article => article.Publisher).Count() >= (IsLong(name) ? 8 : 5));
        Assert.True(articles.Max(article => article.Date.DayNumber) - articles.Min(article => article.Date.DayNumber) >= 28);
        Assert.Equal(articles.OrderBy(article => article.Date), articles);
        Assert.All(articles, article => Assert.InRange(Words(article.Text), 350, 700));
    }

    /// <summary>The short stories have their headlines in the front matter alone, as feeds give them.</summary>
    [Theory]
    [MemberData(nameof(LongNames))]
    public void A_long_storys_articles_begin_with_their_headlines(string name) =>
        Assert.All(Read(name).Articles, article => Assert.StartsWith(article.Title, article.Text));

    [Theory]
    [MemberData(nameof(AllNames))]
    public void Attributions_are_well_formed(string name)
    {
        foreach (var article in Read(name).Articles)
        {
            var words = new QuotedWords(article.Text);
            var first = article.Attributions.Select(said => said.Content[0]).ToList();
            Assert.Equal(first.Order(), first);
            Assert.DoesNotContain(article.Text, character => character is '{' or '}' or '\r' || char.IsSurrogate(character));
            Assert.All(article.Attributions, said =>
            {
                Assert.Equal(words.KindOf(said.Content), said.Kind);
                Assert.True(said.Speech || said.Kind == QuotationKind.Paraphrase);
                Assert.Equal(said.Speaker is null, said.SpeakerType is null);
                AssertApart([.. said.Source, .. said.Cue, .. said.Content]);
            });
            AssertApart([.. article.Attributions.SelectMany(said => said.Content)]);
            AssertApart([.. article.Attributions.SelectMany(said => said.Cue.Concat(said.Content))]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_kind_of_source_and_speech_is_there(string name)
    {
        var all = Read(name).Articles.SelectMany(article => article.Attributions).ToList();

        Assert.All(
            Enum.GetValues<QuotationKind>(), kind => Assert.True(all.Count(said => said.Kind == kind) >= (IsLong(name) ? 40 : 20)));
        Assert.True(all.Count(said => !said.Speech) >= (IsLong(name) ? 20 : 10));
        Assert.True(all.Count(said => said.Speaker is null) >= (IsLong(name) ? 50 : 20));
        Assert.True(!IsLong(name) || all.Exists(said => said.Source.Count == 0));
        Assert.Contains(all, said => said.Cue.Count == 0);
        Assert.Contains(all, said => said.SpeakerType == "organization");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Claims_and_their_denials_are_paired_within_and_across_articles(string name)
    {
        var replies = Read(name).Pairs.Where(pair => pair.Kind != GoldPairKind.Same).ToList();

        Assert.True(replies.Count(pair => pair.Kind == GoldPairKind.Denial) >= (IsLong(name) ? 12 : 10));
        Assert.True(replies.Count(pair => pair.Kind == GoldPairKind.Answer) >= (IsLong(name) ? 12 : 10));
        Assert.True(!IsLong(name) || replies.Count(pair => pair.First.Article != pair.Second.Article) >= 12);
        Assert.True(replies.Count(pair => pair.First.Article == pair.Second.Article) >= (IsLong(name) ? 12 : 8));
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Stories");

    private static bool IsLong(string name) => LongStories.Contains(name);

    private static GoldStory Read(string name) => GoldStory.Read(Path.Combine(Folder, name));

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static void AssertApart(List<TextSpan> spans)
    {
        spans.Sort();
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.False(pair.First.Overlaps(pair.Second)));
    }
}
