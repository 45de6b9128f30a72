using BriefingBot.Quotes.Articles;
using BriefingBot.Search;
using BriefingBot.Tests.Search;

namespace BriefingBot.Tests.Briefings;

public class LargeStoryTests
{
    [Fact]
    public void A_story_of_ten_thousand_statements_is_read_once_and_each_briefing_is_then_cheap()
    {
        using var story = new ComposedStory();
        Fill(story.Story, 500, 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var first = story.Composer.Compose(story.Order())!;
        var reading = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(10_000, first.Reply.Total);
        var random = new Random(7);
        var all = story.Story.Index.Statements(new PassageQuery { Order = PassageOrder.NewestFirst, Take = 10_000, RefuseWeak = false });
        var shown = Enumerable.Range(0, 100).Select(_ => all.Where(__ => random.NextDouble() < 0.1).Select(s => s.Passage.Id).ToHashSet()).ToList();

        before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var each in shown)
        {
            Assert.Equal(5, story.Composer.Compose(story.Order() with { Shown = each })!.Reply.Passages.Count);
        }

        // Memory tells it without a clock: what is the same for all is made once.
        var composing = (GC.GetAllocatedBytesForCurrentThread() - before) / shown.Count;
        Assert.True(composing < reading / 50, $"{composing} bytes each, {reading} to read the story");
    }

    private static void Fill(TemporaryStory story, int articles, int statements)
    {
        var random = new Random(1);
        for (var a = 0; a < articles; a++)
        {
            var said = Enumerable.Range(0, statements).Select(_ => string.Join(' ', Enumerable.Range(0, 15).Select(_ => $"w{(int)(3000 * random.NextDouble() * random.NextDouble())}x"))).ToList();
            var text = string.Join('\n', said.Select(each => $"{each}, Anna Berg said."));
            var article = new Article($"a{a}", $"Title {a}", text) { Published = new DateOnly(2019, 1, 1).AddDays(a) };
            story.Index.Replace(new IndexedFile($"a{a}.txt", "1"), [(article, TemporaryStory.Analyze(text, [.. said.Select(each => new Said(each, ComposedStory.Anna))]))]);
        }

        story.Index.Refresh();
    }
}
