using BriefingBot.Indexing;
using BriefingBot.Search;
using BriefingBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace BriefingBot.Tests.EndToEnd;

/// <summary>The real folder, worker and index, with and without file events.</summary>
public sealed class IndexWorkerTests : IDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private readonly StoryOnDisk _disk = new();

    public void Dispose() => _disk.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_answered_from_once_it_is_dropped_changed_renamed_and_no_longer_when_removed(bool events)
    {
        using var running = await Running.Start(_disk, events);

        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        await running.Until(index => Answers(index, "herring") == "a");

        _disk.Write("a.txt", "“The halibut is green,” said Anna Keller.");
        await running.Until(index => Answers(index, "halibut") == "a" && Answers(index, "herring") is null);

        File.Move(_disk.PathOf("a.txt"), _disk.PathOf("b.txt"));
        await running.Until(index => Answers(index, "halibut") == "b");

        File.Delete(_disk.PathOf("b.txt"));
        await running.Until(index => Answers(index, "halibut") is null);
        await running.StopAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_folder_that_is_replaced_is_followed(bool events)
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        using var running = await Running.Start(_disk, events);
        await running.Until(index => Answers(index, "herring") == "a");

        Directory.Move(_disk.Articles, Path.Combine(_disk.Root, "before"));
        _disk.Write("sub/b.txt", "“The halibut is green,” said Anna Keller.");
        await running.Until(index => Answers(index, "halibut") == "sub/b" && Answers(index, "herring") is null);

        _disk.Write("sub/c.txt", "“The turbot is red,” said Anna Keller.");
        await running.Until(index => Answers(index, "turbot") == "sub/c");
        await running.StopAsync();
    }

    [Fact]
    public async Task A_folder_that_is_deleted_is_made_again_and_its_articles_are_gone()
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        using var running = await Running.Start(_disk, events: true);
        await running.Until(index => Answers(index, "herring") == "a");

        Directory.Delete(_disk.Articles, recursive: true);
        await running.Until(index => Answers(index, "herring") is null);
        Assert.True(Directory.Exists(_disk.Articles));
        await running.StopAsync();
    }

    [Fact]
    public async Task A_file_that_turns_unreadable_is_named_and_comes_back_when_it_is_mended()
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        _disk.Write("b.txt", "“The halibut is green,” said Anna Keller.");
        using var running = await Running.Start(_disk, events: true);
        await running.Until(index => Answers(index, "herring") == "a");

        File.WriteAllBytes(_disk.PathOf("a.txt"), [0xFF, 0xFE, 0x41, 0x00]);
        await running.Until(index => index.Story().Unreadable.Count == 1);
        Assert.Equal("a.txt", running.Index.Story().Unreadable[0].Path);
        Assert.Null(Answers(running.Index, "herring"));
        Assert.Equal("b", Answers(running.Index, "halibut"));

        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        await running.Until(index => Answers(index, "herring") == "a" && index.Story().Unreadable.Count == 0);
        await running.StopAsync();
    }

    [Fact]
    public async Task What_the_worker_took_over_is_there_after_it_stopped()
    {
        using (var running = await Running.Start(_disk, events: true))
        {
            _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
            await running.Until(index => Answers(index, "herring") == "a");
            await running.StopAsync();
        }

        using var reopened = Open(_disk);
        Assert.Equal("a", Answers(reopened.Index, "herring"));
    }

    [Fact]
    public async Task Many_files_at_once_do_not_hold_up_an_answer()
    {
        _disk.Write("first.txt", "“The herring is blue,” said Anna Keller.");
        using var running = await Running.Start(_disk, events: true);
        await running.Until(index => Answers(index, "herring") == "first");

        for (var i = 0; i < 300; i++)
        {
            _disk.Write($"many/{i}.txt", $"“The halibut {i} is green,” said Anna Keller. The other sentence tells nothing.");
        }

        // Answers come while the files are taken over, which happens in batches that are each visible.
        await running.Until(index => Answers(index, "herring") == "first" && index.Story().Articles.Count == 301);
        await running.StopAsync();
    }

    [Fact]
    public async Task A_damaged_index_is_made_anew_from_the_articles()
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        using (var story = Open(_disk))
        {
            await story.Run.BringUpToDateAsync(null, CancellationToken.None);
        }

        foreach (var file in Directory.GetFiles(_disk.Index, "_*"))
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^20]);
        }

        using var again = Open(_disk);
        Assert.Equal(1, (await again.Run.BringUpToDateAsync(null, CancellationToken.None)).Read);
        Assert.Equal("a", Answers(again.Index, "herring"));
    }

    [Fact]
    public async Task Only_changed_files_are_read_again()
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        _disk.Write("b.txt", "");
        using (var story = Open(_disk))
        {
            Assert.Equal(new IndexResult(1, 0, 1), await story.Run.BringUpToDateAsync(null, CancellationToken.None));
        }

        _disk.Write("c.txt", "“The halibut is green,” said Anna Keller.");
        using var again = Open(_disk);
        // The unreadable one is tried once more at each start.
        Assert.Equal(new IndexResult(1, 0, 1), await again.Run.BringUpToDateAsync(null, CancellationToken.None));
        Assert.Equal(new IndexResult(0, 0, 1), await again.Run.BringUpToDateAsync(null, CancellationToken.None));
    }

    [Fact]
    public async Task A_lowered_limit_takes_out_what_is_now_too_large_and_a_raised_one_brings_it_back()
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        _disk.Write("b.txt", "Short.");
        foreach (var (limit, expected) in new[] { (1000, new IndexResult(2, 0, 0)), (10, new(0, 0, 1)), (1000, new(1, 0, 0)) })
        {
            using var story = Open(_disk, limit);
            Assert.Equal(expected, await story.Run.BringUpToDateAsync(null, CancellationToken.None));
            Assert.Equal(limit == 10 ? null : "a", Answers(story.Index, "herring"));
            Assert.Equal("b", Answers(story.Index, "short"));
        }
    }

    [Fact]
    public async Task A_second_opening_reads_along()
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        using var writing = Open(_disk);
        await writing.Run.BringUpToDateAsync(null, CancellationToken.None);

        using var reading = Open(_disk);
        Assert.False(reading.Index.CanWrite);
        Assert.Equal(default, await reading.Run.BringUpToDateAsync(null, CancellationToken.None));
        Assert.Equal("a", Answers(reading.Index, "herring"));
    }

    [Fact]
    public async Task Who_reads_along_takes_over_when_the_writer_has_ended()
    {
        _disk.Write("a.txt", "“The herring is blue,” said Anna Keller.");
        using (var writing = Open(_disk))
        {
            await writing.Run.BringUpToDateAsync(null, CancellationToken.None);
            using var reading = await Running.Start(_disk, events: true);
            Assert.False(reading.Index.CanWrite);
            Assert.Equal("a", Answers(reading.Index, "herring"));

            writing.Dispose();
            _disk.Write("b.txt", "“The halibut is green,” said Anna Keller.");
            await reading.Until(index => Answers(index, "halibut") == "b");
            Assert.True(reading.Index.CanWrite);
            Assert.Equal("a", Answers(reading.Index, "herring"));
            await reading.StopAsync();
        }

        using var reopened = Open(_disk);
        Assert.Equal("b", Answers(reopened.Index, "halibut"));
    }

    private static string? Answers(SentenceIndex index, string word)
    {
        var answer = index.Search(new PassageQuery { Words = word, Scope = PassageScope.Sentences, RefuseWeak = false });
        return answer.Found ? answer.Passages[0].Article.Id : null;
    }

    private static OpenStory Open(StoryOnDisk disk, long limit = StoryOptions.DefaultMaxArticleBytes) => OpenStory.Open(
        new StoryOptions { ArticlesPath = disk.Articles, IndexPath = disk.Index, MaxArticleBytes = limit, PollInterval = TimeSpan.FromMilliseconds(200) },
        TimeProvider.System,
        NullLoggerFactory.Instance);

    private sealed class Running : IDisposable
    {
        private readonly OpenStory _story;
        private readonly IndexWorker _worker;
        private readonly SemaphoreSlim _applied = new(0);

        private Running(StoryOnDisk disk, bool events)
        {
            _story = Open(disk);
            _worker = _story.CreateWorker(events);
            _worker.Applied += _ => _applied.Release();
        }

        public SentenceIndex Index => _story.Index;

        public static async Task<Running> Start(StoryOnDisk disk, bool events)
        {
            var running = new Running(disk, events);
            await running._worker.StartAsync(CancellationToken.None);
            return running;
        }

        /// <summary>Waits for batches until one has brought about what is expected.</summary>
        public async Task Until(Func<SentenceIndex, bool> expected)
        {
            using var patience = new CancellationTokenSource(Generous);
            while (!expected(Index))
            {
                await _applied.WaitAsync(patience.Token);
            }
        }

        public async Task StopAsync()
        {
            await _worker.StopAsync(CancellationToken.None);
            Assert.True(_worker.ExecuteTask!.IsCompletedSuccessfully);
        }

        public void Dispose()
        {
            _worker.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
            _worker.Dispose();
            _story.Dispose();
            _applied.Dispose();
        }
    }
}
