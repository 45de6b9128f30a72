using BriefingBot.Commands;
using BriefingBot.Indexing;
using BriefingBot.Search;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.EndToEnd;

/// <summary>The story that ships, from its file to what is answered.</summary>
public sealed class StoryAnswersTests(StoryAnswersTests.Story story) : IClassFixture<StoryAnswersTests.Story>
{
    [Theory]
    [InlineData("cornerstone", "Jens Stoltenberg", "NATO Secretary-General")]
    [InlineData("clear and blatant violation", "Jens Stoltenberg", "NATO Secretary-General")]
    [InlineData("we will take our time", "Jens Stoltenberg", "NATO Secretary-General")]
    [InlineData("intention of deploying", "Jens Stoltenberg", "NATO Secretary-General")]
    [InlineData("constructive", "Russian Defense Ministry", null)]
    [InlineData("continued interaction on incident prevention", "Russian Defense Ministry", null)]
    [InlineData("exchanged views on the state", "Patrick Ryder", "spokesman for the Joint Chiefs")]
    [InlineData("efforts to improve operational safety", "Patrick Ryder", "spokesman for the Joint Chiefs")]
    [InlineData("recognize the importance of maintaining", "Patrick Ryder", "spokesman for the Joint Chiefs")]
    [InlineData("wanted to abandon the pact", "Moscow", null)]
    [InlineData("breaking the accord itself", "Russia", null)]
    public void Words_lead_to_who_said_them(string words, string speaker, string? role)
    {
        var reply = story.Ask($"/who-said {words}");
        Assert.True(reply.Found);
        var first = reply.Passages[0];
        Assert.Equal((speaker, role, PassageMatch.Exact), (first.Quotation!.Speaker, first.Quotation.Role, first.Match));
    }

    [Theory]
    [InlineData("/who-said developing the 9M729 cruise missile", 4, 9)]
    [InlineData("/ask What was the first treaty to eliminate an entire class of missiles?", 3, 8)]
    public void A_sentence_that_stands_there_twice_is_answered_once(string line, int shown, int again)
    {
        var reply = story.Ask(line);
        var passage = Assert.Single(reply.Passages, passage => passage.Sentence == shown);
        Assert.Equal(again, Assert.Single(passage.Occurrences).Sentence);
        Assert.DoesNotContain(reply.Passages, other => other.Sentence == again);
    }

    [Fact]
    public void A_document_speaks_in_its_own_name()
    {
        var quotation = story.Ask("/who-said INF Treaty be suspended until Washington stops violating").Passages[0].Quotation!;
        Assert.Null(quotation.Speaker);
        Assert.Equal("the text of his decree", quotation.Mention);
    }

    [Fact]
    public void Offsets_point_into_the_text_of_the_file()
    {
        List<Passage> passages = [.. story.Ask("/timeline").Leading, .. story.Ask("/ask Who met in Vienna?").Leading];
        Assert.True(passages.Count > 10);
        Assert.All(passages, passage =>
        {
            Assert.Equal(passage.Text, passage.Span.Of(story.Text));
            Assert.All(passage.Quotation?.Spans ?? [], span => Assert.True(passage.Span.Contains(span)));
        });
    }

    [Fact]
    public void What_nobody_said_is_refused() => Assert.False(story.Ask("/who-said bananas").Found);

    /// <summary>The story, indexed once.</summary>
    public sealed class Story : IAsyncLifetime, IDisposable
    {
        private const string File = "inf-treaty-2019-03-04.txt";

        private readonly StoryOnDisk _disk = new();
        private OpenStory? _story;
        private Conversation? _conversation;

        /// <summary>What offsets count.</summary>
        public string Text { get; private set; } = "";

        public async Task InitializeAsync()
        {
            var content = await System.IO.File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Story", File));
            _disk.Write(File, content);
            Text = TextArticle.Read("story", content).Text;
            _story = OpenStory.Open(
                new StoryOptions { ArticlesPath = _disk.Articles, IndexPath = _disk.Index }, TimeProvider.System, NullLoggerFactory.Instance);
            await _story.Run.BringUpToDateAsync(null, CancellationToken.None);
            _conversation = new Conversation(
                new CommandLineReader(words => StoryNames.NameSomebody(_story.Index, words)),
                new CommandRouter(_story.Index, null, TimeZoneInfo.Utc, NullLogger<CommandRouter>.Instance));
        }

        internal Reply Ask(string line) => _conversation!.Answer(line).Reply!;

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose()
        {
            _story?.Dispose();
            _disk.Dispose();
        }
    }
}
